"""What is installed as JSON, to be sent along when something does not work; nothing personal."""

from __future__ import annotations

from typing import Any, TextIO

from docscheck.installation import Diagnosis
from docscheck.reporters.json_text import dump

DOCTOR_VERSION = "1"


def write(diagnosis: Diagnosis, out: TextIO) -> None:
    """Write the diagnosis, indented, with a line feed at the end."""
    dump(as_json(diagnosis), out)


def as_json(diagnosis: Diagnosis) -> dict[str, Any]:
    """Give the diagnosis as one object; keys may be added, none is dropped or renamed."""
    return {
        "doctor_version": DOCTOR_VERSION,
        "tool": {
            "name": "docscheck",
            "version": diagnosis.tool_version,
            "rules_edition": diagnosis.rules_edition,
        },
        "python": diagnosis.python,
        "system": diagnosis.system,
        "fit": diagnosis.is_fit,
        "test_page": diagnosis.test_page.value,
        "components": [
            {
                "id": component.id,
                "presence": component.presence.value,
                "needed": component.needed,
                "version": component.version,
                "script": component.script,
                "install": component.install,
            }
            for component in diagnosis.components
        ],
        "isolation": dict(diagnosis.isolation),
    }
