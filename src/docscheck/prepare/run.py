"""`docscheck prepare` from end to end: check, plan, make, check again, write.

folder --check--> Report --plan--> drafts --workers--> files in memory --check--> Report
where a paper reads worse: the next, gentler attempt, and once more
files and manifest --> a new folder, whole or not at all
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, convert
from msgspec.structs import fields, replace

from docscheck.check import Options, Progress, Session
from docscheck.document import ExaminedFile
from docscheck.finding import Finding, Severity, ValueOrigin
from docscheck.intake.entries import Listing
from docscheck.prepare import place
from docscheck.prepare.bench import READ_WORSE, Bench, Piecework
from docscheck.prepare.compare import what_is_worse
from docscheck.prepare.mendable import MENDABLE, findings_about
from docscheck.prepare.plan import Draft, Plan, plan
from docscheck.prepare.workshop import CHANGED, Workshop
from docscheck.prepared import Left, Origins, Output, Prepared
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters import prepared_to_json

MANIFEST = "manifest.json"
_SAID = frozenset(entry.name for entry in fields(Declared))
"""What can be said of a person; a list of students says more than a profile tells."""


class Wish(Struct, frozen=True):
    """What is asked of a preparation."""

    out: Path
    declared: Declared = Declared()
    unsafe: bool = False
    """Also mends that change what is seen, or that the maker of a file locked out."""
    dry_run: bool = False
    """Only say what would be done."""
    before: Report | None = None
    """What a check of this folder with these answers has just said; else it is checked first."""


def prepare_folder(
    folder: Path,
    out: Path,
    declared: Declared | None = None,
    *,
    today: date | None = None,
    options: Options | None = None,
    unsafe: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Prepared:
    """Make the files to upload from one student's folder, or .zip, in a new folder.

    Raises:
        UsageError: no such folder; `out` lies in it, holds something or cannot be written.
        RulebookError: the rules are wrong.
        ComponentMissingError: reading needs something that is not installed.
    """
    wish = Wish(out, declared or Declared(), unsafe, dry_run)
    place.refuse(out, folder)
    with Session(today or date.today(), replace(options or Options(), partial=False)) as session:
        return prepare(session, folder, wish, progress)


def prepare(
    session: Session, folder: Path, wish: Wish, progress: Progress | None = None
) -> Prepared:
    """Do the same with a session that lives on; see `prepare_folder`."""
    place.refuse(wish.out, folder)
    before = wish.before or session.check(folder, wish.declared, progress)
    todo = plan(before, session.rulebook, unsafe=wish.unsafe)
    if wish.dry_run:
        outputs = tuple(_meant(draft, before) for draft in todo.drafts)
        return _told(session, Prepared(before, None, outputs, todo.left, wish.unsafe))
    making = _Making(session, folder, wish, before, todo)
    after = making.made(progress)
    told = _told(session, making.prepared(after))
    making.keep(told)
    return told


def _told(session: Session, prepared: Prepared) -> Prepared:
    return replace(prepared, manifest=prepared_to_json.manifest(prepared, session.rulebook))


class _Making:
    """One folder on its way from the plan to the new folder."""

    def __init__(
        self, session: Session, folder: Path, wish: Wish, before: Report, todo: Plan
    ) -> None:
        self._session = session
        self._wish = wish
        self._before = before
        self._left = todo.left
        self._workshop = Workshop(session, folder, before)
        self._bench = Bench(todo.drafts, self._workshop)

    def made(self, progress: Progress | None) -> Report:
        """Make everything, and step back where it reads worse, until nothing does."""
        known: dict[str, ExaminedFile] = {}
        while True:
            self._bench.fill()
            after = self._checked(known, progress)
            known = {entry.file.path: entry for entry in after.files}
            worse = list(self._worse(after))
            for work, why in worse:
                known.pop(work.name, None)
                work.step_back(READ_WORSE, why)
            if not worse:
                return after

    def _checked(self, known: dict[str, ExaminedFile], progress: Progress | None) -> Report:
        """Check what was made, as the papers of the same person."""
        listing = Listing(self._before.dossier, self._bench.entries(), ())
        names = {entry.path for entry in listing.entries}
        held = {path: entry for path, entry in known.items() if path in names}
        declared = self._wish.declared
        after = self._session.check_listing(listing, declared, progress, held)
        if _persons(after) == _persons(self._before):
            return after
        # The paper that told who this is may be one that has to be replaced.
        read = {entry.file.path: entry for entry in after.files}
        return self._session.check_listing(
            listing, declared.over(_as_judged(self._before)), None, read
        )

    def _worse(self, after: Report) -> Iterator[tuple[Piecework, str]]:
        for work in self._bench.works:
            if work.made is not None:
                rules = self._session.rulebook
                why = what_is_worse(work.draft.paper, work.name, self._before, after, rules)
                if why:
                    yield work, why

    def prepared(self, after: Report) -> Prepared:
        outputs: dict[str, Output] = {}
        left = list(self._left)
        for work in self._bench.works:
            if work.changed:
                left += [Left(p.path, p.pages, CHANGED) for p in work.draft.pieces]
            for output in self._outputs(work, after):
                held = outputs.get(output.path)
                outputs[output.path] = _joined(held, output) if held is not None else output
        ordered = tuple(outputs[name] for name in sorted(outputs))
        return Prepared(self._before, after, ordered, tuple(left), self._wish.unsafe)

    def _outputs(self, work: Piecework, after: Report) -> Iterator[Output]:
        paper = work.draft.paper
        for name, data in work.files():
            origins = tuple(self._origins(work, name))
            paths = {origin.path for origin in origins}
            documents = [d for d in paper.documents if not paths.isdisjoint(d.paths)]
            yield replace(
                _meant(work.draft, self._before),
                path=name,
                types=tuple(document.type or "" for document in documents),
                documents=tuple(document.id for document in documents),
                origins=origins,
                mends=work.mends,
                setbacks=tuple(work.setbacks),
                kept=work.kept,
                still=_still(work.draft, name, self._before, after),
                sha256=hashlib.sha256(data).hexdigest(),
                size_bytes=len(data),
                page_count=_page_count(name, after),
                to_review=paper.to_review,
            )

    def _origins(self, work: Piecework, name: str) -> Iterator[Origins]:
        """Yield what one file was made of: some pages, or one file as it is."""
        for piece in work.draft.pieces:
            pages = () if work.copies else piece.pages
            if not work.copies or work.origins[name] == piece.path:
                yield Origins(piece.path, self._workshop.sha256(piece.path), pages)

    def keep(self, told: Prepared) -> None:
        """Write everything.

        Raises:
            UsageError: it cannot be written.
        """
        manifest = io.StringIO()
        prepared_to_json.write(told, manifest)
        with place.made(self._wish.out) as folder:
            for work in self._bench.works:
                for name, data in work.files():
                    place.put(folder, name, data)
            place.put(folder, MANIFEST, manifest.getvalue().encode("ascii"))


def _meant(draft: Draft, before: Report) -> Output:
    """Say what is meant to become of a draft, before it is made."""
    hashes = {entry.file.path: entry.file.sha256 or "" for entry in before.files}
    attempt = draft.attempts[0] if draft.attempts else None
    return Output(
        path=f"{draft.name}.{attempt.order.form}" if attempt else draft.copies[0],
        requirements=draft.paper.requirements,
        types=tuple(document.type or "" for document in draft.paper.documents),
        documents=tuple(document.id for document in draft.paper.documents),
        origins=tuple(Origins(p.path, hashes[p.path], p.pages) for p in draft.pieces),
        mends=attempt.mends if attempt is not None else (),
        kept=draft.kept,
        to_review=draft.paper.to_review,
        still=_not_mendable(draft, before),
    )


def _not_mendable(draft: Draft, report: Report) -> tuple[Finding, ...]:
    about = (f for document in draft.paper.documents for f in findings_about(document, report))
    return _distinct(f for f in about if f.severity is not Severity.INFO)


def _distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give each finding once; numbers are those of one report."""
    return tuple({(f.id, f.rule): f for f in findings}.values())


def _still(draft: Draft, name: str, before: Report, after: Report) -> tuple[Finding, ...]:
    """Give what was wrong and no mend changes, and what a mend should have changed and did not."""
    left = [f for f in after.findings_of(name) if f.rule in MENDABLE]
    return (*_not_mendable(draft, before), *(f for f in left if f.severity is not Severity.INFO))


def _joined(one: Output, other: Output) -> Output:
    """Put together what two drafts say of one file that is sent whole."""
    return replace(
        one,
        requirements=tuple(dict.fromkeys((*one.requirements, *other.requirements))),
        types=(*one.types, *other.types),
        documents=(*one.documents, *other.documents),
        setbacks=(*one.setbacks, *other.setbacks),
        to_review=one.to_review or other.to_review,
        still=_distinct((*one.still, *other.still)),
    )


def _page_count(name: str, after: Report) -> int:
    entry = next(entry for entry in after.files if entry.file.path == name)
    return entry.examined.container.page_count if entry.examined.container else 0


def _persons(report: Report) -> Sequence[object]:
    return [known.value for known in report.profile.values()]


def _as_judged(report: Report) -> Declared:
    """Say of a person what was read in the papers of the original folder."""
    said = {
        name: known.value
        for name, known in report.profile.items()
        if name in _SAID and known.origin is ValueOrigin.INFERRED
    }
    if not _is_day(said.get("birth_date")):
        said.pop("birth_date", None)
    return convert(said, Declared)


def _is_day(written: object) -> bool:
    """Say whether a date is known to its day; some papers tell a year alone."""
    try:
        date.fromisoformat(str(written))
    except ValueError:
        return False
    return True
