"""`manifest.json`: what each file to upload was made of, what was done to it, what was left out.

One object, ASCII, keys in a fixed order, no clock and no path of this machine:

- `schema_version`, `tool` (`name`, `version`, `rules_edition`), `dossier`, `today`;
- `dry_run`, `unsafe`; `verdict_before`, and `verdict` of what was made (null in a dry run);
- `files`: `path`, `sha256`, `size_bytes`, `page_count`, `requirements`, `types`, `to_review`;
  `sources`: `path`, `sha256`, `pages` (empty: the file as it is); `mends`: `id`, `fr`, `en`;
  `given_up`: `mends`, `reason`, `detail`, `fr`, `en`; `kept` (why the original bytes are sent:
  `id`, `fr`, `en`, or null); `still`: findings that no mend took away;
- `left_out`: `path`, `pages` (empty: all), `reason`, `better` (what is sent instead, or null),
  `fr`, `en`, `findings`;
- `to_obtain`: `requirement`, `blocking`, `fr`, `en`.

A finding is `id` (of the report on the folder as it was), `rule`, `message` and `fix`, both in
`fr` and `en`; values in sentences are masked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from docscheck.finding import Finding, Param, Requirement, RequirementStatus
from docscheck.foreign_text import show
from docscheck.mend.order import Mend
from docscheck.messages import LANGUAGES, Speaker
from docscheck.prepared import Left, Origins, Output, Prepared, Setback
from docscheck.reporters.interface import titles_of
from docscheck.reporters.json_text import dump, path_members
from docscheck.rulebook.schema import Rulebook

SCHEMA_VERSION = "1"
_MET = (RequirementStatus.SATISFIED, RequirementStatus.NOT_APPLICABLE)


def write(prepared: Prepared, out: TextIO) -> None:
    """Write the manifest of a folder that was prepared, indented."""
    dump(prepared.manifest, out)


def manifest(prepared: Prepared, rulebook: Rulebook) -> dict[str, Any]:
    """Give the manifest as the object that the module describes."""
    return _Writer(rulebook).whole(prepared)


def to_obtain(prepared: Prepared) -> tuple[Requirement, ...]:
    """Give what is asked of this person and not among the files to upload."""
    report = prepared.after if prepared.after is not None else prepared.before
    sent = {name for output in prepared.outputs for name in output.requirements}
    return tuple(r for r in report.requirements if r.status not in _MET and r.id not in sent)


class _Writer:
    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._speaker = Speaker(titles_of(rulebook))

    def whole(self, prepared: Prepared) -> dict[str, Any]:
        before, after = prepared.before, prepared.after
        return {
            "schema_version": SCHEMA_VERSION,
            "tool": {
                "name": "docscheck",
                "version": before.tool_version,
                "rules_edition": before.rules_edition,
            },
            "dossier": show(before.dossier),
            "today": before.today.isoformat(),
            "dry_run": prepared.dry_run,
            "unsafe": prepared.unsafe,
            "verdict_before": before.verdict.value,
            "verdict": after.verdict.value if after is not None else None,
            "files": list(map(self._output, prepared.outputs)),
            "left_out": list(map(self._left, prepared.left)),
            "to_obtain": list(map(self._wanting, to_obtain(prepared))),
        }

    def _output(self, output: Output) -> dict[str, Any]:
        return {
            "path": output.path,
            "sha256": output.sha256 or None,
            "size_bytes": output.size_bytes,
            "page_count": output.page_count,
            "requirements": list(output.requirements),
            "types": list(output.types),
            "to_review": output.to_review,
            "sources": list(map(_origin, output.origins)),
            "mends": [{"id": mend.value, **self._mend(mend)} for mend in output.mends],
            "given_up": list(map(self._setback, output.setbacks)),
            "kept": {"id": output.kept, **self._said(f"prepare.kept.{output.kept}")}
            if output.kept
            else None,
            "still": list(map(self._finding, output.still)),
        }

    def _setback(self, setback: Setback) -> dict[str, Any]:
        said = {
            language: self._speaker.sentence(
                f"prepare.setback.{setback.reason}",
                {"mends": ", ".join(self._mend(m)[language] for m in setback.mends) or "PDF"},
                language,
            )
            for language in LANGUAGES
        }
        return {
            "mends": [mend.value for mend in setback.mends],
            "reason": setback.reason,
            "detail": show(setback.detail),
            **said,
        }

    def _left(self, left: Left) -> dict[str, Any]:
        return {
            **path_members(left.path),
            "pages": list(left.pages),
            "reason": left.reason,
            "better": show(left.better) if left.better else None,
            **self._said(f"prepare.left.{left.reason}", {"better": left.better}),
            "findings": list(map(self._finding, left.findings)),
        }

    def _wanting(self, requirement: Requirement) -> dict[str, Any]:
        how = self._rulebook.requirements[requirement.id].how
        said = {language: how.in_language(language) for language in LANGUAGES}
        return {"requirement": requirement.id, "blocking": requirement.blocking, **said}

    def _finding(self, finding: Finding) -> dict[str, Any]:
        issue, speaker = finding.issue, self._speaker
        return {
            "id": finding.id,
            "rule": finding.rule,
            "message": {language: speaker.problem(issue, language) for language in LANGUAGES},
            "fix": {language: speaker.remedy(issue, language) for language in LANGUAGES},
        }

    def _mend(self, mend: Mend) -> dict[str, str]:
        return {la: self._speaker.phrase(f"prepare.mend.{mend.value}", {}, la) for la in LANGUAGES}

    def _said(self, key: str, params: Mapping[str, Param] | None = None) -> dict[str, str]:
        return {la: self._speaker.sentence(key, params or {}, la) for la in LANGUAGES}


def _origin(origin: Origins) -> dict[str, Any]:
    return {
        **path_members(origin.path),
        "sha256": origin.sha256 or None,
        "pages": list(origin.pages),
    }
