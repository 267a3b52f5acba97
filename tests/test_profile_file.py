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
        ('nationalty = "MAR"', 'me.toml: nationalty: .*did you mean "nationality"'),
        ('stage = "registrtion"', 'me.toml: stage: .*did you mean "registration"'),
        ('nationality = "Morocco"', 'me.toml: nationality: "MOROCCO" is not'),
        ("birth_date = 2008", "me.toml: birth_date: expected a date"),
        ('birth_date = "2008-01-31"', "me.toml: birth_date: expected a date"),
        ("ehic = 1", "me.toml: ehic: expected true or false"),
        ("= 3", "me.toml: not valid TOML"),
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
    with pytest.raises(UsageError, match="outside the folder"):
        load_profile_file(path, tmp_path)


def test_an_absent_profile_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_profile_file(tmp_path / "none.toml")


def test_options_are_checked_too() -> None:
    with pytest.raises(UsageError, match=r"options: visa_kind: .*vls_ts"):
        checked(Declared(visa_kind="vlsts"), "options")
