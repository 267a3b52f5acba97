"""Which column of a list is what? Its first row in, the place of each meaning out.

Heads are known in French and English, whatever their case, accents and signs; others are named by a
small TOML file (`--roster-columns`): a meaning of `MEANINGS`, and the head that stands for it.
Columns of other heads are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import tomli

from docscheck.errors import UsageError
from docscheck.readers.passage import fold

_HEADS = {
    "folder": "folder|dossier|répertoire|nom du dossier|folder name",
    "id": "id|identifiant|numéro étudiant|n° étudiant|no étudiant|num étudiant|numéro d'étudiant"
    "|code étudiant|matricule|student id|student number|student no",
    "name": "name|full name|nom complet|nom et prénom|nom prénom|nom prénoms|prénom et nom"
    "|prénom nom|nom et prénoms|étudiant|student|student name",
    "surname": "surname|last name|family name|nom|nom de famille|nom de naissance",
    "given_names": "given names|given name|first name|first names|forename|prénom|prénoms",
    "birth_date": "birth date|date of birth|dob|birthdate|born|date de naissance|né le"
    "|née le|né(e) le|naissance",
    "nationality": "nationality|nationalité|citizenship|country of nationality|pays de nationalité",
    "situation": "situation|status|statut|régime|profil",
    "email": "email|e-mail|mail|courriel|adresse mail|adresse e-mail|adresse électronique"
    "|email address|mél",
}
MEANINGS = tuple(_HEADS)
KEYS = ("folder", "id")
_MAX_BYTES = 100_000

Columns = Mapping[str, int]
"""Meaning -> place in a row, from 0."""


def find_columns(file: str, heads: Sequence[str], named: Mapping[str, str]) -> Columns:
    """Find the columns of a list.

    Args:
        file: name of the list, for errors.
        heads: its first row.
        named: meaning -> head, over what is known.

    Raises:
        UsageError: no column tells the folder, two have one meaning, or a head that was named is
            not there.
    """
    plain = [_plain(head) for head in heads]
    found: dict[str, int] = {}
    for meaning in MEANINGS:
        wanted = {_plain(named[meaning])} if meaning in named else _known(meaning)
        places = [n for n, head in enumerate(plain) if head and head in wanted]
        if meaning in named and not places:
            nearest = get_close_matches(named[meaning], heads, n=3, cutoff=0)
            params = {"file": file, "head": named[meaning], "nearest": ", ".join(nearest)}
            raise UsageError("roster_head", params)
        if len(places) > 1:
            both = ", ".join(heads[place] for place in places)
            raise UsageError("roster_heads", {"file": file, "heads": both})
        if places:
            found[meaning] = places[0]
    if not found.keys() & set(KEYS):
        shown = ", ".join(filter(None, heads))
        raise UsageError("roster_no_folder", {"file": file, "heads": shown})
    return found


def load_names(path: Path, root: Path | None) -> Mapping[str, str]:
    """Read the file that names columns.

    Raises:
        UsageError: it cannot be read, lies in `root`, or names something else.
    """
    if root is not None and path.resolve().is_relative_to(root.resolve()):
        raise UsageError("roster_inside", {"file": path.name})
    try:
        data = path.read_bytes()
        table = tomli.loads(data[:_MAX_BYTES].decode())
    except OSError as error:
        params = {"file": path.name}
        raise UsageError("roster_closed", params, error.strerror or "") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("roster_syntax", {"file": path.name}, str(error)) from error
    for key, head in table.items():
        if key not in MEANINGS or not isinstance(head, str):
            params = {"file": path.name, "key": key, "names": ", ".join(MEANINGS)}
            raise UsageError("roster_meaning", params)
    return table


def _known(meaning: str) -> set[str]:
    return {_plain(head) for head in _HEADS[meaning].split("|")}


def _plain(head: str) -> str:
    return re.sub(r"[^\w]", "", fold(head))
