"""Machine-readable zones, from pixels to lines of characters; see `reading`."""

from docscheck.mrz.reading import (
    MrzReading,
    could_hold_mrz,
    read_level_mrz,
    read_mrz,
    read_turned_mrz,
    read_zones,
)

__all__ = [
    "MrzReading",
    "could_hold_mrz",
    "read_level_mrz",
    "read_mrz",
    "read_turned_mrz",
    "read_zones",
]
