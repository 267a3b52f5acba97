"""`docscheck schema`: print the JSON Schema of the report."""

from __future__ import annotations

from docscheck.cli.output import written


def schema() -> None:
    """Print the JSON Schema of the report that `--format json` writes."""
    from docscheck.reporters.to_json import schema_text

    with written(None) as stream:
        stream.write(schema_text())
