"""The labels printed on the papers of this procedure, so that no label is taken for a value.

The words are those of the forms themselves: passports (ICAO 9303-4 clause 4.1.1, English, French,
Spanish), EHIC (decision S2 of 12 June 2009), CIEC multilingual extracts, French civil-status
records, bank papers and enrolment certificates. A label is compared letter by letter, blanks left
out, so that `N om` and `NOM` are recognised, and also with its accented letters lost (`Prnom`), as
bad text layers have it. One slip is allowed in long labels only: `Marie` must not become
`Mairie`, nor `Anne` `Année`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from docscheck.readers.passage import fold

KNOWN = tuple(
    label
    for line in """
    nom|noms|nom de famille|nom de naissance|nom d'usage|nom usuel|nom d'epoux|nom marital
    nom patronymique|nom et prenom|nom et prenoms|nom prenom|nom prenoms|nom(s) et prenom(s)
    prenom et nom|prenoms et nom|prénom|prénoms|prénom(s)|autres prenoms|prenom usuel|nom complet
    nom de l'etudiant|prenom de l'etudiant|nom du titulaire|titulaire|titulaire du compte
    titulaire(s) du compte|intitule du compte|nom du pere|nom de la mere|prenom du pere
    prenoms du pere|prenom de la mere|prenoms de la mere|nom de jeune fille|pere|mere|parents
    filiation|fils de|fille de|conjoint|epoux|epouse|date de naissance|ne(e) le|nee le|ne le
    ne (e) le|lieu de naissance|date et lieu de naissance|ville de naissance|pays de naissance
    departement de naissance|commune de naissance|naissance|nationalite|sexe|taille
    couleur des yeux|domicile|residence|adresse|adresse fiscale|profession|date de delivrance
    delivre le|date d'expiration|date d'expiration du document|expire le|valable jusqu'au
    valable du|valable jusqu'a|fin de validite|valide jusqu'au|date limite de validite|autorite
    autorite de delivrance|lieu de delivrance|lieu d'emission|signature|signature du titulaire
    passeport n|numero de passeport|numero du document|numero|n de visa|numero de visa
    numero etranger|numero d'etranger|type|code du pays|code de l'etat|etat emetteur|categorie
    type de visa|remarques|nombre d'entrees|duree du sejour|duree de sejour|observations
    motif du sejour|au|du|entrees|numero etudiant|n etudiant|numero d'etudiant|no etudiant
    n d'etudiant|ine|n ine|numero ine|bea|identifiant|identifiant national|code ine
    annee universitaire|annee scolaire|annee|formation|diplome|composante|etablissement|etape
    regime|regime d'inscription|inscription|statut|cursus|mention|parcours|code banque
    code guichet|code etablissement|code agence|numero de compte|n de compte|n compte|cle|cle rib
    domiciliation|iban|bic|code bic|code swift|swift|banque|guichet|agence|devise|telephone|tel
    courriel|email|e-mail|fax|date|fait a|fait le|lieu|le|reference|objet|civilite|acte n
    acte numero|acte de naissance n|heure|officier de l'etat civil|mairie|commune
    mentions marginales|surname|surname(s)|name|names|full name|first name|first names|given name
    given names|given name(s)|forename|forenames|forename(s)|last name|family name|middle name
    maiden name|birth name|other names|date of birth|place of birth|country of birth|birth date
    birthplace|nationality|citizenship|sex|gender|height|date of issue|date of expiry|expiry date
    date of expiration|expiration date|issue date|authority|issuing authority|place of issue
    passport no|passport number|document no|document number|card no|visa number|visa no
    country code|issuing state|valid from|valid until|until|from|type of visa|number of entries
    duration of stay|remarks|holder's signature|signature of bearer|address|occupation
    student number|student id|student no|academic year|school year|programme|program|course|degree
    institution|account holder|account owner|account number|bank code|branch code|sort code|bank
    account name|father|mother|name of father|name of mother|father's name|mother's name
    father's full name|mother's full name|father's surname|mother's surname|mother's maiden name
    maiden surname|registrar|personal identification number
    identification number of the institution|identification number of the card|apellido|apellidos
    nombre|nombres|nombre y apellidos|fecha de nacimiento|lugar de nacimiento|sexo|nacionalidad
    fecha de expedicion|fecha de caducidad|fecha de vencimiento|padre|madre|numero de pasaporte
    nombre del padre|nombre de la madre|nombre completo|pasaporte n|autoridad|domicilio|lugar
    sobrenome|apelido|apelidos|nome|nomes|nome completo|data de nascimento|local de nascimento
    naturalidade|nacionalidade|pai|mae|filiacao|nome do pai|nome da mae|data de validade
    data de emissao|cognome|nome e cognome|data di nascita|luogo di nascita|cittadinanza|sesso
    nome del padre|padre di|familienname|nachname|vorname|vornamen|geburtsname|geburtsdatum
    geburtsort|staatsangehorigkeit|vater|mutter
    debut|fin|date de debut|date de fin|debut de validite|date de debut de validite|depuis|end|start
    date de fin de validite|fin de droits|start date|end date|beginn|ende|gultig ab|gultig bis
    اسم|الاسم|اللقب|اسم الأب|اسم الأم|geschlecht|geburtstag
    """.strip().splitlines()
    for label in line.strip().split("|")
)

_LETTERS = re.compile(r"[^\W_]+")
_EXACT_UNDER = 8
_SHORTEST_LOSSY = 3
_MOST_TOKENS = 9
_LONGEST = 48
"""Letters of the longest label that is looked for."""
_CUT_WORD, _LEAST_CUT, _MOST_CUT = 4, 2, 7
"""Letters of a last word that a dot cuts short (`Date de naiss.`), and those that are left out: no
more, so that the end of a sentence is not taken for a longer label."""
_END = 4
"""Letters at the head or tail of a long label that one slip leaves intact: it cannot be in both."""


class Found(Struct, frozen=True):
    """A label in a text."""

    start: int
    end: int
    """Half-open span in characters."""
    label: str
    """As in the list it was looked up in, letters only."""


class Place(Struct, frozen=True):
    """Where a run of words stands: which text, which characters, and what its letters spell."""

    text: int
    start: int
    end: int
    spelt: str


def letters(label: str) -> str:
    """Return what of a label is compared: folded letters and digits, without blanks or signs.

    `rn` counts as `m`, for which readers of pixels take it (`Vomamen`).

    >>> letters("Prénom(s) :")
    'prenoms'
    """
    return "".join(_LETTERS.findall(fold(label))).replace("rn", "m")


@lru_cache(maxsize=512)
def vocabulary(labels: tuple[str, ...]) -> frozenset[str]:
    """Return labels as they are compared, whole and with accented letters lost, each once."""
    whole = {letters(label) for label in labels}
    lossy = {letters("".join(c for c in label if c.isascii())) for label in labels}
    return frozenset(whole | {label for label in lossy if len(label) >= _SHORTEST_LOSSY})


KNOWN_LETTERS = vocabulary(KNOWN)


class Index:
    """All runs of words of some texts, to look labels up in, rather than texts in labels.

    A page is asked for dozens of lists of labels; its runs of words are gone through once.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._runs: dict[str, list[Place]] = {}
        self._cut: dict[str, list[Place]] = {}
        for number, text in enumerate(texts):
            self._add(number, fold(text))
        self._ends = _by_ends(run for run in self._runs if len(run) >= _EXACT_UNDER - 1)

    def _add(self, number: int, folded: str) -> None:
        spans = [match.span() for match in _LETTERS.finditer(folded)]
        for first, (begin, _) in enumerate(spans):
            run = ""
            for start, end in spans[first : first + _MOST_TOKENS]:
                word = folded[start:end]
                run = (run + word).replace("rn", "m")
                if len(run) > _LONGEST:
                    break
                # A number after a label is its value, not a slip.
                if not word.isdigit():
                    place = Place(number, begin, end, run)
                    self._runs.setdefault(run, []).append(place)
                    if begin < start and len(word) >= _CUT_WORD and folded[end : end + 1] == ".":
                        self._cut.setdefault(run, []).append(place)

    def places(self, labels: frozenset[str]) -> Iterator[tuple[Place, str]]:
        """Yield where the labels of a `vocabulary` stand, exactly, with one slip or cut short."""
        for label in labels & self._runs.keys():
            yield from ((place, label) for place in self._runs[label])
        for run, label in self._slips(labels):
            yield from ((place, label) for place in self._runs[run])
        for run, cut in self._cut.items():
            for label in labels:
                if label.startswith(run) and _LEAST_CUT <= len(label) - len(run) <= _MOST_CUT:
                    yield from ((place, label) for place in cut)

    def _slips(self, labels: frozenset[str]) -> set[tuple[str, str]]:
        """Return runs that spell a label with one slip, which is never in the first letter."""
        ends = _ends_of(labels)
        # Of hundreds of labels, few have an end in common with any run.
        return {
            (run, label)
            for end in ends.keys() & self._ends.keys()
            for label in ends[end]
            for run in self._ends[end]
            if run != label and run[0] == label[0]
            if Levenshtein.distance(run, label, score_cutoff=1) <= 1
        }


def _by_ends(words: Iterable[str]) -> dict[tuple[bool, str], list[str]]:
    """Return words by their heads and by their tails."""
    found: dict[tuple[bool, str], list[str]] = {}
    for word in words:
        found.setdefault((True, word[:_END]), []).append(word)
        found.setdefault((False, word[-_END:]), []).append(word)
    return found


@lru_cache(maxsize=512)
def _ends_of(labels: frozenset[str]) -> dict[tuple[bool, str], list[str]]:
    return _by_ends(label for label in labels if len(label) >= _EXACT_UNDER)


def longest(hits: Iterable[tuple[Place, str]]) -> dict[int, list[Found]]:
    """Return by text the longest label at each place, in order, none overlapping."""
    by_text: dict[int, list[tuple[Place, str]]] = {}
    for place, label in hits:
        by_text.setdefault(place.text, []).append((place, label))
    return {number: _without_overlap(found) for number, found in by_text.items()}


def _without_overlap(hits: list[tuple[Place, str]]) -> list[Found]:
    taken: list[Found] = []
    for place, label in sorted(hits, key=_rank):
        if not taken or place.start >= taken[-1].end:
            taken.append(Found(place.start, place.end, label))
    return taken


def _rank(hit: tuple[Place, str]) -> tuple[int, int, str]:
    """Order by place, then the longest label, where a slip costs more than the letter it adds."""
    place, label = hit
    return place.start, 2 * (place.spelt != label) - len(label), label


def scan(text: str, labels: frozenset[str]) -> list[Found]:
    """Return the labels of a `vocabulary` in a text, the longest at each place, none overlapping.

    >>> [f.label for f in scan("Nom de naissance : X", vocabulary(("Nom", "Nom de naissance")))]
    ['nomdenaissance']
    """
    return longest(Index((text,)).places(labels)).get(0, [])
