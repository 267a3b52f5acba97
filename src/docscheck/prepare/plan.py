"""What has to be made: from a report the files to upload, each with its attempts, best first.

Pure: no file is opened. Each further attempt leaves out one mend that may hurt, until the original
bytes are all that is left. Signed files are never rewritten; files that their maker locked against
changes only where that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Container, Origin, Page
from docscheck.mend.order import Form, Leaf, Mend, Order
from docscheck.prepare.choice import Paper, choose
from docscheck.prepare.left import left_out
from docscheck.prepare.pieces import Piece, pieces_of
from docscheck.prepared import Left
from docscheck.report import Report
from docscheck.rulebook.schema import Rulebook

_JPEG, _PDF = "image/jpeg", "application/pdf"
_LEANS_DEG = 2.0
"""A sheet on the glass of a scanner leans less, and lines that lean so little are read as well."""
_MOST_LEAN_DEG = 15.0
"""What `pages.skew` measures; more is chance."""


class Attempt(Struct, frozen=True):
    """One way to make a file."""

    order: Order
    mends: tuple[Mend, ...]
    """Those that are known before it is made."""


class Draft(Struct, frozen=True):
    """A file to make."""

    name: str
    """Without its ending."""
    paper: Paper
    pieces: tuple[Piece, ...]
    attempts: tuple[Attempt, ...]
    """Empty: the original bytes are copied."""
    copies: tuple[str, ...]
    """Names for the original bytes of each piece, where nothing better comes of it."""
    kept: str = ""
    """Why there is no attempt: `signed`, `locked`."""


class Plan(Struct, frozen=True):
    """The files to make, and what is left out."""

    drafts: tuple[Draft, ...]
    left: tuple[Left, ...]


def plan(report: Report, rulebook: Rulebook, *, unsafe: bool = False) -> Plan:
    """Plan the files to upload.

    Args:
        report: on the folder as it is.
        rulebook: the one it was judged by.
        unsafe: whether mends are wanted that change what is seen, or that a maker locked out.
    """
    drafter = _Drafter(report, rulebook, unsafe)
    drafts = tuple(
        drafter.draft(number, paper)
        for number, paper in enumerate(choose(report, rulebook), start=1)
    )
    taken: dict[str, frozenset[int]] = {}
    for draft in drafts:
        for piece in draft.pieces:
            sent = piece.pages if draft.attempts else range(1, drafter.page_count(piece.path) + 1)
            taken[piece.path] = taken.get(piece.path, frozenset()) | frozenset(sent)
    return Plan(_with_names_of_their_own(drafts), left_out(report, rulebook, taken))


def _with_names_of_their_own(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Number the second and further papers of one kind."""
    seen: dict[str, int] = {}
    named = []
    for draft in drafts:
        kind = draft.name.partition("-")[2]
        seen[kind] = seen.get(kind, 0) + 1
        again = f"-{seen[kind]}" if seen[kind] > 1 else ""
        copies = tuple(copy.replace(draft.name, f"{draft.name}{again}") for copy in draft.copies)
        named.append(replace(draft, name=f"{draft.name}{again}", copies=copies))
    return tuple(named)


class _Drafter:
    """Makes drafts from what is known of the files."""

    def __init__(self, report: Report, rulebook: Rulebook, unsafe: bool) -> None:
        self._report = report
        self._rulebook = rulebook
        self._unsafe = unsafe
        self._files = {entry.file.path: entry for entry in report.files}
        size = rulebook.portal.checks.get("file-size")
        self._max_bytes = int(size.settings.max_bytes) if size is not None else 0

    def draft(self, number: int, paper: Paper) -> Draft:
        kind = paper.documents[0].type or "other"
        words = dict.fromkeys((paper.requirements[0], kind))
        name = f"{number:02d}-{'-'.join(words)}".replace("_", "-")
        pieces = pieces_of(paper, self._report)
        kept = self._kept(pieces)
        attempts = () if kept else tuple(self._attempts(paper, pieces))
        copies = tuple(self._copies(name, pieces))
        return Draft(name, paper, pieces, attempts, copies, kept)

    def _copies(self, name: str, pieces: Sequence[Piece]) -> Iterator[str]:
        """Name the original files as plainly, each with the ending that tells what it is."""
        rule = self._rulebook.portal.checks.get("file-format")
        for number, piece in enumerate(pieces, start=1):
            file = self._files[piece.path].file
            usual = rule.settings.extensions.get(file.media_type, ()) if rule is not None else ()
            part = f"-part-{number}" if len(pieces) > 1 else ""
            yield f"{name}{part}.{usual[0] if usual else file.extension}"

    def page_count(self, path: str) -> int:
        return self._container(path).page_count

    def _container(self, path: str) -> Container:
        return self._files[path].examined.container or Container(0)

    def _kept(self, pieces: Sequence[Piece]) -> str:
        containers = [self._container(piece.path) for piece in pieces]
        if any(container.signed for container in containers):
            return "signed"
        locked = any(container.encrypted for container in containers)
        return "locked" if locked and not self._unsafe else ""

    def _attempts(self, paper: Paper, pieces: Sequence[Piece]) -> Iterator[Attempt]:
        """Yield the whole of it, then other ways, and without what may hurt, one mend fewer."""
        if self._stays_picture(paper, pieces):
            yield Attempt(Order((Leaf(0, 1),), Form.JPEG), ())
            return
        leaves = tuple(self._leaves(pieces))
        order = Order(leaves, max_bytes=self._max_bytes)
        yield self._attempt(order, pieces)
        for other in _OTHER_WAYS:
            order, before = other(order), order
            if order != before:
                yield self._attempt(order, pieces)

    def _stays_picture(self, paper: Paper, pieces: Sequence[Piece]) -> bool:
        """Say whether the slot takes the JPEG that the paper is."""
        kind = self._rulebook.types.get(paper.documents[0].type or "")
        rule = kind.checks.get("document-format") if kind is not None else None
        taken = rule.settings.accepted if rule is not None else ()
        one = len(pieces) == 1 and self._media(pieces[0].path) == _JPEG
        return one and _JPEG in taken

    def _media(self, path: str) -> str:
        return self._files[path].file.media_type or ""

    def _leaves(self, pieces: Sequence[Piece]) -> Iterator[Leaf]:
        for source, piece in enumerate(pieces):
            pages = {page.number: page for page in self._files[piece.path].examined.pages}
            picture = self._media(piece.path) != _PDF
            for number in piece.pages:
                page = pages.get(number)
                if page is None:
                    yield Leaf(source, number)
                    continue
                cut = self._unsafe and picture and page.origin is Origin.PHOTO
                yield Leaf(source, number, page.turn_deg, 0.0 if cut else _lean(page), cut)

    def _attempt(self, order: Order, pieces: Sequence[Piece]) -> Attempt:
        leaves = order.leaves
        mends = (
            (Mend.PICTURE_TO_PDF, any(self._media(piece.path) != _PDF for piece in pieces)),
            (Mend.JOINED, len(pieces) > 1),
            (Mend.SPLIT, any(not piece.whole for piece in pieces)),
            (Mend.TURNED, any(leaf.turn_deg for leaf in leaves)),
            (Mend.LEVELLED, any(leaf.level_deg for leaf in leaves)),
        )
        return Attempt(order, tuple(mend for mend, done in mends if done))


def _lean(page: Page) -> float:
    lean = page.measures.skew_deg
    if page.origin is Origin.BORN_DIGITAL or lean is None:
        return 0.0
    return round(lean, 2) if _LEANS_DEG <= abs(lean) <= _MOST_LEAN_DEG else 0.0


def _uncut(order: Order) -> Order:
    leaves = tuple(replace(leaf, cut_to_sheet=False) for leaf in order.leaves)
    return replace(order, leaves=leaves)


def _leaning(order: Order) -> Order:
    return replace(order, leaves=tuple(replace(leaf, level_deg=0.0) for leaf in order.leaves))


def _redrawn(order: Order) -> Order:
    return replace(order, redrawn=True)


def _as_photo(order: Order) -> Order:
    return replace(order, as_photo=True, redrawn=False)


def _of_fewer_pixels(order: Order) -> Order:
    return replace(order, fewer_pixels=True, redrawn=False)


def _as_large(order: Order) -> Order:
    return replace(order, max_bytes=0, fewer_pixels=False)


def _unturned(order: Order) -> Order:
    return replace(order, leaves=tuple(replace(leaf, turn_deg=0) for leaf in order.leaves))


_OTHER_WAYS = (
    *(_uncut, _leaning, _redrawn, _as_photo, _redrawn),
    *(_of_fewer_pixels, _as_large, _unturned),
)
"""Each on top of the one before. A letter that is hard to read is read, or not, by the grain of
its pixels: where a value was lost that way the picture is drawn once more."""
