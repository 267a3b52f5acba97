"""The answer of a worker is somebody else's word: its shape and bounds are held on arrival."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import docscheck
from docscheck.document import (
    Box,
    Classification,
    Container,
    Examined,
    Field,
    Measures,
    Origin,
    Page,
    PagePicture,
    Part,
    Side,
    Source,
    Standing,
)
from docscheck.errors import ComponentMissingError
from docscheck.worker.hardening import Measure, State
from docscheck.worker.protocol import Reply, Request, decode_reply, encode_reply

TYPES = frozenset({"passport", "rib"})
REQUEST = Request("4f2a", "pdf", 60.0)
GUESS = Classification("passport", 0.9, "rib", 0.2)
FIELD = Field("surname", "MARTIN", 1, Box(0.1, 0.2, 0.3, 0.4), 0.9, Source.OCR, Standing.READ)
HONEST = Reply(
    "application/pdf",
    Examined(
        Container(1),
        (Page(1, 1240, 1754, Origin.SCAN, 150.0, 0, Source.OCR, Measures(), GUESS),),
        (Part((1,), GUESS, Side.WHOLE, (FIELD,)),),
    ),
    {"ocr": "tesseract 5"},
)
SENT = encode_reply(HONEST, REQUEST, {Measure.NO_TCP: State.ON})


def decode(payload: bytes) -> Reply:
    return decode_reply(payload, REQUEST.token, TYPES)


def test_an_honest_answer_comes_as_it_was_sent() -> None:
    reply = decode(SENT)
    assert reply.examined == HONEST.examined
    assert reply.isolation == {Measure.NO_TCP: State.ON}


@pytest.mark.parametrize(
    "picture",
    [
        PagePicture(1, b"<svg onload='alert(1)'/>", 700, 990),
        PagePicture(2, b"\xff\xd8\xff\xe0", 700, 990),
        PagePicture(1, b"\xff\xd8\xff" + bytes(400_000), 700, 990),
        PagePicture(1, b"\xff\xd8\xff\xe0", 0, 990),
        PagePicture(1, b"\xff\xd8\xff\xe0", 700, 99_000),
    ],
)
def test_a_picture_is_a_small_jpeg_of_a_page_that_is_there(picture: PagePicture) -> None:
    good = replace(HONEST, pictures=(PagePicture(1, b"\xff\xd8\xff\xe0", 700, 990),))
    assert decode(encode_reply(good, REQUEST, {})).pictures == good.pictures
    with pytest.raises(ValueError, match=r"picture|`bytes`|Expected"):
        decode(encode_reply(replace(HONEST, pictures=(picture,)), REQUEST, {}))


def test_print_that_runs_over_the_edge_ends_at_it() -> None:
    over = Field("surname", "M", 1, Box(-0.01, 0.2, 1.2, 0.4), 0.9, Source.OCR, Standing.READ)
    parts = (Part((1,), GUESS, Side.WHOLE, (over,)),)
    examined = Examined(HONEST.examined.container, HONEST.examined.pages, parts)
    (part,) = decode(encode_reply(Reply(None, examined, {}), REQUEST, {})).examined.parts
    assert part.fields[0].box == Box(0.0, 0.2, 1.0, 0.4)


Change = Callable[[dict[str, Any]], object]


def put(value: object, *path: str | int) -> Change:
    def change(told: dict[str, Any]) -> None:
        place: Any = told
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


PAGE, PART = ("examined", "pages", 0), ("examined", "parts", 0)
FIRST = (*PART, "fields", 0)


@pytest.mark.parametrize(
    "change",
    [
        put("other", "token"),
        put("", "token"),
        put(1, "more"),
        put(1, "examined", "more"),
        put("x" * 201, "media_type"),
        put({str(n): "1" for n in range(21)}, "versions"),
        put("os.system", "missing"),
        put({"no_sleep": "on"}, "isolation"),
        put({"no_tcp": "perhaps"}, "isolation"),
        put(-1, "examined", "container", "page_count"),
        put("asleep", "examined", "trouble"),
        put("interrupted", "examined", "trouble"),
        put("x" * 201, "examined", "detail"),
        put(0, *PAGE, "number"),
        put(10**9, *PAGE, "number"),
        put(-5, *PAGE, "width_px"),
        put("novel", *PAGE, "classification", "type"),
        put(1.5, *PAGE, "classification", "score"),
        put("novel", *PART, "classification", "runner_up"),
        put([2], *PART, "pages"),
        put([0], *PART, "pages"),
        put(1.01, *FIRST, "confidence"),
        put(-0.1, *FIRST, "confidence"),
        put(2, *FIRST, "box", "right"),
        put(-0.1, *FIRST, "box", "left"),
        put("x" * 10_001, *FIRST, "value"),
        put("divined", *FIRST, "standing"),
        put(0, *FIRST, "page"),
    ],
)
def test_what_is_out_of_shape_or_bounds_is_refused(change: Change) -> None:
    told = json.loads(SENT)
    change(told)
    with pytest.raises(ValueError, match=r".+"):
        decode(json.dumps(told).encode())


@pytest.mark.parametrize("payload", [b"", b"{", b"[]", b"null", b"\xff\xfe", SENT[:-1], SENT * 2])
def test_what_is_no_answer_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(payload)


def test_every_component_that_a_worker_may_miss_can_be_told() -> None:
    """Each place that raises it names one of the sentences that answers are held to."""
    raised = set[str]()
    package = Path(docscheck.__file__).parent
    above = {path for room in ("cli", "batch") for path in (package / room).rglob("*.py")}
    for path in set(package.rglob("*.py")) - above:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id == "ComponentMissingError":
                raised |= {a.value for a in node.args[:1] if isinstance(a, ast.Constant)}
    assert raised == set(ComponentMissingError.SENTENCES)
    for sentence in raised:
        reply = Reply(None, Examined(), {}, sentence)
        told = decode_reply(encode_reply(reply, REQUEST, {}), REQUEST.token, TYPES)
        assert told.missing == sentence
