"""Write docscheck(1) from what the commands say of themselves.

`python -m measure.man_page` writes `man/docscheck.1` and `man/fr/docscheck.1`, which the wheel puts
where man(1) looks. The words of commands and options are those of `--help`; what only a manual has
stands below. The language of `--help` is chosen when it is loaded, hence one process for each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = {"en": ROOT / "man" / "docscheck.1", "fr": ROOT / "man" / "fr" / "docscheck.1"}
"""Language -> where its page lies."""
_LOCALES = {"en": "C.UTF-8", "fr": "fr_FR.UTF-8"}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "manual": "User commands",
        "name": "NAME",
        "brief": "check documents before they are uploaded to the French student health insurance",
        "synopsis": "SYNOPSIS",
        "arguments": "options and arguments",
        "description": "DESCRIPTION",
        "commands": "COMMANDS",
        "environment": "ENVIRONMENT",
        "locale": "The language, where --lang is not given: French where it begins with fr, "
        "else English.",
        "no_color": "Where it is set, terminals show no colours.",
        "tessdata": "Another folder for the language data of Tesseract.",
        "files": "FILES",
        "written": "docscheck writes no file but those that are named on the command line, "
        "each readable by its owner only. The folder that is checked is never written to. There is "
        "neither a cache nor a file of settings.",
        "examples": "EXAMPLES",
        "check": "Is this folder ready?",
        "watch": "The same, again at each change while one scans:",
        "prepare": "The files to upload, in a new folder:",
        "see": "SEE ALSO",
        "folder": "my_documents",
        "out": "to_upload",
        "required": "[required]",
        "default": "[default: ",
    },
    "fr": {
        "manual": "Commandes",
        "name": "NOM",
        "brief": "vérifie des documents avant leur dépôt sur le portail étudiant de l'Assurance "
        "Maladie",
        "synopsis": "SYNOPSIS",
        "arguments": "options et arguments",
        "description": "DESCRIPTION",
        "commands": "COMMANDES",
        "environment": "ENVIRONNEMENT",
        "locale": "La langue, si --lang n'est pas donnée : le français si elle commence par fr, "
        "sinon l'anglais.",
        "no_color": "Si elle est définie, pas de couleurs dans le terminal.",
        "tessdata": "Un autre dossier pour les données de langue de Tesseract.",
        "files": "FICHIERS",
        "written": "docscheck n'écrit que les fichiers nommés sur la ligne de commande, lisibles "
        "par leur seul propriétaire. Rien n'est écrit dans le dossier vérifié. Il n'y a ni cache "
        "ni fichier de réglages.",
        "examples": "EXEMPLES",
        "check": "Ce dossier est-il prêt ?",
        "watch": "La même chose, à chaque changement pendant qu'on numérise :",
        "prepare": "Les fichiers à déposer, dans un nouveau dossier :",
        "see": "VOIR AUSSI",
        "folder": "mes_documents",
        "out": "a_deposer",
        "required": "[obligatoire]",
        "default": "[par défaut : ",
    },
}
_BRACES = str.maketrans("", "", "{}")
_REQUIRED, _DEFAULT = "[required]", "[default: "
"""As Typer writes them."""


def page(language: str) -> str:
    """Give a whole page, written by a process of its own that speaks this language."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "COLUMNS"))}
    done = subprocess.run(
        [sys.executable, "-m", "measure.man_page", "--language", language],
        capture_output=True,
        encoding="utf-8",
        env={**kept, "LC_ALL": _LOCALES[language], "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        check=True,
    )
    return done.stdout


def _lines(language: str) -> Iterator[str]:
    import typer

    from docscheck import __version__
    from docscheck.cli import app
    from docscheck.rulebook.load import load

    words = _WORDS[language]
    command: Any = typer.main.get_command(app)
    context = typer.Context(command, info_name="docscheck")
    edition = load(None).edition
    yield f'.TH DOCSCHECK 1 "{edition}-01" "docscheck {__version__}" "{_plain(words["manual"])}"'
    yield ".nh"
    yield f".SH {words['name']}"
    yield rf"docscheck \- {_plain(words['brief'])}"
    yield f".SH {words['synopsis']}"
    yield r".B docscheck"
    yield rf"\fI{words['commands'].lower().rstrip('s')}\fR [{words['arguments']}]"
    yield f".SH {words['description']}"
    yield _plain(command.help)
    yield f".SH {words['commands']}"
    for name, one in command.commands.items():
        yield from _command(name, one, context, words)
    yield from _rest(words)


def _command(
    name: str, command: Any, above: Any, words: Mapping[str, str], group: str = ""
) -> Iterator[str]:
    import typer

    context = typer.Context(command, info_name=name, parent=above)
    if hasattr(command, "commands"):
        for below, one in command.commands.items():
            yield from _command(below, one, context, words, f"{name} ")
        return
    pieces = " ".join(command.collect_usage_pieces(context)).translate(_BRACES)
    yield f'.SS "docscheck {group}{name} {_plain(pieces)}"'
    yield _plain(command.help)
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record is not None:
            yield ".TP"
            yield rf"\fB{_plain(record[0])}\fR"
            yield _plain(
                record[1].replace(_REQUIRED, words["required"]).replace(_DEFAULT, words["default"])
            )
    if command.epilog:
        yield ".PP"
        yield _plain(command.epilog)


def _rest(words: Mapping[str, str]) -> Iterator[str]:
    yield f".SH {words['environment']}"
    for names, key in (
        ("LC_ALL, LC_MESSAGES, LANG", "locale"),
        ("NO_COLOR", "no_color"),
        ("TESSDATA_PREFIX", "tessdata"),
    ):
        yield from (".TP", rf"\fB{names}\fR", _plain(words[key]))
    yield from (f".SH {words['files']}", _plain(words["written"]))
    yield f".SH {words['examples']}"
    folder, out = words["folder"], words["out"]
    for key, typed in (
        ("check", f"docscheck check {folder}"),
        ("watch", f"docscheck watch {folder}"),
        ("prepare", f"docscheck prepare {folder} --out {out}"),
    ):
        yield from (".TP", _plain(words[key]), rf"\fB{_plain(typed)}\fR")
    yield from (f".SH {words['see']}", r"\fBtesseract\fR(1)")


def _plain(text: str) -> str:
    r"""Give text that roff prints as it is.

    >>> _plain(r"--out C:\folder"), _plain(".zip")
    ('\\-\\-out C:\\efolder', '\\&.zip')
    """
    text = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    text = text.replace("'", r"\(aq").replace("`", r"\(ga").replace("^", r"\(ha")
    text = text.replace("~", r"\(ti")
    return rf"\&{text}" if text.startswith(".") else text


def main() -> int:
    """Write both pages, or one to the screen."""
    parser = argparse.ArgumentParser(prog="python -m measure.man_page", description=__doc__)
    parser.add_argument("--language", choices=sorted(PAGES))
    given = parser.parse_args()
    if given.language:
        sys.stdout.write("".join(f"{line}\n" for line in _lines(given.language)))
        return 0
    for language, place in PAGES.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(page(language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
