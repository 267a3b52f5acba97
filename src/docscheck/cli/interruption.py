"""Stop at once and cleanly, whoever asks: Ctrl-C, the end of the session, the closed terminal.

Workers die with the supervisor in any case. What is wanted here is that `with` blocks close what
they opened, that nothing half written is left, and that the exit code says what happened. `check`
still reports what it had read; `heed_again` lets that be interrupted, too.
"""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn

EXIT_CODE = 130
"""128 and the number of SIGINT, as shells count; the same whichever signal it was."""
_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
_heeded: set[int] = set()
_arrived: set[int] = set()


def heed() -> None:
    """Let each of these signals raise `KeyboardInterrupt`, once; one that is ignored stays so."""
    # `nohup` and shells that run something in the background ignore some of them on purpose.
    _heeded.update(n for n in _SIGNALS if signal.getsignal(n) is not signal.SIG_IGN)
    heed_again()


def heed_again() -> None:
    """Let them do so once more: all is cleaned up, and whoever is written to may never read."""
    for number in _heeded:
        signal.signal(number, _interrupt)


def arrived() -> bool:
    """Say whether one of them came."""
    return bool(_arrived)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    """Interrupt the run; impatience must not interrupt the cleaning up."""
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    _arrived.add(number)
    raise KeyboardInterrupt
