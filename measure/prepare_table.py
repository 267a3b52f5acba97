"""The figures of `measure.prepare` in Markdown, and whether they are what was aimed at."""

from __future__ import annotations

from collections.abc import Iterator

from measure.prepare_score import Score
from measure.tally import Tally

_AIM_GONE = 0.98


def failures(score: Score) -> list[str]:
    """Name the aims that were missed."""
    exact = {
        "an original was changed": score.untouched,
        "a document reads worse": score.not_worse,
        "a signed file was rewritten": score.signed,
        "a file is not what the manifest says": score.digests,
        "a file was dropped in silence": score.told,
        **{f"{name} cannot open a file": tally for name, tally in score.readers.items()},
    }
    missed = [name for name, tally in exact.items() if tally.hits < tally.trials]
    if score.failed:
        missed.append("a folder was not prepared at all")
    if all_gone(score).rate < _AIM_GONE:
        missed.append(f"less than {_AIM_GONE:.0%} of what was wrong with the form is gone")
    return missed


def all_gone(score: Score) -> Tally:
    """Count the findings of all rules of form together."""
    total = Tally()
    for tally in score.gone.values():
        total.add(tally)
    return total


def table(score: Score, title: str) -> str:
    """Write all figures."""
    return "\n".join(_lines(score, title)) + "\n"


def _lines(score: Score, title: str) -> Iterator[str]:
    missed = failures(score)
    yield f"# Is what `prepare` makes better, and never worse? {title}"
    yield ""
    yield "Written by `python -m measure.prepare --output docs/prepared.md`."
    yield ""
    yield f"Aims missed: {'; '.join(missed) if missed else 'none'}."
    yield ""
    yield "| | share (count; 95 % interval) | aim |"
    yield "|---|---|---|"
    yield f"| folders of which no original was changed | {score.untouched} | all |"
    for name, tally in score.readers.items():
        yield f"| PDFs that were made and open in {name}, every page | {tally} | all |"
    yield f"| what was wrong with the form of a file and is gone | {all_gone(score)} | 98 % |"
    yield f"| documents that read no worse than before | {score.not_worse} | all |"
    yield f"| signed files sent byte for byte | {score.signed} | all |"
    yield f"| files as their digest in the manifest says | {score.digests} | all |"
    yield f"| files of the folders of which the manifest speaks | {score.told} | all |"
    yield f"| PDFs that were made, without author, place, script or link | {score.bare} | |"
    yield f"| requirements met before that still are | {score.met} | |"
    yield f"| folders whose answer is no worse | {score.verdicts} | |"
    yield ""
    kept, gained, lost, faint = (score.values[n] for n in ("kept", "gained", "lost", "faint"))
    yield (
        f"Printed values read right before and after: {kept}; only after: {gained}; only before: "
        f"{lost}, and {faint} that did not count as read. "
        f"Answers before: {_counted(score.before)}; after: {_counted(score.after)}. "
        f"Seconds a folder, with both checks: {score.seconds / max(score.untouched.trials, 1):.1f}."
    )
    if score.failed:
        yield f"Folders on which it came to nothing: {score.failed}."
    yield ""
    yield "| rule broken before, on a file that is sent and neither signed nor locked | gone |"
    yield "|---|---|"
    for rule in sorted(score.gone):
        yield f"| `{rule}` | {score.gone[rule]} |"
    yield ""
    yield f"Messes: {_counted(score.messes)}."
    yield f"Mends: {_counted(score.mends)}."
    yield f"Original bytes kept: {_counted(score.kept)}."
    yield ""
    yield "Given up because the paper read worse (mends of the attempt: what was worse):"
    yield ""
    for what, count in sorted(score.given_up.items()):
        yield f"- {what} ({count})"
    if not score.given_up:
        yield "- none"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "none"
