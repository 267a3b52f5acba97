"""Counts with their uncertainty.

The interval is Wilson's score interval at 95 % (E. B. Wilson, JASA 22, 1927): unlike the normal one
it stays inside 0 to 1 and is honest for few trials.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z_95 = 1.959963984540054


@dataclass(slots=True)
class Tally:
    """Hits among trials."""

    hits: int = 0
    trials: int = 0

    def count(self, hit: bool) -> None:
        """Add one trial."""
        self.hits += hit
        self.trials += 1

    def add(self, other: Tally) -> None:
        """Add the trials of another tally."""
        self.hits += other.hits
        self.trials += other.trials

    @property
    def rate(self) -> float:
        """Share of hits, 0 to 1; 0 without a trial."""
        return self.hits / self.trials if self.trials else 0.0

    def interval(self) -> tuple[float, float]:
        """Give the 95 % interval of the share.

        >>> tuple(round(edge, 3) for edge in Tally(9, 10).interval())
        (0.596, 0.982)
        """
        if not self.trials:
            return 0.0, 1.0
        n, p = self.trials, self.rate
        centre = p + _Z_95**2 / (2 * n)
        reach = _Z_95 * sqrt(p * (1 - p) / n + _Z_95**2 / (4 * n * n))
        scale = 1 + _Z_95**2 / n
        return max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale)

    def __str__(self) -> str:
        """Print as `96.0 % (48/50; 86.5-98.9)`."""
        if not self.trials:
            return "no case"
        low, high = self.interval()
        return f"{self.rate:.1%} ({self.hits}/{self.trials}; {low:.1%} to {high:.1%})".replace(
            "%", " %"
        )
