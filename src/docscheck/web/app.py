"""The paths of the page and who answers each, from the first visit to the last.

/?token=...         the address that was printed: gives the key, once
/<room>/            files: a drop zone, what was received          (files_room)
/<room>/questions/  four questions, one at a time                  (questions_room)
/<room>/checking    how far the reading is; /progress tells the script
/<room>/result      the answer, what to do now, the report, the files to upload (result_room)
/<room>/deleted     everything is wiped                            (files_room)
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from docscheck.web.access import MAX_FORM_BYTES, STATIC, Access, Door, Refusal
from docscheck.web.desk import Desk
from docscheck.web.files_room import UPLOAD, FilesRoom
from docscheck.web.pages import script, style
from docscheck.web.questions_room import QuestionsRoom
from docscheck.web.result_room import ResultRoom
from docscheck.web.visit import Visit

_ENVELOPE_BYTES = 10_000_000
"""What names and boundaries of a form may add to the files."""


def make_app(visit: Visit, access: Access, language: str, quit_: Callable[[], None]) -> ASGIApp:
    """Make what answers requests.

    Args:
        visit: the one visitor.
        access: the keys.
        language: spoken until another one is chosen.
        quit_: ends this run.
    """
    desk = Desk(visit, access, language)
    rooms = (FilesRoom(desk, quit_), QuestionsRoom(desk), ResultRoom(desk))
    entrance = _Entrance(desk)
    app = Starlette(
        routes=[
            Route("/", entrance.first_visit),
            Route(f"{STATIC}style.css", lambda _: style()),
            Route(f"{STATIC}script.js", lambda _: script()),
            Mount(access.room, routes=[route for room in rooms for route in room.routes()]),
        ],
        exception_handlers={HTTPException: entrance.wrong, Exception: entrance.failed},
    )
    upload, most = f"{access.room}{UPLOAD}", visit.drawer.max_bytes + _ENVELOPE_BYTES
    return Door(
        app,
        access,
        lambda refusal, status: desk.pages.refused(refusal, status, desk.language),
        lambda path: most if path == upload else MAX_FORM_BYTES,
    )


class _Entrance:
    """What is answered outside of the rooms, and when something goes wrong in them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def first_visit(self, request: Request) -> Response:
        desk = self._desk
        if not desk.access.is_address(request.query_params.get("token", "")):
            return desk.pages.refused(Refusal.NO_KEY, 403, desk.language)
        # Once more in the same browser: it has its key, and another one is refused there.
        answer = desk.to("")
        if request.method == "GET":
            desk.access.give_key(answer)
        return answer

    async def wrong(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 400
        return self._told(request, status, "form" if status in (400, 403) else "path")

    async def failed(self, request: Request, error: Exception) -> Response:
        # Kind and words of the error stay here: they may hold words of a document.
        return self._told(request, 500, "failed")

    def _told(self, request: Request, status: int, reason: str) -> Response:
        desk = self._desk
        if request.url.path.startswith(f"{desk.access.room}/"):
            return desk.page("wrong", status, reason=reason)
        # Whoever asks for this was not asked for a key: neither is one told.
        return desk.pages.page("wrong", desk.language, status, reason=reason)
