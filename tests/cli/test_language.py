import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from advisor.cli.exit import Exit
from advisor.cli.format import CheckFormat, Format
from advisor.cli.language import get_language
from advisor.model.language import Language

Run = Callable[..., Any]  # Any: Outcome or CompletedProcess

CHINESE = {"LANG": "zh_CN.UTF-8"}
ENGLISH = {"LANG": "en_GB.UTF-8"}


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ({}, Language.EN),
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LANG": "de_DE.UTF-8"}, Language.EN),
        ({"LANG": "C", "LC_MESSAGES": "zh_SG"}, Language.ZH),
        ({"LANG": "zh_CN", "LC_MESSAGES": "fr_FR"}, Language.EN),
        ({"LANG": "zh_CN", "LC_ALL": "C"}, Language.EN),
        ({"LANG": "en_GB", "LC_MESSAGES": "", "LC_ALL": "ZH"}, Language.ZH),
    ],
)
def test_the_locale_chooses_the_language_as_posix_says(
    locale: Mapping[str, str], expected: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, locale.get(name, ""))
    assert get_language(None) is expected
    assert get_language(Language.EN) is Language.EN
    assert get_language(Language.ZH) is Language.ZH
    assert get_language(None, Format.MARKDOWN) is expected
    assert get_language(None, Format.JSON) is Language.EN
    assert get_language(None, CheckFormat.TERMINAL) is expected
    assert get_language(None, CheckFormat.HTML) is expected
    for machine in ("json", "github", "gitlab", "sarif", "junit"):
        assert get_language(None, CheckFormat(machine)) is Language.EN


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("recommend", "PROFILE", "--quick"), "结论："),
        (("explain", "PROFILE", "--quick"), "触发的规则"),
        (("explain", "PROFILE", "jax", "--quick"), "为什么不选 JAX"),
        (("compare", "pytorch", "jax", "PROFILE"), "领先者"),
        (("knowledge", "show", "pytorch"), "知识库"),
        (("init", "--output", "-"), "项目档案"),
    ],
)
def test_every_report_speaks_the_language_asked_for(
    command: tuple[str, ...], said: str, invoke: Run, example: str
) -> None:
    arguments = [example if each == "PROFILE" else each for each in command]
    assert said in invoke(*arguments, "--lang", "zh").out
    assert said not in invoke(*arguments).out


def test_the_locale_speaks_where_no_option_does(program: Run, example: str) -> None:
    assert "结论：" in program("recommend", example, "--quick", **CHINESE).stdout
    assert "Verdict:" in program("recommend", example, "--quick", **ENGLISH).stdout
    asked = program("recommend", example, "--quick", "--lang", "en", **CHINESE).stdout
    assert asked == program("recommend", example, "--quick", **ENGLISH).stdout


def test_json_is_the_same_under_every_locale(program: Run, example: str) -> None:
    for command in (
        ("recommend", example, "--quick"),
        ("explain", example, "--quick"),
        ("compare", "pytorch", "jax"),
        ("knowledge", "show", "pytorch"),
    ):
        line = (*command, "--format", "json")
        here, there = program(*line, **ENGLISH), program(*line, **CHINESE)
        assert here.stdout == there.stdout


def test_json_in_chinese_differs_in_sentences_only(invoke: Run, example: str) -> None:
    line = ("recommend", example, "--quick", "--format", "json")
    english = json.loads(invoke(*line).out)
    chinese = json.loads(invoke(*line, "--lang", "zh").out)
    assert chinese["summary"] != english["summary"]
    for key in ("verdict", "weights", "ranking", "horizons", "open_questions", "trace"):
        assert chinese[key] == english[key]


def test_a_language_that_is_not_spoken_is_refused(invoke: Run, example: str) -> None:
    done = invoke("recommend", example, "--quick", "--lang", "fr")
    assert done.code == Exit.USAGE
    assert "'fr'" in done.err
