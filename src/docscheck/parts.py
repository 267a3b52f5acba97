"""Which pages of one file belong together, which side do they show, and what do they say?

A page of a type begins a new part, unless it goes on with the one before: the other side of the
same card, or a further page of the same paper with nothing on it that contradicts. A page without
a type of its own right behind one that has one, with nothing that points elsewhere, is its
continuation. Joining over files is for `assemble`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from docscheck import next_page, two_cards
from docscheck.classify.phrases import PhraseFinder, Vocabulary
from docscheck.document import Classification, Cue, Field, Mrz, PageText, Part, Side, Standing
from docscheck.page_record import ReadPage
from docscheck.readers import READERS, code_address, person_names, two_d_doc
from docscheck.readers.interface import Barcode, Reading
from docscheck.readers.name_runs import names_on
from docscheck.rulebook.schema import DocumentType, FieldRule, MarkRule

_POINTS_ELSEWHERE = 0.4
"""Best score of a page without a type above which it is not simply the next page."""
_DECISIVE = (
    "document_number",
    "iban",
    "account_number",
    "nir",
    "foreigner_number",
    "birth_date",
    "school_year",
)
_HARDLY_READ = 0.5
"""Confidence below which a value gives way to the next candidate that has more."""
_SURELY_READ = 0.85
"""Confidence from which a field worth another look needs none."""
_STRONG_TITLE = 0.5
_FILLERS, _LINES_OF_A_ZONE = "<<", 2
_WORDS_OF_STAMPS = 20


class ClassifiedPage(Struct, frozen=True):
    """A read page and what it was taken for."""

    read: ReadPage
    classification: Classification
    blank: bool = False

    @property
    def number(self) -> int:
        return self.read.page.number


def as_papers(
    entries: Sequence[ClassifiedPage], types: Mapping[str, DocumentType]
) -> tuple[ClassifiedPage, ...]:
    """Give the papers lying on one page that are worth telling apart; none when it is one paper.

    Two sides of a card, or papers of two types. The other page of an opened passport, or a thing
    that nobody recognised beside a paper, makes no paper of its own.
    """
    known = [entry for entry in entries if entry.classification.type is not None]
    kinds = {entry.classification.type for entry in known}
    if len(entries) < 2 or not known:
        return ()
    if len(kinds) > 1:
        return tuple(known)
    kind = types[kinds.pop() or ""]
    if not kind.two_sided:
        return tuple(known) if len({z.lines for z in _zones(known)}) > 1 else ()
    if len(entries) == 2:
        return tuple(_as_other_side(entry, known[0]) for entry in entries)
    return tuple(known) if len(known) > 1 else ()


def _as_other_side(entry: ClassifiedPage, known: ClassifiedPage) -> ClassifiedPage:
    """Give the type of one side of a card to what lies beside it."""
    if entry.classification.type is not None:
        return entry
    cue = Cue("other_side", "the other side of the card", 0.5)
    kind = known.classification.type
    score = round(known.classification.score * 0.5, 4)
    seen = replace(entry.classification, type=kind, score=score, cues=(cue,))
    return replace(entry, classification=seen)


def _as_continuation(page: ClassifiedPage, first: Classification) -> ClassifiedPage:
    if page.classification.type == first.type:
        return page
    guess = replace(
        page.classification,
        type=first.type,
        score=round(first.score * 0.5, 4),
        cues=(Cue("continuation", "the page before", 0.5),),
    )
    return replace(page, classification=guess)


class PartMaker:
    """Makes the parts of one file, with the fields and marks of their type.

    Reading the fields of a page costs more than anything else that is done with its text, and
    more than one question needs them: what was read once is kept, as long as the maker, and so is
    the page as readers prepared it.
    """

    def __init__(
        self, types: Mapping[str, DocumentType], vocabulary: Vocabulary, today: date
    ) -> None:
        self._types = types
        self._vocabulary = vocabulary
        self._today = today
        self._read: dict[tuple[str, int], tuple[ReadPage, tuple[Field, ...]]] = {}
        self._prepared: dict[int, tuple[ReadPage, Reading]] = {}

    def parts_of(
        self, pages: Sequence[ClassifiedPage]
    ) -> tuple[tuple[ClassifiedPage, ...], tuple[Part, ...]]:
        """Group the pages of a file; pages that continue a part get its type.

        Returns the pages, and the parts in the order of their first page. Blank pages are in none.
        """
        groups: list[list[ClassifiedPage]] = []
        for page in pages:
            if page.blank:
                continue
            if groups and self._goes_on(groups[-1], page):
                groups[-1].append(_as_continuation(page, groups[-1][0].classification))
            else:
                groups.append([page])
        settled = {id(p.read): p for group in groups for p in group}
        return (
            tuple(settled.get(id(page.read), page) for page in pages),
            tuple(self._part(group) for group in groups),
        )

    def values_on(self, page: ClassifiedPage) -> dict[str, str]:
        """Give what one page says by itself: the value of each field of its type that was read."""
        kind = self._types.get(page.classification.type or "")
        found = self._fields(kind, [page]) if kind else ()
        return {field.name: field.value for field in found}

    def lacks(self, page: ClassifiedPage) -> bool:
        """Tell whether a page should be read again: by itself it does not tell what an officer
        needs of its type, or hardly tells what is worth another look.
        """
        kind = self._types.get(page.classification.type or "")
        if kind is None or not (kind.needed or kind.reread):
            return False
        sure: dict[str, float] = {}
        for found in self._fields(kind, [page]):
            sure[found.name] = max(found.confidence, sure.get(found.name, 0.0))
        told = all(any(name in sure for name in names) for names in kind.needed)
        return not told or any(sure.get(name, 0.0) < _SURELY_READ for name in kind.reread)

    def _goes_on(self, group: Sequence[ClassifiedPage], page: ClassifiedPage) -> bool:
        """Whether `page` belongs to the part that `group` begins."""
        kind = group[0].classification.type
        guess = page.classification
        if kind is None:
            return False
        if guess.type is None:
            return self._follows(kind, group, page)
        if guess.type != kind:
            return guess.runner_up == kind and kind in self._types[guess.type].follows
        if self._types[kind].two_sided:
            return len(group) == 1 and self._are_two_sides(kind, group[0], page)
        return not self._contradicts(kind, group, page)

    def _follows(self, kind: str, group: Sequence[ClassifiedPage], page: ClassifiedPage) -> bool:
        """Whether a page nobody recognised is simply the next one of the paper before it."""
        first = group[0].read
        if self._types[kind].two_sided:
            lonely = len(group) == 1 and self._side(kind, group[0]) is not Side.BOTH
            return lonely and first.is_card and page.read.is_card
        elsewhere = page.classification.runner_up_score >= _POINTS_ELSEWHERE
        if elsewhere or page.read.page.origin is not first.page.origin:
            return False
        if self._types[kind].mrz_shapes:
            # The other pages of a passport hold stamps, or lines for remarks.
            return page.read.is_card or page.read.word_count <= _WORDS_OF_STAMPS
        if page.classification.runner_up == kind and page.classification.runner_up_score > 0:
            return True
        texts = [p.read.text for p in group if p.read.text is not None]
        return next_page.goes_on(texts, page.read.text)

    def _part(self, group: Sequence[ClassifiedPage]) -> Part:
        first = group[0].classification
        zone = _best_zone(group)
        kind = self._types.get(first.type or "")
        return Part(
            pages=tuple(dict.fromkeys(page.number for page in group)),
            classification=first,
            side=self._side_of_all(kind, group) if kind else Side.WHOLE,
            fields=(*self._fields(kind, group), *_coded(group)) if kind else (),
            mrz=zone,
            marks=tuple(self._marks(kind.marks, group)) if kind else (),
            names=names_on(self._reading(group)) if kind else (),
            hosts=code_address.hosts_of(_codes(group)),
        )

    def _contradicts(
        self, kind: str, group: Sequence[ClassifiedPage], page: ClassifiedPage
    ) -> bool:
        """Whether the page names other numbers than the pages before it."""
        before = {f.name: f.value for f in self._fields(self._types[kind], group)}
        here = {f.name: f.value for f in self._fields(self._types[kind], [page])}
        shared = [name for name in _DECISIVE if name in before and name in here]
        if "holder" in before and "holder" in here:
            match = person_names.same(before["holder"], here["holder"])
            if match is person_names.Match.DIFFERENT:
                return True
        return any(before[name] != here[name] for name in shared)

    def _fields(self, kind: DocumentType, group: Sequence[ClassifiedPage]) -> tuple[Field, ...]:
        if len(group) > 1:
            return tuple(self._read_fields(kind, group))
        read = group[0].read
        # The page is kept with its fields: no other can have its identity meanwhile.
        known = self._read.get((kind.id, id(read)))
        if known is None:
            known = read, tuple(self._read_fields(kind, group))
            self._read[kind.id, id(read)] = known
        return known[1]

    def _read_fields(self, kind: DocumentType, group: Sequence[ClassifiedPage]) -> Iterator[Field]:
        """Give the best reading of each field first, then a printed one beside a zone's.

        What an officer needs and the first reading does not tell is looked for in the next one;
        what is worth another look is taken from where it was read surest.
        """
        found = self._found(kind.fields, self._reading(group))
        needed = {name for names in kind.needed for name in names}
        for look in range(max(len(page.read.near) for page in group)):
            wanted = (needed - found.keys()) | set(kind.reread)
            lost = [rule for rule in kind.fields if rule.name in wanted]
            for name, fields in self._found(lost, self._reading(group, look)).items():
                if _confidence(fields) > _confidence(found.get(name, [])):
                    found[name] = fields
        for known in found.values():
            yield from sorted(known, key=lambda f: f.standing is not Standing.PROVEN)

    def _found(self, rules: Sequence[FieldRule], reading: Reading) -> dict[str, list[Field]]:
        found: dict[str, list[Field]] = {}
        for rule in rules:
            answers = READERS[rule.reader].read(reading, rule.name, rule.settings)
            answer = _first(answers)
            known = found.get(rule.name, [])
            if answer is not None and all(answer.source is not f.source for f in known):
                found[rule.name] = [*known, answer]
        return found

    def _reading(self, group: Sequence[ClassifiedPage], look: int | None = None) -> Reading:
        """Give what readers may look at: the first texts of the pages, or those of a near look."""
        if len(group) > 1 or look is not None:
            return self._new_reading(group, look)
        read = group[0].read
        known = self._prepared.get(id(read))
        if known is None:
            known = self._prepared[id(read)] = read, self._new_reading(group, None)
        return known[1]

    def _new_reading(self, group: Sequence[ClassifiedPage], look: int | None) -> Reading:
        texts = [page.read.text if look is None else _near(page.read, look) for page in group]
        return Reading(
            texts=tuple(text for text in texts if text is not None),
            today=self._today,
            mrz=_best_zone(group),
            barcodes=_codes(group),
        )

    def _marks(self, rules: Sequence[MarkRule], group: Sequence[ClassifiedPage]) -> Iterator[str]:
        if not rules:
            return
        finders = [PhraseFinder(p.read.text, self._vocabulary) for p in group]
        for rule in rules:
            found = {text for f in finders for text in f.among(rule.any)}
            withdrawn = any(any(f.among(rule.unless)) for f in finders)
            if len(found) >= rule.at_least and not withdrawn:
                yield rule.name

    def _are_two_sides(self, kind: str, one: ClassifiedPage, other: ClassifiedPage) -> bool:
        """Whether two pages show the front and the back of a card, in either order."""
        if self._are_of_two_cards(one, other) or self._are_of_two_cards(other, one):
            return False
        sides = {self._side(kind, one), self._side(kind, other)}
        if sides == {Side.FRONT, Side.BACK}:
            return True
        # Few words can be read on a card; beside the back of one, what has no zone is its front.
        zones = [page.read.mrz for page in (one, other)]
        unread = any(page.read.mrz is None and _shows_zone(page) for page in (one, other))
        return sides == {Side.BACK} and zones.count(None) == 1 and not unread

    def _are_of_two_cards(self, coded: ClassifiedPage, other: ClassifiedPage) -> bool:
        zone, text = coded.read.mrz, other.read.text
        if zone is None or text is None or other.read.mrz is not None:
            return False
        return two_cards.are_of_two(zone, text, self._today)

    def _side_of_all(self, kind: DocumentType, group: Sequence[ClassifiedPage]) -> Side:
        if not kind.two_sided:
            return Side.WHOLE
        return Side.BOTH if len(group) > 1 else self._side(kind.id, group[0])

    def _side(self, kind_id: str, page: ClassifiedPage) -> Side:
        """Tell front from back: by the zone first, by what is printed where there is none."""
        kind = self._types[kind_id]
        zone = page.read.mrz
        marks = set(self._marks(kind.marks, [page]))
        titled = any(
            cue.kind == "title" and cue.weight >= _STRONG_TITLE for cue in page.classification.cues
        )
        front = titled or ("front" in marks and "back" not in marks)
        if zone is None:
            return Side.FRONT if front and not _shows_zone(page) else Side.BACK
        alone = page.read.place is not None
        if zone.shape != "TD1":
            # TD2 and the old French card carry the zone below the portrait (ICAO 9303-6 §3).
            return Side.BOTH if "back" in marks and not (alone or page.read.is_card) else Side.FRONT
        return Side.BOTH if front and "front" in marks and not alone else Side.BACK


def _shows_zone(page: ClassifiedPage) -> bool:
    """Whether lines of a zone were read, though not well enough to be one."""
    lines = page.read.text.lines if page.read.text is not None else ()
    return sum(_FILLERS in line.text for line in lines) >= _LINES_OF_A_ZONE


def _confidence(fields: Iterable[Field]) -> float:
    return max((field.confidence for field in fields), default=-1.0)


def _first(answers: Iterable[Field]) -> Field | None:
    """Give the first candidate, or a surer one behind it when it was hardly read."""
    first: Field | None = None
    for answer in answers:
        first = first or answer
        if answer.confidence >= _HARDLY_READ:
            return answer
    return first


def _near(read: ReadPage, look: int) -> PageText | None:
    return read.near[look] if look < len(read.near) else read.text


def _codes(group: Sequence[ClassifiedPage]) -> tuple[Barcode, ...]:
    return tuple(code for page in group for code in page.read.barcodes)


def _coded(group: Sequence[ClassifiedPage]) -> Iterator[Field]:
    return two_d_doc.fields(_codes(group))


def _zones(group: Sequence[ClassifiedPage]) -> list[Mrz]:
    return [zone for page in group if (zone := page.read.mrz) is not None]


def _best_zone(group: Sequence[ClassifiedPage]) -> Mrz | None:
    return max(_zones(group), key=lambda zone: (zone.proven, zone.confidence), default=None)
