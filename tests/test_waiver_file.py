"""A wrong file of waivers is refused by file, entry and key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docscheck.errors import UsageError
from docscheck.finding import Waiver
from docscheck.waiver_file import load_waiver_file

ENTRY = """
[[waiver]]
rule = "validity.expired"
sha256 = "3F5A0C9D1E77"
reason = '''
renewal seen
at the counter'''
author = "A. Morel, international office"
until = 2026-12-31
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "accepted.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_are_read_in_their_order(tmp_path: Path) -> None:
    second = ENTRY.replace("3F5A0C9D1E77", "0" * 64)
    first, other = load_waiver_file(written(tmp_path, ENTRY + second), tmp_path / "papers")
    assert first == Waiver(
        1,
        "validity.expired",
        "3f5a0c9d1e77",
        "renewal seen at the counter",
        "A. Morel, international office",
        date(2026, 12, 31),
    )
    assert (other.entry, other.sha256) == (2, "0" * 64)


def test_the_example_of_the_docs_is_one(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "waivers.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    (waiver,) = load_waiver_file(written(tmp_path, example), tmp_path / "papers")
    assert (waiver.rule, waiver.until) == ("validity.expired", date(2026, 12, 31))


def test_a_file_without_entries_waives_nothing(tmp_path: Path) -> None:
    assert load_waiver_file(written(tmp_path, "# none yet"), tmp_path / "papers") == ()


def test_a_mark_of_byte_order_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ENTRY.encode())
    assert len(load_waiver_file(path, tmp_path / "papers")) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rule =", "rul =", "waivers_key: .*entry=2, key=rul, nearest=rule"),
        ('author = "A. Morel, international office"', "", "waivers_missing: .*entry=2, key=author"),
        ("until = 2026-12-31", 'until = "2026-12-31"', "waivers_date: .*entry=2, key=until"),
        ("2026-12-31", "2026-12-31T10:00:00", "waivers_date: .*entry=2, key=until"),
        ("3F5A0C9D1E77", "3F5A0C9D1E7", "waivers_hash: .*entry=2, key=sha256"),
        ("3F5A0C9D1E77", "passport.pdf", "waivers_hash: .*entry=2, key=sha256"),
        ('"validity.expired"', "7", "waivers_text: .*entry=2, key=rule"),
        ('"A. Morel, international office"', '" "', "waivers_text: .*entry=2, key=author"),
        ("renewal seen", "x" * 300, "waivers_text: .*entry=2, key=reason"),
        ("[[waiver]]", "[waiver]", "waivers_syntax: file=accepted.toml"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in ENTRY
    text = ENTRY + ENTRY.replace(old, new)
    with pytest.raises(UsageError, match=said) as caught:
        load_waiver_file(written(tmp_path, text), tmp_path / "papers")
    assert caught.value.params["file"] == "accepted.toml"


@pytest.mark.parametrize("text", [ENTRY.replace("[[waiver]]", "[waiver]"), "waiver = 3", "x = 1"])
def test_what_is_no_list_of_waivers_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"waivers_table: file=accepted\.toml"):
        load_waiver_file(written(tmp_path, text), tmp_path / "papers")


def test_a_file_that_is_absent_inside_or_huge_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="waivers_closed"):
        load_waiver_file(tmp_path / "none.toml", tmp_path / "papers")
    with pytest.raises(UsageError, match="waivers_inside"):
        load_waiver_file(written(tmp_path, ENTRY), tmp_path)
    with pytest.raises(UsageError, match="waivers_large"):
        load_waiver_file(written(tmp_path, "#" * 1_000_001), tmp_path / "papers")
