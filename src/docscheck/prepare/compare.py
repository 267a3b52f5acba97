"""Does a paper read worse in the file that was made than in the files it came from?

It does when its type changed, when a value that was read was lost, changed or is read with less
than what counts as read, and when something is found that was not found before. A value that is
read better now is not worse, whatever it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docscheck.document import Document, Field, Standing
from docscheck.finding import Finding, Kind, Severity
from docscheck.prepare.choice import Paper
from docscheck.prepare.mendable import findings_about
from docscheck.report import Report
from docscheck.rulebook.schema import Rulebook

_RANK = {Standing.PROVEN: 2, Standing.READ: 1, Standing.GUESSED: 0}
READ = 0.5
"""Below, a value counts as not read (`legibility`), and nothing is lost with it."""
_FAR = 0.15
"""Between two readings of one print confidence differs by a tenth, and says nothing."""
_OF_OTHERS = ("consistency.", "bank.holder", "bank.two_accounts", "document.older", "file.dupl")
"""What is found by comparing papers: other papers may be left out, and this one reads as before."""


def what_is_worse(
    paper: Paper, path: str, before: Report, after: Report, rulebook: Rulebook
) -> str:
    """Name the first thing that is worse; empty when nothing is.

    Args:
        paper: documents of the report `before`.
        path: of the file that was made of them, in the report `after`.
        before: on the original folder.
        after: on what was made.
        rulebook: of both.
    """
    return next(_worse(paper, path, before, after, rulebook), "")


def _worse(
    paper: Paper, path: str, before: Report, after: Report, rulebook: Rulebook
) -> Iterator[str]:
    made = [d for d in after.documents if path in d.paths]
    left = list(made)
    for document in paper.documents:
        again = next((d for d in left if d.type == document.type), None)
        if again is None:
            yield f"type {document.type}"
            return
        left.remove(again)
        yield from _worse_fields(document, again, rulebook)
    if any(document.type is not None for document in left):
        yield f"another paper {left[0].type}"
    old = _gravest(f for d in paper.documents for f in findings_about(d, before, waived=True))
    new = _gravest(f for d in made for f in findings_about(d, after))
    for rule, gravity in new.items():
        if gravity > old.get(rule, 0):
            yield f"rule {rule}"


def _worse_fields(document: Document, again: Document, rulebook: Rulebook) -> Iterator[str]:
    needed, least = _needed(document, rulebook)
    for field in document.fields:
        if field.standing is Standing.GUESSED:
            continue
        matters = field.name in needed
        if not matters and field.confidence < READ and field.standing is not Standing.PROVEN:
            continue
        if _is_worse(field, again.field(field.name), least if matters else 0.0):
            yield f"field {field.name}"


def _is_worse(field: Field, now: Field | None, least: float) -> bool:
    if now is None:
        return True
    if _letters(now.value) != _letters(field.value):
        return not _is_clearly_better(now, field)
    return field.confidence >= least > now.confidence


def _letters(value: str) -> str:
    return "".join(filter(str.isalnum, value)).casefold()


def _is_clearly_better(now: Field, before: Field) -> bool:
    """Say whether another value may take the place of one: proven now, or read far more surely."""
    if _RANK[now.standing] != _RANK[before.standing]:
        return _RANK[now.standing] > _RANK[before.standing]
    return now.confidence >= before.confidence + _FAR


def _needed(document: Document, rulebook: Rulebook) -> tuple[frozenset[str], float]:
    """Give the fields an officer needs, and the confidence from which they count as read."""
    kind = rulebook.types.get(document.type or "")
    rule = kind.checks.get("legibility") if kind is not None else None
    if rule is None:
        return frozenset(), 0.0
    settings = rule.settings
    one_of = (name for names in settings.needed_one_of for name in names)
    return frozenset((*settings.needed, *one_of)), float(settings.min_field_confidence)


def _gravest(findings: Iterator[Finding]) -> Mapping[str, int]:
    """Map each rule that weighs to how much: 1 for what is open, 2 for what fails."""
    found: dict[str, int] = {}
    for finding in findings:
        if finding.severity is Severity.INFO or finding.rule.startswith(_OF_OTHERS):
            continue
        gravity = 2 if finding.kind is Kind.FAIL else 1
        found[finding.rule] = max(gravity, found.get(finding.rule, 0))
    return found


def worse_requirements(before: Report, after: Report) -> Sequence[str]:
    """Name the requirements that were met and no longer are."""
    met = {r.id for r in before.requirements if r.satisfied_by}
    return [r.id for r in after.requirements if r.id in met and not r.satisfied_by]
