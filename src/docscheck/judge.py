"""Is the folder ready? Facts, rules and a person in, the report out.

Has the checkers run (`run_checkers`), judges the requirements, lowers what another document makes
idle, and draws the verdict: not ready when a rule of severity error fails, to review when one could
not be decided, else ready. No file is opened here, and no sentence is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from docscheck import __version__, profile, requirements, waive
from docscheck.contradictions import Contradiction, contradictions
from docscheck.document import Document, Folder
from docscheck.finding import (
    Context,
    Finding,
    Issue,
    Kind,
    Known,
    Param,
    Personal,
    Requirement,
    RequirementStatus,
    Severity,
    Term,
    Verdict,
    Waiver,
    Where,
)
from docscheck.profile import Declared
from docscheck.questions import questions
from docscheck.report import Report
from docscheck.rulebook.schema import ProfileRule, Rulebook
from docscheck.run_checkers import LOOK_ALIKE, Bench, Checkers, Stamped, run, stamp

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_LANGUAGE_SCHOOL = "language_school"
"""Mark of a certificate, and profile it would mean; a mark alone never changes the profile."""


class Circumstances(Struct, frozen=True):
    """What a judgement depends on besides files and rules."""

    today: date
    ocr_available: bool = True
    versions: Mapping[str, str] = field(default_factory=dict)
    """Of engines and libraries, for the report."""
    isolation: Mapping[str, str] = field(default_factory=dict)
    """Of the processes that read, for the report."""
    limits: Mapping[str, float] | None = None
    """Limits that were applied, where they differ from the rulebook's."""
    waivers: tuple[Waiver, ...] = ()
    debug: bool = False
    """Let a failing checker stop the run, with its traceback."""


def judge(
    folder: Folder,
    rulebook: Rulebook,
    declared: Declared,
    circumstances: Circumstances,
    checkers: Checkers | None = None,
) -> Report:
    """Judge one folder; the same arguments always give the same report."""
    known = profile.establish(declared, folder.documents, circumstances.today)
    rule = profile.select(rulebook.profiles, known, rulebook.countries)
    context = Context(circumstances.today, known, circumstances.ocr_available, declared.enrolled)
    bench = Bench(folder, rulebook, context, circumstances.debug)
    found = tuple(run(bench, checkers or Checkers()))
    sources = waive.Sources(folder, rulebook.catalogue, circumstances.today)
    plain, uses = waive.waive([e.finding for e in found], circumstances.waivers, sources)
    stamped = [replace(e, finding=f) for e, f in zip(found, plain, strict=True)]
    asked = requirements.requirements(folder, rulebook, rule, known, plain)
    findings = [
        *_superseded(stamped, asked, bench),
        *_of_requirements(asked, bench),
        *_of_person(rule, bench),
        *_of_what_was_said(declared, bench),
        *(stamp(issue, bench) for issue in waive.issues(uses, rulebook.catalogue)),
    ]
    ordered = _ordered(findings, asked, bench)
    return Report(
        dossier=folder.name,
        today=circumstances.today,
        verdict=_at_most_to_review(verdict(ordered)) if folder.is_partial else verdict(ordered),
        profile=known,
        profile_rule=rule.id,
        files=folder.files,
        documents=folder.documents,
        ignored=folder.ignored,
        requirements=asked,
        findings=ordered,
        rules_edition=rulebook.edition,
        tool_version=__version__,
        versions=circumstances.versions,
        isolation=circumstances.isolation,
        limits=circumstances.limits or rulebook.portal.limits,
        waivers=uses,
    )


def verdict(findings: Sequence[Finding]) -> Verdict:
    """Draw the answer: only findings of severity error count, unless somebody accepted them."""
    kinds = {f.kind for f in findings if f.severity is Severity.ERROR and f.waived is None}
    if Kind.FAIL in kinds:
        return Verdict.NOT_READY
    return Verdict.TO_REVIEW if kinds else Verdict.READY


def _at_most_to_review(drawn: Verdict) -> Verdict:
    """Whatever the rules make of a file that nobody read, what was not seen is not ready."""
    return Verdict.TO_REVIEW if drawn is Verdict.READY else drawn


def _superseded(
    stamped: Sequence[Stamped], asked: Sequence[Requirement], bench: Bench
) -> Iterator[Finding]:
    """Lower the errors of documents that only need leaving out, or that the portal never names."""
    idle = _idle(asked, bench)
    elsewhere = _asked_elsewhere(bench)
    for entry in stamped:
        finding = entry.finding
        if entry.of_file or finding.severity is not Severity.ERROR or finding.waived:
            yield finding
        elif finding.issue.document in idle:
            severity = Severity.INFO if finding.rule == LOOK_ALIKE else Severity.WARNING
            yield replace(finding, severity=severity, superseded=True)
        elif finding.issue.document in elsewhere:
            yield replace(finding, severity=Severity.WARNING)
        else:
            yield finding


def _asked_elsewhere(bench: Bench) -> frozenset[str]:
    """Give the documents that only other sources than the portal's own ask for (S1, resources,
    forms of Quebec): what is wrong with them never makes a folder not ready.
    """
    rules = bench.rulebook.requirements
    concerned = {d.id: requirements.concerned(d, bench.rulebook) for d in bench.folder.documents}
    return frozenset(
        document
        for document, names in concerned.items()
        if names and not any(rules[n].clauses or n in requirements.SPOKEN_ELSEWHERE for n in names)
    )


def _idle(asked: Sequence[Requirement], bench: Bench) -> frozenset[str]:
    """Give the documents nobody needs: what they are sent for is met by others, or not asked.

    A page nobody recognised may be any paper, so it is idle only when nothing is wanting.
    """
    status = {r.id: r.status for r in asked}
    needed = {d for r in asked if r.status is RequirementStatus.SATISFIED for d in r.documents}
    done = (RequirementStatus.SATISFIED, RequirementStatus.NOT_APPLICABLE)
    return frozenset(
        document.id
        for document in bench.folder.documents
        if document.id not in needed and _serves_nothing(document, status, done, bench)
    )


def _serves_nothing(
    document: Document,
    status: Mapping[str, RequirementStatus],
    done: Sequence[RequirementStatus],
    bench: Bench,
) -> bool:
    if document.type is None:
        return all(state in done for state in status.values())
    concerned = requirements.concerned(document, bench.rulebook)
    return all(status[name] in done for name in concerned)


def _of_requirements(asked: Sequence[Requirement], bench: Bench) -> Iterator[Finding]:
    """Say what is missing. What does not block is a warning, or advice when the portal itself says
    that it may follow later (the seed's "if I have them").
    """
    for requirement, issue in requirements.issues(asked, bench.context.profile):
        finding = stamp(issue, bench)
        if not requirement.blocking:
            named = bool(bench.rulebook.requirements[requirement.id].clauses)
            finding = replace(finding, severity=Severity.INFO if named else Severity.WARNING)
        yield replace(finding, source=bench.rulebook.requirements[requirement.id].provenance.source)
    for issue in requirements.not_needed(
        bench.folder, bench.rulebook, asked, bench.context.profile
    ):
        yield stamp(issue, bench)


def _of_person(rule: ProfileRule, bench: Bench) -> Iterator[Finding]:
    """Say when this person need not register, and what is assumed that would change the list."""
    known: Mapping[str, Known] = bench.context.profile
    term = {"profile": Term("profile", rule.id)}
    if not rule.registers:
        issue = Issue("profile.not_eligible", Kind.REVIEW, case=rule.id, params=term)
        yield replace(stamp(issue, bench), source=rule.provenance.source)
    elif (stage := str(known["stage"].value)) not in rule.stages:
        params = {**term, "stage": Term("stage", stage)}
        yield stamp(Issue("profile.not_eligible", Kind.REVIEW, case="stage", params=params), bench)
    if rule.registers and _only_language_school(bench.folder):
        school = {"profile": Term("profile", _LANGUAGE_SCHOOL)}
        issue = Issue("profile.not_eligible", Kind.REVIEW, case=_LANGUAGE_SCHOOL, params=school)
        yield stamp(issue, bench)
    if bench.folder.is_partial:
        # What was not read may tell.
        return
    for question in questions(known, bench.folder.documents, bench.rulebook):
        issue = Issue("profile.unknown", Kind.REVIEW, case=question.id, params=term)
        severity = Severity.WARNING if question.grave else Severity.INFO
        yield replace(stamp(issue, bench), severity=severity, source=question.provenance.source)


def _of_what_was_said(declared: Declared, bench: Bench) -> Iterator[Finding]:
    """Say where the documents contradict what was declared; for review where that decides."""
    known, today = bench.context.profile, bench.context.today
    documents, rulebook = bench.folder.documents, bench.rulebook
    for found in contradictions(declared, known, documents, rulebook, today):
        params = {"declared": _shown(found, found.declared), "read": _shown(found, found.read)}
        case = found.key
        if isinstance(found.declared, bool):
            case = f"{found.key}.{'yes' if found.declared else 'no'}"
        where = Where(found.path)
        finding = stamp(Issue("profile.contradiction", Kind.REVIEW, where, case, params), bench)
        yield finding if found.grave else replace(finding, severity=Severity.WARNING)


def _shown(found: Contradiction, value: str | bool | int) -> Param:
    if found.key == "nationality":
        return str(value)
    if found.key == "birth_date":
        return Personal(found.key, str(value))
    return Term("word", f"{found.key}_{value}")


def _only_language_school(folder: Folder) -> bool:
    """Say whether every certificate of enrolment has the words of a language school."""
    certificates = [d for d in folder.documents if d.type == "school_certificate"]
    return bool(certificates) and all(_LANGUAGE_SCHOOL in d.marks for d in certificates)


def _ordered(
    findings: Sequence[Finding], asked: Sequence[Requirement], bench: Bench
) -> tuple[Finding, ...]:
    """Number the findings: the worst first, then as the requirements stand, then by place."""
    place = {requirement.id: number for number, requirement in enumerate(asked)}
    documents = {
        document.id: min(
            (place[name] for name in requirements.concerned(document, bench.rulebook)),
            default=len(place),
        )
        for document in bench.folder.documents
    }

    def key(finding: Finding) -> tuple[int, int, str, int, str, str, str]:
        issue = finding.issue
        about = issue.params.get("requirement")
        turn = documents.get(issue.document or "", len(place))
        if issue.document is None and isinstance(about, Term):
            turn = place.get(about.id, turn)
        return (
            _GRAVITY[finding.severity],
            turn,
            issue.where.path or "",
            issue.where.page or 0,
            issue.rule,
            issue.case,
            repr(sorted(issue.params.items())),
        )

    ranked = sorted(findings, key=key)
    return tuple(replace(f, id=f"f{number}") for number, f in enumerate(ranked, start=1))
