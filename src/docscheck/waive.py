"""Which findings did somebody accept, and what became of each waiver?

A waiver holds for the findings of one rule on one file, known by its bytes, until a day. It never
takes a finding away: it marks it. One that cannot hold (the file changed, the day is past, the rule
is not known or may never be waived) is itself reported, so that nobody leans on it unawares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Folder
from docscheck.finding import (
    Finding,
    Issue,
    Kind,
    Param,
    Term,
    Waiver,
    WaiverState,
    WaiverUse,
    Where,
)
from docscheck.rulebook.schema import Rule

_REPORTED = {
    WaiverState.UNUSED: ("waiver.unused", ""),
    WaiverState.EXPIRED: ("waiver.expired", ""),
    WaiverState.UNMATCHED: ("waiver.unmatched", ""),
    WaiverState.AMBIGUOUS: ("waiver.unmatched", "ambiguous"),
    WaiverState.UNKNOWN_RULE: ("waiver.unknown_rule", ""),
    WaiverState.NOT_ALLOWED: ("waiver.not_allowed", ""),
}
_HANGS_ON_ALL = (WaiverState.UNUSED, WaiverState.UNMATCHED)
"""Known only once every file was read."""
_SHORT = 12
"""Digits of a hash that are shown: enough to find it in the file and in the report."""


class Sources(Struct, frozen=True):
    """What a waiver is held against."""

    folder: Folder
    catalogue: Mapping[str, Rule]
    today: date


def waive(
    findings: Sequence[Finding], waivers: Sequence[Waiver], sources: Sources
) -> tuple[tuple[Finding, ...], tuple[WaiverUse, ...]]:
    """Mark the findings that are waived, in their order, and say what became of each waiver."""
    marked = list(findings)
    uses = []
    for waiver in waivers:
        paths, state = _held(waiver, sources)
        if state is WaiverState.APPLIED:
            meant = [
                number
                for number, finding in enumerate(marked)
                if finding.rule == waiver.rule
                and finding.waived is None
                and _path(finding, sources.folder) in paths
            ]
            for number in meant:
                marked[number] = replace(marked[number], waived=waiver)
            state = WaiverState.APPLIED if meant else WaiverState.UNUSED
        if state in _HANGS_ON_ALL and sources.folder.is_partial:
            state = WaiverState.UNDECIDED
        uses.append(WaiverUse(waiver, state, paths))
    return tuple(marked), tuple(uses)


def issues(uses: Sequence[WaiverUse], catalogue: Mapping[str, Rule]) -> Iterator[Issue]:
    """Yield what to say of the waivers that changed nothing."""
    for use in uses:
        if use.state not in _REPORTED:
            continue
        rule, case = _REPORTED[use.state]
        waiver = use.waiver
        params: dict[str, Param] = {
            "entry": waiver.entry,
            "rule": waiver.rule,
            "until": waiver.until,
            "hash": waiver.sha256[:_SHORT],
        }
        if use.state is WaiverState.UNKNOWN_RULE:
            params["nearest"] = tuple(get_close_matches(waiver.rule, catalogue, n=3, cutoff=0))
        if use.state is WaiverState.NOT_ALLOWED:
            params["because"] = Term("never_waived", waiver.rule)
        where = Where(use.paths[0]) if len(use.paths) == 1 else Where()
        yield Issue(rule, Kind.FAIL, where, case, params)


def _held(waiver: Waiver, sources: Sources) -> tuple[tuple[str, ...], WaiverState]:
    """Give the files a waiver names, and whether it can hold for them."""
    named = {
        entry.file.path: entry.file.sha256
        for entry in sources.folder.files
        if entry.file.sha256 and entry.file.sha256.startswith(waiver.sha256)
    }
    rule = sources.catalogue.get(waiver.rule)
    if rule is None:
        state = WaiverState.UNKNOWN_RULE
    elif rule.never_waived:
        state = WaiverState.NOT_ALLOWED
    elif sources.today > waiver.until:
        state = WaiverState.EXPIRED
    elif not named:
        state = WaiverState.UNMATCHED
    elif len(set(named.values())) > 1:
        state = WaiverState.AMBIGUOUS
    else:
        state = WaiverState.APPLIED
    return tuple(named), state


def _path(finding: Finding, folder: Folder) -> str | None:
    """Give the file a finding is about; of a document over several files, the first."""
    if finding.issue.where.path is not None:
        return finding.issue.where.path
    about = (d for d in folder.documents if d.id == finding.issue.document)
    return next((document.paths[0] for document in about), None)
