from hypothesis import given
from hypothesis import strategies as st

from advisor.gate.fingerprint import fingerprint
from advisor.model.gate import Check

names = st.text(st.characters(exclude_characters="\0"), max_size=8)
subjects = st.tuples(st.sampled_from(Check), names, names, names)


@given(subjects, subjects)
def test_only_the_same_four_have_the_same_fingerprint(
    one: tuple[Check, str, str, str], other: tuple[Check, str, str, str]
) -> None:
    assert (fingerprint(*one) == fingerprint(*other)) == (one == other)


def test_a_fingerprint_is_the_same_in_every_version_and_on_every_machine() -> None:
    # Baselines that people keep in their repositories rest on these digits.
    assert fingerprint(
        Check.PATH_LEGACY, "advisor.yaml", "advisor.yaml", "android"
    ) == ("db4a5f98e394b5a4ffdac3da0243a3b7c66feed491f1089b9c4b1b1336a63932")


def test_a_name_that_is_no_unicode_has_a_fingerprint_too() -> None:
    assert len(fingerprint(Check.NO_BASIS, "\udcff.yaml", "\udcff.yaml", "")) == 64
