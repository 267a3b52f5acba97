"""How much a report for people says."""

from __future__ import annotations

from enum import StrEnum


class Amount(StrEnum):
    """`--quiet`, nothing, or `--verbose`."""

    ANSWER = "answer"
    """The first line only."""
    TO_DO = "to_do"
    """The first line, and what to do."""
    USUAL = "usual"
    WHY = "why"
    """With what each file was taken for, and the sources of the rules."""

    @classmethod
    def of(cls, quiet: bool, verbose: bool) -> Amount:
        """Choose by the two options; quiet wins."""
        if quiet:
            return cls.ANSWER
        return cls.WHY if verbose else cls.USUAL
