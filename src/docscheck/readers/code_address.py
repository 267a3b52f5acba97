"""Where would a QR code lead? The host of the address in it, and nothing else of it.

Certificates carry the address at which the school confirms them, often with the student's number
or a key in it. Nobody is asked: no address is ever opened. Only the host is told; what identifies a
person stays in the code. Bytes are UTF-8 or, as ISO/IEC 18004 has it, ISO 8859-1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from docscheck.readers.interface import Barcode

_ADDRESS = re.compile(r"https?://(?:[^/?#\s@]*@)?(?P<host>[^/?#:\s@]{1,253})", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")


def hosts_of(codes: Iterable[Barcode]) -> tuple[str, ...]:
    """Give the hosts of the addresses in the codes, each once, in ASCII.

    >>> hosts_of([Barcode("qr", b"https://user:key@verif.univ.example/x?token=S3CRET", 1, None)])
    ('verif.univ.example',)
    """
    found = (_host(code.data) for code in codes)
    return tuple(dict.fromkeys(host for host in found if host))


def _host(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    address = _ADDRESS.match(text.strip())
    if address is None:
        return ""
    try:
        host = address["host"].rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return host if _HOST.fullmatch(host) else ""
