"""The same folders as students really leave them: turned, heavy, misnamed, all in one, twice.

Each mess changes a folder that was drawn, and the truth of its pages with it; `MESSES` names them.
Every mess is decided by its `Random` alone.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from specimens.channels import untidied
from specimens.folders import names
from specimens.folders.specimen import FolderSpecimen

Entry = dict[str, Any]
"""One paper on one page: as in `FolderSpecimen.expected`."""
_MANY_PAGES = 6


@dataclass
class Item:
    """One file of the folder."""

    path: str
    data: bytes
    papers: list[Entry]
    """What is printed on its pages."""
    signed: bool = False

    @property
    def suffix(self) -> str:
        return "." + self.path.rpartition(".")[2].lower()

    @property
    def page_count(self) -> int:
        return max((page for entry in self.papers for page in entry["pages"]), default=0)


@dataclass
class Untidy:
    """A folder that was made untidy."""

    specimen: FolderSpecimen
    items: list[Item]
    messes: list[str] = field(default_factory=list)
    """Those that found something to spoil."""

    @property
    def files(self) -> Mapping[str, bytes]:
        return {item.path: item.data for item in self.items}

    @property
    def truth(self) -> Mapping[str, Sequence[Entry]]:
        return {item.path: item.papers for item in self.items}


def make_untidy(specimen: FolderSpecimen, messes: Sequence[str], rng: Random) -> Untidy:
    """Apply messes in the order in which they are named, one after the other."""
    told = specimen.expected["files"]
    items = [
        Item(path, data, copy.deepcopy(told.get(path, []))) for path, data in specimen.files.items()
    ]
    untidy = Untidy(specimen, items)
    for mess in messes:
        if MESSES[mess](untidy.items, rng):
            untidy.messes.append(mess)
    return untidy


def _some(items: Sequence[Item], suffixes: tuple[str, ...], rng: Random) -> list[Item]:
    """Choose up to two files that hold papers and are nothing special yet."""
    fitting = [i for i in items if i.suffix in suffixes and _may_be_spoiled(i)]
    return rng.sample(fitting, min(len(fitting), rng.randint(1, 2)))


def _may_be_spoiled(item: Item) -> bool:
    """Tell whether a file holds papers, is what its name says, and is nothing special yet."""
    begins = {".pdf": b"%PDF", ".png": b"\x89PNG"}.get(item.suffix, b"\xff\xd8")
    return bool(item.papers) and not item.signed and item.data.startswith(begins)


def _changed(
    suffixes: tuple[str, ...], change: Callable[[Item, Random], bytes | None]
) -> Callable[[list[Item], Random], bool]:
    """Make a mess of something done to the bytes of a file; nothing given is nothing done."""

    def mess(items: list[Item], rng: Random) -> bool:
        done = False
        for item in _some(items, suffixes, rng):
            data = change(item, rng)
            if data is not None:
                item.data, done = data, True
        return done

    return mess


def _turned(item: Item, rng: Random) -> bytes:
    turn = rng.choice((90, 180, 270))
    if item.suffix == ".pdf":
        return untidied.turned_pdf(item.data, turn)
    return untidied.turned_picture(item.data, turn)


def _pictured(items: list[Item], rng: Random) -> bool:
    """Send the picture of a scan instead of the PDF around it, as a JPEG, a PNG or a TIFF."""
    done = False
    for item in _some(items, (".pdf",), rng):
        kind = rng.choice(("jpg", "jpg", "png", "tiff"))
        data = untidied.picture_of(item.data, kind)
        if data is not None and item.page_count == 1:
            item.data, item.path, done = data, f"{item.path[:-4]}.{kind}", True
    return done


def _apart(items: list[Item], rng: Random) -> bool:
    """Put front and back of a card into two files."""
    for item in list(items):
        sides = {entry.get("side") for entry in item.papers}
        pages = {tuple(entry["pages"]) for entry in item.papers}
        spoilable = item.suffix == ".pdf" and _may_be_spoiled(item)
        if not spoilable or not {"front", "back"} <= sides or len(pages) < 2:
            continue
        items.remove(item)
        for number, word in enumerate(("recto", "verso"), start=1):
            papers = [{**e, "pages": [1]} for e in item.papers if e["pages"] == [number]]
            data = untidied.pages_of(item.data, (number - 1,))
            items.append(Item(f"{item.path[:-4]} {word}.pdf", data, papers))
        return True
    return False


def _all_in_one(items: list[Item], rng: Random) -> bool:
    """Put all PDFs into one, in some order."""
    together = [i for i in items if i.suffix == ".pdf" and _may_be_spoiled(i)]
    if len(together) < 2 or sum(i.page_count for i in together) > _MANY_PAGES:
        return False
    rng.shuffle(together)
    papers: list[Entry] = []
    before = 0
    for item in together:
        items.remove(item)
        papers += [{**e, "pages": [p + before for p in e["pages"]]} for e in item.papers]
        before += untidied.count_pages(item.data)
    data = untidied.joined([item.data for item in together])
    items.append(Item("tous mes documents.pdf", data, papers))
    return True


_ODD = ("{0} ✅", "Été 2026 – {0} (copie)#1", "{0}.pdf", "ñandú_{0}&co", "{0}" + "_final" * 18)


def _oddly_named(items: list[Item], rng: Random) -> bool:
    for item in _some(items, (".pdf", ".jpg", ".jpeg", ".png", ".tiff"), rng):
        place, _, name = item.path.rpartition("/")
        stem, _, ending = name.rpartition(".")
        odd = f"{rng.choice(_ODD).format(stem)}.{ending}"
        item.path = f"{place}/{odd}" if place else odd
    return True


def _signed(items: list[Item], rng: Random) -> bool:
    for item in _some(items, (".pdf",), rng)[:1]:
        item.data, item.signed = untidied.signed(item.data), True
        return True
    return False


def _twice(items: list[Item], rng: Random) -> bool:
    for item in _some(items, (".pdf", ".jpg", ".jpeg"), rng)[:1]:
        stem, _, ending = item.path.rpartition(".")
        items.append(Item(f"{stem} - copie.{ending}", item.data, copy.deepcopy(item.papers)))
        return True
    return False


def _with_junk(items: list[Item], rng: Random) -> bool:
    name = rng.choice(sorted(names.JUNK))
    if any(item.path == name for item in items):
        return False
    items.append(Item(name, names.JUNK[name], []))
    items.append(Item("à faire.txt", b"- RIB\n- photo\n", []))
    return True


_PICTURES = (".jpg", ".jpeg")
MESSES: Mapping[str, Callable[[list[Item], Random], bool]] = {
    "apart": _apart,
    "pictured": _pictured,
    "turned": _changed((".pdf", *_PICTURES), _turned),
    "placed": _changed(_PICTURES, lambda item, rng: untidied.with_place(item.data)),
    "heavy": _changed((".pdf", *_PICTURES), lambda item, rng: untidied.heavy(item.data, rng)),
    "authored": _changed((".pdf",), lambda item, rng: untidied.with_author(item.data)),
    "active": _changed((".pdf",), lambda item, rng: untidied.with_script(item.data)),
    "all_in_one": _all_in_one,
    "signed": _signed,
    "oddly_named": _oddly_named,
    "twice": _twice,
    "junk": _with_junk,
}
"""In the order in which they are applied."""
