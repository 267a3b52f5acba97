"""The day of issue is what birth and expiry leave over."""

import pytest
from msgspec.structs import replace

from docscheck.readers import issue_date, mrz
from tests.readers.printed import reading

ZONE = (
    "P<SENMBAYE<<ROKHAYA<<<<<<<<<<<<<<<<<<<<<<<<<",
    "A074894442SEN9601178F3108077<<<<<<<<<<<<<<<2",
)


def read(text: str, zone: tuple[str, ...] | None = ZONE) -> list[str]:
    page = replace(reading(text), mrz=mrz.parse(zone) if zone else None)
    return [f.value for f in issue_date.read(page, "x", issue_date.Settings())]


@pytest.mark.parametrize(
    "text",
    [
        "17 JAN 1996\nDate of birth\n08/08/2026   07 AUG/AOUT 2031",
        "17.01.1996   08.08.2026   07.08.2031   12.03.2025",
        "17 01 1996\n08 08 2026\n07 08 2031",
    ],
)
def test_the_date_that_is_left_over(text: str) -> None:
    assert read(text) == ["2026-08-08"]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("17/01/1996   07/08/2031", ZONE),
        ("17/01/1996   08/03/2026   12/04/2025   07/08/2031", ZONE),
        ("17/01/1996   01/02/1990   07/08/2031", ZONE),
        ("17/01/1996   08/08/2026   07/08/2031", None),
    ],
)
def test_nothing_where_no_date_or_more_than_one_is_left(
    text: str, zone: tuple[str, ...] | None
) -> None:
    assert read(text, zone) == []
