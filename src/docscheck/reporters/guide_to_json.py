"""The guide as JSON, for other programs: languages as in a report, ASCII only, nothing personal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from docscheck.deadlines import Deadline
from docscheck.foreign_text import show
from docscheck.guide import Guide, Paper, Step
from docscheck.languages import with_those_of_rules
from docscheck.reporters.guide_words import headline, occasion, paragraphs, person, warning
from docscheck.reporters.interface import Manner
from docscheck.reporters.json_text import dump, path_text
from docscheck.rulebook.schema import Bilingual

GUIDE_VERSION = "1"


def write(guide: Guide, out: TextIO, manner: Manner) -> None:
    """Write the guide, indented, with a line feed at the end."""
    dump(as_json(guide, manner), out)


def as_json(guide: Guide, manner: Manner) -> dict[str, Any]:
    """Give the guide as one object; keys may be added, none is dropped or renamed."""
    report, languages = guide.report, with_those_of_rules(manner.language)
    return {
        "guide_version": GUIDE_VERSION,
        "tool": {
            "name": "docscheck",
            "version": report.tool_version,
            "rules_edition": report.rules_edition,
        },
        "today": report.today.isoformat(),
        "dossier": show(report.dossier) if guide.folder_read else None,
        "profile_rule": guide.profile.id,
        "registers": guide.profile.registers,
        "stage": report.profile["stage"].value,
        "next": guide.next.rule.id if guide.next else None,
        "headline": {name: headline(guide, manner, name) for name in languages},
        "person": {name: person(guide, manner, name) for name in languages},
        "remarks": [
            {
                "rule": finding.rule,
                "message": {n: manner.speaker.problem(finding.issue, n) for n in languages},
                "fix": {n: manner.speaker.remedy(finding.issue, n) for n in languages},
            }
            for finding in guide.remarks
        ],
        "deadlines": [deadline_as_json(entry, manner) for entry in guide.deadlines],
        "chapters": [
            {
                "id": chapter.id,
                "title": _in_each(chapter.title, languages),
                "steps": [
                    _step(step, guide, languages)
                    for step in guide.steps
                    if step.rule.chapter == chapter.id
                ],
            }
            for chapter in manner.rulebook.guide.chapters
        ],
    }


def deadline_as_json(entry: Deadline, manner: Manner) -> dict[str, Any]:
    """Give one day to remember."""
    languages = with_those_of_rules(manner.language)
    return {
        "rule": entry.rule,
        "day": entry.day.isoformat(),
        "sure": entry.sure,
        "type": entry.type,
        "paths": list(map(path_text, entry.paths)),
        "message": {name: occasion(entry, manner, name) for name in languages},
        "fix": {name: warning(entry, manner, name) for name in languages},
    }


def _step(step: Step, guide: Guide, languages: Sequence[str]) -> dict[str, Any]:
    rule = step.rule
    return {
        "id": rule.id,
        "number": step.number or None,
        "state": step.state.value,
        "shown_by": list(map(path_text, step.paths)),
        "title": _in_each(rule.title, languages),
        "text": {name: " ".join(paragraphs(step, guide, name)) for name in languages},
        "items": [_in_each(item, languages) for item in rule.items],
        "papers": [_paper(paper) for paper in step.papers],
        "links": list(rule.links),
        "source": rule.provenance.source,
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "requirement": paper.requirement,
        "state": paper.state.value,
        "mandatory": paper.mandatory,
        "paths": list(map(path_text, paper.paths)),
    }


def _in_each(text: Bilingual, languages: Sequence[str]) -> dict[str, str]:
    return {name: text.in_language(name) for name in languages}
