"""Reports of the gate: a rich one, and any that hypothesis can think of."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from advisor.model.checked import GateReport, Judged, ProfileCheck, Unread
from advisor.model.evidence import Evidence
from advisor.model.finding import Severity
from advisor.model.gate import (
    Accepted,
    Check,
    GateFinding,
    Known,
    Open,
    Place,
    Treatment,
)
from advisor.model.report import Verdict
from advisor.model.what_if import Outcome

DAY = date(2026, 11, 21)
UNTIL = date(2027, 3, 1)
ACCEPTED = Accepted("the export is being rewritten", "mobile team", UNTIL)


def a_finding(
    check: Check = Check.CHOICE_EXCLUDED,
    severity: Severity = Severity.ERROR,
    *,
    file: str = "advisor.yaml",
    line: int = 4,
    subject: str = "alpha",
    message: str = "",
    details: tuple[str, ...] = (),
    treatment: Treatment = Open(),  # noqa: B008 - frozen
) -> GateFinding:
    """Return a finding; its fingerprint is made of check and subject."""
    return GateFinding(
        check=check,
        severity=severity,
        place=Place(file, line),
        subject=subject,
        message=message or f"About {subject}.",
        help=f"Mend {subject}.",
        fingerprint=(f"{check.value}{subject}".encode().hex() + "0" * 64)[:64],
        details=details,
        treatment=treatment,
    )


def a_profile(
    *findings: GateFinding,
    file: str = "advisor.yaml",
    project: str = "shelf-scanner",
    choice: str = "alpha",
    recorded: date | None = DAY,
    files: tuple[str, ...] = (),
) -> ProfileCheck:
    """Return a profile that was judged, with Alpha recommended."""
    outcome = Outcome(Verdict.CLEAR, ("alpha",))
    judged = Judged(DAY, outcome, choice, recorded, files)
    return ProfileCheck(file, project, judged, findings)


def a_report(
    *profiles: ProfileCheck,
    fail_on: Severity | None = Severity.ERROR,
    beside: tuple[GateFinding, ...] = (),
) -> GateReport:
    """Return a run over these profiles."""
    return GateReport("2026.1", "sha256:0123", Evidence.ALL, fail_on, profiles, beside)


def a_full_report() -> GateReport:
    """Return a run in which there is something of everything."""
    first = a_profile(
        a_finding(
            message="Beta is ahead of Alpha by 0.21, more than the margin of 0.05.",
            details=("Answer goal: research before, production now.", "100% of it"),
        ),
        a_finding(
            Check.DEPENDENCY_UNEXPLAINED,
            Severity.WARNING,
            file="services/a b/requirements.txt",
            line=12,
            subject="pkg:pypi/mxnet",
            message="requirements.txt names <MXNet> | `mxnet`, and nothing says why.",
        ),
        a_finding(Check.RANKING_CHANGED, Severity.NOTE, file="advisor.lock", line=3),
        a_finding(
            Check.TARGET_UNREACHABLE,
            subject="browser",
            message="Alpha has no living path to browser.",
            treatment=ACCEPTED,
        ),
        *(
            a_finding(
                Check.DEPENDENCY_RETIRED,
                Severity.WARNING,
                file="old/requirements.txt",
                line=place,
                subject=f"pkg:pypi/old-{place}",
                treatment=Known(),
            )
            for place in range(1, 8)
        ),
    )
    second = a_profile(file="services/b/advisor.yaml", project="", choice="")
    third = ProfileCheck(
        "services/c/advisor.yaml",
        "",
        Unread(),
        (
            a_finding(
                Check.PROFILE_INVALID,
                file="services/c/advisor.yaml",
                subject="answers.goal",
                message="answers.goal: 'productoin' is no option; did you mean production?",
            ),
        ),
    )
    gone = a_finding(
        Check.BASELINE_OUTDATED, Severity.NOTE, file="baseline.yaml", subject="x"
    )
    return a_report(first, second, third, beside=(gone,))


# Every character that Python knows, lone surrogates included.
ANY_TEXT = st.text(st.characters(), max_size=25)
DATES = st.dates()
TREATMENTS: st.SearchStrategy[Treatment] = st.one_of(
    st.just(Open()), st.just(Known()), st.builds(Accepted, ANY_TEXT, ANY_TEXT, DATES)
)
NAMES = ANY_TEXT.filter(bool)
FINDINGS = st.builds(
    GateFinding,
    check=st.sampled_from(Check),
    severity=st.sampled_from(Severity),
    place=st.builds(Place, NAMES, st.integers(1, 10**6)),
    subject=ANY_TEXT,
    message=NAMES,
    help=ANY_TEXT,
    fingerprint=st.sampled_from(["a" * 64, "b" * 64, "0123456789abcdef" * 4]),
    details=st.lists(ANY_TEXT, max_size=2).map(tuple),
    treatment=TREATMENTS,
)
SEVERAL = st.lists(FINDINGS, max_size=4).map(tuple)
JUDGED = st.builds(
    Judged,
    as_of=DATES,
    outcome=st.builds(
        Outcome,
        st.sampled_from(Verdict),
        st.lists(st.sampled_from(["alpha", "beta", "nobody-knows"]), max_size=3).map(
            tuple
        ),
    ),
    choice=st.sampled_from(["", "alpha", "nobody-knows"]),
    recorded=st.none() | DATES,
    dependency_files=st.lists(NAMES, max_size=2).map(tuple),
)
INVALID = FINDINGS.map(
    lambda each: replace(each, check=Check.PROFILE_INVALID, treatment=Open())
)
PROFILES = st.one_of(
    st.builds(ProfileCheck, NAMES, ANY_TEXT, JUDGED, SEVERAL),
    st.builds(
        ProfileCheck,
        NAMES,
        ANY_TEXT,
        st.just(Unread()),
        st.lists(INVALID, min_size=1, max_size=3).map(tuple),
    ),
)
REPORTS = st.builds(
    GateReport,
    knowledge_version=st.just("2026.1"),
    knowledge_digest=st.just("sha256:0123"),
    evidence=st.sampled_from(Evidence),
    fail_on=st.none() | st.sampled_from(Severity),
    profiles=st.lists(PROFILES, max_size=3).map(tuple),
    beside=SEVERAL,
)
