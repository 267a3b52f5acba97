"""Whose part of a form is this? The child's and the parent's are headed, their labels are not.

`Nom :`, `Né(e) le :` stand twice on an authorisation, once under `LE REPRÉSENTANT LÉGAL` and once
under `L'ÉLÈVE`. A heading is a cell of nothing but such words; the nearest one above holds.
Source: model forms of town halls and universities (`domain.md` §1.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from docscheck.readers.cells import Cell
from docscheck.readers.passage import fold

_WORDS = re.compile(r"[^\W\d_]+")


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CHILD = _set_of(
    """
    enfant enfants eleve mineur mineure fils fille etudiant etudiante pupille interesse interessee
    child minor student pupil son daughter ward nino nina hijo hija menor alumno alumna kind sohn
    tochter schuler minderjahrige minderjahrigen figlio figlia minore studente filho filha aluno
    aluna leerling zoon dochter dziecko copil cocuk ogrenci الابن الابنة القاصر الطفل
    """
)
_PARENT = _set_of(
    """
    parent parents pere mere tuteur tutrice representant representante representants responsable
    responsables soussigne soussignee guardian guardians father mother undersigned padre madre tutor
    tutora padres vater mutter eltern elternteil erziehungsberechtigte erziehungsberechtigter
    genitore genitori pai mae ouder voogd rodzic veli الأب الأم الولي
    """
)
_FILLER = _set_of(
    """
    l le la les d de du des un une the of a an au aux et ou and or e identite informations
    information renseignements coordonnees concernant relatives relatif sur details particulars
    about votre mon ma notre son sa your my el los datos del angaben zum zur der des das dati dados
    legal legale legaux legales concerne concernee nomme nommee designe designee i je moi partie
    part section cadre bloc
    """
)
_LONGEST = 9


class Section(StrEnum):
    """Whose part of a form."""

    CHILD = "child"
    PARENT = "parent"


def section_of(cell: Cell, cells: Sequence[Cell]) -> Section | None:
    """Give the part a cell stands in: that of the nearest heading above it, in its column."""
    over = [
        (other.box.top, section)
        for other in cells
        if other is not cell
        and other.box.bottom <= cell.box.top + cell.height / 2
        and other.box.left < cell.box.right
        and (section := heads(other.text)) is not None
    ]
    return max(over, default=(0.0, None))[1]


def heads(text: str) -> Section | None:
    """Tell whose part a cell opens, if it is a heading.

    >>> heads("2. IDENTITÉ DE L'ENFANT :"), heads("Père / mère / tuteur"), heads("Mère : Ana LIMA")
    (<Section.CHILD: 'child'>, <Section.PARENT: 'parent'>, None)
    """
    words = _WORDS.findall(fold(text))
    known = all(word in _CHILD or word in _PARENT or word in _FILLER for word in words)
    if not known or len(words) > _LONGEST:
        return None
    if any(word in _PARENT for word in words):
        return Section.PARENT
    return Section.CHILD if any(word in _CHILD for word in words) else None
