"""An engine that replays what another engine once read: fast, and the same everywhere.

Recordings are JSON, made by `Recorder` around a real engine on known pictures. A page is found
again by a coarse picture of it (16 x 16 mean grey levels), so decoders that differ by a grey level
do not matter, and different pages do.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import msgspec
import numpy as np
from PIL import Image

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.errors import UsageError
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.pages.interface import Raster

_SIDE = 16
_MAX_MEAN_DIFFERENCE = 1.5
"""Grey levels; two pages of text of one template differ by more."""


class _Recording(TypedDict):
    layout: str
    shape: list[int]
    thumbnail: list[int]
    lines: list[list[dict[str, object]]]


class Recorder:
    """Reads with another engine and keeps what it read."""

    name = "recorder"

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine
        self._recordings: list[_Recording] = []

    def version(self) -> str:
        return self._engine.version()

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        text = self._engine.read(raster, page=page, layout=layout)
        self._recordings.append(
            {
                "layout": layout,
                "shape": [raster.height, raster.width],
                "thumbnail": _thumbnail(raster).ravel().tolist(),
                "lines": [msgspec.to_builtins(line.words) for line in text.lines],
            }
        )
        return text

    def save(self, path: Path) -> None:
        """Write the recordings; they name the engine and its version."""
        content = {"engine": self.version(), "recordings": self._recordings}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


class RecordedEngine:
    """Replays recordings; a page that was never recorded is an error, not an empty page."""

    name = "recorded"

    def __init__(self, path: Path) -> None:
        content = json.loads(path.read_text(encoding="utf-8"))
        self._version = str(content["engine"])
        self._recordings: list[_Recording] = content["recordings"]

    def version(self) -> str:
        return self._version

    def read(self, raster: Raster, *, page: int, layout: Layout = Layout.BLOCK) -> PageText:
        thumbnail = _thumbnail(raster)
        found = min(
            (r for r in self._recordings if _fits(r, raster, layout)),
            key=lambda recording: _difference(recording, thumbnail),
            default=None,
        )
        if found is None or _difference(found, thumbnail) > _MAX_MEAN_DIFFERENCE:
            raise UsageError("recording_page", {"page": str(page)})
        lines = tuple(Line(tuple(map(_word, words))) for words in found["lines"])
        return PageText(page, lines, Source.OCR, self._version)


def _thumbnail(raster: Raster) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    small = Image.fromarray(raster.grey().pixels).resize((_SIDE, _SIDE), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.int16)


def _fits(recording: _Recording, raster: Raster, layout: Layout) -> bool:
    height, width = recording["shape"]
    same_shape = abs(height - raster.height) <= 1 and abs(width - raster.width) <= 1
    return recording["layout"] == layout and same_shape


def _difference(
    recording: _Recording, thumbnail: np.ndarray[tuple[int, ...], np.dtype[np.int16]]
) -> float:
    return float(np.mean(np.abs(np.array(recording["thumbnail"]) - thumbnail.ravel())))


def _word(values: dict[str, object]) -> Word:
    box, confidence = values["box"], values["confidence"]
    if not isinstance(box, dict):
        raise UsageError("recording_shape")
    known = float(confidence) if isinstance(confidence, (int, float)) else None
    return Word(str(values["text"]), Box(**{side: float(box[side]) for side in box}), known)
