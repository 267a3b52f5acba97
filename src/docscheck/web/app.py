"""The paths of the page and what each answers, from the first visit to the last.

    /?token=...         the address that was printed: gives the key, once
    /<room>/            files: a drop zone, what was received
    /<room>/questions/  four questions, one at a time
    /<room>/checking    how far the reading is; /progress says it to the script
    /<room>/result      the answer, what to do now, the files to upload, the report
    /<room>/deleted     everything is wiped

Each form is answered by a redirection (303), so that going back and reloading repeat nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from docscheck.errors import DocscheckError
from docscheck.messages import LANGUAGES, Speaker
from docscheck.reporters.answer import answer
from docscheck.reporters.json_text import one_line
from docscheck.web.access import MAX_FORM_BYTES, REPORT_POLICY, STATIC, Access, Door, Refusal
from docscheck.web.asking import QUESTIONS, choices, is_answer, left_open, put
from docscheck.web.bundle_words import told
from docscheck.web.pages import Pages, script, style
from docscheck.web.report_page import manner_of
from docscheck.web.uploads import KEY, NotAFormError, take_files
from docscheck.web.visit import Visit
from docscheck.web.work import Work

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
    rooms = _Rooms(visit, access, language, quit_)
    app = Starlette(
        routes=[
            Route("/", rooms.first_visit),
            Route(f"{STATIC}style.css", lambda _: style()),
            Route(f"{STATIC}script.js", lambda _: script()),
            Mount(access.room, routes=rooms.routes()),
        ],
        exception_handlers={HTTPException: rooms.wrong, Exception: rooms.failed},
    )
    upload = f"{access.room}/files"
    most = visit.drawer.max_bytes + _ENVELOPE_BYTES
    return Door(
        app,
        access,
        lambda refusal, status: rooms.pages.refused(refusal, status, rooms.language),
        lambda path: most if path == upload else MAX_FORM_BYTES,
    )


class _Rooms:
    """One method a path."""

    def __init__(
        self, visit: Visit, access: Access, language: str, quit_: Callable[[], None]
    ) -> None:
        self._visit = visit
        self._access = access
        self._language = language
        self._quit = quit_
        self.pages = Pages(access)

    def routes(self) -> list[Route]:
        """Give the paths below the room."""
        return [
            Route("/", self.files),
            Route("/files", self.upload, methods=["POST"]),
            Route("/remove", self.remove, methods=["POST"]),
            Route("/questions/{name}", self.question),
            Route("/questions/{name}", self.answer, methods=["POST"]),
            Route("/checking", self.checking),
            Route("/progress", self.progress),
            Route("/prepare", self.prepare, methods=["POST"]),
            Route("/files.zip", self.bundle),
            Route("/stop", self.stop, methods=["POST"]),
            Route("/result", self.result),
            Route("/report", self.report),
            Route("/delete", self.delete, methods=["POST"]),
            Route("/deleted", self.deleted),
            Route("/quit", self.quit, methods=["POST"]),
        ]

    @property
    def language(self) -> str:
        return self._visit.language or self._language

    def first_visit(self, request: Request) -> Response:
        if not self._access.is_address(request.query_params.get("token", "")):
            return self.pages.refused(Refusal.NO_KEY, 403, self.language)
        # Once more in the same browser: it has its key, and another one is refused there.
        answer = self._to("")
        if request.method == "GET":
            self._access.give_key(answer)
        return answer

    def files(self, request: Request) -> Response:
        self._heed(request)
        if self._visit.is_busy:
            return self._to("checking")
        refused, self._visit.drawer.refused = self._visit.drawer.refused, []
        unused, self._visit.wiped_unused = self._visit.wiped_unused, False
        drawer = self._visit.drawer
        return self._page(
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
            return self._to("checking")
        self._visit.forget_result()
        try:
            await take_files(request, self._visit.drawer, self._access.is_form_key)
        except NotAFormError:
            return self._page("wrong", 400, reason="form")
        return self._to("")

    async def remove(self, request: Request) -> Response:
        form = await self._form(request)
        if not self._visit.is_busy and self._visit.drawer.drop(form.get("file", "")):
            self._visit.forget_result()
        return self._to("")

    def question(self, request: Request) -> Response:
        self._heed(request)
        asked = self._asked()
        name = request.path_params["name"]
        if not self._visit.drawer.files or self._visit.is_busy:
            return self._to("")
        if name not in asked:
            return self._to(f"questions/{asked[0]}")
        number = asked.index(name)
        visit = self._visit
        return self._page(
            "question",
            question=name,
            number=number + 1,
            count=len(asked),
            back=f"questions/{asked[number - 1]}" if number else "",
            is_last=number + 1 == len(asked),
            answer=visit.answers.get(name, ""),
            choices=choices(name, visit.answers, visit.setting.rulebook, self.language),
        )

    async def answer(self, request: Request) -> Response:
        form = await self._form(request)
        name, value = request.path_params["name"], form.get("answer", "")
        visit = self._visit
        if name not in QUESTIONS or not visit.drawer.files or visit.is_busy:
            return self._to("")
        # The answer to this one decides whether the next is put.
        before = self._asked()
        if is_answer(name, value, self.language):
            visit.answers[name] = value
        else:
            visit.answers.pop(name, None)
        following = [n for n in self._asked() if n not in before[: before.index(name) + 1]]
        if following and "check" not in form:
            return self._to(f"questions/{following[0]}")
        visit.start_check()
        return self._to("checking")

    def checking(self, request: Request) -> Response:
        self._heed(request)
        work = self._visit.preparation or self._visit.check
        if work is None:
            return self._to("")
        if work.ended.is_set():
            return self._to("result")
        kind = "checking" if work is self._visit.check else "preparing"
        return self._page("checking", kind=kind, work=work, said=self._said(work))

    def progress(self, request: Request) -> Response:
        self._visit.use()
        work = self._visit.preparation or self._visit.check
        if work is None:
            return _json({"ended": True})
        read = [number for number, path in enumerate(work.files) if path in work.read]
        return _json(
            {
                "ended": work.ended.is_set(),
                "read": read,
                "done": work.done,
                "total": work.total,
                "said": self._said(work),
            }
        )

    def _said(self, work: Work[Any]) -> str:
        """Say how far it is; what is made is read again at the end."""
        key = "count" if work is self._visit.check else "again" if work.total else "making"
        params = {"done": work.done, "total": work.total}
        return Speaker().sentence(f"web.checking.{key}", params, self.language)

    async def prepare(self, request: Request) -> Response:
        await self._form(request)
        self._visit.start_preparation()
        return self._to("checking")

    def bundle(self, request: Request) -> Response:
        self._visit.use()
        bundle = self._visit.bundle
        if bundle is None:
            return self._to("")
        return FileResponse(
            bundle.archive, media_type="application/zip", filename=bundle.archive.name
        )

    async def stop(self, request: Request) -> Response:
        await self._form(request)
        self._visit.forget_result()
        return self._to("")

    def result(self, request: Request) -> Response:
        self._heed(request)
        visit, work = self._visit, self._visit.check
        if work is None:
            return self._to("")
        if visit.is_busy:
            return self._to("checking")
        checked = visit.checked
        if checked is None:
            return self._not_checked(work.error)
        manner = manner_of(checked.rulebook, self.language)
        return self._page(
            "result",
            verdict=checked.report.verdict.value,
            answer=answer(checked.report, manner),
            open_questions=left_open(checked.report, visit.answers),
            bundle=told(visit.bundle.prepared, manner) if visit.bundle else None,
            not_prepared=visit.preparation is not None and visit.bundle is None,
        )

    def report(self, request: Request) -> Response:
        self._visit.use()
        checked = self._visit.checked
        if checked is None:
            return self._to("")
        path = self._visit.report_page(checked, self.language)
        name = "docscheck.html" if "save" in request.query_params else None
        headers = {"content-security-policy": REPORT_POLICY}
        return FileResponse(path, media_type="text/html", headers=headers, filename=name)

    async def delete(self, request: Request) -> Response:
        await self._form(request)
        self._visit.wipe()
        return self._to("deleted")

    def deleted(self, request: Request) -> Response:
        self._heed(request)
        return self._to("") if self._visit.holds_something else self._page("deleted")

    async def quit(self, request: Request) -> Response:
        await self._form(request)
        self._visit.wipe()
        page = self._page("ended")
        page.background = BackgroundTask(self._quit)
        return page

    async def wrong(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 400
        reason = "form" if status in (400, 403) else "path"
        return self._wrong(request, status, reason)

    async def failed(self, request: Request, error: Exception) -> Response:
        # Kind and words of the error stay here: they may hold words of a document.
        return self._wrong(request, 500, "failed")

    def _wrong(self, request: Request, status: int, reason: str) -> Response:
        if request.url.path.startswith(f"{self._access.room}/"):
            return self._page("wrong", status, reason=reason)
        # Whoever asks for this was not asked for a key: neither is one told.
        return self.pages.page("wrong", self.language, status, reason=reason)

    def _not_checked(self, error: Exception | None) -> Response:
        if isinstance(error, DocscheckError):
            say = Speaker().sentence
            problem, advice = (
                say(f"error.{error.sentence}{part}", error.params, self.language)
                for part in ("", ".advice")
            )
            return self._page("not_checked", problem=problem, advice=advice)
        return self._page("not_checked", problem="", advice="")

    def _asked(self) -> tuple[str, ...]:
        visit = self._visit
        report = visit.checked.report if visit.checked else None
        return put(visit.answers, visit.setting.rulebook, visit.setting.day, report)

    def _heed(self, request: Request) -> None:
        """Note the visit, and a language that was chosen."""
        self._visit.use()
        chosen = request.query_params.get("lang", "")
        if chosen in LANGUAGES:
            self._visit.language = chosen

    async def _form(self, request: Request) -> Mapping[str, str]:
        self._visit.use()
        form = await request.form(max_files=0, max_fields=20)
        told = {name: value for name, value in form.items() if isinstance(value, str)}
        if not self._access.is_form_key(told.get(KEY, "")):
            raise HTTPException(403)
        return told

    def _page(self, name: str, status: int = 200, **shown: Any) -> Response:
        return self.pages.page(
            name,
            self.language,
            status,
            inside=name != "ended",
            holds_something=self._visit.holds_something,
            **shown,
        )

    def _to(self, path: str) -> Response:
        return RedirectResponse(f"{self._access.room}/{path}", 303)


def _json(told: Mapping[str, object]) -> Response:
    return Response(one_line(told), media_type="application/json")
