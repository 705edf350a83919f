from collections.abc import Callable
from dataclasses import replace

from advisor.model.decision import Decision
from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.decision.options import cited

Write = Callable[..., str]


def options(record: str) -> str:
    start = record.split("## Pros and Cons of the Options\n")[1]
    return start.split("## More Information\n")[0]


def test_each_option_is_held_against_the_chosen_one_with_its_claims(
    write: Write,
) -> None:
    alpha, beta = options(write()).split("### Beta")
    assert "- Good, because of **tools**: 0.60 (0.30–0.90) against 0.40" in alpha
    assert "Alpha has the better tools. (s3, " in alpha
    assert "- Bad, because of **tools**: 0.40 (0.20–0.60) against 0.60" in beta
    assert "- Neutral, because nothing is known of documentation, 20%" in beta


def test_a_claim_about_the_other_alone_begins_with_its_name(
    write: Write, report: Report
) -> None:
    alpha, beta = report.ranking
    parts = tuple(
        replace(each, performance=replace(each.performance, testimonies=()))
        for each in beta.score.contributions
    )
    mute = replace(beta, score=replace(beta.score, contributions=parts))
    first, second = options(write(replace(report, ranking=(alpha, mute)))).split(
        "### Beta"
    )
    assert "  - **Alpha**: Alpha has the better tools." in second
    assert "  - Alpha has the better tools." in first


def test_the_chosen_one_is_held_against_the_best_other(write: Write) -> None:
    beta = options(write(decision=Decision(framework="beta"))).split("### Beta")[1]
    assert "for Alpha, 30% of the weight" in beta


def test_one_that_was_barred_stands_there_with_what_shows_it(write: Write) -> None:
    delta = options(write(decision=Decision(framework="delta"))).split("### Delta")[1]
    assert "Beta is fast before version 2." in delta
    assert "shown by S2" in delta


def test_the_chosen_one_is_among_the_options_however_low_it_ranks(
    write: Write, report: Report
) -> None:
    first, second = report.ranking
    crowd = replace(report, ranking=(first, first, first, second))
    assert "### Beta" not in options(write(crowd))
    assert "### Beta" in options(write(crowd, Decision(framework="beta")))


def test_what_is_cited_is_what_stands_there(
    write: Write, asked: Knowledge, report: Report
) -> None:
    text = options(write())
    claims = cited(report, asked, "alpha")
    assert claims
    assert all(f"`{each}`" in text for each in claims)
    assert not any(f"`{each}`" in text for each in set(asked.claims) - claims)


def test_nothing_ranked_means_no_options_to_weigh(write: Write) -> None:
    assert "Pros and Cons" not in write("nothing judged")
