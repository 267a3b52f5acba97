"""One folder in, one `Outcome` out, whatever happens on the way.

Whatever is raised for one folder is the outcome of that folder, and the run goes on; but for what
stops every run alike (`DocscheckError`): a component that is missing will be missing for the next.
"""

from __future__ import annotations

import time
import traceback
from pathlib import Path

from msgspec.structs import replace

from docscheck.batch.judging import Judging
from docscheck.batch.ledger import Outcome
from docscheck.batch.marks import Marker, speakers_of
from docscheck.batch.seen import Seen, as_read, look, settled, stamp
from docscheck.batch.shares import share_of
from docscheck.batch.steps import steps
from docscheck.check import Session
from docscheck.errors import DocscheckError, UsageError
from docscheck.intake.entries import Listing
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters.interface import Manner, titles_of
from docscheck.reporters.json_text import one_line
from docscheck.reporters.to_json import as_json

GONE = "gone"
"""`Outcome.problem` of a folder that went away, or became a file, before it was read."""
UNANSWERED = "share"
"""How it begins where the share failed while the folder was read: the next run reads it again."""
_ANY = "en"
"""A report in JSON has the languages of the rules in any case."""


class Reader:
    """Reads folders of one root, one at a time, with the workers of one session."""

    def __init__(self, session: Session, judging: Judging) -> None:
        self._session = session
        self._root = judging.root
        self._share = share_of(judging.root)
        speakers = speakers_of(session.rulebook)
        self._marker = Marker(judging.key, speakers, judging.today)
        speaker = Speaker(titles_of(session.rulebook))
        self._manner = Manner(_ANY, speaker, session.rulebook)

    def read(self, name: str, declared: Declared) -> Outcome:
        """Read one folder of a student of whom this was said.

        Raises:
            DocscheckError: no folder can be read.
        """
        started = time.monotonic()
        seen: Seen | None = None
        try:
            if not isinstance(self._root, Path):
                return self._fetched(name, declared, started)
            seen = look(self._listing(name), self._session.limits)
            report = self._session.check(self._root / name, declared)
            return self._judged(name, report, declared, settled(seen, as_read(report)), started)
        except UsageError as error:
            problem = UNANSWERED if error.sentence == "share_closed" else GONE
            return _failed(name, None, started, problem)
        except DocscheckError:
            raise
        except Exception as error:  # one folder's trouble is one row, whatever it is
            return _failed(name, seen, started, _place(error))

    def _fetched(self, name: str, declared: Declared, started: float) -> Outcome:
        """Read a folder of a share, each file once."""
        failures = list[str]()
        listing = self._listing(name, failures)
        report = self._session.check_listing(listing, declared)
        if failures:
            return _failed(name, None, started, f"{UNANSWERED}, {failures[0]}")
        outcome = self._judged(name, report, declared, as_read(report), started)
        # What was read was read in between: only where both looks agree is it what they saw.
        before, after = (
            stamp(str(self._root), seen, self._session.limits)
            for seen in (listing, self._listing(name))
        )
        return replace(outcome, stamp=before if before == after else None)

    def _listing(self, name: str, failures: list[str] | None = None) -> Listing:
        return self._share.listing(name, self._session.limits, failures)

    def _judged(
        self, name: str, report: Report, declared: Declared, seen: Seen, started: float
    ) -> Outcome:
        return Outcome(
            name=name,
            digest=seen.digest,
            seconds=time.monotonic() - started,
            verdict=report.verdict.value,
            steps=steps(report),
            crashed=report.crashed,
            report=one_line(as_json(report, self._manner)),
            marks=self._marker.marks(report, declared.enrolled),
        )


def _failed(name: str, seen: Seen | None, started: float, problem: str) -> Outcome:
    digest = seen.digest if seen is not None else None
    return Outcome(name, digest, time.monotonic() - started, problem=problem)


def _place(error: Exception) -> str:
    """Give kind and place of a failure; its words may be those of a document (R22)."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
