"""Are ID photos judged as an officer would? `python -m measure.photos`, or `make photos`.

Draws photos in order and photos with one fault each (`specimens.portraits.kinds`), in the style of
drawing and with the walls that are kept for measuring, from seeds nobody looked at, and checks them
with the command line at the carte Vitale stage. OCR is off: nothing is printed on these photos.

A fault is found when its own rule speaks, be it a failure or a point to look at; a head turned or
tilted so far that no face is seen may be told as that; a picture without a face may be called
unrecognised. A photo in order is flagged when a rule of severity error fails for it. How often it
gets any other remark than advice is told beside.

What these figures cannot say: how it fares on photographs of people. The faces are drawn; they are
in the proportions of people and the detector sees them as it sees people, no more.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from measure.subject import run
from measure.tally import Tally
from specimens.channels.pictures import jpeg
from specimens.portraits.kinds import EXPECTED, GOOD, draw_kind

FLAGGED_AT_MOST, FOUND_AT_LEAST, EACH_AT_LEAST = 0.02, 0.97, 0.90
_ROOT = Path(__file__).parents[1]
_TODAY = "2026-11-23"
_A_FOLDER = 12
_UNRECOGNISED = "document.unrecognised"
"""Of kind `unchecked` here, as OCR is off: the photo is missing all the same."""
_ALSO: Mapping[str, frozenset[str]] = {
    "tilted": frozenset({"photo.face_count"}),
    "turned": frozenset({"photo.face_count"}),
    "no_face": frozenset({_UNRECOGNISED}),
}


@dataclass(frozen=True, slots=True)
class Task:
    """Some photos for one folder."""

    kinds: tuple[str, ...]
    seed: str
    unseen: bool
    keep: Path | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one photo."""

    kind: str
    said: frozenset[tuple[str, str]]
    """Rule and kind of finding."""

    @property
    def is_found(self) -> bool:
        wanted = {EXPECTED[self.kind], *_ALSO.get(self.kind, ())}
        return any(
            rule in wanted and (kind != "unchecked" or rule == _UNRECOGNISED)
            for rule, kind in self.said
        )

    @property
    def is_failed(self) -> bool:
        """Whether a rule of severity error fails."""
        return any(kind == "fail" and _severity(rule) == "error" for rule, kind in self.said)

    @property
    def has_remark(self) -> bool:
        """Whether anything but advice is said."""
        return any(kind != "unchecked" and _severity(rule) != "info" for rule, kind in self.said)


@cache
def _severity(rule: str) -> str:
    """Give a rule's own severity: in a folder of many photos the reports lower it."""
    text = (_ROOT / "rules" / "catalogue.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)[rule]["severity"])


def measure(
    good: int, each: int, seed: int, jobs: int, *, unseen: bool, keep: Path | None = None
) -> list[Judged]:
    """Draw and check so many photos in order, and so many with each fault."""
    kinds = [GOOD] * good + [kind for kind in EXPECTED for _ in range(each)]
    Random(seed).shuffle(kinds)
    tasks = [
        Task(tuple(kinds[start : start + _A_FOLDER]), f"photos/{seed}/{start}", unseen, keep)
        for start in range(0, len(kinds), _A_FOLDER)
    ]
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return [one for folder in pool.map(judged, tasks) for one in folder]


def judged(task: Task) -> list[Judged]:
    """Draw the photos of one folder and read what is said of each."""
    rng = Random(task.seed)
    with tempfile.TemporaryDirectory(prefix="docscheck-measure-") as place:
        folder = Path(place) / "folder"
        folder.mkdir()
        for number, kind in enumerate(task.kinds):
            picture = draw_kind(kind, rng, unseen=task.unseen)
            data = jpeg(picture, rng.randint(82, 95), dpi=300)
            (folder / f"{number:02d}.jpg").write_bytes(data)
        options = {"today": _TODAY, "stage": "vitale-card", "ocr": "none"}
        answer = run(folder, options)
        found = [_judged(f"{n:02d}.jpg", kind, answer) for n, kind in enumerate(task.kinds)]
        if task.keep is not None:
            _keep(folder, found, task)
    return found


def _judged(path: str, kind: str, answer: Mapping[str, list[Mapping[str, str]]]) -> Judged:
    said = {(one["rule"], one["kind"]) for one in answer["findings"] if one["document"] == path}
    return Judged(kind, frozenset(said))


def _keep(folder: Path, found: Sequence[Judged], task: Task) -> None:
    """Keep the photos that were judged wrongly."""
    if task.keep is None:
        return
    task.keep.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(found):
        wrong = one.has_remark if one.kind == GOOD else not one.is_found
        if wrong:
            name = f"{one.kind}_{task.seed.replace('/', '_')}_{number:02d}"
            data = (folder / f"{number:02d}.jpg").read_bytes()
            (task.keep / f"{name}.jpg").write_bytes(data)
            (task.keep / f"{name}.txt").write_text(f"{sorted(one.said)}\n", encoding="utf-8")


def tallies(found: Sequence[Judged]) -> tuple[Tally, Tally, dict[str, Tally]]:
    """Give photos in order that fail, those with any remark, and found faults by kind."""
    failed, remarked = Tally(), Tally()
    by_kind = {kind: Tally() for kind in EXPECTED}
    for one in found:
        if one.kind == GOOD:
            failed.count(one.is_failed)
            remarked.count(one.has_remark)
        else:
            by_kind[one.kind].count(one.is_found)
    return failed, remarked, by_kind


def holds(found: Sequence[Judged]) -> bool:
    """Say whether all three bounds hold."""
    failed, _, by_kind = tallies(found)
    return (
        failed.rate <= FLAGGED_AT_MOST
        and _all(by_kind).rate >= FOUND_AT_LEAST
        and all(tally.rate >= EACH_AT_LEAST for tally in by_kind.values() if tally.trials)
    )


def _all(by_kind: Mapping[str, Tally]) -> Tally:
    whole = Tally()
    for tally in by_kind.values():
        whole.add(tally)
    return whole


def report(found: Sequence[Judged]) -> list[str]:
    """Write the figures as Markdown."""
    failed, remarked, by_kind = tallies(found)
    rows = [
        ("in order, failed at error grade", str(failed), f"at most {FLAGGED_AT_MOST:.0%}"),
        ("in order, any remark but advice", str(remarked), ""),
        ("faults found, all", str(_all(by_kind)), f"at least {FOUND_AT_LEAST:.0%}"),
        *(
            (
                f"{kind.replace('_', ' ')} ({EXPECTED[kind]})",
                str(tally),
                f"at least {EACH_AT_LEAST:.0%}",
            )
            for kind, tally in by_kind.items()
        ),
    ]
    return [
        "| ID photos | rate (of; 95 % interval) | wanted |",
        "| --- | --- | --- |",
        *(f"| {name} | {rate} | {wanted.replace('%', ' %')} |" for name, rate, wanted in rows),
    ]


def main() -> int:
    """Measure and print; 0 when the bounds hold."""
    given = _arguments()
    found = measure(
        given.good, given.each, given.seed, given.jobs, unseen=not given.seen, keep=given.keep
    )
    lines = report(found)
    if given.output:
        hand = "in a style nobody set anything by" if not given.seen else "in the seen styles"
        head = f"# ID photos: {len(found)} drawn photos, {hand}"
        doc = (__doc__ or "").split("\n\n", 1)[1].strip()
        text = "\n".join([head, "", "Written by `make photos`.", "", doc, "", *lines, ""])
        given.output.write_text(text, encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if holds(found) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.photos", description=__doc__)
    parser.add_argument("--good", type=int, default=200, help="photos in order")
    parser.add_argument("--each", type=int, default=20, help="photos with each fault")
    parser.add_argument("--seed", type=int, default=20261130)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seen", action="store_true", help="styles nobody keeps for measuring")
    parser.add_argument("--output", type=Path, help="Markdown file, such as docs/photos.md")
    parser.add_argument("--keep", type=Path, help="directory for every photo judged wrongly")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
