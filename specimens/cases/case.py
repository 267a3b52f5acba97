"""What is a case? The least folder in which one rule speaks, or has every reason to keep silent.

Most hold one paper, as native text, so that a hundred of them are checked in a minute or two. The
same case gives the same bytes.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

from docscheck.finding import Enrolled
from specimens.channels import Channel, Leaf
from specimens.folders import shelf
from specimens.folders.drawing import Drawn
from specimens.folders.orders import Order
from specimens.folders.packing import Taste, pack
from specimens.model import Paper, Person, Wish

TODAY = date(2026, 11, 23)
STUDENT = Person(
    surname="Testard",
    given_names=("Amina",),
    sex="F",
    birth_date=date(2005, 3, 14),
    birth_place="Dakar",
    birth_country="SEN",
    nationality="SEN",
    father=("Testard", "Ousmane"),
    mother=("Diagne", "Awa"),
    address=("12 rue des Acacias", "49000", "Angers"),
)
OTHER = Person(
    surname="Okonkwe",
    given_names=("Rémi",),
    sex="M",
    birth_date=date(2001, 8, 27),
    birth_place="Abidjan",
    birth_country="CIV",
    nationality="CIV",
    father=("Okonkwe", "Paul"),
    mother=("Bamba", "Mariam"),
    address=("3 quai du Port", "44000", "Nantes"),
)
_TASTE = Taste(megapixels=3.0, scan_dpi=150, scan_quality=60)
_LOCKED = 0x1
"""ZIP general purpose flag: the entry is encrypted (PKWARE APPNOTE 4.4.4)."""

Files = Mapping[str, bytes]
"""Relative path with forward slashes -> content."""


@dataclass(frozen=True, slots=True)
class Case:
    """One folder and how it is to be checked."""

    shows: str
    draw: Callable[[], Files]
    declared: Mapping[str, str | bool] = field(default_factory=dict)
    """What the student says: `stage`, `nationality`, `situation`, ..."""
    enrolled: Enrolled | None = None
    """What the list of an office says of the folder."""
    today: date = TODAY
    limits: Mapping[str, float] = field(default_factory=dict)
    """Limits of docscheck that are lowered, where reaching them would take minutes."""
    waivers: Callable[[Files], str] | None = None
    """The files -> the text of a file for `--waivers`."""
    locked: tuple[str, ...] = ()
    """Entries that have a password inside the .zip in which the folder then comes."""

    def write(self, place: Path) -> Path:
        """Write the folder, or the .zip; give what docscheck is to be told."""
        files = self.draw()
        if self.locked:
            archive = place.with_suffix(".zip")
            archive.write_bytes(_zipped(files, self.locked))
            return archive
        for path, data in files.items():
            target = place / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return place


def paper(template: str, **wish: object) -> Paper:
    """Draw one paper of the student with a layout by its name; `wish` are members of `Wish`."""
    layout = next(t for t in shelf.templates() if t.name == template and not t.unseen)
    wished = Wish(today=TODAY, **wish)  # type: ignore[arg-type]  # the cases name the members
    return layout.draw(STUDENT, Random(template), wished)


def sent(template: str, order: Order | None = None, **wish: object) -> bytes:
    """Draw a paper and send it, as native text unless `order` wants otherwise."""
    drawn = paper(template, **wish)
    asked = order or Order("paper", drawn.type, channels=(Channel.NATIVE,))
    (packed, *_) = pack((Drawn(asked, drawn),), Random(f"{template}/sent"), _TASTE)
    return packed.sent.data


def photographed(template: str, spoil: str = "", channel: Channel = Channel.PHONE_PDF) -> bytes:
    """Draw a paper and send a picture of it, spoiled where it decides."""
    drawn = paper(template)
    return sent(template, Order("paper", drawn.type, channels=(channel,), spoil=spoil))


def leaf(template: str, index: int = 0, **wish: object) -> Leaf:
    """Give one page of a paper, for a channel."""
    return Leaf(paper(template, **wish), index)


def waiver(rule: str, path: str, until: str) -> Callable[[Files], str]:
    """Write one waiver of the rule for a file by the bytes it has in the case."""

    def text(files: Files) -> str:
        digest = hashlib.sha256(files[path]).hexdigest() if path in files else "0" * 64
        return (
            f'[[waiver]]\nrule = "{rule}"\nsha256 = "{digest}"\nuntil = {until}\n'
            'reason = "SPECIMEN"\nauthor = "SPECIMEN"\n'
        )

    return text


def _zipped(files: Files, locked: tuple[str, ...]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files.items():
            info = zipfile.ZipInfo(path)
            archive.writestr(info, data)
            if path in locked:
                # The flag alone: nobody has the password, so the content need not be encrypted.
                info.flag_bits |= _LOCKED
    return out.getvalue()
