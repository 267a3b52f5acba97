"""How do other open readers do on the same pictures? `python -m measure.peers`, `make peers`.

PassportEye, fastmrz and plain Tesseract run in an environment of their own, each in one process
over all pictures, as the reader of docscheck does. CPU counts the programs they start; memory is
the peak of the largest process. fastmrz needs a Tesseract model that its package does not carry:
without one named by `--mrz-data` it is given the English one in its place, and the table says so.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from docscheck.readers import mrz
from measure.spent import spend
from measure.tally import Tally
from measure.zones import pictures
from specimens.unseen_zones.lines import KEYS, SEVEN, TODAY, Zone
from specimens.unseen_zones.pictures import CHANNELS

_READER = Path(__file__).with_name("peers_reader.py")
_ONE_THREAD = dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
"""For all tools alike: threads that wait for each other count as CPU time."""
_TIME, _MEMORY = 1 / 10, 1 / 5
"""Of PassportEye's: what docscheck may take."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one tool did with all pictures."""

    name: str
    exact: Tally
    keys: Tally
    seven: Tally
    cpu: tuple[float, ...]
    """Seconds of each picture."""
    peak_mib: float
    failed: int
    """Pictures on which the tool stopped with an error."""

    @property
    def mean_cpu(self) -> float:
        return sum(self.cpu) / len(self.cpu) if self.cpu else 0.0


def main() -> int:
    """Draw the pictures, let every tool read them, write the table; 0 when both aims are met."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="docscheck-peers-") as place:
        truth = draw(Path(place), given.seed, given.count)
        mrz_data = given.mrz_data or _english_data(Path(place))
        results = [
            run("docscheck", Path(sys.executable), truth),
            run("passporteye", given.python, truth),
            run("fastmrz", given.python, truth, str(mrz_data)),
            run("tesseract", given.python, truth),
        ]
    text = table(results, given.seed, fitted=given.mrz_data is not None)
    if given.output:
        given.output.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0 if all(met for _, _, met in ratios(results)) else 1


def draw(place: Path, seed: str, count: int) -> dict[str, Zone]:
    """Write pictures, each of another paper, by all channels in turn; give what they say."""
    truth: dict[str, Zone] = {}
    number = 0
    while len(truth) < count:
        channel = CHANNELS[len(truth) % len(CHANNELS)]
        (drawn,) = pictures(f"peers-{seed}", number, (channel,))
        number += 1
        if drawn.paper.zone is not None:
            path = place / f"{number:04}{drawn.sent.extension}"
            path.write_bytes(drawn.sent.data)
            truth[str(path)] = drawn.paper.zone
    return truth


def run(tool: str, python: Path, truth: Mapping[str, Zone], *more: str) -> Result:
    """Let one tool read all pictures in one process."""
    with tempfile.TemporaryDirectory(prefix="docscheck-peers-") as place:
        listing = Path(place) / "pictures"
        listing.write_text("\n".join(truth), encoding="utf-8")
        command = ["sh", "-c", 'exec "$@" < "$0"', str(listing), str(python), "-W", "ignore",
                   str(_READER), tool, *more]  # fmt: skip
        environment = {name: v for name, v in os.environ.items() if name != "PYTHONPATH"}
        spent = spend(command, environment | _ONE_THREAD)
    said = [json.loads(line) for line in spent.output.splitlines() if line.startswith("{")]
    if len(said) < len(truth):
        raise SystemExit(f"{tool} read {len(said)} of {len(truth)} pictures (see `make peers`)")
    return _judged(tool, said, truth, spent.peak_mib)


def _judged(
    tool: str, said: Sequence[dict[str, object]], truth: Mapping[str, Zone], peak_mib: float
) -> Result:
    exact, keys, seven = Tally(), Tally(), Tally()
    for one in said:
        zone = truth[str(one["path"])]
        lines = tuple(str(line).strip() for line in _list(one["lines"]))
        values = _values(one["values"]) or _parsed(lines)
        right = {name: _same(values.get(name, ""), zone.fields[name]) for name in zone.fields}
        exact.count(lines == zone.lines)
        keys.count(all(right.get(name, True) for name in KEYS))
        seven.count(all(right.get(name, True) for name in SEVEN))
    cpu = tuple(float(str(one["cpu"])) for one in said)
    failed = sum(bool(one["error"]) for one in said)
    return Result(tool, exact, keys, seven, cpu, peak_mib, failed)


def _list(said: object) -> list[object]:
    return said if isinstance(said, list) else []


def _values(said: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in said.items()} if isinstance(said, dict) else {}


def _parsed(lines: tuple[str, ...]) -> dict[str, str]:
    """Take the values out of lines for a tool that gives lines only."""
    zone = mrz.parse(lines) if lines else None
    return {f.name: f.value for f in mrz.fields(zone, TODAY)} if zone is not None else {}


def _same(read: str, true: str) -> bool:
    """Compare as generously as tools differ: centuries, fillers, spaces, `D` for `DEU`."""
    return _bare(read) == _bare(true)


def _bare(value: str) -> str:
    bare = "".join(value.replace("<", " ").split()).upper()
    if len(bare) in (4, 7, 10) and bare[:4].isdigit() and bare[4:5] in ("", "-"):
        bare = bare.replace("-", "")[2:]
    return {"D": "DEU", "X": ""}.get(bare, bare)


def ratios(results: Sequence[Result]) -> tuple[tuple[str, float, bool], ...]:
    """Give what docscheck takes of PassportEye's time and memory, and whether it is little."""
    ours, theirs = results[0], results[1]
    time, memory = ours.mean_cpu / theirs.mean_cpu, ours.peak_mib / theirs.peak_mib
    return (("CPU time", time, time <= _TIME), ("peak memory", memory, memory <= _MEMORY))


def table(results: Sequence[Result], seed: str, *, fitted: bool) -> str:
    """Write everything as Markdown."""
    count = results[0].exact.trials
    note = (
        "The same files for all, of the set of `docs/zones.md` (turned ones and EXIF turns among "
        "them), each tool in one process of its own with one thread. Shares with their 95 % "
        "intervals (Wilson)."
    )
    head = (
        "| reader | every line exact | number, birth, expiry | all values "
        "| CPU s a picture: mean, median | peak MiB | errors |"
    )
    rows = [
        f"# Machine-readable zones by other readers: {count} pictures, seed {seed}",
        "",
        note,
        "",
        head,
        "|---|---|---|---|---|---|---|",
    ]
    for one in results:
        cpu = f"{one.mean_cpu:.3f}, {median(one.cpu):.3f}"
        rows.append(f"| {one.name} | {one.exact} | {one.keys} | {one.seven} | {cpu} "
                    f"| {one.peak_mib:.0f} | {one.failed} |")  # fmt: skip
    rows.append("")
    for name, ratio, met in ratios(results):
        aim = _TIME if name == "CPU time" else _MEMORY
        rows.append(f"- {name} of docscheck's reader to PassportEye's: 1 to {1 / ratio:.1f} "
                    f"(aim: 1 to {1 / aim:.0f}; {'met' if met else 'not met'})")  # fmt: skip
    if not fitted:
        rows.append(
            "- fastmrz expects a Tesseract model named `mrz` that its package does not carry; "
            "here it reads with the English one in its place."
        )
    return "\n".join([*rows, ""])


def _english_data(place: Path) -> Path:
    """Make a folder in which the English model has the name that fastmrz asks for."""
    listed = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=True
    ).stdout
    installed = Path(listed.split('"')[1])
    folder = place / "tessdata"
    folder.mkdir()
    (folder / "mrz.traineddata").symlink_to(installed / "eng.traineddata")
    return folder


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m measure.peers", description=__doc__)
    parser.add_argument("--count", type=int, default=64, help="pictures")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--python", type=Path, default=Path(".venv-peers/bin/python"))
    parser.add_argument("--mrz-data", type=Path, help="folder with mrz.traineddata, for fastmrz")
    parser.add_argument("--output", type=Path, help="Markdown file to write")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
