"""What holds in every test: the folder that is checked stays as it was, and nobody is called.

R11 and R21 of `reliability.md`, T6 and T7. Checks in this process go through `Session.check`, which
is wrapped here; checks by the command through `tests.cli.command`, which looks by itself.
`make test-offline` runs everything where there is no network at all. And signals are heeded, even
where whoever runs the tests in the background had some of them ignored: children inherit it.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docscheck.check import Session
from tests.no_network import NetworkUsedError, OwnServer
from tests.untouched import Watch, untouched

_check = Session.check


def _checked_untouched(session: Session, folder: Path, *arguments: Any, **named: Any) -> Any:
    with untouched(folder):
        return _check(session, folder, *arguments, **named)


def _refusing(name: str) -> Any:
    original = getattr(socket.socket, name)

    def guarded(self: socket.socket, *arguments: Any) -> Any:
        here = OwnServer.allowed and arguments[0][0] == "127.0.0.1"
        if self.family != getattr(socket, "AF_UNIX", None) and not here:
            raise NetworkUsedError(f"{name}{arguments}")
        return original(self, *arguments)

    return guarded


def _looking_up(original: Any) -> Any:
    def guarded(*arguments: Any, **named: Any) -> Any:
        if OwnServer.allowed and arguments[0] == "127.0.0.1":
            return original(*arguments, **named)
        return _no_lookup(*arguments, **named)

    return guarded


def _no_lookup(*arguments: Any, **named: Any) -> Any:
    raise NetworkUsedError(f"looked up {arguments}")


@pytest.fixture(scope="session", autouse=True)
def _signals_are_heeded() -> None:
    heeded = {
        "SIGINT": signal.default_int_handler,
        "SIGTERM": signal.SIG_DFL,
        "SIGHUP": signal.SIG_DFL,
    }
    for name, handler in heeded.items():
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)


@pytest.fixture(autouse=True)
def _watched(request: pytest.FixtureRequest) -> Iterator[None]:
    Watch.on = request.node.get_closest_marker("changes_folder") is None
    OwnServer.allowed = request.node.get_closest_marker("own_server") is not None
    yield
    Watch.on = True
    OwnServer.allowed = False


@pytest.fixture(scope="session", autouse=True)
def _in_every_test() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Session, "check", _checked_untouched)
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _refusing(name))
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, name, _looking_up(getattr(socket, name)))
        yield
