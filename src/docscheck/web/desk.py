"""What every answer needs: the visitor, the pages, the language, and forms that are ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from docscheck.messages import LANGUAGES
from docscheck.web.access import Access
from docscheck.web.pages import Pages
from docscheck.web.uploads import KEY
from docscheck.web.visit import Visit

_MAX_FIELDS = 20


class Desk:
    """Shared by the rooms of one run."""

    def __init__(self, visit: Visit, access: Access, language: str) -> None:
        self.visit = visit
        self.access = access
        self.pages = Pages(access)
        self._first_language = language

    @property
    def language(self) -> str:
        return self.visit.language or self._first_language

    def page(self, name: str, status: int = 200, **shown: Any) -> Response:
        """Show a page to whoever has the key."""
        return self.pages.page(
            name,
            self.language,
            status,
            inside=name != "ended",
            holds_something=self.visit.holds_something,
            **shown,
        )

    def to(self, path: str) -> Response:
        """Lead to another page (303): going back and reloading repeat nothing."""
        return RedirectResponse(f"{self.access.room}/{path}", 303)

    def heed(self, request: Request) -> None:
        """Note that somebody is there, and a language that was chosen."""
        self.visit.use()
        chosen = request.query_params.get("lang", "")
        if chosen in LANGUAGES:
            self.visit.language = chosen

    async def form(self, request: Request) -> Mapping[str, str]:
        """Give the fields of a form.

        Raises:
            HTTPException: it is none of ours.
        """
        self.visit.use()
        form = await request.form(max_files=0, max_fields=_MAX_FIELDS)
        told = {name: value for name, value in form.items() if isinstance(value, str)}
        if not self.access.is_form_key(told.get(KEY, "")):
            raise HTTPException(403)
        return told
