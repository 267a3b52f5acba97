"""What is counted while the tables are written?"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from docscheck.batch.student_row import StudentRow, causes
from docscheck.finding import Verdict


class Tally(Struct):
    """Counts of students."""

    answers: Counter[str] = field(default_factory=Counter)
    """Verdicts, and `not_checked`."""
    errors: Counter[str] = field(default_factory=Counter)
    """Rule -> students in whose way it stands."""
    causes: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What stands in the way, by `student_row.causes`."""
    one_step: int = 0
    """Students who are one step from complete."""
    ready_to_look: int = 0
    """Ready, though somebody has to say whose papers these are."""
    mixed_up: int = 0
    """Of whom somebody has to say whose papers these are."""

    def add(self, row: StudentRow) -> None:
        """Count one student."""
        self.answers[row.counted] += 1
        self.errors.update(row.rules)
        self.causes.update(causes(row))
        self.one_step += row.steps == 1
        self.mixed_up += row.wants_a_look
        self.ready_to_look += row.wants_a_look and row.answer == Verdict.READY
