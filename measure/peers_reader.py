"""One tool reads pictures and says what it found: `python peers_reader.py TOOL`, paths on stdin.

Runs in the environment of the tool, so it imports nothing of this repository but the reader
measured. One JSON object a line: path, lines, values, CPU seconds of this process and its children.
Values are named as in a report; dates are as they come, six figures or ISO.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

Answer = tuple[list[str], dict[str, str]]
_TODAY = date(2026, 11, 23)
_LINE = re.compile("[A-Z0-9<]{28,46}")
_SIZES = {44: 2, 36: 2, 30: 3}


def passporteye() -> Callable[[str], Answer]:
    """Load PassportEye, whose deprecated calls warn on every picture."""
    warnings.simplefilter("ignore")
    from passporteye import read_mrz

    names = {
        "number": "document_number", "date_of_birth": "birth_date", "names": "given_names",
        "expiration_date": "expiry_date", "surname": "surname", "sex": "sex",
        "nationality": "nationality",
    }  # fmt: skip

    def read(path: str) -> Answer:
        found = read_mrz(path)
        if found is None:
            return [], {}
        said = found.to_dict()
        return said["raw_text"].split("\n"), {ours: said[its] for its, ours in names.items()}

    return read


def fastmrz() -> Callable[[str], Answer]:
    """Load fastmrz with the tessdata folder given as second argument."""
    from fastmrz import FastMRZ

    reader = FastMRZ(tessdata_path=sys.argv[2])
    names = {
        "document_number": "document_number", "birth_date": "birth_date", "sex": "sex",
        "expiry_date": "expiry_date", "surname": "surname", "given_name": "given_names",
        "nationality_code": "nationality",
    }  # fmt: skip

    def read(path: str) -> Answer:
        text = reader.get_details(path, ignore_parse=True)
        said = reader.get_details(text, input_type="text") if text else {}
        return text.split("\n"), {ours: said.get(its, "") for its, ours in names.items()}

    return read


def tesseract() -> Callable[[str], Answer]:
    """Load plain pytesseract: the whole picture, then the lines that look like a zone."""
    import pytesseract
    from PIL import Image, ImageOps

    def read(path: str) -> Answer:
        with Image.open(path) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGB")
        text = pytesseract.image_to_string(upright, lang="eng")
        lines = [line.replace(" ", "").replace("«", "<<") for line in text.split("\n")]
        return _zone([line for line in lines if _LINE.fullmatch(line)]), {}

    return read


def _zone(lines: list[str]) -> list[str]:
    """Take the last lines of one size that make a zone."""
    for size, count in _SIZES.items():
        fitting = [line for line in lines if len(line) == size]
        if len(fitting) >= count:
            return fitting[-count:]
    return []


def docscheck() -> Callable[[str], Answer]:
    """Load the reader of zones alone: pixels, lines, fields."""
    from docscheck.media_type import media_type_of
    from docscheck.mrz import read_mrz
    from docscheck.pages import open_file
    from docscheck.pages.interface import Limits, Purpose
    from docscheck.readers.mrz import fields, parse

    def read(path: str) -> Answer:
        data = Path(path).read_bytes()
        opened = open_file(data, media_type_of(data), Limits())
        found, zone = None, None
        try:
            page = next(iter(opened.pages()))
            for purpose in (Purpose.TEXT, Purpose.DETAIL):
                closer = read_mrz(page.raster(purpose).pixels, 1)
                found = closer or found
                zone = parse(found.lines) if found is not None else None
                if zone is not None and zone.proven:
                    break
        finally:
            opened.close()
        values = fields(zone, _TODAY) if zone is not None else ()
        return list(found.lines) if found else [], {f.name: f.value for f in values}

    return read


TOOLS: dict[str, Callable[[], Callable[[str], Answer]]] = {
    "docscheck": docscheck,
    "passporteye": passporteye,
    "fastmrz": fastmrz,
    "tesseract": tesseract,
}


def main() -> int:
    """Read every picture named on standard input."""
    read = TOOLS[sys.argv[1]]()
    for path in sys.stdin.read().split():
        before = _cpu()
        said: dict[str, Any] = {"path": path, "lines": [], "values": {}, "error": ""}
        try:
            said["lines"], said["values"] = read(path)
        except Exception as error:  # another's tool may fail in any way
            said["error"] = f"{type(error).__name__}: {error}"[:200]
        said["cpu"] = _cpu() - before
        sys.stdout.write(json.dumps(said) + "\n")
    return 0


def _cpu() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    raise SystemExit(main())
