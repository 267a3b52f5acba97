"""What kind of file is this, from its first bytes? The name is never asked.

libmagic answers through python-magic; puremagic where libmagic is absent. A PDF may legally have
up to 1024 bytes of junk before its header (ISO 32000-1, annex H.3.4.1), which both miss.
Runs in the worker: libmagic has hung on hostile files before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

_HEAD_BYTES = 4096
_PDF_HEADER_WITHIN = 1024
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def media_type_of(data: bytes) -> str | None:
    """Give the media type (RFC 6838) of a file's content; `None` for an empty file."""
    if not data:
        return None
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "image/heic"
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return "application/pdf"
    # An office document is a .zip: libmagic has to look further in to tell them apart.
    head = data if data[:2] == b"PK" else data[:_HEAD_BYTES]
    return _sniffer()(head)


@lru_cache(maxsize=1)
def _sniffer() -> Callable[[bytes], str | None]:
    try:
        import magic

        kept = magic.Magic(mime=True)
    except (ImportError, OSError):
        return _with_puremagic
    return lambda head: str(kept.from_buffer(head))


def _with_puremagic(head: bytes) -> str | None:
    import puremagic

    try:
        return puremagic.from_string(head, mime=True) or "application/octet-stream"
    except (puremagic.PureError, ValueError):
        return "application/octet-stream"
