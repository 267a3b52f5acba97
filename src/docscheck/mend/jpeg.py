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
_ORIENTATION, _DETAILS, _EXPOSURE = 0x0112, 0x8769, 0x829A  # Exif 2.32
_SHORT, _LONG, _RATIONAL = 3, 4, 5
_KINDS = range(1, 13)
"""Of a tag; not every program writes an exposure as the fraction it should be."""
_EXIF = b"Exif\0\0"


def without_metadata(data: bytes, orientation: int = _UPRIGHT, *, by_camera: bool = False) -> bytes:
    """Give the same picture, with nothing about it but how it is turned.

    Args:
        data: a JPEG.
        orientation: Exif's value 1 to 8 to write.
        by_camera: write an exposure without a value, by which it is known for a photo.

    Raises:
        Unopenable: its segments cannot be followed to the end of the picture.
    """
    try:
        kept = b"".join(_kept(data))
    except (IndexError, struct.error) as error:
        raise Unopenable(Trouble.CORRUPT, "JPEG segments") from error
    exif = _exif(orientation, by_camera) if by_camera or orientation != _UPRIGHT else b""
    return b"\xff\xd8" + exif + kept


def is_by_camera(data: bytes) -> bool:
    """Say whether a JPEG tells of an exposure, in either order of bytes."""
    head = data[: data.find(bytes((0xFF, _SCAN)))]
    place = head.find(_EXIF)
    tags = (struct.pack(order, _EXPOSURE, kind) for order in ("<HH", ">HH") for kind in _KINDS)
    return place >= 0 and any(tag in head[place:] for tag in tags)


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


def _exif(orientation: int, by_camera: bool) -> bytes:
    """Write an Exif segment with the turn, and an exposure of 0/1 where that is wanted."""
    tags = [struct.pack("<HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)]
    if by_camera:
        # Header of 8 bytes, a directory of two entries with its count and end: the next is at 38.
        tags.append(struct.pack("<HHII", _DETAILS, _LONG, 1, 38))
    head = struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + b"".join(tags) + bytes(4)
    details = struct.pack("<HHHIIIII", 1, _EXPOSURE, _RATIONAL, 1, 56, 0, 0, 1)
    return _segment(0xE1, _EXIF + head + (details if by_camera else b""))
