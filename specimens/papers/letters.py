"""All papers that are forms filled with `letter_values`, one or several pages, as templates."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from specimens.layout import A4, Sheet
from specimens.model import Paper, Person, Template, Wish
from specimens.papers import birth_east, birth_south, birth_west, wording
from specimens.papers import civil_forms as civil
from specimens.papers import look_alike_forms as look_alike
from specimens.papers import rights_forms as rights
from specimens.papers.birth_record import record_fields
from specimens.papers.form_drawing import draw_form
from specimens.papers.forms import Form, Values
from specimens.papers.letter_values import PROVISIONAL, fields_of, letter_values
from specimens.papers.other_forms import OTHERS

Part = tuple[str, Form]
"""Type of a page and its form."""

_CIVIL_STATUS = frozenset({"birth_certificate", "sworn_translation", "family_record_book"})
_TONGUES = {"ar": "arabe", "zh": "chinoise", "ru": "russe", "es": "espagnole", "vi": "vietnamienne"}
_PARENTS = frozenset({"father_name", "mother_name"})
_WITH_LANGUAGE = _CIVIL_STATUS | {"marriage_certificate"}


def template(
    kind: str,
    name: str,
    parts: tuple[Part, ...],
    variants: tuple[str, ...] = ("",),
    unseen: bool = False,
) -> Template:
    """Return the template of a paper of one page for each part."""
    full = f"{kind}.{name}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        if wish.variant not in variants:
            wish = replace(wish, variant=variants[0])
        about = wording.shown(person, wish)
        values = letter_values(about, rng, wish)
        values = values | _original_tongue(parts)
        sheet, pages = Sheet(kind.replace("_", " "), A4), []
        for number, (page_kind, form) in enumerate(parts):
            if number:
                sheet.next_page()
            draw_form(sheet, form, values, rng)
            fields = _fields(page_kind, form, about, wish, values)
            pages.append(wording.whole(page_kind, fields, wish.variant))
        return wording.a4(kind, full, sheet.close(), *pages)

    return Template(full, kind, draw, variants, unseen)


def _original_tongue(parts: tuple[Part, ...]) -> dict[str, str]:
    """Return the language that a translation names, when the original is in front of it."""
    original = parts[0][1].language if len(parts) > 1 else ""
    return {"tongue": _TONGUES[original]} if original in _TONGUES else {}


def _fields(kind: str, form: Form, person: Person, wish: Wish, values: Values) -> dict[str, str]:
    if kind == "birth_certificate":
        return record_fields(
            person, form.language, form.names_parents, form.latin, form.names_father_in_full
        )
    if kind == "other":
        return {}
    fields = fields_of(form, person, wish, values)
    if kind not in _WITH_LANGUAGE:
        fields = {name: text for name, text in fields.items() if name not in _PARENTS}
    return fields | ({"language": form.language} if kind in _WITH_LANGUAGE else {})


def _singles(
    kind: str, forms: tuple[Form, ...], variants: tuple[str, ...] | None = None
) -> tuple[Template, ...]:
    return tuple(
        template(kind, form.name, ((kind, form),), variants or form.variants) for form in forms
    )


def _attached(name: str, record: Form) -> Template:
    """Return the paper of a foreign record with its translation behind it."""
    translation = {
        "attached_chinese": civil.TRANSLATION_GRID,
        "attached_spanish": civil.TRANSLATION_GRID,
        "attached_made_abroad": civil.TRANSLATION_ABROAD,
    }.get(name, civil.TRANSLATION_PROSE)
    parts = (("birth_certificate", record), ("sworn_translation", translation))
    return template("sworn_translation", name, parts, translation.variants)


_ATTACHED = {
    "attached_arabic": birth_south.ARABIC_ONLY,
    "attached_chinese": birth_east.CHINA,
    "attached_russian": birth_east.RUSSIA,
    "attached_spanish": birth_west.COLOMBIA,
    "attached_made_abroad": birth_east.VIETNAM,
}
_BOOK = "family_record_book"

TEMPLATES = (
    *_singles(
        "sworn_translation",
        (
            civil.TRANSLATION_PROSE,
            civil.TRANSLATION_GRID,
            civil.TRANSLATION_CONSULAR,
            civil.TRANSLATION_ABROAD,
            civil.TRANSLATION_FACING,
        ),
    ),
    *(_attached(name, record) for name, record in _ATTACHED.items()),
    template(
        _BOOK, "french", ((_BOOK, civil.FAMILY_BOOK_SPOUSES), (_BOOK, civil.FAMILY_BOOK_CHILD))
    ),
    template(_BOOK, "maghreb", ((_BOOK, civil.FAMILY_BOOK_FOREIGN),)),
    template(_BOOK, "more_grid", ((_BOOK, civil.FAMILY_BOOK_GRID),)),
    *_singles("marriage_certificate", civil.MARRIAGES),
    *_singles("parental_authorization", civil.AUTHORIZATIONS),
    *_singles("resources_attestation", rights.RESOURCES),
    *_singles("provisional_certificate", rights.PROVISIONAL_CERTIFICATES, (PROVISIONAL,)),
    *_singles("entitlement_certificate", rights.ENTITLEMENTS),
    *_singles("vitale_form", rights.VITALE_FORMS, ("", PROVISIONAL)),
    *_singles("cvec_attestation", look_alike.CVEC),
    *_singles("admission_letter", look_alike.ADMISSIONS),
    *_singles("transcript", look_alike.TRANSCRIPTS),
    *_singles("bank_statement", look_alike.BANK_STATEMENTS),
    *_singles("proof_of_address", look_alike.ADDRESS_PROOFS),
    *_singles("insurance_attestation", look_alike.INSURANCES),
    *_singles("other", OTHERS),
)
ISSUING_STATES: dict[str, tuple[str, ...]] = {
    f"sworn_translation.{name}": form.states for name, form in _ATTACHED.items()
}
"""Template name -> alpha-3 of the states whose record is attached."""
