"""docscheck: is this folder of a student's papers ready for the health-insurance portal?

    from docscheck import check_folder
    report = check_folder(Path("my_documents"))
    report.verdict, [finding.rule for finding in report.findings]

The names of `__all__` are the library: they stay, and importing or using them writes nothing. The
package root imports nothing by itself, so that any floor may ask for the version, and `--version`
is answered at once; a name is fetched from its room when it is first asked for (PEP 562).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docscheck.check import Options, Session, check_folder
    from docscheck.errors import DocscheckError
    from docscheck.finding import Finding, Verdict
    from docscheck.profile import Declared
    from docscheck.report import Report

__version__ = "0.1.0"

__all__ = [
    "Declared",
    "DocscheckError",
    "Finding",
    "Options",
    "Report",
    "Session",
    "Verdict",
    "__version__",
    "check_folder",
]

_ROOMS = {
    "Declared": "profile",
    "DocscheckError": "errors",
    "Finding": "finding",
    "Options": "check",
    "Report": "report",
    "Session": "check",
    "Verdict": "finding",
    "check_folder": "check",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
