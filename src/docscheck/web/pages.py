"""The pages: one template each, no sentence in them that is not in the messages.

Every string goes through `foreign_text` and is escaped by Jinja. One style sheet, shared with the
report's, and one script, both served by us: the pages say everything without the script, too.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from starlette.responses import HTMLResponse, Response

from docscheck import reporters, web
from docscheck.finding import Param
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
        self._templates = web_page.environment(web.__name__)

    def page(self, name: str, language: str, status: int = 200, **shown: object) -> HTMLResponse:
        """Make a page; what it shows besides is named in its template."""

        def say(key: str, **params: Param) -> str:
            return self._speaker.sentence(f"web.{key}", params, language)

        made = self._templates.get_template(f"templates/{name}.html.jinja").render(
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


def _packaged(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")
