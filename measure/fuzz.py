"""Does anything fall over on files changed at random? `python -m measure.fuzz`, or `make fuzz`.

Test T4 of `reliability.md`: seeds of the hostile corpus (honest, damaged, structure, pictures) are
changed by bit flips, cuts, splices and repeated keys, and examined in bulk by the real worker code
in real worker processes. Reading is off: no page is given to the OCR engine, everything before it
runs. The same seed gives the same mutations.

A worker that dies, or takes longer than its limit, loses one mutation, which is written down so
that it can be made again; its neighbours go on.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from msgspec import Struct

from docscheck.check import Options, Session
from docscheck.executors.pool import Answer, Loss, Task
from docscheck.losses import Stage, Trouble
from docscheck.worker import protocol
from tests.hostile.corpus import kinds

_GROUPS = ("honest", "damaged", "structure", "picture", "active", "hidden", "type")
_MAX_SEED_BYTES = 12_000
"""Small seeds, so that tens of thousands run in minutes."""
_HEAVY = (
    "gib", "mib", "bomb", "scans", "frames", "000", "mb-of", "million", "megapixels", "grain",
    "forms-nested", "tiling", "shading", "masks", "box-legal", "box-user", "box-sliver",
)  # fmt: skip
"""Kinds that are there to be slow; their mutations are as slow, and say nothing new."""
_SECONDS = 60.0
_NOTES = {protocol.note(stage): _SECONDS for stage in Stage}
_TODAY = date(2026, 11, 23)
_KEY = re.compile(rb"/[A-Z][A-Za-z]{1,15} [^/<>]{1,20}")
_ROUND = 500


class Seed(Struct, frozen=True):
    """One file that mutations start from."""

    id: str
    data: bytes


@cache
def seeds() -> tuple[Seed, ...]:
    """Small files of the corpus, each content once."""
    found: dict[bytes, Seed] = {}
    for kind in kinds():
        heavy = any(word in kind.name for word in _HEAVY)
        if kind.group not in _GROUPS or heavy or kind.name.startswith("name-"):
            continue
        with tempfile.TemporaryDirectory() as place:
            kind.write(Path(place))
            files = [path for path in Path(place).iterdir() if path.is_file()]
            data = files[0].read_bytes() if len(files) == 1 else b""
        if 0 < len(data) <= _MAX_SEED_BYTES:
            found.setdefault(data, Seed(kind.id, data))
    return tuple(found.values())


def _flip(data: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 1, 3, 20))):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _overwrite(data: bytearray, random: Random) -> None:
    values = (b"\0", b"\xff", b"\x7f\xff\xff\xff", b"-1", b"99999999", b"0", b"<<", b"]", b"null")
    value, place = random.choice(values), random.randrange(len(data))
    data[place : place + len(value)] = value


def _cut(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    length = random.choice((1, 16, 256, len(data)))
    del data[start : start + random.randint(1, length)]


def _repeat(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    piece = data[start : start + random.randint(1, 200)]
    data[start:start] = piece * random.choice((1, 2, 50))


def _splice(data: bytearray, random: Random) -> None:
    other = random.choice(seeds()).data
    start = random.randrange(len(other))
    piece = other[start : start + random.randint(1, 2_000)]
    place = random.randrange(len(data))
    data[place : place + random.choice((0, len(piece)))] = piece


def _repeat_key(data: bytearray, random: Random) -> None:
    """Write an entry of one dictionary into another, before one that is there."""
    keys = [found.span() for found in _KEY.finditer(data)]
    if not keys:
        return _repeat(data, random)
    (start, end), (place, _) = random.choice(keys), random.choice(keys)
    data[place:place] = data[start:end] + b" "
    return None


def _number(data: bytearray, random: Random) -> None:
    """Change one number that is written in digits."""
    numbers = [found.span() for found in re.finditer(rb"\d+", data)]
    if not numbers:
        return _overwrite(data, random)
    start, end = random.choice(numbers)
    data[start:end] = random.choice((b"0", b"1", b"-7", b"3", b"65536", b"4294967296", b"1e9"))
    return None


WAYS: tuple[Callable[[bytearray, Random], None], ...] = (
    _flip, _overwrite, _cut, _repeat, _splice, _repeat_key, _number,
)  # fmt: skip


def mutation(seed: int, number: int) -> tuple[str, bytes]:
    """Make one mutation: what it is made of, and its bytes."""
    random = Random(f"{seed}/{number}")
    start = random.choice(seeds())
    data, done = bytearray(start.data), []
    for _ in range(random.choice((1, 1, 2, 4))):
        way = random.choice(WAYS)
        if data:
            way(data, random)
            done.append(way.__name__.strip("_"))
    return f"{start.id}+{'+'.join(done)}", bytes(data)


class Found(Struct, frozen=True):
    """A mutation that was lost."""

    number: int
    made_of: str
    loss: str
    detail: str


def run(count: int, seed: int, jobs: int, first: int = 0) -> tuple[list[Found], Counter[str]]:
    """Examine mutations; give those that were lost, and how all ended."""
    lost, ends = list[Found](), Counter[str]()
    with Session(_TODAY, Options(engine="none", jobs=jobs)) as session:
        for start in range(first, first + count, _ROUND):
            numbers = range(start, min(start + _ROUND, first + count))
            # The session's own pool: its workers, its limits, without judging a folder each time.
            for answer in session._pool.run(_tasks(seed, numbers)):
                end = _end_of(answer, session.rulebook.types)
                ends[end.partition(":")[0]] += 1
                if end.startswith(("crash", "timeout", "died", "odd")):
                    made_of, _ = mutation(seed, int(answer.key))
                    found = Found(int(answer.key), made_of, end, answer.detail)
                    print(found, flush=True)
                    lost.append(found)
    return lost, ends


def _tasks(seed: int, numbers: Sequence[int]) -> Iterator[Task[str]]:
    for number in numbers:
        yield Task(str(number), lambda n=number: _frames(seed, n), _SECONDS, _NOTES)


def _frames(seed: int, number: int) -> tuple[bytes, ...]:
    request = protocol.Request(str(number), "pdf", _SECONDS)
    return protocol.encode(request), mutation(seed, number)[1]


def _end_of(answer: Answer[str], types: Container[str]) -> str:
    if answer.payload is None:
        return "timeout" if answer.loss is Loss.TIMEOUT else f"died: {answer.detail}"
    try:
        examined = protocol.decode_reply(answer.payload, answer.key, types).examined
    except ValueError as error:
        return f"odd answer: {error}"
    if examined.trouble is Trouble.CRASH:
        return f"crash: {examined.detail}"
    return examined.trouble.value if examined.trouble else "opened"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=50_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--first", type=int, default=0, help="number of the first mutation")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--keep", type=Path, help="folder in which lost mutations are written")
    asked = arguments.parse_args()
    print(f"{len(seeds())} seeds", flush=True)
    started = time.monotonic()
    lost, ends = run(asked.count, asked.seed, asked.jobs, asked.first)
    seconds = time.monotonic() - started
    if asked.keep:
        for found in lost:
            _, data = mutation(asked.seed, found.number)
            name = hashlib.sha256(data).hexdigest()[:12]
            (asked.keep / f"{found.number}-{name}").write_bytes(data)
    print(f"{asked.count} mutations in {seconds:.0f} s, {asked.count / seconds:.0f} a second")
    print("ends:", ", ".join(f"{end} {number}" for end, number in ends.most_common()))
    print("lost:", len(lost), dict(Counter(found.loss for found in lost)))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
