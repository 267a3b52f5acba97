"""What does one get without any thought? Every page rendered at 300 dpi and read by Tesseract in
two languages.

One process, the engine's default threads, no text layer used. `python -m measure.naive FOLDER`
prints the number of letters read. PDFium renders here (it is faster than pdf2image, so the
comparison favours this side).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytesseract
from PIL import Image, ImageOps

_DPI, _POINTS_PER_INCH = 300, 72


def read_folder(folder: Path) -> dict[str, str]:
    """Read all text of every file: path -> text."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.name: "\n".join(_read(picture) for picture in _pictures(path)) for path in files}


def _read(picture: Image.Image) -> str:
    return str(pytesseract.image_to_string(picture, lang="fra+eng"))


def _pictures(path: Path) -> Iterator[Image.Image]:
    if path.suffix.lower() != ".pdf":
        with Image.open(path) as opened:
            yield ImageOps.exif_transpose(opened).convert("RGB")
        return
    document = pdfium.PdfDocument(path)
    for page in document:
        yield page.render(scale=_DPI / _POINTS_PER_INCH).to_pil()


if __name__ == "__main__":
    texts = read_folder(Path(sys.argv[1]))
    sys.stdout.write(f"{sum(len(text) for text in texts.values())}\n")
