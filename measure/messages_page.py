"""Write `docs/messages.md`: thirty messages as a student reads them, to be read aloud.

`python -m measure.messages_page --output docs/messages.md` checks the cases named here and writes
down what docscheck says of them, in both languages, personal values masked as in every report.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from docscheck.finding import Finding, Severity
from docscheck.messages import Speaker
from docscheck.report import Report
from docscheck.reporters.interface import titles_of
from docscheck.rulebook.load import load
from measure.case_reports import reports

READ_ALOUD: Mapping[Severity, Mapping[str, str]] = {
    Severity.ERROR: {
        "file.empty": "empty_file",
        "quality.unreadable": "few_pixels",
        "document.look_alike": "receipt_for_certificate",
        "validity.expired": "passport_expired",
        "validity.visa_not_validated": "visa_never_validated",
        "civil_status.untranslated": "birth_record_in_vietnamese",
        "bank.iban_invalid": "wrong_iban",
        "consistency.other_person": "two_students",
        "photo.dimensions": "photo_landscape",
        "requirement.missing": "passport_in_order",
    },
    Severity.WARNING: {
        "file.duplicate": "same_file_twice",
        "file.hidden_text": "white_words",
        "quality.rotated": "scan_upside_down",
        "document.unrecognised": "unknown_words",
        "mrz.visual_mismatch": "passport_number_differs",
        "validity.expires_soon": "passport_expires_soon",
        "civil_status.translator": "translation_made_abroad",
        "bank.not_sepa": "account_outside_sepa",
        "consistency.birth_date": "other_birth_date",
        "profile.unknown": "certificate_in_order",
    },
    Severity.INFO: {
        "file.restricted": "printing_forbidden",
        "file.name": "strange_name",
        "file.heavy": "heavy_file",
        "barcode.address": "address_in_a_code",
        "civil_status.translation_optional": "birth_record_in_german",
        "civil_status.legalisation": "birth_record_indian",
        "bank.foreign_account": "account_in_lithuania",
        "nir.provisional": "provisional_number",
        "requirement.not_needed": "photo_too_early",
        "waiver.unused": "waiver_without_need",
    },
}
"""Severity -> rule -> the case that raises it."""
_HEAD = """# Messages

Ten messages of each severity, exactly as docscheck says them of the folders named here
(`specimens/cases`), personal values masked. Each says what was seen, then what to do. `make docs`
writes this page; CI fails when it is out of date.
"""
_TITLES = {
    Severity.ERROR: "Errors",
    Severity.WARNING: "Warnings",
    Severity.INFO: "Information",
}


def cases() -> tuple[str, ...]:
    """Give the names of the cases that are needed, once each."""
    return tuple(dict.fromkeys(name for rows in READ_ALOUD.values() for name in rows.values()))


def page(found: Mapping[str, Report]) -> str:
    """Give the whole page from the reports of `cases()`.

    Raises:
        LookupError: a case does not raise its rule with that severity.
    """
    speaker = Speaker(titles_of(load()))
    parts = [_HEAD]
    for severity, rows in READ_ALOUD.items():
        parts.append(f"## {_TITLES[severity]}\n")
        for rule, name in rows.items():
            parts.append(_entry(_finding(found[name], rule, severity), name, speaker))
    return "\n".join(parts)


def _finding(report: Report, rule: str, severity: Severity) -> Finding:
    for finding in report.findings:
        if finding.rule == rule and finding.severity is severity:
            return finding
    raise LookupError(f"{rule} is not raised as {severity.value}")


def _entry(finding: Finding, name: str, speaker: Speaker) -> str:
    rows = [f"### `{finding.rule}` in `{name}`\n"]
    for language in ("fr", "en"):
        problem = speaker.problem(finding.issue, language)
        remedy = speaker.remedy(finding.issue, language)
        rows.append(f"- **{language}** {problem}\n  → {remedy}")
    return "\n".join(rows) + "\n"


def main() -> int:
    """Check the cases and write the page to a file, or to the screen."""
    parser = argparse.ArgumentParser(prog="python -m measure.messages_page", description=__doc__)
    parser.add_argument("--output", type=Path)
    given = parser.parse_args()
    text = page(dict(reports(cases())))
    if given.output is None:
        sys.stdout.write(text)
    else:
        given.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
