"""The sentences that every form of the guide has: what comes next, for whom, which days."""

from __future__ import annotations

from collections.abc import Iterator

from docscheck.deadlines import Deadline
from docscheck.finding import Param, Term
from docscheck.guide import Guide, State, Step
from docscheck.reporters.interface import Manner
from docscheck.rulebook.schema import Confidence

_MISSING, _LOOK = "guide.next.missing", "guide.next.look"


def headline(guide: Guide, manner: Manner, language: str) -> str:
    """Give the answer in one sentence: what to do next, or that nothing is to be done."""
    speak = manner.speaker.sentence
    if not guide.profile.registers:
        sure = guide.profile.provenance.confidence is Confidence.HIGH
        key = "guide.need_not" if sure else "guide.need_not.probably"
        return speak(key, {"profile": Term("profile", guide.profile.id)}, language)
    step = guide.next
    if step is None:
        return speak("guide.finished", {}, language)
    params: dict[str, Param] = {"title": step.rule.title.in_language(language)}
    if not guide.folder_read or not step.rule.papers_suffice:
        return speak("guide.next", params, language)
    for key, state in ((_MISSING, State.TODO), (_LOOK, State.LOOK)):
        wanting = _wanting(step, state)
        if wanting:
            return speak(key, {**params, "requirements": wanting}, language)
    return speak("guide.next", params, language)


def person(guide: Guide, manner: Manner, language: str) -> str:
    """Say for whom the guide is, and how the nationality is known."""
    known = guide.report.profile
    params: dict[str, Param] = {
        "stage": Term("stage", str(known["stage"].value)),
        "profile": Term("profile", guide.profile.id),
        "nationality": str(known["nationality"].value),
    }
    key = f"guide.for.{known['nationality'].origin.value}"
    return manner.speaker.sentence(key, params, language)


def paragraphs(step: Step, guide: Guide, language: str) -> Iterator[str]:
    """Give the text of a step, and the advice of the profile where it belongs."""
    yield step.rule.text.in_language(language)
    if step.rule.advice and guide.profile.advice is not None:
        yield guide.profile.advice.in_language(language)


def occasion(deadline: Deadline, manner: Manner, language: str) -> str:
    """Say what ends on the day."""
    params: dict[str, Param] = {"type": Term("type", deadline.type)}
    return manner.speaker.sentence(f"deadline.{deadline.rule}", params, language)


def warning(deadline: Deadline, manner: Manner, language: str) -> str:
    """Say what to do about it, and that the date is not sure where it is not."""
    speak = manner.speaker.sentence
    advice = speak(f"deadline.{deadline.rule}.advice", {}, language)
    return advice if deadline.sure else f"{advice} {speak('guide.unsure', {}, language)}"


def _wanting(step: Step, state: State) -> tuple[Term, ...]:
    papers = (p for p in step.papers if p.mandatory and p.state is state)
    return tuple(Term("requirement", paper.requirement) for paper in papers)
