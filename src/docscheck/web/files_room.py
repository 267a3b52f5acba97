"""Where files are put, taken away and wiped; and where a run is ended."""

from __future__ import annotations

from collections.abc import Callable

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docscheck.web.desk import Desk
from docscheck.web.uploads import NotAFormError, take_files

UPLOAD = "/files"


class FilesRoom:
    """One method a path."""

    def __init__(self, desk: Desk, quit_: Callable[[], None]) -> None:
        self._desk = desk
        self._visit = desk.visit
        self._quit = quit_

    def routes(self) -> list[Route]:
        return [
            Route("/", self.files),
            Route(UPLOAD, self.upload, methods=["POST"]),
            Route("/remove", self.remove, methods=["POST"]),
            Route("/delete", self.delete, methods=["POST"]),
            Route("/deleted", self.deleted),
            Route("/quit", self.quit, methods=["POST"]),
        ]

    def files(self, request: Request) -> Response:
        self._desk.heed(request)
        if self._visit.is_busy:
            return self._desk.to("checking")
        drawer = self._visit.drawer
        refused, drawer.refused = drawer.refused, []
        unused, self._visit.wiped_unused = self._visit.wiped_unused, False
        return self._desk.page(
            "files",
            files=drawer.files,
            refused=refused,
            wiped_unused=unused,
            total_bytes=drawer.size_bytes,
            has_result=self._visit.checked is not None,
        )

    async def upload(self, request: Request) -> Response:
        self._visit.use()
        if self._visit.is_busy:
            return self._desk.to("checking")
        try:
            await take_files(request, self._visit.drawer, self._desk.access.is_form_key)
        except NotAFormError:
            return self._desk.page("wrong", 400, reason="form")
        self._visit.forget_result()
        return self._desk.to("")

    async def remove(self, request: Request) -> Response:
        form = await self._desk.form(request)
        if not self._visit.is_busy and self._visit.drawer.drop(form.get("file", "")):
            self._visit.forget_result()
        return self._desk.to("")

    async def delete(self, request: Request) -> Response:
        await self._desk.form(request)
        await run_in_threadpool(self._visit.wipe)
        return self._desk.to("deleted")

    def deleted(self, request: Request) -> Response:
        self._desk.heed(request)
        if self._visit.holds_something:
            return self._desk.to("")
        return self._desk.page("deleted")

    async def quit(self, request: Request) -> Response:
        await self._desk.form(request)
        await run_in_threadpool(self._visit.wipe)
        page = self._desk.page("ended")
        page.background = BackgroundTask(self._quit)
        return page
