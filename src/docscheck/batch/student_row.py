"""What does the office's table say of one student? A row of the ledger in, values and words out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docscheck.batch.ledger import Ledger, State
from docscheck.batch.mixups import Mixup
from docscheck.batch.told import Told, ToldFinding, told
from docscheck.finding import RequirementStatus, Severity, Verdict
from docscheck.foreign_text import show

NOT_CHECKED = "not_checked"
OF_THE_LIST = "consistency.roster_"
"""How the rules begin that compare papers with the roster."""
_NEAREST_FIRST = f"""
SELECT name, state, verdict, steps, judged_on, report FROM student WHERE present
ORDER BY CASE WHEN state != '{State.DONE}' THEN 1 WHEN verdict = '{Verdict.READY}' THEN 2 ELSE 0
    END, steps, name
"""  # noqa: S608 - our own words


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
    mixups: tuple[Mixup, ...] = ()

    @property
    def shown(self) -> str:
        """The name as people see it."""
        return show(self.name)

    @property
    def counted(self) -> str:
        """The verdict, or `NOT_CHECKED`."""
        return self.answer if self.told is not None else NOT_CHECKED

    @property
    def errors(self) -> tuple[ToldFinding, ...]:
        return self.told.spoken_errors() if self.told is not None else ()

    @property
    def rules(self) -> list[str]:
        """Ids of the rules in the way."""
        return sorted({f.rule for f in self.told.errors()}) if self.told is not None else []

    @property
    def unlike_the_list(self) -> list[str]:
        """Ids of the rules by which the papers are not those of the listed student."""
        warnings = self.told.open(Severity.WARNING) if self.told is not None else ()
        return sorted({f.rule for f in warnings if f.rule.startswith(OF_THE_LIST)})

    @property
    def wants_a_look(self) -> bool:
        """Whether somebody has to say whose papers these are."""
        return bool(self.mixups or self.unlike_the_list)

    def states(self, requirements: Sequence[str]) -> list[str]:
        """Give the state of each requirement; empty for what is not asked of this person."""
        said = self.told.requirements if self.told is not None else ()
        asked = {r.id: r.state for r in said if r.status is not RequirementStatus.NOT_APPLICABLE}
        return [asked.get(name, "") for name in requirements]


def student_rows(ledger: Ledger, mixups: Mapping[str, tuple[Mixup, ...]]) -> Iterator[StudentRow]:
    """Yield every student: nearest to complete first, then who was not checked, ready ones last."""
    for name, state, verdict, steps, day, report in ledger.select(_NEAREST_FIRST):
        folder = os.fsdecode(name) if isinstance(name, bytes) else ""
        done = state == State.DONE
        yield StudentRow(
            name=folder,
            answer=str(verdict if done else state),
            steps=int(str(steps)) if done else None,
            day=str(day or ""),
            told=told(str(report)) if done else None,
            mixups=mixups.get(folder, ()),
        )


def causes(row: StudentRow) -> Iterator[tuple[str, str]]:
    """Yield what stands in a student's way, each once: a requirement that is missing, by its id, or
    a rule.
    """
    if row.told is None:
        return
    for requirement in row.told.requirements:
        if requirement.state == RequirementStatus.MISSING:
            yield "requirement", requirement.id
    for rule in sorted({f.rule for f in row.errors if not f.rule.startswith("requirement.")}):
        yield "rule", rule
