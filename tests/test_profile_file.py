"""Not to be refused: small letters in a nationality, a key left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docscheck.errors import UsageError
from docscheck.profile import Declared
from docscheck.profile_file import checked, load_profile_file


def test_options_lie_over_the_profile_file(tmp_path: Path) -> None:
    path = tmp_path / "me.toml"
    path.write_text('nationality = "mar"\nbirth_date = 2008-01-31\nehic = false\n')
    from_file = load_profile_file(path, tmp_path / "folder")
    assert from_file == Declared(nationality="MAR", birth_date=date(2008, 1, 31), ehic=False)
    assert Declared(nationality="TUN").over(from_file).nationality == "TUN"
    assert Declared(nationality="TUN").over(from_file).ehic is False


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('nationalty = "MAR"', "profile_key: file=me.toml, key=nationalty, nearest=nationality"),
        ('stage = "registrtion"', "profile_name: file=me.toml, key=stage, .*nearest=registration"),
        ('nationality = "Morocco"', "nationality: origin=me.toml, written=MOROCCO"),
        ("birth_date = 2008", "profile_date: file=me.toml, key=birth_date"),
        ('birth_date = "2008-01-31"', "profile_date: file=me.toml, key=birth_date"),
        ("ehic = 1", "profile_boolean: file=me.toml, key=ehic"),
        ("= 3", "profile_syntax: file=me.toml"),
    ],
)
def test_a_wrong_profile_file_is_refused_by_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "me.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=said):
        load_profile_file(path)


def test_a_profile_file_inside_the_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text("")
    with pytest.raises(UsageError, match=r"profile_inside: file=profile\.toml"):
        load_profile_file(path, tmp_path)


def test_an_absent_profile_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"profile_closed: file=none\.toml"):
        load_profile_file(tmp_path / "none.toml")


def test_options_are_checked_too() -> None:
    with pytest.raises(UsageError, match=r"file=options, key=visa_kind, .*nearest=vls_ts"):
        checked(Declared(visa_kind="vlsts"), "options")
