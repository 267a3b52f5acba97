"""Who does not exist? Students drawn at random from common names of some thirty-five countries.

Names are in Latin script with their diacritics. A holder of a single name (frequent in southern
India and Indonesia) has it as `surname` and no given names.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from specimens.model import Person
from specimens.people_names import FRENCH_STREETS, KEPT_POOLS, NATIVE, POOLS, NamePool, plain_name

NATIONALITIES = tuple(POOLS)

_FREQUENT = ("MAR", "DZA", "CHN", "TUN", "SEN", "IND", "LBN", "CMR", "CIV", "BRA", "COL", "VNM")
"""States most students come from: drawn half of the time."""
_SHARES_HYPHEN, _SHARES_BIRTH_ABROAD, _SHARES_MARRIED = 0.05, 0.06, 0.04
_HYPHENATE = frozenset({"USA", "GBR", "CAN", "DEU", "FRA", "BEL", "POL"})


def draw_person(
    random: Random, today: date, nationality: str | None = None, minor: bool = False
) -> Person:
    """A student of a nationality (any, unless told): 18 to 32 years old, or 15 to 17 when minor."""
    state = nationality or random.choice(random.choice((_FREQUENT, NATIONALITIES)))
    pool, sex = _pool_of(state), random.choice("MF")
    father, mother = _surname(random, pool), _surname(random, pool)
    given = _given_names(random, pool, sex)
    surname = _inherit(random, state, pool, father, mother, sex)
    if random.random() < pool.single_name_share:
        surname, given = given[0].split(" ")[0], ()
    abroad = random.random() < _SHARES_BIRTH_ABROAD
    birth_country = random.choice(NATIONALITIES) if abroad else state
    return Person(
        surname=surname,
        given_names=given,
        sex=sex,
        birth_date=_birth_date(random, today, minor),
        birth_place=plain_name(random.choice(_pool_of(birth_country).towns)),
        birth_country=birth_country,
        nationality=state,
        father=(father, _parents_names(random, pool, "M", given)),
        mother=(_feminine(pool, mother), _parents_names(random, pool, "F", given)),
        address=_draw_address(random),
        married_name=_married_name(random, pool, surname, sex, minor),
    )


def _pool_of(state: str) -> NamePool:
    return POOLS.get(state) or KEPT_POOLS[state]


def find_native_name(person: Person) -> tuple[str, str] | None:
    """Surname and given names in the script of the state, or None where a part is not known."""
    surname = NATIVE.get((person.nationality, person.surname))
    given = [NATIVE.get((person.nationality, name)) for name in person.given_names]
    if surname is None or not given or None in given:
        return None
    return surname, " ".join(name for name in given if name)


def _surname(random: Random, pool: NamePool) -> str:
    return plain_name(random.choice(pool.surnames))


def _given_names(random: Random, pool: NamePool, sex: str) -> tuple[str, ...]:
    choices = [plain_name(entry) for entry in (pool.men if sex == "M" else pool.women)]
    count = min(random.choice((1, 1, 2, 3)), pool.most_given)
    return tuple(random.sample(choices, count))


def _parents_names(random: Random, pool: NamePool, sex: str, child: tuple[str, ...]) -> str:
    """Draw given names; no parent bears just those of the child, in whatever order."""
    names = _given_names(random, pool, sex)
    if set(names) == set(child):
        choices = [plain_name(entry) for entry in (pool.men if sex == "M" else pool.women)]
        names = (next(name for name in choices if name not in child), *names[1:])
    return " ".join(names)


def _feminine(pool: NamePool, surname: str) -> str:
    for ending, instead in pool.feminine:
        if surname.endswith(ending):
            return surname[: -len(ending)] + instead
    return surname


def _inherit(random: Random, state: str, pool: NamePool, father: str, mother: str, sex: str) -> str:
    surname = _feminine(pool, father) if sex == "F" else father
    if pool.surnames_borne == 2 and mother != father:
        order = (mother, father) if state in ("PRT", "BRA") else (father, mother)
        return " ".join(order)
    if state in _HYPHENATE and "-" not in surname and random.random() < _SHARES_HYPHEN:
        return f"{surname}-{_feminine(pool, mother) if sex == 'F' else mother}"
    return surname


def _birth_date(random: Random, today: date, minor: bool) -> date:
    youngest, oldest = (15 * 366, 18 * 365 - 10) if minor else (18 * 366, 32 * 365)
    return today - timedelta(days=random.randint(youngest, oldest))


def _married_name(
    random: Random, pool: NamePool, surname: str, sex: str, minor: bool
) -> str | None:
    married = sex == "F" and not minor and random.random() < _SHARES_MARRIED
    other = _surname(random, pool)
    return other if married and other != surname else None


def _draw_address(random: Random) -> tuple[str, str, str]:
    street, code, town = random.choice(FRENCH_STREETS).split("|")
    return street, code, town
