"""Is a page called unreadable exactly when it is? `python -m measure.quality`.

Pages are spoiled in graded strengths. A strong reader (`strong_reader`), which knows where every
needed value is printed, says which pages are lost and which are good; what lies between is counted
apart. A page of which docscheck gives every needed value as printed is not lost.

Flagged, of lost and of good pages alike, is a page that the report tells the student to send again
because it cannot be read or is not known for what it is: unreadable, blank, unrecognised, without
the zone or the number that its type carries. Of lost pages nearly all should be, of good ones
hardly any. No such word are findings that have nothing to do with the picture (a visa that is not
validated, a paper that is over), nor "we could not read until when this is valid: check the date",
which asks for no other picture: it is our reading that failed. Said of a lost page it is too little
and does not count either. How often it, or any other word about a needed value that was not found,
is all that is said of a good page is counted apart; so are lost pages of which nothing is said.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import cv2
import numpy as np

from measure.same_value import same_value
from measure.spoiling import SPOILS, Zone
from measure.strong_reader import Place, Reach, places, reach
from measure.subject import run
from measure.tally import Tally
from specimens.channels import Leaf
from specimens.channels.pages_of_pictures import PagePicture, picture_pdf
from specimens.channels.pictures import (
    MM_PER_INCH,
    Picture,
    array_random,
    draw,
    jpeg,
    size_mm,
    with_noise,
)
from specimens.channels.tables import table
from specimens.folders import shelf
from specimens.folders.stories import EU, NON_EU
from specimens.model import Wish
from specimens.people import draw_person

TYPES = (
    "passport", "visa", "rib",
    "national_id_card", "residence_permit", "school_certificate",
    "birth_certificate", "residence_receipt", "school_certificate",
)  # fmt: skip
"""Three by three they make a folder: of two papers for one requirement the better would count."""
LOST_AT_LEAST, GOOD_AT_MOST = 0.95, 0.01
_RULES = Path(__file__).parents[1] / "rules" / "documents"
_TODAY = date(2026, 11, 23)
_UNUSABLE = (
    "quality.", "document.unrecognised", "mrz.missing", "mrz.check_digit", "bank.iban_missing",
    "file.timeout",
)  # fmt: skip
"""Rules that say that a page cannot be read or used, by how they begin."""
_ALWAYS = frozenset({"quality.unreadable", "quality.blank_page", "document.unrecognised"})
"""Of these, such as say so at any grade: they are lowered where the folder has no need of the page
(a residence receipt beside the passport of a Pole), and it is unreadable all the same."""
_NOT_FOUND = frozenset({"validity.expired", "validity.school_year", "document.field_not_read"})
"""Rules that say, when not failed, that a value was not found, and blame no picture for it."""
_A_FOLDER = 3
_SHARE_PHOTOS = 0.4
_TRIES = 40
_EDGED = frozenset({"cut", "low_resolution", "jpeg", "blank"})
"""Spoils after which the sheet fills the picture: no table is laid under it."""


@dataclass(frozen=True, slots=True)
class Spoiled:
    """One page, spoiled, and what can be read of it."""

    path: str
    data: bytes
    type: str
    template: str
    spoil: str
    strength: float
    reach: Reach
    needed: tuple[Mapping[str, str], ...]
    """Groups of printed values of which one each is needed."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the report says about one page."""

    type: str
    template: str
    spoil: str
    strength: float
    reach: Reach
    flagged: bool
    rules: tuple[str, ...]
    not_found: bool
    """Some needed value was said to be not found, without blaming the picture."""
    silent: bool
    """Nothing that is said of the page keeps the folder from being ready."""


def main() -> int:
    """Measure and print; 0 when both bounds hold."""
    given = _arguments()
    seen = measure(given.pages, given.seed, given.jobs, unseen=not given.seen, keep=given.keep)
    lines = report(seen)
    if given.output:
        head = f"# Are pages called unreadable exactly when they are? {len(seen)} pages"
        text = "\n".join([head, "", "Written by `make quality`.", "", *lines, ""])
        given.output.write_text(text, encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if rates(seen)[0].rate >= LOST_AT_LEAST and _good_rate(seen) <= GOOD_AT_MOST else 1


def measure(
    pages: int, seed: int, jobs: int, *, unseen: bool, keep: Path | None = None
) -> list[Seen]:
    """Draw, spoil and check so many pages, a few a folder."""
    tasks = [
        (start, f"quality/{seed}/{start}", min(_A_FOLDER, pages - start), unseen, keep)
        for start in range(0, pages, _A_FOLDER)
    ]
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return [seen for folder in pool.map(_folder, tasks) for seen in folder]


def rates(seen: list[Seen]) -> tuple[Tally, Tally]:
    """Give lost pages that were flagged, and good pages that were."""
    lost, good = Tally(), Tally()
    for one in seen:
        if one.reach is Reach.LOST:
            lost.count(one.flagged)
        elif one.reach is Reach.GOOD:
            good.count(one.flagged)
    return lost, good


def _good_rate(seen: list[Seen]) -> float:
    return rates(seen)[1].rate


def report(seen: list[Seen]) -> list[str]:
    """Write the figures as Markdown."""
    lost, good = rates(seen)
    between = sum(one.reach is Reach.BETWEEN for one in seen)
    lines = [
        f"Pages whose needed values a strong reader cannot read, flagged: {lost}; wanted at least",
        f"95 %. Good pages flagged: {good}; wanted at most 1 %. Between the two: {between} pages.",
        "",
        "| spoiled by | lost: flagged | good: flagged | between |",
        "|---|---|---|---|",
    ]
    for name, of_name in _grouped(seen, "spoil"):
        lines.append(_row(name, of_name))
    lines += ["", "| type | lost: flagged | good: flagged | between |", "|---|---|---|---|"]
    for name, of_name in _grouped(seen, "type"):
        lines.append(_row(name, of_name))
    good_pages = [one for one in seen if one.reach is Reach.GOOD and not one.flagged]
    unfound = sum(one.not_found for one in good_pages)
    silent = sum(one.reach is Reach.LOST and one.silent and not one.flagged for one in seen)
    lines += [
        "",
        f"Good pages not flagged, of which a needed value was said to be not found: {unfound} of",
        f"{len(good_pages)}. Lost pages used in silence: {silent} of {lost.trials}.",
    ]
    blamed = Counter(
        rule for one in seen if one.reach is Reach.GOOD and one.flagged for rule in one.rules
    )
    lines += ["", *(f"- good pages flagged by {rule}: {n}" for rule, n in blamed.most_common())]
    return lines


def _row(name: str, seen: list[Seen]) -> str:
    cells = [f"{count.hits}/{count.trials}" if count.trials else "" for count in rates(seen)]
    between = sum(one.reach is Reach.BETWEEN for one in seen)
    return f"| {name} | {' | '.join(cells)} | {between or ''} |"


def _grouped(seen: list[Seen], attribute: str) -> list[tuple[str, list[Seen]]]:
    groups: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        groups[getattr(one, attribute)].append(one)
    return sorted(groups.items())


def _folder(task: tuple[int, str, int, bool, Path | None]) -> list[Seen]:
    start, seed, pages, unseen, keep = task
    rng = Random(seed)
    drawn = [_spoiled(start + place, rng, unseen=unseen) for place in range(pages)]
    with tempfile.TemporaryDirectory(prefix="docscheck-quality-") as place:
        folder = Path(place) / "folder"
        folder.mkdir()
        for one in drawn:
            (folder / one.path).write_bytes(one.data)
        answer = run(folder, {"today": _TODAY.isoformat(), "stage": "registration"})
    seen = [_seen(one, answer) for one in drawn]
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        for one, said in zip(drawn, seen, strict=True):
            if said.reach is not Reach.BETWEEN and said.flagged is not (said.reach is Reach.LOST):
                (keep / f"{start:03d}_{one.path}").write_bytes(one.data)
                text = f"{said}\n{json.dumps(_document(one, answer), ensure_ascii=False)}\n"
                (keep / f"{start:03d}_{one.path}.txt").write_text(text, encoding="utf-8")
    return seen


def _document(one: Spoiled, answer: Mapping[str, Any]) -> Mapping[str, Any]:
    named: list[Mapping[str, Any]] = [
        document for document in answer["documents"] if document["path"] == one.path
    ]
    return named[0] if named else {}


def _seen(one: Spoiled, answer: Mapping[str, Any]) -> Seen:
    parts = _document(one, answer).get("parts", ())
    used = any(part["type"] == one.type for part in parts)
    # A page that is not even known for what it is satisfies nothing: any word about it will do.
    rules = {
        f"{finding['rule']} {finding['kind']}"
        for finding in answer["findings"]
        if finding["document"] == one.path
        and finding["rule"].startswith(_UNUSABLE)
        and (finding["severity"] == "error" or finding["rule"] in _ALWAYS or not used)
    }
    said = [finding for finding in answer["findings"] if finding["document"] == one.path]
    fields = {name: value["value"] for part in parts for name, value in part["fields"].items()}
    all_right = all(
        any(same_value(name, fields.get(name, ""), value) for name, value in group.items())
        for group in one.needed
    )
    readable = Reach.BETWEEN if all_right and one.reach is Reach.LOST else one.reach
    return Seen(
        one.type,
        one.template,
        one.spoil,
        one.strength,
        readable,
        flagged=bool(rules),
        rules=tuple(sorted(rules)),
        not_found=any(map(_not_found, said)),
        silent=used and not any(map(_about_reading, said)),
    )


def _not_found(finding: Mapping[str, Any]) -> bool:
    return finding["rule"] in _NOT_FOUND and finding["kind"] != "fail"


def _about_reading(finding: Mapping[str, Any]) -> bool:
    """Tell whether a finding keeps the folder from being ready for what was read on the page."""
    about_file = finding["rule"].startswith("format.") or finding["rule"].endswith("side_missing")
    return finding["severity"] == "error" and not about_file


def _spoiled(number: int, rng: Random, *, unseen: bool) -> Spoiled:
    """Draw one page of which all needed values can be read, then spoil it."""
    names = sorted(SPOILS)
    spoil = names[number % len(names)]
    for _ in range(_TRIES):
        leaf = _leaf(TYPES[number % len(TYPES)], rng, unseen=unseen)
        needed = needed_values(leaf)
        wanted = [places(leaf, group) for group in needed]
        if not needed or not all(wanted):
            continue
        dpi = rng.choice((200, 240))
        scale = dpi / MM_PER_INCH
        picture = draw(leaf, dpi)
        if reach(picture, scale, wanted) is Reach.GOOD:
            return _spoil(number, spoil, leaf, needed, wanted, picture, scale, rng)
    raise LookupError(f"no {TYPES[number % len(TYPES)]} that the strong reader can read")


def _spoil(
    number: int,
    spoil: str,
    leaf: Leaf,
    needed: tuple[Mapping[str, str], ...],
    wanted: list[tuple[Place, ...]],
    picture: Picture,
    scale: float,
    rng: Random,
) -> Spoiled:
    strength = rng.random()
    plain = with_noise(picture, array_random(rng), rng.uniform(0.8, 3.0), grain=0.6)
    spoiled = SPOILS[spoil](plain, _zone(wanted, scale), scale, strength, rng)
    kept = scale if spoil == "cut" else scale * spoiled.shape[1] / picture.shape[1]
    quality = rng.randint(70, 90)
    _, coded = cv2.imencode(".jpg", spoiled, [cv2.IMWRITE_JPEG_QUALITY, quality])
    seen = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)
    readable = reach(seen, kept, wanted)
    if spoil == "cut" and readable is Reach.GOOD:
        readable = Reach.BETWEEN  # all that is needed is there, but the copy is not complete
    photo = rng.random() < _SHARE_PHOTOS
    data = (
        _photographed(spoiled, spoil, quality, rng)
        if photo
        else _scanned(spoiled, size_mm(leaf)[0], quality)
    )
    suffix = ".jpg" if photo else ".pdf"
    return Spoiled(
        f"{number:03d}{suffix}",
        data,
        leaf.paper.type,
        leaf.paper.template,
        spoil,
        strength,
        readable,
        needed,
    )


def _leaf(kind: str, rng: Random, *, unseen: bool) -> Leaf:
    while True:
        person = draw_person(rng, _TODAY, nationality=rng.choice((*NON_EU, *EU)))
        if not shelf.can_draw(kind, (), person):
            continue
        template, variant = shelf.pick(kind, (), person, rng, unseen=unseen)
        if template.unseen is unseen:
            return Leaf(template.draw(person, rng, Wish(today=_TODAY, variant=variant)))


@cache
def _needs(kind: str) -> tuple[tuple[str, ...], ...]:
    """Give the groups of fields of which one each is needed, from the rules."""
    table_ = tomllib.loads((_RULES / f"{kind}.toml").read_text(encoding="utf-8"))
    legibility = table_["checks"]["legibility"]
    alone = tuple((name,) for name in legibility.get("needed", ()))
    return (*alone, *(tuple(group) for group in legibility.get("needed_one_of", ())))


def needed_values(leaf: Leaf) -> tuple[Mapping[str, str], ...]:
    """Give the printed values an officer needs, one of each group; empty when a group has none."""
    printed = leaf.truth.fields
    groups = tuple(
        {name: printed[name] for name in group if name in printed}
        for group in _needs(leaf.paper.type)
    )
    return groups if all(groups) else ()


def _zone(wanted: list[tuple[Place, ...]], scale: float) -> Zone:
    """Give the rectangle around the first place of every needed value, in pixels."""
    boxes = [place.box_mm for value in wanted for place in value]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    sides = (min(lefts), min(tops), max(rights), max(bottoms))
    left, top, right, bottom = (round(side * scale) for side in sides)
    return left, top, right, bottom


def _scanned(picture: Picture, width_mm: float, quality: int) -> bytes:
    height, width = picture.shape[:2]
    page = PagePicture(jpeg(picture, quality), width, height, width_mm)
    return picture_pdf([page], "SPECIMEN Scan 3.1")


def _photographed(picture: Picture, spoil: str, quality: int, rng: Random) -> bytes:
    """Photograph it from right above, on a table unless the sheet fills the picture."""
    if spoil not in _EDGED:
        height, width = picture.shape[:2]
        rim = round(min(height, width) * rng.uniform(0.04, 0.12))
        under = table((height + 2 * rim, width + 2 * rim), rng)
        level = float(picture.mean()) / 200 if spoil == "dark" else 1.0
        under = np.clip(under * min(1.0, level), 0, 255).astype(np.uint8)
        under[rim : rim + height, rim : rim + width] = picture
        picture = under
    return jpeg(picture, quality, orientation=1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.quality", description=__doc__)
    parser.add_argument("--pages", type=int, default=396)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seen", action="store_true", help="layouts nobody keeps for measuring")
    parser.add_argument(
        "--output", type=Path, help="Markdown file to write, such as docs/quality.md"
    )
    parser.add_argument("--keep", type=Path, help="directory for every page judged wrongly")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
