"""Stop at once and cleanly, whoever asks: Ctrl-C, the end of the session, the closed terminal.

Workers die with the supervisor in any case. What is wanted here is that `with` blocks close what
they opened, that nothing half written is left, and that the exit code says what happened.
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


def heed() -> None:
    """Let each of these signals raise `KeyboardInterrupt`, once; one that is ignored stays so."""
    for number in _SIGNALS:
        # `nohup` and shells that run something in the background ignore some of them on purpose.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    """Interrupt the run; impatience must not interrupt the cleaning up."""
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise KeyboardInterrupt
