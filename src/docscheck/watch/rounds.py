"""One check of a folder after the other, each as soon as the folder has come to rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from docscheck.report import Report
from docscheck.watch.rest import Busy, Look, Rest, differing, look_at, moments


class Round(Struct, frozen=True):
    """One check."""

    report: Report
    touched: tuple[str, ...] = ()
    """Paths to which something was done since the check before."""


def rounds(
    check: Callable[[], Report], folder: Path, limits: Mapping[str, float]
) -> Iterator[Round | Busy]:
    """Check a folder, and again after each change, without end.

    Of a check in the middle of which something changed nothing is told: the next one follows.

    Args:
        check: checks it, with a session that remembers what it has read (`Options.remember`).
        folder: the folder.
        limits: of `portal.toml`.

    Raises:
        UsageError: the folder is not there, or no longer.
    """
    told: Look = look_at(folder, limits)
    yield Round(check())
    for moment in moments(folder, limits, told):
        if isinstance(moment, Rest):
            report = check()
            if look_at(folder, limits) == moment.look:
                yield Round(report, differing(told, moment.look))
                told = moment.look
        else:
            yield moment
