"""`python -m specimens.cases NAME DIR`: write one case to look at, and say how to check it."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from docscheck.finding import Enrolled
from specimens.cases import CASES
from specimens.cases.case import Case


def main() -> int:
    """Write the folder, and the file of waivers where the case has one."""
    parser = argparse.ArgumentParser(prog="python -m specimens.cases", description=__doc__)
    parser.add_argument("name", choices=sorted(CASES))
    parser.add_argument("root", type=Path)
    given = parser.parse_args()
    case = CASES[given.name]
    given.root.mkdir(parents=True, exist_ok=True)
    written = case.write(given.root / given.name)
    sys.stdout.write(f"{case.shows}\n{shlex.join(_command(case, written, given.root))}\n")
    return 0


def _command(case: Case, written: Path, root: Path) -> list[str]:
    if case.enrolled is not None:
        return _with_a_list(case, case.enrolled, written, root)
    command = ["docscheck", "check", str(written), "--today", case.today.isoformat()]
    for key, value in case.declared.items():
        command += [f"--{key.replace('_', '-')}", str(value)]
    if case.waivers is not None:
        path = root / f"{written.stem}.waivers.toml"
        path.write_text(case.waivers(case.draw()), encoding="utf-8")
        command += ["--waivers", str(path)]
    return command


def _with_a_list(case: Case, listed: Enrolled, written: Path, root: Path) -> list[str]:
    """Put the folder among students, and the list beside them."""
    students, roster = root / "students", root / f"{written.name}.roster.csv"
    students.mkdir(exist_ok=True)
    written.rename(students / written.name)
    row = (written.name, listed.surname, listed.given_names, str(listed.birth_date))
    text = f"folder,surname,given names,birth date\n{','.join(row)}\n"
    roster.write_text(text, encoding="utf-8")
    command = ["docscheck", "batch", str(students), "--out", str(root / "results")]
    return [*command, "--roster", str(roster), "--today", case.today.isoformat()]


if __name__ == "__main__":
    raise SystemExit(main())
