"""What does the office's table say of one student? A row of the ledger in, values and words out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from docscheck.batch.ledger import Ledger, State
from docscheck.batch.mixups import Mixup
from docscheck.batch.told import Told, ToldFinding, told
from docscheck.finding import RequirementStatus, Severity, Verdict
from docscheck.foreign_text import show

NOT_CHECKED = "not_checked"
OF_THE_LIST = "consistency.roster_"
"""How the rules begin that compare papers with the roster."""
_NEAREST_FIRST = f"""
SELECT rowid FROM student WHERE present
ORDER BY CASE WHEN state != '{State.DONE}' THEN 1 WHEN verdict = '{Verdict.READY}' THEN 2 ELSE 0
    END, steps, name
"""  # noqa: S608 - our own words
_ONE = "SELECT name, state, verdict, steps, judged_on, report FROM student WHERE rowid = ?"


class StudentRow(Struct, frozen=True):
    """One student; words are said by whoever shows it."""

    name: str
    """Of the folder, as the system has it."""
    answer: str
    """A verdict, or the state of a folder that was not judged."""
    steps: int | None
    day: str
    """ISO 8601, as of which it was judged; may be empty."""
    told: Told | None
    errors: tuple[ToldFinding, ...] = ()
    """What stands in the way, nothing twice."""
    rules: tuple[str, ...] = ()
    """Ids of the rules in the way."""
    unlike_the_list: tuple[str, ...] = ()
    """Ids of the rules by which the papers are not those of the listed student."""
    mixups: tuple[Mixup, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)
    """Requirement -> its state (`ToldRequirement.state`); only what is asked of this person."""

    @property
    def shown(self) -> str:
        """The name as people see it."""
        return show(self.name)

    @property
    def counted(self) -> str:
        """The verdict, or `NOT_CHECKED`."""
        return self.answer if self.told is not None else NOT_CHECKED

    @property
    def wants_a_look(self) -> bool:
        """Whether somebody has to say whose papers these are."""
        return bool(self.mixups or self.unlike_the_list)

    def states(self, requirements: Sequence[str]) -> list[str]:
        """Give the state of each requirement; empty for what is not asked of this person."""
        return [self.asked.get(name, "") for name in requirements]


def student_rows(ledger: Ledger, mixups: Mapping[str, tuple[Mixup, ...]]) -> Iterator[StudentRow]:
    """Yield every student: nearest to complete first, then who was not checked, ready ones last."""
    for (number,) in ledger.select(_NEAREST_FIRST):
        # Numbers alone are put in order: with their reports rows would be sorted on the disk.
        ((name, state, verdict, steps, day, report),) = ledger.select(_ONE, number)
        folder = os.fsdecode(name) if isinstance(name, bytes) else ""
        own = mixups.get(folder, ())
        if state != State.DONE:
            yield StudentRow(folder, str(state), None, str(day or ""), None, mixups=own)
        else:
            given = folder, str(verdict), int(str(steps)), str(day)
            yield _judged(StudentRow(*given, told(str(report)), mixups=own))


def _judged(row: StudentRow) -> StudentRow:
    """Add what is asked of a report more than once."""
    if row.told is None:
        return row
    said = row.told.requirements
    warnings = {f.rule for f in row.told.open(Severity.WARNING)}
    return replace(
        row,
        asked={r.id: r.state for r in said if r.status is not RequirementStatus.NOT_APPLICABLE},
        errors=row.told.spoken_errors(),
        rules=tuple(sorted({f.rule for f in row.told.errors()})),
        unlike_the_list=tuple(sorted(r for r in warnings if r.startswith(OF_THE_LIST))),
    )


def causes(row: StudentRow) -> Iterator[tuple[str, str]]:
    """Yield what stands in a student's way, each once: a requirement that is missing, by its id, or
    a rule.
    """
    for requirement, state in row.asked.items():
        if state == RequirementStatus.MISSING:
            yield "requirement", requirement
    for rule in sorted({f.rule for f in row.errors if not f.rule.startswith("requirement.")}):
        yield "rule", rule
