"""`docscheck inspect FILE`: what was read in one file, where, and why it was taken for that."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docscheck.cli.answers import typed_day
from docscheck.cli.check import FAILED, Engine, manner_of
from docscheck.cli.formats import Format
from docscheck.cli.language import Language, default_language
from docscheck.cli.output import refuse_inside, refuse_rules_inside, remark, written
from docscheck.cli.words import help_of
from docscheck.errors import UsageError
from docscheck.losses import Trouble
from docscheck.reporters.amount import Amount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docscheck.document import ExaminedFile, PagePicture

_UNREAD = 1
_ANY = "page.png"


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help=help_of("file"))],
    lang: Annotated[Language | None, typer.Option(help=help_of("lang"))] = None,
    format_: Annotated[Format, typer.Option("--format", help=help_of("format"))] = Format.TERMINAL,
    pictures: Annotated[
        Path | None, typer.Option(metavar="DIR", readable=False, help=help_of("pictures"))
    ] = None,
    today: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help=help_of("today"))] = None,
    rules: Annotated[Path | None, typer.Option(readable=False, help=help_of("rules"))] = None,
    ocr: Annotated[Engine, typer.Option(help=help_of("ocr"))] = Engine.AUTO,
    show_values: Annotated[
        bool, typer.Option("--show-values", help=help_of("show_values"))
    ] = False,
) -> None:
    """Say what was read in one file; nothing is judged."""
    from docscheck.check import Options, Session
    from docscheck.reporters import inspection_to_json, inspection_to_terminal
    from docscheck.worker.protocol import Pictures

    language = lang or default_language()
    day = typed_day(today, "--today") or date.today()
    refuse_rules_inside(rules, file)
    if pictures is not None:
        refuse_inside(pictures / _ANY, file.parent, "--pictures")
    wanted = Pictures.PLAIN if show_values else Pictures.MASKED
    options = Options(
        rules=rules,
        engine=ocr.value,
        jobs=1,
        alone=True,
        pictures=wanted if pictures is not None else Pictures.NONE,
        boxes=True,
    )
    with Session(day, options) as session:
        found = session.inspect(file)
        drawn = session.pictures
        manner = manner_of(session.rulebook, language, show_values, Amount.USUAL)
    form = inspection_to_json if format_ is Format.JSON else inspection_to_terminal
    with written(None) as out:
        form.write(found, out, manner)
    if pictures is not None:
        try:
            names = tuple(_write(found, drawn, pictures))
        except OSError as error:
            raise UsageError("output", {"path": str(pictures)}, error.strerror or "") from error
        remark([manner.speaker.sentence("inspect.written", {"paths": names}, language.value)])
    trouble = found.examined.trouble
    if trouble is not None:
        raise typer.Exit(FAILED if trouble is Trouble.CRASH else _UNREAD)


def _write(
    file: ExaminedFile, drawn: Mapping[str, tuple[PagePicture, ...]], folder: Path
) -> list[str]:
    """Write the pictures, for their owner only; give their names."""
    from docscheck.whole_file import write_whole

    stem = Path(file.file.path).stem
    names = []
    for picture in drawn.get(file.file.path, ()):
        name = f"{stem}-{picture.page}.png"
        write_whole(folder / name, picture.data)
        names.append(name)
    return names
