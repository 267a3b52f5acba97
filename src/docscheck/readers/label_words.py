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
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
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
    اسم|الاسم|اللقب|اسم الأب|اسم الأم|geschlecht|geburtstag
    """.strip().splitlines()
    for label in line.strip().split("|")
)

_LETTERS = re.compile(r"[^\W_]+")
_EXACT_UNDER = 8
_SHORTEST_LOSSY = 3
_MOST_TOKENS = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A label in a text."""

    start: int
    end: int
    """Half-open span in characters."""
    label: str
    """As in the list it was looked up in, letters only."""


def letters(label: str) -> str:
    """Return what of a label is compared: folded letters and digits, without blanks or signs.

    >>> letters("Prénom(s) :")
    'prenoms'
    """
    return "".join(_LETTERS.findall(fold(label)))


@lru_cache(maxsize=8192)
def _match(text: str, labels: tuple[str, ...]) -> str | None:
    """Return the label that the letters spell, exactly or with one slip after the first letter."""
    buckets = _buckets(labels)
    if text in buckets.get((len(text), text[0]), ()):
        return text
    for length in (len(text), len(text) - 1, len(text) + 1):
        near = buckets.get((length, text[0]), ()) if length >= _EXACT_UNDER else ()
        if found := process.extractOne(
            text, near, scorer=Levenshtein.distance, score_cutoff=1, processor=None
        ):
            return found[0]
    return None


@lru_cache(maxsize=256)
def _buckets(labels: tuple[str, ...]) -> dict[tuple[int, str], tuple[str, ...]]:
    """Group by length and first letter: `padre ...` and `madre ...` are one letter apart."""
    keys = {(len(label), label[0]) for label in labels}
    return {key: tuple(label for label in labels if (len(label), label[0]) == key) for key in keys}


@lru_cache(maxsize=256)
def vocabulary(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return labels as they are compared, whole and with accented letters lost, each once."""
    whole = {letters(label) for label in labels}
    lossy = {letters("".join(c for c in label if c.isascii())) for label in labels}
    return tuple(sorted(whole | {label for label in lossy if len(label) >= _SHORTEST_LOSSY}))


KNOWN_LETTERS = vocabulary(KNOWN)


def tokens(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words (letters and digits) of a text."""
    return [match.span() for match in _LETTERS.finditer(text)]


def longest_at(
    folded: str, spans: Sequence[tuple[int, int]], first: int, labels: tuple[str, ...]
) -> Found | None:
    """Return the longest label that begins with word `first`; `labels` is a `vocabulary`."""
    best: Found | None = None
    text = ""
    longest = max((length for length, _ in _buckets(labels)), default=0) + 1
    for start, end in spans[first : first + _MOST_TOKENS]:
        text += folded[start:end]
        if len(text) > longest:
            break
        if folded[start:end].isdigit():
            continue  # a number after a label is its value, not a slip
        if label := _match(text, labels):
            best = Found(spans[first][0], end, label)
    return best


def scan(text: str, labels: tuple[str, ...]) -> list[Found]:
    """Return the labels of a `vocabulary` in a text, the longest at each place, none overlapping.

    >>> [f.label for f in scan("Nom de naissance : X", vocabulary(("Nom", "Nom de naissance")))]
    ['nomdenaissance']
    """
    folded, spans = fold(text), tokens(text)
    found: list[Found] = []
    for first, (start, _) in enumerate(spans):
        if found and start < found[-1].end:
            continue
        if label := longest_at(folded, spans, first, labels):
            found.append(label)
    return found
