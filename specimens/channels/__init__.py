"""The ways a paper becomes a file: printed to PDF, scanned, photographed, photographed into a PDF,
shown on a screen.

Every channel is decided by its `Random` alone: the same seed gives the same bytes with the same
library versions.
"""

from __future__ import annotations

from specimens.channels.native import native
from specimens.channels.photo import PhotoWish, phone_pdf, photo
from specimens.channels.scan import ScanWish, scan
from specimens.channels.screenshot import screenshot
from specimens.channels.sent import Channel, Leaf, Sent, SentPage
from specimens.channels.spoil import SPOILS, Spoil

__all__ = [
    "SPOILS",
    "Channel",
    "Leaf",
    "PhotoWish",
    "ScanWish",
    "Sent",
    "SentPage",
    "Spoil",
    "native",
    "phone_pdf",
    "photo",
    "scan",
    "screenshot",
]
