"""`docscheck rules`: what is checked, why, and whether a folder of rules is well formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.language import Language, default_language
from docscheck.cli.output import tell, written
from docscheck.cli.words import help_of
from docscheck.errors import UsageError

if TYPE_CHECKING:
    from docscheck.finding import Param
    from docscheck.rulebook.schema import (
        DocumentType,
        ProfileRule,
        RequirementRule,
        Rule,
        Rulebook,
    )

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
    from docscheck.languages import with_those_of_rules
    from docscheck.rulebook.load import load

    book = load(rules)
    entry = entry_of(book, rule_id)
    if entry is None:
        raise UsageError("no_rule", {"name": rule_id, "nearest": _nearest(book, rule_id)})
    both = with_those_of_rules(default_language().value)
    _print(explained(book, entry, (lang.value,) if lang else both))


@app.command("check", help=help_of("rules_check"))
def check(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", readable=False, help=help_of("rules_folder"))
    ],
    lang: _Lang = None,
) -> None:
    """Check a folder of rules; every error names the file, the key and the nearest name."""
    from docscheck.rulebook.load import load

    book = load(folder)
    params: dict[str, Param] = {
        "edition": book.edition,
        "rules": len(book.catalogue),
        "types": len(book.types),
        "requirements": len(book.requirements),
        "profiles": len(book.profiles),
    }
    _print([_say("fine", (lang or default_language()).value, params)])


def _listed(book: Rulebook, language: str) -> Iterator[str]:
    from docscheck.reporters.cells import padded

    def row(entry: Rule | RequirementRule | DocumentType | ProfileRule, word: str) -> str:
        return f"{entry.id:<34} {padded(word, 8)} {entry.title.in_language(language)}"

    for rule in book.catalogue.values():
        yield row(rule, rule.severity.value)
    rest = (
        ("requirement", book.requirements.values()),
        ("type", book.types.values()),
        ("profile", book.profiles),
    )
    for kind, entries in rest:
        word = _say(kind, language, {})
        for entry in entries:
            yield row(entry, word)


def _say(name: str, language: str, params: Mapping[str, Param]) -> str:
    from docscheck.messages import Speaker

    return Speaker().phrase(f"rules.{name}", params, language)


def _nearest(book: Rulebook, name: str) -> str:
    from docscheck.cli.explained import names

    return ", ".join(get_close_matches(name, names(book), n=3, cutoff=0))


def _print(lines: Iterable[str]) -> None:
    with written(None) as stream:
        tell(lines, stream)
