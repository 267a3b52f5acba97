"""The thresholds an accuracy run has to meet, and the sentence that sums the run up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from measure.comparison import FieldSeen, Outcome, PageSeen, Score
from measure.tally import Tally

NATIVE, SCANS, PHOTOS = ("native",), ("scan",), ("photo", "phone_pdf")
FLAT = (*NATIVE, *SCANS)
WAYS = {"native": NATIVE, "scan": SCANS, "photo": PHOTOS}
"""Photographs, whether sent as a picture or in a phone's PDF, count as one way."""
LOOK_ALIKES = frozenset((
    "admission_letter", "bank_statement", "cvec_attestation", "insurance_attestation", "other",
    "proof_of_address", "student_card", "transcript",
))  # fmt: skip
"""Papers that students send in place of what is asked."""
REAL = frozenset((
    "birth_certificate", "family_record_book", "marriage_certificate", "national_id_card",
    "parental_authorization", "passport", "residence_permit", "residence_receipt", "rib",
    "school_certificate", "visa", "visa_validation",
))  # fmt: skip
"""Papers that satisfy a requirement."""
_FEW = 10
"""Folders of one kind of defect, below which its share is not judged."""
_Seen = TypeVar("_Seen")
_KEYS = frozenset({"iban", "document_number", "birth_date", "expiry_date"})
_HOLDER = frozenset((("rib", "holder"), ("school_certificate", "surname"),
    ("school_certificate", "given_names"), ("school_certificate", "school_year")))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Goal:
    """One threshold and what was reached."""

    name: str
    reached: float
    cases: str
    bound: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the share is on the right side of the bound."""
        return self.reached <= self.bound if self.at_most else self.reached >= self.bound


def goals(score: Score) -> tuple[Goal, ...]:
    """Give every threshold."""
    return (
        *(_macro_goal(score, way, bound) for way, bound in
          (("native", 0.99), ("scan", 0.98), ("photo", 0.96))),
        _at_most("look-alikes taken for the real paper", look_alikes_taken(score), 0.01),
        _at_least("IBAN, number, birth, expiry exact, native and scan", keys(score, FLAT), 0.98),
        _at_least("IBAN, number, birth, expiry exact, photo", keys(score, PHOTOS), 0.94),
        _at_least("school year and holder exact, native and scan", holders(score, FLAT), 0.97),
        _at_least("machine-readable zones exact", zones(score), 0.96),
        _at_least("planted defects named", found(score), 0.97),
        *_weakest_goal(score),
        _at_most("folders in order called not ready", in_order(score, "not_ready"), 0.02),
        _at_most("folders with a defect called ready", false_ready(score), 0.005),
        _at_most("proven values that are wrong", proven_wrong(score), 0.0),
    )  # fmt: skip


def failures(score: Score) -> tuple[Goal, ...]:
    """Give the thresholds that are not met."""
    return tuple(goal for goal in goals(score) if not goal.met)


def _at_least(name: str, tally: Tally, bound: float) -> Goal:
    return Goal(name, tally.rate, str(tally), bound)


def _at_most(name: str, tally: Tally, bound: float) -> Goal:
    return Goal(name, tally.rate, str(tally), bound, at_most=True)


def _macro_goal(score: Score, way: str, bound: float) -> Goal:
    mean, types = macro(score, WAYS[way])
    pages = pages_right(score.pages, WAYS[way])
    return Goal(
        f"page type, {way}, mean over {types} types",
        mean,
        f"{percent(mean)}; over pages {pages}",
        bound,
    )


def _weakest_goal(score: Score) -> Iterator[Goal]:
    """Give the threshold of the defect named least often; too few folders of a kind say nothing."""
    kinds = [(count, name) for name, count in found_by_kind(score).items() if count.trials >= _FEW]
    if kinds:
        count, name = min(kinds, key=lambda kind: (kind[0].rate, kind[1]))
        yield _at_least(f"the defect named least often, {name}", count, 0.90)


def pages_right(pages: Iterable[PageSeen], channels: Iterable[str]) -> Tally:
    """Count the pages of some channels that were given their type."""
    return tally(pages, lambda page: page.channel in channels, lambda page: page.right)


def macro(score: Score, channels: Iterable[str]) -> tuple[float, int]:
    """Give the mean over types of the share of pages given their type, and how many types."""
    kinds = sorted({page.type for page in score.pages if page.channel in channels})
    rates = [
        pages_right((page for page in score.pages if page.type == kind), channels).rate
        for kind in kinds
    ]
    return (sum(rates) / len(rates) if rates else 0.0), len(rates)


def look_alikes_taken(score: Score) -> Tally:
    """Count the look-alikes that were given the type of a paper that is asked for."""
    return tally(score.pages, lambda p: p.type in LOOK_ALIKES, lambda p: p.given in REAL)


def exact(seen: Iterable[FieldSeen], wanted: Callable[[FieldSeen], bool]) -> Tally:
    """Count exact values."""
    return tally(seen, wanted, lambda one: one.outcome is Outcome.EXACT)


def keys(score: Score, channels: Iterable[str]) -> Tally:
    """Count the four values that decide, on papers that are asked for."""
    return exact(
        score.fields,
        lambda one: one.name in _KEYS and one.type in REAL and one.channel in channels,
    )


def holders(score: Score, channels: Iterable[str]) -> Tally:
    """Count school years and names on certificates, holders on bank details."""
    return exact(
        score.fields, lambda one: (one.type, one.name) in _HOLDER and one.channel in channels
    )


def zones(score: Score) -> Tally:
    """Count machine-readable zones of which every character is right."""
    return exact(score.zones, lambda one: True)


def found(score: Score) -> Tally:
    """Count planted defects that were named."""
    return tally(score.planted, lambda one: True, lambda one: one.found)


def found_by_kind(score: Score) -> Mapping[str, Tally]:
    """Count the same for each kind of defect."""
    kinds: dict[str, Tally] = defaultdict(Tally)
    for one in score.planted:
        kinds[one.defect].count(one.found)
    return kinds


def in_order(score: Score, verdict: str) -> Tally:
    """Count the folders in order that got a verdict."""
    return tally(score.in_order, lambda one: True, lambda one: one == verdict)


def false_ready(score: Score) -> Tally:
    """Count the folders whose defect forbids it and that are called ready."""
    return tally(
        score.planted, lambda one: one.must_not_be_ready, lambda one: one.verdict == "ready"
    )


def proven_wrong(score: Score) -> Tally:
    """Count the values said to be proven that are not what is printed."""
    return tally(
        [*score.fields, *score.zones],
        lambda one: one.standing == "proven",
        lambda one: one.outcome is Outcome.WRONG,
    )


def tally(
    seen: Iterable[_Seen], wanted: Callable[[_Seen], bool], hit: Callable[[_Seen], bool]
) -> Tally:
    """Count hits among what is wanted."""
    total = Tally()
    for one in seen:
        if wanted(one):
            total.count(hit(one))
    return total


def percent(share: float) -> str:
    """Print as `98.3 %`."""
    return f"{share:.1%}".replace("%", " %")
