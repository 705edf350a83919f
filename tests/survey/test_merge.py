from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advisor.model.profile import Profile
from advisor.survey.merge import merged

BASE = Profile(
    project="shelf",
    answers={"goal": "production", "domain": ("vision",)},
    unknown=("region",),
    weights={"debugging": 2.0},
)

questions = st.sampled_from(["goal", "cloud", "region", "latency"])
profiles = st.builds(
    lambda answers, unknown, weights, project: Profile(
        answers=answers,
        unknown=tuple(each for each in sorted(unknown) if each not in answers),
        weights=weights,
        project=project,
    ),
    st.dictionaries(questions, st.sampled_from(["a", "b"])),
    st.sets(questions),
    st.dictionaries(st.sampled_from(["c1", "c2"]), st.sampled_from([1.0, 2.0])),
    st.sampled_from(["", "p", "q"]),
)


def test_what_either_has_changed_is_kept() -> None:
    ours = replace(BASE, answers={**BASE.answers, "cloud": "aws"}, unknown=())
    theirs = replace(BASE, answers={"goal": "research"}, weights={}, project="rack")
    assert merged(BASE, ours, theirs) == Profile(
        project="rack", answers={"goal": "research", "cloud": "aws"}
    )


def test_what_both_have_changed_is_taken_from_the_interview() -> None:
    ours = replace(BASE, answers={"goal": "learning"}, unknown=("domain", "region"))
    theirs = replace(BASE, answers={**BASE.answers, "domain": ("nlp",)})
    found = merged(BASE, ours, theirs)
    assert found.answers == {"goal": "learning"}
    assert set(found.unknown) == {"domain", "region"}


def as_sets(profile: Profile) -> Profile:
    return replace(profile, unknown=tuple(sorted(profile.unknown)))


@given(profiles, profiles)
def test_where_one_side_has_changed_nothing_the_other_holds(
    base: Profile, other: Profile
) -> None:
    assert as_sets(merged(base, other, base)) == as_sets(other)
    assert as_sets(merged(base, base, other)) == as_sets(other)
