"""What came of preparing a folder: the files to upload, what was done to each, what was left out.

Records only: `prepare` makes them, reporters speak of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from docscheck.finding import Finding
from docscheck.mend.order import Mend
from docscheck.report import Report


class Origins(Struct, frozen=True):
    """A file of the folder, and its pages that were taken."""

    path: str
    sha256: str
    pages: tuple[int, ...]
    """Empty: the file as it is."""


class Setback(Struct, frozen=True):
    """Mends that were tried and given up."""

    mends: tuple[Mend, ...]
    """Of the whole attempt; the next one leaves one of them out."""
    reason: str
    """Why: `read_worse`, `not_possible` (the file does not allow it) or `failed`."""
    detail: str = ""
    """What reads worse (a field, a rule), or for developers what failed; nothing personal."""


class Output(Struct, frozen=True):
    """One file to upload."""

    path: str
    """Its name in the new folder."""
    requirements: tuple[str, ...]
    types: tuple[str, ...]
    documents: tuple[str, ...]
    """Ids of the documents on it, as the report on the original folder has them."""
    origins: tuple[Origins, ...]
    mends: tuple[Mend, ...] = ()
    """In a dry run those that are meant, as far as they are known before."""
    setbacks: tuple[Setback, ...] = ()
    kept: str = ""
    """Why the original bytes were kept: `signed`, `locked`, `gave_up`; empty: they were not."""
    to_review: bool = False
    """Somebody has to look at the paper before it is sent."""
    still: tuple[Finding, ...] = ()
    """Errors and warnings about it that no mend could take away."""
    sha256: str = ""
    size_bytes: int = 0
    page_count: int = 0


class Left(Struct, frozen=True):
    """A file of the folder, or pages of it, that is not among the files to upload."""

    path: str
    pages: tuple[int, ...]
    """Empty: all of it."""
    reason: str
    """Sentences stand under `prepare.left.<reason>`."""
    findings: tuple[Finding, ...] = ()
    """Why, with what to do."""
    better: str = ""
    """What is sent instead, where that is known."""


class Prepared(Struct, frozen=True):
    """One folder, prepared."""

    before: Report
    after: Report | None
    """On the files to upload; `None` in a dry run."""
    outputs: tuple[Output, ...]
    """In the order of their names."""
    left: tuple[Left, ...]
    unsafe: bool = False
    manifest: Mapping[str, Any] = field(default_factory=dict)
    """What `manifest.json` holds: `reporters.prepared_to_json`."""

    @property
    def dry_run(self) -> bool:
        return self.after is None

    @property
    def failed(self) -> bool:
        """Say whether docscheck itself failed somewhere: exit code 4."""
        reports = (self.before, self.after) if self.after is not None else (self.before,)
        lost = (back.reason == "failed" for output in self.outputs for back in output.setbacks)
        return any(lost) or any(report.crashed for report in reports)
