"""`docscheck rules`: what is checked, why, and whether a folder of rules is well formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.language import Language, default_language
from docscheck.cli.output import written
from docscheck.cli.words import help_of
from docscheck.errors import UsageError

if TYPE_CHECKING:
    from docscheck.rulebook.schema import Bilingual, ProfileRule, Provenance, Rulebook

app = typer.Typer(help=help_of("rules_group"), no_args_is_help=True, rich_markup_mode=None)

_RulesFolder = Annotated[
    Path | None, typer.Option("--rules", readable=False, help=help_of("rules"))
]
Languages = tuple[Language, ...]
_Lang = Annotated[Language | None, typer.Option(help=help_of("lang"))]


@app.command("list", help=help_of("rules_list"))
def list_(rules: _RulesFolder = None, lang: _Lang = None) -> None:
    """List every rule: id, severity, title; then requirements, types of document, profiles."""
    from docscheck.rulebook.load import load

    _print(_listed(load(rules), (lang or default_language()).value))


@app.command("explain", help=help_of("rules_explain"))
def explain(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help=help_of("rule_id"))],
    rules: _RulesFolder = None,
    lang: _Lang = None,
) -> None:
    """Explain what has this id, be it a rule, a requirement, a type, a profile or a step."""
    from docscheck.rulebook.load import load

    book = load(rules)
    lines = _explained(book, rule_id, (lang,) if lang else tuple(Language))
    if lines is None:
        raise UsageError("no_rule", {"name": rule_id, "nearest": _nearest(book, rule_id)})
    _print(lines)


@app.command("check", help=help_of("rules_check"))
def check(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", readable=False, help=help_of("rules_folder"))
    ],
    lang: _Lang = None,
) -> None:
    """Check a folder of rules; every error names the file, the key and the nearest name."""
    from docscheck.rulebook.load import load

    book, language = load(folder), (lang or default_language()).value
    counts = len(book.catalogue), len(book.types), len(book.requirements), len(book.profiles)
    _print([_WORDS["fine"][language].format(*counts, edition=book.edition)])


def _listed(book: Rulebook, language: str) -> Iterator[str]:
    for rule in book.catalogue.values():
        yield _row(rule.id, rule.severity.value, rule.title.in_language(language))
    rest = (
        ("requirement", book.requirements.values()),
        ("type", book.types.values()),
        ("profile", book.profiles),
    )
    for word, entries in rest:
        for entry in entries:
            yield _row(entry.id, _WORDS[word][language], entry.title.in_language(language))


def _row(name: str, word: str, title: str) -> str:
    return f"{name:<34} {word:<8} {title}"


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


def _explained(book: Rulebook, name: str, languages: Languages) -> list[str] | None:
    if name in book.catalogue:
        rule = book.catalogue[name]
        head = [f"{rule.id} ({rule.severity.value}, {rule.file})"]
        return head + _said(languages, rule.title, rule.why) + _origin(rule.provenance)
    if name in book.requirements:
        asked = book.requirements[name]
        clauses = [f"  « {clause} »" for clause in asked.clauses]
        return [
            name,
            *_said(languages, asked.title, asked.how),
            *clauses,
            *_origin(asked.provenance),
        ]
    if name in book.types:
        kind = book.types[name]
        checks = ", ".join(sorted(kind.checks))
        title = _said(languages, kind.title)
        return [name, *title, f"  checks: {checks}", *_origin(kind.provenance)]
    profile = next((p for p in book.profiles if p.id == name), None)
    if profile is None:
        return _step(book, name, languages)
    return [name, *_of_profile(book, profile, languages), *_origin(profile.provenance)]


def _of_profile(book: Rulebook, profile: ProfileRule, languages: Languages) -> Iterator[str]:
    from docscheck.cli.explained_profile import profile_lines

    for language in languages:
        yield from _said((language,), profile.title)
        yield from (f"      {line}" for line in profile_lines(book, profile, language))


def _step(book: Rulebook, name: str, languages: Languages) -> list[str] | None:
    """Explain a step of the guide."""
    step = next((s for s in book.guide.steps if s.id == name), None)
    if step is None:
        return None
    clauses = [f"  « {clause} »" for clause in step.clauses]
    return [name, *_said(languages, step.title, step.text), *clauses, *_origin(step.provenance)]


def _said(languages: Languages, *texts: Bilingual) -> list[str]:
    return [
        f"  {language}: {' '.join(_sentence(text.in_language(language)) for text in texts)}"
        for language in languages
    ]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _origin(provenance: Provenance) -> list[str]:
    return [
        f"  source: {provenance.source}",
        f"  as of: {provenance.as_of.isoformat()}; confidence: {provenance.confidence.value}",
    ]


def _nearest(book: Rulebook, name: str) -> str:
    profiles = (profile.id for profile in book.profiles)
    steps = (step.id for step in book.guide.steps)
    known = [*book.catalogue, *book.requirements, *book.types, *profiles, *steps]
    return ", ".join(get_close_matches(name, known, n=3, cutoff=0))


def _print(lines: Iterable[str]) -> None:
    with written(None) as stream:
        stream.writelines(f"{line}\n" for line in lines)
