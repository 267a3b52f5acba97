"""Forms and countries of birth records: `record_form`, `usual_trap`, and records drawn and read.

First what must not be flagged.
"""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
from msgspec.structs import fields

from docscheck.checkers import legalisation, record_form, sworn_translator, translation, usual_trap
from docscheck.document import Field
from docscheck.finding import Context, Issue, Kind, Known, Severity, Term, ValueOrigin, Where
from docscheck.messages import LANGUAGES, sentences
from docscheck.profile import Declared
from tests.drawn_papers import (
    RULEBOOK,
    pdf,
    report_on,
    scanned,
    specimen,
    told,
    types_in,
)
from tests.literal import TODAY, file, folder, part, read

RULES = RULEBOOK.types["birth_certificate"].checks
TRAPS: usual_trap.Settings = RULES["usual-trap"].settings
WHERE = Where("a.pdf", 1)
APOSTILLE = """1. Country: United Kingdom of Great Britain and Northern Ireland
This public document
2. has been signed by J. SPECIMEN   3. acting in the capacity of Registrar
4. bears the seal/stamp of General Register Office
Certified
5. at London   6. the 12 May 2026
7. by His Majesty's Principal Secretary of State for Foreign Affairs
8. Number APO-SPECIMEN   9. Seal / stamp:   10. Signature"""
JUDGMENT = """RÉPUBLIQUE DE GUINÉE - TRIBUNAL DE PREMIÈRE INSTANCE DE CONAKRY
Audience publique du 3 mai 2019. Le tribunal, vu la requête,
Par ces motifs : dit que Mariam SPECIMEN est née le 3 mai 1998 à Conakry,
fille de Ousmane SPECIMEN et de Awa EXEMPLE,
ordonne la transcription du présent jugement sur les registres de l'état civil.
Le greffier en chef      Le président"""


def context(nationality: str = "") -> Context:
    known = {"nationality": Known(nationality or None, ValueOrigin.DECLARED)}
    return Context(TODAY, known)


def trapped(
    *found: Field,
    marks: tuple[str, ...] = (),
    nationality: str = "",
    beside: tuple[str, tuple[str, ...]] = ("rib", ()),
) -> list[tuple[str, str]]:
    """Rule and name of the traps told of one record."""
    dossier = folder(
        file("a.pdf", part("birth_certificate", *found, marks=marks)),
        file("b.pdf", part(beside[0], marks=beside[1])),
    )
    issues = usual_trap.check(dossier.documents[0], dossier, TRAPS, context(nationality))
    return [(issue.rule.partition(".")[2], issue.case) for issue in issues]


def of(state: str, language: str) -> tuple[Field, Field]:
    return read("issuing_state", state), read("language", language)


@pytest.mark.parametrize(
    ("state", "language", "marks"),
    [
        ("GBR", "en", ("parents",)),
        ("USA", "en", ("parents",)),
        ("ITA", "it", ("parents", "extract")),
        ("CHN", "zh", ("parents", "notarial")),
        ("MAR", "fr", ("parents",)),
        ("IRN", "fr", ("parents",)),
        ("TUR", "tr", ("parents", "multilingual")),
        ("KOR", "ko", ("basic_certificate", "family_relation")),
        ("FRA", "fr", ("without_filiation", "extract")),
        ("SEN", "fr", ("parents", "extract")),
    ],
)
def test_a_record_in_order_is_told_no_trap(
    state: str, language: str, marks: tuple[str, ...]
) -> None:
    assert trapped(*of(state, language), marks=marks) == []


def test_a_record_whose_state_is_not_known_is_told_none() -> None:
    assert trapped(read("language", "en")) == []
    assert trapped(read("language", "fr"), nationality="GBR") == []


def test_a_french_translation_answers_what_the_record_lacks() -> None:
    sworn = ("sworn_translation", ("french_sworn", "parents"))
    assert trapped(*of("VNM", "vi"), beside=sworn) == []
    assert trapped(*of("MAR", "ar"), beside=sworn) == []


def test_the_other_half_may_be_another_file() -> None:
    assert trapped(*of("KOR", "ko"), beside=("birth_certificate", ("family_relation",))) == []


@pytest.mark.parametrize(
    ("state", "language", "name"),
    [
        ("GBR", "en", "short_certificate"),
        ("USA", "en", "abstract"),
        ("CAN", "en", "wallet_size"),
        ("IND", "en", "full_certificate"),
        ("DEU", "de", "parents_left_out"),
        ("ESP", "es", "literal"),
        ("COL", "es", "registro_civil"),
        ("CHN", "zh", "notarial"),
        ("JPN", "ja", "koseki"),
        ("KOR", "ko", "two_papers"),
        ("VNM", "vi", "translated_there"),
        ("TUN", "ar", "french_version"),
        ("EGY", "ar", "other_calendar"),
        ("UKR", "uk", "whole_translation"),
        ("TUR", "tr", "formule_a"),
    ],
)
def test_the_usual_trap_of_a_country_is_told(state: str, language: str, name: str) -> None:
    assert trapped(*of(state, language)) == [("usual_trap", name)]
    assert trapped(read("language", language), nationality=state) == [("usual_trap", name)]


@pytest.mark.parametrize(
    ("state", "mark", "name"),
    [
        ("GBR", "short_form", "short_certificate"),
        ("USA", "short_form", "abstract"),
        ("ITA", "plain_certificate", "certificato"),
        ("KOR", "basic_certificate", "two_papers"),
        ("AUS", "commemorative", "commemorative"),
        ("GIN", "judgment", "judgment"),
    ],
)
def test_a_form_that_was_recognised_is_a_warning(state: str, mark: str, name: str) -> None:
    assert ("trap_form", name) in trapped(*of(state, "xx"), marks=(mark,))
    assert RULEBOOK.catalogue["civil_status.trap_form"].severity is Severity.WARNING


def test_every_trap_has_its_sentences_source_and_known_keys() -> None:
    known = {member.name for member in fields(usual_trap.Trap)}
    written = RULEBOOK.types["birth_certificate"].checks["usual-trap"]
    for trap in written.settings.traps:
        assert trap.source
        assert trap.as_of <= date(2026, 12, 31)
        for language in LANGUAGES:
            said = sentences(language)
            assert (f"civil_status.usual_trap.{trap.name}" in said) is trap.advise, trap.name
            assert (f"civil_status.trap_form.{trap.name}" in said) is bool(trap.seen), trap.name
    assert {"name", "countries", "source", "as_of", "confidence"} <= known


def test_every_country_of_the_rules_has_a_name_in_both_languages() -> None:
    settings = RULES["legalisation"].settings
    asked = {c for trap in TRAPS.traps for c in trap.countries if c != "*"}
    for language in LANGUAGES:
        assert asked <= set(sentences(language)["states"])
        common = {"CAN", "CHN", "IND", "GBR", "USA", "CMR", "COD", "GIN", "LBN", "MDG"}
        assert common <= set(sentences(language)["states"])
    assert not set(settings.apostille) & set(settings.exempt)


def shaped(*marks: str, kind: str = "birth_certificate", state: str = "") -> list[str]:
    known = (read("issuing_state", state),) if state else ()
    dossier = folder(file("a.pdf", part(kind, *known, marks=marks)))
    settings = record_form.Settings()
    return [i.case for i in record_form.check(dossier.documents[0], dossier, settings, context())]


@pytest.mark.parametrize("mark", ["full_copy", "extract", "filiation", "multilingual"])
def test_of_the_usual_forms_nothing_is_said(mark: str) -> None:
    assert shaped(mark) == []


def test_the_form_of_the_union_with_its_record_passes() -> None:
    assert shaped("eu_form", "extract") == []


def test_a_transcription_by_a_french_consulate_is_a_french_record() -> None:
    assert shaped("consular_act", "full_copy", state="FRA") == []


def test_forms_that_ask_for_more_are_named() -> None:
    assert shaped("eu_form") == ["eu_form"]
    assert shaped("consular_act", state="BRA") == ["consular_act"]
    assert shaped("ofpra", "filiation") == ["ofpra"]
    assert shaped(kind="family_record_book") == ["family_book"]


def translated_by(*found: Field, marks: tuple[str, ...]) -> list[Issue]:
    dossier = folder(
        file("a.pdf", part("birth_certificate", read("language", "ar"))),
        file("b.pdf", part("sworn_translation", *found, marks=marks)),
    )
    settings = RULES["translation"].settings
    return list(translation.check(dossier.documents[0], dossier, settings, context()))


@pytest.mark.parametrize("marks", [(), ("of_civil_status",), ("of_civil_status", "of_other_paper")])
def test_a_french_translation_of_the_record_settles_it(marks: tuple[str, ...]) -> None:
    assert translated_by(read("language", "fr"), marks=marks) == []
    assert translated_by(marks=marks) == []


def test_a_translation_into_another_language_does_not() -> None:
    params = {"language": Term("word", "language_ar"), "into": Term("word", "language_en")}
    assert translated_by(read("language", "en"), marks=("of_civil_status",)) == [
        Issue("civil_status.untranslated", Kind.REVIEW, WHERE, "into_another", params, "d1")
    ]


def test_nor_does_that_of_a_diploma() -> None:
    params = {"language": Term("word", "language_ar")}
    assert translated_by(read("language", "fr"), marks=("of_other_paper",)) == [
        Issue("civil_status.untranslated", Kind.REVIEW, WHERE, "of_another", params, "d1")
    ]


def sworn(*marks: str) -> list[str]:
    dossier = folder(file("a.pdf", part("sworn_translation", marks=marks)))
    settings = RULEBOOK.types["sworn_translation"].checks["sworn-translator"].settings
    found = sworn_translator.check(dossier.documents[0], dossier, settings, context())
    return [f"{issue.kind} {issue.case}" for issue in found]


def test_translators_whom_france_accepts_pass_and_others_are_for_review() -> None:
    assert sworn("french_sworn", "made_abroad") == []
    assert sworn("french_consulate") == []
    assert sworn("of_other_paper") == []
    assert sworn("made_abroad") == ["review abroad"]
    assert sworn("of_civil_status") == ["review "]


def advised(*found: Field, nationality: str = "", beside: str = "rib") -> list[str]:
    dossier = folder(file("a.pdf", part("birth_certificate", *found)), file("b.pdf", part(beside)))
    settings = RULES["legalisation"].settings
    issues = legalisation.check(dossier.documents[0], dossier, settings, context(nationality))
    return [issue.case or "legalisation" for issue in issues]


def test_no_apostille_where_a_convention_waives_it_or_one_is_there() -> None:
    assert advised(read("issuing_state", "SEN")) == []
    assert advised(read("issuing_state", "DEU"), nationality="CHN") == []
    assert advised(read("issuing_state", "CHN"), beside="apostille") == []


def test_a_record_in_french_of_one_who_writes_otherwise_was_made_in_france() -> None:
    assert advised(read("language", "fr"), nationality="CHN") == []


def test_apostille_and_legalisation_are_told_apart_by_country() -> None:
    assert advised(read("issuing_state", "CAN")) == ["apostille"]
    assert advised(read("issuing_state", "CHN")) == ["apostille"]
    assert advised(read("issuing_state", "COD")) == ["legalisation"]
    assert advised(nationality="LBN") == ["legalisation"]


# ---- drawn, and read by the whole pipeline ------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "copie_integrale_table",
        "extrait_avec_filiation",
        "senegal",
        "morocco_bilingual",
        "algeria_12s",
        "tunisia_bilingual",
        "ciec_formule_a_tr",
        "transcription_consulaire",
    ],
)
def test_drawn_records_in_order_are_left_in_peace(name: str) -> None:
    report = report_on({"acte.pdf": specimen(f"birth_certificate.{name}")})
    assert types_in(report) == ["birth_certificate"]
    assert told(report, "civil_status") == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("extrait_sans_filiation", {"civil_status.no_parents.form"}),
        ("uk_short", {"civil_status.no_parents", "civil_status.usual_trap.short_certificate"}),
        ("us_abstract", {"civil_status.no_parents.form", "civil_status.trap_form.abstract"}),
        ("china_notarial", {"civil_status.untranslated"}),
        ("vietnam", {"civil_status.untranslated", "civil_status.usual_trap.translated_there"}),
        ("turkey_register", {"civil_status.usual_trap.formule_a"}),
        ("attestation_consulaire", {"civil_status.form.consular_act"}),
        ("ofpra", {"civil_status.form.ofpra"}),
    ],
)
def test_drawn_records_get_the_advice_of_their_form(name: str, expected: set[str]) -> None:
    report = report_on({"acte.pdf": specimen(f"birth_certificate.{name}")})
    generic = {"civil_status.legalisation.apostille", "civil_status.translation_optional"}
    assert set(told(report, "civil_status")) - generic == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("senegal", set()),
        ("us_abstract", {"civil_status.no_parents.form", "civil_status.trap_form.abstract"}),
    ],
)
def test_scans_are_told_the_same(name: str, expected: set[str]) -> None:
    report = report_on({"acte.pdf": scanned(specimen(f"birth_certificate.{name}"))})
    generic = {"civil_status.legalisation.apostille", "civil_status.translation_optional"}
    assert set(told(report, "civil_status")) - generic == expected


def test_an_italian_certificate_without_parents_is_named() -> None:
    drawn = specimen("birth_certificate.italy", variant="extract_without_parents")
    found = told(report_on({"atto.pdf": drawn}), "civil_status")
    assert {"civil_status.no_parents", "civil_status.trap_form.certificato"} <= set(found)


def test_an_arabic_record_is_advised_by_the_students_country() -> None:
    drawn = {"acte.pdf": specimen("birth_certificate.arabic_only")}
    moroccan = told(report_on(drawn, Declared(nationality="MAR")), "civil_status")
    assert moroccan == ["civil_status.untranslated", "civil_status.usual_trap.french_version"]


def test_a_translation_behind_the_record_settles_it_and_one_made_abroad_is_said() -> None:
    in_france = report_on({"a.pdf": specimen("sworn_translation.attached_arabic")})
    assert told(in_france, "civil_status") == []
    abroad = report_on({"a.pdf": specimen("sworn_translation.attached_made_abroad")})
    assert told(abroad, "civil_status.translator") == ["civil_status.translator.abroad"]
    consulate = report_on({"a.pdf": specimen("sworn_translation.consular")})
    assert told(consulate, "civil_status") == []


def test_an_apostille_behind_its_record_is_no_stranger() -> None:
    record = specimen("birth_certificate.england_long")
    sheet = pdf("APOSTILLE (Convention de La Haye du 5 octobre 1961)", APOSTILLE)
    for papers in ({"a.pdf": joined(record, sheet)}, {"a.pdf": record, "b.pdf": sheet}):
        report = report_on(papers)
        assert types_in(report) == ["birth_certificate", "apostille"]
        assert told(report, "document") == []
        assert told(report, "civil_status.legalisation") == []


def test_an_apostille_alone_is_no_record() -> None:
    sheet = pdf("APOSTILLE (Convention de La Haye du 5 octobre 1961)", APOSTILLE)
    report = report_on({"apostille.pdf": sheet})
    assert told(report, "document") == ["document.look_alike.apostille"]
    assert {r.id: r.status for r in report.requirements}["civil_status"] == "missing"


def test_a_judgment_without_the_record_is_said() -> None:
    drawn = pdf("JUGEMENT SUPPLÉTIF TENANT LIEU D'ACTE DE NAISSANCE", JUDGMENT)
    found = told(report_on({"jugement.pdf": drawn}), "civil_status")
    assert "civil_status.trap_form.judgment" in found


def joined(*papers: bytes) -> bytes:
    """Put several PDFs into one."""
    whole = pikepdf.new()
    for paper in papers:
        whole.pages.extend(pikepdf.open(io.BytesIO(paper)).pages)
    stream = io.BytesIO()
    whole.save(stream)
    return stream.getvalue()
