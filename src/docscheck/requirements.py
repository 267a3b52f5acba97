"""What does the portal ask of this person, and is it there?

Profile and stage say what is asked (`profiles.toml`); documents and their findings say whether it
is met. Statuses: satisfied by a document without an error; nonconforming when what is there fails;
doubtful when what is there could not be decided, or when a page nobody recognised may be it;
missing otherwise. It decides no verdict (`judge`) and opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Document, Folder
from docscheck.finding import (
    NOT_SEEN_YET,
    Because,
    Finding,
    Issue,
    Kind,
    Known,
    Param,
    Requirement,
    RequirementStatus,
    Severity,
    Term,
    Where,
)
from docscheck.plausible import plausible
from docscheck.profile import holds
from docscheck.report import is_about
from docscheck.rulebook.procedure import STAGES
from docscheck.rulebook.schema import (
    ProfileRule,
    RequirementRule,
    Rulebook,
    StageRule,
)

LOOK_ALIKE = "document.look_alike"
_WANTS_TRANSLATION = frozenset({"civil_status.untranslated", "civil_status.translation_advised"})
SPOKEN_ELSEWHERE = frozenset({"translation", "visa_validation"})
"""Their absence is a finding on the record or the visa itself, never a second one here."""
_THERE_TWICE = frozenset({"file.duplicate", "document.older_version"})
_OF_OTHERS = "because.other_person"
HANGS_ON_NATIONALITY = frozenset({"stay"})
"""Asked of nobody from the EU: with the nationality unknown, its absence is a doubt."""


class _Case(Struct, frozen=True):
    """One folder, with what its documents are worth."""

    folder: Folder
    rulebook: Rulebook
    known: Mapping[str, Known]
    worst: Mapping[str, Kind]
    """Document id -> the worst kind among its findings of severity error; absent when sound."""
    better: Mapping[str, str]
    """Document id -> path of a copy or version of it that is the one to send."""
    accepts: Mapping[str, tuple[str, ...]]
    """Requirement id -> further types that meet it for this person."""
    not_alone: Mapping[str, tuple[str, ...]]
    """Type -> types one of which has to stand beside it; see `StageRule`."""
    let_pass: frozenset[str]
    """Ids of the documents that are another paper than the one asked for, and accepted by somebody
    all the same."""


def requirements(
    folder: Folder,
    rulebook: Rulebook,
    profile: ProfileRule,
    known: Mapping[str, Known],
    findings: Sequence[Finding],
) -> tuple[Requirement, ...]:
    """Give the status of every requirement of the rulebook, in its order."""
    counted = [finding for finding in findings if finding.waived is None]
    let_pass = frozenset(
        f.issue.document for f in findings if f.waived and f.rule == LOOK_ALIKE and f.issue.document
    )
    stage = profile.stages.get(str(known["stage"].value), StageRule(()))
    worst, better = _worst_kinds(folder, counted), _better_papers(folder, counted)
    case = _Case(folder, rulebook, known, worst, better, profile.accepts, stage.not_alone, let_pass)
    untranslated = any(finding.rule in _WANTS_TRANSLATION for finding in counted)
    drafts = {
        rule.id: _draft(rule, profile, case, untranslated)
        for rule in rulebook.requirements.values()
    }
    return tuple((drafts | plausible(drafts, folder, rulebook)).values())


def issues(
    asked: Sequence[Requirement], known: Mapping[str, Known]
) -> Iterator[tuple[Requirement, Issue]]:
    """Yield what to say of each requirement that is asked and not met.

    A requirement that does not block is spoken of only when nothing of it is there: what is wrong
    with a document that is there has been said of the document.
    """
    for requirement in asked:
        if requirement.status in (RequirementStatus.SATISFIED, RequirementStatus.NOT_APPLICABLE):
            continue
        if requirement.documents and requirement.blocking:
            yield requirement, _issue(requirement, "requirement.nonconforming", known)
        elif not requirement.documents and requirement.id not in SPOKEN_ELSEWHERE:
            yield requirement, _issue(requirement, "requirement.missing", known)


def not_needed(
    folder: Folder,
    rulebook: Rulebook,
    asked: Sequence[Requirement],
    known: Mapping[str, Known],
) -> Iterator[Issue]:
    """Yield the documents that meet a requirement nobody asks of this person at this stage.

    While the nationality is unknown the person is an assumption: what is asked of others may be
    asked of this one, and nothing is called superfluous.
    """
    assumed = known["nationality"].value is None
    for document in folder.documents:
        kinds = [r for r in asked if document.type in rulebook.requirements[r.id].types]
        if assumed and any(r.because.sentence == _OF_OTHERS for r in kinds):
            continue
        if kinds and all(r.status is RequirementStatus.NOT_APPLICABLE for r in kinds):
            first = document.parts[0]
            yield Issue(
                "requirement.not_needed",
                Kind.FAIL,
                Where(first.path, first.part.pages[0]),
                params={"type": Term("type", document.type or "")},
                document=document.id,
            )


def concerned(document: Document, rulebook: Rulebook) -> tuple[str, ...]:
    """Give the requirements a document is, or is mistaken to be, sent for."""
    kind = rulebook.types.get(document.type or "")
    mistaken = kind.look_alike_of if kind else ()
    rules = rulebook.requirements.values()
    meant = [r.id for r in rules if document.type in (*r.types, *r.in_doubt)]
    return tuple(dict.fromkeys((*meant, *mistaken)))


def _worst_kinds(folder: Folder, findings: Sequence[Finding]) -> dict[str, Kind]:
    worst: dict[str, Kind] = {}
    for finding in findings:
        if finding.severity is not Severity.ERROR:
            continue
        for document in folder.documents:
            if is_about(finding, document) and worst.get(document.id) is not Kind.FAIL:
                worst[document.id] = finding.kind
    return worst


def _better_papers(folder: Folder, findings: Sequence[Finding]) -> dict[str, str]:
    """Give the documents that are there once more, newer or better, with where that is."""
    better: dict[str, str] = {}
    for finding in findings:
        params = finding.issue.params
        path = params.get("better", params.get("original"))
        if finding.rule in _THERE_TWICE and isinstance(path, str):
            better |= {d.id: path for d in folder.documents if is_about(finding, d)}
    return better


def _draft(
    rule: RequirementRule, profile: ProfileRule, case: _Case, untranslated: bool
) -> Requirement:
    """Judge one requirement by the documents of its types alone."""
    stage = profile.stages.get(_stage(case), StageRule(()))
    listed = rule.id in (*stage.required, *stage.asked)
    if not listed or not holds(rule.when, case.known, case.rulebook.countries):
        return _not_asked(rule, profile, case, listed)
    blocking = rule.id in stage.required and bool(rule.clauses)
    requirement = _met(rule, blocking, case)
    nothing_to_translate = rule.id == "translation" and not untranslated
    if nothing_to_translate and requirement.status is RequirementStatus.MISSING:
        because = Because("because.no_translation_needed", requirement.because.params)
        return replace(requirement, status=RequirementStatus.NOT_APPLICABLE, because=because)
    return requirement


def _stage(case: _Case) -> str:
    return str(case.known["stage"].value)


def _not_asked(
    rule: RequirementRule, profile: ProfileRule, case: _Case, listed: bool
) -> Requirement:
    """Say why it is not asked: by a condition, at this stage, or of this person."""
    later = [
        name
        for name in STAGES
        if name in profile.stages
        and rule.id in (*profile.stages[name].required, *profile.stages[name].asked)
    ]
    params: dict[str, Param] = {"requirement": Term("requirement", rule.id)}
    if listed:
        sentence = f"condition.{rule.id}"
    elif later:
        sentence, params = "other_stage", params | {"stage": Term("stage", later[0])}
    else:
        sentence, params = "other_person", params | {"profile": Term("profile", profile.id)}
    return Requirement(
        rule.id,
        RequirementStatus.NOT_APPLICABLE,
        blocking=False,
        satisfied_by=(),
        because=Because(f"because.{sentence}", params),
    )


def _met(rule: RequirementRule, blocking: bool, case: _Case) -> Requirement:
    documents = case.folder.documents
    taken = (*rule.types, *case.accepts.get(rule.id, ()))
    accepted = [d for d in documents if d.type in taken or _passes_for(d, rule, case)]
    doubted = [d for d in documents if d.type in rule.in_doubt and d not in accepted]
    sound = [d for d in accepted if d.id not in case.worst]
    enough = [d for d in sound if _is_enough(d, case)]
    if enough:
        best = [d for d in enough if not _is_outdone(d, enough, case)]
        return _result(rule, blocking, RequirementStatus.SATISFIED, "satisfied", best or enough)
    if sound:
        return _result(rule, blocking, RequirementStatus.DOUBTFUL, "not_alone", sound)
    unsure = [d for d in accepted if case.worst[d.id] is not Kind.FAIL]
    if unsure:
        return _result(rule, blocking, RequirementStatus.DOUBTFUL, "doubtful", unsure)
    perhaps = [d for d in doubted if case.worst.get(d.id) is not Kind.FAIL]
    if perhaps:
        return _result(rule, blocking, RequirementStatus.DOUBTFUL, "in_doubt", perhaps)
    if accepted:
        return _result(rule, blocking, RequirementStatus.NONCONFORMING, "nonconforming", accepted)
    return _mistaken(rule, blocking, case, doubted)


def _is_outdone(document: Document, sound: Sequence[Document], case: _Case) -> bool:
    """Say whether a better copy or version of a document is there and counts instead."""
    path = case.better.get(document.id)
    return path is not None and any(path in d.paths for d in sound if d is not document)


def _is_enough(document: Document, case: _Case) -> bool:
    """Whether this paper needs no other at this stage, or the other is there, or not asked."""
    others = case.not_alone.get(document.type or "")
    if others is None:
        return True
    rules = [r for r in case.rulebook.requirements.values() if set(r.types) & set(others)]
    if rules and not any(holds(r.when, case.known, case.rulebook.countries) for r in rules):
        return True
    return any(d.type in others for d in case.folder.documents)


def _mistaken(
    rule: RequirementRule, blocking: bool, case: _Case, doubted: Sequence[Document]
) -> Requirement:
    """Judge what was sent in its place: another paper that fails, is unsure, or nothing."""
    documents = [
        d
        for d in case.folder.documents
        if d in doubted or (d.type in case.rulebook.types and rule.id in _mistaken_for(d, case))
    ]
    failed = [d for d in documents if case.worst.get(d.id) is Kind.FAIL]
    if failed:
        return _result(rule, blocking, RequirementStatus.NONCONFORMING, "look_alike", failed)
    unsure = [d for d in documents if d.id in case.worst]
    if unsure:
        return _result(rule, blocking, RequirementStatus.DOUBTFUL, "doubtful", unsure)
    return _result(rule, blocking, RequirementStatus.MISSING, "missing", ())


def _mistaken_for(document: Document, case: _Case) -> tuple[str, ...]:
    return case.rulebook.types[document.type or ""].look_alike_of


def _passes_for(document: Document, rule: RequirementRule, case: _Case) -> bool:
    """Say whether another paper stands for the one asked for, by somebody's word."""
    return document.id in case.let_pass and rule.id in _mistaken_for(document, case)


def _result(
    rule: RequirementRule,
    blocking: bool,
    status: RequirementStatus,
    sentence: str,
    documents: Sequence[Document],
) -> Requirement:
    paths = tuple(dict.fromkeys(path for d in documents for path in d.paths))
    params: dict[str, Param] = {"requirement": Term("requirement", rule.id)}
    if documents:
        params["types"] = tuple(
            Term("type", name) for name in dict.fromkeys(d.type or "" for d in documents)
        )
        params["paths"] = paths
    if status is RequirementStatus.MISSING and not blocking:
        sentence = "missing_asked"
    return Requirement(
        rule.id,
        status,
        blocking,
        satisfied_by=paths if status is RequirementStatus.SATISFIED else (),
        because=Because(f"because.{sentence}", params),
        documents=tuple(d.id for d in documents),
    )


def _issue(requirement: Requirement, rule: str, known: Mapping[str, Known]) -> Issue:
    certain = requirement.status is not RequirementStatus.DOUBTFUL and not (
        requirement.id in HANGS_ON_NATIONALITY
        and not requirement.documents
        and known["nationality"].value is None
    )
    params = {k: v for k, v in requirement.because.params.items() if k != "types"}
    params["requirement"] = Term("requirement", requirement.id)
    case = requirement.id if rule == "requirement.missing" else ""
    if rule == "requirement.missing" and requirement.status is RequirementStatus.DOUBTFUL:
        case = NOT_SEEN_YET if requirement.not_seen_yet else "perhaps"
    elif requirement.status is RequirementStatus.DOUBTFUL:
        case = requirement.because.sentence.removeprefix("because.")
    return Issue(rule, Kind.FAIL if certain else Kind.REVIEW, case=case, params=params)
