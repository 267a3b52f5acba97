"""PDF files whose structure is wrong, endless, or larger than it looks."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator

import pikepdf

from tests.hostile.kind import Kind, file_kinds
from tests.hostile.raw_pdf import (
    CATALOGUE,
    FONT,
    PAGE,
    PAGES,
    certificate,
    flate,
    objects,
    print_of,
    stream,
    whole,
    with_catalogue,
    with_page,
    with_resources,
    zeros,
)

_GIB = 1024
_CLEAR = b"/a Do\n"


def _pages(kids: str, count: int = 1, **more: bytes) -> bytes:
    made = objects()
    made[2] = f"<< /Type /Pages /Kids {kids} /Count {count} >>".encode()
    made.update({int(name[1:]): body for name, body in more.items()})
    return whole(made)


def _deep_tree(depth: int) -> bytes:
    made = objects()
    made[2] = b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>"
    for level in range(depth):
        parent = 2 if level == 0 else 5 + level
        kid = 3 if level == depth - 1 else 7 + level
        made[6 + level] = (
            f"<< /Type /Pages /Parent {parent} 0 R /Kids [{kid} 0 R] /Count 1 >>".encode()
        )
    made[3] = PAGE.replace(b"/Parent 2 0 R", f"/Parent {5 + depth} 0 R".encode())
    return whole(made)


def _doubling_tree(levels: int) -> bytes:
    """Each node names the next twice: 2 to the power of `levels` pages in a few objects."""
    made = objects()
    made[2] = f"<< /Type /Pages /Kids [6 0 R 6 0 R] /Count {2 ** (levels + 1)} >>".encode()
    for level in range(levels):
        kid = 3 if level == levels - 1 else 7 + level
        made[6 + level] = (
            f"<< /Type /Pages /Kids [{kid} 0 R {kid} 0 R] /Count {2 ** (levels - level)} >>".encode()
        )
    return whole(made)


def _many_pages(count: int) -> bytes:
    made = objects()
    kids = " ".join(f"{6 + n} 0 R" for n in range(count))
    made[2] = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()
    made.update({6 + n: PAGE for n in range(count)})
    return whole(made)


def _box(box: str, more: str = "") -> bytes:
    made = objects()
    made[3] = PAGE.replace(b"[0 0 595 842]", box.encode()).replace(
        b"/Contents", f"{more} /Contents".encode()
    )
    return whole(made)


def _packed(content: bytes, filters: str) -> bytes:
    made = objects()
    made[4] = stream(content, f"/Filter {filters}")
    return whole(made)


def _twice_deflated(mebibytes: int) -> bytes:
    return _packed(zlib.compress(zeros(mebibytes, b" "), 9), "[/FlateDecode /FlateDecode]")


def _hex_then_flate(mebibytes: int) -> bytes:
    return _packed(zeros(mebibytes, b" ").hex().encode() + b">", "[/ASCIIHexDecode /FlateDecode]")


def _lzw_bomb(codes: int) -> bytes:
    """LZW (ISO 32000-2, 7.4.4): each code one byte longer than the last, cleared before 4,096."""
    bits = bytearray()
    held = count = 0

    def put(code: int, width: int) -> None:
        nonlocal held, count
        held, count = (held << width) | code, count + width
        while count >= 8:
            bits.append((held >> (count - 8)) & 255)
            count -= 8
            held &= (1 << count) - 1

    for _ in range(codes):
        put(256, 9)
        put(32, 9)
        for number in range(258, 4090):
            width = 9 if number < 511 else 10 if number < 1023 else 11 if number < 2047 else 12
            put(number, width)
    put(257, 12)
    put(0, 7)
    return _packed(bytes(bits), "/LZWDecode")


def _run_lengths(mebibytes: int) -> bytes:
    return _packed(b"\x81 " * (mebibytes * 8192) + b"\x80", "/RunLengthDecode")


def _object_stream(data: bytes, entries: str) -> bytes:
    made = objects()
    made[6] = stream(data, f"/Type /ObjStm {entries} /Filter /FlateDecode")
    return whole(made)


def _cross_reference_stream(rows: bytes, entries: str, root: str = "/Root 1 0 R") -> bytes:
    made = objects()
    out = bytearray(b"%PDF-1.7\n")
    for number, body in made.items():
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += b"9 0 obj\n" + stream(rows, f"/Type /XRef {root} {entries} /Filter /FlateDecode")
    out += f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _nested_forms(levels: int, times: int) -> bytes:
    """A form that draws the next one `times` times, and so on."""
    made = objects(b"/X0 Do")
    made[3] = PAGE.replace(b"/F0 5 0 R >>", b"/F0 5 0 R >> /XObject << /X0 6 0 R >>")
    for level in range(levels):
        last = level == levels - 1
        body = b"0 0 1 1 re f\n" * times if last else f"/X{level + 1} Do\n".encode() * times
        below = "" if last else f"/Resources << /XObject << /X{level + 1} {7 + level} 0 R >> >>"
        made[6 + level] = stream(body, f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {below}")
    return whole(made)


def _ring_of_forms() -> bytes:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X0 {} 0 R >> >>"
    return with_resources(
        "/XObject << /X0 6 0 R >>",
        b"/X0 Do",
        o6=stream(b"/X0 Do", form.format(7)),
        o7=stream(b"/X0 Do", form.format(6)),
    )


def _ring_of_masks() -> bytes:
    state = "/ExtGState << /G0 << /SMask << /S /Luminosity /G 6 0 R >> >> >>"
    group = (
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
        f" /Group << /S /Transparency /CS /DeviceGray >> /Resources << {state} >>"
    )
    return with_resources(
        state, b"/G0 gs 0 0 595 842 re f", o6=stream(b"/G0 gs 0 0 500 500 re f", group)
    )


def _tiling(step: str) -> bytes:
    cell = f"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 2 2] /XStep {step} /YStep {step} /Resources << >>"
    return with_resources(
        "/Pattern << /P0 6 0 R >>",
        b"/Pattern cs /P0 scn 0 0 595 842 re f",
        o6=stream(b"0 0 1 1 re f", cell),
    )


def _tiling_in_tiling() -> bytes:
    cell = "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources << /Pattern << /P0 {} 0 R >> >>"
    body = b"/Pattern cs /P0 scn 0 0 9 9 re f"
    return with_resources(
        "/Pattern << /P0 6 0 R >>",
        b"/Pattern cs /P0 scn 0 0 595 842 re f",
        o6=stream(body, cell.format(7)),
        o7=stream(body, cell.format(6)),
    )


def _function_shading(steps: int) -> bytes:
    program = b"{ " + b"sin cos exch sin cos exch " * steps + b"pop dup dup }"
    return with_resources(
        "/Shading << /S0 6 0 R >>",
        b"595 0 0 842 0 0 cm /S0 sh",
        o6=b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 7 0 R >>",
        o7=stream(program, "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]"),
    )


def _mesh_shading(triangles: int) -> bytes:
    corner = struct.pack(">BHHBBB", 0, 0, 0, 9, 9, 9) + struct.pack(">BHHBBB", 0, 65535, 9, 9, 9, 9)
    corner += struct.pack(">BHHBBB", 0, 9, 65535, 9, 9, 9)
    return with_resources(
        "/Shading << /S0 6 0 R >>",
        b"/S0 sh",
        o6=flate(
            corner * triangles,
            "/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 16 /BitsPerComponent 8"
            " /BitsPerFlag 8 /Decode [0 595 0 842 0 1 0 1 0 1]",
        ),
    )


def _image(width: int, height: int, data: bytes, filters: str, more: str = "") -> bytes:
    return with_resources(
        "/XObject << /I0 6 0 R >>",
        b"q 595 0 0 842 0 0 cm /I0 Do Q",
        o6=stream(
            data,
            f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8"
            f" /ColorSpace /DeviceGray {filters} {more}",
        ),
    )


def _encrypted(revision: int, user: str, *, aes: bool = False) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(certificate())) as pdf:
        encryption = pikepdf.Encryption(
            owner="owner", user=user, R=revision, aes=aes, metadata=revision >= 4
        )
        pdf.save(out, encryption=encryption, deterministic_id=False, static_id=True)
    return out.getvalue()


def _foreign_encryption() -> bytes:
    made = objects()
    made[6] = b"<< /Filter /Vendor.Secret /V 4 /Length 128 >>"
    return whole(made, trailer="/Encrypt 6 0 R /ID [<00> <00>]")


def _update(name: str) -> bytes:
    """An incremental update that writes another name on the page."""
    first = certificate()
    changed = stream(print_of().replace(b"Amina TESTARD", name.encode()))
    place = len(first)
    body = b"4 0 obj\n" + changed + b"\nendobj\n"
    old = first.rindex(b"xref\n0")
    table = f"xref\n4 1\n{place:010} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev {old} >>\n"
    return first + body + table.encode() + f"startxref\n{place + len(body)}\n%%EOF\n".encode()


def _ring_of_updates() -> bytes:
    made = certificate()
    return made.replace(
        b"/Root 1 0 R", f"/Root 1 0 R /Prev {made.rindex(b'xref' + bytes([10]) + b'0')}".encode()
    )


def _many_objects(count: int) -> bytes:
    made = objects()
    made.update({6 + n: b"null" for n in range(count)})
    return whole(made)


def _font_bomb() -> bytes:
    made = objects()
    made[5] = (
        FONT[:-2] + b"/FontDescriptor << /Type /FontDescriptor /FontName /A /FontFile2 6 0 R >> >>"
    )
    made[6] = stream(zeros(_GIB), "/Filter /FlateDecode /Length1 1073741824")
    return whole(made)


def _map_bomb() -> bytes:
    made = objects()
    made[5] = FONT[:-2] + b"/ToUnicode 6 0 R >>"
    made[6] = stream(zeros(_GIB, b" "), "/Filter /FlateDecode")
    return whole(made)


def _form_bomb() -> bytes:
    return with_resources(
        "/XObject << /X0 6 0 R >>",
        b"/X0 Do",
        o6=stream(zeros(_GIB, b" "), "/Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode"),
    )


def _appearance_bomb() -> bytes:
    return with_page(
        "/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 6 0 R >> >>]",
        o6=stream(zeros(_GIB, b" "), "/Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode"),
    )


def _profile_bomb() -> bytes:
    return with_resources(
        "/ColorSpace << /C0 [/ICCBased 6 0 R] >>",
        b"/C0 cs 0.5 sc 0 0 99 99 re f",
        o6=stream(zeros(_GIB), "/N 1 /Filter /FlateDecode"),
    )


MAKERS: dict[str, Callable[[], bytes]] = {
    "loop-in-page-tree": lambda: _pages("[3 0 R 2 0 R]", 2),
    "loop-in-parents": lambda: with_page("/Parent 3 0 R"),
    "kids-not-an-array": lambda: _pages("3 0 R"),
    "kids-empty": lambda: _pages("[]", 0),
    "kids-null": lambda: _pages("[null 9 0 R (x) 42]", 4),
    "count-negative": lambda: _pages("[3 0 R]", -1),
    "count-2-billion": lambda: _pages("[3 0 R]", 2_147_483_647),
    "count-says-no-page": lambda: _pages("[3 0 R]", 0),
    "pages-missing": lambda: whole({**objects(), 1: b"<< /Type /Catalog >>"}),
    "catalogue-missing": lambda: whole({**objects(), 1: b"null"}),
    "catalogue-is-page": lambda: whole({**objects(), 1: PAGE}),
    "tree-63-deep": lambda: _deep_tree(60),
    "tree-80-deep": lambda: _deep_tree(80),
    "tree-500-deep": lambda: _deep_tree(500),
    "tree-20000-deep": lambda: _deep_tree(20_000),
    "tree-doubling-30-times": lambda: _doubling_tree(30),
    "pages-250": lambda: _many_pages(250),
    "pages-2500": lambda: _many_pages(2_500),
    "xref-wrong-places": lambda: whole(objects(), gap=11),
    "xref-points-at-itself": lambda: certificate().replace(b"startxref\n", b"startxref\n9"),
    "xref-missing": lambda: certificate().split(b"xref\n")[0] + b"%%EOF\n",
    "xref-ring": _ring_of_updates,
    "xref-claims-2-billion-rows": lambda: certificate().replace(
        b"xref\n0 6", b"xref\n0 2147483647"
    ),
    "xref-stream-1-gib": lambda: _cross_reference_stream(zeros(_GIB), "/Size 6 /W [1 2 1]"),
    "xref-stream-wide-rows": lambda: _cross_reference_stream(
        zlib.compress(bytes(400)), "/Size 6 /W [1 99999999 1]"
    ),
    "xref-stream-index-huge": lambda: _cross_reference_stream(
        zlib.compress(bytes(400)), "/Size 6 /W [1 2 1] /Index [0 2147483647]"
    ),
    "trailer-size-huge": lambda: certificate().replace(b"/Size 6", b"/Size 2147483647"),
    "object-stream-1-gib": lambda: _object_stream(zeros(_GIB), "/N 1 /First 10"),
    "object-stream-in-itself": lambda: _object_stream(
        zlib.compress(b"6 0 << >>"), "/N 1 /First 4 /Extends 6 0 R"
    ),
    "object-stream-claims-millions": lambda: _object_stream(
        zlib.compress(b"7 0 << >>"), "/N 99999999 /First 99999999"
    ),
    "objects-310000": lambda: _many_objects(310_000),
    "contents-ring": lambda: whole({**objects(), 4: b"[4 0 R 4 0 R]"}),
    "contents-100000-times": lambda: whole(
        {**objects(), 4: b"[" + b"6 0 R " * 100_000 + b"]", 6: stream(b"0 0 1 1 re f\n")}
    ),
    "contents-flate-1-gib": lambda: _packed(zeros(_GIB, b" "), "/FlateDecode"),
    "contents-flate-100-mib-strokes": lambda: _packed(
        zlib.compress(b"0 0 m 500 700 l S\n" * 5_800_000, 9), "/FlateDecode"
    ),
    "contents-flate-in-flate": lambda: _twice_deflated(_GIB),
    "contents-hex-then-flate": lambda: _hex_then_flate(256),
    "contents-lzw-bomb": lambda: _lzw_bomb(12),
    "contents-run-lengths": lambda: _run_lengths(100),
    "contents-30-filters": lambda: _packed(b"x", "[" + "/FlateDecode " * 30 + "]"),
    "contents-unknown-filter": lambda: _packed(b"x", "/NoSuchDecode"),
    "contents-damaged-flate": lambda: _packed(
        zlib.compress(print_of())[:60] + b"\xff" * 60, "/FlateDecode"
    ),
    "contents-missing": lambda: whole({k: v for k, v in objects().items() if k != 4}),
    "contents-a-number": lambda: whole({**objects(), 4: b"42"}),
    "contents-million-q": lambda: _packed(zlib.compress(b"q " * 1_000_000, 9), "/FlateDecode"),
    "contents-nested-arrays": lambda: certificate(b"[" * 100_000),
    "contents-deep-dictionaries": lambda: with_page("/X " + "<</A " * 20_000 + "0" + ">>" * 20_000),
    "contents-1-million-strokes": lambda: _packed(
        zlib.compress(b"0 0 m 590 840 l S\n" * 1_200_000, 9), "/FlateDecode"
    ),
    "contents-5-mb-of-text": lambda: _packed(
        zlib.compress(b"BT /F0 9 Tf 9 400 Td (aaaa bbbb) Tj ET\n" * 120_000, 9), "/FlateDecode"
    ),
    "contents-length-short": lambda: whole({**objects(), 4: stream(print_of(), length="9")}),
    "contents-length-long": lambda: whole({**objects(), 4: stream(print_of(), length="999999")}),
    "contents-length-negative": lambda: whole({**objects(), 4: stream(print_of(), length="-1")}),
    "contents-length-ring": lambda: whole({**objects(), 4: stream(print_of(), length="4 0 R")}),
    "font-flate-1-gib": _font_bomb,
    "unicode-map-1-gib": _map_bomb,
    "form-flate-1-gib": _form_bomb,
    "appearance-flate-1-gib": _appearance_bomb,
    "colour-profile-1-gib": _profile_bomb,
    "metadata-1-gib": lambda: with_catalogue(
        "/Metadata 6 0 R", o6=stream(zeros(_GIB, b" "), "/Type /Metadata /Filter /FlateDecode")
    ),
    "box-empty": lambda: _box("[0 0 0 0]"),
    "box-reversed": lambda: _box("[595 842 0 0]"),
    "box-legal-maximum": lambda: _box("[0 0 14400 14400]"),
    "box-huge": lambda: _box("[0 0 99999999 99999999]"),
    "box-user-unit": lambda: _box("[0 0 14400 14400]", "/UserUnit 75000"),
    "box-tiny": lambda: _box("[0 0 1 1]"),
    "box-sliver": lambda: _box("[0 0 18 14400]"),
    "box-not-numbers": lambda: _box("[(a) /b null <<>>]"),
    "box-three-numbers": lambda: _box("[0 0 595]"),
    "box-infinite": lambda: _box("[0 0 1e400 -1e400]"),
    "box-far-away": lambda: _box("[9000000 9000000 9000595 9000842]"),
    "box-missing": lambda: _box("null"),
    "rotate-odd": lambda: with_page("/Rotate 45"),
    "rotate-huge": lambda: with_page("/Rotate 90000000090"),
    "forms-nested-9-times-9": lambda: _nested_forms(9, 9),
    "forms-ring": _ring_of_forms,
    "masks-ring": _ring_of_masks,
    "tiling-tiny-steps": lambda: _tiling("0.002"),
    "tiling-no-steps": lambda: _tiling("0"),
    "tiling-in-tiling": _tiling_in_tiling,
    "shading-long-function": lambda: _function_shading(4_000),
    "shading-many-triangles": lambda: _mesh_shading(300_000),
    "image-65500-square-dct": lambda: _image(
        65_500, 65_500, b"\xff\xd8\xff\xd9", "/Filter /DCTDecode"
    ),
    "image-claims-60000-square": lambda: _image(60_000, 60_000, zeros(4), "/Filter /FlateDecode"),
    "image-small-flate-1-gib": lambda: _image(10, 10, zeros(_GIB), "/Filter /FlateDecode"),
    "image-negative-sides": lambda: _image(-5, -5, b"x", ""),
    "image-mask-of-itself": lambda: _image(8, 8, bytes(64), "", "/SMask 6 0 R"),
    "image-jbig2-damaged": lambda: _image(2_000, 2_000, b"\0" * 99, "/Filter /JBIG2Decode"),
    "image-jpx-damaged": lambda: _image(
        2_000, 2_000, b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0" * 99, "/Filter /JPXDecode"
    ),
    "image-ccitt-endless": lambda: _image(
        60_000,
        800,
        b"\xff" * 99,
        "/Filter /CCITTFaxDecode",
        "/DecodeParms << /K -1 /Columns 60000 >>",
    ),
    "encrypted-rc4-user": lambda: _encrypted(3, "user"),
    "encrypted-aes-256-user": lambda: _encrypted(6, "user", aes=True),
    "encrypted-aes-128-owner": lambda: _encrypted(4, "", aes=True),
    "encrypted-unknown-handler": _foreign_encryption,
    "update-rewrites-name": lambda: _update("Bob FAUSSAIRE"),
    "keys-repeated": lambda: with_page("/Contents 6 0 R /Contents 4 0 R", o6=stream(b"")),
    "objects-repeated": lambda: certificate().replace(
        b"5 0 obj", b"4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n5 0 obj"
    ),
    "object-numbers-huge": lambda: certificate().replace(b"4 0 R", b"99999999999999999999 0 R"),
    "names-with-zero-bytes": lambda: with_page("/A#00B /C#00"),
    "string-10-mb": lambda: with_catalogue("/X (" + "a" * 10_000_000 + ")"),
    "comment-10-mb": lambda: certificate().replace(
        b"xref\n0", b"%" + b"a" * 10_000_000 + b"\nxref\n0"
    ),
    "junk-1000-bytes-before": lambda: b"x" * 1000 + certificate(),
    "junk-5000-bytes-before": lambda: b"x" * 5000 + certificate(),
    "version-99": lambda: whole(objects(), version="99.9"),
    "only-catalogue": lambda: whole({1: CATALOGUE, 2: PAGES}),
}


def kinds() -> Iterator[Kind]:
    yield from file_kinds("structure", "pdf", MAKERS)
