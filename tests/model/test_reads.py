"""What the rule base reads of a profile, wherever it stands."""

from collections.abc import Callable
from datetime import date

from advisor.model.condition import All, In, Includes, Is, Not
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.reads import PATH_FACTS, every_test, facts_read
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import Layer

BORN = date(2020, 1, 1)
RULE, CLAIM, FITS = Is("goal", "research"), Includes("domain", ("llm",)), Is("a", "1")
WHEN, CHOICE = In("b", ("1", "2")), Is("c", "true")


def path(id: str, when: In | None = None, fits: Is | None = None) -> Path:
    life = (Milestone(Maturity.PRODUCTION, BORN, "s1"),)
    return Path(
        id, "ada", (), "onnx", "ort", ("ios",), ("any",), life, when=when, fits=fits
    )


def test_rules_claims_layers_and_paths_are_all_read(
    a_knowledge: Callable[..., Knowledge],
    a_claim: Callable[..., Claim],
    a_rule: Callable[..., Rule],
) -> None:
    base = a_knowledge(
        rules=[a_rule("r1", All((Not(RULE), RULE)))],
        claims={"c1": [a_claim("k1", when=CLAIM), a_claim("k2")]},
        layers={"l1": Layer("l1", "L1", "", (), (), FITS, "")},
        paths={each.id: each for each in (path("p1", WHEN), path("p2", None, CHOICE))},
    )
    assert list(every_test(base)) == [RULE, RULE, CLAIM, FITS, WHEN, CHOICE]
    assert facts_read(base) == {"goal", "domain", "a", "b", "c", *PATH_FACTS}


def test_a_screen_reads_the_answers_that_it_compares(
    a_knowledge: Callable[..., Knowledge], a_rule: Callable[..., Rule]
) -> None:
    platform = Exclude(Screen.PLATFORM, fact="os", accelerators="chips")
    rules = [
        a_rule("r1", exclude=platform),
        a_rule("r2", exclude=Exclude(Screen.NOT_RELEASED)),
    ]
    assert facts_read(a_knowledge(rules=rules)) == {"os", "chips"}


def test_targets_languages_and_accelerators_are_read_where_there_are_paths(
    a_knowledge: Callable[..., Knowledge],
) -> None:
    assert facts_read(a_knowledge()) == set()
    assert facts_read(a_knowledge(paths={"p1": path("p1")})) == {
        "deployment-targets",
        "serving-languages",
        "serving-accelerators",
    }


def test_an_empty_rule_base_reads_nothing(
    a_knowledge: Callable[..., Knowledge],
) -> None:
    assert list(every_test(a_knowledge())) == []
