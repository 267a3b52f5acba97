"""What does docscheck say of each case of `specimens.cases`?

Sessions are shared between cases that are checked alike, so that workers stay warm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from docscheck.check import Options, Session
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.waiver_file import load_waiver_file
from specimens.cases import CASES, Case


def reports(names: Iterable[str], jobs: int = 2) -> Iterator[tuple[str, Report]]:
    """Draw and check cases by their names."""
    with TemporaryDirectory() as place, ExitStack() as stack:
        sessions: dict[object, Session] = {}
        for name in names:
            case = CASES[name]
            folder = case.write(Path(place, name))
            options = _options(case, folder, jobs)
            key = repr((case.today, options))
            if key not in sessions:
                sessions[key] = stack.enter_context(Session(case.today, options))
            yield name, sessions[key].check(folder, _declared(case))


def _options(case: Case, folder: Path, jobs: int) -> Options:
    if case.waivers is None:
        return Options(jobs=jobs, limits=case.limits)
    path = folder.with_suffix(".waivers.toml")
    path.write_text(case.waivers(case.draw()), encoding="utf-8")
    return Options(jobs=jobs, limits=case.limits, waivers=load_waiver_file(path, folder))


def _declared(case: Case) -> Declared:
    return Declared(**case.declared, enrolled=case.enrolled)  # type: ignore[arg-type]  # the cases name its members
