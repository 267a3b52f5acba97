"""How do files come in? As multipart/form-data (RFC 7578), written piece by piece as they arrive.

The key of the form comes first: without it no file is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect, Request

from docscheck.web.drawer import Drawer, Incoming

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

KEY = "csrf"
_MAX_KEY_BYTES = 200


class NotAFormError(Exception):
    """The body is no form of ours, or its key is wrong."""


async def take_files(request: Request, drawer: Drawer, is_key: Callable[[str], bool]) -> None:
    """Put the files of a request into the drawer.

    Raises:
        NotAFormError: it is none of ours; what came before stays.
        ClientDisconnect: the browser left; what had arrived whole stays.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or b"boundary" not in options:
        raise NotAFormError
    parts = _Parts(drawer, is_key)
    try:
        parser = MultipartParser(options[b"boundary"], parts.callbacks)
        async for piece in request.stream():
            parser.write(piece)
        parser.finalize()
    except (FormParserError, ClientDisconnect) as error:
        raise NotAFormError from error
    finally:
        parts.close()
    if not parts.admitted or not parts.is_whole:
        raise NotAFormError


class _Parts:
    """The parts of one body, as the parser tells of them."""

    def __init__(self, drawer: Drawer, is_key: Callable[[str], bool]) -> None:
        self._drawer = drawer
        self._is_key = is_key
        self._headers: dict[bytes, bytes] = {}
        self._name, self._value = b"", b""
        self._field = b""
        self._key: bytes | None = None
        self._incoming: Incoming | None = None
        self.admitted = False
        self.is_whole = False
        """The end of the form was seen."""
        self.callbacks: MultipartCallbacks = {
            "on_part_begin": self._begin,
            "on_header_field": self._header_name,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_headers_finished": self._headers_end,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._whole,
        }

    def close(self) -> None:
        """Leave nothing of a file that did not arrive whole."""
        if self._incoming is not None:
            self._incoming.abandon()
            self._incoming = None

    def _whole(self) -> None:
        self.is_whole = True

    def _begin(self) -> None:
        self._headers, self._name, self._value = {}, b"", b""
        self._key = None

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        self._headers[self._name.lower()] = self._value
        self._name, self._value = b"", b""

    def _headers_end(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        if options.get(b"name") == KEY.encode():
            self._key = b""
            return
        given = options.get(b"filename", b"").decode("utf-8", "replace")
        if not self.admitted:
            raise NotAFormError
        # A file field in which nothing was chosen is sent as a file without a name.
        self._incoming = self._drawer.take(given) if given else None

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._incoming is not None:
            self._incoming.write(data[start:end])
        elif self._key is not None:
            self._key = (self._key + data[start:end])[:_MAX_KEY_BYTES]

    def _end(self) -> None:
        if self._key is not None:
            self.admitted = self._is_key(self._key.decode("ascii", "replace"))
        if self._incoming is not None:
            self._incoming.finish()
            self._incoming = None
