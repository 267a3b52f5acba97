"""docs/profiles.md: who is asked for what at each stage, and the folders that show it.

`python -m specimens.folders.profiles_page docs/profiles.md` writes it; a test holds it up to date.
The first table is read from the rules, the last one from `by_profile.toml`, which is written by
hand: tests hold the one to the other.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from docscheck.messages import sentences
from docscheck.rulebook.load import load
from docscheck.rulebook.schema import ProfileRule, Rulebook
from specimens.folders.by_profile import STAGES, Expectation, expectations, today

_INTRODUCTION = """# Who is asked for what

Written by `make profiles` from `rules/profiles.toml` and `specimens/folders/by_profile.toml`.

Both halves of the Assurance Maladie's text list papers as mandatory, and not the same ones: the
leaflet also wants the civil-status record, the permit and the bank details, which the slides call
additional. The stages settle it: what the slides want is wanted to register, what the leaflet adds
is wanted to complete the file. `docscheck rules explain PROFILE` says the same of one profile, with
the clauses, in French and English.
"""
_PROFILES = """
## Profiles and stages

The first profile that fits is the person's. **Bold**: without it the folder is not ready.
*Italics*: asked for, without standing in the way. A dash: nothing is asked. Parental authorisation
is wanted under 16 only, the validation of a VLS-TS from 18 on, a translation of records in need of
one. Conf.: H official or certain, M other sources, L one source.

| Profile | Registers | Registration | Completing the file | Carte Vitale | Source | Date | Conf. |
|---|---|---|---|---|---|---|---|
"""
_QUESTIONS = """
## What is asked in words

Options and profile file say who the student is; else the documents do: nationality and birth date
(machine-readable zone first), kind of visa, permit, EHIC and its date, S1, forms of Quebec, papers
of OFPRA, asylum certificate. What neither tells is asked for in one line, and only when the answer
would change what is asked of this person at this stage: as a warning when it would change what
blocks, else as a remark.

| Not known | Said | Advice | Source | Confidence |
|---|---|---|---|---|
"""
_CONTRADICTIONS = """
## What is declared and contradicted

The declared answer is kept, except an EHIC whose own date says that it ends too soon. Where judging
by the documents would change what is asked, the folder is for review.

| Said | Advice |
|---|---|
"""
_FOLDERS = """
## Folders

Each line is a folder that is drawn, read and judged on {day} by the tests: as it stands, then
without each paper in bold in turn (that requirement is then missing, no other changes, and the
folder is not ready), then with each paper named after "or" in its place. Papers in italics are
asked for without standing in the way; a crossed-out requirement is asked for and the folder does
without. Nothing else may be asked.

| Row of the domain facts (§7) | Declared | Stage | Profile | Papers | Answer | Said of the person |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """Give the whole page."""
    book = load()
    return "".join(
        (
            _INTRODUCTION,
            _PROFILES,
            *(_row(_profile(book, profile)) for profile in book.profiles),
            _QUESTIONS,
            *(_row(line) for line in _questions(book)),
            _CONTRADICTIONS,
            *(_row(line) for line in _contradictions()),
            _FOLDERS.format(day=today().isoformat()),
            *(_row(_folder(expected)) for expected in expectations()),
        )
    )


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"


def _profile(book: Rulebook, profile: ProfileRule) -> tuple[str, ...]:
    origin = profile.provenance
    return (
        f"`{profile.id}` {profile.title.en}",
        "yes" if profile.registers else "no",
        *(_asked(book, profile, stage) for stage in STAGES),
        origin.source,
        origin.as_of.isoformat(),
        origin.confidence.value,
    )


def _asked(book: Rulebook, profile: ProfileRule, stage: str) -> str:
    rule = profile.stages.get(stage)
    if rule is None or not (rule.required or rule.asked):
        return "–"
    blocking = [name for name in rule.required if book.requirements[name].clauses]
    others = [name for name in (*rule.required, *rule.asked) if name not in blocking]
    said = [f"**{_words(name)}**" for name in blocking] + [f"*{_words(name)}*" for name in others]
    for kind, completing in rule.not_alone.items():
        needed = f" needs {_words(' or '.join(completing))}" if completing else " is not enough"
        said.append(f"({_words(kind)}{needed})")
    return ", ".join(said)


def _questions(book: Rulebook) -> Iterator[tuple[str, ...]]:
    spoken = sentences("en")
    for question in book.questions:
        entry, origin = spoken[f"profile.unknown.{question.id}"], question.provenance
        yield (
            _words(question.id),
            entry["problem"],
            entry["remedy"],
            origin.source,
            origin.confidence.value,
        )


def _contradictions() -> Iterator[tuple[str, ...]]:
    for key, entry in sentences("en").items():
        if key.startswith("profile.contradiction."):
            yield entry["problem"], entry["remedy"]


def _folder(expected: Expectation) -> tuple[str, ...]:
    declared = (f"{name}: {str(value).lower()}" for name, value in expected.declared.items())
    return (
        expected.row,
        ", ".join(declared),
        expected.stage,
        f"`{expected.profile}`",
        ", ".join(_papers(expected)),
        _words(expected.verdict),
        ", ".join(f"`{rule}`" for rule in expected.says),
    )


def _papers(expected: Expectation) -> Iterator[str]:
    for requirement, paper in expected.required.items():
        others = (_words(other) for other in expected.instead.get(requirement, ()))
        yield " or ".join((f"**{_words(paper)}**", *others))
    for requirement, paper in expected.fails.items():
        yield f"{_words(paper)} ({_words(requirement)}: {expected.fails_as})"
    for requirement, paper in expected.asked.items():
        yield f"*{_words(paper)}*" if paper else f"~~{_words(requirement)}~~"
    yield from (f"({_words(paper)})" for paper in expected.beside)


def _words(name: str) -> str:
    return name.replace("_", " ")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
