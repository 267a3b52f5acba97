"""What a call to another machine raises in tests; `conftest` sees to it."""

from __future__ import annotations


class NetworkUsedError(Exception):
    """A test, or what it tests, called another machine; no handler of `OSError` swallows this."""
