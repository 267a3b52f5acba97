"""Text to values: every reader by its ID, and nothing else.

A rule file names its readers by these IDs. Adding one is a module and a line here.
"""

from __future__ import annotations

from collections.abc import Mapping

from docscheck.readers import (
    also_printed,
    beside_title,
    bic,
    birth_date,
    child,
    ehic,
    holder,
    iban,
    ine,
    institution,
    issue_date,
    labelled,
    language,
    letter_date,
    mrz,
    nir,
    parents,
    record_country,
    rib,
    school_year,
    spoken_for,
    spouses,
    titled_person,
    visa_sticker,
)
from docscheck.readers.interface import Reader

_ALL: tuple[Reader, ...] = (
    also_printed,
    beside_title,
    bic,
    birth_date,
    child,
    ehic,
    holder,
    iban,
    ine,
    institution,
    issue_date,
    labelled,
    language,
    letter_date,
    mrz,
    nir,
    parents,
    record_country,
    rib,
    school_year,
    spoken_for,
    spouses,
    titled_person,
    visa_sticker,
)

READERS: Mapping[str, Reader] = {reader.ID: reader for reader in _ALL}
"""The explicit table: annotated, so that mypy compares each module with the protocol."""
