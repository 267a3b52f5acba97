"""What the zone says is looked for in print, whatever label stands beside it."""

from typing import Literal

from msgspec.structs import replace

from docscheck.readers import also_printed, mrz
from tests.readers.printed import reading

ZONE = (
    "P<SENMBAYE<<ROKHAYA<<<<<<<<<<<<<<<<<<<<<<<<<",
    "A074894442SEN9601178F3108077<<<<<<<<<<<<<<<2",
)
PAGE = "Passport No. AO74 89444\n17 JAN 1996   Place of birth\nDate of birth\n07 08 2026"


def read(key: Literal["birth_date", "expiry_date", "document_number"]) -> list[str]:
    page = replace(reading(PAGE + "\n" + ZONE[1]), mrz=mrz.parse(ZONE))
    return [f.value for f in also_printed.read(page, "x", also_printed.Settings(key))]


def test_a_value_of_the_zone_is_found_without_its_label() -> None:
    assert read("birth_date") == ["1996-01-17"]
    assert read("document_number") == ["A07489444"]


def test_a_value_that_is_printed_nowhere_is_not_found() -> None:
    assert read("expiry_date") == []
