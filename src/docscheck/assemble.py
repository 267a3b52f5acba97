"""Which parts of which files are one document? Parts of files in, documents of the folder out.

Only the front and the back of one two-sided card are joined, over pages or files: same type, one
front, one back, nothing read on both that contradicts; or one side and a page nobody recognised
that is nearest to its type, or named as its other side. Two complete documents are never merged,
and a paper of several pages sent as several files stays several documents, because nothing on the
pages proves that they belong together; `document.split_over_files` speaks of those joined here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import Levenshtein

from docscheck.document import (
    Cue,
    Document,
    ExaminedFile,
    Field,
    Folder,
    Ignored,
    PlacedPart,
    Side,
    Standing,
)
from docscheck.readers import person_names
from docscheck.rulebook.schema import DocumentType

_RANK = {Standing.PROVEN: 2, Standing.READ: 1, Standing.GUESSED: 0}
_NUMBERS = ("document_number", "foreigner_number")
_SIDE_WORDS = re.compile(
    r"recto|verso|front|back|avant|arri[eè]re|face|dos|anverso|reverso|vorder|r[uü]ck|seite"
    r"|side|page|\d+|[ab]$",
    re.IGNORECASE,
)
_NAMED_SIDES = (
    (re.compile(r"recto|front|avant|anverso|vorder", re.IGNORECASE), Side.FRONT),
    (re.compile(r"verso|back|arri[eè]re|reverso|r[uü]ck", re.IGNORECASE), Side.BACK),
)
_OPPOSITE = {Side.FRONT: Side.BACK, Side.BACK: Side.FRONT}
_MIN_LIKENESS = 0.3
"""Score from which an unrecognised page may be the other side: backs carry few words."""
_MISREAD_CHARACTERS = 1
"""One character of OCR between two readings of one number is no contradiction."""
_READ = 0.6
"""A surname read with less is made out of the ground of a card, and contradicts nobody."""
_VETO = -1


class _Pair(Struct, frozen=True):
    """One front and one back that may be the same card."""

    front: int
    back: int
    evidence: int


def assemble(
    name: str,
    files: Sequence[ExaminedFile],
    ignored: Sequence[Ignored],
    types: Mapping[str, DocumentType],
) -> Folder:
    """Sort the files by path, join the sides of cards, and number the documents `d1`, `d2`, ..."""
    ordered = tuple(sorted(files, key=lambda entry: entry.file.path))
    placed = [PlacedPart(f.file.path, part) for f in ordered for part in f.examined.parts]
    placed = _with_recognised_sides(placed, types)
    return Folder(
        name,
        ordered,
        tuple(
            _document(f"d{number}", group)
            for number, group in enumerate(_grouped(placed, types), start=1)
        ),
        tuple(sorted(ignored, key=lambda entry: entry.path)),
    )


def _document(identity: str, parts: tuple[PlacedPart, ...]) -> Document:
    return Document(
        id=identity,
        type=parts[0].part.classification.type,
        parts=parts,
        fields=_best_fields(parts),
        marks=tuple(dict.fromkeys(mark for p in parts for mark in p.part.marks)),
        names=tuple(dict.fromkeys(name for p in parts for name in p.part.names)),
    )


def _best_fields(parts: Sequence[PlacedPart]) -> tuple[Field, ...]:
    best: dict[str, Field] = {}
    for found in (f for p in parts for f in p.part.fields):
        held = best.get(found.name)
        if held is None or _trust(found) > _trust(held):
            best[found.name] = found
    return tuple(best.values())


def _trust(found: Field) -> tuple[int, float]:
    return _RANK[found.standing], found.confidence


def _grouped(
    placed: Sequence[PlacedPart], types: Mapping[str, DocumentType]
) -> Iterator[tuple[PlacedPart, ...]]:
    """Yield the parts of each document, in the order of its first part."""
    partner = _partners(placed, types)
    for index, part in enumerate(placed):
        other = partner.get(index)
        if other is None:
            yield (part,)
        elif index < other:
            yield (part, placed[other])


def _partners(placed: Sequence[PlacedPart], types: Mapping[str, DocumentType]) -> dict[int, int]:
    """Match fronts with backs, the best evidence first, each side once."""
    partner: dict[int, int] = {}
    pairs = sorted(_pairs(placed, types), key=lambda p: (-p.evidence, p.front, p.back))
    for pair in pairs:
        if pair.front not in partner and pair.back not in partner:
            partner[pair.front], partner[pair.back] = pair.back, pair.front
    return partner


def _pairs(placed: Sequence[PlacedPart], types: Mapping[str, DocumentType]) -> Iterator[_Pair]:
    for kind in sorted({t for p in placed if (t := p.part.classification.type)}):
        if kind not in types or not types[kind].two_sided:
            continue
        fronts = _sides(placed, kind, Side.FRONT)
        backs = _sides(placed, kind, Side.BACK)
        lonely = len(fronts) == 1 and len(backs) == 1
        for front in fronts:
            for back in backs:
                evidence = _evidence(placed[front], placed[back])
                if evidence > 0 or (lonely and evidence != _VETO):
                    yield _Pair(front, back, evidence)


def _with_recognised_sides(
    placed: Sequence[PlacedPart], types: Mapping[str, DocumentType]
) -> list[PlacedPart]:
    """Give the type of a lonely side to the one unrecognised part that is its other side."""
    settled = list(placed)
    partner = _partners(placed, types)
    for index, entry in enumerate(placed):
        kind = types.get(entry.part.classification.type or "")
        wanted = _OPPOSITE.get(entry.part.side)
        if kind is None or not kind.two_sided or wanted is None or index in partner:
            continue
        others = [n for n, p in enumerate(settled) if _may_be(p, entry, kind.id, wanted)]
        if len(others) == 1:
            settled[others[0]] = _as_side(settled[others[0]], kind.id, wanted)
    return settled


def _may_be(other: PlacedPart, lonely: PlacedPart, kind: str, wanted: Side) -> bool:
    guess = other.part.classification
    if guess.type is not None or len(other.part.pages) > 1:
        return False
    near = guess.runner_up == kind and guess.runner_up_score >= _MIN_LIKENESS
    named = _named_side(other.path) is wanted and _neighbours(other.path, lonely.path)
    return near or (named and other.path != lonely.path)


def _named_side(path: str) -> Side | None:
    stem = PurePosixPath(path).stem
    return next((side for words, side in _NAMED_SIDES if words.search(stem)), None)


def _as_side(placed: PlacedPart, kind: str, side: Side) -> PlacedPart:
    guess = placed.part.classification
    cue = Cue("other_side", "the other side of the card", guess.runner_up_score)
    seen = replace(guess, type=kind, score=guess.runner_up_score, cues=(cue, *guess.cues))
    return PlacedPart(placed.path, replace(placed.part, classification=seen, side=side))


def _sides(placed: Sequence[PlacedPart], kind: str, side: Side) -> list[int]:
    return [
        index
        for index, p in enumerate(placed)
        if p.part.classification.type == kind and p.part.side is side
    ]


def _evidence(front: PlacedPart, back: PlacedPart) -> int:
    """Weigh what speaks for one card: numbers 8, names 4, same file 2, file names 1; or a veto."""
    numbers = [_same_number(front, back, name) for name in _NUMBERS]
    names = _same_holder(front, back)
    if names is False or False in numbers:
        return _VETO
    together = 2 if front.path == back.path else int(_neighbours(front.path, back.path))
    return 8 * numbers.count(True) + 4 * int(names is True) + together


def _same_number(front: PlacedPart, back: PlacedPart, name: str) -> bool | None:
    """Compare one number; `None` when it is not on both sides or cannot decide."""
    one, other = front.part.field(name), back.part.field(name)
    if one is None or other is None:
        return None
    if one.value == other.value:
        return True
    proven = one.standing is Standing.PROVEN and other.standing is Standing.PROVEN
    apart = Levenshtein.distance(one.value, other.value)
    if apart <= _MISREAD_CHARACTERS and not proven:
        return None
    guessed = Standing.GUESSED in (one.standing, other.standing)
    return None if guessed else False


def _same_holder(front: PlacedPart, back: PlacedPart) -> bool | None:
    births = front.part.field("birth_date"), back.part.field("birth_date")
    if births[0] and births[1] and births[0].value != births[1].value and _both_proven(births):
        return False
    one, other = front.part.field("surname"), back.part.field("surname")
    if one is None or other is None:
        return None
    match = person_names.same(one.value, other.value)
    if match is person_names.Match.SLIP:
        return None
    if match is person_names.Match.DIFFERENT:
        made_out = min(one.confidence, other.confidence) < _READ
        return None if made_out else False
    return True


def _both_proven(fields: tuple[Field | None, Field | None]) -> bool:
    return all(f is not None and f.standing is Standing.PROVEN for f in fields)


def _neighbours(one: str, other: str) -> bool:
    """Say whether two names differ only by `recto`/`verso`, `front`/`back` or a number."""
    first, second = PurePosixPath(one), PurePosixPath(other)
    return first.parent == second.parent and _stem(first) == _stem(second)


def _stem(path: PurePosixPath) -> str:
    return re.sub(r"[^\w]|_", "", _SIDE_WORDS.sub("", path.stem)).lower()
