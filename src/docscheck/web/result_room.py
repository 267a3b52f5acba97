"""Where the reading is followed and its result shown: answer, report and the files to upload."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from docscheck.errors import DocscheckError
from docscheck.messages import Speaker
from docscheck.reporters.answer import answer
from docscheck.reporters.json_text import one_line
from docscheck.web.access import REPORT_POLICY
from docscheck.web.asking import left_open
from docscheck.web.bundle_words import told
from docscheck.web.desk import Desk
from docscheck.web.report_page import manner_of
from docscheck.web.visit import Checked
from docscheck.web.work import Work


class ResultRoom:
    """One method a path."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._visit = desk.visit

    def routes(self) -> list[Route]:
        return [
            Route("/checking", self.checking),
            Route("/progress", self.progress),
            Route("/stop", self.stop, methods=["POST"]),
            Route("/result", self.result),
            Route("/report", self.report),
            Route("/prepare", self.prepare, methods=["POST"]),
            Route("/files.zip", self.bundle),
        ]

    def checking(self, request: Request) -> Response:
        self._desk.heed(request)
        work = self._visit.preparation or self._visit.check
        if work is None:
            return self._desk.to("")
        if work.ended.is_set():
            return self._desk.to("result")
        kind = "checking" if work is self._visit.check else "preparing"
        return self._desk.page("checking", kind=kind, work=work, said=self._said(work))

    def progress(self, request: Request) -> Response:
        self._visit.use()
        work = self._visit.preparation or self._visit.check
        if work is None:
            return _json({"ended": True})
        return _json(
            {
                "ended": work.ended.is_set(),
                "read": [n for n, path in enumerate(work.files) if path in work.read],
                "done": work.done,
                "total": work.total,
                "said": self._said(work),
            }
        )

    async def stop(self, request: Request) -> Response:
        await self._desk.form(request)
        await run_in_threadpool(self._visit.forget_result)
        return self._desk.to("")

    def result(self, request: Request) -> Response:
        self._desk.heed(request)
        work, checked = self._visit.check, self._visit.checked
        if work is None:
            return self._desk.to("")
        if self._visit.is_busy:
            return self._desk.to("checking")
        return self._not_checked(work.error) if checked is None else self._checked(checked)

    def report(self, request: Request) -> Response:
        self._visit.use()
        checked = self._visit.checked
        if checked is None:
            return self._desk.to("")
        path = self._visit.report_page(checked, self._desk.language)
        name = "docscheck.html" if "save" in request.query_params else None
        headers = {"content-security-policy": REPORT_POLICY}
        return FileResponse(path, media_type="text/html", headers=headers, filename=name)

    async def prepare(self, request: Request) -> Response:
        await self._desk.form(request)
        self._visit.start_preparation()
        return self._desk.to("checking")

    def bundle(self, request: Request) -> Response:
        self._visit.use()
        bundle = self._visit.bundle
        if bundle is None:
            return self._desk.to("")
        path = bundle.archive
        return FileResponse(path, media_type="application/zip", filename=path.name)

    def _said(self, work: Work[Any]) -> str:
        """Say how far it is; what is made is read again at the end."""
        key = "count" if work is self._visit.check else "again" if work.total else "making"
        params = {"done": work.done, "total": work.total}
        return Speaker().sentence(f"web.checking.{key}", params, self._desk.language)

    def _checked(self, checked: Checked) -> Response:
        visit = self._visit
        manner = manner_of(checked.rulebook, self._desk.language)
        return self._desk.page(
            "result",
            verdict=checked.report.verdict.value,
            answer=answer(checked.report, manner),
            open_questions=left_open(checked.report, visit.answers),
            bundle=told(visit.bundle.prepared, manner) if visit.bundle else None,
            not_prepared=visit.preparation is not None and visit.bundle is None,
        )

    def _not_checked(self, error: Exception | None) -> Response:
        if not isinstance(error, DocscheckError):
            return self._desk.page("not_checked", problem="", advice="")
        problem, advice = (
            Speaker().sentence(f"error.{error.sentence}{part}", error.params, self._desk.language)
            for part in ("", ".advice")
        )
        return self._desk.page("not_checked", problem=problem, advice=advice)


def _json(told: dict[str, object]) -> Response:
    return Response(one_line(told), media_type="application/json")
