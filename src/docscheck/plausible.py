"""Could a page nobody recognised, or a file nobody could open, be the paper that is missing?

A folder with one unread page and one missing paper is doubtful, although the page may show
something else; with more missing papers than unread pages the papers stay missing, because the
folder is then incomplete whatever the pages show. Where the check was stopped nothing is called
missing: what was left may hold any number of papers. It changes statuses only from missing to
doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from docscheck.checkers.evidence import is_well_read, pages_of
from docscheck.document import Document, ExaminedFile, Folder
from docscheck.finding import NOT_SEEN_YET, Because, Requirement, RequirementStatus
from docscheck.losses import Trouble
from docscheck.rulebook.schema import Rulebook

_MIN_LIKENESS = 0.3
"""Score of the nearest type from which an unrecognised page may be that paper: two weak cues."""
_MIN_WORDS_OF_TEXT = 5
"""Fewer words than this are noise on a picture without text."""
_WELL_READ_WORDS = 15
_WELL_READ_CONFIDENCE = 0.75
"""A page read less well than this may have kept its title from us."""


def plausible(
    drafts: Mapping[str, Requirement], folder: Folder, rulebook: Rulebook
) -> dict[str, Requirement]:
    """Turn missing into doubtful where an unrecognised page or unread file may be the paper."""
    missing = [r for r in drafts.values() if r.status is RequirementStatus.MISSING]
    missing.sort(key=lambda r: not r.blocking)
    unknown = [d for d in folder.documents if d.type is None]
    changed: dict[str, Requirement] = {}
    for requirement in missing:
        types = rulebook.requirements[requirement.id].types
        like = next((d for d in unknown if _nearest_type(d) in types), None)
        if like is not None:
            unknown.remove(like)
            changed[requirement.id] = _doubtful(requirement, "unrecognised", like.paths)
    if folder.is_partial:
        return {r.id: _not_seen_yet(r) for r in missing} | changed
    unread = [d.paths[0] for d in unknown if _is_unread(d, folder)]
    unread += [f.file.path for f in folder.files if _is_closed(f)]
    for blocking in (True, False):
        left = [r for r in missing if r.id not in changed and r.blocking is blocking]
        if left and len(left) <= len(unread):
            paths = tuple(dict.fromkeys(unread))
            changed |= {r.id: _doubtful(r, "unread", paths) for r in left}
            unread = unread[len(left) :]
    return changed


def _doubtful(requirement: Requirement, sentence: str, paths: tuple[str, ...]) -> Requirement:
    because = Because(f"because.{sentence}", {**requirement.because.params, "paths": paths})
    return replace(requirement, status=RequirementStatus.DOUBTFUL, because=because)


def _not_seen_yet(requirement: Requirement) -> Requirement:
    because = Because(f"because.{NOT_SEEN_YET}", requirement.because.params)
    return replace(requirement, status=RequirementStatus.DOUBTFUL, because=because)


def _nearest_type(document: Document) -> str | None:
    nearest = [p.part.classification for p in document.parts]
    likely = [c.runner_up for c in nearest if c.runner_up_score >= _MIN_LIKENESS]
    return next(iter(likely), None)


def _is_unread(document: Document, folder: Folder) -> bool:
    """Say whether there is text on it that could not be read well."""
    return any(
        not page.text_read
        or (
            (page.measures.word_count or 0) >= _MIN_WORDS_OF_TEXT
            and not is_well_read(page, _WELL_READ_WORDS, _WELL_READ_CONFIDENCE)
        )
        for _, page in pages_of(document, folder)
    )


def _is_closed(entry: ExaminedFile) -> bool:
    """Say whether the file may hold the paper in a form the portal takes.

    What is written in a word processor's file or lies in an archive is not there yet, whatever it
    is: it has to be made into a PDF or unpacked first.
    """
    return entry.examined.trouble not in (None, Trouble.EMPTY, Trouble.UNSUPPORTED)
