"""What is one profile asked at each stage, and why? In words, in one language.

Stage by stage what is mandatory, what is asked for without standing in the way, and what is not
enough by itself; a stage that asks nothing is named too. Then of each paper, once, in whose words
it is asked for: the leaflet and the slides of the Assurance Maladie, else the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from docscheck.finding import Param, Term
from docscheck.messages import Speaker
from docscheck.reporters.interface import titles_of
from docscheck.rulebook.procedure import STAGES
from docscheck.rulebook.schema import ProfileRule, RequirementRule, Rulebook, StageRule

_FEW_STATES = 8
"""Groups of more states than this are named by their profile's title alone."""


def profile_lines(book: Rulebook, profile: ProfileRule, language: str) -> Iterator[str]:
    """Yield who it is, whether they register, then stage by stage what is asked and why."""
    yield from _Profile(book, profile, language).lines()


class _Profile:
    def __init__(self, book: Rulebook, profile: ProfileRule, language: str) -> None:
        self._book = book
        self._profile = profile
        self._language = language
        self._speaker = Speaker(titles_of(book))

    def lines(self) -> Iterator[str]:
        yield from self._who()
        yield self._say("registers" if self._profile.registers else "registers_not")
        if self._profile.advice:
            yield self._profile.advice.in_language(self._language)
        for stage in STAGES:
            yield from self._stage(stage)
        yield from self._why()

    def _who(self) -> Iterator[str]:
        if not self._profile.when:
            yield self._say("the_rest")
            return
        yield self._say("who")
        yield from (f"  {self._condition(*one)}" for one in self._profile.when.items())

    def _condition(self, name: str, value: str | bool) -> str:
        if name == "nationality_group":
            states = self._book.countries[str(value)]
            if len(states) > _FEW_STATES:
                return self._say("when.many_states", count=len(states))
            return self._say("when.nationality", states=tuple(states))
        if name in ("situation", "visa_kind"):
            return self._speaker.term(Term("word", f"{name}_{value}"), self._language)
        return self._say(f"when.{name}.{'yes' if value else 'no'}")

    def _stage(self, stage: str) -> Iterator[str]:
        rule = self._profile.stages.get(stage, StageRule(()))
        named = Term("stage", stage)
        if not (rule.required or rule.asked):
            yield self._say("nothing", stage=named)
            return
        yield self._say("stage", stage=named)
        for word, names in self._by_weight(rule).items():
            if names:
                asked = tuple(Term("requirement", name) for name in names)
                yield f"  {self._say(word, requirements=asked)}"
        for type_id, others in rule.not_alone.items():
            params: dict[str, Param] = {"type": Term("type", type_id)}
            if others:
                params["types"] = tuple(Term("type", other) for other in others)
            yield f"  {self._say('not_alone' if others else 'never_alone', **params)}"

    def _by_weight(self, rule: StageRule) -> dict[str, list[str]]:
        """Tell what blocks from what does not: nothing that other sources alone ask for does."""
        listed = (*rule.required, *rule.asked)
        blocks = [n for n in rule.required if self._book.requirements[n].clauses]
        return {"required": blocks, "asked": [n for n in listed if n not in blocks]}

    def _why(self) -> Iterator[str]:
        """Give each paper once with whose words ask for it, and of whom only."""
        stages = self._profile.stages.values()
        names = dict.fromkeys(name for rule in stages for name in (*rule.required, *rule.asked))
        if names:
            yield self._say("why")
        yield from (f"  {self._requirement(self._book.requirements[name])}" for name in names)

    def _requirement(self, asked: RequirementRule) -> str:
        said = [self._say("requirement", requirement=Term("requirement", asked.id))]
        if asked.when:
            said.append(self._speaker.sentence(f"because.condition.{asked.id}", {}, self._language))
        said += [self._say("clause", clause=clause) for clause in asked.clauses]
        if not asked.clauses:
            origin = asked.provenance
            confidence = origin.confidence.value
            said.append(self._say("source", source=origin.source, confidence=confidence))
        if types := self._profile.accepts.get(asked.id):
            said.append(self._say("accepts", types=tuple(Term("type", kind) for kind in types)))
        return " ".join(said)

    def _say(self, key: str, **params: Param) -> str:
        return self._speaker.sentence(f"profile_explained.{key}", params, self._language)
