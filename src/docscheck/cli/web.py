"""`docscheck web`: the same check on a page of this computer, for people who use no terminal."""

from __future__ import annotations

import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from docscheck.cli.answers import typed_day
from docscheck.cli.check import Engine
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import tell, written
from docscheck.cli.words import help_of
from docscheck.errors import ComponentMissingError

_DATE = "YYYY-MM-DD"
_NEEDED = ("starlette", "uvicorn", "python_multipart")
_LEAST_PORT, _LAST_PORT = 1024, 65_535


def web(
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    port: Annotated[
        int | None, typer.Option(min=_LEAST_PORT, max=_LAST_PORT, help=help_of("web_port"))
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help=help_of("web_no_open"))] = False,
    today: Annotated[str | None, typer.Option(metavar=_DATE, help=help_of("today"))] = None,
    rules: Annotated[Path | None, typer.Option(readable=False, help=help_of("rules"))] = None,
    ocr: Annotated[Engine, typer.Option(help=help_of("ocr"))] = Engine.AUTO,
    jobs: Annotated[int | None, typer.Option(min=1, help=help_of("jobs"))] = None,
) -> None:
    """Answer a page on 127.0.0.1 until it is ended there, or here with Ctrl-C."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise ComponentMissingError("web_missing")
    from docscheck.check import Options
    from docscheck.rulebook.load import load
    from docscheck.web.service import Service
    from docscheck.web.visit import Setting
    from docscheck.worker.protocol import Pictures

    language = (lang or default_language()).value
    rulebook = load(rules)
    setting = Setting(
        Options(rules=rules, engine=ocr.value, jobs=jobs, pictures=Pictures.MASKED),
        rulebook,
        rulebook.portal.limits,
        time.monotonic,
        typed_day(today, "--today"),
    )
    with Service(setting, language, port or 0) as service:
        _announce(service.address, language, not no_open)
        # The way to end it from here: not an interruption of anything.
        with suppress(KeyboardInterrupt):
            service.wait()
    _say("web.ended_here", language)


def _announce(address: str, language: str, open_: bool) -> None:
    import webbrowser

    _say("web.open_here" if not open_ else "web.opened", language)
    with written(None) as out:
        tell([f"  {address}"], out)
    _say("web.how_to_end", language)
    if open_:
        webbrowser.open(address)


def _say(key: str, language: str) -> None:
    from docscheck.messages import Speaker

    with written(None) as out:
        tell([Speaker().sentence(key, {}, language)], out)
