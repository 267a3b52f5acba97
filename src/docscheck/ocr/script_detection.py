"""In which script is a page printed? Tesseract's own detection (its `osd` data), as API or program.

It looks at the shapes of single letters with the older engine, a tenth to a third of a second a
page, and needs no language data. Georgian, Armenian and Thai it takes for others (measured on
Noto print); `other_scripts` knows.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image

from docscheck.errors import ComponentMissingError
from docscheck.ocr.bitmap import bounded
from docscheck.ocr.interface import Lettering, ScriptDetector
from docscheck.ocr.tessdata import find_tessdata
from docscheck.pages.interface import NORMAL_DPI, Raster

if TYPE_CHECKING:
    from tesserocr import PyTessBaseAPI

_DATA = "osd"
_FEWEST = ("min_characters_to_try", "20")
"""Tesseract's own minimum, 50, is more than some notarial acts hold in Chinese."""
_TIMEOUT_S = 20


class TesseractDetector:
    """Detection inside this process."""

    def detect(self, raster: Raster) -> Lettering | None:
        api = _load()
        if api is None:
            return None
        grey = bounded(raster)
        api.SetImageBytes(grey.pixels.tobytes(), grey.width, grey.height, 1, grey.width)
        api.SetSourceResolution(round(NORMAL_DPI))
        try:
            seen = api.DetectOrientationScript()
        finally:
            api.Clear()
        if not seen:
            return None
        return Lettering(seen["script_name"], -seen["orient_deg"] % 360, seen["orient_conf"])


class ProgramDetector:
    """Detection by the program, one run per call."""

    def detect(self, raster: Raster) -> Lettering | None:
        import pytesseract

        grey = bounded(raster)
        try:
            seen = pytesseract.image_to_osd(
                Image.fromarray(grey.pixels),
                config=f"--dpi {round(NORMAL_DPI)} -c {'='.join(_FEWEST)}",
                output_type=pytesseract.Output.DICT,
                timeout=_TIMEOUT_S,
            )
        except (pytesseract.TesseractError, RuntimeError):
            # Too few letters, no osd data, or no answer in time: then nothing is known.
            return None
        return Lettering(seen["script"], int(seen["rotate"]), float(seen["orientation_conf"]))


DETECTORS: dict[str, type[ScriptDetector]] = {
    "tesseract": TesseractDetector,
    "pytesseract": ProgramDetector,
}
"""By the name of the engine that reads with it."""


@cache
def _load() -> PyTessBaseAPI | None:
    import tesserocr

    try:
        folder = find_tessdata((_DATA,))
        api = tesserocr.PyTessBaseAPI(
            path=f"{folder}{os.sep}",
            lang=_DATA,
            oem=tesserocr.OEM.TESSERACT_ONLY,
            psm=tesserocr.PSM.OSD_ONLY,
        )
    except (ComponentMissingError, RuntimeError):
        return None
    api.SetVariable(*_FEWEST)
    return api
