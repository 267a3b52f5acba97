"""Which language to speak: the option, else the one of this computer, else English."""

from __future__ import annotations

import os
from enum import StrEnum


class Language(StrEnum):
    """The languages docscheck speaks."""

    FR = "fr"
    EN = "en"


def default_language() -> Language:
    """Read the language of the environment, in the order of POSIX (locale(7))."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return Language.FR if value.lower().startswith("fr") else Language.EN
    return _of_the_system()


def _of_the_system() -> Language:
    """Windows sets no such variable; its own setting is asked."""
    import locale

    try:
        name = locale.getlocale()[0] or ""
    except ValueError:
        return Language.EN
    return Language.FR if name.lower().startswith("fr") else Language.EN
