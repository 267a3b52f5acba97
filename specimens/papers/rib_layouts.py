"""Bank details as French banks, neobanks and banks abroad print them. Anybody may study these."""

from __future__ import annotations

from random import Random

from specimens.bank_text import grouped
from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.institutions import NEOBANKS, STREETS, draw_name
from specimens.papers.rib import FRENCH_FIELDS, BankDetails, template


def numbers_table(sheet: Sheet, details: BankDetails, x: float, y: float, wide: float,
                  labels: tuple[str, str, str, str] | None = None) -> float:  # fmt: skip
    """Draw bank, branch, account and key side by side under their labels."""
    account = details.account
    heads = labels or ("Code banque", "Code guichet", "N° de compte", "Clé RIB")
    values = (account.bank_code, account.branch_code, account.account_number, account.rib_key)
    widths = (wide * 0.22, wide * 0.22, wide * 0.38, wide * 0.18)
    return sheet.table(x, y, widths, (heads, values), details.face, "all", "#eeeeee",
                       aligns=("center",) * 4)  # fmt: skip


def classic_table(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw the RIB of a branch: head, table of the French parts, IBAN, BIC, holder, branch."""
    face = details.face
    marks.crest(sheet, 18, 14, 16, rng, details.color)
    sheet.write(40, 24, details.bank, face.but(size=15.0, bold=True, color=details.color))
    title = rng.choice(("RELEVÉ D'IDENTITÉ BANCAIRE", "Relevé d'Identité Bancaire (RIB)",
                        "RELEVE D'IDENTITE BANCAIRE"))  # fmt: skip
    sheet.write(105, 48, title, face.but(size=14.0, bold=True), "center")
    y = sheet.prose(
        18,
        56,
        174,
        "Ce relevé est destiné à être remis, sur leur demande, à vos "
        "créanciers ou débiteurs appelés à faire inscrire des opérations à votre "
        "compte (virements, paiements de quittances, etc.).",
        face.scaled(0.85),
    )
    label = rng.choice(("Titulaire du compte", "Titulaire", "Intitulé du compte"))
    y = sheet.prose(
        18,
        y + 8,
        90,
        f"<b>{label} :</b><br/>{details.holder}<br/>" + "<br/>".join(details.address),
        face,
        leading=1.4,
    )
    sheet.prose(
        115,
        y - 22,
        77,
        f"<b>Domiciliation :</b><br/>{details.branch.upper()}<br/>Tél : 09 69 00 00 00",
        face,
        leading=1.4,
    )
    y = numbers_table(sheet, details, 18, y + 8, 174)
    iban = grouped(details.account.iban)
    y = sheet.table(
        18,
        y + 6,
        (60, 114),
        (
            ("IBAN (International Bank Account Number)", f"<b>{iban}</b>"),
            ("BIC (Bank Identifier Code)", f"<b>{details.account.bic}</b>"),
        ),
        face,
    )
    _bank_foot(sheet, details, rng)
    return FRENCH_FIELDS


def _bank_foot(sheet: Sheet, details: BankDetails, rng: Random, y: float = 279) -> None:
    face = details.face.but(size=6.5, color="#8a8a8a")
    sheet.prose(
        18,
        y,
        174,
        f"{details.bank} - Société anonyme coopérative à capital variable - "
        f"{rng.choice(STREETS)} - RCS {wording.digits(rng, 9)} - Société de courtage "
        "d'assurances immatriculée au registre des intermédiaires.",
        face,
        "center",
    )


def postal(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw the yellow and blue RIB of the postal kind: établissement, guichet, numéro, clé."""
    face, account = details.face, details.account
    sheet.box(0, 0, 210, 22, stroke=None, fill="#f7c600")
    sheet.write(18, 14, "La Banque du Courrier", face.but(size=16.0, bold=True, color="#0a3a82"))
    sheet.write(18, 38, "Relevé d'Identité Bancaire", face.but(size=13.0, bold=True))
    sheet.box(16, 44, 178, 74, stroke="#0a3a82", weight=0.4)
    small = face.but(size=7.5, color="#0a3a82")
    sheet.write(20, 50, "Identifiant national de compte bancaire - RIB", small.strong())
    labels = ("Établissement", "Guichet", "N° de compte", "Clé RIB")
    y = numbers_table(sheet, details, 20, 53, 120, labels)
    sheet.write(146, 57, "Domiciliation", small)
    sheet.write(
        146,
        62,
        rng.choice(("CENTRE FINANCIER", "CENTRE DE PARIS", "CENTRE DE NANTES")),
        face.scaled(0.85),
    )
    sheet.write(20, y + 7, "Identifiant international de compte bancaire - IBAN", small.strong())
    sheet.write(20, y + 13, grouped(account.iban), face.but(size=11.5, bold=True))
    sheet.write(140, y + 7, "BIC", small.strong())
    sheet.write(140, y + 13, account.bic, face.but(size=11.5, bold=True))
    sheet.write(20, y + 24, "Titulaire du compte", small.strong())
    sheet.lines(20, y + 30, (details.holder, *details.address), face)
    sheet.prose(
        16,
        124,
        178,
        "Remettez ce relevé à tout organisme ayant besoin de connaître les "
        "références de votre compte pour vos virements ou prélèvements.",
        face.scaled(0.85),
    )
    return FRENCH_FIELDS


def cut_outs(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw the same RIB several times on a page, to be cut out."""
    face = details.face.scaled(0.88)
    for number in range(rng.choice((3, 4))):
        top = 10 + 68 * number
        sheet.box(14, top, 182, 60, stroke="#777777", weight=0.2)
        sheet.write(18, top + 8, details.bank, face.but(size=10.5, bold=True, color=details.color))
        sheet.write(192, top + 8, "RIB - Relevé d'identité bancaire", face.strong(), "right")
        small = face.but(size=7.0, color="#555555")
        sheet.write(18, top + 14, "Titulaire du compte / Account holder", small)
        sheet.lines(18, top + 18.5, (details.holder, *details.address), face)
        sheet.write(120, top + 14, "Domiciliation / Paying bank", small)
        sheet.write(120, top + 18.5, details.branch.upper(), face)
        y = numbers_table(sheet, details, 18, top + 32, 130)
        sheet.write(18, y + 4.5, f"IBAN : {grouped(details.account.iban)}", face.strong())
        sheet.write(130, y + 4.5, f"BIC : {details.account.bic}", face.strong())
        if number:
            sheet.rule(5, top - 4, 205, "#999999", 0.2, (2, 1.5))
    return FRENCH_FIELDS


def french_english(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw a RIB whose every label is French and English."""
    face, account = details.face, details.account
    sheet.box(18, 14, 174, 12, stroke=None, fill=details.color)
    sheet.write(22, 22, details.bank, face.but(size=12.0, bold=True, color="#ffffff"))
    sheet.write(18, 44, "RIB / Bank account details", face.but(size=16.0, bold=True))
    rows = (
        (
            "Titulaire du compte<br/><i>Account holder</i>",
            f"{details.holder}<br/>{details.address[0]}<br/>{details.address[1]}",
        ),
        ("Agence de domiciliation<br/><i>Branch</i>", details.branch.upper()),
        ("IBAN<br/><i>International Bank Account Number</i>", f"<b>{grouped(account.iban)}</b>"),
        ("BIC / SWIFT<br/><i>Bank Identifier Code</i>", f"<b>{account.bic}</b>"),
        ("Code banque<br/><i>Bank code</i>", account.bank_code),
        ("Code agence<br/><i>Branch code</i>", account.branch_code),
        ("Numéro de compte<br/><i>Account number</i>", account.account_number),
        ("Clé RIB<br/><i>Check digits</i>", account.rib_key),
        ("Devise<br/><i>Currency</i>", "EUR"),
    )
    sheet.table(18, 52, (66, 108), rows, face, "rows", line="#c8cdd3", pad=1.8)
    _bank_foot(sheet, details, rng)
    return FRENCH_FIELDS


def window_letter(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw a letter with the RIB in a frame under the address."""
    face = details.face
    sheet.write(18, 22, details.bank.upper(), face.but(size=13.0, bold=True, color=details.color))
    sheet.lines(
        18,
        28,
        (f"Agence {details.branch}", "Votre conseiller : " + draw_name(rng)),
        face.scaled(0.85),
    )
    sheet.lines(112, 52, (details.holder, *details.address), face)
    sheet.write(112, 78, f"Le {wording.french_date(details.day)}", face)
    title = "Madame" if details.holder.upper().startswith(("MME", "MLLE")) else "Madame, Monsieur"
    y = sheet.prose(
        18,
        90,
        174,
        f"{title},<br/><br/>Nous vous prions de trouver ci-dessous "
        "les coordonnées de votre compte de dépôt. Vous pouvez les communiquer pour "
        "recevoir des virements ou autoriser des prélèvements SEPA.",
        face,
    )
    top = y + 8
    sheet.box(18, top, 174, 58, stroke=details.color, weight=0.5, radius=2)
    sheet.write(105, top + 8, "R.I.B.", face.but(size=12.0, bold=True), "center")
    sheet.write(24, top + 16, f"Compte ouvert au nom de : {details.holder}", face)
    y = numbers_table(sheet, details, 24, top + 20, 162)
    sheet.write(
        24, y + 8, f"IBAN   {grouped(details.account.iban)}", face.but(size=11.0, bold=True)
    )
    sheet.write(24, y + 15, f"BIC    {details.account.bic}", face.but(size=11.0, bold=True))
    sheet.write(18, top + 72, "Nous vous prions d'agréer nos salutations distinguées.", face)
    marks.signature(sheet, 130, top + 78, rng)
    _bank_foot(sheet, details, rng)
    return FRENCH_FIELDS


def online_bank(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw the airy RIB that an online bank's site makes."""
    face, account = details.face, details.account
    sheet.write(24, 30, details.short.lower() + "direct", face.but(size=24.0, bold=True,
                color=details.color))  # fmt: skip
    sheet.write(24, 56, "Votre RIB", face.but(size=20.0))
    grey = face.but(size=8.0, color="#8b8f96")
    entries = (
        (24, 72, "TITULAIRE", details.holder), (24, 92, "IBAN", grouped(account.iban)),
        (24, 112, "BIC", account.bic), (110, 112, "DOMICILIATION", details.branch),
        (24, 132, "BANQUE", account.bank_code), (64, 132, "GUICHET", account.branch_code),
        (104, 132, "NUMÉRO DE COMPTE", account.account_number), (160, 132, "CLÉ", account.rib_key),
    )  # fmt: skip
    for x, y, label, value in entries:
        sheet.write(x, y, label, grey)
        sheet.write(x, y + 6, value, face.but(size=11.0, bold=True), within=186 - x)
    sheet.rule(24, 146, 186, "#e0e0e0")
    sheet.lines(24, 154, details.address, grey)
    return FRENCH_FIELDS


def neobank(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw the RIB of a neobank whose account is in another country of SEPA."""
    name, color = rng.choice(NEOBANKS)
    face, account = details.face.but(size=10.5), details.account
    sheet.write(22, 32, name, face.but(size=26.0, bold=True, color=color))
    title = rng.choice(("Relevé d'identité bancaire", "RIB", "Détails du compte",
                        "Bank account details"))  # fmt: skip
    english = title.startswith("Bank")
    sheet.write(22, 62, title, face.but(size=18.0, bold=True))
    labels = (
        ("Account holder", "IBAN", "BIC", "Bank name and address", "Account currency")
        if english
        else ("Bénéficiaire", "IBAN", "Code BIC / SWIFT", "Nom et adresse de la banque", "Devise")
    )
    values = (
        details.holder,
        grouped(account.iban),
        account.bic,
        f"{name} Bank SA, {rng.choice(STREETS)}",
        "EUR",
    )
    y = 78.0
    for label, value in zip(labels, values, strict=True):
        sheet.write(22, y, label, face.but(color="#7b818a", size=9.0))
        y = sheet.prose(22, y + 2, 160, value, face.but(size=12.0)) + 9
    sheet.lines(22, y + 4, details.address, face.but(color="#7b818a", size=9.0))
    sheet.prose(
        22,
        268,
        166,
        f"{name} Bank est un établissement de crédit agréé. Les fonds sont "
        "protégés à hauteur de 100 000 euros par client.",
        face.but(size=7.5, color="#9a9a9a"),
    )
    return ("iban", "bic")


def foreign_letter(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw the English letter of a bank abroad that confirms an account."""
    face, account = details.face.but(size=10.5), details.account
    marks.crest(sheet, 20, 14, 18, rng, details.color)
    bank = rng.choice(("First Meridian Bank", "Banco del Puerto", "Hansa Kredit AG",
                       "Banca dell'Arno", "Anadolu Ticaret"))  # fmt: skip
    sheet.write(44, 26, bank, face.but(size=15.0, bold=True))
    sheet.write(190, 50, wording.some_english_date(details.day, rng), face, "right")
    sheet.write(20, 66, "BANK ACCOUNT CONFIRMATION", face.but(size=13.0, bold=True))
    y = sheet.prose(
        20,
        76,
        170,
        "To whom it may concern,<br/><br/>We hereby confirm that the "
        "customer named below holds a current account with our bank.",
        face,
    )
    rows = (
        ("Account holder", details.holder),
        ("IBAN", grouped(account.iban)),
        ("SWIFT / BIC", account.bic),
        ("Currency", rng.choice(("EUR", "EUR", "USD"))),
    )
    y = sheet.table(20, y + 6, (48, 122), rows, face, "all", pad=2)
    sheet.write(20, y + 16, "Yours faithfully,", face)
    marks.signature(sheet, 20, y + 20, rng)
    marks.round_stamp(sheet, 90, y + 30, rng, bank, ("CUSTOMER", "SERVICE"))
    return ("iban", "bic")


def old_without_iban(sheet: Sheet, details: BankDetails, rng: Random) -> tuple[str, ...]:
    """Draw an old RIB that has the French parts only."""
    face = Face("Liberation Mono", 10.0)
    sheet.box(18, 18, 174, 74)
    sheet.write(22, 27, details.bank.upper(), face.strong())
    sheet.write(188, 27, "RELEVE D'IDENTITE BANCAIRE", face, "right")
    sheet.write(22, 36, details.branch.upper(), face.scaled(0.85))
    sheet.lines(22, 48, (details.holder, *details.address), face)
    account = details.account
    heads = "C/ETABL.   C/GUICHET   N/COMPTE       C/RICE"
    sheet.write(22, 74, heads, face.scaled(0.85))
    values = (
        f"{account.bank_code}      {account.branch_code}      "
        f"{account.account_number}     {account.rib_key}"
    )
    sheet.write(22, 80, values, face.scaled(0.85))
    return FRENCH_FIELDS[2:]


TEMPLATES = (
    template("classic_table", classic_table),
    template("postal", postal),
    template("cut_outs", cut_outs),
    template("french_english", french_english),
    template("window_letter", window_letter),
    template("online_bank", online_bank),
    template("monaco", classic_table, ("MC",)),
    template("neobank_lt", neobank, ("LT",)),
    template("neobank_be_de_es", neobank, ("BE", "DE", "ES")),
    template("foreign_letter", foreign_letter, ("IT", "PT", "DE", "ES", "GB", "PL", "RO", "NL")),
    template("foreign_not_sepa", foreign_letter, ("TN", "TR", "BR"), variant="not_sepa"),
    template("old_without_iban", old_without_iban, variant="no_iban"),
)
