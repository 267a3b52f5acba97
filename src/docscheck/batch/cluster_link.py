"""The connection to a Dask scheduler: the one place that speaks with one, and with it alone.

Nothing is listened on, and nothing written to a disk; the address is the one that was given, and
certificates are those of Dask's own configuration (`docs/cluster.md`).
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from docscheck import __version__
from docscheck.batch.cluster_worker import Look, close, look, read_folder
from docscheck.errors import ComponentMissingError, UsageError

CONNECT_SECONDS = 10.0
GATHER_SECONDS = 30.0
_CLOSE_SECONDS = 5.0
_GONE = ("cancelled", "lost")


class Link:
    """A client of a cluster, for one run."""

    def __init__(self, address: str, run: str) -> None:
        """Connect.

        Args:
            address: of the scheduler: `tcp://HOST:PORT`, `tls://HOST:PORT`.
            run: a name that no other run has.

        Raises:
            ComponentMissingError: Dask is not installed.
            UsageError: no scheduler answers there.
        """
        try:
            import distributed
        except ImportError as error:
            raise ComponentMissingError("cluster_missing") from error
        # It tells of reconnections and of versions of libraries; what matters is told by us.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._run = run
        client: Any = distributed.Client  # it has no types
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._client = client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except Exception as error:  # an address that is none, nobody there, a certificate
            detail = type(error).__name__
            raise UsageError("cluster_silent", {"address": address}, detail) from error

    def threads(self) -> int:
        """Count the threads of all workers that are there now.

        Raises:
            ComponentMissingError: the scheduler is gone.
        """
        try:
            return sum(self._client.nthreads().values())
        except Exception as error:  # whatever a closed connection raises
            raise lost() from error

    def looks(
        self, rules: bytes | None, engine: str, root: bytes | None, names: Sequence[bytes]
    ) -> Mapping[str, Look | Exception]:
        """Ask every worker what it is: its address -> what it says, or why it cannot.

        Raises:
            ComponentMissingError: the scheduler is gone.
        """
        try:
            told: Mapping[str, Look | Exception] = self._client.run(
                look, rules, engine, root, list(names), on_error="return"
            )
        except Exception as error:  # see `threads`
            raise lost() from error
        return told

    def listen(self, began: Callable[[int], None]) -> None:
        """Have `began` told the number of each folder that a worker begins; in another thread."""

        def told(event: tuple[float, object]) -> None:
            if isinstance(event[1], int):
                began(event[1])

        self._client.subscribe_topic(self._run, told)

    def submit(self, number: int, attempt: int, errand: bytes, done: Callable[[Any], None]) -> Any:
        """Have a folder read somewhere; `done` gets what is returned here, in another thread."""
        key = f"docscheck-{self._run}-{number}-{attempt}"
        future = self._client.submit(
            read_folder, self._run, number, __version__, errand, key=key, pure=False
        )
        future.add_done_callback(done)
        return future

    def result(self, future: Any) -> object:
        """Give what came back.

        Raises:
            TimeoutError: the worker that held it is gone, and it is made again.
            KilledError: one worker after the other died of it, or while it was there.
            ComponentMissingError: the scheduler is gone, or a worker has no docscheck.
            Exception: what the worker raised.
        """
        from distributed import KilledWorker

        if future.status in _GONE:
            raise lost()
        try:
            return future.result(timeout=GATHER_SECONDS)
        except KilledWorker as error:
            raise KilledError from error
        except ImportError as error:
            raise ComponentMissingError("cluster_without") from error

    def close(self, futures: Sequence[Any]) -> None:
        """Take back what was asked and not answered, and end the sessions of this run."""
        # Nobody may be there any more, and the reason for the end is told by whoever ends it.
        with suppress(Exception):
            self._client.cancel(list(futures), force=True)
        with suppress(Exception):
            self._client.unsubscribe_topic(self._run)
            if self._client.status == "running":
                self._client.run(close, self._run, on_error="ignore")
        with suppress(Exception):
            self._client.close(timeout=_CLOSE_SECONDS)


class KilledError(Exception):
    """Dask gave a folder up: too many workers died that had it."""


def lost() -> ComponentMissingError:
    """Give what stops a run whose scheduler is gone."""
    return ComponentMissingError("cluster_lost")
