"""Bank details kept for measuring: network bank, online bank, telephone, post, mutual, abroad.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from dataclasses import dataclass

from specimens.bank_text import (
    Account,
    draw_foreign_account,
    draw_french_account,
    grouped,
    misprinted,
)
from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.rib import FRENCH_FIELDS, JOINT
from specimens.papers.unseen_facts import Facts, draw_lane, draw_signatory, draw_town, template

KIND = "rib"
_BOTH = ("", JOINT)
_NETWORKS = (("BANQUE MÉRIDIENNE", "#00814a"), ("Crédit Languedocien", "#d0021b"),
             ("Société Lyonnaise de Dépôts", "#1b1b1b"), ("LCN Banque", "#003d7c"))  # fmt: skip
_ONLINE = (("Azimut Banque", "#d6006d"), ("moncompte+", "#0a7d8c"), ("Banque Hélios", "#e8590c"))
_APPS = (("Pépite", "#16a085"), ("Lydie & Co", "#3867d6"), ("Orka", "#1e272e"))


@dataclass(frozen=True, slots=True)
class Held:
    """An account and its holder: as printed, and as the truth has it."""

    account: Account
    printed: str
    name: str

    def truth(self, *fields: str) -> dict[str, str]:
        return {"holder": self.name} | {key: getattr(self.account, key) for key in fields}


def hold(facts: Facts, country: str = "FR", titled: bool = True) -> Held:
    """Draw an account; a joint one names a second holder."""
    rng = facts.rng
    draw = draw_french_account if country == "FR" else draw_foreign_account
    account = misprinted(draw(rng, country), facts.wish.wrong, rng)
    given = " ".join(facts.who.given_names[: rng.choice((1, 3))])
    plain = f"{facts.surname} {given}" if rng.random() < 0.6 else f"{given} {facts.surname}"
    name = plain.strip().upper() if rng.random() < 0.5 else plain.strip()
    title = f"{facts.by_sex(rng.choice(('M.', 'MR')), rng.choice(('MME', 'Mme')))} "
    lead = title if titled else ""
    if facts.wish.variant == JOINT and country == "FR":
        other = draw_signatory(rng).upper()
        return Held(account, f"{lead}{name} OU {other}", f"{name} / {other}")
    return Held(account, lead + name, name)


def _network(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, held = facts.rng, hold(facts)
    bank, color = rng.choice(_NETWORKS)
    account, (town, code) = held.account, draw_town(rng)
    face = Face(rng.choice(("Liberation Sans", "FreeSans")), 9)
    marks.crest(sheet, 12, 10, 12, rng, color)
    sheet.write(27, 18, bank, face.but(size=14, bold=True, color=color))
    sheet.write(198, 18, "RELEVÉ D'IDENTITÉ BANCAIRE", face.but(size=11, bold=True), "right")
    sheet.box(12, 28, 92, 30, weight=0.2)
    sheet.write(14, 32.5, "Cadre réservé au destinataire du relevé", face.scaled(0.8))
    sheet.box(106, 28, 92, 30, weight=0.2)
    sheet.write(108, 32.5, "Titulaire du compte", face.scaled(0.8))
    sheet.lines(112, 40, (held.printed, *facts.address), face.but(size=10), within=84)
    sheet.box(12, 60, 186, 46, weight=0.2)
    sheet.write(14, 65, "Références bancaires nationales (RIB)", face.strong())
    columns = (("Banque", 16, account.bank_code), ("Agence", 44, account.branch_code),
               ("Numéro de compte", 72, account.account_number),
               ("Clé", 116, account.rib_key))  # fmt: skip
    for label, x, value in columns:
        sheet.write(x, 71, label, face.scaled(0.8))
        sheet.write(x, 77, value, face.but(size=11, family="Liberation Mono"))
    sheet.write(138, 71, "Domiciliation", face.scaled(0.8))
    sheet.write(138, 77, f"{bank.split()[0]} {town}".upper(), face, within=56)
    sheet.write(14, 86, "Références bancaires internationales", face.strong())
    sheet.write(16, 92, "IBAN", face.scaled(0.8))
    sheet.write(30, 92, grouped(account.iban), face.but(size=11, family="Liberation Mono"))
    sheet.write(16, 100, "BIC", face.scaled(0.8))
    sheet.write(30, 100, account.bic, face.but(size=11, family="Liberation Mono"))
    text = (
        "Ce relevé d'identité bancaire est à remettre à vos débiteurs ou créanciers, français ou "
        "étrangers, pour la présentation de vos prélèvements et la réception de vos virements. "
        "Son emploi vous évite des erreurs ou des retards d'exécution."
    )
    sheet.prose(12, 110, 186, text, face.scaled(0.85))
    sheet.write(12, 126, f"{draw_lane(rng)} {code} {town} - tél. 09 80 00 00 "
                f"{rng.randint(10, 99)}", face.scaled(0.85))  # fmt: skip
    return held.truth(*FRENCH_FIELDS)


def _online(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, held = facts.rng, hold(facts)
    bank, color = rng.choice(_ONLINE)
    face, account = Face(rng.choice(("Open Sans", "Lato", "Noto Sans")), 10), held.account
    sheet.write(20, 28, bank, face.but(size=20, bold=True, color=color))
    sheet.write(20, 52, "RIB de votre compte bancaire", face.but(size=15))
    sheet.write(20, 59, f"édité en ligne le {wording.numeric_date(facts.lately())}",
                face.but(size=8, color="#707070"))  # fmt: skip
    sheet.box(20, 66, 170, 26, stroke=None, fill="#f4f4f6", radius=3)
    sheet.write(26, 74, f"Nom du titulaire : {held.printed}", face, within=156)
    sheet.write(26, 81, f"Adresse : {', '.join(facts.address)}", face, within=156)
    sheet.write(26, 88, "Devise du compte : EUR", face)
    heads = ("Code banque", "Code guichet", "Numéro de compte", "Clé RIB", "Domiciliation")
    values = (account.bank_code, account.branch_code, account.account_number, account.rib_key,
              bank.upper())  # fmt: skip
    y = sheet.table(20, 100, (28, 28, 44, 20, 50), (heads, values), face.scaled(0.92), "rows",
                    color if rng.random() < 0.2 else "#ececf0", pad=2.2)  # fmt: skip
    y = sheet.prose(20, y + 9, 170, f"IBAN : <b>{grouped(account.iban)}</b>", face.but(size=12))
    y = sheet.prose(20, y + 3, 170, f"BIC / SWIFT : <b>{account.bic}</b>", face.but(size=12))
    sheet.prose(20, y + 12, 170, "Pour recevoir vos remboursements ou domicilier votre salaire, "
                "transmettez simplement ce document à l'organisme concerné.",
                face.scaled(0.9), leading=1.45)  # fmt: skip
    sheet.prose(20, 274, 170, f"{bank}, SA au capital de 53 576 889 €, {draw_lane(rng)}, Paris. "
                f"ORIAS {facts.number(8)}.", face.but(size=6.8, color="#8c8c8c"))  # fmt: skip
    return held.truth(*FRENCH_FIELDS)


def _telephone(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw a screen of a telephone: a bar, a card with the numbers, a button."""
    rng, held = facts.rng, hold(facts, titled=False)
    name, color = rng.choice(_APPS)
    face, account = Face(rng.choice(("Roboto", "Open Sans")), 8.5), held.account
    sheet.box(0, 0, sheet.width, sheet.height, stroke=None, fill="#f6f7f9")
    sheet.write(6, 6, f"{rng.randint(9, 22)}:{rng.randint(10, 59)}", face.scaled(0.85))
    sheet.write(sheet.width - 6, 6, f"4G  {rng.randint(12, 98)} %", face.scaled(0.85), "right")
    sheet.write(8, 20, "‹", face.but(size=14, color=color))
    sheet.write(sheet.width / 2, 20, "Mon RIB", face.but(size=11, bold=True), "center")
    sheet.box(6, 28, sheet.width - 12, 124, stroke=None, fill="#ffffff", radius=4)
    sheet.write(12, 39, name, face.but(size=13, bold=True, color=color))
    rows = (("Titulaire", held.printed), ("IBAN", grouped(account.iban)), ("BIC", account.bic),
            ("Code banque", account.bank_code), ("Code guichet", account.branch_code),
            ("N° de compte", account.account_number), ("Clé RIB", account.rib_key))  # fmt: skip
    y = 50.0
    for label, value in rows:
        sheet.write(12, y, label, face.but(size=7.5, color="#7c8590"))
        sheet.write(12, y + 5, value, face.but(size=10), within=sheet.width - 24)
        y += 14.5
    sheet.box(10, 160, sheet.width - 20, 11, stroke=None, fill=color, radius=5)
    sheet.write(sheet.width / 2, 167, "Partager mon RIB", face.but(color="#ffffff", bold=True),
                "center")  # fmt: skip
    return held.truth(*FRENCH_FIELDS)


def _post(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw three slips to be detached, as the bank of the post prints them."""
    rng, held = facts.rng, hold(facts)
    account, centre = held.account, rng.choice(("LA SOURCE", "LIMOGES", "ROUEN", "MARSEILLE"))
    face, blue = Face(rng.choice(("Carlito", "Liberation Sans Narrow")), 9.5), "#12357a"
    for number in range(3):
        top = 8 + 92 * number
        sheet.box(10, top, 190, 8, stroke=None, fill=blue)
        sheet.write(13, top + 5.6, "BANQUE DES POSTES", face.but(color="#ffffff", bold=True))
        sheet.write(197, top + 5.6, "RIB - Relevé d'identité bancaire",
                    face.but(color="#ffffff"), "right")  # fmt: skip
        sheet.lines(13, top + 16, ("TITULAIRE DU COMPTE", held.printed, *facts.address), face,
                    within=88)  # fmt: skip
        sheet.lines(112, top + 16, ("DOMICILIATION", f"CENTRE FINANCIER DE {centre}",
                    f"Compte courant postal n° {account.account_number}"), face)  # fmt: skip
        y = top + 40
        cells = (
            (13, "Étab.", account.bank_code),
            (38, "Guichet", account.branch_code),
            (63, "N° du compte", account.account_number),
            (104, "Clé RIB", account.rib_key),
        )
        for x, label, value in cells:
            sheet.write(x, y, label, face.but(size=7.5, color=blue))
            sheet.write(x, y + 5, value, face.strong())
        sheet.write(13, y + 15, "Identifiant international (IBAN)", face.but(size=7.5, color=blue))
        sheet.write(13, y + 21, grouped(account.iban), face.but(size=12, bold=True))
        sheet.write(130, y + 15, "Identifiant de l'établissement (BIC)",
                    face.but(size=7.5, color=blue))  # fmt: skip
        sheet.write(130, y + 21, account.bic, face.but(size=12, bold=True))
        if number < 2:
            sheet.rule(4, top + 86, 206, "#909090", 0.2, (1.0, 1.0))
    return held.truth(*FRENCH_FIELDS)


def _mutual(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, held = facts.rng, hold(facts)
    account, (town, code) = held.account, draw_town(rng)
    face = Face(rng.choice(("DejaVu Sans", "Liberation Sans")), 8.6)
    local = f"Caisse de Crédit Solidaire de {town}"
    sheet.write(18, 20, local, face.but(size=13, bold=True, color="#0055a5"))
    sheet.lines(18, 26, (f"{draw_lane(rng)} - {code} {town}", "contact@caisse.example.org"), face)
    sheet.write(105, 50, "Relevé d'Identité Bancaire (R.I.B.)", face.but(size=14, bold=True),
                "center")  # fmt: skip
    y = sheet.prose(18, 58, 174, "Document à communiquer à tout organisme demandant vos références "
                    "bancaires (employeur, caisse primaire, opérateur...).", face)  # fmt: skip
    y = sheet.table(18, y + 6, (28, 28, 50, 24, 24), (
        ("Banque", "Guichet", "N° compte", "Clé", "Devise"),
        (account.bank_code, account.branch_code, account.account_number, account.rib_key, "EUR"),
    ), face.but(size=9.5), "all", "#dbe8f5", aligns=("center",) * 5)  # fmt: skip
    sheet.write(18, y + 9, "IBAN (International Bank Account Number)", face.strong())
    y = sheet.table(18, y + 11, (20, 20, 20, 20, 20, 20, 20), (
        tuple(grouped(account.iban).split(" ")),
    ), face.but(size=10), "all", aligns=("center",) * 7)  # fmt: skip
    sheet.write(18, y + 9, "BIC (Bank Identifier Code)", face.strong())
    y = sheet.table(18, y + 11, (44,), ((account.bic,),), face.but(size=10), "all",
                    aligns=("center",))  # fmt: skip
    sheet.write(18, y + 10, "Domiciliation", face.strong())
    sheet.lines(18, y + 16, (local.upper(), f"{code} {town.upper()}"), face)
    sheet.write(108, y + 10, "Titulaire du compte (Account Owner)", face.strong())
    sheet.lines(108, y + 16, (held.printed.upper(), *facts.address), face, within=88)
    sheet.prose(18, y + 34, 174, "PARTIE RÉSERVÉE AU DESTINATAIRE DU RELEVÉ", face.scaled(0.8))
    return held.truth(*FRENCH_FIELDS)


def _account_letter(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the account confirmation of a payment institution of another SEPA state."""
    rng = facts.rng
    held = hold(facts, rng.choice(("LT", "IE", "BE", "LU")), titled=False)
    face, account = Face(rng.choice(("Lato", "Roboto", "Liberation Sans")), 10.5), held.account
    name, color = rng.choice((("Volta Pay UAB", "#0666eb"), ("Brise Europe Ltd", "#117a65"),
                              ("Kiosk Money SA", "#6c3483")))  # fmt: skip
    sheet.write(22, 26, name, face.but(size=18, bold=True, color=color))
    sheet.write(22, 52, "Attestation de détention de compte", face.but(size=15, bold=True))
    sheet.write(22, 60, f"Date : {wording.french_date(facts.lately())}", face)
    y = sheet.prose(
        22,
        70,
        166,
        f"Nous confirmons que <b>{held.printed}</b> "
        f"({', '.join(facts.address)}) est titulaire d'un compte de paiement en euros "
        "ouvert dans nos livres, dont voici les coordonnées :",
        face,
        leading=1.5,
    )
    for label, value in (
        ("IBAN", grouped(account.iban)),
        ("Code BIC", account.bic),
        ("Établissement", name),
        ("Intitulé du compte", held.printed),
    ):
        y += 9
        sheet.write(22, y, f"{label} :", face.but(color="#5d6d7e"))
        sheet.write(68, y, value, face.strong())
    y = sheet.prose(22, y + 10, 166, "Ces coordonnées permettent de recevoir des virements SEPA "
                    "depuis toute la zone euro.", face, leading=1.5)  # fmt: skip
    sheet.lines(22, y + 16, ("L'équipe Service client", name), face)
    sheet.prose(22, 270, 166, f"{name} is authorised as an electronic money institution, licence "
                f"no. {facts.number(6)}.", face.but(size=7, color="#999999"))  # fmt: skip
    return held.truth("iban", "bic")


def _spanish(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, held = facts.rng, hold(facts, "ES", titled=False)
    face, account = Face(rng.choice(("Liberation Sans", "Noto Sans")), 10.5), held.account
    day = facts.lately()
    sheet.write(20, 24, "CAJA DEL EBRO", face.but(size=17, bold=True, color="#004f59"))
    sheet.write(20, 50, "CERTIFICADO DE TITULARIDAD DE CUENTA", face.but(size=13, bold=True))
    text = (
        "Caja del Ebro, S.A., y en su nombre la oficina que suscribe, CERTIFICA que "
        f"<b>{held.printed}</b> figura como titular de la cuenta corriente cuyos datos se indican "
        "a continuación, abierta en esta entidad y operativa en el día de la fecha:"
    )
    y = sheet.prose(20, 62, 170, text, face, "justify", 1.5)
    y = sheet.table(20, y + 6, (50, 120), (
        ("Titular", held.printed), ("IBAN", grouped(account.iban)), ("BIC / SWIFT", account.bic),
        ("Entidad / Oficina", f"{account.iban[4:8]} / {account.iban[8:12]}"),
        ("Moneda", "Euro"),
    ), face, "all", pad=2)  # fmt: skip
    y = sheet.prose(20, y + 8, 170, "Y para que así conste, a petición del interesado, se expide "
                    f"el presente certificado el {wording.long_date(day, 'es')}.", face,
                    leading=1.5)  # fmt: skip
    sheet.write(120, y + 14, "Firma y sello de la oficina", face)
    marks.signature(sheet, 122, y + 20, rng)
    marks.round_stamp(sheet, 96, y + 30, rng, "CAJA DEL EBRO", ("OFICINA", account.iban[8:12]))
    return held.truth("iban", "bic")


def _german(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, held = facts.rng, hold(facts, "DE", titled=False)
    face, account = Face(rng.choice(("FreeSans", "Carlito")), 10.5), held.account
    sheet.box(0, 0, 210, 14, stroke=None, fill="#e30613")
    sheet.write(20, 34, "Sparbank Mittelrhein", face.but(size=15, bold=True))
    sheet.write(20, 56, "Kontobestätigung / Bank account confirmation",
                face.but(size=13, bold=True))  # fmt: skip
    y = sheet.prose(20, 66, 170, "Hiermit bestätigen wir, dass das folgende Girokonto bei uns "
                    "geführt wird. <i>We hereby confirm that the following current account is held "
                    "with us.</i>", face, leading=1.5)  # fmt: skip
    for label, value in (("Kontoinhaber / Account holder", held.printed),
                         ("IBAN", grouped(account.iban)), ("BIC", account.bic),
                         ("Kreditinstitut / Bank", "Sparbank Mittelrhein")):  # fmt: skip
        y += 11
        sheet.write(20, y, label, face.but(size=8.5, color="#555555"))
        sheet.write(20, y + 5, value, face.but(size=12))
    sheet.write(20, y + 24, f"{facts.lately():%d.%m.%Y}", face)
    marks.signature(sheet, 20, y + 28, rng)
    sheet.write(20, y + 46, "Sparbank Mittelrhein, Kundenservice", face)
    return held.truth("iban", "bic")


TEMPLATES = (
    template(KIND, "held_network", _network, variants=_BOTH),
    template(KIND, "held_online", _online, variants=_BOTH),
    template(KIND, "held_telephone", _telephone, size=(98.0, 186.0)),
    template(KIND, "held_post", _post, variants=_BOTH),
    template(KIND, "held_mutual", _mutual, variants=_BOTH),
    template(KIND, "held_account_letter", _account_letter),
    template(KIND, "held_spanish", _spanish),
    template(KIND, "held_german", _german),
)
