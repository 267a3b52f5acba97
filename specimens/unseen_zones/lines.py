"""What do the zones say? Lines by ICAO Doc 9303 and by the old French card, and their true fields.

Among them what readers trip over: no filler on the second line, numbers longer than nine signs on
cards, one-letter states, unknown days of birth, a single name, names cut at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random


def words(text: str) -> tuple[str, ...]:
    """Part a list that is written as one text."""
    return tuple(text.split())


TODAY = date(2026, 11, 23)
"""The day on which all zones are read."""
SHAPES = {"TD3": 30, "TD1": 26, "MRV-A": 14, "TD2": 10, "MRV-B": 10, "FRA-ID": 10}
"""Shape -> papers in a hundred."""
SEVEN = (
    "surname", "given_names", "birth_date", "sex", "nationality", "document_number", "expiry_date",
)  # fmt: skip
KEYS = ("document_number", "birth_date", "expiry_date")
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STATES = words(
    "MAR DZA TUN SEN CIV CMR GAB COG COD MLI BEN TGO GIN MDG LBN SYR EGY IRN TUR CHN VNM KOR "
    "JPN IND PAK BGD NPL LKA THA IDN PHL BRA COL MEX PER ARG CHL VEN HTI USA CAN GBR IRL D ESP "
    "ITA PRT BEL NLD LUX CHE AUT POL ROU BGR HUN CZE SVK SVN HRV SRB ALB RKS MKD GRC UKR RUS "
    "GEO ARM AZE KAZ UZB MDA SWE NOR DNK FIN ISL EST LVA LTU XXA XXB ETH KEN NGA GHA RWA BDI "
    "TCD NER MRT"
)
_VISA_STATES = words("FRA FRA FRA D ITA ESP BEL GRC CHE USA GBR PRT")
_SURNAMES = words(
    "ABOUHAFS BENKHALED EL<OUARDI AIT<BRAHIM TRAORE N<DIAYE NGUYEN LE<GOFF DUPONT MARTINEZ<VELA "
    "DE<LA<CRUZ VON<BERGEN MUELLER OZTURK YILMAZ KOWALCZYK IVANENKO PETROV WANG ZHANG KIM "
    "TANAKA SINGH KAUR PATEL RAHMAN FERNANDO SILVA<SANTOS OLIVEIRA ROSSI BIANCHI PAPADOPOULOS "
    "HORVAT JOVANOVIC SZABO NOVAK LINDQVIST HANSEN MBEMBA TCHOUAMENI RAKOTOMALALA KOUASSI "
    "OUEDRAOGO DIALLO BAH CISSE SOW HADDAD KHOURY MANSOUR HOSSEINI REZAEI ABDELRAHMAN "
    "WOLDEMARIAM OKONKWO O<BRIEN MACDONALD SMITH<JONES VAN<DER<MEER QUISPE<HUAMAN ZUNIGA XU "
    "JIMENEZ WEISS GJERGJI"
)
_GIVEN = words(
    "AMINA YOUSSEF FATIMA<ZAHRA MOHAMED<AMINE KARIM INES MOUSSA AWA JEAN PIERRE MARIE<CLAIRE "
    "LUC ANNA KATARZYNA OLGA DMITRI WEI XIAOMING JIWOO HARUTO PRIYA GURPREET TANVIR JOAO "
    "BEATRIZ GIULIA NIKOLAOS MARKO ZSOFIA KAJ BJORN CHANTAL PATRICE HERINJATO KOFFI IBRAHIMA "
    "MARIAM RANA ELIAS SHIRIN REZA SARA YONAS CHIDI SEAN FLORA EMMA<JADE LARS JOSE<LUIS QUENTIN "
    "VALERIE ZOE WILLIAM FELIX GABRIEL HUGO BLERIM"
)
_PATTERNS = (
    "@@#######", "#########", "@########", "@@@######", "@#######", "@@######", "##@@#####",
    "@@##@@###", "########", "@#@#@##@#",
)  # fmt: skip
_PLAIN = "ABCDEFGHJKLMNPRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines, and the fields that they say."""

    shape: str
    lines: tuple[str, ...]
    fields: Mapping[str, str]
    """Those of `SEVEN` that the zone has, as a report writes them."""


@dataclass(frozen=True, slots=True)
class _Holder:
    surname: str
    given: str
    sex: str
    birth: str
    birth_date: str
    expiry: str
    expiry_date: str
    nationality: str
    issuer: str


def draw_zone(rng: Random, shape: str) -> Zone:
    """Compose the lines of one paper of a shape."""
    holder = _holder(rng, shape)
    compose = {
        "TD3": _td3, "TD1": _td1, "TD2": _td2, "MRV-A": _visa_a, "MRV-B": _visa_b,
        "FRA-ID": _french,
    }[shape]  # fmt: skip
    return compose(rng, holder)


def weigh(text: str) -> str:
    """Give the check digit of a text: weights 7, 3, 1, modulo 10."""
    return str(sum((7, 3, 1)[n % 3] * _value(sign) for n, sign in enumerate(text)) % 10)


def _value(sign: str) -> int:
    return max(0, _SIGNS.find(sign))


def _holder(rng: Random, shape: str) -> _Holder:
    state = rng.choice(_STATES)
    if shape in ("TD1", "TD2") and rng.random() < 0.3:
        state = rng.choice(("D", "FRA", "ESP", "ITA", "ROU", "BEL", "PRT"))
    birth, birth_date = _birth(rng)
    expires = TODAY + timedelta(days=rng.randint(-1500, 3650))
    return _Holder(
        rng.choice(_SURNAMES),
        _given(rng),
        rng.choice("MMMMMFFFFF<"),
        birth,
        birth_date,
        expires.strftime("%y%m%d"),
        expires.isoformat(),
        state,
        rng.choice(_VISA_STATES) if shape.startswith("MRV") else state,
    )


def _given(rng: Random) -> str:
    """One to four names; sometimes none at all, sometimes more than fit."""
    share = rng.random()
    if share < 0.03:
        return ""
    count = 5 if share < 0.1 else rng.choice((1, 1, 2, 2, 3))
    return "<".join(rng.sample(_GIVEN, count))


def _birth(rng: Random) -> tuple[str, str]:
    day = TODAY - timedelta(days=rng.randint(400, 34_000))
    unknown = rng.random()
    if unknown < 0.015:
        return day.strftime("%y") + "<<<<", day.strftime("%Y")
    if unknown < 0.03:
        return day.strftime("%y%m") + "<<", day.strftime("%Y-%m")
    return day.strftime("%y%m%d"), day.isoformat()


def _number(rng: Random, pattern: str = "") -> str:
    letters = _SIGNS[10:] if rng.random() < 0.05 else _PLAIN
    pools = {"#": _SIGNS[:10], "@": letters}
    return "".join(rng.choice(pools[sign]) for sign in pattern or rng.choice(_PATTERNS))


def _wide(text: str, width: int) -> str:
    return (text + "<" * width)[:width]


def _names(holder: _Holder, width: int) -> str:
    """Write surname and given names; what does not fit is cut at the end."""
    both = f"{holder.surname}<<{holder.given}" if holder.given else holder.surname
    return _wide(both, width)


def _fields(holder: _Holder, names: str, number: str) -> dict[str, str]:
    surname, _, given = names.partition("<<")
    says = {
        "surname": _spoken(surname),
        "given_names": _spoken(given),
        "birth_date": holder.birth_date,
        "sex": holder.sex.replace("<", "X"),
        "nationality": {"D": "DEU"}.get(holder.nationality, holder.nationality),
        "document_number": number,
        "expiry_date": holder.expiry_date,
    }
    return {name: value for name, value in says.items() if value}


def _spoken(names: str) -> str:
    return " ".join(names.replace("<", " ").split())


def _dated(holder: _Holder) -> str:
    """Give nationality, birth, sex and expiry, as on all but cards of three lines."""
    birth, expiry = holder.birth, holder.expiry
    return f"{_wide(holder.nationality, 3)}{birth}{weigh(birth)}{holder.sex}{expiry}{weigh(expiry)}"


def _first(kind: str, holder: _Holder, width: int) -> tuple[str, str]:
    names = _names(holder, width - 5)
    return _wide(kind, 2) + _wide(holder.issuer, 3) + names, names


def _td3(rng: Random, holder: _Holder) -> Zone:
    first, names = _first(rng.choice(("P", "P", "P", "PN", "PO", "PD")), holder, 44)
    number = _number(rng)
    filled = rng.random()
    if holder.nationality == "CHN" or filled < 0.08:
        number = _number(rng, "@@#######")
        optional = "".join(rng.choice("LKMNPABCDEFGH") for _ in range(12)) + "A9"
        optional = optional[:14]
    elif filled < 0.4:
        optional = _wide(_number(rng, rng.choice(("#" * 11, "#" * 14, "@#######", "#" * 9))), 14)
    else:
        optional = "<" * 14
    digit = weigh(optional) if optional.strip("<") else rng.choice("<<0")
    head = _wide(number, 9)
    head += weigh(head)
    dated = _dated(holder)
    composite = weigh(head + dated[3:10] + dated[11:] + optional + digit)
    return Zone(
        "TD3", (first, head + dated + optional + digit + composite), _fields(holder, names, number)
    )


def _td2(rng: Random, holder: _Holder) -> Zone:
    first, names = _first(rng.choice(("I", "ID", "IP", "AC")), holder, 36)
    if holder.issuer == "FRA":  # IDFRA is the French card, of another order
        first = "IP" + first[2:]
    number = _number(rng)
    head = _wide(number, 9)
    head += weigh(head)
    dated = _dated(holder)
    optional = _wide(_number(rng, "@######") if rng.random() < 0.3 else "", 7)
    composite = weigh(head + dated[3:10] + dated[11:] + optional)
    return Zone("TD2", (first, head + dated + optional + composite), _fields(holder, names, number))


def _visa_a(rng: Random, holder: _Holder) -> Zone:
    return _visa(rng, holder, "MRV-A", 44)


def _visa_b(rng: Random, holder: _Holder) -> Zone:
    return _visa(rng, holder, "MRV-B", 36)


def _visa(rng: Random, holder: _Holder, shape: str, width: int) -> Zone:
    first, names = _first(rng.choice(("V", "VC", "VD", "VB")), holder, width)
    number = _number(rng)
    head = _wide(number, 9)
    head += weigh(head)
    share = rng.random()
    optional = _number(rng, "@###") if share < 0.3 else _number(rng, "########") * (share < 0.5)
    second = _wide(head + _dated(holder) + optional, width)
    return Zone(shape, (first, second), _fields(holder, names, number))


def _td1(rng: Random, holder: _Holder) -> Zone:
    kind = rng.choice(("I", "ID", "IR", "AR", "C"))
    number, first = _card_number(rng, holder, kind)
    second_optional = _wide(_number(rng, "#" * 9) if rng.random() < 0.2 else "", 11)
    dates = holder.birth + weigh(holder.birth), holder.expiry + weigh(holder.expiry)
    first = _wide(kind, 2) + _wide(holder.issuer, 3) + first
    nationality = _wide(holder.nationality, 3)
    composite = weigh(first[5:] + dates[0] + dates[1] + second_optional)
    second = dates[0] + holder.sex + dates[1] + nationality + second_optional + composite
    names = _names(holder, 30)
    return Zone("TD1", (first, second, names), _fields(holder, names, number))


def _card_number(rng: Random, holder: _Holder, kind: str) -> tuple[str, str]:
    """Give the number and the 25 signs that hold it, with what follows it."""
    if holder.issuer == "BEL" or rng.random() < 0.08:
        number = _number(rng, "#" * rng.choice((10, 11, 12, 12)))
        return number, _wide(f"{number[:9]}<{number[9:]}{weigh(number)}<", 25)
    number = _number(rng)
    optional = ""
    if rng.random() < 0.35:
        optional = _number(rng, rng.choice(("#" * 10, "########@", "#" * 8, "#" * 11)))
    head = _wide(number, 9)
    return number, head + weigh(head) + _wide(optional, 15)


def _french(rng: Random, holder: _Holder) -> Zone:
    """Write the card made until 2021: number and names in an order of its own, no expiry."""
    surname = _wide(holder.surname, 25)
    first = "IDFRA" + surname + _number(rng, "###") + _number(rng, "###")
    given = _wide((holder.given or "ANNE").replace("<", "<<"), 14)
    number = f"{rng.randint(94, 119) % 100:02}{rng.randint(1, 12):02}" + _number(rng, "########")
    sex = holder.sex.replace("<", "F")
    birth = holder.birth.replace("<", "0") if "<" in holder.birth else holder.birth
    second = number + weigh(number) + given + birth + weigh(birth) + sex
    fields = {
        "surname": _spoken(surname),
        "given_names": _spoken(given),
        "birth_date": holder.birth_date,
        "sex": sex,
        "nationality": "FRA",
        "document_number": number,
    }
    return Zone("FRA-ID", (first, second + weigh(first + second)), fields)
