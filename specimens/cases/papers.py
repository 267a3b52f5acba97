"""Cases about one paper, or two that ought to agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from docscheck.finding import Enrolled
from specimens.cases.case import OTHER, STUDENT, Case, sent, waiver
from specimens.cases.files import certificate
from specimens.cases.pages import Printed, letter, other_number, passport_page
from specimens.model import Person

_CERTIFICATE = "school_certificate.apogee_table"
_END = {"stage": "completion"}
_SOON, _PAST = date(2026, 12, 20), date(2026, 1, 31)
_SLIP = replace(STUDENT, birth_date=date(2004, 3, 14))
_SECOND_NAME = replace(STUDENT, given_names=("Fatou",))
_MISTYPED = replace(STUDENT, surname="Testart")

_SEAL = (
    b"DC03FR000001FFFF1636030130M EXEMPLE HENRY\x1d"
    b"31FR7030002005500000157845Z02\x1d32CRLYFRPP\x1d\x1fEQOSLUFV626SM4K7PTNO3PDT7IM736GL"
)
"""A 2D-Doc of type 03: the example of the published specification."""


def _bank(iban: str) -> bytes:
    rows = ("Titulaire du compte : M EXEMPLE HENRY", f"IBAN {iban}", "BIC CRLYFRPP")
    return letter("RELEVÉ D'IDENTITÉ BANCAIRE", *rows, code=("DataMatrix", _SEAL))


def _rib(*rows: str) -> bytes:
    return letter("RELEVÉ D'IDENTITÉ BANCAIRE", "Titulaire du compte : MME TESTARD AMINA", *rows)


def _greek() -> bytes:
    return letter(
        "ΛΗΞΙΑΡΧΙΚΗ ΠΡΑΞΗ ΓΕΝΝΗΣΗΣ",
        "Ελληνική Δημοκρατία, Νομός Αχαΐας, Δήμος Πατρέων, Ληξιαρχείο",
        "Επώνυμο: ΤΕΣΤΑΡΝΤ   Όνομα: ΑΜΙΝΑ",
        "Ημερομηνία γέννησης: 14/03/2005, δεκατέσσερις Μαρτίου δύο χιλιάδες πέντε",
        "Τόπος γέννησης: Πάτρα, φύλο: θήλυ, υπηκοότητα: ελληνική",
        "Όνομα μητέρας: Άουα Ντιάν, γεννήθηκε στην Αθήνα",
        "Όνομα πατέρα: Ουσμάν Τεστάρντ, γεννήθηκε στη Θεσσαλονίκη",
        "Η παρούσα πράξη αφού διαβάστηκε και βεβαιώθηκε υπογράφεται",
        "Ο Ληξίαρχος, υπογραφή και σφραγίδα",
    )


def _listed(person: Person) -> Enrolled:
    return Enrolled(person.surname, " ".join(person.given_names), person.birth_date)


PAPERS: Mapping[str, Case] = {
    "passport_in_order": Case("one passport, in order", lambda: {"passeport.pdf": passport_page()}),
    "electricity_bill": Case(
        "a paper nobody asks for", lambda: {"facture.pdf": sent("proof_of_address.power_bill")}
    ),
    "receipt_for_certificate": Case(
        "the receipt of the CVEC where the certificate is asked for",
        lambda: {"certificat.pdf": sent("cvec_attestation.crous")},
    ),
    "passport_without_zone": Case(
        "a passport page without the lines at its foot",
        lambda: {"passeport.pdf": passport_page(with_zone=False)},
    ),
    "passport_number_differs": Case(
        "one number in print and another in the lines at the foot",
        lambda: {"passeport.pdf": passport_page(zone=other_number())},
    ),
    "seal_differs": Case(
        "an IBAN that is not the one in the code beside it",
        lambda: {"rib.pdf": _bank("FR76 3000 4000 0300 0001 2345 629")},
        declared=_END,
    ),
    "seal_agrees": Case(
        "an IBAN that is the one in the code beside it",
        lambda: {"rib.pdf": _bank("FR70 3000 2005 5000 0015 7845 Z02")},
        declared=_END,
    ),
    "address_in_a_code": Case(
        "a certificate with a web address in a code",
        lambda: {"certificat.pdf": sent("school_certificate.with_qr")},
    ),
    "passport_expires_soon": Case(
        "a passport with a month left",
        lambda: {"passeport.pdf": passport_page(Printed(expiry_date=_SOON))},
    ),
    "passport_expired": Case(
        "a passport past its date",
        lambda: {"passeport.pdf": passport_page(Printed(expiry_date=_PAST))},
    ),
    "visa_in_order": Case(
        "one long-stay visa, in order",
        lambda: {"visa.pdf": sent("visa_2011_page", variant="vls_ts")},
    ),
    "visa_not_begun": Case(
        "the same visa, looked at on 1 June, before it begins",
        lambda: {"visa.pdf": sent("visa_2011_page", variant="vls_ts")},
        today=date(2026, 6, 1),
    ),
    "visa_never_validated": Case(
        "a visa older than three months, without its validation",
        lambda: {"visa.pdf": sent("visa_2011_page", variant="vls_ts_old")},
    ),
    "birth_record_in_vietnamese": Case(
        "a birth record in a language that needs a translation",
        lambda: {"naissance.pdf": sent("birth_certificate.vietnam")},
        declared=_END,
    ),
    "birth_record_in_greek": Case(
        "a birth record in a language on which the sources disagree",
        lambda: {"naissance.pdf": _greek()},
        declared=_END,
    ),
    "birth_record_in_german": Case(
        "a birth record in a language that is taken as it is",
        lambda: {"naissance.pdf": sent("birth_certificate.germany", variant="")},
        declared=_END,
    ),
    "birth_record_french": Case(
        "a French birth record with the parents",
        lambda: {"naissance.pdf": sent("birth_certificate.copie_integrale_prose")},
        declared=_END,
    ),
    "birth_record_indian": Case(
        "a birth record from a country whose records some offices want with an apostille",
        lambda: {"naissance.pdf": sent("birth_certificate.more_india")},
        declared={**_END, "nationality": "IND"},
    ),
    "translation_made_abroad": Case(
        "a translation by a translator of another country",
        lambda: {"traduction.pdf": sent("sworn_translation.made_abroad", variant="foreign_sworn")},
        declared=_END,
    ),
    "translation_made_in_france": Case(
        "a translation by a translator sworn in France",
        lambda: {"traduction.pdf": sent("sworn_translation.prose")},
        declared=_END,
    ),
    "rib_in_order": Case(
        "one RIB, in order", lambda: {"rib.pdf": sent("rib.classic_table")}, declared=_END
    ),
    "rib_without_iban": Case(
        "an old RIB without IBAN",
        lambda: {"rib.pdf": sent("rib.old_without_iban", variant="no_iban")},
        declared=_END,
    ),
    "wrong_iban": Case(
        "an IBAN with a wrong digit",
        lambda: {"rib.pdf": sent("rib.classic_table", wrong="iban")},
        declared=_END,
    ),
    "account_outside_sepa": Case(
        "an account outside the SEPA area",
        lambda: {"rib.pdf": sent("rib.foreign_not_sepa", variant="not_sepa")},
        declared=_END,
    ),
    "account_in_lithuania": Case(
        "an account in another country of the SEPA area",
        lambda: {"rib.pdf": sent("rib.neobank_lt")},
        declared=_END,
    ),
    "wrong_key_of_number": Case(
        "a social security number with a wrong key",
        lambda: {"attestation.pdf": sent("entitlement_certificate.cpam", wrong="nir_key")},
    ),
    "definitive_number": Case(
        "a certificate with the definitive number",
        lambda: {"attestation.pdf": sent("entitlement_certificate.cpam")},
    ),
    "provisional_number": Case(
        "a certificate with a provisional number",
        lambda: {"attestation.pdf": sent("provisional_certificate.table", variant="provisional")},
    ),
    "one_student": Case(
        "a passport and a certificate of the same person",
        lambda: {"passeport.pdf": passport_page(), "certificat.pdf": certificate()},
    ),
    "mistyped_name": Case(
        "a certificate with one letter of the surname wrong",
        lambda: {
            "passeport.pdf": passport_page(),
            "certificat.pdf": sent(_CERTIFICATE, holder=_MISTYPED),
        },
    ),
    "other_birth_date": Case(
        "a certificate with another year of birth than the passport",
        lambda: {
            "passeport.pdf": passport_page(),
            "certificat.pdf": sent(_CERTIFICATE, holder=_SLIP),
        },
    ),
    "two_students": Case(
        "a certificate of somebody else",
        lambda: {
            "passeport.pdf": passport_page(),
            "certificat.pdf": sent(_CERTIFICATE, holder=OTHER),
        },
    ),
    "visa_of_this_passport": Case(
        "a visa with the number of the passport beside it",
        lambda: {
            "passeport.pdf": passport_page(),
            "visa.pdf": sent(
                "visa_2011_page", variant="vls_ts", links={"passport_number": Printed().number}
            ),
        },
    ),
    "visa_of_former_passport": Case(
        "a visa with the number of another passport",
        lambda: {
            "passeport.pdf": passport_page(),
            "visa.pdf": sent(
                "visa_2011_page", variant="vls_ts", links={"passport_number": "B76543210"}
            ),
        },
    ),
    "photo_too_early": Case(
        "an ID photo at registration, where none is asked for",
        lambda: {
            "passeport.pdf": passport_page(),
            "photo.pdf": sent("id_photo", variant="good"),
        },
        declared={"nationality": "SEN"},
    ),
    "language_school": Case(
        "somebody who says to be at a language school only",
        lambda: {"passeport.pdf": passport_page()},
        declared={"situation": "language_school"},
    ),
    "waiver_holds": Case(
        "an expired passport that was accepted until the end of the year",
        lambda: {"passeport.pdf": passport_page(Printed(expiry_date=_PAST))},
        waivers=waiver("validity.expired", "passeport.pdf", "2026-12-31"),
    ),
    "waiver_past_its_date": Case(
        "the same, accepted until last month only",
        lambda: {"passeport.pdf": passport_page(Printed(expiry_date=_PAST))},
        waivers=waiver("validity.expired", "passeport.pdf", "2026-10-31"),
    ),
    "waiver_of_another_file": Case(
        "a waiver for bytes that no file of the folder has",
        lambda: {"passeport.pdf": passport_page(Printed(expiry_date=_PAST))},
        waivers=waiver("validity.expired", "ancien.pdf", "2026-12-31"),
    ),
    "waiver_of_unknown_rule": Case(
        "a waiver with the name of the rule misspelt",
        lambda: {"passeport.pdf": passport_page(Printed(expiry_date=_PAST))},
        waivers=waiver("validity.expird", "passeport.pdf", "2026-12-31"),
    ),
    "waiver_of_a_closed_file": Case(
        "a waiver for a file that nobody read",
        lambda: {"certificat.pdf": b""},
        waivers=waiver("file.empty", "certificat.pdf", "2026-12-31"),
    ),
    "waiver_without_need": Case(
        "a waiver for a passport that is not expired",
        lambda: {"passeport.pdf": passport_page()},
        waivers=waiver("validity.expired", "passeport.pdf", "2026-12-31"),
    ),
    "two_passports": Case(
        "the passport and the one before it, past its date",
        lambda: {
            "passeport.pdf": passport_page(),
            "ancien.pdf": passport_page(Printed(number="A00987654", expiry_date=_PAST)),
        },
    ),
    "card_not_requested": Case(
        "a visa with which a card is to be requested, looked at when two months are over",
        lambda: {"visa.pdf": sent("visa_2011_page", variant="card_to_request")},
        today=date(2027, 1, 10),
    ),
    "visa_single_entry": Case(
        "a visa for one entry", lambda: {"visa.pdf": sent("visa_2011_page", variant="single_entry")}
    ),
    "receipt_of_request": Case(
        "a receipt given while the permit is made",
        lambda: {"recepisse.pdf": sent("receipt_recepisse")},
    ),
    "short_birth_record": Case(
        "a certificate without the parents, of a state that has an extract with them",
        lambda: {
            "naissance.pdf": sent("birth_certificate.italy", variant="extract_without_parents")
        },
        declared={**_END, "nationality": "ITA", "ehic": False},
    ),
    "record_of_ofpra": Case(
        "a record drawn up by OFPRA",
        lambda: {"naissance.pdf": sent("birth_certificate.ofpra")},
        declared=_END,
    ),
    "joint_account": Case(
        "the RIB of a joint account",
        lambda: {
            "passeport.pdf": passport_page(),
            "rib.pdf": sent("rib.classic_table", variant="joint"),
        },
        declared=_END,
    ),
    "two_accounts": Case(
        "an IBAN and, beside it, the numbers of another account",
        lambda: {
            "rib.pdf": _rib(
                "Code banque 30002  Code guichet 00550  N° de compte 0000157845Z  Clé RIB 02",
                "IBAN FR14 2004 1010 0505 0001 3M02 606",
            )
        },
        declared=_END,
    ),
    "bank_of_another_country": Case(
        "the BIC of a bank in another country than the account",
        lambda: {
            "rib.pdf": _rib("IBAN FR14 2004 1010 0505 0001 3M02 606", "BIC DEUTDEFF500"),
        },
        declared=_END,
    ),
    "provisional_number_over": Case(
        "the same certificate, looked at two years later",
        lambda: {"attestation.pdf": sent("provisional_certificate.table", variant="provisional")},
        today=date(2028, 11, 23),
    ),
    "first_given_name_left_out": Case(
        "a certificate without the first of the given names",
        lambda: {
            "passeport.pdf": passport_page(Printed(given_names="AMINA FATOU")),
            "certificat.pdf": sent(_CERTIFICATE, holder=_SECOND_NAME),
        },
    ),
    "on_the_list": Case(
        "a passport, and a list that has the same name and birth date",
        lambda: {"passeport.pdf": passport_page()},
        enrolled=_listed(STUDENT),
    ),
    "listed_as_another": Case(
        "a passport, and a list with another student's name",
        lambda: {"passeport.pdf": passport_page()},
        enrolled=_listed(replace(OTHER, birth_date=STUDENT.birth_date)),
    ),
    "listed_as_younger": Case(
        "a passport, and a list with another birth date",
        lambda: {"passeport.pdf": passport_page()},
        enrolled=_listed(replace(STUDENT, birth_date=date(2006, 10, 2))),
    ),
    "said_otherwise": Case(
        "somebody who says to be German, with a passport of Senegal",
        lambda: {"passeport.pdf": passport_page()},
        declared={"nationality": "DEU", "ehic": False},
    ),
}
