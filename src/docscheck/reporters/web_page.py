"""How does a page of ours come about that opens with a double click, and runs nothing?

Jinja templates of a package, every string made visible (`foreign_text`) and escaped; one style
sheet in the page, allowed by its hash, and no script, no address, nothing from elsewhere. `to_html`
and the pages for an office (`batch`) are made so.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from importlib import resources

from jinja2 import ChoiceLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from docscheck.foreign_text import visible
from docscheck.languages import WRITING
from docscheck.messages import END_OF_ISOLATE, ISOLATE

SHARED_STYLE = "report.css"
_ISOLATED = re.compile(f"{ISOLATE}([^{ISOLATE}{END_OF_ISOLATE}]*){END_OF_ISOLATE}")


def environment(package: str) -> Environment:
    """Give templates of a package; those of this one, such as the style sheet, can be included."""
    loaders = [FunctionLoader(_from(name)) for name in dict.fromkeys((package, __package__))]
    templates = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    templates.globals["writing"] = WRITING
    templates.filters["with_isolates"] = _with_isolates
    return templates


def style(environment: Environment, *sheets: str) -> Markup:
    """Give style sheets as the one of a page."""
    texts = (environment.get_template(name).render() for name in sheets)
    return Markup("\n".join(texts))  # noqa: S704 - files of ours, without a value in them


def policy(style: str) -> str:
    """Allow the one style sheet, by its hash, and pictures within the file (CSP level 3)."""
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


def _with_isolates(text: str) -> Markup:
    """Turn the speaker's isolates into elements: what stands between them orders its own letters.

    Else an Arabic sentence would mix the signs of a file name with its own, and the name of a file
    in Arabic those of a French one.
    """
    between = _ISOLATED.split(text)
    if len(between) == 1:
        return escape(visible(text))
    shown = [escape(visible(part)) for part in between]
    shown[1::2] = [Markup("<bdi>{}</bdi>").format(part) for part in shown[1::2]]
    return Markup("").join(shown)
