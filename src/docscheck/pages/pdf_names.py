"""How a name in a PDF is spelt: the one way to compare what a stranger wrote."""

from __future__ import annotations


def name_of(value: object) -> str:
    """Spell a name with its slash; empty where its bytes are no UTF-8, which any are allowed to be
    (ISO 32000-2, 7.3.5) and which no name that means anything here is.
    """
    try:
        return str(value)
    except UnicodeDecodeError:
        return ""
