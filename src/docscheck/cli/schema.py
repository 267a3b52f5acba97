"""`docscheck schema`: print the JSON Schema of the report."""

from __future__ import annotations

import sys


def schema() -> None:
    """Print the JSON Schema of the report that `--format json` writes."""
    from docscheck.reporters.to_json import schema_text

    sys.stdout.write(schema_text())
