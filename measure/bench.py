"""How much does a folder cost, against the naive way? `python -m measure.bench`.

Six documents: two text PDFs, two scans at 300 dpi, the photo of a passport and the photo of a page,
12 Mpx each. The naive pipeline (`naive.py`), docscheck in a warm process and the whole cold command
are run in turn, several times; CPU seconds decide, wall time is shown. Start-up is compared with a
Typer command that does nothing, a PDF of 60 mixed pages with one of five of them. Last comes what
each stage costs (`stages.py`).
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pikepdf

from docscheck.rulebook.load import load
from measure.bench_table import EMPTY, HELP, VERSION, Bundle, Runs, judge
from measure.spent import spend
from measure.subject import frugal_environment
from specimens.channels import Leaf, PhotoWish, ScanWish, native, photo, scan
from specimens.folders import shelf
from specimens.model import Paper, Wish
from specimens.people import draw_person

TODAY = date(2026, 11, 23)
_STARTS = 15
_FLAT = ScanWish(dpi=300, grey=False, quality=75)
_SCANNED = ("birth_certificate", "resources_attestation", "passport")
_BUNDLES = 12
_TURNS = 3
"""The pages that are read of the long one, 20 of 60, are then four times the short one."""
HEAVY = (
    "numpy",
    "cv2",
    "PIL",
    "pypdfium2",
    "pikepdf",
    "tesserocr",
    "pytesseract",
    "zxingcpp",
    "rapidfuzz",
)
"""What `--help` must not load."""

_EMPTY_TYPER = """
import typer
app = typer.Typer()
@app.command()
def nothing() -> None:
    "Do nothing."
app()
"""
_LOADED = """
import sys
sys.argv = ['docscheck', '--help']
from docscheck.__main__ import main
try:
    main()
except SystemExit:
    pass
print('LOADED', *[name for name in {heavy!r} if name in sys.modules])
"""


def build_folder(folder: Path, seed: int = 1) -> None:
    """Write the six documents."""
    rng = Random(f"bench/{seed}")
    person = draw_person(rng, TODAY, nationality="MAR")

    def paper(type_id: str, *variants: str) -> Paper:
        template, variant = shelf.pick(type_id, variants, person, rng, unseen=False)
        return template.draw(person, rng, Wish(TODAY, variant=variant))

    flat = _FLAT
    shot = PhotoWish(megapixels=12.0)
    files = {
        "certificat.pdf": native([Leaf(paper("school_certificate"))]),
        "rib.pdf": native([Leaf(paper("rib"))]),
        "acte.pdf": scan([[Leaf(paper("birth_certificate"))]], rng, flat),
        "ressources.pdf": scan([[Leaf(paper("resources_attestation"))]], rng, flat),
        "passeport.jpg": photo(Leaf(paper("passport")), rng, shot),
        "attestation.jpg": photo(Leaf(paper("school_certificate")), rng, shot),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, sent in files.items():
        (folder / name).write_bytes(sent.data)


def build_bundles(place: Path, seed: int = 1) -> Mapping[int, Path]:
    """Write five mixed pages as one PDF, and twelve times the same ones, each in its folder."""
    rng = Random(f"bundle/{seed}")
    person = draw_person(rng, TODAY, nationality="MAR")

    def leaf(type_id: str) -> Leaf:
        template, variant = shelf.pick(type_id, (), person, rng, unseen=False)
        return Leaf(template.draw(person, rng, Wish(TODAY, variant=variant)))

    sent = (
        native([leaf("school_certificate"), leaf("rib")]),
        scan([[leaf(name)] for name in _SCANNED], rng, _FLAT),
    )
    folders = {}
    for times in (1, _BUNDLES):
        with pikepdf.new() as bundle:
            for part in sent * times:
                with pikepdf.open(io.BytesIO(part.data)) as pages:
                    bundle.pages.extend(pages.pages)
            folder = place / f"pages{len(bundle.pages)}"
            folder.mkdir(parents=True)
            bundle.save(folder / "dossier.pdf")
            folders[len(bundle.pages)] = folder
    return folders


def bundles(folders: Mapping[int, Path]) -> Mapping[int, Bundle]:
    """Give what each bundle costs in a warm process; the workers open one file, so one of them.

    They are read in turns, as a slow minute would make one of them look dear.
    """
    cpu: dict[int, list[float]] = {pages: [] for pages in folders}
    peak: dict[int, list[float]] = {pages: [] for pages in folders}
    for _ in range(_TURNS):
        for pages, folder in folders.items():
            command = [sys.executable, "-m", "measure.warm", "1", str(folder), TODAY.isoformat()]
            spent = json.loads(spend(command, dict(frugal_environment())).output)
            cpu[pages] += spent["cpu"]
            peak[pages] += spent["peak_mib"]
    most = int(load(None).portal.limits["max_pages_read"])
    return {
        pages: Bundle(min(pages, most), statistics.median(cpu[pages]), max(peak[pages]))
        for pages in folders
    }


def stages(folder: Path) -> str:
    """Give the table of stages, measured in a process of its own."""
    command = [sys.executable, "-m", "measure.stages", str(folder), TODAY.isoformat()]
    return spend(command, dict(frugal_environment())).output


def compare(folder: Path, repeats: int) -> Runs:
    """Run the three ways in turn: ours before and after each naive run of half a minute.

    Whatever else the machine does comes and goes by the minute, and disturbs all three alike.
    """
    check = ["check", str(folder), "--format", "json", "--today", TODAY.isoformat()]
    warm = [sys.executable, "-m", "measure.warm", "2", str(folder), TODAY.isoformat()]
    runs = Runs()
    plain = {name: value for name, value in os.environ.items() if name != "OMP_THREAD_LIMIT"}

    def ours() -> None:
        runs.cold.append(spend([sys.executable, "-m", "docscheck", *check], plain))
        runs.add_warm(json.loads(spend(warm, plain).output))

    for _ in range(repeats):
        ours()
        runs.naive.append(spend([sys.executable, "-m", "measure.naive", str(folder)], plain))
        ours()
    return runs


def starts() -> Mapping[str, float]:
    """Give the median CPU seconds of each start, run in turn."""
    docscheck = [sys.executable, "-m", "docscheck"]
    commands: Mapping[str, Sequence[str]] = {
        EMPTY: [sys.executable, "-c", _EMPTY_TYPER, "--help"],
        HELP: [*docscheck, "--help"],
        VERSION: [*docscheck, "--version"],
    }
    cpu: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_STARTS):
        for name, command in commands.items():
            cpu[name].append(spend(command, frugal_environment()).cpu_seconds)
    return {name: statistics.median(seconds) for name, seconds in cpu.items()}


def heavy_loaded() -> tuple[str, ...]:
    """Name the heavy libraries that `--help` loads."""
    answer = spend([sys.executable, "-c", _LOADED.format(heavy=HEAVY)], frugal_environment()).output
    line = next(
        (line for line in answer.splitlines() if line.startswith("LOADED")), "LOADED (did not run)"
    )
    return tuple(line.split()[1:])


def main() -> int:
    """Read the arguments, measure, write the table; 0 when every goal is met."""
    parser = argparse.ArgumentParser(prog="python -m measure.bench", description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--output", type=Path, help="Markdown file to write, such as docs/bench.md")
    parser.add_argument("--folder", type=Path, help="write the six documents there and stop")
    given = parser.parse_args()
    if given.folder:
        build_folder(given.folder)
        return 0
    with tempfile.TemporaryDirectory(prefix="docscheck-bench-") as place:
        build_folder(Path(place) / "folder")
        runs = compare(Path(place) / "folder", given.repeats)
        long = bundles(build_bundles(Path(place) / "bundles"))
        parts = stages(Path(place) / "folder")
    verdict = judge(runs, starts(), heavy_loaded(), long)
    heading = "# Cost of a folder of six documents"
    text = "\n".join([heading, "", *verdict.lines, "", "## Stages", "", parts])
    sys.stdout.write(text)
    if given.output:
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.write_text(text, encoding="utf-8")
    return 1 if verdict.missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
