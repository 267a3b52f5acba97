"""Where does this person stand in the procedure? Rules and a report in, ticked steps out.

The steps and whom they concern stand in `rules/guide.toml`. A step is ticked only by a sound paper
of the folder, or by its requirements being met; what a student says (`--stage`) is kept apart from
what the folder shows. Without a folder the report is that of an empty one, and nothing is ticked.
No sentence is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from docscheck.deadlines import Deadline, deadlines, has_number, is_own
from docscheck.document import Document
from docscheck.finding import Finding, RequirementStatus, Severity, ValueOrigin
from docscheck.profile import holds
from docscheck.report import Report, is_about
from docscheck.rulebook.procedure import STAGES
from docscheck.rulebook.schema import ProfileRule, Proof, Rulebook, StageRule, StepRule

_COMPLETION = "completion"
_OF_PERSON, _UNKNOWN, _NOT_ELIGIBLE = "profile.", "profile.unknown", "profile.not_eligible"
_NATIONALITY = ("", "nationality")
"""Cases of the question that a step of the guide puts itself."""
_AT_ANOTHER_STAGE = "because.other_stage"


class State(StrEnum):
    """How a step, or a paper asked for, stands."""

    DONE = "done"
    """The folder shows it."""
    SAID = "said"
    """The student said to be further."""
    LOOK = "look"
    """Something is there, and it could not be made sure of or does not conform."""
    TODO = "todo"
    """Nothing shows it yet: it is the student's to do."""
    LATER = "later"
    """A paper that may follow."""
    KNOW = "know"
    """Nothing to do."""


class Paper(Struct, frozen=True):
    """A requirement listed under a step."""

    requirement: str
    state: State
    mandatory: bool
    """Blocks at that stage, or is all that is asked."""
    paths: tuple[str, ...] = ()


class Step(Struct, frozen=True):
    """A step that concerns this person."""

    rule: StepRule
    number: int
    """From 1 in a numbered chapter; 0 elsewhere."""
    state: State
    paths: tuple[str, ...] = ()
    """Files that show it."""
    papers: tuple[Paper, ...] = ()


class Guide(Struct, frozen=True):
    """The procedure for one person."""

    report: Report
    profile: ProfileRule
    folder_read: bool
    steps: tuple[Step, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """What the report has to ask or say of the person and no step says already."""
        return tuple(
            finding
            for finding in self.report.findings
            if finding.rule.startswith(_OF_PERSON)
            and not (finding.rule == _UNKNOWN and finding.issue.case in _NATIONALITY)
            and (self.profile.registers or finding.rule != _NOT_ELIGIBLE)
        )

    @property
    def next(self) -> Step | None:
        """The first step that is not behind; `None` when none is left."""
        return next((s for s in self.steps if s.state in (State.TODO, State.LOOK)), None)


def guide(report: Report, rulebook: Rulebook, *, folder_read: bool) -> Guide:
    """Lay out the procedure; `folder_read` says whether the report is of a folder at all."""
    person = _Person(report, rulebook, folder_read)
    return Guide(
        report,
        person.profile,
        folder_read,
        tuple(person.steps()),
        deadlines(report, rulebook.deadlines),
    )


class _Person:
    """One person with their report."""

    def __init__(self, report: Report, rulebook: Rulebook, folder_read: bool) -> None:
        self._report = report
        self._rulebook = rulebook
        self._folder_read = folder_read
        self.profile = next(p for p in rulebook.profiles if p.id == report.profile_rule)
        self._asked = {r.id: r for r in report.requirements}
        self._numbered = {c.id for c in rulebook.guide.chapters if c.numbered}

    def steps(self) -> Iterator[Step]:
        """Yield the steps that concern this person, chapter by chapter."""
        for chapter in self._rulebook.guide.chapters:
            concerned = [
                rule
                for rule in self._rulebook.guide.steps
                if rule.chapter == chapter.id and self._concerned(rule)
            ]
            for number, rule in enumerate(concerned, start=1):
                yield self._step(rule, number if chapter.id in self._numbered else 0)

    def _concerned(self, rule: StepRule) -> bool:
        stages = self.profile.stages
        asked = {name for stage in stages.values() for name in (*stage.required, *stage.asked)}
        return (
            rule.registers in (None, self.profile.registers)
            and (not rule.reaches or rule.reaches in stages)
            and (not rule.asks or rule.asks in asked)
            and (not rule.unknown or self._report.profile[rule.unknown].value is None)
            and self._holds(rule.when)
            and not any(self._holds(conditions) for conditions in rule.unless)
            and (rule.to_do or not self._is_behind(rule))
        )

    def _holds(self, conditions: Mapping[str, str | bool]) -> bool:
        return holds(conditions, self._report.profile, self._rulebook.countries)

    def _step(self, rule: StepRule, number: int) -> Step:
        if not rule.to_do:
            return Step(rule, number, State.KNOW)
        state, paths = self._shown(rule.proof)
        if state is State.TODO and self._is_behind(rule):
            return Step(rule, number, State.SAID)
        if state is State.DONE:
            return Step(rule, number, state, paths)
        papers = tuple(self._papers(rule.papers)) if rule.papers else ()
        if rule.papers_suffice and state is State.TODO:
            state = self._of_papers(papers)
        return Step(rule, number, state, paths, papers)

    def _shown(self, proof: Proof | None) -> tuple[State, tuple[str, ...]]:
        """Say whether a paper of the folder shows the step to be done, and which."""
        if proof is None:
            return State.TODO, ()
        there = [
            d
            for d in self._report.documents
            if d.type in proof.types
            and is_own(d, self._report)
            and not (proof.number and has_number(d, proof.number) is False)
        ]
        sound = [
            d
            for d in there
            if self._is_sound(d) and not (proof.number and has_number(d, proof.number) is None)
        ]
        state = State.DONE if sound else State.LOOK if there else State.TODO
        paths = (path for d in sound or there for path in d.paths)
        return state, tuple(dict.fromkeys(paths))

    def _is_behind(self, rule: StepRule) -> bool:
        stage = self._report.profile["stage"]
        if not rule.stage or stage.origin is not ValueOrigin.DECLARED:
            return False
        return STAGES.index(rule.stage) < STAGES.index(str(stage.value))

    def _papers(self, stage: str) -> Iterator[Paper]:
        """List what is asked at a stage; of the second only what the first did not demand, as long
        as the student is at the first.
        """
        listed = self.profile.stages.get(stage, StageRule(()))
        shown: tuple[str, ...] = ()
        if stage == _COMPLETION and self._report.profile["stage"].value != _COMPLETION:
            shown = self.profile.stages.get(STAGES[0], StageRule(())).required
        for requirement in self._rulebook.requirements.values():
            name = requirement.id
            asked = name in (*listed.required, *listed.asked) and name not in shown
            if asked and self._holds(requirement.when) and not self._is_idle(name):
                yield self._paper(name, name in listed.required or not listed.required)

    def _is_idle(self, name: str) -> bool:
        """Say whether nothing of the kind is needed: no record that wants a translation."""
        asked = self._asked[name]
        idle = asked.status is RequirementStatus.NOT_APPLICABLE
        return idle and asked.because.sentence != _AT_ANOTHER_STAGE

    def _paper(self, name: str, mandatory: bool) -> Paper:
        asked = self._asked[name]
        waiting = State.TODO if mandatory else State.LATER
        if asked.status is RequirementStatus.SATISFIED:
            return Paper(name, State.DONE, mandatory, asked.satisfied_by)
        if asked.status is RequirementStatus.NOT_APPLICABLE:
            return self._unjudged(name, waiting, mandatory)
        if asked.status is RequirementStatus.MISSING:
            return Paper(name, waiting, mandatory)
        return Paper(name, State.LOOK, mandatory, self._paths(asked.documents))

    def _unjudged(self, name: str, waiting: State, mandatory: bool) -> Paper:
        """What the folder has of a requirement of another stage, which the report left out."""
        types = (
            *self._rulebook.requirements[name].types,
            *self.profile.accepts.get(name, ()),
        )
        there = [d for d in self._report.documents if d.type in types and is_own(d, self._report)]
        sound = [d for d in there if self._is_sound(d)]
        paths = self._paths(tuple(d.id for d in sound or there))
        state = State.DONE if sound else State.LOOK if there else waiting
        return Paper(name, state, mandatory, paths)

    def _paths(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        named = (d for d in self._report.documents if d.id in ids)
        return tuple(dict.fromkeys(path for d in named for path in d.paths))

    def _of_papers(self, papers: tuple[Paper, ...]) -> State:
        states = {paper.state for paper in papers if paper.mandatory}
        if not self._folder_read or State.TODO in states:
            return State.TODO
        return State.LOOK if State.LOOK in states else State.DONE

    def _is_sound(self, document: Document) -> bool:
        """Nothing grave is said of it; what was lowered because nobody needs it now counts too."""
        return not any(
            (finding.severity is Severity.ERROR or finding.superseded)
            and is_about(finding, document)
            for finding in self._report.findings
        )
