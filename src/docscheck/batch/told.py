"""What the office's outputs need of a report that the ledger holds as JSON; its contract is the
schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from docscheck.finding import RequirementStatus, Severity

_REPEATS = "requirement.nonconforming"
"""Says again, for tools, what the finding about the document already tells (`by_paper`)."""

Both = Mapping[str, str]
"""The same in each language of rules."""


class ToldRequirement(Struct, frozen=True):
    """One paper that is asked for, or is not."""

    id: str
    status: RequirementStatus
    blocking: bool
    because: Both

    @property
    def state(self) -> str:
        """Its status, or `later` where its absence does not stand in the way."""
        later = self.status is RequirementStatus.MISSING and not self.blocking
        return "later" if later else self.status.value


class ToldFinding(Struct, frozen=True):
    """One finding."""

    rule: str
    severity: Severity
    message: Both
    fix: Both
    document: str | None = None
    page: int | None = None
    waived: dict[str, object] | None = None


class Told(Struct, frozen=True):
    """A report, as far as tables and pages go."""

    today: str
    requirements: tuple[ToldRequirement, ...]
    findings: tuple[ToldFinding, ...]

    def errors(self) -> Iterator[ToldFinding]:
        """Yield what stands in the way, the worst first."""
        yield from self.open(Severity.ERROR)

    def open(self, severity: Severity) -> Iterator[ToldFinding]:
        """Yield what nobody accepted."""
        for finding in self.findings:
            if finding.severity is severity and finding.waived is None:
                yield finding

    def spoken_errors(self) -> tuple[ToldFinding, ...]:
        """Give what stands in the way without what only repeats it."""
        errors = tuple(self.errors())
        alone = tuple(finding for finding in errors if finding.rule != _REPEATS)
        return alone if any(finding.document for finding in alone) else errors


_DECODER = msgspec.json.Decoder(Told)


def told(report: str) -> Told:
    """Read the JSON of a report."""
    return _DECODER.decode(report)
