"""One folder in, one `Outcome` out, whatever happens on the way.

Whatever is raised for one folder is the outcome of that folder, and the run goes on; but for what
stops every run alike (`DocscheckError`): a component that is missing will be missing for the next.
"""

from __future__ import annotations

import time
import traceback
from pathlib import Path

from docscheck.batch.judging import Judging
from docscheck.batch.ledger import Outcome
from docscheck.batch.marks import Marker, speakers_of
from docscheck.batch.seen import Seen, as_read, look, settled
from docscheck.batch.steps import steps
from docscheck.check import Session
from docscheck.errors import DocscheckError, UsageError
from docscheck.intake.entries import list_folder
from docscheck.messages import Speaker
from docscheck.reporters.interface import Manner, titles_of
from docscheck.reporters.json_text import one_line
from docscheck.reporters.to_json import as_json

GONE = "gone"
"""`Outcome.problem` of a folder that went away, or became a file, before it was read."""
_ANY = "en"
"""A report in JSON has the languages of the rules in any case."""


class Reader:
    """Reads folders of one root, one at a time, with the workers of one session."""

    def __init__(self, session: Session, judging: Judging) -> None:
        self._session = session
        self._root = judging.root
        self._judging = judging
        speakers = speakers_of(session.rulebook)
        self._marker = Marker(judging.key, speakers, judging.today)
        speaker = Speaker(titles_of(session.rulebook))
        self._manner = Manner(_ANY, speaker, session.rulebook)

    def read(self, name: str) -> Outcome:
        """Read one folder.

        Raises:
            DocscheckError: no folder can be read.
        """
        started = time.monotonic()
        seen: Seen | None = None
        try:
            seen = look(list_folder(self._root / name, self._session.limits), self._session.limits)
            return self._judged(name, seen, started)
        except UsageError:
            return _failed(name, None, started, GONE)
        except DocscheckError:
            raise
        except Exception as error:  # one folder's trouble is one row, whatever it is
            return _failed(name, seen, started, _place(error))

    def _judged(self, name: str, seen: Seen, started: float) -> Outcome:
        declared = self._judging.declared_for(name)
        report = self._session.check(self._root / name, declared)
        return Outcome(
            name=name,
            digest=settled(seen, as_read(report)).digest,
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
