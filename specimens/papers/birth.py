"""Birth records as templates: every form of the data modules, and the CIEC extract."""

from __future__ import annotations

from random import Random

from specimens.layout import A4, Sheet
from specimens.model import Paper, Person, Template, Wish
from specimens.papers import (
    birth_east,
    birth_french,
    birth_more,
    birth_south,
    birth_unseen,
    birth_unseen_south,
    birth_west,
    ciec,
    civil_unseen,
    wording,
)
from specimens.papers.birth_record import WITHOUT_PARENTS, record_fields, record_values
from specimens.papers.form_drawing import draw_form
from specimens.papers.forms import Form

KIND = "birth_certificate"
FORMS = (
    *birth_french.FORMS, *birth_west.FORMS, *birth_south.FORMS, *birth_east.FORMS,
    *birth_more.FORMS,
)  # fmt: skip


def sheet_for(form: Form) -> Sheet:
    """Return an empty sheet of the right orientation."""
    return Sheet("Acte", (A4[1], A4[0]) if "landscape" in form.furniture else A4)


def template(form: Form) -> Template:
    """Return the template of a form."""
    name = f"{KIND}.{form.name}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        about = wording.shown(person, wish)
        variant = form.variant or (wish.variant if wish.variant in form.variants else "")
        parents = form.names_parents and variant != WITHOUT_PARENTS
        sheet = sheet_for(form)
        draw_form(sheet, form, record_values(about, rng, wish), rng, parents)
        fields = record_fields(about, form.language, parents, form.latin, form.names_father_in_full)
        page = wording.whole(KIND, fields, variant)
        return Paper(KIND, name, sheet.close(), (page,), (sheet.width, sheet.height))

    return Template(name, KIND, draw, form.variants)


def _formule_a(own: str) -> Template:
    name = f"{KIND}.ciec_formule_a_{own}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        about = wording.shown(person, wish)
        sheet = Sheet("Formule A")
        ciec.draw_formule_a(sheet, record_values(about, rng, wish), rng, own)
        fields = record_fields(about, "fr", parents=True, latin=True)
        return wording.a4(KIND, name, sheet.close(), wording.whole(KIND, fields, "multilingual"))

    return Template(name, KIND, draw, ("multilingual",))


def _china_with_french(person: Person, rng: Random, wish: Wish) -> Paper:
    about = wording.shown(person, wish)
    values = record_values(about, rng, wish)
    sheet = Sheet("Acte")
    draw_form(sheet, birth_east.CHINA, values, rng)
    sheet.next_page()
    draw_form(sheet, birth_east.CHINA_FRENCH, values, rng)
    first = wording.whole(KIND, record_fields(about, "zh", parents=True, latin=False))
    second = wording.whole(KIND, record_fields(about, "fr", parents=True, latin=True))
    return wording.a4(KIND, f"{KIND}.china_notarial_french", sheet.close(), first, second)


ISSUING_STATES: dict[str, tuple[str, ...]] = {
    f"{KIND}.{form.name}": form.states for form in FORMS
} | {
    f"{KIND}.ciec_formule_a_{own}": states
    for own, states in (("en", ciec.STATES), ("tr", ("TUR",)), ("de", ("DEU", "AUT", "CHE", "LUX")),
                        ("es", ("ESP",)), ("ro", ("ROU", "MDA")), ("it", ("ITA", "CHE")))
} | {f"{KIND}.china_notarial_french": ("CHN",)}  # fmt: skip
"""Template name -> alpha-3 of the states it suits; empty for any."""
ISSUING_STATES |= civil_unseen.STATES | birth_unseen.STATES | birth_unseen_south.STATES

TEMPLATES = (
    *(template(form) for form in FORMS),
    *(_formule_a(own) for own in ciec.CIEC_LANGUAGES),
    Template(f"{KIND}.china_notarial_french", KIND, _china_with_french),
    *civil_unseen.TEMPLATES,
    *birth_unseen.TEMPLATES,
    *birth_unseen_south.TEMPLATES,
)
