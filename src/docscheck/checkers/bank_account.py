"""Is there a valid account number on the bank paper?

Asks: an IBAN (ISO 13616) of its country's length and structure, whose check digits hold (ISO 7064
MOD 97-10); on a French RIB a key that agrees with bank, branch and account, and with the IBAN; a
BIC of the same country; an account in the SEPA area.
Why: refunds go to that account; a wrong digit sends them nowhere.
Fails: a wrong number printed by a computer in the file, or read for certain; no IBAN on a page that
was read well and does not so much as name one. Review: when a misreading is the likelier culprit,
as of a number that is too short on a picture: an engine loses a group sooner than a bank does.
Passes: accounts of other SEPA countries, with advice, since opinions differ (campusfrance.org).
Whose account it is, `same_person` asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from iso3166 import countries_by_alpha2
from msgspec import Struct

from docscheck.checkers.evidence import is_well_read, kind_of, pages_of, where_is
from docscheck.document import Document, Field, Folder, Source
from docscheck.finding import Context, Issue, Kind, Param, Personal, Term
from docscheck.readers.iban import full_length, has_full_length, is_valid
from docscheck.readers.rib_key import rib_key_holds

ID = "bank-account"
RULES = frozenset(
    {
        "bank.iban_missing",
        "bank.iban_invalid",
        "bank.rib_key",
        "bank.not_sepa",
        "bank.foreign_account",
        "bank.two_accounts",
        "bank.bic_country",
    }
)

_FRENCH_LAYOUT = ("FR", "MC")
_KOSOVO = {"XK": "RKS"}
"""Prefix of an IBAN that ISO 3166 does not have -> ICAO's code."""
_RIB_PARTS = ("bank_code", "branch_code", "account_number", "rib_key")
_CUTS = (slice(4, 9), slice(9, 14), slice(14, 25), slice(25, 27))
"""Where they stand in an IBAN of the French layout."""
_BIC_COUNTRY = slice(4, 6)
"""ISO 9362."""


class Settings(Struct, frozen=True):
    """Where accounts are good, and when a page was read well."""

    sepa: tuple[str, ...] = ()
    """ISO 3166 alpha-2, as in the IBAN, of the countries of the SEPA area."""
    min_confidence: float = 0.95
    """Of a number, from which on a wrong digit is rather the paper's than the reader's."""
    named_mark: str = "iban_named"
    """Mark of a page that says `IBAN`: where none was read, it was rather not read."""
    french_bics: tuple[str, ...] = (
        *("FR", "MC", "GF", "GP", "MQ", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF", "TF"),
    )
    """Countries in the BIC of banks whose accounts have French or Monegasque numbers."""
    british_bics: tuple[str, ...] = ("GB", "IM", "GG", "JE")
    """Countries in the BIC of banks whose accounts have British numbers."""
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
        yield _invalid(found, subject, folder, settings)
    else:
        yield from _country(subject, found.value[:2], settings)
        yield from _bic(subject, found.value[:2], settings)
        yield from _same_account(subject, found)
    yield from _rib_key(subject, folder, settings)


def _invalid(found: Field, subject: Document, folder: Folder, settings: Settings) -> Issue:
    """Say what is wrong with the number: no such country, its length, or a digit."""
    kind = _kind(found, subject, folder, settings)
    wanted = full_length(found.value)
    params: dict[str, Param] = {"iban": Personal("iban", found.value)}
    case = ""
    if not wanted:
        case, params = "country", {**params, "letters": found.value[:2]}
    elif len(found.value) != wanted:
        lengths = {"count": len(found.value), "wanted": wanted}
        case, params = "length", {**params, "country": _named(found.value[:2]), **lengths}
    where = where_is(subject, found)
    return Issue("bank.iban_invalid", kind, where, case, params, subject.id)


def _named(country: str) -> Term:
    """Name the country of an IBAN, ISO 3166 alpha-2."""
    known = countries_by_alpha2.get(country)
    return Term("state", known.alpha3 if known else _KOSOVO.get(country, country))


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
    where, params = where_is(subject, subject.field("iban")), {"country": _named(country)}
    if country not in settings.sepa:
        yield Issue("bank.not_sepa", Kind.FAIL, where, "", params, subject.id)
    elif country not in _FRENCH_LAYOUT:
        yield Issue("bank.foreign_account", Kind.FAIL, where, "", params, subject.id)


def _bic(subject: Document, country: str, settings: Settings) -> Iterator[Issue]:
    """Yield a BIC of another country than the account's: one of the two was rather misread."""
    found = subject.field("bic")
    if found is None or len(found.value) < _BIC_COUNTRY.stop:
        return
    of_bank = found.value[_BIC_COUNTRY]
    groups = (settings.french_bics, settings.british_bics)
    if of_bank == country or any({of_bank, country} <= set(group) for group in groups):
        return
    params: dict[str, Param] = {"bank": _named(of_bank), "country": _named(country)}
    where = where_is(subject, found)
    yield Issue("bank.bic_country", Kind.REVIEW, where, "", params, subject.id)


def _same_account(subject: Document, iban: Field) -> Iterator[Issue]:
    """Compare the account in figures with that of the IBAN, where both prove themselves."""
    parts = [subject.value(name) for name in _RIB_PARTS]
    known = [part for part in parts if part is not None]
    if iban.value[:2] not in _FRENCH_LAYOUT:
        return
    of_iban = tuple(iban.value[cut] for cut in _CUTS)
    where = where_is(subject, iban)
    if len(known) == len(_RIB_PARTS):
        if rib_key_holds(*known) and tuple(known) != of_iban:
            yield Issue("bank.two_accounts", Kind.REVIEW, where, "", {}, subject.id)
    elif not rib_key_holds(*of_iban):
        yield Issue("bank.rib_key", Kind.REVIEW, where, "in_iban", {}, subject.id)


def _rib_key(subject: Document, folder: Folder, settings: Settings) -> Iterator[Issue]:
    parts = [subject.field(name) for name in _RIB_PARTS]
    found = [part for part in parts if part is not None]
    if len(found) < len(_RIB_PARTS) or rib_key_holds(*(part.value for part in found)):
        return
    kinds = {kind_of(part, subject, folder, settings.min_confidence) for part in found}
    kind = Kind.REVIEW if Kind.REVIEW in kinds else Kind.FAIL
    yield Issue("bank.rib_key", kind, where_is(subject, found[-1]), "", {}, subject.id)
