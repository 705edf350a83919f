from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from packaging.tags import parse_tag

from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Source, SourceKind
from advisor.model.knowledge import Knowledge
from advisor.model.system import Framework
from advisor.refresh.claims import CADENCE, Measurement, measurement
from advisor.refresh.release import Figures
from advisor.refresh.wheels import support_of

AS_OF = date(2026, 11, 21)
FIGURES = Figures(
    package="torch",
    as_of=AS_OF,
    version="2.15.0",
    published=date(2026, 10, 28),
    releases=8,
    requires_python=">=3.11",
    support=support_of(parse_tag("cp312-cp312-win_amd64")),
    largest=890_400_000,
)

Measure = Callable[..., Measurement]


@pytest.fixture
def measured(
    a_framework: Callable[..., Framework],
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
) -> Measure:
    """Return a function that measures `FIGURES`, changed, over these old claims."""

    def make(*old: Claim, on: str = CADENCE, **changed: object) -> Measurement:
        base = a_knowledge(
            criteria=[a_criterion(on)], sources=[a_source("s1")], claims={on: old}
        )
        framework = replace(a_framework("pytorch"), name="PyTorch")
        # mypy cannot know which field a test is about.
        figures = replace(FIGURES, **changed)  # type: ignore[arg-type]
        return measurement(framework, figures, base)

    return make


def wheels(made: Measurement) -> str:
    return made.wheels.statement


def test_the_count_is_made_on_the_day_it_is_for(measured: Measure) -> None:
    claim = measured().releases
    assert claim.id == "m-pytorch-releases"
    assert (claim.date_, claim.confirmed) == (AS_OF, AS_OF)
    assert claim.measured == {"pytorch": 8}
    assert claim.statement == (
        "In the twelve months up to 21 November 2026 PyTorch had 8 stable releases."
    )


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no stable releases."), (1, "one stable release.")]
)
def test_few_releases_are_told_in_words(
    measured: Measure, count: int, words: str
) -> None:
    assert measured(releases=count).releases.statement.endswith(f" had {words}")


def test_the_source_is_the_newest_release_in_the_registry(measured: Measure) -> None:
    source = measured().source
    assert (source.id, source.url) == ("pypi-torch-2-15-0", "pkg:pypi/torch@2.15.0")
    assert (source.kind, source.date) == (SourceKind.REGISTRY, FIGURES.published)
    assert source.reliability.because


def test_an_epoch_in_a_version_fits_into_an_id_and_a_package_url(
    measured: Measure,
) -> None:
    source = measured(version="1!2.0.post1").source
    assert source.id == "pypi-torch-1-2-0-post1"
    assert source.url == "pkg:pypi/torch@1%212.0.post1"


def test_the_newest_release_is_described_from_its_upload_on(measured: Measure) -> None:
    claim = measured().wheels
    assert claim.id == "m-pytorch-wheels"
    assert (claim.date_, claim.confirmed) == (FIGURES.published, AS_OF)
    assert (claim.performance, claim.measured, claim.strength) == (None, None, None)
    assert claim.statement == (
        "The newest stable release of PyTorch is torch 2.15.0 of 28 October 2026; "
        "it requires Python >=3.11; its wheels are for CPython 3.12, on Windows "
        "(x86_64); the largest wheel for Linux has 890 MB."
    )


def test_what_the_index_does_not_say_is_left_out(measured: Measure) -> None:
    bare = measured(requires_python="", support=None, largest=None)
    assert wheels(bare) == (
        "The newest stable release of PyTorch is torch 2.15.0 of 28 October 2026; "
        "it has no wheels, only an archive of its source."
    )


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ("cp310.cp311.cp312-none-win32", "CPython 3.10 to 3.12, on Windows (x86);"),
        ("cp39.cp311-none-win32", "CPython 3.9 and 3.11, on"),
        ("cp39.cp310.cp312-none-win32", "CPython 3.9, 3.10 and 3.12, on"),
        ("cp310-abi3-win32", "for CPython 3.10 and newer (stable ABI), on"),
        ("cp313-cp313t-win32", "for CPython 3.13 and free-threaded builds, on"),
        ("py2.py3-none-any", "for every Python 3, on any platform;"),
        ("py3-none-win32.any", "on Windows (x86) and any platform;"),
        ("x-y-z", "it has wheels, of which the tags say nothing"),
    ],
)
def test_tags_become_words(measured: Measure, tags: str, words: str) -> None:
    assert words in wheels(measured(support=support_of(parse_tag(tags))))


def test_python_2_is_told_where_it_is_not_refused(measured: Measure) -> None:
    both = support_of(parse_tag("py2.py3-none-any"))
    for requires in ("", ">=2.7", "=>"):
        told = wheels(measured(support=both, requires_python=requires))
        assert "every Python 2 and every Python 3" in told


@pytest.mark.parametrize(
    ("size", "words"), [(1, "0.1 MB"), (9_940_000, "9.9 MB"), (10_400_000, "10 MB")]
)
def test_sizes_are_decimal_megabytes(measured: Measure, size: int, words: str) -> None:
    assert wheels(measured(largest=size)).endswith(f"has {words}.")


def test_the_claim_on_the_cadence_of_today_is_set_aside(
    measured: Measure, a_claim: Callable[..., Claim]
) -> None:
    old = a_claim("f-pytorch-releases-now", date_=AS_OF)
    assert measured(old).releases.supersedes == ("f-pytorch-releases-now",)


def test_nothing_is_set_aside_that_is_not_there_is_newer_or_about_something_else(
    measured: Measure, a_claim: Callable[..., Claim]
) -> None:
    other = a_claim("f-jax-releases-now")
    newer = a_claim("f-pytorch-releases-now", date_=date(2026, 11, 22))
    elsewhere = a_claim("f-pytorch-releases-now")
    assert measured(other).releases.supersedes == ()
    assert measured(newer).releases.supersedes == ()
    assert measured(elsewhere, on="debugging").releases.supersedes == ()
