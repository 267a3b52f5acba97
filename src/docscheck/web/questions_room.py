"""Where the four questions are put, one a page; the last one begins the check."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from docscheck.web.asking import QUESTIONS, choices, is_answer, put
from docscheck.web.desk import Desk


class QuestionsRoom:
    """One method a path."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._visit = desk.visit

    def routes(self) -> list[Route]:
        return [
            Route("/questions/{name}", self.question),
            Route("/questions/{name}", self.answer, methods=["POST"]),
        ]

    def question(self, request: Request) -> Response:
        self._desk.heed(request)
        name, asked, visit = request.path_params["name"], self._asked(), self._visit
        if not visit.drawer.files or visit.is_busy:
            return self._desk.to("")
        if name not in asked:
            return self._desk.to(f"questions/{asked[0]}")
        number, language = asked.index(name), self._desk.language
        return self._desk.page(
            "question",
            question=name,
            number=number + 1,
            count=len(asked),
            back=f"questions/{asked[number - 1]}" if number else "",
            is_last=number + 1 == len(asked),
            answer=visit.answers.get(name, ""),
            choices=choices(name, visit.answers, visit.setting.rulebook, language),
        )

    async def answer(self, request: Request) -> Response:
        form = await self._desk.form(request)
        name, value, visit = request.path_params["name"], form.get("answer", ""), self._visit
        if name not in QUESTIONS or not visit.drawer.files or visit.is_busy:
            return self._desk.to("")
        if is_answer(name, value, self._desk.language):
            visit.answers[name] = value
        else:
            visit.answers.pop(name, None)
        # Which questions follow depends on this answer.
        later = QUESTIONS[QUESTIONS.index(name) + 1 :]
        following = [question for question in self._asked() if question in later]
        if following and "check" not in form:
            return self._desk.to(f"questions/{following[0]}")
        visit.start_check()
        return self._desk.to("checking")

    def _asked(self) -> tuple[str, ...]:
        setting, checked = self._visit.setting, self._visit.checked
        report = checked.report if checked else None
        return put(self._visit.answers, setting.rulebook, setting.day, report)
