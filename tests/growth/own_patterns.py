"""Every regular expression of the package, found and not listed.

Three ways, because there are three places for one. Modules are walked for compiled patterns: at
their top, in tables, in records, in classes. The source is parsed for calls of `re` whose
expression can be told without running anything: literals in functions. What the rules or a
function make is in `MADE`; a place that makes one and is not there fails `test_patterns`.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import Struct, structs

import docscheck
from docscheck.classify.phrases import phrase
from docscheck.readers import beside_title, iban, record_country
from docscheck.rulebook.load import load
from docscheck.rulebook.schema import Rulebook

_CALLS = {
    "compile": "",
    "search": "search",
    "match": "match",
    "fullmatch": "fullmatch",
    "findall": "finditer",
    "finditer": "finditer",
    "sub": "finditer",
    "subn": "finditer",
    "split": "finditer",
}
"""Of `re` and of a pattern, and the method that goes through a text as it does."""
METHODS = ("search", "match", "fullmatch", "finditer")


class OwnPattern(Struct, frozen=True):
    """One regular expression and how the code uses it."""

    where: str
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]
    """All of `METHODS` where the use is not plain to see."""


class Call(Struct, frozen=True):
    """One call of a function of `re`."""

    where: str
    """`readers/iban.py:_misprint`; the module alone at its top."""
    line: int
    name: str
    pattern: re.Pattern[Any] | None
    """`None` where it is made while the function runs."""
    cached: bool


@cache
def own_patterns() -> tuple[OwnPattern, ...]:
    """Give every pattern once, with all its methods."""
    found: dict[re.Pattern[Any], tuple[str, set[str]]] = {}
    for where, pattern, methods in chain(_walked(), _called(), _made()):
        found.setdefault(pattern, (where, set()))[1].update(methods)
    return tuple(
        OwnPattern(where, pattern, tuple(m for m in METHODS if m in (methods or METHODS)))
        for pattern, (where, methods) in found.items()
    )


@cache
def modules() -> tuple[ModuleType, ...]:
    """Import the whole package."""
    names = (m.name for m in pkgutil.walk_packages(docscheck.__path__, "docscheck."))
    return tuple(importlib.import_module(name) for name in names)


def _walked() -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, ModuleType):
                continue
            own = vars(value) if _is_class_of(value, module) else value
            for pattern in _inside(own):
                yield f"{_place(module)}:{name}", pattern, _uses().get(_key(module, name), set())


def _is_class_of(value: object, module: ModuleType) -> bool:
    return isinstance(value, type) and value.__module__ == module.__name__


def _inside(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_inside, value.values()))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from chain.from_iterable(map(_inside, value))
    elif isinstance(value, Struct):
        yield from chain.from_iterable(map(_inside, structs.astuple(value)))


def _called() -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    for call in calls():
        if call.pattern is not None:
            yield call.where, call.pattern, {_CALLS[call.name]} - {""}


def _made() -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    rules = load()
    for where, (make, methods) in MADE.items():
        one_of_each = {_shape(pattern): pattern for pattern in make(rules)}
        for pattern in one_of_each.values():
            yield where, pattern, set(methods)


def _shape(pattern: re.Pattern[str]) -> str:
    """Tell what is the same in patterns made of other words: one of each shape is measured."""
    words = re.sub(r"[^\W\d_]+", "w", pattern.pattern)
    return re.sub(r"(.{1,8}?)\1+", r"\1", words)


@cache
def calls() -> tuple[Call, ...]:
    """Give every call of a function of `re` in the package."""
    found = (_calls_in(_tree(module), module, "", cached=False) for module in modules())
    return tuple(chain.from_iterable(found))


def _calls_in(node: ast.AST, module: ModuleType, inside: str, *, cached: bool) -> Iterator[Call]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
            kept = cached or any("cache" in ast.unparse(d) for d in child.decorator_list)
            yield from _calls_in(child, module, child.name, cached=kept)
            continue
        if isinstance(child, ast.Call) and (name := _of_re(child)):
            where = f"{_place(module)}:{inside}" if inside else _place(module)
            yield Call(where, child.lineno, name, _told(child, name, module), cached)
        yield from _calls_in(child, module, inside, cached=cached)


def _of_re(call: ast.Call) -> str:
    function = call.func
    if not isinstance(function, ast.Attribute) or ast.unparse(function.value) != "re":
        return ""
    return function.attr if function.attr in _CALLS else ""


def _told(call: ast.Call, name: str, module: ModuleType) -> re.Pattern[Any] | None:
    """Compile the expression of a call, if nothing but names of its module stand in it."""
    flags = [k.value for k in call.keywords if k.arg == "flags"]
    if name == "compile":
        flags += call.args[1:2]
    try:
        text, *given = (
            eval(compile(ast.Expression(part), "<pattern>", "eval"), vars(module))
            for part in (call.args[0], *flags)
        )
    except NameError:
        return None
    return re.compile(text, *given)


@cache
def _uses() -> dict[tuple[str, str], set[str]]:
    """Tell by module and name of a pattern which of its methods are called.

    The module is left out of the key for a public name: others import it.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for module in modules():
        rows = _in_turn(module)
        for node in ast.walk(_tree(module)):
            if isinstance(node, ast.Attribute) and _CALLS.get(node.attr):
                name = ast.unparse(node.value).partition("[")[0].rpartition(".")[2]
                for used in (name, *rows.get(name, ())):
                    found.setdefault(_key(module, used), set()).add(_CALLS[node.attr])
    return found


def _in_turn(module: ModuleType) -> dict[str, set[str]]:
    """Tell what a name stands for that goes through a row: `for words in (_BORN, _ENROLLED)`."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(_tree(module)):
        if isinstance(node, (ast.For, ast.comprehension)):
            named = {n.id for n in ast.walk(node.iter) if isinstance(n, ast.Name)}
            for target in ast.walk(node.target):
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, set()).update(named)
    return found


def _key(module: ModuleType, name: str) -> tuple[str, str]:
    return (module.__name__ if name.startswith("_") else "", name)


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _place(module: ModuleType) -> str:
    root = Path(str(docscheck.__file__)).parent
    return Path(str(module.__file__)).relative_to(root).as_posix()


def _wide_phrases(rules: Rulebook) -> Iterator[re.Pattern[str]]:
    for kind in rules.types.values():
        for rule in (*kind.cues, *kind.marks):
            wide = (phrase(text).wide for text in (*rule.any, *getattr(rule, "unless", ())))
            yield from (pattern for pattern in wide if pattern is not None)


def _values_of_rules(rules: Rulebook) -> Iterator[re.Pattern[str]]:
    for settings in _settings(rules):
        if text := getattr(settings, "pattern", ""):
            yield re.compile(text)


def _settings(rules: Rulebook) -> Iterator[Any]:
    return (rule.settings for kind in rules.types.values() for rule in kind.fields)


def _titles(rules: Rulebook) -> Iterator[re.Pattern[str]]:
    for settings in _settings(rules):
        if isinstance(settings, beside_title.Settings):
            yield beside_title._titles(settings.titles)


def _states(rules: Rulebook) -> Iterator[re.Pattern[str]]:
    for settings in _settings(rules):
        if isinstance(settings, record_country.Settings):
            for words in chain.from_iterable(settings.states.values()):
                yield record_country._pattern(words)


def _ibans(rules: Rulebook) -> Iterator[re.Pattern[str]]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    made = (iban._pattern(first + second) for first in letters for second in letters)
    return (pattern for pattern in made if pattern is not None)


Make = Callable[[Rulebook], Iterator[re.Pattern[str]]]
MADE: Mapping[str, tuple[Make, tuple[str, ...]]] = {
    "classify/phrases.py:_wide": (_wide_phrases, ("search",)),
    "readers/beside_title.py:_titles": (_titles, ("search",)),
    "readers/iban.py:_pattern": (_ibans, ("fullmatch",)),
    "readers/record_country.py:_pattern": (_states, ("finditer",)),
    "readers/values.py:_fits": (_values_of_rules, ("fullmatch",)),
    "readers/beside_title.py:_number": (_values_of_rules, ("fullmatch",)),
}
"""Places where patterns are made out of rules or of words, and those that they make."""
