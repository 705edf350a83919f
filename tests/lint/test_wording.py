from advisor.lint.wording import Known, unknown


def _help(word: str, known: Known) -> str:
    (finding,) = unknown("check", "subject", "key", [word], known)
    return finding.help


def test_a_near_miss_is_suggested() -> None:
    assert (
        _help("pytorhc", Known("framework", ["pytorch"])) == "Did you mean 'pytorch'?"
    )


def test_a_few_words_are_listed() -> None:
    assert _help("xyz", Known("side", ["left", "right"])) == "Valid are: left, right."


def test_many_words_are_not() -> None:
    many = Known("claim", [f"c-{number:03}" for number in range(50)])
    assert _help("xyz", many) == "Add a claim with this id, or take the reference out."
