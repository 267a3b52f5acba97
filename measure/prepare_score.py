"""What was made of one untidy folder, counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2

from docscheck.document import Document, Standing
from docscheck.finding import RequirementStatus
from docscheck.prepare.compare import READ
from docscheck.prepared import Output, Prepared
from docscheck.report import Report
from measure.same_value import same_value
from measure.tally import Tally
from specimens.folders.untidy import Untidy

FORM = (
    *("format.pdf_required", "format.media_type", "document.several_in_one_file"),
    *("document.split_over_files", "quality.rotated", "file.name", "file.too_large", "file.heavy"),
    *("file.extension_mismatch", "file.extension_missing", "file.active_content"),
)
"""Rules that what was made must not break any more."""
_NOT_OURS = ("signed", "locked")
"""Files that are copied whatever is wrong with them; the manifest says so."""
_ORDER = ("ready", "to_review", "not_ready")
_EXIF = b"SPECIMEN"
"""Make and description of every picture that was placed; the mark of a camera names nothing."""


@dataclass
class Score:
    """Counts over all folders of a run."""

    untouched: Tally = field(default_factory=Tally)
    readers: dict[str, Tally] = field(default_factory=dict)
    gone: dict[str, Tally] = field(default_factory=dict)
    """Rule -> findings on files that were sent, and how many of them are gone."""
    not_worse: Tally = field(default_factory=Tally)
    """Documents of which no printed value was read right before and is not any more."""
    values: Counter[str] = field(default_factory=Counter)
    """`kept`, `gained` and `lost`: printed values that were read right before and after; `faint`:
    lost of those that did not count as read before."""
    signed: Tally = field(default_factory=Tally)
    bare: Tally = field(default_factory=Tally)
    """Files that were made, without author, place, camera or anything that could run."""
    told: Tally = field(default_factory=Tally)
    """Files of the folders that the manifest speaks of."""
    met: Tally = field(default_factory=Tally)
    """Requirements that were met before, and still are."""
    verdicts: Tally = field(default_factory=Tally)
    digests: Tally = field(default_factory=Tally)
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    mends: Counter[str] = field(default_factory=Counter)
    given_up: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    messes: Counter[str] = field(default_factory=Counter)
    folders: int = 0
    failed: int = 0
    """Folders on which it came to nothing."""
    seconds: float = 0.0
    remarks: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Join the counts of another score to these."""
        for name, theirs in vars(other).items():
            ours = getattr(self, name)
            if isinstance(ours, Tally):
                ours.add(theirs)
            elif isinstance(ours, Counter):
                ours.update(theirs)
            elif isinstance(ours, dict):
                for key, tally in theirs.items():
                    ours.setdefault(key, Tally()).add(tally)
            else:
                setattr(self, name, ours + theirs)


def score(untidy: Untidy, prepared: Prepared, out: Path) -> Score:
    """Count everything about one folder."""
    found = Score()
    found.messes.update(untidy.messes)
    after = prepared.after or prepared.before
    for output in prepared.outputs:
        data = (out / output.path).read_bytes()
        found.digests.count(hashlib.sha256(data).hexdigest() == output.sha256)
        _open(found, output, out / output.path)
        found.mends.update(mend.value for mend in output.mends)
        for back in output.setbacks:
            found.given_up[f"{'+'.join(back.mends) or '-'}: {back.detail}"] += 1
            found.remarks.append(f"{output.path}: gave up {back.mends}: {back.detail}")
        if output.kept:
            found.kept[output.kept] += 1
    _gone(found, prepared, after)
    _values(found, untidy, prepared, after)
    _signed(found, untidy, prepared)
    _told(found, untidy, prepared)
    _met(found, prepared, after)
    return found


def _open(found: Score, output: Output, path: Path) -> None:
    if path.suffix != ".pdf":
        return
    for name, reader in READERS.items():
        found.readers.setdefault(name, Tally()).count(_opens(reader, path, output.page_count))
    if not output.kept:
        is_bare = _is_bare(path)
        found.bare.count(is_bare)
        if not is_bare:
            found.remarks.append(f"{output.path}: not bare")


def _opens(reader: Callable[[Path], int], path: Path, pages: int) -> bool:
    try:
        return reader(path) == pages > 0
    except Exception:  # any reader's any trouble is the answer
        return False


def _by_pikepdf(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return -1 if pdf.check_pdf_syntax() else len(pdf.pages)


def _by_pdfium(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            page.render(scale=0.5)
        return len(document)
    finally:
        document.close()


def _by_pypdf(path: Path) -> int:
    reader = pypdf.PdfReader(path, strict=True)
    for page in reader.pages:
        page.extract_text()
    return len(reader.pages)


READERS: Mapping[str, Callable[[Path], int]] = {
    "pikepdf (qpdf)": _by_pikepdf,
    "pypdfium2 (PDFium)": _by_pdfium,
    "pypdf": _by_pypdf,
}


def _is_bare(path: Path) -> bool:
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        keys = set(root.keys()) - {"/Type", "/Pages", "/OCProperties"}
        pages = any("/Annots" in page.obj or "/AA" in page.obj for page in pdf.pages)
        streams = [
            item.read_raw_bytes()[:20_000]
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == pikepdf.Name.Image
        ]
        return not (keys or pages or len(pdf.docinfo) or any(_EXIF in raw for raw in streams))


def _gone(found: Score, prepared: Prepared, after: Report) -> None:
    sent: dict[str, list[str]] = {}
    for output in prepared.outputs:
        if output.kept in _NOT_OURS:
            continue
        for origin in output.origins:
            sent.setdefault(origin.path, []).append(output.path)
    broken = {(f.rule, f.issue.where.path) for f in after.findings}
    for finding in prepared.before.findings:
        path = finding.issue.where.path
        if finding.rule in FORM and path in sent:
            still = any((finding.rule, name) in broken for name in sent[path])
            found.gone.setdefault(finding.rule, Tally()).count(not still)
            if still:
                found.remarks.append(f"{path} -> {sent[path]}: still {finding.rule}")


def _values(found: Score, untidy: Untidy, prepared: Prepared, after: Report) -> None:
    by_id = {document.id: document for document in prepared.before.documents}
    for output in prepared.outputs:
        made = [d for d in after.documents if output.path in d.paths]
        for identity in output.documents:
            document = by_id[identity]
            again = next((d for d in made if d.type == document.type), None)
            made = [d for d in made if d is not again]
            lost = list(_compared(found, document, again, untidy))
            found.not_worse.count(not lost)
            if lost:
                found.remarks.append(f"{output.path}: reads worse: {', '.join(lost)}")


def _compared(
    found: Score, document: Document, again: Document | None, untidy: Untidy
) -> Iterator[str]:
    for name, printed in _printed(document, untidy).items():
        before = _is_right(document, name, printed)
        now = again is not None and _is_right(again, name, printed)
        faint = before and not _counts_as_read(document, name)
        if before or now:
            lost = "faint" if faint else "lost"
            found.values["kept" if before and now else "gained" if now else lost] += 1
        if before and not now and not faint:
            said = again.value(name) if again is not None else None
            yield f"{document.type}.{name} {document.value(name)} -> {said}"


def _counts_as_read(document: Document, name: str) -> bool:
    """Say whether docscheck itself counts a value as read: no rule goes by one that it does not."""
    field = document.field(name)
    return field is not None and (field.standing is Standing.PROVEN or field.confidence >= READ)


def _printed(document: Document, untidy: Untidy) -> dict[str, Any]:
    """Give the values printed on the papers of this type on the pages of a document."""
    printed: dict[str, Any] = {}
    for placed in document.parts:
        for entry in untidy.truth.get(placed.path, ()):
            if entry.get("type") == document.type and set(entry["pages"]) & set(placed.part.pages):
                printed |= entry["fields"]
    return printed


def _is_right(document: Document, name: str, printed: object) -> bool:
    read = document.value(name)
    return read is not None and same_value(name, read, str(printed))


def _signed(found: Score, untidy: Untidy, prepared: Prepared) -> None:
    signed = {
        item.path: hashlib.sha256(item.data).hexdigest() for item in untidy.items if item.signed
    }
    for output in prepared.outputs:
        for origin in output.origins:
            if origin.path in signed:
                found.signed.count(output.sha256 == signed[origin.path])


def _told(found: Score, untidy: Untidy, prepared: Prepared) -> None:
    told = {origin.path for output in prepared.outputs for origin in output.origins}
    told |= {left.path for left in prepared.left}
    for path in untidy.files:
        found.told.count(path in told)


def _met(found: Score, prepared: Prepared, after: Report) -> None:
    status = {requirement.id: requirement.status for requirement in after.requirements}
    for requirement in prepared.before.requirements:
        if requirement.status is RequirementStatus.SATISFIED:
            still = status[requirement.id] is RequirementStatus.SATISFIED
            found.met.count(still)
            if not still:
                found.remarks.append(f"{requirement.id}: {status[requirement.id]}")
    first, second = prepared.before.verdict.value, after.verdict.value
    found.before[first] += 1
    found.after[second] += 1
    found.verdicts.count(_ORDER.index(second) <= _ORDER.index(first))
    if _ORDER.index(second) > _ORDER.index(first):
        found.remarks.append(f"verdict {first} -> {second}")
