"""What a call to another machine raises in tests; `conftest` sees to it."""

from __future__ import annotations


class OwnServer:
    """Whether this test may speak to a server of ours on this machine (`own_server`)."""

    allowed = False


class NetworkUsedError(Exception):
    """A test, or what it tests, called another machine; no handler of `OSError` swallows this."""
