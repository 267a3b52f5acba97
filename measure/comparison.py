"""One report against the truth of its folder: what was right, counted by what was asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from anyascii import anyascii

from measure.tally import Tally
from specimens.folders import rule_found

Json = Mapping[str, Any]
UNRECOGNISED = "unrecognised"
_CARRIES_IBAN = "iban"
_CONTRACT_FIELDS = frozenset((
    "surname", "given_names", "birth_date", "birth_place", "nationality", "sex", "document_number",
    "issuing_state", "issue_date", "expiry_date", "valid_from", "visa_type", "foreigner_number",
    "iban", "bic", "holder", "bank_code", "branch_code", "account_number", "rib_key", "school_year",
    "institution", "student_number", "ine", "nir", "father_name", "mother_name", "language",
))  # fmt: skip
"""A paper may say more; only these are asked for."""


def _tallies() -> defaultdict[Any, Tally]:
    return defaultdict(Tally)


@dataclass(slots=True)
class Score:
    """All counts of a run; scores of folders are added up."""

    pages: defaultdict[tuple[str, str], Tally] = field(default_factory=_tallies)
    """(type, channel) -> pages given that type."""
    confusion: defaultdict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    """(true type, given type) -> pages."""
    mrz: defaultdict[str, Tally] = field(default_factory=_tallies)
    """Channel -> machine-readable zones with every line exact."""
    iban: defaultdict[str, Tally] = field(default_factory=_tallies)
    fields: defaultdict[tuple[str, str], Tally] = field(default_factory=_tallies)
    """(type, field) -> exact values."""
    folded: defaultdict[tuple[str, str], Tally] = field(default_factory=_tallies)
    """The same, letters compared without accents, case and signs."""
    defects: defaultdict[str, Tally] = field(default_factory=_tallies)
    """Defect -> its rule raised for its file."""
    defect_verdicts: defaultdict[str, Tally] = field(default_factory=_tallies)
    in_order: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Verdict -> folders in order that got it."""
    ready_with_defect: Tally = field(default_factory=Tally)
    """Folders whose defect forbids it, called ready."""
    false_errors: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Rule -> folders in order in which it failed or doubted as an error."""
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts of another score."""
        for mine, theirs in (
            (self.pages, other.pages), (self.mrz, other.mrz), (self.iban, other.iban),
            (self.fields, other.fields), (self.folded, other.folded), (self.defects, other.defects),
            (self.defect_verdicts, other.defect_verdicts),
        ):  # fmt: skip
            for key, tally in theirs.items():
                mine[key].add(tally)  # type: ignore[index]
        for key, count in other.confusion.items():
            self.confusion[key] += count
        for verdict, count in other.in_order.items():
            self.in_order[verdict] += count
        for rule, count in other.false_errors.items():
            self.false_errors[rule] += count
        self.ready_with_defect.add(other.ready_with_defect)
        self.misses += other.misses


def score_folder(expected: Json, report: Json) -> Score:
    """Count everything in one report."""
    score = Score()
    documents = {document["path"]: document for document in report["documents"]}
    for path, pages in expected["files"].items():
        for page in pages:
            if page["legible"] and page["type"]:
                _score_page(score, path, page, documents.get(path))
    _score_verdict(score, expected, report)
    return score


def _score_page(score: Score, path: str, page: Json, document: Json | None) -> None:
    number, wanted, channel = page["pages"][0], page["type"], page["channel"]
    parts = [part for part in (document or {}).get("parts", ()) if number in part["pages"]]
    right = [part for part in parts if part["type"] == wanted]
    taken = parts[0]["type"] if parts else UNRECOGNISED
    # Not to recognise a paper that is of no known type is the right answer.
    given = wanted if right or (taken, wanted) == (UNRECOGNISED, "other") else taken
    score.pages[wanted, channel].count(given == wanted)
    score.confusion[wanted, given] += 1
    if given != wanted:
        score.misses.append(
            f"{path} page {number} ({channel}, {page['template']}): {wanted} taken for {given}"
        )
    found = {
        name: value["value"] for part in right or parts for name, value in part["fields"].items()
    }
    for line in _score_values(score, page, found):
        score.misses.append(f"{path} page {number} ({channel}, {page['template']}): {line}")


def _score_values(score: Score, page: Json, found: Mapping[str, str]) -> Iterator[str]:
    if page["mrz_lines"]:
        read = "".join(str(found.get("mrz_lines", "")).split())
        exact = read == "".join(page["mrz_lines"])
        score.mrz[page["channel"]].count(exact)
        if not exact:
            yield f"MRZ {read or 'not read'}, printed {''.join(page['mrz_lines'])}"
    for name, value in page["fields"].items():
        if name not in _CONTRACT_FIELDS:
            continue
        exact = found.get(name) == value
        score.fields[page["type"], name].count(exact)
        score.folded[page["type"], name].count(folded(found.get(name, "")) == folded(value))
        if name == _CARRIES_IBAN:
            score.iban[page["channel"]].count(exact)
        if not exact:
            yield f"{name} {found.get(name)!r}, printed {value!r}"


def folded(value: str) -> str:
    """Compare letters and digits only: `Müller-Lüdenscheidt` as `MULLERLUDENSCHEIDT`."""
    return "".join(letter for letter in anyascii(value).upper() if letter.isalnum())


def _score_verdict(score: Score, expected: Json, report: Json) -> None:
    verdict = report["verdict"]
    if expected["defect"] is None:
        score.in_order[verdict] += 1
        for rule in {f["rule"] for f in report["findings"] if f["severity"] == "error"}:
            score.false_errors[rule] += 1
        if verdict != "ready":
            blamed = [
                f"{f['rule']} {f['kind']} {f['document']}"
                for f in report["findings"]
                if f["severity"] == "error"
            ]
            score.misses.append(f"folder in order called {verdict}: {'; '.join(blamed)}")
        return
    name = expected["defect"]
    score.defect_verdicts[name].count(verdict in expected["verdicts"])
    if "ready" not in expected["verdicts"]:
        score.ready_with_defect.count(verdict == "ready")
    for wanted in expected["rules"]:
        hit = rule_found(wanted, report)
        score.defects[name].count(hit)
        if not hit:
            seen = sorted(
                {
                    f"{f['rule']} {f['document']}"
                    for f in report["findings"]
                    if f["severity"] == "error"
                }
            )
            score.misses.append(
                f"{name}: none of {wanted['any_of']} for {wanted['files']}; {verdict}; seen {seen}"
            )
