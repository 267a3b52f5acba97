"""What do the other papers say? The values of letters, attestations and forms, by brace name.

They extend those of a birth record with school, bank, rights and sums. `fields_of` derives the
truth of a page from the braces its form uses, so that the truth is what was printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from re import findall

from specimens.bank_text import draw_french_account, grouped
from specimens.model import Person, Wish
from specimens.papers import wording
from specimens.papers.birth_record import record_values
from specimens.papers.forms import Form
from specimens.papers.institutions import BANKS, draw_name, draw_school, draw_town, resident
from specimens.papers.school import draw_ine

PROVISIONAL = "provisional"

_INSEE_COUNTRIES = ("350", "351", "352", "216", "322", "324", "341", "416", "419", "223", "243")


def nir_key(number: str) -> str:
    """Return the key of the thirteen characters of a NIR; Corsica reads 2A as 19 and 2B as 18.

    >>> nir_key("2550814168025")
    '38'
    """
    return f"{97 - int(number.replace('2A', '19').replace('2B', '18')) % 97:02d}"


def draw_nir(person: Person, rng: Random, provisional: bool, wrong: bool) -> str:
    """Return the fifteen digits of somebody born abroad; a provisional one begins with 7 or 8."""
    first = {"M": "17", "F": "28"}[person.sex][int(provisional)]
    born = person.birth_date
    number = f"{first}{born:%y%m}99{rng.choice(_INSEE_COUNTRIES)}{rng.randint(1, 989):03d}"
    key = nir_key(number)
    return number + (f"{int(key) % 97 + 1:02d}" if wrong else key)


def _spaced_nir(nir: str) -> str:
    parts = (nir[0], nir[1:3], nir[3:5], nir[5:7], nir[7:10], nir[10:13], nir[13:])
    return " ".join(parts)


def _school_values(person: Person, rng: Random, wish: Wish) -> dict[str, str]:
    kind = rng.choice(("university", "university", "engineering", "business"))
    school = draw_school(rng, kind)
    year = wording.wished_year(wish)
    day = wording.day_in_year(year, wish.today, rng)
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
    cvec = "".join(rng.choice(letters[:24]) for _ in range(3)) + rng.choice("123456789")
    code = "".join(rng.choice(letters) for _ in range(6))
    return {
        "institution": school.name,
        "programme": school.programme,
        "degree": school.degree,
        "component": school.component,
        "school_year": wording.printed_year(year, rng),
        "school_town": school.town,
        "school_street": school.street,
        "head_name": school.head,
        "school_post": f"{school.postcode} {school.town}",
        "head_title": school.head_title,
        "autumn": year[:4],
        "summer": year[5:],
        "cvec": f"{cvec}-{code}-{rng.randint(10, 99)}",
        "student_number": wish.links.get("student_number", wording.digits(rng, 8)),
        "ine": wish.links.get("ine", draw_ine(rng)),
        "sday_fr": wording.french_date(day),
        "sday_num": wording.numeric_date(day),
        "sday_en": wording.some_english_date(day, rng),
    }


def _bank_values(person: Person, rng: Random) -> dict[str, str]:
    account = draw_french_account(rng)
    name, _ = wording.full_name(person, rng, first_only=True)
    bank = rng.choice(BANKS)
    return {
        "iban": grouped(account.iban),
        "bic": account.bic,
        "bank": bank[0],
        "holder": name.upper(),
        "branch_code": account.branch_code,
        "account_number": account.account_number,
        "raw_iban": account.iban,
    }


def _amounts(rng: Random) -> dict[str, str]:
    sums = {f"a{index}": f"{rng.randint(3, 940)},{rng.randint(0, 99):02d}" for index in range(16)}
    grades = {f"g{index}": f"{rng.randint(16, 36) / 2:g}".replace(".", ",") for index in range(10)}
    return sums | grades


def _rights_values(person: Person, rng: Random, wish: Wish) -> dict[str, str]:
    provisional = wish.variant == PROVISIONAL
    nir = draw_nir(person, rng, provisional, wish.wrong == "nir_key")
    start = date(int(wording.wished_year(wish)[:4]), 9, 1)
    end = start + timedelta(days=364)
    return {
        "nir": _spaced_nir(nir),
        "raw_nir": nir,
        "cpam": draw_town(rng)[0],
        "from_num": wording.numeric_date(start),
        "from_fr": wording.french_date(start),
        "to_num": wording.numeric_date(end),
        "to_fr": wording.french_date(end),
        "raw_from": start.isoformat(),
        "raw_to": end.isoformat(),
    }


def letter_values(person: Person, rng: Random, wish: Wish) -> dict[str, str]:
    """Return the values that any form of a letter may use."""
    street, town = resident(person)
    today = wording.day_before(wish.today, rng, 40)
    month = wording.MONTHS["fr"][today.month - 1]
    town_hall, postcode, _ = draw_town(rng)
    spouse = draw_name(rng)
    return {
        **record_values(person, rng, wish),
        **_school_values(person, rng, wish),
        **_bank_values(person, rng),
        **_amounts(rng),
        **_rights_values(person, rng, wish),
        "street1": street,
        "town1": town,
        "title": wording.civility(person, rng),
        "e": "e" if person.sex == "F" else "",
        "to_num2": wording.numeric_date(today),
        "mm": f"{today:%m}",
        "now_fr": wording.french_date(today),
        "now_num": wording.numeric_date(today),
        "now_en": wording.some_english_date(today, rng),
        "month": f"{month} {today.year}",
        "other": draw_name(rng),
        "other2": draw_name(rng),
        "spouse": spouse,
        "town2": town_hall,
        "post2": postcode,
        "phone": "06 00 00 " + wording.digits(rng, 2),
        "ref": wording.digits(rng, 10),
        "rent": str(rng.randint(280, 890)),
        "title_en": "Mr" if person.sex == "M" else "Ms",
        "wed_fr": wording.french_date(today - timedelta(days=rng.randint(60, 900))),
        "court": rng.choice(("Paris", "Lyon", "Aix-en-Provence", "Versailles", "Rennes", "Douai")),
        "sworn": draw_name(rng),
        "tongue": rng.choice(
            ("arabe", "chinoise", "russe", "turque", "vietnamienne", "espagnole", "persane")
        ),
    }


_BRACES = {
    "surname": ("surname",),
    "given": ("given_names",),
    "name": ("surname", "given_names"),
    "name_sg": ("surname", "given_names"),
    "name_plain": ("surname", "given_names"),
    "institution": ("institution",),
    "school_year": ("school_year",),
    "ine": ("ine",),
    "student_number": ("student_number",),
    "iban": ("iban",),
    "bic": ("bic",),
    "holder": ("holder",),
    "nir": ("nir",),
    "father": ("father_name",),
    "mother": ("mother_name",),
    "from_num": ("valid_from",),
    "from_fr": ("valid_from",),
    "to_num": ("expiry_date",),
    "to_fr": ("expiry_date",),
    "place": ("birth_place",),
    "father_given": ("father_name",),
    "mother_given": ("mother_name",),
}


def fields_of(form: Form, person: Person, wish: Wish, values: Mapping[str, str]) -> dict[str, str]:
    """Return the truth of what a form prints, wherever on the page it stands."""
    body = " ".join(
        (
            *form.head,
            *form.title,
            *form.text,
            *form.foot,
            *(cell for row in form.rows for cell in row),
        )
    )
    names: set[str] = set()
    for brace in findall(r"\{(\w+)\}", body):
        names.update(("birth_date",) if brace.startswith("born_") else _BRACES.get(brace, ()))
    known = wording.identity_fields(person) | {
        "birth_place": person.birth_place,
        "institution": values["institution"],
        "school_year": wording.wished_year(wish),
        "ine": values["ine"],
        "student_number": values["student_number"],
        "iban": values["raw_iban"],
        "bic": values["bic"],
        "holder": values["holder"],
        "nir": values["raw_nir"],
        "valid_from": values["raw_from"],
        "expiry_date": values["raw_to"],
        "father_name": wording.parent_name(person.father),
        "mother_name": wording.parent_name(person.mother),
    }
    return {name: known[name] for name in sorted(names) if known[name]}
