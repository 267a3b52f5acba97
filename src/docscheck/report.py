"""The answer for one folder: verdict, requirements, findings, and what they were judged by.

Small and made of records of facts and verdicts only, so that it crosses processes; it holds no
text and no pixel. Values of fields are unmasked here: masking is the reporters' work.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from docscheck.document import Document, ExaminedFile, Ignored
from docscheck.finding import Finding, Known, Requirement, Verdict, WaiverUse


class Report(Struct, frozen=True):
    """Everything a reporter needs to speak about one folder."""

    dossier: str
    """Name of the folder, not its path."""
    today: date
    verdict: Verdict
    profile: Mapping[str, Known]
    """Stage, nationality, age, ...: `docscheck.profile.KEYS`, in that order."""
    profile_rule: str
    """Id of the row of `profiles.toml` that was applied."""
    files: tuple[ExaminedFile, ...]
    documents: tuple[Document, ...]
    ignored: tuple[Ignored, ...]
    requirements: tuple[Requirement, ...]
    """All of `requirements.toml`, in its order."""
    findings: tuple[Finding, ...]
    """In the order of the report: the worst first."""
    rules_edition: str
    tool_version: str
    versions: Mapping[str, str] = field(default_factory=dict)
    """Versions of the engines and libraries that read the files."""
    isolation: Mapping[str, str] = field(default_factory=dict)
    """Measure -> `on`, `refused` or `not_offered`: what the processes that read had given up."""
    limits: Mapping[str, float] = field(default_factory=dict)
    waivers: tuple[WaiverUse, ...] = ()
    """In the order of the file they stand in."""
    compared: bool = False
    """Whether findings were compared with those of an earlier report: `docscheck.baseline`."""

    @property
    def files_read(self) -> int:
        """Count the files that were read, or refused for what they are."""
        return sum(not entry.left_unread for entry in self.files)

    @property
    def is_partial(self) -> bool:
        """Say whether the check was stopped before every file was read; it is never ready then."""
        return self.files_read < len(self.files)

    @property
    def crashed(self) -> bool:
        """Say whether docscheck itself failed somewhere: exit code 4."""
        return any(finding.rule == "internal.crash" for finding in self.findings)

    @property
    def known(self) -> int:
        """Count the findings that the earlier report had too."""
        return sum(finding.known for finding in self.findings)

    def findings_of(self, path: str) -> tuple[Finding, ...]:
        """Give the findings about one file, in the order of the report."""
        return tuple(f for f in self.findings if f.issue.where.path == path)


def is_about(finding: Finding, document: Document) -> bool:
    """Say whether a finding is about this document, or about the page or file it stands on."""
    if finding.issue.document is not None:
        return finding.issue.document == document.id
    where = finding.issue.where
    return any(
        where.path == p.path and (where.page is None or where.page in p.part.pages)
        for p in document.parts
    )
