"""What files and papers were taken for, and why, in words: the same in every report for people."""

from __future__ import annotations

from collections.abc import Sequence

from docscheck.document import Cue, ExaminedFile, Part
from docscheck.finding import Param, Term
from docscheck.languages import WRITING, capitalised
from docscheck.reporters.interface import Manner

_QUOTED = ("title", "phrase", "mrz", "barcode")
"""Cues whose evidence tells more than their kind."""


def name_of(kind: str, identifier: str, manner: Manner) -> str:
    """Name a type, a requirement or a profile, with a capital."""
    name = manner.speaker.term(Term(kind, identifier), manner.language)
    return capitalised(name, manner.language)


def seen_as(file: ExaminedFile, manner: Manner) -> str:
    """Name the kinds of paper in a file; nothing for one that nobody read."""
    if file.left_unread:
        return ""
    if file.examined.trouble is not None:
        return _say("seen_as.unread", {}, manner)
    names = [
        name_of("type", kind, manner) if kind else _say("seen_as.unrecognised", {}, manner)
        for kind in (part.classification.type for part in file.examined.parts)
    ]
    return " + ".join(dict.fromkeys(names)) or _say("seen_as.blank", {}, manner)


def recognition(part: Part, manner: Manner) -> list[str]:
    """Say what a paper was taken for and how surely, what came second, and which words decided."""
    seen = part.classification
    params: dict[str, Param] = {
        "pages": WRITING[manner.language].comma.join(map(str, part.pages)),
        "type": Term("type", seen.type) if seen.type else _say("seen_as.unrecognised", {}, manner),
        "percent": _percent(seen.score),
    }
    said = [_say("taken_for", params, manner)]
    if seen.runner_up and _percent(seen.runner_up_score):
        second = Term("type", seen.runner_up)
        params = {"type": second, "percent": _percent(seen.runner_up_score)}
        said.append(_say("runner_up", params, manner))
    said += _cues("cues", [cue for cue in seen.cues if cue.weight > 0], manner)
    said += _cues("cues_against", [cue for cue in seen.cues if cue.weight < 0], manner)
    return said


def _cues(key: str, cues: Sequence[Cue], manner: Manner) -> list[str]:
    words = (manner.speaker.term(Term("word", f"cue_{c.kind}"), manner.language) for c in cues)
    found = tuple(
        f"{word} “{cue.evidence}”" if cue.kind in _QUOTED else word
        for word, cue in zip(words, cues, strict=True)
    )
    return [_say(key, {"cues": found}, manner)] if found else []


def _say(key: str, params: dict[str, Param], manner: Manner) -> str:
    return manner.speaker.sentence(key, params, manner.language)


def _percent(share: float) -> int:
    return round(100 * share)
