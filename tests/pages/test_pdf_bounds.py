"""Limits of R6: what is refused before a library unpacks, walks or draws it, and what is not."""

from __future__ import annotations

import time
import zlib
from random import Random

import pytest

from docscheck.losses import Trouble
from docscheck.pages import open_file
from docscheck.pages.inflate import TooLargeError, check_size
from docscheck.pages.interface import Limits, Unopenable
from tests.hostile import controls, structure

PDF = "application/pdf"
LIMITED = (
    "xref-stream-1-gib",
    "object-stream-1-gib",
    "font-flate-1-gib",
    "unicode-map-1-gib",
    "form-flate-1-gib",
    "appearance-flate-1-gib",
    "colour-profile-1-gib",
    "metadata-1-gib",
    "contents-flate-1-gib",
    "contents-hex-then-flate",
    "contents-run-lengths",
    "contents-30-filters",
    "contents-1-million-strokes",
    "forms-nested-9-times-9",
    "masks-ring",
    "tiling-tiny-steps",
    "tiling-in-tiling",
    "shading-long-function",
    "tree-80-deep",
    "image-65500-square-dct",
)


def first_pixels(data: bytes) -> None:
    opened = open_file(data, PDF, Limits())
    try:
        next(iter(opened.pages())).raster()
    finally:
        opened.close()


@pytest.mark.parametrize("name", LIMITED)
def test_over_a_limit_is_refused_as_that(name: str) -> None:
    with pytest.raises(Unopenable) as caught:
        first_pixels(structure.MAKERS[name]())
    assert caught.value.trouble is Trouble.LIMIT


@pytest.mark.parametrize(
    "name",
    [
        *("form-in-form.pdf", "tiled-background.pdf", "soft-mask.pdf", "object-streams.pdf"),
        *("linearized.pdf", "updated.pdf", "two-pages.pdf"),
    ],
)
def test_honest_pages_are_drawn(name: str) -> None:
    first_pixels(controls.PLAIN[name]())


def test_a_page_tree_of_sixty_levels_is_honest() -> None:
    first_pixels(structure.MAKERS["tree-63-deep"]())


def test_a_tree_that_names_a_node_twice_ends() -> None:
    with pytest.raises(Unopenable) as caught:
        first_pixels(structure.MAKERS["tree-doubling-30-times"]())
    assert caught.value.trouble in (Trouble.CORRUPT, Trouble.LIMIT)


@pytest.mark.parametrize(
    ("raw", "filters", "size"),
    [
        (b"abc", [], 3),
        (zlib.compress(bytes(99_999)), ["/FlateDecode", "/DCTDecode"], 99_999),
        (zlib.compress(zlib.compress(bytes(99_999))).hex().encode() + b">",
         ["/AHx", "/Fl", "/Fl", "/JPXDecode"], 99_999),
        (b"\x02abc\xfex\x80", ["/RunLengthDecode"], 6),
        (b"87cURD]i,\"Ebo80~>", ["/ASCII85Decode"], 12),
        (b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01" + bytes(20_000), ["/LZW", "/DCTDecode"], None),
    ],
)  # fmt: skip
def test_the_size_of_a_stream_unpacked(raw: bytes, filters: list[str], size: int | None) -> None:
    if size is None:
        with pytest.raises(TooLargeError):
            check_size(raw, filters, 10)
    else:
        assert check_size(raw, filters, 1_000_000) == size


def test_lzw_is_counted_code_by_code() -> None:
    # The example of ISO 32000-2, 7.4.4.2: 45 45 45 45 45 65 45 45 45 66.
    packed = bytes.fromhex("800B6050220C0C8501")
    assert check_size(packed + bytes(100), ["/LZWDecode"], 20_000) >= 10
    with pytest.raises(TooLargeError):
        check_size(packed * 4, ["/LZWDecode", "/FlateDecode"], 20)


def test_bytes_that_do_not_pack_are_gone_through_once() -> None:
    packed = zlib.compress(Random(1).randbytes(45_000_000), 1)
    started = time.process_time()
    assert check_size(packed, ["/FlateDecode"], 64_000_000) == 45_000_000
    assert time.process_time() - started < 2.0  # 0.02 s; 5 s when the rest was copied each time
