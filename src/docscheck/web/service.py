"""The page is answered from here to the end: one interface, one thread, and then nothing is left.

It listens on 127.0.0.1 and nowhere else (RFC 1122, 3.2.1.3: never outside this computer).
"""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn

from docscheck.errors import UsageError
from docscheck.web.access import Access
from docscheck.web.app import make_app
from docscheck.web.shelter import Shelter
from docscheck.web.visit import Setting, Visit

_HOST = "127.0.0.1"
_WAITING = 64
_LOOK_SECONDS = 1.0
_END_SECONDS = 3


class Service:
    """A run of the page."""

    def __init__(self, setting: Setting, language: str, port: int = 0) -> None:
        """Take the port and the private folder; nobody is answered yet.

        Args:
            setting: how to check.
            language: spoken until another one is chosen on the page.
            port: 0 takes one that is free.

        Raises:
            UsageError: the port is taken.
        """
        self._socket = _listening(port)
        self._shelter = Shelter()
        self._ended = threading.Event()
        access = Access(self._socket.getsockname()[1])
        self.address = access.address
        """Good once."""
        self.visit = Visit(self._shelter, setting)
        app = make_app(self.visit, access, language, self._ended.set)
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="critical",
                access_log=False,
                # It would believe what a request says of where it comes from.
                proxy_headers=False,
                server_header=False,
                limit_concurrency=_WAITING,
                timeout_graceful_shutdown=_END_SECONDS,
            )
        )
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(2 * _END_SECONDS)
        self._socket.close()
        self.visit.wipe()
        self._shelter.close()

    def wait(self) -> None:
        """Wait until somebody ends it on the page; wipe what nobody uses meanwhile."""
        while not self._ended.wait(_LOOK_SECONDS):
            self.visit.wipe_if_unused()
            if not self._thread.is_alive():
                return


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # Not SO_REUSEADDR on Windows, where it would let another program share the port.
        listening.bind((_HOST, port))
        listening.listen(_WAITING)
    except OSError as error:
        listening.close()
        raise UsageError("port", {"port": str(port)}, error.strerror or "") from error
    return listening
