"""Which of these folders are ready, and what is missing or wrong in the others?

    python docs/example.py sample_docs/*/documents

Reads many folders with workers that stay warm; prints rules and file names, no value of a paper.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from docscheck import Declared, DocscheckError, Options, Session


def main(folders: list[str], today: date) -> int:
    """Print a line a folder and what has to be done for it; give 0 when all are ready."""
    ready = True
    with Session(today, Options()) as session:
        for folder in map(Path, folders):
            report = session.check(folder, Declared(stage="registration"))
            ready = ready and report.verdict == "ready"
            print(f"{folder}: {report.verdict}")
            for finding in report.findings:
                if finding.severity == "error":
                    print(f"  {finding.rule}: {finding.issue.where.path or 'the folder'}")
    return 0 if ready else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], date.today()))
    except DocscheckError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
