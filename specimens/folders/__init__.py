"""Whole student folders drawn from a seed, in order or with one defect, each with its answer."""

from __future__ import annotations

from specimens.folders.differences import differences, rule_found
from specimens.folders.draw import draw_folder
from specimens.folders.packing import Taste
from specimens.folders.specimen import FolderSpecimen
from specimens.folders.table import DEFECTS

__all__ = ["DEFECTS", "FolderSpecimen", "Taste", "differences", "draw_folder", "rule_found"]
