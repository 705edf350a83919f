#!/bin/sh
# Runs the hook of .pre-commit-hooks.yaml for real: pre-commit installs it from this
# checkout into a small repository, where it passes, fails and passes again.
# Needs git, pre-commit, Python 3.11 or newer and a package index.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The repositories made here take nothing from those around them, or from whoever runs this.
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
export PRE_COMMIT_HOME="$work/pre-commit" GIT_CONFIG_GLOBAL="$work/gitconfig"
mkdir "$work/hook" "$work/project"
git config --global user.name hook
git config --global user.email hook@localhost
git config --global init.defaultBranch main
git config --global safe.directory '*'

commit_all() { git init --quiet && git add --all && git commit --quiet --message "$1"; }

# The hook repository is what lies here now, committed or not.
git ls-files --cached --others --exclude-standard | tar -cf - -T - | tar -xf - -C "$work/hook"
(cd "$work/hook" && commit_all "The hook")
revision=$(git -C "$work/hook" rev-parse HEAD)

cp -R "$root/tests/repos/shelf-scanner/." "$work/project"
cd "$work/project"
cat > .pre-commit-config.yaml <<END
repos:
  - repo: $work/hook
    rev: $revision
    hooks:
      - id: advisor-check
        args: [--as-of=2022-06-01]
END
commit_all "The project"
pre-commit install

say() { printf '\n-- %s\n' "$*"; }
change() { sed "$2" "$1" > "$work/changed" && cp "$work/changed" "$1" && git add "$1"; }

say "it passes"
pre-commit run --all-files --verbose

say "a commit with a broken profile is refused, and it is said why"
change profile.yaml 's/goal: production/goal: prodction/'
if git commit --quiet --message "Broken" > "$work/said" 2>&1; then
  cat "$work/said"
  exit 1
fi
cat "$work/said"
grep -F "profile.yaml:5" "$work/said"

say "mended, it is committed"
change profile.yaml 's/goal: prodction/goal: production/'
echo "# Mended" >> profile.yaml
git commit --quiet --all --message "Mended"

say "what has nothing to do with it is passed by"
echo "# Shelf scanner" > README.md
git add README.md
git commit --quiet --message "Read me" > "$work/said" 2>&1
cat "$work/said"
grep -F "Skipped" "$work/said"
