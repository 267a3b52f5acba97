"""The checkers, by what they judge. There is one module for each concern, none for a passport:
types of documents are data, in `rules/documents/`.

To add one: write the module (see `interface`), name it in one of the three tables, its rules in
`rules/catalogue.toml`, its sentences in `messages/`. `evidence`, `page_defects`
and `civil_records` are not checkers but the ground they share.
"""

from __future__ import annotations

from collections.abc import Mapping

from docscheck.checkers import (
    account_holder,
    active_content,
    bank_account,
    barcodes,
    blank_pages,
    check_digits,
    document_format,
    duplicates,
    expiry,
    file_format,
    file_names,
    file_size,
    hidden_text,
    ignored,
    legalisation,
    legibility,
    look_alike,
    mrz_present,
    older_versions,
    one_document_one_file,
    paper_numbers,
    parents_named,
    photo_background,
    photo_face,
    photo_geometry,
    photo_light,
    photo_limits,
    photo_pose,
    printed_zone,
    provisional_stay,
    readable,
    recognised,
    record_form,
    roster,
    same_person,
    school_year,
    screenshot,
    sides,
    social_security_number,
    sworn_translator,
    translation,
    upright,
    usual_trap,
    visa,
)
from docscheck.checkers.interface import Checker, DocumentChecker, FileChecker, FolderChecker

FILE_CHECKERS: tuple[FileChecker, ...] = (
    readable,
    file_format,
    file_names,
    file_size,
    active_content,
    hidden_text,
    blank_pages,
    upright,
    screenshot,
)

DOCUMENT_CHECKERS: tuple[DocumentChecker, ...] = (
    recognised,
    look_alike,
    document_format,
    legibility,
    sides,
    mrz_present,
    check_digits,
    printed_zone,
    barcodes,
    expiry,
    school_year,
    visa,
    provisional_stay,
    parents_named,
    translation,
    sworn_translator,
    record_form,
    usual_trap,
    legalisation,
    bank_account,
    social_security_number,
    photo_face,
    photo_geometry,
    photo_pose,
    photo_light,
    photo_background,
    photo_limits,
)

FOLDER_CHECKERS: tuple[FolderChecker, ...] = (
    one_document_one_file,
    duplicates,
    older_versions,
    same_person,
    account_holder,
    roster,
    paper_numbers,
    ignored,
)

CHECKERS: Mapping[str, Checker] = {
    checker.ID: checker for checker in (*FILE_CHECKERS, *DOCUMENT_CHECKERS, *FOLDER_CHECKERS)
}
"""By id, the kebab-case name of the module."""
