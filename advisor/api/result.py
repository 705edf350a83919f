"""What `recommend` returns: a recommendation that can show itself."""

from dataclasses import dataclass
from typing import Any

from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked, Recommendation, Report, Verdict

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class NoRecommendation:
    """There is no basis for a recommendation, and why."""

    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """A recommendation; `report` has all of it, `knowledge` the records that it names.

    A notebook shows it as a short summary, `print` as `advisor recommend` does.
    """

    report: Report
    knowledge: Knowledge

    @property
    def verdict(self) -> Verdict:
        """How far the evidence carries: clear, leaning, tie or no basis."""
        return self.report.verdict

    @property
    def summary(self) -> str:
        """The verdict in one sentence."""
        return self.report.summary

    @property
    def recommendation(self) -> Recommendation | NoRecommendation:
        """The framework by id and the stack with it; on a tie the first of the tied."""
        return self.report.recommendation or NoRecommendation(self.report.summary)

    @property
    def ranking(self) -> tuple[Ranked, ...]:
        """The frameworks that were ranked, best first; equal ranks are ties."""
        return self.report.ranking

    def to_dict(self) -> dict[str, Any]:  # Any: JSON values
        """Return the mapping that `to_json` writes."""
        from advisor.render.json import result

        return dict(result(self.report))

    def to_json(self) -> str:
        """Return what `advisor recommend --format json` writes."""
        from advisor.render.json_text import render

        return render(self.to_dict())

    def to_markdown(self) -> str:
        """Return what `advisor recommend --format markdown` writes."""
        from advisor.render.markdown import render
        from advisor.render.recommendation import recommendation_page

        return render(recommendation_page(self.report, self.knowledge))

    def to_html(self) -> str:
        """Return the whole report as one HTML document that loads nothing else."""
        from advisor.render.html.report import report_document

        return report_document(self.report, self.knowledge)

    def __str__(self) -> str:
        """Return what `advisor recommend` writes, 80 columns wide and without colour."""
        from advisor.render.recommendation import recommendation_page
        from advisor.render.terminal import render

        page = recommendation_page(self.report, self.knowledge)
        return render(page, _WIDTH, colour=False)

    def __repr__(self) -> str:
        """Return verdict and summary: a whole report is no line."""
        return f"<Result {self.verdict.value}: {self.summary}>"

    def _repr_html_(self) -> str:
        """Return a short summary as HTML without styles or scripts, for a notebook."""
        from advisor.render.notebook import summary_fragment

        return summary_fragment(self.report, self.knowledge)
