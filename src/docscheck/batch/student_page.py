"""A student's report as a page for the office: from the ledger's record, so without pictures.

Values are masked there already. Every language is in the page, radio buttons choose, as in the page
that `check` writes (`reporters.to_html`), which is made of facts that a ledger does not keep: what
was found stands there in the languages of rules, and is told in English to readers of a third.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from docscheck.batch.student_row import StudentRow
from docscheck.batch.told import Both, Told, ToldFinding
from docscheck.batch.words import Words, of_reports
from docscheck.finding import RequirementStatus, Severity
from docscheck.languages import LANGUAGES
from docscheck.messages import Speaker
from docscheck.reporters.interface import titles_of
from docscheck.reporters.web_page import SHARED_STYLE, environment, policy, style
from docscheck.rulebook.schema import Rulebook

ENDING = ".html"
REPORTS = "reports"


class Asked(Struct, frozen=True):
    """One requirement."""

    state: str
    word: Both
    title: Both
    why: Both


class Said(Struct, frozen=True):
    """One finding."""

    message: Both
    fix: Both
    where: Both | None


class StudentPages:
    """Writes pages of one run."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        """Load the templates."""
        self._rulebook = rulebook
        self._language = language
        self._speaker = Speaker(titles_of(rulebook), isolated=True)
        self._words = {name: Words(rulebook, name, isolated=True) for name in LANGUAGES}
        templates = environment(__package__)
        self._style = style(templates, SHARED_STYLE, "index.css")
        self._template = templates.get_template("student.html.jinja")

    def page(self, row: StudentRow, told: Told) -> str:
        """Give the page of a student who was judged."""
        return self._template.render(
            row=row,
            answer=self._both(f"batch.column.answer_{row.answer}"),
            day=told.today,
            to_do=[self._said(finding) for finding in told.spoken_errors()],
            to_know=[self._said(finding) for finding in told.open(Severity.WARNING)],
            remarks=[self._said(finding) for finding in told.open(Severity.INFO)],
            whose=[self._mixups(row)] if row.mixups else [],
            asked=self._asked(told),
            say=self._both,
            language=self._language,
            of_reports=of_reports,
            style=self._style,
            policy=policy(self._style),
        )

    def _both(self, key: str) -> Both:
        return {name: self._speaker.sentence(key, {}, name) for name in LANGUAGES}

    def _mixups(self, row: StudentRow) -> Mapping[str, list[str]]:
        return {n: [words.mixup(m) for m in row.mixups] for n, words in self._words.items()}

    def _said(self, finding: ToldFinding) -> Said:
        where = None
        if finding.document is not None:
            name = finding.document
            where = {
                n: self._speaker.sentence("page.where", {"file": name}, n)
                if finding.page is None
                else self._speaker.sentence(
                    "page.where_page", {"file": name, "page": finding.page}, n
                )
                for n in LANGUAGES
            }
        return Said(finding.message, finding.fix, where)

    def _asked(self, told: Told) -> list[Asked]:
        rules = self._rulebook.requirements
        return [
            Asked(
                state=requirement.state,
                word=self._both(f"status.{requirement.state}"),
                title={n: rules[requirement.id].title.in_language(n) for n in LANGUAGES},
                why=requirement.because,
            )
            for requirement in told.requirements
            if requirement.status is not RequirementStatus.NOT_APPLICABLE
            and requirement.id in rules
        ]
