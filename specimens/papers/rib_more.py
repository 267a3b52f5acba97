"""More bank details, drawn unlike those of `rib_layouts`."""

from __future__ import annotations

from random import Random

from specimens.bank_text import grouped
from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.institutions import NEOBANKS
from specimens.papers.rib import FRENCH_FIELDS, BankDetails, template


def _phone_export(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    name, color = rng.choice(NEOBANKS)
    face, account = Face("Lato", 11.0), details.account
    sheet.box(40, 20, 130, 84, stroke=None, fill=color, radius=6)
    white = face.but(color="#ffffff")
    sheet.write(52, 38, name.upper(), white.but(size=18.0, bold=True))
    sheet.write(52, 62, "•••• 4821", white.but(size=14.0))
    sheet.write(52, 90, details.holder, white, within=105)
    y = 118.0
    for label, value in (
        ("Ton IBAN", account.iban),
        ("Ton BIC", account.bic),
        ("Bénéficiaire", details.holder),
        ("Banque", account.bank_code),
        ("Guichet", account.branch_code),
        ("Compte", account.account_number),
        ("Clé", account.rib_key),
    ):
        sheet.write(42, y, label, face.but(color="#8d8d8d"))
        sheet.write(168, y, value, face.strong(), "right", 96)
        sheet.rule(42, y + 4, 168, "#ececec")
        y += 13
    sheet.write(
        105, y + 10, "Partagé depuis l'application", face.but(size=8.0, color="#a0a0a0"), "center"
    )
    return FRENCH_FIELDS


def _cheque_slips(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    face, account = Face("DejaVu Sans Mono", 7.2), details.account
    for row in range(3):
        for column in range(2):
            x, y = 12 + 96 * column, 16 + 58 * row
            sheet.box(x, y, 90, 50, stroke="#3a7a5a", weight=0.25)
            sheet.box(x, y, 90, 7, stroke=None, fill="#dff0e6")
            sheet.write(
                x + 3, y + 5, f"{details.short} RIB  IDENTIFICATION BANCAIRE", face.strong()
            )
            head = "BANQUE  GUICHET  COMPTE        CLE"
            body = (
                f"{account.bank_code}   {account.branch_code}    "
                f"{account.account_number}   {account.rib_key}"
            )
            sheet.lines(
                x + 3,
                y + 12,
                (
                    head,
                    body,
                    "",
                    "IBAN",
                    grouped(account.iban),
                    f"SWIFT {account.bic}",
                    "",
                    "TITULAIRE",
                    details.holder,
                    details.address[0],
                ),
                face,
                within=84,
            )
    return FRENCH_FIELDS


def _identity_statement(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    face, account = Face("FreeSerif", 11.0), details.account
    marks.frame(sheet, details.color, 14)
    sheet.write(105, 36, details.bank, face.but(size=20.0, italic=True), "center")
    sheet.write(105, 60, "BANK IDENTITY STATEMENT", face.but(size=14.0, bold=True), "center")
    sheet.write(105, 67, "coordonnées bancaires internationales", face.but(italic=True), "center")
    text = (
        f"The account kept under the IBAN <b>{grouped(account.iban, 4, '-')}</b> (BIC "
        f"{account.bic}) with our {details.branch} office is held in the name of "
        f"<b>{details.holder}</b>, residing at {details.address[0]}, {details.address[1]}."
    )
    y = sheet.prose(30, 84, 150, text, face, "justify", 1.7)
    national = (
        f"French numbering: {account.bank_code} {account.branch_code} "
        f"{account.account_number} {account.rib_key}"
    )
    y = sheet.prose(30, y + 6, 150, national, face)
    sheet.write(30, y + 16, wording.some_english_date(details.day, rng), face)
    marks.signature(sheet, 120, y + 14, rng)
    marks.frame_stamp(sheet, 40, y + 28, rng, (details.bank.upper(), "SERVICE CLIENTÈLE"))
    return FRENCH_FIELDS


def _vertical_card(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    face, account = Face("Open Sans", 9.0), details.account
    sheet.box(120, 0, 90, 297, stroke=None, fill="#f1f4f7")
    sheet.write(16, 26, details.bank, face.but(size=14.0, color=details.color, bold=True))
    sheet.prose(
        16,
        40,
        92,
        f"Bonjour,<br/><br/>voici les références du compte de "
        f"<b>{details.holder}</b> à transmettre à votre employeur, à votre caisse "
        "d'assurance maladie ou à votre bailleur.",
        face,
        leading=1.5,
    )
    y = 40.0
    pairs = (("Code établissement", account.bank_code), ("Code agence", account.branch_code),
             ("Compte n°", account.account_number), ("Clé", account.rib_key),
             ("Code BIC (Swift)", account.bic), ("Agence", details.branch))  # fmt: skip
    for label, value in pairs:
        sheet.write(128, y, label, face.but(size=7.5, color="#6c7681"))
        sheet.write(128, y + 5, value, face.but(size=11.0))
        y += 16
    sheet.write(128, y, "IBAN", face.but(size=7.5, color="#6c7681"))
    sheet.lines(
        128,
        y + 5,
        tuple(
            grouped(account.iban[start : start + 12]) for start in range(0, len(account.iban), 12)
        ),
        face.but(size=12.0),
    )
    sheet.lines(16, 110, (details.holder, *details.address), face)
    marks.qr_code(sheet, 16, 240, 26, f"BCD\n002\n1\nSCT\n{account.bic}\n{details.holder}")
    return FRENCH_FIELDS


TEMPLATES = (
    template("phone_export", _phone_export),
    template("cheque_slips", _cheque_slips),
    template("identity_statement", _identity_statement),
    template("vertical_card", _vertical_card),
)
