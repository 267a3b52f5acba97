"""Can documents be read on this machine? What is installed, and one page read to prove it.

The page is drawn here and goes the way of any document: through a folder, a worker process that
has given up its rights, and the OCR engine. So what the worker could give up is known as well.
"""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from docscheck import __version__
from docscheck.check import Options, check_folder
from docscheck.errors import ComponentMissingError
from docscheck.installation import Diagnosis, Presence, components, system_name, this_system
from docscheck.rulebook.load import load

_LINES = ("CERTIFICAT DE SCOLARITÉ", "Année universitaire 2026-2027")
_TYPE = "school_certificate"
_PAGE_PX, _TEXT_PX = (1240, 1754), 48
"""A4 at 150 dpi, and capitals as high as those of a title."""


def diagnose(today: date) -> Diagnosis:
    """Look at this machine; takes about three seconds.

    Args:
        today: the day of the check of the page that is drawn.
    """
    found = tuple(components(this_system()))
    test_page, isolation = _try_out(today)
    return Diagnosis(
        tool_version=__version__,
        rules_edition=load(None).edition,
        python=platform.python_version(),
        system=system_name(),
        components=found,
        test_page=test_page,
        isolation=isolation,
    )


def _try_out(today: date) -> tuple[Presence, Mapping[str, str]]:
    """Check a folder with one page; say whether it was recognised, and what the worker gave up."""
    with tempfile.TemporaryDirectory(prefix="docscheck-") as place:
        try:
            _draw(Path(place) / "page.png")
            report = check_folder(Path(place), today=today, options=Options(jobs=1))
        except (ComponentMissingError, ImportError):
            return Presence.MISSING, {}
    read = [document.type for document in report.documents] == [_TYPE]
    return Presence.THERE if read else Presence.BROKEN, report.isolation


def _draw(path: Path) -> None:
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", _PAGE_PX, "white")
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(_LINES):
        draw.text((150, 200 + 150 * number), line, "black", ImageFont.load_default(_TEXT_PX))
    page.save(path)
