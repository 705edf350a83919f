import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from advisor.cli.exit import Exit
from advisor.cli.format import CheckFormat
from advisor.model.gate import NEVER_ACCEPTED, Check

Run = Callable[..., Any]  # Any: Outcome or CompletedProcess

NOW = ("--as-of", "2026-11-21")
THEN = ("--as-of", "2023-06-01")
BROKEN = "schema: 1\nanswers: {goal: productoin}\n"
UNWRITTEN = "Nothing was written, since a profile or a record cannot be read\n"
FORMATS = list(CheckFormat)


@pytest.fixture
def project(tmp_path: Path, example: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project in a repository, and stand in it."""
    folder = tmp_path / "repository" / "app"
    (folder.parent / ".git").mkdir(parents=True)
    folder.mkdir()
    choose(folder / "profile.yaml", example, "pytorch")
    (folder / "requirements.txt").write_text("torch\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def choose(path: Path, example: str, framework: str) -> None:
    text = Path(example).read_text(encoding="utf-8")
    path.write_text(f"{text}gate: {{framework: {framework}}}\n", encoding="utf-8")


def checks(done: Any) -> list[str]:  # noqa: ANN401 - an outcome
    every = [each for one in document(done)["profiles"] for each in one["findings"]]
    return [each["check"] for each in (*every, *document(done)["beside"])]


def document(done: Any) -> Any:  # noqa: ANN401 - JSON
    return json.loads(done.out)


def files(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_decision_that_holds_passes(invoke: Run, project: Path) -> None:
    done = invoke("check", "--record", *NOW)
    assert (done.code, done.err) == (
        Exit.OK,
        "Recorded in advisor.lock: profile.yaml\n",
    )
    assert "Passed" in done.out
    assert files(project) == {"profile.yaml", "requirements.txt", "advisor.lock"}
    again = invoke("check", *NOW)
    assert (again.code, again.out, again.err) == (Exit.OK, done.out, "")


def test_what_fails_the_gate_is_for_the_options_to_say(
    invoke: Run, project: Path
) -> None:
    code = {
        options: invoke("check", *NOW, *options).code
        for options in (
            (),
            ("--fail-on", "error"),
            ("--fail-on", "warning"),
            ("--fail-on", "note", "--exit-zero"),
        )
    }
    assert list(code.values()) == [Exit.OK, Exit.OK, Exit.GATE_FAILED, Exit.OK]
    assert files(project) == {"profile.yaml", "requirements.txt"}


def test_an_excluded_choice_fails_in_every_format(
    invoke: Run, project: Path, example: str
) -> None:
    choose(project / "profile.yaml", example, "theano")
    for format_ in FORMATS:
        done = invoke("check", "--format", format_, *NOW)
        assert (done.code, done.err) == (Exit.GATE_FAILED, "")
        assert "choice-excluded" in done.out
    done = invoke("check", "--format", "junit", "--exit-zero", *NOW)
    assert (done.code, done.err) == (Exit.OK, "")


def test_every_format_is_what_it_says(invoke: Run, project: Path) -> None:
    said = {each: invoke("check", "-f", each, *NOW).out for each in FORMATS}
    assert len(set(said.values())) == len(FORMATS)
    for each in (CheckFormat.JSON, CheckFormat.GITLAB, CheckFormat.SARIF):
        assert json.loads(said[each])
    assert ElementTree.fromstring(said[CheckFormat.JUNIT]).tag == "testsuites"
    assert said[CheckFormat.HTML].startswith("<!doctype html>")
    assert said[CheckFormat.MARKDOWN].startswith("# ")
    assert said[CheckFormat.GITHUB].startswith("::warning file=app/profile.yaml,")
    output = project / "out.xml"
    done = invoke("check", "-f", "junit", *NOW, "--output", "out.xml")
    assert (done.code, done.out, done.err) == (Exit.OK, "", "")
    assert output.read_text(encoding="utf-8") == said[CheckFormat.JUNIT]


@pytest.mark.parametrize("format_", FORMATS)
def test_an_invalid_profile_is_found_in_every_format_and_is_no_failed_gate(
    format_: CheckFormat, invoke: Run, project: Path
) -> None:
    (project / "profile.yaml").write_text(BROKEN, encoding="utf-8")
    before = files(project)
    done = invoke(
        *("check", "--format", format_, "--exit-zero", "--update"),
        *("--write-baseline", "known.yaml"),
    )
    assert (done.code, done.err) == (Exit.USAGE, UNWRITTEN)
    for word in ("answers.goal", "productoin", "profile.yaml"):
        assert word in done.out
    assert files(project) == before


def test_an_invalid_profile_keeps_the_others_from_being_recorded(
    invoke: Run, project: Path
) -> None:
    (project / "other.yaml").write_text(BROKEN, encoding="utf-8")
    before = files(project)
    done = invoke("check", "profile.yaml", "other.yaml", "--record", "-f", "json", *NOW)
    assert (done.code, done.err) == (Exit.USAGE, UNWRITTEN)
    judged, unread = document(done)["profiles"]
    assert judged["judged"]["choice"] == "pytorch"
    assert judged["judged"]["recorded"] is None
    assert unread["judged"] is None
    assert [each["check"] for each in unread["findings"]] == ["profile-invalid"]
    assert files(project) == before


def test_a_record_says_later_what_moved_and_an_update_accepts_it(
    invoke: Run, project: Path, example: str
) -> None:
    lock = project / "advisor.lock"
    shutil.copy(example, project / "profile.yaml")
    assert invoke("check", "--record", *THEN).code == Exit.OK
    first = lock.read_bytes()
    moved = invoke("check", "--record", "-f", "json", *NOW)
    assert moved.err.startswith("Kept what is on record for app/profile.yaml, ")
    assert lock.read_bytes() == first, "what is on record stays"
    assert moved.code == Exit.GATE_FAILED
    assert "decision-changed" in checks(moved)
    locked = invoke("check", "--locked", "-f", "json")
    assert (locked.code, checks(locked)) == (Exit.OK, ["choice-missing"])
    assert document(locked)["profiles"][0]["judged"]["as_of"] == "2023-06-01"
    accepted = invoke("check", "--update", "-f", "json", *NOW)
    assert (accepted.code, checks(accepted)) == (Exit.OK, ["choice-missing"])
    assert "advisor.lock" in accepted.err
    assert lock.read_bytes() != first


def test_locked_takes_another_answer_to_the_day_of_the_record(
    invoke: Run, project: Path
) -> None:
    invoke("check", "--record", *THEN)
    path = project / "profile.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("goal: production", "goal: prototype"))
    done = invoke("check", "--locked", "-f", "json")
    assert document(done)["profiles"][0]["judged"]["as_of"] == "2023-06-01"
    assert checks(done)[0] in ("decision-changed", "verdict-changed", "record-outdated")
    before = (project / "advisor.lock").read_bytes()
    done = invoke("check", "--locked", "--update")
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert (project / "advisor.lock").read_bytes() == before


def test_exceptions_expire_on_the_day_that_is_asked_for(
    invoke: Run, project: Path, example: str
) -> None:
    path = project / "profile.yaml"
    exception = (
        "{finding: choice-not-recommended, reason: old, owner: team, "
        "expires: 2026-12-01}"
    )
    choose(path, example, f"tensorflow, exceptions: [{exception}]")
    assert invoke("check", *NOW).code == Exit.OK
    done = invoke("check", "--as-of", "2026-12-01", "-f", "json")
    assert done.code == Exit.GATE_FAILED
    assert {"choice-not-recommended", "exception-expired"} <= set(checks(done))


def test_exceptions_expire_on_the_recorded_day_where_that_is_asked_for(
    invoke: Run, project: Path, example: str
) -> None:
    exception = (
        "{finding: dependency-retired, reason: old, owner: team, expires: 2023-07-01}"
    )
    (project / "requirements.txt").write_text("torch\ntheano\n", encoding="utf-8")
    choose(project / "profile.yaml", example, f"pytorch, exceptions: [{exception}]")
    invoke("check", "--record", *THEN)
    assert "exception-expired" not in checks(invoke("check", "--locked", "-f", "json"))
    assert "exception-expired" in checks(invoke("check", "-f", "json"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--locked",), "there is no decision on record for profile.yaml"),
        (("--locked", *NOW), "--locked and --as-of exclude each other"),
        (("--record", "-"), "--record and - exclude each other"),
        (("--output", "profile.yaml"), "profile.yaml has a use already"),
        (("--output", "advisor.lock"), "advisor.lock has a use already"),
        (("--write-baseline", "./profile.yaml"), "has a use already"),
        (("--baseline", "missing.yaml"), "missing.yaml: no such file"),
        (("--baseline", "requirements.txt"), "requirements.txt:"),
        (("missing.yaml",), "missing.yaml: no such file"),
        (("missing/",), "missing: no such file"),
        (("empty",), "empty: no profile; looked for [tool.advisor]"),
        (("requirements.txt",), "requirements.txt: names dependencies, and is read"),
        (("empty/advisor.lock",), "advisor.lock: holds the decisions on record"),
        (("--explain", "path-dead"), "did you mean 'path-died'?"),
        (("--explain", "all", "profile.yaml"), "--explain: checks and records nothing"),
        (("--explain", "all", "-f", "sarif"), "--explain: cannot be written as sarif"),
        (("x" * 300,), "File name too long"),
        (("--knowledge", "missing"), "missing"),
    ],
)
def test_what_cannot_be_done_is_one_error(
    options: tuple[str, ...], said: str, invoke: Run, project: Path
) -> None:
    (project / "empty").mkdir()
    (project / "empty" / "advisor.lock").touch()
    before = files(project)
    done = invoke("check", *options, stdin="schema: 1\n")
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert done.err.startswith("Error: ")
    assert said in done.err
    assert files(project) == before


def test_nothing_to_check_says_how_to_begin(
    invoke: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke("check")
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert "advisor init" in done.err
    assert done.err.count("\n") == 1
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "profile.yaml").touch()
    done = invoke("check")
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert "in folders below, such as below/profile.yaml" in done.err
    assert "'advisor check .'" in done.err


@pytest.mark.parametrize("option", ["--record", "--update", "--locked", ""])
def test_a_broken_lock_is_a_finding_and_stays(
    option: str, invoke: Run, project: Path, example: str
) -> None:
    lock, text = project / "advisor.lock", "<<<<<<< HEAD\nschema: 1\n"
    lock.write_text(text, encoding="utf-8")
    (project / "other").mkdir()
    choose(project / "other" / "profile.yaml", example, "pytorch")
    invoke("check", "other", "--record", *NOW)
    before = (project / "other" / "advisor.lock").read_bytes()
    known = ("--write-baseline", "known.yaml", "--exit-zero")
    options = [each for each in (option, *known) if each]
    done = invoke("check", "profile.yaml", "other", *options, "-f", "json")
    assert (done.code, done.err) == (Exit.USAGE, UNWRITTEN)
    broken, other = document(done)["profiles"]
    finding = broken["findings"][0]
    assert [each["check"] for each in broken["findings"]].count("record-invalid") == 1
    assert (finding["check"], finding["fails"]) == ("record-invalid", True)
    assert (finding["file"], finding["line"]) == ("app/advisor.lock", 1)
    assert broken["judged"]["choice"] == "pytorch"
    assert broken["judged"]["recorded"] is None
    assert "record-missing" not in checks(done)
    assert other["judged"]["recorded"] is not None
    assert lock.read_text(encoding="utf-8") == text
    assert (project / "other" / "advisor.lock").read_bytes() == before
    assert not (project / "known.yaml").exists()


@pytest.mark.parametrize("format_", FORMATS)
def test_a_broken_lock_is_found_in_every_format(
    format_: CheckFormat, invoke: Run, project: Path
) -> None:
    invoke("check", "--record", *NOW)
    lock = project / "advisor.lock"
    lock.write_text(lock.read_text().replace("verdict: ", "verdict: un"))
    done = invoke("check", "-f", format_)
    assert (done.code, done.err) == (Exit.USAGE, "")
    assert "record-invalid" in done.out
    assert "profiles.profile.yaml.verdict" in done.out


def test_a_record_that_is_as_of_now_is_kept_without_a_word(
    invoke: Run, project: Path
) -> None:
    invoke("check", "--record", *NOW)
    assert (project / "advisor.lock").exists()
    assert invoke("check", "--record", *NOW).err == ""


def test_it_tells_which_dependency_files_it_has_read(
    invoke: Run, project: Path
) -> None:
    (project / "constraints.txt").write_text("jax<1\n", encoding="utf-8")
    assert "Compared with requirements.txt and constraints.txt." in " ".join(
        invoke("check", *NOW).out.split()
    )
    told = document(invoke("check", "-f", "json", *NOW))["profiles"][0]["judged"]
    assert told["dependency_files"] == ["app/requirements.txt", "app/constraints.txt"]
    for each in ("requirements.txt", "constraints.txt"):
        (project / each).unlink()
    assert "No dependency files were found." in invoke("check", *NOW).out


def test_it_explains_a_finding_without_any_profile(
    invoke: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke("check", "--explain", "path-died")
    assert (done.code, done.err) == (Exit.OK, "")
    for word in ("path-died: ", "Usual severity: warning", "gate: {exceptions: ["):
        assert word in done.out
    every = document(invoke("check", "--explain", "all", "-f", "json"))["findings"]
    assert [each["check"] for each in every] == list(Check)
    assert {each["check"] for each in every if not each["acceptable"]} == NEVER_ACCEPTED
    written = invoke("check", "--explain", "all", "-f", "markdown", "--lang", "zh").out
    assert written.startswith("# ")
    assert all(check in written for check in Check)
    assert "通常的严重程度：警告" in written


def test_other_evidence_than_recorded_is_refused_until_it_is_accepted(
    invoke: Run, project: Path
) -> None:
    documents = ("--evidence", "documents", "-f", "json")
    invoke("check", "--record", *documents, *NOW)
    assert invoke("check", *documents, *NOW).err == ""
    done = invoke("check", *NOW)
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert "recorded with --evidence documents" in done.err
    assert "evidence: all" not in (project / "advisor.lock").read_text()
    assert invoke("check", "--update", *NOW).code == Exit.OK
    assert "evidence: all" in (project / "advisor.lock").read_text()


def test_a_baseline_keeps_what_was_there_and_counts_what_is_new(
    invoke: Run, project: Path, example: str
) -> None:
    choose(project / "profile.yaml", example, "theano")
    invoke("check", "--record", *NOW)
    written = invoke("check", "--write-baseline", "known.yaml", *NOW)
    assert written.code == Exit.OK
    assert "known.yaml" in written.err
    before = (project / "known.yaml").read_bytes()
    known = ("--baseline", "known.yaml", "-f", "json")
    done = invoke("check", *known, *NOW)
    assert done.code == Exit.OK
    assert "choice-excluded" in checks(done)
    assert document(done)["counts"]["failing"] == 0
    # Wherever the run stands and whatever it writes, it is the same finding.
    os.chdir(project.parent)
    arguments = ("app", "--baseline", "app/known.yaml", *NOW)
    assert invoke("check", *arguments).code == Exit.OK
    assert invoke("check", *arguments, "-f", "sarif").code == Exit.OK
    os.chdir(project)
    with (project / "requirements.txt").open("a", encoding="utf-8") as stream:
        stream.write("mxnet\n")
    done = invoke("check", *known, *NOW, "--fail-on", "warning")
    assert done.code == Exit.GATE_FAILED
    assert (project / "known.yaml").read_bytes() == before


def test_a_baseline_says_what_is_mended(
    invoke: Run, project: Path, example: str
) -> None:
    choose(project / "profile.yaml", example, "theano")
    choose(project / "other.yaml", example, "theano")
    (project / "requirements.txt").write_text("torch\nmxnet\n", encoding="utf-8")
    both = ("profile.yaml", "other.yaml")
    invoke("check", *both, "--record", *NOW)
    invoke("check", *both, "--write-baseline", "known.yaml", *NOW)
    assert (project / "known.yaml").read_text().count("requirements.txt") == 2
    choose(project / "profile.yaml", example, "pytorch")
    invoke("check", "--update", *NOW)
    done = invoke("check", "--baseline", "known.yaml", "-f", "json", *NOW)
    beside = document(done)["beside"]
    # What it says of other.yaml, in that file or the shared one, nobody has looked at.
    assert {each["check"] for each in beside} == {"baseline-outdated"}
    assert {each["file"] for each in beside} == {"app/known.yaml"}
    for file in ("other.yaml", "requirements.txt"):
        assert all(file not in each["message"] for each in beside)
    assert done.code == Exit.OK


@pytest.mark.usefixtures("project")
def test_people_see_files_from_where_they_stand_and_machines_from_the_root(
    invoke: Run,
) -> None:
    for format_ in ("terminal", "markdown"):
        said = invoke("check", "-f", format_, *NOW).out
        assert "profile.yaml:1" in said
        assert "advisor check --record profile.yaml" in said
        assert "app/" not in said
    for format_ in ("json", "github", "gitlab", "sarif", "junit"):
        said = invoke("check", "-f", format_, *NOW).out
        assert "app/profile.yaml" in said
        assert "advisor check --record app/profile.yaml" in said


def test_a_repository_of_many_projects_is_one_summary(
    invoke: Run, project: Path, example: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project.parent
    other = root / "packages" / "other"
    other.mkdir(parents=True)
    choose(other / "advisor.yaml", example, "theano")
    monkeypatch.chdir(root)
    done = invoke("check", ".", "app", "--record", "-f", "json", *NOW)
    assert done.code == Exit.GATE_FAILED
    named = [each["file"] for each in document(done)["profiles"]]
    assert named == ["app/profile.yaml", "packages/other/advisor.yaml"]
    assert (project / "advisor.lock").exists()
    assert (other / "advisor.lock").exists()
    assert done.err.count("Recorded in ") == 2


def test_a_profile_in_pyproject_is_recorded_by_that_name(
    invoke: Run, project: Path
) -> None:
    (project / "profile.yaml").unlink()
    path = project / "pyproject.toml"
    text = (
        '[project]\nname = "x"\ndependencies = ["torch"]\n[tool.advisor]\nschema = 1\n'
        '[tool.advisor.answers]\ngoal = "production"\n'
    )
    path.write_text(text, encoding="utf-8")
    done = invoke("check", "--record", *NOW)
    assert done.err == "Recorded in advisor.lock: pyproject.toml\n"
    assert "  pyproject.toml:\n" in (project / "advisor.lock").read_text()
    path.write_text(text.replace('"production"', '"x"'), encoding="utf-8")
    done = invoke("check", "-f", "json", *NOW)
    (found,) = document(done)["profiles"][0]["findings"]
    assert (done.code, found["file"], found["line"]) == (
        Exit.USAGE,
        "app/pyproject.toml",
        7,
    )


def test_a_broken_pyproject_that_is_found_is_a_finding(
    invoke: Run, project: Path
) -> None:
    text = "[tool.advisor]\nschema = 1\n[project\n"
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    for argument in ((), ("../..",), ("pyproject.toml",)):
        done = invoke("check", "-f", "json", *argument, *NOW)
        assert (done.code, done.err) == (Exit.USAGE, "")
        (found,) = document(done)["profiles"][0]["findings"]
        assert (found["file"], found["line"]) == ("app/pyproject.toml", 3)


def test_a_baseline_holds_wherever_one_stands(
    invoke: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "requirements.txt").write_text("torch\ntheano\n", encoding="utf-8")
    known, strict = project / "known.yaml", ("--fail-on", "note", *NOW)
    assert invoke("check", "--write-baseline", str(known), *NOW).code == Exit.OK
    for folder in (project, project.parent, tmp_path):
        monkeypatch.chdir(folder)
        done = invoke("check", str(project), "--baseline", str(known), *strict)
        assert (done.code, done.err) == (Exit.OK, "")


def test_a_library_with_frameworks_as_extras_has_notes_at_most(
    invoke: Run, project: Path
) -> None:
    (project / "requirements.txt").unlink()
    text = (
        "[project]\ndependencies = ['numpy']\n[project.optional-dependencies]\n"
        "torch = ['torch']\ntf = ['tensorflow']\njax = ['jax']\nold = ['theano']\n"
    )
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    invoke("check", "--record", *NOW)
    done = invoke("check", "-f", "json", "--fail-on", "warning", *NOW)
    assert done.code == Exit.OK
    found = document(done)["profiles"][0]["findings"]
    told = [each["check"] for each in found if each["file"] == "app/pyproject.toml"]
    assert told.count("dependency-unexplained") == 2
    assert told.count("dependency-retired") == 1


def test_standard_input_has_no_record_and_misses_none(
    invoke: Run, project: Path
) -> None:
    text = (project / "profile.yaml").read_text(encoding="utf-8")
    (project / "profile.yaml").unlink()
    done = invoke("check", "-", "--fail-on", "note", *NOW, stdin=text)
    assert (done.code, done.err) == (Exit.OK, "")
    for format_ in ("terminal", "sarif"):
        done = invoke("check", "-", "-f", format_, stdin=BROKEN)
        assert (done.code, done.err) == (Exit.USAGE, "")
        assert "productoin" in done.out


@pytest.mark.usefixtures("project")
def test_findings_are_told_in_the_language_asked_for(invoke: Run) -> None:
    done = invoke("check", "--record", "--lang", "zh", *NOW)
    assert "知识库" in done.out
    assert done.err == "已记录到 advisor.lock：profile.yaml\n"


def test_the_program_needs_neither_home_nor_git_nor_streams(
    environment: Mapping[str, str], example: str, tmp_path: Path
) -> None:
    choose(tmp_path / "profile.yaml", example, "pytorch")
    bare = {k: v for k, v in environment.items() if k in ("PATH", "PYTHONPATH")}
    done = subprocess.run(
        ["sh", "-c", '"$0" -m advisor check --as-of 2026-11-21 <&-', sys.executable],
        cwd=tmp_path,
        env=bare,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (Exit.OK, "")
    assert files(tmp_path) == {"profile.yaml"}


def test_runs_at_the_same_time_lose_no_record(
    environment: Mapping[str, str], example: str, tmp_path: Path
) -> None:
    names = [f"{letter}.yaml" for letter in "abc"]
    for name in names:
        choose(tmp_path / name, example, "pytorch")
    command = [sys.executable, "-m", "advisor", "check", "--record", "-f", "json"]
    running = [
        subprocess.Popen(
            [*command, name],
            cwd=tmp_path,
            env=dict(environment),
            stdout=subprocess.DEVNULL,
        )
        for name in names
    ]
    assert [each.wait() for each in running] == [Exit.OK] * len(names)
    text = (tmp_path / "advisor.lock").read_text(encoding="utf-8")
    assert all(f"\n  {name}:\n" in text for name in names)
    assert files(tmp_path) == {*names, "advisor.lock"}


def test_the_same_inputs_give_the_same_bytes(
    program: Run, example: str, tmp_path: Path
) -> None:
    choose(tmp_path / "profile.yaml", example, "tensorflow")
    # Sets are iterated in another order under another hash seed.
    program("check", "--record", *THEN, PYTHONHASHSEED="0")
    line = ("check", "-f", "json", *NOW)
    first, second = (program(*line, PYTHONHASHSEED=seed) for seed in "12")
    assert first.returncode == Exit.GATE_FAILED
    assert first.stdout == second.stdout


def test_a_record_that_an_update_drops_is_named(
    invoke: Run, project: Path, example: str
) -> None:
    choose(project / "other.yaml", example, "pytorch")
    invoke("check", "profile.yaml", "other.yaml", "--record", *NOW)
    (project / "other.yaml").unlink()
    done = invoke("check", "--update", *NOW)
    assert done.err.endswith(
        "Dropped from advisor.lock, for there are no such profiles any more: other.yaml\n"
    )


def test_a_folder_in_the_place_of_the_lock_is_no_missing_record(
    invoke: Run, project: Path
) -> None:
    (project / "advisor.lock").mkdir()
    done = invoke("check", *NOW)
    assert "this is a directory; rename or remove it" in done.out + done.err
    assert done.code == Exit.USAGE


def test_an_empty_name_is_refused(invoke: Run, project: Path) -> None:
    assert files(project) == {"profile.yaml", "requirements.txt"}
    done = invoke("check", "", *NOW)
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert "an empty name" in done.err


def test_a_name_like_an_option_is_told_so_that_it_can_be_pasted(
    invoke: Run, project: Path
) -> None:
    (project / "profile.yaml").rename(project / "-d.yaml")
    done = invoke("check", *NOW, "--", "-d.yaml")
    assert "advisor check --record ./-d.yaml" in " ".join(done.out.split())


def test_a_locked_run_does_not_ask_to_shorten_the_baseline(
    invoke: Run, project: Path, example: str
) -> None:
    invoke("check", "--record", *THEN)
    choose(project / "profile.yaml", example, "theano")
    invoke("check", "--write-baseline", "known.yaml", *NOW)
    choose(project / "profile.yaml", example, "pytorch")
    plain = invoke("check", "--baseline", "known.yaml", "-f", "json", *NOW)
    locked = invoke("check", "--baseline", "known.yaml", "-f", "json", "--locked")
    assert "baseline-outdated" in checks(plain)
    assert "baseline-outdated" not in checks(locked)


def test_an_answer_that_is_no_longer_asked_for_is_not_said_to_have_been_absent(
    invoke: Run, project: Path
) -> None:
    invoke("check", "--record", *NOW)
    lock = project / "advisor.lock"
    text = lock.read_text(encoding="utf-8")
    assert "goal: production" in text
    lock.write_text(text.replace("goal: production", "goal: nonsense"), "utf-8")
    done = invoke("check", "-f", "json", *NOW)
    assert "answers.goal was not set" not in done.out
    assert "cannot be said what they did: goal." in done.out
