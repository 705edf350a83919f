import os
import threading
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from advisor.cli.check.locks import read_locks, write_locks
from advisor.cli.check.reading import Invalid
from advisor.cli.check.targets import Filed
from advisor.engine.recommend import recommend
from advisor.engine.remember import remember
from advisor.knowledge.locks import lock_text
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.recorded import Recorded

DAYS = (date(2021, 6, 1), date(2026, 11, 21))


@pytest.fixture(scope="module")
def entries(knowledge: Knowledge) -> tuple[Recorded, ...]:
    """Return the same decision as recorded on two days."""
    profile = Profile(answers={"goal": "production"})
    reports = [recommend(knowledge, profile, day, Evidence.ALL) for day in DAYS]
    return tuple(remember(knowledge, profile, report) for report in reports)


def days(lock: Path, knowledge: Knowledge) -> Mapping[str, date]:
    target = Filed(lock.with_name("profile.yaml"), "profile.yaml")
    read = read_locks([target], knowledge, lock.parent)[lock]
    assert not isinstance(read, Invalid)
    return {name: each.as_of for name, each in read.items()}


def test_a_folder_without_a_lock_has_nothing_on_record(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    assert days(tmp_path / "advisor.lock", knowledge) == {}


def test_a_record_is_added_and_replaced_only_on_demand(
    knowledge: Knowledge, entries: tuple[Recorded, ...], tmp_path: Path
) -> None:
    lock = tmp_path / "advisor.lock"
    old, new = entries
    profiles = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for each in profiles:
        each.touch()
    write_locks({lock: {"a.yaml": old}}, knowledge, update=False)
    write_locks({lock: {"a.yaml": new, "b.yaml": new}}, knowledge, update=False)
    assert days(lock, knowledge) == {"a.yaml": DAYS[0], "b.yaml": DAYS[1]}
    write_locks({lock: {"a.yaml": new}}, knowledge, update=True)
    assert days(lock, knowledge) == {"a.yaml": DAYS[1], "b.yaml": DAYS[1]}
    assert sorted(tmp_path.iterdir()) == [*profiles[:1], lock, *profiles[1:]]


def test_the_record_of_a_profile_that_is_gone_is_dropped_by_an_update(
    knowledge: Knowledge, entries: tuple[Recorded, ...], tmp_path: Path
) -> None:
    lock, here = tmp_path / "app" / "advisor.lock", tmp_path / "app" / "a.yaml"
    lock.parent.mkdir()
    here.touch()
    (tmp_path / "outside.yaml").touch()
    every = dict.fromkeys(("a.yaml", "gone.yaml", "../outside.yaml"), entries[0])
    write_locks({lock: every}, knowledge, update=False)
    write_locks({lock: {"a.yaml": entries[0]}}, knowledge, update=False)
    assert days(lock, knowledge).keys() == every.keys()
    dropped = write_locks({lock: {"a.yaml": entries[1]}}, knowledge, update=True)
    assert dropped == {lock: ["../outside.yaml", "gone.yaml"]}
    assert days(lock, knowledge) == {"a.yaml": DAYS[1]}


def test_runs_at_the_same_time_lose_no_entry(
    knowledge: Knowledge, entries: tuple[Recorded, ...], tmp_path: Path
) -> None:
    lock = tmp_path / "advisor.lock"
    names = [f"p{number}.yaml" for number in range(6)]
    start = threading.Barrier(len(names))

    def record(name: str) -> None:
        start.wait()
        write_locks({lock: {name: entries[0]}}, knowledge, update=False)

    threads = [threading.Thread(target=record, args=[name]) for name in names]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(days(lock, knowledge)) == names


def test_a_broken_lock_is_told_at_its_line_and_stays_as_it_is(
    knowledge: Knowledge, entries: tuple[Recorded, ...], tmp_path: Path
) -> None:
    lock = tmp_path / "advisor.lock"
    lock.write_text("schema: 1\nprofiles: [\n", encoding="utf-8")
    target = Filed(lock.with_name("profile.yaml"), "profile.yaml")
    read = read_locks([target], knowledge, tmp_path.parent)[lock]
    assert isinstance(read, Invalid)
    assert read.file == f"{tmp_path.name}/advisor.lock"
    ((line, key, _),) = read.problems
    assert (line, key) == (3, "")
    with pytest.raises(InputError, match=rf"^{lock}:"):
        write_locks({lock: {"a.yaml": entries[0]}}, knowledge, update=True)
    assert lock.read_text(encoding="utf-8") == "schema: 1\nprofiles: [\n"


def test_a_lock_that_is_a_link_outside_is_neither_read_nor_written(
    knowledge: Knowledge, entries: tuple[Recorded, ...], tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.write_text(lock_text({}, knowledge), encoding="utf-8")
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    lock = folder / "advisor.lock"
    lock.symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(InputError, match="leads outside of the repository"):
        days(lock, knowledge)
    with pytest.raises(InputError, match="leads outside of the repository"):
        write_locks({lock: {"a.yaml": entries[0]}}, knowledge, update=True)
    assert outside.read_bytes() == before


def test_a_dangling_link_outside_is_not_written_through(
    knowledge: Knowledge, entries: tuple[Recorded, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    lock = folder / "advisor.lock"
    lock.symlink_to(tmp_path / "outside")
    with pytest.raises(InputError, match="leads outside of the repository"):
        write_locks({lock: {"a.yaml": entries[0]}}, knowledge, update=False)
    assert not (tmp_path / "outside").exists()


def test_a_pipe_in_the_place_of_the_lock_is_not_waited_for(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    lock = tmp_path / "advisor.lock"
    os.mkfifo(lock)
    with pytest.raises(InputError, match="not a regular file"):
        days(lock, knowledge)


def test_locks_of_several_folders_are_each_written(
    knowledge: Knowledge, entries: tuple[Recorded, ...], tmp_path: Path
) -> None:
    locks = [tmp_path / name / "advisor.lock" for name in "ab"]
    for each in locks:
        each.parent.mkdir()
    write_locks(
        {each: {"p.yaml": entries[0]} for each in locks}, knowledge, update=False
    )
    assert all(days(each, knowledge) == {"p.yaml": DAYS[0]} for each in locks)
