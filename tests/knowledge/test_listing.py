from pathlib import Path

from advisor.knowledge.listing import strays, yaml_files


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def listed(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in yaml_files(root)]


def test_files_come_in_the_same_order_on_every_machine(tmp_path: Path) -> None:
    put(tmp_path, "rules/b", "rules/a", "claims/z", "release", "cases/c")
    put(tmp_path, "languages/zh/rules", "languages/en/report")
    assert listed(tmp_path) == [
        "release.yaml",
        "cases/c.yaml",
        "claims/z.yaml",
        "rules/a.yaml",
        "rules/b.yaml",
        "languages/en/report.yaml",
        "languages/zh/rules.yaml",
    ]


def test_what_nothing_reads_is_a_stray_and_what_is_hidden_is_not(
    tmp_path: Path,
) -> None:
    put(tmp_path, "rules/a", "rules/deep/b", "other/c", "rules/.d", "languages/e")
    found = [path.relative_to(tmp_path).as_posix() for path in strays(tmp_path)]
    assert found == ["languages/e.yaml", "other/c.yaml", "rules/deep/b.yaml"]
