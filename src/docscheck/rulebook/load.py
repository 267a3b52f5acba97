"""A folder of TOML in, a checked `Rulebook` out, before the first student file is opened.

Layout of a rules folder: `portal.toml`, `catalogue.toml`, `dossier.toml`, `requirements.toml`,
`profiles.toml`, `countries.toml`, `guide.toml`, `deadlines.toml` and `documents/<type>.toml`. R13
of `reliability.md`: TOML only, 1 MB a file, closed schema. `read` touches the disk, `build` does
not: a worker process gets what `for_reading` leaves of it and builds its own copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli
from msgspec import Struct

from docscheck.errors import RulebookError
from docscheck.finding import Severity
from docscheck.readers import READERS
from docscheck.rulebook import guidance, schema
from docscheck.rulebook.procedure import (
    PROVENANCE_KEYS,
    Names,
    countries,
    profiles,
    provenance,
    questions,
    requirements,
)
from docscheck.rulebook.tables import Table, record, refuse, require_known, take

if TYPE_CHECKING:
    from docscheck.checkers.interface import Checker

MAX_BYTES = 1_000_000
FOR_PEOPLE = ("guide.toml", "deadlines.toml")
"""Told to the student; workers, which only read, are not sent them."""
SINGLE_FILES = (
    "portal.toml",
    "catalogue.toml",
    "dossier.toml",
    "requirements.toml",
    "profiles.toml",
    "countries.toml",
    *FOR_PEOPLE,
)
CUE_KINDS = ("title", "phrase", "mrz", "iban", "card", "barcode", "portrait")
LIMITS = (
    *("max_file_bytes", "max_folder_bytes", "max_entries", "max_depth"),
    *("max_archive_entries", "max_archive_bytes", "max_pages_inspected", "max_pages_read"),
    *("max_pixels", "max_side_px"),
    *("seconds_per_step", "seconds_per_reading"),
    *("seconds_per_file", "seconds_per_folder", "worker_memory_bytes"),
)
CLASSIFY = ("min_score", "min_margin")
FIELD_NAMES = (
    *("surname", "given_names", "birth_date", "birth_place", "nationality", "sex"),
    *("document_number", "issuing_state", "issue_date", "expiry_date", "valid_from"),
    *("visa_type", "entries", "foreigner_number", "passport_number", "mrz_lines"),
    *("iban", "bic", "holder", "bank_code", "branch_code", "account_number", "rib_key"),
    *("school_year", "institution", "student_number", "ine", "nir"),
    *("father_name", "mother_name", "language"),
)

Raw = Mapping[str, Table]
"""File name relative to the rules folder, forward slashes -> parsed TOML."""


def packaged_rules() -> Path:
    """Give the rules folder: the wheel's own copy, else that of the checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


def load(folder: Path | None = None) -> schema.Rulebook:
    """Read and check a rules folder; `None` is the one that ships with docscheck.

    Raises:
        RulebookError: naming file, key and the nearest known name.
    """
    return build(read(folder or packaged_rules()))


def read(folder: Path) -> Raw:
    """Parse every rule file of `folder`; refuse files that are missing, strange or too large."""
    if not folder.is_dir():
        raise RulebookError(f"{folder}: no such rules folder")
    documents = sorted((folder / "documents").glob("*.toml"))
    if not documents:
        raise RulebookError(f"{folder}: documents: no type of document is described")
    raw = {name: _parse(folder / name, name) for name in SINGLE_FILES}
    return raw | {f"documents/{p.name}": _parse(p, f"documents/{p.name}") for p in documents}


def fingerprint(folder: Path | None = None) -> str:
    """Give one number for the rule files of a folder, as `load` takes it: SHA-256 of their bytes.

    An edition is what people call the rules; somebody may change them and leave its name.

    Raises:
        RulebookError: one cannot be read.
    """
    folder = folder or packaged_rules()
    documents = sorted(f"documents/{path.name}" for path in (folder / "documents").glob("*.toml"))
    state = hashlib.sha256()
    for name in (*SINGLE_FILES, *documents):
        state.update(name.encode() + b"\0" + hashlib.sha256(_bytes(folder / name, name)).digest())
    return state.hexdigest()


def build(raw: Raw) -> schema.Rulebook:
    """Check what `read` gave and make the records."""
    catalogue = _catalogue(raw["catalogue.toml"])
    portal = _portal(raw["portal.toml"], catalogue)
    type_ids = [_type_id(name) for name in raw if name.startswith("documents/")]
    groups = countries("countries.toml", raw["countries.toml"])
    asked = requirements("requirements.toml", raw["requirements.toml"], type_ids, groups)
    names = _Names(catalogue, tuple(asked), type_ids, raw["portal.toml"].get("checks", {}))
    types = {
        _type_id(name): _document_type(name, table, names)
        for name, table in raw.items()
        if name.startswith("documents/")
    }
    procedure = Names(tuple(asked), tuple(groups), tuple(type_ids))
    return schema.Rulebook(
        portal=portal,
        catalogue=catalogue,
        types=types,
        dossier=_dossier(raw["dossier.toml"], catalogue),
        requirements=asked,
        profiles=profiles("profiles.toml", raw["profiles.toml"], procedure),
        countries=groups,
        questions=questions("profiles.toml", raw["profiles.toml"], procedure),
        guide=guidance.guide("guide.toml", raw.get("guide.toml", {}), procedure),
        deadlines=guidance.deadlines("deadlines.toml", raw.get("deadlines.toml", {}), type_ids),
    )


def for_reading(raw: Raw) -> Raw:
    """Give the same rules without their checks: all that a worker needs to read by.

    What an officer needs of a paper is said to the check of legibility, and worth a second look.
    """
    return {
        name: {key: value for key, value in table.items() if key != "checks"} | _needed(name, table)
        for name, table in raw.items()
        if name not in FOR_PEOPLE
    }


def _needed(name: str, table: Table) -> dict[str, Any]:
    if not name.startswith("documents/"):
        return {}
    legibility = table.get("checks", {}).get("legibility", {})
    alone = [[field] for field in legibility.get("needed", ())]
    return {"needed": [*alone, *legibility.get("needed_one_of", ())]}


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RulebookError(f"{name}: cannot be read: {error.strerror}") from error


def _parse(path: Path, name: str) -> dict[str, Any]:
    data = _bytes(path, name)
    if len(data) > MAX_BYTES:
        raise RulebookError(f"{name}: {len(data)} bytes; a rule file has at most {MAX_BYTES}")
    try:
        return tomli.loads(data.decode())
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulebookError(f"{name}: not valid TOML: {error}") from error


def _type_id(name: str) -> str:
    return name.removeprefix("documents/").removesuffix(".toml")


def _catalogue(tables: Table) -> dict[str, schema.Rule]:
    return {rule_id: _rule("catalogue.toml", rule_id, table) for rule_id, table in tables.items()}


def _rule(file: str, rule_id: str, table: Table) -> schema.Rule:
    take(file, rule_id, table, known=("title", "why", "severity", "never_waived", *PROVENANCE_KEYS))
    fixed = table.get("never_waived")
    origin = provenance(file, rule_id, table)
    severity = _severity(file, f"{rule_id}.severity", table.get("severity", ""))
    _refuse_weak_error(file, f"{rule_id}.severity", severity, origin)
    return schema.Rule(
        id=rule_id,
        title=record(file, f"{rule_id}.title", table.get("title"), schema.Bilingual),
        why=record(file, f"{rule_id}.why", table.get("why"), schema.Bilingual),
        severity=severity,
        provenance=origin,
        file=file,
        never_waived=record(file, f"{rule_id}.never_waived", fixed, schema.Bilingual)
        if fixed is not None
        else None,
    )


def _severity(file: str, key: str, name: str) -> Severity:
    require_known(file, key, name, [s.value for s in Severity], "severity")
    return Severity(name)


def _portal(table: Table, catalogue: Mapping[str, schema.Rule]) -> schema.Portal:
    file = "portal.toml"
    known = ("edition", "limits", "classify", "formats", "checks", *PROVENANCE_KEYS)
    take(file, "", table, known=known)
    return schema.Portal(
        edition=str(table.get("edition", "")),
        provenance=provenance(file, "portal", table),
        limits=_numbers(file, "limits", table.get("limits", {}), LIMITS),
        classify=_numbers(file, "classify", table.get("classify", {}), CLASSIFY),
        formats={str(k): str(v) for k, v in table.get("formats", {}).items()},
        checks=_checks(file, table.get("checks", {}), catalogue),
    )


def _numbers(file: str, key: str, table: Table, names: Sequence[str]) -> dict[str, float]:
    """Read a table of numbers in which every one of `names` stands, and nothing else."""
    take(file, key, table, known=names)
    for name in names:
        if name not in table:
            raise refuse(file, f"{key}.{name}", "missing")
    for name, value in table.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise refuse(file, f"{key}.{name}", "expected a number")
    return dict(table)


def _dossier(table: Table, catalogue: Mapping[str, schema.Rule]) -> dict[str, schema.CheckRule]:
    take("dossier.toml", "", table, known=("checks", *PROVENANCE_KEYS))
    return _checks("dossier.toml", table.get("checks", {}), catalogue)


def _checks(
    file: str,
    tables: Table,
    catalogue: Mapping[str, schema.Rule],
    inherited: Table | None = None,
) -> dict[str, schema.CheckRule]:
    if not tables:
        return {}
    # Workers read and do not judge: they are spared the checkers.
    from docscheck.checkers import CHECKERS

    checks = {}
    for checker_id, table in tables.items():
        key = f"checks.{checker_id}"
        require_known(file, key, checker_id, CHECKERS, "checker")
        whole = _over((inherited or {}).get(checker_id, {}), table)
        checks[checker_id] = _check(file, key, CHECKERS[checker_id], whole, catalogue)
    return checks


def _over(general: Table, own: Table) -> Table:
    """Lay a type's own table over the portal's, key by key; severities rule by rule."""
    severity = {**general.get("severity", {}), **own.get("severity", {})}
    return {**general, **own, "severity": severity}


def _check(
    file: str, key: str, checker: Checker, table: Table, catalogue: Mapping[str, schema.Rule]
) -> schema.CheckRule:
    for rule_id in sorted(checker.RULES):
        require_known("catalogue.toml", rule_id, rule_id, catalogue, "rule")
    settings = {k: v for k, v in table.items() if k not in ("severity", "source")}
    return schema.CheckRule(
        checker=checker.ID,
        settings=record(file, key, settings, checker.Settings),
        severity=_severities(file, f"{key}.severity", table["severity"], checker.RULES, catalogue),
        source=str(table.get("source", "")),
    )


def _severities(
    file: str,
    key: str,
    table: Table,
    rules: frozenset[str],
    catalogue: Mapping[str, schema.Rule],
) -> dict[str, Severity]:
    severities = {}
    for rule_id, name in table.items():
        require_known(file, key, rule_id, rules, "rule")
        severities[rule_id] = _severity(file, f"{key}.{rule_id}", name)
        _refuse_weak_error(file, f"{key}.{rule_id}", severities[rule_id], catalogue[rule_id])
    return severities


def _refuse_weak_error(
    file: str, key: str, severity: Severity, origin: schema.Provenance | schema.Rule
) -> None:
    """Hold the golden rule of `domain.md`: only a fact of confidence H may make an error."""
    known = origin.provenance if isinstance(origin, schema.Rule) else origin
    if severity is Severity.ERROR and known.confidence is not schema.Confidence.HIGH:
        raise refuse(file, key, "only a fact of confidence H may make an error")


_TYPE_KEYS = (
    *("title", "cues", "fields", "marks", "checks", "mrz_shapes", "two_sided", "mrz_side", "coded"),
    *("look_alike_of", "expects", "follows", "reread", "needed", *PROVENANCE_KEYS),
)


class _Names(Struct, frozen=True):
    """What a document file may refer to."""

    catalogue: Mapping[str, schema.Rule]
    requirements: tuple[str, ...]
    types: Sequence[str]
    portal_checks: Table


def _document_type(file: str, table: Table, names: _Names) -> schema.DocumentType:
    take(file, "", table, known=_TYPE_KEYS)
    for requirement in table.get("look_alike_of", ()):
        require_known(file, "look_alike_of", requirement, names.requirements, "requirement")
    for before in table.get("follows", ()):
        require_known(file, "follows", before, names.types, "type")
    expects = table.get("expects")
    checks = table.get("checks", {})
    return schema.DocumentType(
        id=_type_id(file),
        title=record(file, "title", table.get("title"), schema.Bilingual),
        provenance=provenance(file, "", table),
        cues=tuple(_cue(file, i, cue) for i, cue in enumerate(table.get("cues", ()))),
        fields=tuple(_field(file, i, entry) for i, entry in enumerate(table.get("fields", ()))),
        marks=tuple(_mark(file, n, entry) for n, entry in table.get("marks", {}).items()),
        checks=_checks(file, checks, names.catalogue, names.portal_checks),
        mrz_shapes=tuple(table.get("mrz_shapes", ())),
        two_sided=bool(table.get("two_sided", False)),
        mrz_side=str(table.get("mrz_side", "front")),
        coded=bool(table.get("coded", False)),
        look_alike_of=tuple(table.get("look_alike_of", ())),
        expects=record(file, "expects", expects, schema.Bilingual) if expects else None,
        follows=tuple(table.get("follows", ())),
        reread=tuple(_read_again(file, table)),
        needed=tuple(tuple(group) for group in table.get("needed", ())),
    )


def _read_again(file: str, table: Table) -> Iterator[str]:
    known = [entry.get("name", "") for entry in table.get("fields", ())]
    for name in table.get("reread", ()):
        require_known(file, "reread", name, known, "field")
        yield name


def _cue(file: str, index: int, table: Table) -> schema.CueRule:
    key = f"cues[{index}]"
    cue = record(file, key, table, schema.CueRule)
    require_known(file, f"{key}.kind", cue.kind, CUE_KINDS, "kind of cue")
    return cue


def _mark(file: str, name: str, table: Table) -> schema.MarkRule:
    return record(file, f"marks.{name}", {"name": name, **table}, schema.MarkRule)


def _field(file: str, index: int, table: Table) -> schema.FieldRule:
    key = f"fields[{index}]"
    settings = {k: v for k, v in table.items() if k not in ("name", "reader")}
    name, reader = str(table.get("name", "")), str(table.get("reader", ""))
    require_known(file, f"{key}.name", name, FIELD_NAMES, "field")
    require_known(file, f"{key}.reader", reader, READERS, "reader")
    return schema.FieldRule(name, reader, record(file, key, settings, READERS[reader].Settings))
