"""What does a birth record say? The values that every form of one is filled with.

Source: domain facts 1.5, 2.4, 2.5; civil-status forms in common use.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from iso3166 import countries_by_alpha3

from specimens.model import Person, Wish
from specimens.papers import wording
from specimens.papers.institutions import draw_name
from specimens.papers.native import native_name, native_word

WITHOUT_PARENTS = "extract_without_parents"

_SEXES = {
    "sexe": ("masculin", "féminin"), "sex_en": ("Male", "Female"), "sex_es": ("Varón", "Mujer"),
    "sex_pt": ("Masculino", "Feminino"), "sex_it": ("maschile", "femminile"),
    "sex_de": ("männlich", "weiblich"), "sex_ro": ("masculin", "feminin"),
    "sex_pl": ("mężczyzna", "kobieta"), "sex_tr": ("Erkek", "Kadın"), "sex_vi": ("Nam", "Nữ"),
    "sex_ru": ("мужской", "женский"), "sex_zh": ("男", "女"), "sex_ar": ("ذكر", "أنثى"),
    "ne": ("né", "née"), "fils": ("fils", "fille"), "nomme": ("le nommé", "la nommée"),
    "hijo": ("hijo", "hija"), "nato": ("nato", "nata"), "nascido": ("nascido", "nascida"),
    "enfant": ("un garçon", "une fille"), "bn": ("ابن", "بنت"), "rod": ("родился", "родилась"),
}  # fmt: skip
_TRADES = ("commerçant", "enseignant", "cultivateur", "fonctionnaire", "infirmier", "comptable")


def _day_formats(day: date, key: str) -> dict[str, str]:
    values = {f"{key}_{code}": wording.long_date(day, code) for code in wording.MONTHS}
    return values | {
        f"{key}_num": wording.numeric_date(day), f"{key}_dot": day.strftime("%d.%m.%Y"),
        f"{key}_dash": day.strftime("%d-%m-%Y"), f"{key}_iso": day.isoformat(),
        f"{key}_us": day.strftime("%m/%d/%Y"), f"{key}_words": wording.french_date_in_words(day),
        f"{key}_zh": f"{day.year}年{day.month}月{day.day}日",
        f"{key}_vi": f"{day:%d} tháng {day:%m} năm {day:%Y}",
        f"{key}_jo": f"{day:%d}", f"{key}_mo": f"{day:%m}", f"{key}_an": f"{day:%Y}",
    }  # fmt: skip


def _names(person: Person) -> dict[str, str]:
    given = " ".join(person.given_names)
    father, mother = person.father, person.mother
    values = {
        "surname": person.surname.upper(), "given": given,
        "name": f"{given} {person.surname.upper()}".strip(),
        "name_plain": f"{given} {person.surname}".strip(),
        "name_sg": f"{person.surname.upper()} {given}".strip(),
        "father": f"{father[1]} {father[0].upper()}", "mother": f"{mother[1]} {mother[0].upper()}",
        "father_surname": father[0].upper(), "father_given": father[1],
        "mother_surname": mother[0].upper(), "mother_given": mother[1],
    }  # fmt: skip
    for script in ("arabic", "cyrillic", "chinese"):
        own = native_name(person, person.surname, given, script)
        dad, mum = (native_name(person, *parent, script) for parent in (father, mother))
        tag = script[:2]
        values |= {f"{tag}_surname": own[0], f"{tag}_given": own[1],
                   f"{tag}_place": native_word(person.birth_place, script)}  # fmt: skip
        order = (lambda pair: pair[0] + pair[1]) if script == "chinese" else (
            lambda pair: f"{pair[1]} {pair[0]}")  # fmt: skip
        values |= {f"{tag}_name": order(own), f"{tag}_father": order(dad),
                   f"{tag}_mother": order(mum)}  # fmt: skip
    return values


def record_values(person: Person, rng: Random, wish: Wish) -> Mapping[str, str]:
    """Return the values of one record by the names that forms use in braces."""
    born = person.birth_date
    registered = born + timedelta(days=rng.randint(1, 12))
    issued = wording.day_before(wish.today, rng, 500, 10)
    fathers = born - timedelta(days=rng.randint(9000, 15000))
    mothers = born - timedelta(days=rng.randint(7500, 13000))
    index = 0 if person.sex == "M" else 1
    values = _names(person) | {key: pair[index] for key, pair in _SEXES.items()}
    for key, day in (("born", born), ("reg", registered), ("day", issued), ("fb", fathers),
                     ("mb", mothers)):  # fmt: skip
        values |= _day_formats(day, key)
    return values | {
        "place": person.birth_place, "PLACE": person.birth_place.upper(), "sex": person.sex,
        "state": person.birth_country, "number": str(rng.randint(12, 4210)),
        "country": countries_by_alpha3[person.birth_country].name,
        "year": str(born.year), "serial": wording.digits(rng, 8), "long": wording.digits(rng, 18),
        "hour": str(rng.randint(2, 23)), "minute": str(rng.randint(10, 58)),
        "hour_words": wording.number_in_french(rng.randint(2, 23)),
        "officer": draw_name(rng), "trade": rng.choice(_TRADES),
        "issue_year": str(issued.year), "year_words": wording.number_in_french(born.year),
        "street": f"{rng.randint(2, 90)} rue {rng.choice(('de la Gare', 'du Port', 'des Écoles'))}",
    }  # fmt: skip


def record_fields(
    person: Person, language: str, parents: bool, latin: bool, father_surname: bool = True
) -> dict[str, str]:
    """Return the truth of a record: the names only where they are printed in Latin letters.

    Some forms print the father's given names alone (`father_surname` false).
    """
    fields = {"birth_date": person.birth_date.isoformat(), "language": language}
    if latin:
        fields |= wording.identity_fields(person) | {"birth_place": person.birth_place}
        if parents:
            father = person.father if father_surname else ("", person.father[1])
            fields |= {"father_name": wording.parent_name(father),
                       "mother_name": wording.parent_name(person.mother)}  # fmt: skip
    return fields
