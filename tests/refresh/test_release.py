from collections.abc import Callable, Sequence
from datetime import date

import pytest

from advisor.model.errors import InputError
from advisor.refresh.listing import File
from advisor.refresh.release import Figures, figures_of, year_before

AS_OF = date(2026, 11, 21)
WHEEL = "x-{}-cp312-cp312-manylinux_2_28_x86_64.whl"

AFile = Callable[..., File]


def figures(files: Sequence[File], as_of: date = AS_OF) -> Figures:
    return figures_of("x", files, as_of)


def test_releases_of_the_twelve_months_are_counted(a_file: AFile) -> None:
    days = ["2025-11-21", "2025-11-22", "2026-05-01", "2026-11-21", "2026-11-22"]
    files = [a_file(f"x-1.{i}.tar.gz", day) for i, day in enumerate(days)]
    found = figures(files)
    assert (found.releases, found.version, found.published) == (3, "1.3", AS_OF)


def test_a_release_counts_once_from_its_first_file_on(a_file: AFile) -> None:
    old = a_file("x-1.0.tar.gz", "2025-01-01")
    late = a_file(WHEEL.format("1.0"), "2026-10-01")
    assert figures([late, old]).releases == 0
    assert figures([late, old]).published == date(2025, 1, 1)


def test_pre_releases_and_yanked_files_do_not_count(a_file: AFile) -> None:
    files = [
        a_file("x-1.0.tar.gz"),
        a_file("x-1.0.post1.tar.gz"),
        a_file("x-2.0rc1.tar.gz"),
        a_file("x-2.0.dev3.tar.gz"),
        a_file("x-3.0.tar.gz", yanked=True),
        a_file(WHEEL.format("1.0"), "2025-12-01", yanked=True),
    ]
    found = figures(files)
    assert (found.releases, found.version) == (2, "1.0.post1")


def test_builds_of_one_version_are_one_release(a_file: AFile) -> None:
    files = [a_file(WHEEL.format(f"2.1+{each}")) for each in ("cpu", "cu121")]
    found = figures(files)
    assert (found.releases, found.version) == (1, "2.1")


def test_the_newest_release_is_the_highest_version_not_the_last_upload(
    a_file: AFile,
) -> None:
    files = [a_file("x-2.10.tar.gz"), a_file("x-2.9.1.tar.gz", "2026-06-01")]
    assert figures(files).version == "2.10"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "x",
        "x-9.9",
        "x-9.9.exe",
        "x-9.9.egg",
        "x-not.a.version.tar.gz",
        "x-9.9-cp312.whl",
        "other-9.9.tar.gz",
        "other-9.9-py3-none-any.whl",
        "../x-9.9.tar.gz",
        'x-9.9"\n- id: evil.tar.gz',
        "x-9.9\u202e.tar.gz",
        "x-9.9\ud800.whl",
    ],
)
def test_a_weird_name_says_nothing(a_file: AFile, name: str) -> None:
    files = [a_file("x-1.0.tar.gz"), a_file(name, None)]
    assert figures(files) == figures(files[:1])


def test_the_name_of_a_package_may_be_spelt_in_several_ways(a_file: AFile) -> None:
    files = [a_file("A_B-1.0.tar.gz"), a_file("a.b-1.1.tar.gz")]
    assert figures_of("a-b", files, AS_OF).version == "1.1"


def test_a_release_without_upload_time_makes_the_count_impossible(
    a_file: AFile,
) -> None:
    files = [a_file("x-1.0.tar.gz"), a_file("x-1.1.tar.gz", None)]
    with pytest.raises(InputError, match=r"when 1\.1 was uploaded; .*PEP 700"):
        figures(files)


def test_one_dated_file_dates_its_release(a_file: AFile) -> None:
    files = [a_file("x-1.0.tar.gz", None), a_file(WHEEL.format("1.0"))]
    assert figures(files).published == date(2026, 1, 1)


def test_what_has_no_stable_release_is_told(a_file: AFile) -> None:
    with pytest.raises(InputError, match="no stable release"):
        figures([a_file("x-1.0a1.tar.gz")])
    with pytest.raises(InputError, match="up to 2025-12-31; take a later --as-of"):
        figures([a_file("x-1.0.tar.gz")], date(2025, 12, 31))


def test_an_earlier_day_sees_what_was_there_then(a_file: AFile) -> None:
    files = [a_file("x-1.0.tar.gz", "2024-06-01"), a_file("x-2.0.tar.gz", "2026-01-01")]
    found = figures(files, date(2024, 12, 31))
    assert (found.version, found.releases) == ("1.0", 1)


def test_only_the_newest_release_is_described(a_file: AFile) -> None:
    files = [
        a_file("x-1.0-cp39-cp39-win_amd64.whl", size=999),
        a_file(WHEEL.format("2.0"), size=5),
        a_file("x-2.0-py3-none-any.whl", size=7),
        a_file("x-2.0-cp312-cp312-win_amd64.whl", size=99),
        a_file("x-2.0.tar.gz", size=999),
    ]
    found = figures(files)
    assert found.support is not None
    assert found.support.exact == ((3, 12),)
    assert found.largest == 7


def test_without_wheels_or_sizes_nothing_is_made_up(a_file: AFile) -> None:
    source = figures([a_file("x-1.0.tar.gz", size=9)])
    assert (source.support, source.largest) == (None, None)
    assert figures([a_file(WHEEL.format("1.0"))]).largest is None


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ((">=3.10", ">=3.10"), ">=3.10"),
        ((">=3.10", ">=3.11"), ""),
        (("===3.10'; drop",), ""),
        ((">=3.10" * 20,), ""),
        ((">=3.10\n",), ">=3.10"),
    ],
)
def test_required_pythons_are_told_where_all_files_agree(
    a_file: AFile, stated: Sequence[str], expected: str
) -> None:
    files = [
        a_file(f"x-1.0-{i}-py3-none-any.whl", requires_python=each)
        for i, each in enumerate(stated, start=1)
    ]
    assert figures(files).requires_python == expected


def test_a_year_before_a_leap_day_is_the_last_of_february() -> None:
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)
    assert year_before(date(2026, 11, 21)) == date(2025, 11, 21)
    assert year_before(date.min) == date.min


def test_the_order_of_the_files_does_not_matter(a_file: AFile) -> None:
    files = [a_file(WHEEL.format(f"1.{i}"), f"2026-01-{i + 1:02}") for i in range(9)]
    assert figures(files) == figures(files[::-1])
