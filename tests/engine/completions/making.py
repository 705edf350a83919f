"""Small random rule bases that use every part of the model."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import prod
from random import Random

from advisor.engine.soundness import PATH_CRITERION, PLATFORM_CRITERION
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.constants import Constants
from advisor.model.criterion import Criterion
from advisor.model.evidence import (
    Claim,
    Confidence,
    Evidence,
    ReasonedGap,
    Source,
    SourceKind,
)
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Option, Question
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import (
    FormerVendor,
    Framework,
    Level,
    Platform,
    PythonSupport,
    Runtime,
    Status,
)
from tests.engine.completions.situations import (
    PYTHONS,
    TODAY,
    Situation,
    every_answer,
)

BORN, LATER = date(2015, 1, 1), date(2030, 1, 1)
NAMES = ("ada", "bee", "cob", "dot")
PLAIN = ("c1", "c2", "c3")
TARGETS, CHIPS, SYSTEMS = ("android", "browser"), ("cpu", "nvidia"), ("linux", "macos")
LANGUAGES, BARRED, DOMAINS = ("java", "python"), ("acme", "zeta"), ("nlp", "vision")
# More completions than this are left to a proof on a smaller base.
MOST = 300


_RUNTIME = Runtime("ort", "Ort", "", (), vendors=("zeta",))


@dataclass(frozen=True)
class Maker:
    """Makes records at random, with the builders of the tests."""

    random: Random
    a_knowledge: Callable[..., Knowledge]
    a_framework: Callable[..., Framework]
    a_criterion: Callable[..., Criterion]
    a_source: Callable[..., Source]
    a_claim: Callable[..., Claim]
    a_rule: Callable[..., Rule]
    some_constants: Callable[..., Constants]

    def base(self, lead: float) -> Knowledge:
        """Return a rule base in which one framework is favoured as far as `lead` says.

        With 0 nobody is; with 1 one would expect it to win whatever is answered.
        """
        pick = self.random.choice
        names = NAMES[: pick((2, 3, 4))]
        criteria = [self.a_criterion(each) for each in PLAIN[: pick((2, 3))]]
        derived = [
            replace(self.a_criterion(each), derived=True)
            for each in (PATH_CRITERION, PLATFORM_CRITERION)
            if self.often(0.5)
        ]
        plain = [each.id for each in criteria]
        scored = [*plain, *(each.id for each in derived)]
        return self.a_knowledge(
            frameworks=[self.framework(each) for each in names],
            criteria=[*criteria, *derived],
            sources=self.sources(),
            claims=self.claims(names, plain, lead),
            rules=[*self.screens(), *self.rules(scored)],
            questions=self.questions(),
            paths={each.id: each for each in self.paths(names)},
            runtimes={"ort": _RUNTIME},
            gaps=self.gaps(names, plain),
            constants=self.some_constants(
                least_coverage=pick((0.2, 0.5, 0.8)),
                least_evidence=pick((0.0, 0.2)),
                prior=pick((0.05, 0.25, 1.0)),
            ),
        )

    def often(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, of: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.random.sample(of, self.random.randint(1, len(of))))

    def test(self) -> Condition:
        pick = self.random.choice
        return pick(
            (
                Is("q1", pick("abc")),
                Is("q1", pick("abc")),
                In("q1", self.some(("a", "b", "c"))),
                Is("q2", pick(("true", "false"))),
                Includes("q3", self.some(("a", "b", "c"))),
                Includes("q3", self.some(("a", "b"))),
                Is(pick(("f1", "f2")), pick(("true", "true", "false"))),
                Includes("deployment-targets", self.some(TARGETS)),
                Includes("serving-accelerators", self.some(CHIPS)),
                Includes("training-os", self.some(SYSTEMS)),
                Includes("priorities", self.some(PLAIN)),
                Is("allow-retired", pick(("true", "false"))),
                Is("python-version", pick(PYTHONS)),
            )
        )

    def condition(self) -> Condition:
        kind = self.random.random()
        if kind < 0.6:
            return self.test()
        if kind < 0.75:
            return Not(self.test())
        parts = (self.test(), Not(self.test()) if self.often(0.3) else self.test())
        return All(parts) if kind < 0.9 else Any_(parts)

    def framework(self, name: str) -> Framework:
        plain = self.a_framework(
            name,
            since=self.random.choice((BORN, BORN, BORN, BORN, BORN, LATER)),
            status={Status.RETIRED: BORN} if self.often(0.15) else None,
            vendors=self.some(BARRED) if self.often(0.3) else (),
        )
        levels = tuple(Level)
        platforms = tuple(
            Platform(os, chip, (), self.random.choice(levels), BORN, self.source())
            for os in SYSTEMS
            for chip in CHIPS
            if self.often(0.7)
        )
        former = (FormerVendor("acme", LATER, "s1"),)
        python = (PythonSupport("3.6", self.random.choice(PYTHONS), BORN, "s1"),)
        return replace(
            plain,
            scope=self.some(DOMAINS) if self.often(0.15) else (),
            platforms=platforms if self.often(0.7) else (),
            former_vendors=former if self.often(0.15) else (),
            python=python if self.often(0.5) else (),
        )

    def source(self) -> str:
        return self.random.choice(("s1", "s2", "s3"))

    def sources(self) -> list[Source]:
        papers = {"s2": SourceKind.PAPER}
        return [
            self.a_source(
                each,
                published=TODAY,
                kind=papers.get(each, SourceKind.DOCUMENT),
                reliability=self.random.choice((0.0, 0.1, 0.5, 0.8, 1.0, 1.0)),
            )
            for each in ("s1", "s2", "s3")
        ]

    def claims(
        self, names: tuple[str, ...], criteria: list[str], lead: float
    ) -> dict[str, list[Claim]]:
        first = self.random.choice(names)
        steps = self.random.choice((2, 10**6))  # with few of them scores tie

        def worth(name: str) -> float:
            plain = round(steps * self.random.random()) / steps
            return (1 - lead) * plain + lead * (name == first)

        said: dict[str, list[Claim]] = {each: [] for each in criteria}
        for place in range(self.random.randint(len(criteria), 3 * len(criteria))):
            criterion = criteria[place % len(criteria)]
            some = names if place < len(criteria) else self.some(names)
            earlier = tuple(f"k{each}" for each in range(place)) or ("k99",)
            always = place < len(criteria) or self.often(0.2)
            silences = self.often(0.2)
            said[criterion].append(
                self.a_claim(
                    f"k{place}",
                    self.source(),
                    performance={each: worth(each) for each in some},
                    confidence=self.random.choice(tuple(Confidence)),
                    when=None if always else self.condition(),
                    supersedes=(self.random.choice(earlier),) if silences else (),
                    also=(self.random.choice(criteria),) if self.often(0.15) else (),
                )
            )
        return {
            name: [replace(e, also=tuple(set(e.also) - {name})) for e in own]
            for name, own in said.items()
        }

    def gaps(
        self, names: tuple[str, ...], criteria: list[str]
    ) -> dict[str, tuple[ReasonedGap, ...]]:
        gap = ReasonedGap(self.random.choice(names), BORN, "nobody knows")
        return {self.random.choice(criteria): (gap,)}

    def screens(self) -> list[Rule]:
        every = [
            Exclude(Screen.NOT_RELEASED),
            Exclude(Screen.STATUS, status=(Status.RETIRED,)),
            Exclude(Screen.VENDOR, fact="excluded-vendors"),
            Exclude(Screen.SCOPE, fact="domain"),
            Exclude(
                Screen.PLATFORM,
                fact="training-os",
                accelerators="training-accelerators",
            ),
            Exclude(Screen.PYTHON, fact="python-version"),
            Exclude(Screen.UNREACHABLE, fact="deployment-targets"),
        ]
        return [
            self.a_rule(
                f"x{place}",
                self.condition() if self.often(0.5) else All(()),
                exclude=each,
            )
            for place, each in enumerate(every)
            if self.often(0.5)
        ]

    def rules(self, criteria: list[str]) -> list[Rule]:
        pick = self.random.choice
        found = [
            self.a_rule(
                f"r{place}",
                self.condition(),
                raise_={
                    each: pick((0.5, 1, 3, 5)) for each in self.some(tuple(criteria))
                },
                enough={pick(criteria): pick((0.6, 0.8))} if self.often(0.2) else None,
                derive=(pick(("f1", "f2")),) if self.often(0.3) else (),
            )
            for place in range(self.random.randint(1, 6))
        ]
        always = {each: pick((1, 2)) for each in criteria}
        return [*found, self.a_rule("r9", raise_=always)] if self.often(0.9) else found

    def questions(self) -> list[Question]:
        asked: list[tuple[str, Kind, tuple[str, ...], tuple[str, ...]]] = [
            ("q1", Kind.ONE, ("a", "b", "c"), ()),
            ("q2", Kind.YES_NO, (), ()),
            ("q3", Kind.MANY, ("a", "b", "none"), ("none",)),
            ("deployment-targets", Kind.MANY, (*TARGETS, "none"), ("none",)),
            ("serving-languages", Kind.MANY, LANGUAGES, ()),
            ("serving-accelerators", Kind.MANY, CHIPS, ()),
            ("training-os", Kind.MANY, SYSTEMS, ()),
            ("training-accelerators", Kind.MANY, CHIPS, ()),
            ("excluded-vendors", Kind.MANY, BARRED, ()),
            ("domain", Kind.MANY, DOMAINS, ()),
            ("python-version", Kind.TEXT, (), ()),
            ("priorities", Kind.CRITERIA, (), ()),
        ]
        conditions: dict[str, Condition] = {
            "q2": Not(Is("q1", "a")),
            "q3": Any_((Is("q2", "true"), Is("q1", "c"))),
            "serving-languages": Not(Includes("deployment-targets", ("none",))),
            "training-os": Not(Is("q1", "b")),
            "python-version": Includes("serving-languages", ("python",)),
            "priorities": Not(Is("q2", "false")),
        }
        return [
            Question(
                id=name,
                order=place,
                section="",
                title=name,
                help="",
                type=kind,
                options=tuple(Option(each, each) for each in options),
                exclusive=alone,
                pattern=r"3\.\d{1,2}" if kind is Kind.TEXT else "",
                when=conditions.get(name) if self.often(0.7) else None,
            )
            for place, (name, kind, options, alone) in enumerate(asked)
        ]

    def paths(self, names: tuple[str, ...]) -> Iterator[Path]:
        living = tuple(Maturity)[:3]
        for place in range(self.random.randint(0, 3 * len(names))):
            stage = Milestone(self.random.choice(living), BORN, self.source())
            yield Path(
                id=f"p{place}",
                from_=self.random.choice(names),
                steps=("export",) * self.random.randint(0, 1),
                format="onnx",
                runtime=self.random.choice(("ort", "own", "own")),
                targets=self.some(TARGETS),
                languages=self.some((*LANGUAGES, "any")),
                maturity=(stage,),
                accelerators=self.some(CHIPS) if self.often(0.4) else (),
                through=("bee",) if self.often(0.2) else (),
                when=self.condition() if self.often(0.25) else None,
                fits=self.condition() if self.often(0.25) else None,
                bound_to="zeta" if self.often(0.15) else "",
            )

    def situation(self, base: Knowledge, most: int) -> Situation:
        """Answer, close or leave open each question; `most` bounds the completions."""
        answers: dict[str, Answer] = {}
        closed = []
        sizes: list[int] = []
        for question in self.random.sample(base.interview(), len(base.questions)):
            every = every_answer(base, question)
            fixed = question.id == "deployment-targets" and self.often(0.7)
            fits = prod((*sizes, 1 + len(every))) <= most
            if fits and not fixed and self.often(0.7):
                sizes.append(1 + len(every))
            elif self.often(0.7):
                answers[question.id] = self.random.choice(every)
            else:
                closed.append(question.id)
        criteria = [each.id for each in base.scored()]
        stated = {self.random.choice(criteria): self.random.choice((0, 0.5, 4))}
        profile = Profile(
            answers=answers,
            weights=stated if self.often(0.25) else {},
            allow_retired=self.often(0.4),
        )
        evidence = self.random.choice((Evidence.ALL, Evidence.ALL, Evidence.DOCUMENTS))
        return Situation(base, profile, evidence, tuple(closed))
