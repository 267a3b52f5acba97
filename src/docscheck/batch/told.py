"""What the office's outputs need of a report that the ledger holds as JSON; its contract is the
schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Raw, Struct, field

from docscheck.finding import RequirementStatus, Severity

_REPEATS = "requirement.nonconforming"
"""Says again, for tools, what the finding about the document already tells (`by_paper`)."""

Both = Mapping[str, str]
"""The same in each language of rules."""


# Without `gc`: they hold no cycle, and the collector need not look at a hundred for each student.
class ToldRequirement(Struct, frozen=True, gc=False):
    """One paper that is asked for, or is not."""

    id: str
    status: RequirementStatus
    blocking: bool
    grounds: Raw = field(name="because")
    """JSON of `because`."""

    @property
    def because(self) -> Both:
        """Why; only pages of students ask, and tables of all would wait for it."""
        return _BOTH.decode(self.grounds)

    @property
    def state(self) -> str:
        """Its status, or `later` where its absence does not stand in the way."""
        later = self.status is RequirementStatus.MISSING and not self.blocking
        return "later" if later else self.status.value


class ToldFinding(Struct, frozen=True, gc=False):
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
_BOTH: msgspec.json.Decoder[Both] = msgspec.json.Decoder(Both)


def told(report: str) -> Told:
    """Read the JSON of a report."""
    return _DECODER.decode(report)
