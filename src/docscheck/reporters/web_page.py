"""How does a page of ours come about that opens with a double click, and runs nothing?

Jinja templates of a package, every string made visible (`foreign_text`) and escaped; one style
sheet in the page, allowed by its hash, and no script, no address, nothing from elsewhere (CSP level
3). `to_html` and the pages for an office (`batch`) are made so.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from importlib import resources

from jinja2 import ChoiceLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from docscheck.foreign_text import visible

SHARED_STYLE = "report.css"


def environment(package: str) -> Environment:
    """Give templates of a package; those of this one, such as the style sheet, can be included."""
    loaders = [FunctionLoader(_from(name)) for name in dict.fromkeys((package, __package__))]
    return Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def style(environment: Environment, *sheets: str) -> Markup:
    """Give style sheets as the one of a page."""
    texts = (environment.get_template(name).render() for name in sheets)
    return Markup("\n".join(texts))  # noqa: S704 - files of ours, without a value in them


def policy(style: str) -> str:
    """Allow one style sheet, by its hash, and pictures within the file."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _from(package: str) -> Callable[[str], str | None]:
    def load(name: str) -> str | None:
        file = resources.files(package).joinpath(name)
        return file.read_text("utf-8") if file.is_file() else None

    return load


def _shown(value: object) -> object:
    """Make every string visible on its way into the page, whoever it is from."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
