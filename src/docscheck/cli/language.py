"""Which language to speak: `--lang` if it was typed, else the one of this computer, else English.

The words of the command line are asked for before Typer has read the arguments (`--help`, errors),
so `--lang` is looked for here in the arguments as they were typed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

_OPTION = "--lang"


class Language(StrEnum):
    """The languages docscheck speaks: `languages.LANGUAGES`, which a test holds to be the same."""

    FR = "fr"
    EN = "en"
    ES = "es"
    ZH = "zh"
    AR = "ar"


_NAMES = {
    **{language.value: language for language in Language},
    "french": Language.FR,
    "spanish": Language.ES,
    "chinese": Language.ZH,
    "arabic": Language.AR,
}
"""First words of the names of locales: of POSIX (`zh_CN.UTF-8`), of Windows (`Spanish_Mexico`)."""


def default_language(arguments: Sequence[str] | None = None) -> Language:
    """Choose the language; `arguments` are those of this process unless given."""
    return _typed(sys.argv[1:] if arguments is None else arguments) or _of_the_environment()


def _typed(arguments: Sequence[str]) -> Language | None:
    for word, following in pairwise([*arguments, ""]):
        option, _, value = word.partition("=")
        if option == _OPTION and (value or following) in tuple(Language):
            return Language(value or following)
    return None


def _of_the_environment() -> Language:
    """Read the language of the environment, in the order of POSIX (locale(7))."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return _named(value)
    return _of_the_system()


def _of_the_system() -> Language:
    """Windows sets no such variable; its own setting is asked."""
    import locale

    try:
        return _named(locale.getlocale()[0] or "")
    except ValueError:
        return Language.EN


def _named(locale_name: str) -> Language:
    first = re.match("[a-z]*", locale_name.lower())
    return _NAMES.get(first.group() if first else "", Language.EN)
