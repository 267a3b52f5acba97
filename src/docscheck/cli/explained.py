"""One rule, requirement, type of document, profile or step in words, in one language or both.

Says of each what it is, how much it weighs, where it comes from, when that was last checked and how
sure it is. Where the two halves of the Assurance Maladie's own text (leaflet and slides) differ on
what is mandatory, both clauses are given, and what the stages make of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from docscheck.cli.explained_profile import profile_lines
from docscheck.finding import Param, Severity, Term
from docscheck.languages import WRITING
from docscheck.messages import Speaker
from docscheck.reporters.interface import titles_of
from docscheck.rulebook.procedure import STAGES
from docscheck.rulebook.schema import (
    Bilingual,
    DocumentType,
    ProfileRule,
    Provenance,
    RequirementRule,
    Rule,
    Rulebook,
    StepRule,
)

_ENDS = (".", "!", "?", "。", "！", "？", "؟")
Entry = Rule | RequirementRule | DocumentType | ProfileRule | StepRule


def entry_of(book: Rulebook, name: str) -> Entry | None:
    """Find what is called `name`: rule, requirement, type, profile or step of the guide."""
    profiles = {profile.id: profile for profile in book.profiles}
    tables: tuple[Mapping[str, Entry], ...] = (
        book.catalogue,
        book.requirements,
        book.types,
        profiles,
        {step.id: step for step in book.guide.steps},
    )
    return next((table[name] for table in tables if name in table), None)


def names(book: Rulebook) -> tuple[str, ...]:
    """Give every name that can be explained."""
    profiles = (profile.id for profile in book.profiles)
    steps = (step.id for step in book.guide.steps)
    return (*book.catalogue, *book.requirements, *book.types, *profiles, *steps)


def explained(book: Rulebook, entry: Entry, languages: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines: the name, then one paragraph a language."""
    yield entry.id
    for language in languages:
        first, *rest = _Explainer(book, language).lines(entry)
        yield f"  {language}: {first}"
        yield from (f"      {line}" for line in rest)


class _Explainer:
    """Speaks of the rulebook in one language."""

    def __init__(self, book: Rulebook, language: str) -> None:
        self._book = book
        self._language = language
        self._speaker = Speaker(titles_of(book))

    def lines(self, entry: Entry) -> Iterator[str]:
        yield self._sentence(entry.title)
        if isinstance(entry, Rule):
            yield from self._rule(entry)
        elif isinstance(entry, RequirementRule):
            yield from self._requirement(entry)
        elif isinstance(entry, DocumentType):
            yield from self._type(entry)
        elif isinstance(entry, ProfileRule):
            yield from profile_lines(self._book, entry, self._language)
            yield from self._origin(entry.provenance)
        else:
            yield from self._step(entry)

    def _rule(self, rule: Rule) -> Iterator[str]:
        yield self._sentence(rule.why)
        yield self._say(f"severity.{rule.severity.value}")
        for severity, types in self._elsewhere(rule).items():
            yield self._say(f"severity_of.{severity.value}", types=types)
        yield from self._origin(rule.provenance)
        yield self._say("file", file=rule.file)
        if rule.never_waived is None:
            yield self._say("waivable")
        else:
            yield self._say("never_waived", because=Term("never_waived", rule.id))

    def _elsewhere(self, rule: Rule) -> dict[Severity, tuple[Term, ...]]:
        """Give the types of document that weigh the rule differently."""
        found: dict[Severity, list[Term]] = defaultdict(list)
        for kind in self._book.types.values():
            own = {c.severity[rule.id] for c in kind.checks.values() if rule.id in c.severity}
            for severity in own - {rule.severity}:
                found[severity].append(Term("type", kind.id))
        return {severity: tuple(found[severity]) for severity in Severity if found[severity]}

    def _requirement(self, asked: RequirementRule) -> Iterator[str]:
        yield self._sentence(asked.how)
        yield self._say("met_by", types=_types(asked.types))
        if asked.in_doubt:
            yield self._say("met_in_doubt", types=_types(asked.in_doubt))
        yield from self._clauses(asked)
        for stage in STAGES:
            for word, profiles in self._asking(asked.id, stage).items():
                yield self._say(word, stage=Term("stage", stage), profiles=profiles)
        yield from self._origin(asked.provenance)

    def _clauses(self, asked: RequirementRule) -> Iterator[str]:
        halves = asked.halves
        if halves:
            yield self._say("differ")
            yield self._say("leaflet", clause=halves.leaflet)
            yield self._say("slides", clause=halves.slides)
            yield self._say("settled", how=halves.settled.in_language(self._language))
            return
        for clause in asked.clauses:
            yield self._say("clause", clause=clause)
        if not asked.clauses:
            yield self._say("no_clause")

    def _asking(self, requirement: str, stage: str) -> dict[str, tuple[str, ...]]:
        """Give the profiles of whom it is asked at a stage, by whether its absence blocks."""
        registering = [p for p in self._book.profiles if p.registers and stage in p.stages]
        blocking = bool(self._book.requirements[requirement].clauses)
        found: dict[str, list[str]] = defaultdict(list)
        for profile in registering:
            rule = profile.stages[stage]
            if requirement in rule.required:
                found["required" if blocking else "asked"].append(profile.id)
            elif requirement in rule.asked:
                found["asked"].append(profile.id)
        return {word: tuple(found[word]) for word in ("required", "asked") if found[word]}

    def _type(self, kind: DocumentType) -> Iterator[str]:
        if kind.expects:
            yield self._sentence(kind.expects)
        if kind.checks:
            yield self._say("checks", checks=tuple(sorted(kind.checks)))
        yield from self._origin(kind.provenance)

    def _step(self, step: StepRule) -> Iterator[str]:
        yield self._sentence(step.text)
        for clause in step.clauses:
            yield self._say("clause", clause=clause)
        yield from self._origin(step.provenance)

    def _origin(self, provenance: Provenance) -> Iterator[str]:
        yield self._say("source", source=provenance.in_language(self._language))
        yield self._say("as_of", date=provenance.as_of)
        yield self._say(f"confidence.{provenance.confidence.value}")

    def _sentence(self, text: Bilingual) -> str:
        said = text.in_language(self._language)
        return said if said.endswith(_ENDS) else f"{said}{WRITING[self._language].stop}"

    def _say(self, key: str, **params: Param) -> str:
        return self._speaker.sentence(f"explain.{key}", params, self._language)


def _types(ids: tuple[str, ...]) -> tuple[Term, ...]:
    return tuple(Term("type", name) for name in ids)
