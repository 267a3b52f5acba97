"""The pages: one template each, no sentence in them that is not in the messages.

Every string goes through `foreign_text` and is escaped by Jinja. One style sheet, shared with the
report's, and one script, both served by us: the pages say everything without the script, too.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from docscheck import reporters
from docscheck.finding import Param
from docscheck.foreign_text import visible
from docscheck.messages import LANGUAGES, Speaker
from docscheck.reporters import web_page
from docscheck.web.access import STATIC, Access, Refusal
from docscheck.web.uploads import KEY

_KEPT = {"cache-control": "private, max-age=3600"}
"""The last page is shown when nobody answers any more: its style is still at hand."""
_MEGABYTE, _KILOBYTE = 1_000_000, 1_000


class Pages:
    """Makes every page of one run."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._speaker = Speaker()
        self._environment = Environment(
            loader=FunctionLoader(_template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )

    def page(self, name: str, language: str, status: int = 200, **shown: object) -> HTMLResponse:
        """Make a page; what it shows besides is named in its template."""

        def say(key: str, **params: Param) -> str:
            return self._speaker.sentence(f"web.{key}", params, language)

        made = self._environment.get_template(f"{name}.html.jinja").render(
            say=say,
            size=lambda size: _size(size, say),
            name=name,
            language=language,
            languages={n: self._speaker.sentence("web.language", {}, n) for n in LANGUAGES},
            direction=self._speaker.phrase("web.direction", {}, language),
            room=self._access.room,
            static=STATIC,
            key_name=KEY,
            key=self._access.form_key,
            **{"inside": False, "holds_something": False, **shown},
        )
        return HTMLResponse(made, status)

    def refused(self, refusal: Refusal, status: int, language: str) -> HTMLResponse:
        """Make the answer to somebody who may not ask; it holds no key."""
        return self.page("refused", language, status, reason=refusal.value)


def style() -> Response:
    """Give the style sheet: the report's, then what the page has besides."""
    theirs = web_page.style(web_page.environment(reporters.__name__), web_page.SHARED_STYLE)
    return Response(f"{theirs}\n{_packaged('web.css')}", media_type="text/css", headers=_KEPT)


def script() -> Response:
    """Give the script."""
    return Response(_packaged("web.js"), media_type="text/javascript", headers=_KEPT)


def _size(size_bytes: int, say: Callable[..., str]) -> str:
    if size_bytes < _MEGABYTE:
        return say("kilobytes", size=max(1, round(size_bytes / _KILOBYTE)))
    return say("megabytes", size=round(size_bytes / _MEGABYTE, 1))


def _template(name: str) -> str:
    return _packaged(f"templates/{name}")


def _packaged(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _shown(value: object) -> object:
    """Make every string visible on its way into the page, whoever it is from."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
