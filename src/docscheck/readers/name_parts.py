"""Surname and given names of a name in one string, where capitals tell them apart.

Question: which words are the surname? French papers, and forms of many states, print it in capitals
(`DUPONT Jean`, `Lars van den BROECK`). A name all in capitals, or in none, does not tell its parts:
the order is no proof, as both orders are in use. Source: usage of the administration, circular of
28 October 2011 (surname in capitals).
"""

from __future__ import annotations

from docscheck.readers.passage import fold
from docscheck.readers.person_names import PARTICLES

_FEW_SMALL = 2
"""Small letters a surname in capitals may hold: `McALLISTER`, `MacLEOD`."""


def split(name: str) -> tuple[str, str] | None:
    """Return surname and given names; `None` where capitals do not tell.

    >>> split("Lars van den BROECK"), split("EL ALAMI Fatima Zahra"), split("LI NA")
    (('van den BROECK', 'Lars'), ('EL ALAMI', 'Fatima Zahra'), None)
    """
    words = name.split()
    loud = [i for i, word in enumerate(words) if _is_loud(word)]
    if not loud or len(loud) == len(words):
        return None
    first, last = loud[0], loud[-1] + 1
    if any(not _is_particle(words[i]) for i in range(first, last) if i not in loud):
        return None
    while first > 0 and _is_particle(words[first - 1]):
        first -= 1
    given = words[:first] + words[last:]
    if not given or (first > 0 and last < len(words)):
        return None
    return " ".join(words[first:last]), " ".join(given)


def _is_loud(word: str) -> bool:
    small = sum(map(str.islower, word))
    capitals = sum(map(str.isupper, word))
    return capitals > 1 and (small == 0 or (small <= _FEW_SMALL and capitals > 2 * small))


def _is_particle(word: str) -> bool:
    return fold(word) in PARTICLES
