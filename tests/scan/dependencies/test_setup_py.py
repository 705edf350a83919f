from advisor.scan.dependencies.found import Found
from advisor.scan.dependencies.setup_py import read


def test_a_script_that_asks_for_packages_is_not_run_and_leaves_them_open() -> None:
    text = "raise SystemExit\nsetup(install_requires=['torch'])"
    assert read(text, "F") == Found(declares=True, complete=False)


def test_a_script_that_asks_for_nothing_says_nothing() -> None:
    assert read("setup()", "F") == Found(declares=False)
