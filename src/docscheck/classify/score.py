"""How much speaks for each type, and is it enough to say so?

Every cue found adds its weight as evidence: `-ln(1 - weight)`, so that independent cues combine
as independent chances do, and a score stays below 1. A cue of negative weight takes evidence
away. The best type is named when its score reaches `min_score` and its evidence is at least
`min_margin` above the next; otherwise the page is unrecognised, and both are shown.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import islice

from msgspec import Struct

from docscheck.classify.phrases import PhraseFinder, Vocabulary
from docscheck.document import Classification, Cue, Mrz, PageText
from docscheck.readers.passage import fold
from docscheck.rulebook.schema import CueRule, DocumentType

_IN_BODY = 0.3
"""A title found only in running text is a mention: a letter may well *ask* for the paper."""

_NAMED = 3
"""Phrases of one cue that a report shows."""


class PageEvidence(Struct, frozen=True):
    """All that classifying may look at: one page, or one side of a card."""

    text: PageText | None
    mrz: Mrz | None = None
    issuing_state: str | None = None
    nationality: str | None = None
    """Both from the zone."""
    has_iban: bool = False
    is_card: bool = False
    """The picture has the proportions of a card or of an open passport page."""
    is_portrait: bool = False
    barcodes: tuple[str, ...] = ()
    """Types of the 2D-Doc codes found."""


class _Tally(Struct, frozen=True):
    type_id: str
    evidence: float
    cues: tuple[Cue, ...] = ()

    @property
    def score(self) -> float:
        return 1.0 - math.exp(-max(0.0, self.evidence))


def vocabulary_of(types: Mapping[str, DocumentType]) -> Vocabulary:
    """Collect the words of every cue and mark, once a process."""
    phrases = (text for kind in types.values() for cue in kind.cues for text in cue.any)
    marks = (text for kind in types.values() for mark in kind.marks for text in mark.any)
    return Vocabulary((*phrases, *marks))


def classify(
    evidence: PageEvidence,
    types: Mapping[str, DocumentType],
    vocabulary: Vocabulary,
    thresholds: Mapping[str, float],
) -> Classification:
    """Name the type of a page, or say which came nearest without being sure enough."""
    finder = PhraseFinder(evidence.text, vocabulary)
    tallies = sorted(
        (_weigh(kind, evidence, finder) for kind in types.values()),
        key=lambda tally: (-tally.evidence, tally.type_id),
    )
    best, second = tallies[0], tallies[1]
    sure = (
        best.score >= thresholds["min_score"]
        and best.evidence - second.evidence >= thresholds["min_margin"]
    )
    if sure:
        return Classification(
            best.type_id, round(best.score, 4), second.type_id, round(second.score, 4), best.cues
        )
    return Classification(None, 0.0, best.type_id, round(best.score, 4), best.cues)


def _weigh(kind: DocumentType, evidence: PageEvidence, finder: PhraseFinder) -> _Tally:
    cues = tuple(
        Cue(rule.kind, seen, round(rule.weight * share, 4))
        for rule in kind.cues
        for seen, share in (_seen(rule, evidence, finder),)
        if share
    )
    return _Tally(kind.id, sum(_as_evidence(cue.weight) for cue in cues), cues)


def _as_evidence(weight: float) -> float:
    return math.copysign(-math.log1p(-min(abs(weight), 0.999)), weight)


def _seen(rule: CueRule, evidence: PageEvidence, finder: PhraseFinder) -> tuple[str, float]:
    """Give what was seen, in the rule file's words, and which share of the weight it earns."""
    if rule.kind == "title":
        return _title(rule, finder)
    if rule.kind == "phrase":
        found = list(islice(finder.among(_once(rule.any)), max(_NAMED, rule.at_least)))
        return ", ".join(found[:_NAMED]), float(len(found) >= rule.at_least)
    if rule.kind == "mrz":
        return _zone(rule, evidence)
    if rule.kind == "barcode":
        common = [code for code in evidence.barcodes if code in rule.any]
        return ", ".join(common), float(bool(common))
    flags = {
        "iban": evidence.has_iban,
        "card": evidence.is_card,
        "portrait": evidence.is_portrait,
    }
    return rule.kind, float(flags[rule.kind])


@cache
def _once(written: tuple[str, ...]) -> tuple[str, ...]:
    """Give each phrase once: `crédit` and `credit` are one phrase on the page."""
    return tuple(reversed({fold(text): text for text in reversed(written)}.values()))


def _title(rule: CueRule, finder: PhraseFinder) -> tuple[str, float]:
    mentions = tuple(finder.among(rule.any))
    heading = next((text for text in mentions if finder.titled(text)), None)
    if heading is not None:
        return heading, 1.0
    return (mentions[0], _IN_BODY) if mentions else ("", 0.0)


def _zone(rule: CueRule, evidence: PageEvidence) -> tuple[str, float]:
    zone = evidence.mrz
    if zone is None or zone.shape not in rule.any:
        return "", 0.0
    fits = _admits(rule.states, evidence.issuing_state) and _admits(
        rule.holders, evidence.nationality
    )
    return zone.shape, float(fits)


def _admits(names: tuple[str, ...], value: str | None) -> bool:
    """Whether `value` is among `names`, or not among those that begin with `!`."""
    if not names:
        return True
    excluded = {name[1:] for name in names if name.startswith("!")}
    wanted = {name for name in names if not name.startswith("!")}
    return value not in excluded and (not wanted or value in wanted)
