"""The first line of every report for people: is the folder ready, and how far is it?

Counts what is asked of this person at this stage: in order, to redo, missing, to look at, and what
may follow later. It decides nothing: verdict and statuses come with the report. A partial report
says before it that it is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docscheck.finding import (
    NOT_SEEN_YET,
    Param,
    Requirement,
    RequirementStatus,
    Severity,
    Term,
    Verdict,
)
from docscheck.languages import WRITING
from docscheck.report import Report
from docscheck.reporters.interface import Manner

LATER = "later"
"""Missing, but its absence does not block this stage."""
_NOT_ELIGIBLE = "profile.not_eligible"
_COUNTED = (
    RequirementStatus.NONCONFORMING.value,
    RequirementStatus.MISSING.value,
    RequirementStatus.DOUBTFUL.value,
    NOT_SEEN_YET,
    LATER,
)


def answer(report: Report, manner: Manner) -> str:
    """Give the answer as one sentence: "Not ready: 5 of 7 in order, 1 to redo, 1 missing."."""
    counts = WRITING[manner.language].pause.join(_counts(report, manner))
    so_far = report.is_partial and report.verdict is Verdict.TO_REVIEW
    key = "answer.so_far" if so_far else f"answer.{report.verdict.value}"
    return manner.speaker.sentence(key, {"counts": counts}, manner.language)


def stopped(report: Report, manner: Manner) -> str:
    """Say that a report is partial, and of how many files it knows."""
    params: dict[str, Param] = {"read": report.files_read, "files": len(report.files)}
    return manner.speaker.sentence("stopped", params, manner.language)


def judged_as(report: Report, manner: Manner) -> str:
    """Say for which stage and as whom the folder was judged, and how that is known."""
    nationality = report.profile["nationality"]
    params: dict[str, Param] = {
        "stage": Term("stage", str(report.profile["stage"].value)),
        "profile": Term("profile", report.profile_rule),
        "nationality": Term("state", str(nationality.value)),
    }
    return manner.speaker.sentence(f"judged.{nationality.origin.value}", params, manner.language)


def asked(report: Report) -> tuple[Requirement, ...]:
    """Give what is asked of this person at this stage."""
    return tuple(r for r in report.requirements if r.status is not RequirementStatus.NOT_APPLICABLE)


def state_of(requirement: Requirement) -> str:
    """Name the state of a requirement: its status, `later` or `not_seen_yet`."""
    if requirement.not_seen_yet:
        return NOT_SEEN_YET
    if requirement.status is RequirementStatus.MISSING and not requirement.blocking:
        return LATER
    return requirement.status.value


def _counts(report: Report, manner: Manner) -> Iterator[str]:
    states = Counter(map(state_of, asked(report)))
    satisfied = states[RequirementStatus.SATISFIED.value]
    if not states:
        yield _said("not_asked", {}, manner)
    else:
        yield _said("satisfied", {"satisfied": satisfied, "asked": states.total()}, manner)
    for state in _COUNTED:
        if states[state]:
            yield _said(state, {"count": states[state]}, manner)
    if any(
        f.rule == _NOT_ELIGIBLE and f.issue.case == report.profile_rule for f in report.findings
    ):
        # "Ready" alone would send somebody to a portal that is not for them.
        yield _said("not_registering", {}, manner)
    if report.verdict is not Verdict.READY and satisfied + states[LATER] == states.total():
        # Every document is in order; what stands in the way is something else.
        points = sum(f.severity is Severity.ERROR and not f.waived for f in report.findings)
        yield _said("points", {"count": points}, manner)


def _said(name: str, params: dict[str, Param], manner: Manner) -> str:
    return manner.speaker.phrase(f"count.{name}", params, manner.language)
