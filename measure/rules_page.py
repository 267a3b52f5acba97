"""Write `docs/rules.md`: every rule, where it comes from, and two folders that show it.

`python -m measure.rules_page --output docs/rules.md`. Nothing is checked here: that the folders do
what the table says is held by `tests/test_rule_folders.py` and `tests/test_samples.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from docscheck.checkers import CHECKERS
from docscheck.rulebook.load import load
from docscheck.rulebook.schema import Rule
from specimens.cases import CASES, SHOWN

_HEAD = """# Rules

Every rule a finding can carry. `make docs` writes this page from `rules/catalogue.toml` and
`specimens/cases/table.py`; CI fails when a rule is missing or the page is out of date, and runs
docscheck on both folders of each rule: the one refused must raise it, the one accepted must not.

- **Severity**: an error makes a folder not ready (for review where the finding is a doubt), a
  warning or an information never. A type of document may weigh a rule otherwise:
  `docscheck rules explain ID` says so, in both languages.
- **Confidence**: H official or certain by construction, M other sources, L a single source. Only H
  may make an error.
- **Folders**: a link leads to `sample_docs/`; a name in `code` is a case, which
  `python -m specimens.cases NAME DIR` writes to DIR, with the command that checks it; what each
  shows stands below the tables.
- **Waived**: whether `--waivers` may set a finding of the rule aside."""
_COLUMNS = "| rule | severity | confidence | checked on | source | refused | accepted | waived |"
_LINE = "|---|---|---|---|---|---|---|---|"
_CONCERNS = {
    "file": "The file",
    "format": "Its format",
    "quality": "The picture of a page",
    "document": "The right paper",
    "mrz": "Machine-readable lines",
    "barcode": "Codes",
    "validity": "Dates",
    "civil_status": "Civil status",
    "bank": "Bank details",
    "nir": "Social security numbers",
    "consistency": "One person",
    "photo": "ID photo (stage carte Vitale)",
    "requirement": "What is asked for",
    "profile": "The person",
    "waiver": "Waivers",
    "internal": "docscheck itself",
}
_JUDGED = ("requirement", "profile", "waiver")
"""Concerns of which no checker speaks: `judge` does."""


def not_checked_yet(rule_id: str) -> bool:
    """Tell whether the rule is in the contract, and nothing in docscheck raises it."""
    raised = frozenset().union(*(checker.RULES for checker in CHECKERS.values()))
    return rule_id not in raised and rule_id.partition(".")[0] not in _JUDGED


def page() -> str:
    """Give the whole page.

    Raises:
        KeyError: a rule has no folders in `specimens.cases.table`, or no heading here.
    """
    catalogue = load().catalogue
    concerns = dict.fromkeys(rule_id.partition(".")[0] for rule_id in catalogue)
    parts = [_HEAD]
    for concern in concerns:
        rules = [r for r in catalogue.values() if r.id.partition(".")[0] == concern]
        rows = [_row(rule) for rule in rules]
        parts.append("\n".join([f"## {_CONCERNS[concern]}", "", _COLUMNS, _LINE, *rows]))
    parts.append("\n".join(_legend()))
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    pair, origin = SHOWN[rule.id], rule.provenance
    refused = "not checked yet" if not_checked_yet(rule.id) else _folder(pair.refused)
    cells = (
        f"`{rule.id}`",
        rule.severity.value,
        origin.confidence.value,
        origin.as_of.isoformat(),
        origin.source.replace("|", "\\|"),
        refused,
        _folder(pair.accepted),
        "never" if rule.never_waived else "may be",
    )
    return f"| {' | '.join(cells)} |"


def _folder(name: str) -> str:
    return f"`{name}`" if name in CASES else f"[{name}](../sample_docs/{name}/documents)"


def _legend() -> Iterator[str]:
    yield from ("## What the cases show", "", "| case | shows |", "|---|---|")
    for name, case in sorted(CASES.items()):
        yield f"| `{name}` | {case.shows} |"


def main() -> int:
    """Write the page to a file, or to the screen."""
    parser = argparse.ArgumentParser(prog="python -m measure.rules_page", description=__doc__)
    parser.add_argument("--output", type=Path)
    given = parser.parse_args()
    if given.output is None:
        sys.stdout.write(page())
    else:
        given.output.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
