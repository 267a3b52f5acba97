"""What the tables need of a report that the ledger holds as JSON; its contract is the schema."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from docscheck.finding import RequirementStatus, Severity


class ToldRequirement(Struct, frozen=True):
    """One paper that is asked for, or is not."""

    id: str
    status: RequirementStatus
    blocking: bool


class ToldFinding(Struct, frozen=True):
    """One finding."""

    rule: str
    severity: Severity
    fix: dict[str, str]
    """In the languages of rules."""
    waived: dict[str, object] | None = None


class Told(Struct, frozen=True):
    """A report, as far as tables go."""

    requirements: tuple[ToldRequirement, ...]
    findings: tuple[ToldFinding, ...]

    def errors(self) -> Iterator[ToldFinding]:
        """Yield what stands in the way, the worst first."""
        for finding in self.findings:
            if finding.severity is Severity.ERROR and finding.waived is None:
                yield finding


_DECODER = msgspec.json.Decoder(Told)


def told(report: str) -> Told:
    """Read the JSON of a report."""
    return _DECODER.decode(report)
