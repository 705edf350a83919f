"""Paths and runtimes that lead through what nobody knows, or backwards in time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.lint.paths import check, options_of
from advisor.model.condition import Is
from advisor.model.knowledge import Knowledge
from advisor.model.path import ANY_LANGUAGE, Maturity, Milestone, Path
from advisor.model.question import Kind, Option, Question
from advisor.model.system import Phase, Runtime, Status

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

BORN, EARLY, LATE = date(2010, 1, 1), date(2018, 1, 1), date(2020, 1, 1)
LIVE = Milestone(Maturity.PRODUCTION, EARLY, "s1")
SOUND = Path(
    "alpha-box", "alpha", ("export",), ".box", "box", ("server",), ("java",), (LIVE,)
)


@pytest.fixture
def said(
    a_knowledge: Build, a_framework: Build, a_source: Build, a_question: Build
) -> Callable[..., list[str]]:
    """Return a function: what is wrong with the sound path after some changes."""

    def asked(id_: str, order: int, *options: str) -> Question:
        choices = tuple(Option(each, each) for each in options)
        question: Question = a_question(id_, order, type=Kind.MANY)
        return replace(question, options=choices)

    def run(own: Runtime | None = None, /, **fields: object) -> list[str]:
        box = own or Runtime("box", "Box", "", (Phase(Status.ACTIVE, BORN, "s1"),))
        changed: dict[str, Any] = fields
        path = replace(SOUND, **changed)
        base: Knowledge = a_knowledge(
            frameworks=[a_framework("alpha", since=BORN), a_framework("beta")],
            sources=[a_source("s1")],
            questions=[
                asked("deployment-targets", 1, "server", "browser"),
                asked("serving-languages", 2, "java", "python"),
                asked("serving-accelerators", 3, "cpu", "npu"),
            ],
            runtimes={"box": box},
            paths={path.id: path},
        )
        return [f"{each.subject} {each.message}" for each in check(base)]

    return run


def test_a_sound_path_passes(said: Callable[..., list[str]]) -> None:
    assert said() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"languages": (ANY_LANGUAGE,)},
        {"accelerators": ("cpu", "npu"), "bound_to": "Acme"},
        {"through": ("beta",)},
        {"when": Is("allow-retired", "false")},
        {"maturity": (LIVE, Milestone(Maturity.DEAD, LATE, "s1"))},
        {"maturity": (replace(LIVE, since=BORN),)},
    ],
)
def test_what_may_be_said_of_a_path_passes(
    said: Callable[..., list[str]], fields: dict[str, Any]
) -> None:
    assert said(**fields) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"from_": "alhpa"}, "from: there is no framework 'alhpa'"),
        ({"through": ("box",)}, "through: there is no framework 'box'"),
        ({"runtime": "bax"}, "runtime: there is no runtime 'bax'"),
        ({"targets": ("moon",)}, "targets: there is no targets 'moon'"),
        ({"languages": ("cobol",)}, "languages: there is no languages 'cobol'"),
        ({"accelerators": ("abacus",)}, "accelerators: there is no accelerators 'aba"),
        ({"targets": ()}, "targets: leads nowhere"),
        ({"when": Is("gaol", "x")}, "reads 'gaol', which no question asks"),
        ({"fits": Is("gaol", "x")}, "reads 'gaol', which no question asks"),
        ({"maturity": ()}, "maturity: no milestone"),
        (
            {"maturity": (replace(LIVE, source="nowhere"),)},
            "maturity production: there is no source 'nowhere'",
        ),
        (
            {"maturity": (replace(LIVE, since=LATE), replace(LIVE, since=EARLY))},
            "maturity: the milestones do not follow each other in time",
        ),
        ({"maturity": (LIVE, LIVE)}, "maturity: the milestones do not follow"),
        (
            {"maturity": (replace(LIVE, since=date(2009, 12, 31)),)},
            "maturity: begins before the first release of Alpha",
        ),
    ],
)
def test_a_broken_path_is_found(
    said: Callable[..., list[str]], fields: dict[str, Any], message: str
) -> None:
    (found,) = said(**fields)
    assert found.startswith(f"path:alpha-box {message}")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"named_in": ("nowhere",)}, "named-in: there is no source 'nowhere'"),
        (
            {"status": (Phase(Status.ACTIVE, BORN, "nowhere"),)},
            "status active: there is no source 'nowhere'",
        ),
        (
            {
                "status": (
                    Phase(Status.ARCHIVED, LATE, "s1"),
                    Phase(Status.ACTIVE, BORN, "s1"),
                )
            },
            "status: the phases do not follow each other",
        ),
    ],
)
def test_a_broken_runtime_is_found(
    said: Callable[..., list[str]], fields: dict[str, Any], message: str
) -> None:
    (found,) = said(replace(Runtime("box", "Box", "", ()), **fields))
    assert found.startswith(f"runtime:box {message}")


def test_where_nothing_is_asked_any_word_may_stand(
    a_knowledge: Build, a_question: Build
) -> None:
    text = a_knowledge(questions=[a_question("deployment-targets", 1, type=Kind.TEXT)])
    assert options_of("deployment-targets", text) == set()
    assert options_of("deployment-targets", a_knowledge()) == set()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"targets": ("server", "server")}, "targets: 'server' stands there twice"),
        ({"languages": ()}, "languages: no application can call the model"),
        (
            {"through": ("alpha",)},
            "through: a detour by way of 'alpha', where it begins",
        ),
        ({"confirmed": BORN}, "confirmed: before the last change of its maturity"),
    ],
)
def test_a_path_that_cannot_be_meant_is_found(
    said: Callable[..., list[str]], fields: dict[str, Any], message: str
) -> None:
    assert said(**fields) == [f"path:alpha-box {message}"]


def test_a_path_to_no_target_at_all_leads_nowhere(
    said: Callable[..., list[str]],
) -> None:
    assert "path:alpha-box targets: leads nowhere" in said(targets=("none",))
