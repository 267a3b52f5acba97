"""Is there a valid account number on the bank paper?

Asks: an IBAN (ISO 13616) whose check digits hold (ISO 7064 MOD 97-10); on a French RIB a key that
agrees with bank, branch and account; an account in the SEPA area.
Why: refunds go to that account; a wrong digit sends them nowhere.
Fails: a wrong number printed by a computer in the file, or read for certain; no IBAN on a page that
was read well and does not so much as name one. Review: when a misreading is the likelier culprit,
as of a number that is too short on a picture: an engine loses a group sooner than a bank does.
Passes: accounts of other SEPA countries, with advice, since opinions differ (campusfrance.org).
Whose account it is, `same_person` asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docscheck.checkers.evidence import is_well_read, kind_of, pages_of, where_is
from docscheck.document import Document, Field, Folder, Source
from docscheck.finding import Context, Issue, Kind, Personal
from docscheck.readers.iban import has_full_length, is_valid
from docscheck.readers.rib import rib_key_holds

ID = "bank-account"
RULES = frozenset(
    {
        "bank.iban_missing",
        "bank.iban_invalid",
        "bank.rib_key",
        "bank.not_sepa",
        "bank.foreign_account",
    }
)

_FRENCH_LAYOUT = ("FR", "MC")
_RIB_PARTS = ("bank_code", "branch_code", "account_number", "rib_key")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where accounts are good, and when a page was read well."""

    sepa: tuple[str, ...] = ()
    """ISO 3166 alpha-2, as in the IBAN, of the countries of the SEPA area."""
    min_confidence: float = 0.95
    """Of a number, from which on a wrong digit is rather the paper's than the reader's."""
    named_mark: str = "iban_named"
    """Mark of a page that says `IBAN`: where none was read, it was rather not read."""
    min_words: int = 15
    min_page_confidence: float = 0.75


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield what is wrong with the IBAN, then with the RIB key."""
    found = subject.field("iban")
    if found is None:
        yield _missing(subject, folder, settings)
    elif not is_valid(found.value):
        kind = _kind(found, subject, folder, settings)
        params = {"iban": Personal("iban", found.value)}
        where = where_is(subject, found)
        yield Issue("bank.iban_invalid", kind, where, "", params, subject.id)
    else:
        yield from _country(subject, found.value[:2], settings)
    yield from _rib_key(subject, folder, settings)


def _kind(found: Field, subject: Document, folder: Folder, settings: Settings) -> Kind:
    cut_short = found.source is Source.OCR and not has_full_length(found.value)
    return Kind.REVIEW if cut_short else kind_of(found, subject, folder, settings.min_confidence)


def _missing(subject: Document, folder: Folder, settings: Settings) -> Issue:
    pages = [page for _, page in pages_of(subject, folder)]
    well_read = bool(pages) and all(
        is_well_read(p, settings.min_words, settings.min_page_confidence) for p in pages
    )
    kind = Kind.FAIL if well_read and settings.named_mark not in subject.marks else Kind.REVIEW
    if pages and not any(page.text_read for page in pages):
        kind = Kind.UNCHECKED
    return Issue("bank.iban_missing", kind, where_is(subject), "", {}, subject.id)


def _country(subject: Document, country: str, settings: Settings) -> Iterator[Issue]:
    where, params = where_is(subject, subject.field("iban")), {"country": country}
    if country not in settings.sepa:
        yield Issue("bank.not_sepa", Kind.FAIL, where, "", params, subject.id)
    elif country not in _FRENCH_LAYOUT:
        yield Issue("bank.foreign_account", Kind.FAIL, where, "", params, subject.id)


def _rib_key(subject: Document, folder: Folder, settings: Settings) -> Iterator[Issue]:
    parts = [subject.field(name) for name in _RIB_PARTS]
    found = [part for part in parts if part is not None]
    if len(found) < len(_RIB_PARTS) or rib_key_holds(*(part.value for part in found)):
        return
    kinds = {kind_of(part, subject, folder, settings.min_confidence) for part in found}
    kind = Kind.REVIEW if Kind.REVIEW in kinds else Kind.FAIL
    yield Issue("bank.rib_key", kind, where_is(subject, found[-1]), "", {}, subject.id)
