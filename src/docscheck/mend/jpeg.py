"""A JPEG without what does not show: place, camera, previews, comments; its picture data untouched.

Works on the segments of ISO/IEC 10918-1 (annex B) and decodes nothing. Kept are what decoding
needs, the colour profile (ICC.1, annex B.4) and Adobe's mark of the colour transform. What follows
the end of the picture goes too: telephones put a second picture or a film there.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from docscheck.losses import Trouble
from docscheck.pages.interface import Unopenable

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment."""
_APPLICATIONS = range(0xE0, 0xF0)
_COMMENT = 0xFE
_JFIF, _PROFILE, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_BYTES = 14
"""Without its thumbnail."""
_UPRIGHT = 1
_ORIENTATION = 0x0112  # Exif 2.32
_SHORT = 3


def without_metadata(data: bytes, orientation: int = _UPRIGHT) -> bytes:
    """Give the same picture, with nothing about it but how it is turned.

    Args:
        data: a JPEG.
        orientation: Exif's value 1 to 8 to write; 1 writes no Exif at all.

    Raises:
        Unopenable: its segments cannot be followed to the end of the picture.
    """
    try:
        kept = b"".join(_kept(data))
    except (IndexError, struct.error) as error:
        raise Unopenable(Trouble.CORRUPT, "JPEG segments") from error
    exif = _exif(orientation) if orientation != _UPRIGHT else b""
    return b"\xff\xd8" + exif + kept


def _kept(data: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        at, marker = _next_marker(data, at)
        if marker == _END:
            yield b"\xff\xd9"
            return
        if marker in _ALONE or marker == _START:
            continue
        (length,) = struct.unpack_from(">H", data, at)
        if length < 2 or at + length > len(data):
            raise IndexError(at)
        body = data[at + 2 : at + length]
        at += length
        if _stays(marker, body):
            yield _segment(marker, body)
        if marker == _SCAN:
            end = _end_of_scan(data, at)
            yield data[at:end]
            at = end


def _next_marker(data: bytes, at: int) -> tuple[int, int]:
    """Give what stands after the next marker, and the marker; fill bytes before it are passed."""
    at = data.find(b"\xff", at)
    if at < 0:
        raise IndexError(at)
    while data[at] == 0xFF:
        at += 1
    return at + 1, data[at]


def _end_of_scan(data: bytes, at: int) -> int:
    """Find the marker that ends the coded data: no stuffed byte, no restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise IndexError(at)
        follower = data[at + 1]
        if follower and follower != 0xFF and follower not in _ALONE:
            return at
        at += 1 if follower == 0xFF else 2


def _stays(marker: int, body: bytes) -> bool:
    if marker == _COMMENT:
        return False
    return marker not in _APPLICATIONS or body.startswith((_JFIF, _PROFILE, _ADOBE))


def _segment(marker: int, body: bytes) -> bytes:
    if marker in _APPLICATIONS and body.startswith(_JFIF):
        body = body[: _JFIF_BYTES - 2] + b"\0\0"
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _exif(orientation: int) -> bytes:
    """Write an Exif segment with the one tag that matters."""
    tag = struct.pack("<HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    body = b"Exif\0\0" + struct.pack("<2sHIH", b"II", 42, 8, 1) + tag + bytes(4)
    return _segment(0xE1, body)
