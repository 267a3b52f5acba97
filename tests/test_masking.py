"""What may be shown of a value. First what stays as it is."""

from __future__ import annotations

import pytest

from docscheck.masking import PUBLIC, mask, mask_field


@pytest.mark.parametrize("field", sorted(PUBLIC))
def test_what_identifies_nobody_stays(field: str) -> None:
    assert mask_field(field, "2026-2027") == "2026-2027"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("iban", "FR1420041010050500013M02606", "FR•••2606"),
        ("iban", "FR14", "FR•••"),
        ("nir", "255081416802538", "2•••8"),
        ("document_number", "19AB12345", "•••345"),
        ("document_number", "A1234", "•••"),
        ("foreigner_number", "9912345678", "•••678"),
        ("surname", "DIALLO", "D•••"),
        ("holder", "M. Jean DUPONT", "M••• J••• D•••"),
        ("father_name", "李 明", "李••• 明•••"),
        ("birth_date", "2004-05-17", "2004-••-••"),
        ("birth_place", "CONAKRY", "•••"),
        ("mrz_lines", "P<GINDIALLO<<", "•••"),
        ("something_new", "secret", "•••"),
        ("surname", "", "•••"),
    ],
)
def test_the_rest_is_hidden(field: str, value: str, shown: str) -> None:
    assert mask(field, value) == shown
