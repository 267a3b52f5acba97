"""Papers of health cover and of parents kept for measuring, each drawn in its own way.

Nobody looks at these while writing cues, readers or training data. A setting writes with a `Pen`,
which keeps what was said, so that the truth of a page is what is printed on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from specimens.layout import A4, Align, Face, Sheet
from specimens.model import Paper, Person, Template, Wish
from specimens.papers import marks, wording
from specimens.papers.forms import Form
from specimens.papers.letter_values import PROVISIONAL, fields_of, letter_values

_PARENTS = frozenset({"father_name", "mother_name"})
_BLUE, _GREY = "#0c419a", "#5a6270"
_HANDS = ("DkgHandwriting", "Breip", "Klee One")


@dataclass(slots=True)
class Pen:
    """Writes on a sheet what a template with braces says, and remembers it."""

    sheet: Sheet
    values: Mapping[str, str]
    rng: Random
    said: list[str] = field(default_factory=list)

    def fill(self, template: str) -> str:
        """Put the values in the braces."""
        self.said.append(template)
        return template.format_map(self.values)

    def write(
        self, x: float, y: float, template: str, face: Face, align: Align = "left",
        within: float | None = None,
    ) -> float:  # fmt: skip
        """Write one line, its baseline at `y`."""
        return self.sheet.write(x, y, self.fill(template), face, align, within)

    def prose(
        self, x: float, y: float, width: float, template: str, face: Face, leading: float = 1.45
    ) -> float:
        """Write wrapped text, its top at `y`; return its bottom."""
        return self.sheet.prose(x, y, width, self.fill(template), face, leading=leading)

    def rows(
        self, x: float, y: float, tab: float, rows: tuple[tuple[str, str], ...], face: Face,
        step: float = 7.0,
    ) -> float:  # fmt: skip
        """Write labels and, in bold at a tab, values; leave out a row without value."""
        for label, template in rows:
            value = self.fill(template)
            if value.strip():
                self.write(x, y, label, face, within=tab - x - 2)
                within = self.sheet.width - tab - 15
                self.sheet.write(tab, y, value, face.strong(), within=within)
                y += step
        return y


Setting = Callable[[Pen], None]


def _face(pen: Pen, size: float = 10.5) -> Face:
    return Face(pen.rng.choice(("Roboto", "Lato", "Open Sans", "Carlito", "FreeSans")), size)


def _hand(pen: Pen) -> Face:
    return Face(pen.rng.choice(_HANDS), 14.0, color=pen.rng.choice(("#1b2f8a", "#20202a")))


def _fund_head(pen: Pen, face: Face) -> None:
    """The head of a fund's letters: a mark, its name, where it writes from."""
    pen.sheet.disc(25, 22, 7, fill=_BLUE)
    pen.sheet.disc(28, 20, 3, fill="#ffffff")
    pen.write(36, 21, "l'Assurance", face.but(size=13, bold=True, color=_BLUE))
    pen.write(36, 27, "Maladie", face.but(size=13, bold=True, color=_BLUE))
    pen.write(18, 36, "CPAM {cpam}", face.strong())
    pen.write(18, 41, "TSA 11104 - {post2} {town2} CEDEX", face.scaled(0.85))


def _letter_by_hand(pen: Pen) -> None:
    """A mother's letter, written by hand on plain paper."""
    hand = _hand(pen)
    y = 26.0
    for line in ("{mother}", "{street1}", "{town1}", "{phone}"):
        y = pen.write(22, y, line, hand) + 1.5
    pen.write(188, y + 8, "Le {now_fr}", hand, "right")
    y = pen.prose(
        22, y + 22, 164, "Madame, Monsieur,<br/><br/>Par cette lettre, moi, {mother}, mère de"
        " {name_plain}, {ne} le {born_fr} à {place}, je donne l'autorisation à mon enfant, qui a"
        " moins de 16 ans, de s'inscrire à la sécurité sociale en France et de fournir les"
        " papiers qui lui seront demandés.<br/><br/>Je vous joins la copie de ma carte"
        " d'identité.<br/><br/>Veuillez agréer mes salutations distinguées.", hand, 1.6,
    )  # fmt: skip
    marks.signature(pen.sheet, 120, y + 10, pen.rng, 42, 16)


def _form_by_hand(pen: Pen) -> None:
    """The form of a school, filled in by hand, with boxes to tick."""
    face, hand = _face(pen, 10), _hand(pen).but(size=12.5)
    accent = pen.rng.choice(marks.ACCENTS)
    marks.crest(pen.sheet, 18, 14, 15, pen.rng, accent)
    pen.write(38, 20, "{institution}", face.strong().but(size=11.5))
    pen.write(38, 26, "Service de la vie étudiante", face)
    pen.sheet.box(18, 38, 174, 14, stroke=None, fill=accent)
    title = face.but(size=14, bold=True, color="#ffffff")
    pen.write(105, 47, "Autorisation parentale - élève mineur", title, "center")
    y = 64.0
    pen.write(18, y, "LE REPRÉSENTANT LÉGAL", face.strong())
    lines = (
        ("Nom, prénom :", "{father}"), ("Demeurant :", "{street1} {town1}"), ("Tél. :", "{phone}"),
    )  # fmt: skip
    y = _filled_lines(pen, y + 10, lines, face, hand)
    for number, text in enumerate(("père", "mère", "tuteur / tutrice")):
        pen.sheet.box(22 + number * 40, y, 4, 4)
        pen.write(28 + number * 40, y + 3.4, text, face)
    pen.write(22.7, y + 3.6, "X", hand)
    y += 16
    pen.write(18, y, "L'ÉLÈVE", face.strong())
    about = (
        ("Nom de famille :", "{surname}"), ("Prénoms :", "{given}"), ("Date de naissance :",
        "{born_num}"), ("Lieu de naissance :", "{place}"),
    )  # fmt: skip
    y = _filled_lines(pen, y + 10, about, face, hand)
    y = pen.prose(
        18, y + 4, 174, "Je soussigné(e), exerçant l'autorité parentale, autorise l'élève nommé(e)"
        " ci-dessus à effectuer son affiliation à l'assurance maladie en ligne et consens au"
        " recueil des données nécessaires.", face,
    )  # fmt: skip
    pen.write(18, y + 14, "Fait à", face)
    pen.write(32, y + 14, "{town2}", hand)
    pen.write(90, y + 14, "le", face)
    pen.write(98, y + 14, "{now_num}", hand)
    pen.write(18, y + 24, "Signature précédée de « lu et approuvé »", face)
    pen.write(112, y + 25, "lu et approuvé", hand)
    marks.signature(pen.sheet, 120, y + 30, pen.rng, 40, 14)


def _filled_lines(
    pen: Pen, y: float, rows: tuple[tuple[str, str], ...], face: Face, hand: Face
) -> float:
    for label, template in rows:
        pen.write(22, y, label, face)
        pen.sheet.rule(64, y + 1, 190, "#808080", 0.15)
        value = pen.fill(template)
        if value.strip():
            pen.sheet.write(66, y - 0.4, value, hand, within=122)
        y += 10
    return y


def _two_languages(pen: Pen) -> None:
    """French at the left, English at the right, under one heading."""
    face = _face(pen, 10)
    head = face.but(size=13, bold=True)
    pen.write(105, 28, "AUTORISATION DU PARENT - PARENT'S AUTHORISATION", head, "center")
    pen.sheet.rule(20, 33, 190, "#404040", 0.3)
    pen.sheet.stroke(105, 40, 105, 176, "#b0b0b0", 0.2)
    left = (
        "Je, {father}, domicilié {street1}, {town1}, agissant en qualité de titulaire de"
        " l'autorité parentale à l'égard de :<br/><br/><b>{name}</b><br/>{ne} le"
        " {born_fr}<br/>à {place}, {country}<br/><br/>consens à ce que l'enfant mineur soit"
        " affilié à l'assurance maladie française pour la durée de ses études et accomplisse les"
        " formalités sur le site de la sécurité sociale des étudiants étrangers."
    )
    right = (
        "I, {father}, residing at {street1}, {town1}, acting as holder of parental authority over"
        " :<br/><br/><b>{name}</b><br/>born on {born_en}<br/>in {place},"
        " {country}<br/><br/>consent to the enrolment of the above minor child in the French"
        " health insurance scheme for the duration of the studies, and to the completion of the"
        " online formalities."
    )
    pen.prose(20, 44, 80, left, face, 1.6)
    pen.prose(110, 44, 80, right, face, 1.6)
    pen.write(20, 190, "Date : {now_num}", face)
    pen.write(20, 200, "Signature du parent / Signature of parent", face)
    marks.signature(pen.sheet, 30, 205, pen.rng, 44, 16)
    if pen.rng.random() < 0.5:
        marks.round_stamp(pen.sheet, 150, 212, pen.rng, "NOTAIRE - NOTARY PUBLIC")


def _guarantee(pen: Pen) -> None:
    """A parent's undertaking to pay, with the sums in a small table."""
    face = _face(pen, 11)
    pen.write(22, 24, "{mother}", face.strong())
    pen.write(22, 30, "{place}, {country}", face)
    title = face.but(size=14, bold=True)
    pen.write(105, 56, "Attestation de prise en charge financière", title, "center")
    y = pen.prose(
        22, 68, 166, "Je certifie subvenir aux besoins de {name_sg}, {ne} le {born_num}, pendant"
        " ses études en France à {institution}. Ses ressources pour l'année {school_year} sont"
        " les suivantes :", face,
    )  # fmt: skip
    rows = (
        ("Origine", "Montant mensuel"),
        (pen.fill("Aide familiale"), pen.fill("{rent} €")),
        (pen.fill("Bourse de mobilité"), pen.fill("{a0} €")),
    )
    y = pen.sheet.table(22, y + 6, (90, 60), rows, face.scaled(0.95), "all", "#e6ebf2", pad=2)
    y = pen.prose(
        22, y + 8, 166, "Ces ressources lui permettent de ne pas être une charge pour le système"
        " d'assistance sociale. J'atteste sur l'honneur l'exactitude de cette déclaration.", face,
    )  # fmt: skip
    pen.write(110, y + 16, "{town2}, le {now_fr}", face)
    marks.signature(pen.sheet, 118, y + 22, pen.rng, 40, 15)


def _scholarship(pen: Pen) -> None:
    """A foundation's statement in English that a student has an income."""
    face = _face(pen, 10.5)
    accent = pen.rng.choice(marks.ACCENTS)
    pen.sheet.box(0, 0, 210, 8, stroke=None, fill=accent)
    marks.crest(pen.sheet, 18, 16, 16, pen.rng, accent)
    pen.write(40, 24, "Foundation for Student Mobility in Europe", face.strong().but(size=12))
    pen.write(40, 30, "Scholarship office", face)
    pen.write(188, 46, "{now_en}", face, "right")
    title = face.but(size=13, bold=True)
    pen.write(18, 62, "PROOF OF FINANCIAL RESOURCES / JUSTIFICATIF DE RESSOURCES", title)
    y = pen.rows(
        18, 76, 70, (("Student", "{name}"), ("Date of birth", "{born_en}"), ("Place of birth",
        "{place}"), ("Host institution", "{institution}"), ("Academic year", "{school_year}"),
        ("Monthly allowance", "EUR {rent}"), ("Reference", "{ref}")), face, 8.5,
    )  # fmt: skip
    y = pen.prose(
        18, y + 4, 172, "We confirm that the student named above receives the allowance shown, paid"
        " at the beginning of each month during the whole academic year. It covers living costs,"
        " accommodation and health insurance contributions in France.", face,
    )  # fmt: skip
    pen.write(18, y + 14, "{other}", face)
    pen.write(18, y + 20, "Head of scholarships", face)
    marks.signature(pen.sheet, 70, y + 10, pen.rng)
    marks.round_stamp(pen.sheet, 150, y + 18, pen.rng, "STUDENT MOBILITY", ("EUROPE",))


def _provisional_letter(pen: Pen) -> None:
    """The letter that brings the provisional number, the number in a frame."""
    face = _face(pen)
    _fund_head(pen, face)
    for row, line in enumerate(("{title} {name_sg}", "{street1}", "{town1}")):
        pen.write(112, 52 + row * 5.4, line, face, within=84)
    pen.write(18, 52, "Le {now_num}", face)
    pen.write(18, 58, "Dossier {ref}", face.scaled(0.9))
    title = face.but(size=14, bold=True, color=_BLUE)
    pen.write(18, 86, "Attestation provisoire de droits", title)
    y = pen.prose(
        18, 94, 174, "{title},<br/><br/>Votre demande d'affiliation a bien été enregistrée. Un"
        " numéro de sécurité sociale provisoire vous est attribué :", face,
    )  # fmt: skip
    pen.sheet.box(55, y + 5, 100, 16, stroke=_BLUE, fill="#eef3fb", weight=0.5, radius=2)
    pen.write(105, y + 15.4, "{nir}", face.but(size=16, bold=True), "center")
    y = pen.rows(
        18, y + 34, 78, (("Nom de naissance", "{surname}"), ("Prénom(s)", "{given}"),
        ("Né(e) le", "{born_num}"), ("Début de vos droits", "{from_num}")), face,
    )  # fmt: skip
    y = pen.prose(
        18, y + 2, 174, "Présentez cette attestation aux professionnels de santé dans l'attente de"
        " votre numéro définitif. Il vous sera communiqué après vérification de votre pièce"
        " d'état civil.", face,
    )  # fmt: skip
    pen.write(130, y + 14, "Le directeur de la caisse", face)
    pen.write(105, 286, "www.ameli.fr - 3646 (service gratuit + prix appel)", face.scaled(0.75),
              "center")  # fmt: skip


def _provisional_table(pen: Pen) -> None:
    """What the site for foreign students lets print: blue table, capitals, no signature."""
    face = _face(pen, 9.8)
    pen.write(18, 16, "etudiant-etranger.ameli.fr", face.scaled(0.85).but(color=_GREY))
    pen.sheet.box(18, 22, 174, 16, stroke=None, fill=_BLUE)
    title = face.but(size=13, bold=True, color="#ffffff")
    pen.write(105, 32, "ATTESTATION PROVISOIRE D'IMMATRICULATION", title, "center")
    intro = face.scaled(0.95)
    pen.prose(
        18, 44, 174, "Le présent document atteste que l'étudiant(e) ci-dessous est rattaché(e) à"
        " l'assurance maladie française au titre de ses études.", intro,
    )  # fmt: skip
    rows = (
        ("NOM", "{surname}"), ("PRÉNOMS", "{given}"), ("DATE DE NAISSANCE", "{born_num}"),
        ("PAYS DE NAISSANCE", "{country}"), ("N° D'IMMATRICULATION PROVISOIRE", "{nir}"),
        ("ÉTABLISSEMENT", "{institution}"), ("DROITS OUVERTS DU", "{from_num}"),
        ("AU", "{to_num}"), ("CAISSE DE RATTACHEMENT", "CPAM {cpam}"),
    )  # fmt: skip
    y = 64.0
    for label, template in rows:
        value = pen.fill(template)
        if value.strip():
            pen.sheet.box(18, y, 68, 9, stroke="#9fb4da", fill="#e4ecf8", weight=0.15)
            pen.sheet.box(86, y, 106, 9, stroke="#9fb4da", weight=0.15)
            pen.sheet.write(20, y + 5.9, label, face.scaled(0.88), within=64)
            pen.sheet.write(88, y + 5.9, value, face.strong(), within=102)
            y += 9
    y = pen.prose(
        18, y + 6, 174, "Ce numéro est temporaire. Complétez votre dossier dans votre espace"
        " personnel : acte de naissance, titre de séjour validé, relevé d'identité bancaire.", face,
    )  # fmt: skip
    marks.qr_code(pen.sheet, 18, y + 8, 24, "https://etudiant-etranger.ameli.fr/")
    pen.write(48, y + 20, "Édité le {now_num}", face)


def _rights_of_account(pen: Pen) -> None:
    """The attestation of an account: blocks of the insured, the beneficiary and the rights."""
    face = _face(pen, 10)
    _fund_head(pen, face)
    pen.write(192, 22, "Attestation de droits", face.but(size=15, bold=True), "right")
    pen.write(192, 28, "à l'assurance maladie", face.but(size=11), "right")
    pen.write(192, 36, "établie le {now_num}", face, "right")
    y = 58.0
    blocks = (
        ("ASSURÉ(E)", (("Numéro de sécurité sociale", "{nir}"), ("Nom et prénom", "{name_sg}"),
                       ("Adresse", "{street1}, {town1}"))),
        ("BÉNÉFICIAIRE", (("Nom et prénom", "{name_sg}"), ("Né(e) le", "{born_num}"),
                          ("Rang", "1"))),
        ("DROITS", (("Assurance maladie obligatoire", "du {from_num} au {to_num}"),
                    ("Organisme gestionnaire", "01 {minute}1 0000 - CPAM {cpam}"),
                    ("Ticket modérateur", "100 %"), ("Complémentaire santé solidaire", "non"))),
    )  # fmt: skip
    for heading, rows in blocks:
        pen.sheet.rule(18, y - 5, 192, _BLUE, 0.3)
        pen.write(18, y, heading, face.strong().but(color=_BLUE))
        y = pen.rows(24, y + 8, 92, rows, face, 7.2) + 6
    pen.prose(
        18, y, 174, "Cette attestation est à présenter aux professionnels de santé si vous n'avez"
        " pas votre carte Vitale. Elle ne vaut pas ouverture de droits au-delà de la date"
        " indiquée.", face.scaled(0.9),
    )  # fmt: skip


def _rights_by_letter(pen: Pen) -> None:
    """A sentence of a fund instead of a table."""
    face = Face(pen.rng.choice(("FreeSerif", "Caladea", "Noto Serif")), 11)
    pen.write(18, 22, "CAISSE PRIMAIRE D'ASSURANCE MALADIE", face.strong())
    pen.write(18, 28, "{cpam}", face)
    pen.write(18, 34, "Pôle gestion des droits", face)
    pen.write(188, 48, "Le {now_fr}", face, "right")
    title = face.but(size=14, bold=True)
    pen.write(105, 68, "ATTESTATION D'OUVERTURE DE DROITS", title, "center")
    y = pen.prose(
        18, 80, 172, "La caisse certifie que {title} {name}, {ne} le {born_fr}, immatriculé{e} sous"
        " le n° {nir}, a droit aux prestations en nature de l'assurance maladie et maternité du"
        " {from_fr} au {to_fr}.<br/><br/>Attestation délivrée à la demande de l'intéressé{e}.",
        face, 1.6,
    )  # fmt: skip
    pen.write(120, y + 14, "Pour le directeur,", face)
    pen.write(120, y + 20, "{other}", face)
    marks.signature(pen.sheet, 122, y + 24, pen.rng)
    marks.round_stamp(pen.sheet, 90, y + 26, pen.rng, "CPAM {cpam}".format_map(pen.values), ())


def _vitale_request(pen: Pen) -> None:
    """The form to send back for the card: a frame for the photograph, one for the signature."""
    face = _face(pen, 9.8)
    _fund_head(pen, face)
    marks.bar_code(pen.sheet, 130, 14, pen.fill("{ref}"), 9)
    title = face.but(size=15, bold=True, color="#1c7a4a")
    pen.write(105, 58, "Votre carte Vitale", title, "center")
    pen.write(
        105, 64, "Formulaire de recueil de la photographie et de la signature", face, "center"
    )
    y = pen.rows(
        18, 78, 74, (("Numéro de sécurité sociale", "{nir}"), ("Nom de famille", "{surname}"),
        ("Prénoms", "{given}"), ("Date de naissance", "{born_num}")), face, 8,
    )  # fmt: skip
    y = pen.prose(
        18, y, 174, "Pour fabriquer votre carte Vitale, nous avons besoin d'une photographie"
        " d'identité récente, de votre signature et de la copie d'une pièce d'identité.", face,
    )  # fmt: skip
    pen.sheet.box(30, y + 8, 37, 47, stroke="#1c7a4a", weight=0.5)
    pen.write(48.5, y + 30, "Coller ici", face, "center")
    pen.write(48.5, y + 35, "la photographie", face, "center")
    pen.sheet.box(92, y + 8, 90, 26, stroke="#1c7a4a", weight=0.5)
    pen.write(94, y + 13, "Signer à l'intérieur du cadre", face.scaled(0.85))
    marks.signature(pen.sheet, 110, y + 15, pen.rng, 44, 14)
    pen.write(92, y + 44, "Date : {now_num}", face)
    pen.write(18, y + 70, "À renvoyer sans affranchir dans l'enveloppe T jointe.", face)


def _template(
    kind: str, name: str, setting: Setting, variants: tuple[str, ...] = ("",)
) -> Template:
    full = f"{kind}.{name}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        if wish.variant not in variants:
            wish = replace(wish, variant=variants[0])
        about = wording.shown(person, wish)
        values = letter_values(about, rng, wish)
        pen = Pen(Sheet(kind.replace("_", " "), A4), values, rng)
        setting(pen)
        form = Form(name, "fr", (), ("",), "prose", text=tuple(pen.said))
        fields = fields_of(form, about, wish, values)
        kept = {key: text for key, text in fields.items() if key not in _PARENTS}
        page = wording.whole(kind, kept, wish.variant)
        return wording.a4(kind, full, pen.sheet.close(), page)

    return Template(full, kind, draw, variants, unseen=True)


_AUTHORIZATION, _RESOURCES = "parental_authorization", "resources_attestation"
TEMPLATES = (
    _template(_AUTHORIZATION, "letter_by_hand", _letter_by_hand),
    _template(_AUTHORIZATION, "form_by_hand", _form_by_hand),
    _template(_AUTHORIZATION, "two_languages", _two_languages),
    _template(_RESOURCES, "guarantee", _guarantee),
    _template(_RESOURCES, "scholarship", _scholarship),
    _template("provisional_certificate", "number_letter", _provisional_letter, (PROVISIONAL,)),
    _template("provisional_certificate", "blue_table", _provisional_table, (PROVISIONAL,)),
    _template("entitlement_certificate", "blocks", _rights_of_account),
    _template("entitlement_certificate", "sentence", _rights_by_letter),
    _template("vitale_form", "two_frames", _vitale_request, ("", PROVISIONAL)),
)
