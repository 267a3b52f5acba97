"""What was seen in an accuracy run as Markdown: every share with its count and interval."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from measure import accuracy_goals as told
from measure.accuracy_goals import percent, tally
from measure.comparison import FieldSeen, Outcome, Score
from measure.published import BEGIN, END
from measure.tally import Tally

CHANNELS = ("native", "scan", "phone_pdf", "photo", "screenshot")
_Seen, _Key = TypeVar("_Seen"), TypeVar("_Key", str, tuple[str, str])
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)


def table(score: Score, title: str, lost: list[str]) -> str:
    """Write the whole report."""
    parts = {
        f"How often is docscheck wrong? {title}": [
            "Written by `make accuracy`. Generated papers are not real ones: expect real folders",
            "to do worse. Every share has its count and its 95 % interval (Wilson).",
            "",
            BEGIN,
            *summary(score, "en"),
            END,
            "",
            *_goals(score),
        ],
        "Pages: type by type and channel": _pages(score),
        "Confusion (true type: taken for)": list(_confusion(score)),
        "Fields by channel": list(_fields(score, lambda one: one.name)),
        "Fields by type": list(_fields_of_types(score)),
        "Machine-readable zones": list(_zones(score)),
        "Standing": list(_standing(score)),
        "Defects": list(_defects(score)),
        "Rules": list(_rules(score)),
        "Folders in order": list(_in_order(score)),
        "Do confidences hold?": list(_calibration(score)),
        "Quality": ["Pages called unreadable exactly when they are: [quality.md](quality.md)."],
        "Cost": [_cost(score)],
        f"Folders without a report: {len(lost)}": [f"- {line}" for line in lost],
    }
    lines: list[str] = []
    for place, (head, body) in enumerate(parts.items()):
        lines += [f"{'#' if place == 0 else '##'} {head}", "", *body, ""]
    return "\n".join(lines)


def summary(score: Score, language: str) -> list[str]:
    """Sum the run up for the README, in English or French; the figures are the same."""
    figures = {
        "native": percent(told.macro(score, told.NATIVE)[0]),
        "scan": percent(told.macro(score, told.SCANS)[0]),
        "photo": percent(told.macro(score, told.PHOTOS)[0]),
        "alike": _of(told.look_alikes_taken(score)),
        "flat": percent(told.keys(score, told.FLAT).rate),
        "photos": percent(told.keys(score, told.PHOTOS).rate),
        "zones": percent(told.zones(score).rate),
        "wrong": _of(told.proven_wrong(score)),
        "found": percent(told.found(score).rate),
        "alarms": _of(told.in_order(score, "not_ready")),
        "ready": _of(told.false_ready(score)),
    }
    return [line.format(**figures) for line in _SENTENCES[language]]


_SENTENCES = {
    "en": (
        "| asked | answer |",
        "|---|---|",
        "| page type right, mean over types: native, scan, photo | {native}, {scan}, {photo} |",
        "| look-alikes taken for the real paper | {alike} |",
        "| IBAN, number, birth and expiry exact: native and scan, photo | {flat}, {photos} |",
        "| machine-readable zones exact | {zones} |",
        "| values called proven that are wrong | {wrong} |",
        "| planted defects named | {found} |",
        "| folders in order called not ready | {alarms} |",
        "| folders with a defect called ready | {ready} |",
    ),
    "fr": (
        "| question | réponse |",
        "|---|---|",
        "| type de page exact, moyenne des types : PDF, scan, photo | {native}, {scan}, {photo} |",
        "| documents ressemblants pris pour le vrai | {alike} |",
        "| IBAN, numéro, naissance et expiration exacts : PDF et scan, photo | {flat}, {photos} |",
        "| zones MRZ exactes | {zones} |",
        "| valeurs dites prouvées mais fausses | {wrong} |",
        "| défauts introduits nommés | {found} |",
        "| dossiers en règle dits non prêts | {alarms} |",
        "| dossiers avec un défaut dits prêts | {ready} |",
    ),
}


def _of(count: Tally) -> str:
    return f"{count.hits} / {count.trials}"


def _goals(score: Score) -> list[str]:
    rows = ["| what | reached | wanted | met |", "|---|---|---|---|"]
    for goal in told.goals(score):
        sign = "at most" if goal.at_most else "at least"
        met = "yes" if goal.met else "NO"
        rows.append(f"| {goal.name} | {goal.cases} | {sign} {percent(goal.bound)} | {met} |")
    return rows


def _pages(score: Score) -> list[str]:
    rows = [f"| type | {' | '.join(CHANNELS)} |", "|---" * (len(CHANNELS) + 1) + "|"]
    for kind in sorted({page.type for page in score.pages}):
        of_kind = [page for page in score.pages if page.type == kind]
        cells = [_short(told.pages_right(of_kind, (channel,))) for channel in CHANNELS]
        rows.append(f"| {kind} | {' | '.join(cells)} |")
    totals = [str(told.pages_right(score.pages, (channel,))) for channel in CHANNELS]
    rows += [f"| all | {' | '.join(totals)} |", ""]
    return [*rows, f"Look-alikes taken for the real paper: {told.look_alikes_taken(score)}."]


def _confusion(score: Score) -> Iterator[str]:
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for page in score.pages:
        taken[page.type][page.given] += 1
    for wanted, given in sorted(taken.items()):
        wrong = {name: count for name, count in given.items() if name != wanted}
        if wrong:
            listed = ", ".join(f"{name} {count}" for name, count in sorted(wrong.items()))
            yield f"- {wanted} ({sum(given.values())} pages): {listed}"


def _fields(score: Score, key: Callable[[FieldSeen], str]) -> Iterator[str]:
    yield "Exact, of those printed; then how many were read wrong and how many not read."
    yield ""
    yield "| field | native and scan | photo | screenshot |"
    yield "|---|---|---|---|"
    groups = (told.FLAT, told.PHOTOS, ("screenshot",))
    for name, seen in _grouped(score.fields, key):
        cells = [_outcomes([one for one in seen if one.channel in group]) for group in groups]
        yield f"| {name} | {' | '.join(cells)} |"


def _fields_of_types(score: Score) -> Iterator[str]:
    yield "| type | field | exact | wrong | not read |"
    yield from _by_two(score.fields, lambda one: (one.type, one.name))


def _zones(score: Score) -> Iterator[str]:
    yield "| type | channel | every character exact | wrong | not read |"
    yield from _by_two(score.zones, lambda one: (one.type, one.channel))


def _by_two(
    values: Iterable[FieldSeen], key: Callable[[FieldSeen], tuple[str, str]]
) -> Iterator[str]:
    yield "|---|---|---|---|---|"
    for (kind, other), seen in _grouped(values, key):
        told_of = Counter(one.outcome for one in seen)
        yield (
            f"| {kind} | {other} | {told.exact(seen, _any)} "
            f"| {told_of[Outcome.WRONG]} | {told_of[Outcome.UNREAD]} |"
        )


def _standing(score: Score) -> Iterator[str]:
    yield "| standing | wrong, of the values given |"
    yield "|---|---|"
    given = [one for one in (*score.fields, *score.zones) if one.outcome is not Outcome.UNREAD]
    for standing, seen in _grouped(given, lambda one: one.standing):
        yield f"| {standing} | {tally(seen, _any, lambda one: one.outcome is Outcome.WRONG)} |"
    yield ""
    wrong_proven = [o for o in given if o.standing == "proven" and o.outcome is Outcome.WRONG]
    for one in wrong_proven:
        yield f"- proven and wrong: {one.type} {one.name} ({one.channel}) {one.said}"


def _defects(score: Score) -> Iterator[str]:
    yield "| defect | named | verdict right |"
    yield "|---|---|---|"
    for name, planted in _grouped(score.planted, lambda one: one.defect):
        hit = tally(planted, _any, lambda one: one.found)
        right = tally(planted, _any, lambda one: one.verdict_right)
        yield f"| {name} | {_short(hit)} | {_short(right)} |"


def _rules(score: Score) -> Iterator[str]:
    yield "Recall: of the defects whose first right answer is this rule, those named by it or by a"
    yield "rule that says the same. Precision: folders in which it is the planted defect, of those"
    yield "and the folders in which it has no ground; what follows from another defect is left out."
    yield "Warnings are counted only for folders in order, where some have a ground."
    yield ""
    yield "| rule | recall | precision (errors) | errors without ground | warnings, in order |"
    yield "|---|---|---|---|---|"
    planted = dict(_grouped(score.planted, lambda one: one.rule))
    raised = dict(_grouped(score.findings, lambda one: one.rule))
    folders = len(score.in_order)
    for rule in sorted({*planted, *raised}):
        recall = tally(planted.get(rule, ()), _any, lambda one: one.found)
        errors = [one for one in raised.get(rule, ()) if one.severity == "error"]
        precision = tally(
            errors, lambda one: one.truth != "follows", lambda one: one.truth == "planted"
        )
        without = precision.trials - precision.hits
        warned = sum(not one.folder and one.severity == "warning" for one in raised.get(rule, ()))
        yield (
            f"| {rule} | {recall if recall.trials else ''} "
            f"| {precision if precision.trials else ''} | {without or ''} "
            f"| {f'{warned} of {folders}' if warned else ''} |"
        )


def _in_order(score: Score) -> Iterator[str]:
    for verdict in ("ready", "to_review", "not_ready"):
        yield f"- {verdict}: {told.in_order(score, verdict)}"
    blamed = Counter(
        one.rule for one in score.findings if not one.folder and one.severity == "error"
    )
    for rule, count in blamed.most_common():
        yield f"- false error {rule}: {count} folders"


def _calibration(score: Score) -> Iterator[str]:
    yield "| confidence | pages: claimed | pages: type right | fields: claimed | fields: exact |"
    yield "|---|---|---|---|---|"
    pages = [(page.confidence, page.right) for page in score.pages if page.confidence]
    values = [
        (one.confidence, one.outcome is Outcome.EXACT)
        for one in score.fields
        if one.outcome is not Outcome.UNREAD
    ]
    for low, high in zip(_BINS, (*_BINS[1:], 1.01), strict=True):
        cells = [*_bin(pages, low, high), *_bin(values, low, high)]
        yield f"| {low:.2f} to {min(high, 1.0):.2f} | {' | '.join(cells)} |"


def _bin(claims: list[tuple[float, bool]], low: float, high: float) -> tuple[str, str]:
    inside = [claim for claim in claims if low <= claim[0] < high]
    if not inside:
        return "", ""
    mean = sum(confidence for confidence, _ in inside) / len(inside)
    return percent(mean), str(tally(inside, _any, lambda one: one[1]))


def _cost(score: Score) -> str:
    each = score.cpu_seconds / score.page_count if score.page_count else 0.0
    return (
        f"{each:.2f} s of CPU a page over {score.page_count} pages, the start of every command "
        "included."
    )


def _any(one: object) -> bool:
    return True


def _grouped(seen: Iterable[_Seen], key: Callable[[_Seen], _Key]) -> list[tuple[_Key, list[_Seen]]]:
    groups: dict[_Key, list[_Seen]] = defaultdict(list)
    for one in seen:
        groups[key(one)].append(one)
    return sorted(groups.items())


def _outcomes(seen: list[FieldSeen]) -> str:
    if not seen:
        return ""
    told_of = Counter(one.outcome for one in seen)
    return (
        f"{told.exact(seen, _any)}; {told_of[Outcome.WRONG]} wrong, "
        f"{told_of[Outcome.UNREAD]} not read"
    )


def _short(count: Tally) -> str:
    return f"{count.hits}/{count.trials}" if count.trials else ""
