"""`docscheck rules`: what is checked, why, and whether a folder of rules is well formed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.language import Language, default_language
from docscheck.errors import UsageError

if TYPE_CHECKING:
    from docscheck.rulebook.schema import Bilingual, Provenance, Rulebook

app = typer.Typer(help="The rules: list them, explain one, check a folder of them.")

_RulesFolder = Annotated[Path | None, typer.Option("--rules", help="Another folder of rules.")]
_Lang = Annotated[Language | None, typer.Option(help="Language.")]


@app.command("list")
def list_(rules: _RulesFolder = None, lang: _Lang = None) -> None:
    """List every rule: id, severity, title; then requirements, types of document, profiles."""
    from docscheck.rulebook.load import load

    book, language = load(rules), (lang or default_language()).value
    for rule in book.catalogue.values():
        _print(f"{rule.id:<34} {rule.severity.value:<8} {rule.title.in_language(language)}")
    for entry in book.requirements.values():
        _print(f"{entry.id:<34} {_WORDS['requirement'][language]:<8} "
               f"{entry.title.in_language(language)}")
    for kind in book.types.values():
        _print(f"{kind.id:<34} {_WORDS['type'][language]:<8} {kind.title.in_language(language)}")
    for profile in book.profiles:
        _print(f"{profile.id:<34} {_WORDS['profile'][language]:<8} "
               f"{profile.title.in_language(language)}")


@app.command("explain")
def explain(
    rule_id: Annotated[str, typer.Argument(help="Such as validity.expired, identity, passport.")],
    rules: _RulesFolder = None,
) -> None:
    """Explain a rule, a requirement, a type of document or a profile, in both languages."""
    from docscheck.rulebook.load import load

    book = load(rules)
    lines = _explained(book, rule_id)
    if lines is None:
        raise UsageError(f"{rule_id}: no such rule{_nearest(book, rule_id)}", "")
    for line in lines:
        _print(line)


@app.command("check")
def check(
    folder: Annotated[Path, typer.Argument(help="The folder of rules.")],
    lang: _Lang = None,
) -> None:
    """Check a folder of rules; every error names the file, the key and the nearest name."""
    from docscheck.rulebook.load import load

    book, language = load(folder), (lang or default_language()).value
    counts = len(book.catalogue), len(book.types), len(book.requirements), len(book.profiles)
    _print(_WORDS["fine"][language].format(*counts, edition=book.edition))


_WORDS = {
    "requirement": {"fr": "pièce", "en": "asked"},
    "type": {"fr": "document", "en": "document"},
    "profile": {"fr": "profil", "en": "profile"},
    "fine": {
        "fr": "Règles en ordre, édition {edition} : {0} règles, {1} types de documents, "
        "{2} pièces, {3} profils.",
        "en": "Rules in order, edition {edition}: {0} rules, {1} types of document, "
        "{2} requirements, {3} profiles.",
    },
}


def _explained(book: Rulebook, name: str) -> list[str] | None:
    if name in book.catalogue:
        rule = book.catalogue[name]
        head = [f"{rule.id} ({rule.severity.value}, {rule.file})"]
        return head + _both(rule.title, rule.why) + _origin(rule.provenance)
    if name in book.requirements:
        asked = book.requirements[name]
        clauses = [f"  « {clause} »" for clause in asked.clauses]
        return [name, *_both(asked.title, asked.how), *clauses, *_origin(asked.provenance)]
    if name in book.types:
        kind = book.types[name]
        checks = ", ".join(sorted(kind.checks))
        return [name, *_both(kind.title), f"  checks: {checks}", *_origin(kind.provenance)]
    profile = next((p for p in book.profiles if p.id == name), None)
    if profile is None:
        return None
    stages = [
        f"  {stage}: {', '.join(rule.required)} ({', '.join(rule.asked)})"
        for stage, rule in profile.stages.items()
    ]
    told = _both(profile.title, profile.advice) if profile.advice else _both(profile.title)
    return [name, *told, *stages, *_origin(profile.provenance)]


def _both(*texts: Bilingual) -> list[str]:
    return [
        f"  {language}: {' '.join(_sentence(text.in_language(language)) for text in texts)}"
        for language in ("fr", "en")
    ]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _origin(provenance: Provenance) -> list[str]:
    return [
        f"  source: {provenance.source}",
        f"  as of: {provenance.as_of.isoformat()}; confidence: {provenance.confidence.value}",
    ]


def _nearest(book: Rulebook, name: str) -> str:
    from docscheck.rulebook.tables import nearest

    return nearest(
        name, [*book.catalogue, *book.requirements, *book.types, *(p.id for p in book.profiles)]
    )


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
