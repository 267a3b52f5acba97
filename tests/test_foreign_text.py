"""Strings from outside. First what must come through unharmed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docscheck.foreign_text import MAX_CHARACTERS, show

_FIRST_PRINTABLE = 0x20


@pytest.mark.parametrize(
    "text",
    [
        "passeport été.pdf",
        "جواز سفر.pdf",
        "护照.jpg",
        "[bold]{x}<b>&amp;%s",
        "n\u0303.pdf",
        "🙂.png",
    ],
)
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert show(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc", "a\\x0ab\\x09c"),
        ("a\x9bb", "a\\x9bb"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\u200bb", "a\\u200bb"),
        ("a\u2028b", "a\\u2028b"),
        (b"caf\xe9.pdf".decode("utf-8", "surrogateescape"), "caf\\xe9.pdf"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert show(text) == shown


def test_long_strings_are_cut() -> None:
    assert show("a" * 200) == "a" * 200
    assert show("a" * 201) == "a" * 199 + "…"
    assert len(show("\x1b" * 150)) == MAX_CHARACTERS


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_nothing_invisible_ever_comes_through(text: str) -> None:
    shown = show(text)
    assert len(shown) <= MAX_CHARACTERS
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert all(ord(c) >= _FIRST_PRINTABLE and not 0x7F <= ord(c) <= 0x9F for c in shown)
