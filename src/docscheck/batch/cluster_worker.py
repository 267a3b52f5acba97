"""What runs on the workers of a cluster: a folder in, an answer out, sessions kept warm in between.

Dask finds these functions by their names, so that docscheck has to be installed on its machines; a
scheduler loads this module too, which therefore imports nothing heavy. Each thread of a worker that
reads has a session of its own, and all of them one source of isolated processes, as on one machine.
Sessions end with the run, with the worker, or when no folder came for a while: whoever ran it may
have been killed.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from docscheck import __version__

if TYPE_CHECKING:
    from docscheck.batch.errands import Errand, Refusal
    from docscheck.batch.ledger import Outcome
    from docscheck.batch.reading import Reader
    from docscheck.profile import Declared

IDLE_SECONDS = 300.0
Look = tuple[str, str, str, bool]
"""Version, rules and OCR as in `Standing`, and whether the folders are seen."""


def look(rules: bytes | None, engine: str, root: bytes | None, names: list[bytes]) -> Look:
    """Say what this machine has, and whether it sees these folders of a disk that is shared."""
    from docscheck.batch.standing import standing

    here = standing(Path(os.fsdecode(rules)) if rules is not None else None, engine)
    return here.version, here.rules, here.ocr, _sees(root, names)


def read_folder(run: str, number: int, version: str, errand: bytes) -> bytes:
    """Read one folder; the client is told that it began, by its number."""
    from distributed import get_worker

    from docscheck.batch.errands import Refusal, answer_of, decode_errand, encode
    from docscheck.errors import ComponentMissingError

    get_worker().log_event(run, number)
    if version != __version__:
        return encode(Refusal("version"))
    asked = decode_errand(errand)
    with _bench(asked) as bench:
        if bench.refusal is not None:
            return encode(bench.refusal)
        if not _sees(asked.on_disk, []):
            return encode(Refusal("unseen"))
        try:
            outcome = bench.read(os.fsdecode(asked.name), asked.declared)
        except ComponentMissingError as error:
            return encode(Refusal("missing", error.sentence, error.params))
        return encode(answer_of(outcome))


def close(run: str) -> None:
    """End the sessions of a run; what they were reading has no outcome."""
    with _LOCK:
        bench = _BENCHES.pop(run, None)
    if bench is not None:
        bench.close()


class Bench:
    """The readers of one run in one process."""

    def __init__(self, errand: Errand) -> None:
        from docscheck.batch.workers import SharedWorkers

        self._judging = errand.judging
        self._shared = SharedWorkers()
        self._open = ExitStack()
        self._free: list[Reader] = []
        self._lock = threading.Lock()
        self.refusal = _why_not(errand)
        self.idle: threading.Timer | None = None
        self.taken = 0
        """Threads that are at it; held by `_LOCK`, as `idle` is."""

    def read(self, name: str, declared: Declared) -> Outcome:
        """Read one folder with a reader that no other thread has.

        Raises:
            DocscheckError: no folder can be read.
        """
        with self._lock:
            reader = self._free.pop() if self._free else self._another()
        try:
            return reader.read(name, declared)
        finally:
            with self._lock:
                self._free.append(reader)

    def close(self) -> None:
        """Kill every process that reads."""
        with self._lock:
            self._open.close()

    def _another(self) -> Reader:
        from msgspec.structs import replace

        from docscheck.batch.reading import Reader
        from docscheck.check import Session

        options = replace(self._judging.options, jobs=1, alone=False, second_try=True)
        session = Session(self._judging.today, options, self._shared)
        return Reader(self._open.enter_context(session), self._judging)


_LOCK = threading.Lock()
_BENCHES: dict[str, Bench] = {}


@contextmanager
def _bench(errand: Errand) -> Iterator[Bench]:
    """Give the bench of a run, made for its first folder, and keep it warm for a while after."""
    run = errand.run
    with _LOCK:
        bench = _BENCHES.get(run)
        if bench is None:
            bench = _BENCHES[run] = Bench(errand)
        bench.taken += 1
        if bench.idle is not None:
            bench.idle.cancel()
    try:
        yield bench
    finally:
        with _LOCK:
            bench.taken -= 1
            if not bench.taken:
                bench.idle = threading.Timer(IDLE_SECONDS, _close_idle, (run,))
                bench.idle.daemon = True
                bench.idle.start()


def _close_idle(run: str) -> None:
    with _LOCK:
        bench = _BENCHES.get(run)
        if bench is None or bench.taken:
            return
        del _BENCHES[run]
    bench.close()


def _why_not(errand: Errand) -> Refusal | None:
    """Say why this machine would judge otherwise than those that were asked before."""
    from docscheck.batch.errands import Refusal
    from docscheck.batch.standing import standing

    here = standing(errand.judging.options.rules, errand.engine)
    if here.rules != errand.fingerprint:
        return Refusal("rules")
    return Refusal("ocr") if here.ocr != errand.ocr else None


def _sees(root: bytes | None, names: list[bytes]) -> bool:
    if root is None:
        return True
    place = Path(os.fsdecode(root))
    return place.is_dir() and all((place / os.fsdecode(name)).is_dir() for name in names)
