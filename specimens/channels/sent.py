"""What did the student put in the folder: one file, and the truth of each of its pages.

A *channel* is the way a paper took to become a file: printed straight to PDF, laid on a scanner,
photographed, ...
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from specimens.model import PageTruth, Paper


class Channel(StrEnum):
    """The ways a paper becomes a file."""

    NATIVE = "native"
    SCAN = "scan"
    PHOTO = "photo"
    PHONE_PDF = "phone_pdf"
    SCREENSHOT = "screenshot"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of one paper, as something that can be laid on a scanner."""

    paper: Paper
    index: int = 0
    """0-based page of the paper."""

    @property
    def truth(self) -> PageTruth:
        """What this page is and says."""
        return self.paper.pages[self.index]


@dataclass(frozen=True, slots=True)
class SentPage:
    """One page of the file: the paper pages that are on it (none on a blank page)."""

    leaves: tuple[Leaf, ...]
    turned: int = 0
    """Degrees the content is turned clockwise on the page: 0, 90, 180 or 270."""
    spoiled: str = ""
    """The defect that keeps it from being read, such as `blurred`."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One file as the student has it."""

    data: bytes
    suffix: str
    """With its dot."""
    channel: Channel
    pages: tuple[SentPage, ...]
