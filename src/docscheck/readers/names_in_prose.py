"""The people whom the sentences of a letter are about: a student, the holders of an account.

Question: which name stands where a letter names its person? A certificate says `certifie que
Monsieur Jean DUPONT, né le ...`, `nous attestons que LI Na (date de naissance : ...) figure parmi
les étudiants`, `Ms Jane DOE is enrolled`; a bank `account held in the name of ...`, `références du
compte de M. ...`. The words around a name are few and alike everywhere, sentences are not: the
name after a declaration, before a birth, before a verb of study. Sources: letters of French
universities, schools and banks, and their English versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docscheck.readers.name_runs import Run, run_after, run_before
from docscheck.readers.passage import Passage, fold
from docscheck.readers.sheet import Sheet

_ROLE = (
    r"(?:(?:l'|the |un |une )?(?:etudiant(?:\(e\)|e)?|eleve|student|apprenant)\b[ ,:]*"
    r"(?:nomme\w*|named)?\s*[:,]?\s*)?"
)
_DECLARED = re.compile(
    r"\b(?:certif\w*|attest\w*|confirm\w*|declar\w*|stat(?:e|es|ed)|soussigne\w*)\b[^.;]{0,120}?"
    rf"(?:\b(?:que|that)\b|\bqu')\s*(?:ci-apres\s*)?[:,]?\s*{_ROLE}"
)
_OF_STUDENT = re.compile(
    r"\b(?:scolarite|inscription|situation|statut|enrolment|enrollment|registration|status)"
    r" (?:de|of)(?: (?:l'|the )(?:etudiante?|student))?\s*:?\s+"
    r"|\b(?:delivree? a|remise? a|issued to|student named|etudiante? nommee?|concerne|concerning)"
    r"\s*:?\s+"
)
_BIRTH = re.compile(
    r"(?<![\s,;(–\-])[\s,;(–\-]*+\b(?:nee?(?:\s?\(e\))?\s+(?:le|en|a|the)\b|ne\s?\(e\)|born\b"
    r"|date de naissance|date of birth|birth date|d\.?o\.?b\b|de nationalite|of \w+ nationality)"
)
_STUDIES = re.compile(
    r"(?<![\s,])[\s,]++(?:est|is|a ete|has been|was|figure|frequente|poursuit|suit|compte"
    r"|attends)\b[^.]{0,60}?(?:inscri|enrol|regist|etudiant|student|effectif|cours|etudes|scolari|studies|formation)"
)
_LABELLED = re.compile(
    r"(?:\bpr[ée]noms?|\bprenom\(s\)|\bnames?|\bname\(s\)|\bnoms?|\bnom\(s\)|\bforenames?|usage"
    r"|naissance)\s*+(?:[:.]\s*+)?$"
)
"""What stands before half a name: the other half has a label of its own."""
_HELD_BY = re.compile(
    r"\b(?:au nom de|in the name of|in name of|held by|owned by|belongs to|appartient a|detenu par"
    r"|appartenant a|ouvert par|opened by|a nombre de|em nome de|intestato a|auf den namen)\s*:?\s+"
)
_OF_ACCOUNT = re.compile(
    r"\b(?:comptes? (?:bancaires? )?de|account of|account details of|on behalf of"
    r"|references? (?:bancaires? )?de|coordonnees (?:bancaires )?de|ouvert pour)\s*:?\s+"
)
"""Words that other things follow as well (`compte de chèques`): a title must prove the person."""


def student(sheet: Sheet) -> Iterator[tuple[Passage, Run]]:
    """Yield whom an enrolment paper declares to be a student."""
    for passage in sheet.passages:
        text = fold(passage.text)
        for words in (_DECLARED, _OF_STUDENT):
            for match in words.finditer(text):
                yield from _whole(passage, run_after(passage.text, match.end()))
        for words in (_BIRTH, _STUDIES):
            for match in words.finditer(text):
                run = run_before(passage.text, match.start())
                if run is not None and not _LABELLED.search(text, 0, run.start):
                    yield from _whole(passage, run)


def account_holder(sheet: Sheet) -> Iterator[tuple[Passage, Run]]:
    """Yield in whose name a bank says an account is."""
    for passage in sheet.passages:
        text = fold(passage.text)
        for match in _HELD_BY.finditer(text):
            yield from _whole(passage, run_after(passage.text, match.end()))
        for match in _OF_ACCOUNT.finditer(text):
            run = run_after(passage.text, match.end())
            if run is not None and run.titled:
                yield passage, run


def _whole(passage: Passage, run: Run | None) -> Iterator[tuple[Passage, Run]]:
    if run is not None and run.is_whole:
        yield passage, run
