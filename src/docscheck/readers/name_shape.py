"""Does a run of words look like the name of a person?

Question asked before any word of a page becomes a surname, a holder or a parent. A name is a few
words of letters, each with a capital but for particles, and none of them a word of forms, banks,
addresses, offices or sentences. Sources: the words printed on the papers of this procedure (French
bank slips, certificates and civil-status records, and their English, Spanish, Portuguese, Italian
and German counterparts). Words that are also names (Page, Date, Justice, Vos, Lieu, Mai, Marie) are
left out: a name refused costs more than a word let through, which the layout mostly stops.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docscheck.readers.passage import fold
from docscheck.readers.person_names import PARTICLES

MOST_WORDS = 8
"""Two surnames and four given names, with particles; a longer run is a sentence."""
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:['’.\-][^\W\d_]+)*\.?")
_SMALL_TOWN = re.compile(r"[^\W\d_]{3,}-(?:en|sur|sous|les?|lez|l[èe]s|aux?|du|des)-[^\W\d_]{2,}")

_FORM_WORDS = """
    account acte actes administratif administration adresse agence ainsi annee annexe apatrides
    apellidos apostille appartement arrondissement assurance attestation atteste atto authority
    autorite avec avenue avons bancaire bancaires banking banque batiment bic birth bordereau
    boulevard branch bureau caisse carte cartorio cedex celui centre certificat certificate
    certifie certified certifions certify ces cette ceux chambre chemin city civil cle client
    clients code codes cognome college commune communes communiquer compte compter comptes
    comune conformement conservatoria consulat convention cooperative coordonnees copie
    cordialement courant creancier credit data delegation delegue delivre departement depot
    devise directeur directeurs direction directrice district document documents domiciliation
    domicilie donnees echeant ecole election email enregistrement enrolled epargne est
    establishment etablissement etat etranger etudes etudiant etudiante etudiants euros extrait
    faculte faite faits familienname father fecha federal filha filho fiscal formation
    formulaire foyer francais francaise geburt geburtsdatum geburtsname geburtsort gestion
    gouvernement guichet hereby heure heures holder iban identifiant identification identite
    immeuble impasse inscrit inscrite inscrito institut institution international internationale
    intitule issued jour jours judetul livret localitatea lotissement lugar luogo lycee madame
    mademoiselle madre maire mairie marginales mention mentions ministere
    minutes mois monsieur mother
    municipio nacimiento naissance name names nascimento nascita nasterii national nationale
    nationalite neant nom nombre nombres nome notre nous number nume numero occupation office
    official officier oficial ouvert padre parents passeport passport pays piece plurilingue
    porteur poste pour pouvez prefecture prefet prenom prenoms prenume present presente
    president presidente procureur profession province quartier quittance recteur rectorat
    reference references region registered registo registrar registration registre registres
    registro releve reproduction republic republique residence rib route rue school scolarite
    secretaire secretariat service services sesso sexo sexul siege signature signe signed
    societe soussigne soussignee standesamt standesbeamte state stato status street student
    surname swift tampon tel telephone titulaire titulaires town translation transmis tribunal
    ufficiale universite university urkunde valable vers ville virement virements visa vorname
    vornamen votre vous
    academie academy business campus centralesupelec cnam college conservatoire ecam edhec emlyon
    ensam epita epitech esc escp esiee essec estp faculty hec iae inalco insa isae iut kedge neoma
    polytech sciences skema
"""
NO_NAME = frozenset(_FORM_WORDS.split())
"""Folded words that no name of a person holds, here."""

_SENTENCE_WORDS = (
    "a au aux ce de des est et il elle en est in is of on or ou par qui que sa se ses son sont sur"
    " the to un une was with y"
)
_SENTENCE = frozenset(_SENTENCE_WORDS.split())


def looks_like_name(words: Sequence[str], most: int = MOST_WORDS) -> bool:
    """Tell whether these words, without title, may be the name of a person.

    >>> [looks_like_name(text.split()) for text in ("EL ALAMI Fatima", "Votre banque", "de Paris")]
    [True, False, True]
    """
    if not 0 < len(words) <= most or not all(_WORD.fullmatch(word) for word in words):
        return False
    small = [word for word in words if word[0].islower()]
    if len(small) == len(words):
        return False
    if any(re.split("['’]", fold(word))[0] not in PARTICLES for word in small):
        return False
    folded = [fold(word).rstrip(".") for word in words]
    if all(word in _SENTENCE or len(word) < 2 for word in folded):
        return False
    if len(words) > 2 and all(len(word) < 3 for word in folded):
        return False  # specks read as letters
    return not any(word in NO_NAME for word in folded) and not _SMALL_TOWN.fullmatch(words[0])


def is_full_name(value: str) -> bool:
    """Tell a name of two words or more, two of them with a capital, from a single word."""
    words = [word for word in re.split(r"[\s\-]", value) if word]
    capitals = [word for word in words if word[0].isupper() or not word[0].islower()]
    return len(words) > 1 and len(capitals) >= 2 and len(capitals) >= len(words) - 2
