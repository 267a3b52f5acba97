"""Reports to speak of: facts written by hand, judged by the shipped rules."""

from __future__ import annotations

import io
from datetime import date

from docscheck.document import ExaminedFile
from docscheck.finding import Waiver
from docscheck.judge import Circumstances, judge
from docscheck.losses import Trouble
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters import reporter
from docscheck.reporters.amount import Amount
from docscheck.reporters.interface import Manner, titles_of
from docscheck.rulebook.load import load
from tests import literal
from tests.literal import TODAY, part, proven, read

RULEBOOK = load(None)
PRIVATE = {
    "surname": "ZQVORTEX",
    "given_names": "MIRABELLA",
    "birth_date": "2004-05-17",
    "document_number": "X73915526",
    "iban": "FR1420041010050500013M02606",
}
"""Values that no report may show unless told to."""
HOSTILE = (
    "[red]passport[/red].pdf",
    "esc\x1b[31mape.pdf",
    "bidi\u202efdp.exe",
    "new\nline.pdf",
    "undecodable\udce9.pdf",
    "{braces} %s.pdf",
    "zero\u200bwidth.pdf",
)


def report(*files: ExaminedFile, declared: Declared | None = None) -> Report:
    """Judge files; nationality and stage are declared unless told otherwise."""
    facts = literal.folder(*files)
    return judge(facts, RULEBOOK, declared or Declared(nationality="MAR"), Circumstances(TODAY))


def expired_passport(path: str = "passport.pdf") -> ExaminedFile:
    """A passport with every private value, out of date."""
    fields = [proven(k, v) for k, v in PRIVATE.items() if k != "iban"]
    dates = proven("expiry_date", "2025-08-16")
    return literal.file(path, part("passport", *fields, dates, mrz=literal.zone()))


def bank_slip(path: str = "rib.pdf") -> ExaminedFile:
    """A RIB with an IBAN that is wrong by one digit."""
    iban = read("iban", PRIVATE["iban"][:-1] + "7")
    return literal.file(path, part("rib", iban, read("holder", "ZQVORTEX MIRABELLA")))


def in_trouble() -> Report:
    """A folder with much wrong."""
    return report(
        expired_passport(),
        bank_slip(),
        literal.file("broken.pdf", trouble=Trouble.CORRUPT),
        literal.file("locked.pdf", trouble=Trouble.ENCRYPTED),
    )


def hostile_names() -> Report:
    """A folder of files with names that want to deceive or to break something."""
    files = (literal.file(name, digest=f"{n:064x}") for n, name in enumerate(HOSTILE))
    return report(*files)


def spoken(
    told: Report,
    form: str = "terminal",
    language: str = "en",
    *,
    show_values: bool = False,
    amount: Amount = Amount.USUAL,
    root: str = "",
) -> str:
    """Give what a reporter writes."""
    out = io.StringIO()
    speaker = Speaker(titles_of(RULEBOOK), show_values)
    manner = Manner(language, speaker, RULEBOOK, amount, root=root)
    reporter(form).write(told, out, manner)
    return out.getvalue()


def with_a_waiver() -> Report:
    """A folder whose expired passport somebody accepted."""
    passport = expired_passport()
    digest = passport.file.sha256 or ""
    day = date(2027, 1, 31)
    waiver = Waiver(1, "validity.expired", digest, "seen at the desk", "A. Morel", day)
    circumstances = Circumstances(TODAY, waivers=(waiver,))
    return judge(literal.folder(passport), RULEBOOK, Declared(nationality="MAR"), circumstances)


def stopped_early() -> Report:
    """A folder of which one file was read before the check was stopped."""
    left = (literal.file(f"{n}.pdf", trouble=Trouble.INTERRUPTED) for n in range(3))
    who = literal.holder("ROSSI", "ANNA", "2004-05-17")
    year = (read("school_year", "2026-2027"), read("institution", "Université de Bellerive"))
    return report(literal.file("enrolment.pdf", part("school_certificate", *who, *year)), *left)
