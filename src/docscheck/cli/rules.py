"""`docscheck rules`: what is checked, why, and whether a folder of rules is well formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.language import Language, default_language
from docscheck.cli.output import tell, written
from docscheck.cli.words import help_of
from docscheck.errors import UsageError

if TYPE_CHECKING:
    from docscheck.rulebook.schema import Rulebook

app = typer.Typer(help=help_of("rules_group"), no_args_is_help=True, rich_markup_mode=None)

_RulesFolder = Annotated[
    Path | None, typer.Option("--rules", readable=False, help=help_of("rules"))
]
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
    from docscheck.cli.explained import entry_of, explained
    from docscheck.rulebook.load import load

    book = load(rules)
    entry = entry_of(book, rule_id)
    if entry is None:
        raise UsageError("no_rule", {"name": rule_id, "nearest": _nearest(book, rule_id)})
    _print(explained(book, entry, tuple(one.value for one in ((lang,) if lang else Language))))


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


def _nearest(book: Rulebook, name: str) -> str:
    from docscheck.cli.explained import names

    return ", ".join(get_close_matches(name, names(book), n=3, cutoff=0))


def _print(lines: Iterable[str]) -> None:
    with written(None) as stream:
        tell(lines, stream)
