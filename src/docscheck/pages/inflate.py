"""How large is a stream once unpacked, without ever holding it: the bounded inflater of R6.

Flate, LZW, run lengths, ASCII-hex and base 85 (ISO 32000-2, 7.4), one after another, as a PDF names
them. Any other filter makes a picture, whose size its header tells.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator, Sequence

_PIECE = 1 << 16
_SWELLS = 1_032
"""Flate packs at best so many bytes in one (RFC 1951: 258 bytes in two bits)."""
_LZW_MOST = 3_640
"""One code of 9 bits stands for at most 4,096 bytes."""
_SHORT_NAMES = {
    "/Fl": "/FlateDecode",
    "/LZW": "/LZWDecode",
    "/RL": "/RunLengthDecode",
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
}
_MOST_FILTERS = 8
"""Honest streams have two."""


class TooLargeError(Exception):
    """The stream unpacks to more than the limit."""


def check_size(raw: bytes, filters: Sequence[str], limit: int) -> int:
    """Give the size of a stream unpacked, without keeping more than the limit of it.

    What cannot be unpacked counts as it is: readers stop there too.

    Raises:
        TooLargeError: more than `limit` bytes, on the way or at the end, or too many filters.
    """
    if len(filters) > _MOST_FILTERS:
        raise TooLargeError(f"{len(filters)} filters")
    size, data = len(raw), raw
    for number, given in enumerate(filters, start=1):
        name = _SHORT_NAMES.get(given, given)
        last = number == len(filters)
        if name == "/FlateDecode":
            if last and len(data) * _SWELLS <= limit:
                return len(data) * _SWELLS
            pieces = _inflated(data)
        elif name == "/RunLengthDecode":
            pieces = _runs(data)
        elif name == "/ASCIIHexDecode":
            pieces = iter((_from_hex(data),))
        elif name == "/ASCII85Decode":
            pieces = iter((_from_base_85(data),))
        elif name == "/LZWDecode":
            size = _lzw_size(data, limit)
            if size > limit or not last:
                raise TooLargeError("LZW")
            return size
        else:
            return size
        size, data = _gathered(pieces, limit, keep=not last)
    return size


def _gathered(pieces: Iterator[bytes], limit: int, *, keep: bool) -> tuple[int, bytes]:
    size, kept = 0, list[bytes]()
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise TooLargeError(f"more than {limit} bytes")
        if keep:
            kept.append(piece)
    return size, b"".join(kept)


def _inflated(data: bytes) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    try:
        # A piece at a time goes in, too: what is not taken yet is copied with every piece that
        # comes out.
        for start in range(0, len(data), _PIECE):
            rest = data[start : start + _PIECE]
            while rest and not inflater.eof:
                yield inflater.decompress(rest, _PIECE)
                rest = inflater.unconsumed_tail
    except zlib.error:
        return


def _runs(data: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(data) and data[place] != 128:
        length = data[place]
        if length < 128:
            yield data[place + 1 : place + 2 + length]
            place += length + 2
        else:
            yield data[place + 1 : place + 2] * (257 - length)
            place += 2


def _from_hex(data: bytes) -> bytes:
    digits = bytes(c for c in data.partition(b">")[0] if c in b"0123456789abcdefABCDEF")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _from_base_85(data: bytes) -> bytes:
    try:
        return base64.a85decode(data.partition(b"~")[0].strip())
    except ValueError:
        return b""


def _lzw_size(data: bytes, limit: int) -> int:
    """Add up the lengths that the codes stand for (ISO 32000-2, 7.4.4), early change assumed."""
    if len(data) * _LZW_MOST <= limit:
        return len(data) * _LZW_MOST
    lengths, size, width, last = [1] * 258, 0, 9, 0
    held = count = 0
    for byte in data:
        held, count = ((held << 8) | byte) & 0xFFFFFF, count + 8
        if count < width:
            continue
        count -= width
        code = (held >> count) & ((1 << width) - 1)
        if code == 256:
            del lengths[258:]
            width, last = 9, 0
            continue
        if code == 257:
            break
        length = lengths[code] if code < len(lengths) else last + 1
        if last and len(lengths) < 4_096:
            lengths.append(last + 1)
        size, last = size + length, length
        width = min(12, max(9, (len(lengths) + 1).bit_length()))
        if size > limit:
            break
    return size
