"""Who issues the papers? Schools, banks, town halls and companies that do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from specimens.model import Person

TOWNS = (
    ("Rochebrune", "38410", "Grenoble"),
    ("Saint-Aubin-sur-Loire", "44120", "Nantes"),
    ("Montclar", "31250", "Toulouse"),
    ("Villefort-les-Bains", "69270", "Lyon"),
    ("Port-Médoc", "33340", "Bordeaux"),
    ("Lannéguy", "29260", "Rennes"),
    ("Wintzenbach", "67470", "Strasbourg"),
    ("Beauvoir-en-Artois", "62150", "Lille"),
    ("Castelmaure", "34230", "Montpellier"),
    ("Orvigny", "91470", "Versailles"),
    ("Paris", "75013", "Paris"),
    ("Sainte-Luce", "13620", "Aix-Marseille"),
)
STREETS = (
    "12 avenue des Tilleuls",
    "3 place de la République",
    "48 rue Jean-Moulin",
    "1 allée des Arts",
    "163 boulevard de l'Observatoire",
    "27 quai des Chartrons",
    "5 chemin de la Source",
    "90 rue Marie-Curie",
    "14 bis rue du Parc",
    "2 rond-point de l'Europe",
)
FAMILY_NAMES = (
    "Berthelot",
    "Marchandeau",
    "Le Goffic",
    "Vasseur",
    "Quémener",
    "Delaunois",
    "Ferrandi",
    "Castaing",
    "Mollard",
    "Aubertin",
    "Giraudon",
    "Pelissier",
    "Roussillon",
    "Hamelin",
)
FIRST_NAMES = (
    "Claire",
    "Antoine",
    "Sylvie",
    "Mathieu",
    "Hélène",
    "Philippe",
    "Nadia",
    "Bruno",
    "Isabelle",
    "Olivier",
    "Catherine",
    "Yannick",
)

_UNIVERSITIES = (
    "Université {town}-Littoral",
    "Université Louise-Ackermann",
    "Université de {town}",
    "{town} Université",
    "Université Émile-Borel {town}",
    "Université {town} 2 Panthéon",
    "Université Paul-Vidal de {town}",
    "Institut universitaire de {town}",
    "Nantua Université",
)
_ENGINEERS = (
    "École nationale supérieure des mines de {town}",
    "ENSI {town}",
    "École Centrale de {town}",
    "École polytechnique des sciences appliquées",
    "INSTA {town}",
    "Institut supérieur d'optique",
)
_BUSINESS = (
    "{town} School of Management",
    "ESCM Business School",
    "Atlantis Business School",
    "École supérieure de commerce de {town}",
    "ISMA Paris",
    "Cadence Business School",
)
_LYCEES = (
    "Lycée général et technologique Jeanne-Barret",
    "Lycée Gustave-Ferrié",
    "Lycée Sophie-Germain",
    "Lycée polyvalent Camille-Claudel",
    "Lycée professionnel Denis-Papin",
)
_PROGRAMMES = {
    "university": (
        ("Licence", "Licence 1ère année Sciences de la vie", "UFR Sciences et techniques"),
        ("Licence", "L2 Droit, économie, gestion - mention Droit", "Faculté de droit"),
        ("Licence", "3ème année Licence LLCER Anglais", "UFR Langues, lettres et civilisations"),
        ("Master", "Master 1 Informatique - parcours Science des données", "UFR de mathématiques"),
        ("Master", "M2 Énergie et environnement", "Faculté des sciences"),
        ("Doctorat", "1ère année de doctorat - Chimie des matériaux", "École doctorale 104"),
        ("BUT", "BUT 1 Génie civil - construction durable", "IUT"),
        ("Santé", "Diplôme d'État de docteur en pharmacie - 2ème année", "Faculté de pharmacie"),
    ),
    "engineering": (
        ("Diplôme d'ingénieur", "Cycle ingénieur - 1re année", "Direction des études"),
        ("Diplôme d'ingénieur", "Deuxième année, option Systèmes embarqués", "Scolarité"),
        ("Mastère spécialisé", "MS Data & Intelligence artificielle", "Formation continue"),
    ),
    "business": (
        ("Programme Grande École", "Master in Management - M1", "Student Office"),
        ("Bachelor", "Bachelor in International Business - Year 2", "Academic Office"),
        ("MSc", "MSc Finance and Digital Markets", "Programme Office"),
    ),
    "lycee": (
        ("BTS", "BTS 1ère année Commerce international", "Section de techniciens supérieurs"),
        ("CPGE", "Classe préparatoire PCSI - 1re année", "Enseignement supérieur"),
        ("Baccalauréat", "Terminale générale", "Second cycle"),
    ),
}


@dataclass(frozen=True, slots=True)
class School:
    """An institution of higher education, or a lycée."""

    name: str
    street: str
    postcode: str
    town: str
    academy: str
    degree: str
    programme: str
    component: str
    head: str
    head_title: str


def draw_name(rng: Random) -> str:
    """Return the name of somebody who signs."""
    return f"{rng.choice(FIRST_NAMES)} {rng.choice(FAMILY_NAMES).upper()}"


def draw_town(rng: Random) -> tuple[str, str, str]:
    """Return a town, its postal code and its academy."""
    return rng.choice(TOWNS)


def draw_school(rng: Random, kind: str) -> School:
    """Return a `university`, `engineering`, `business` school or a `lycee`."""
    town, postcode, academy = draw_town(rng)
    names = {
        "university": _UNIVERSITIES,
        "engineering": _ENGINEERS,
        "business": _BUSINESS,
        "lycee": _LYCEES,
    }[kind]
    titles = {
        "university": (
            "Le Président de l'Université",
            "La Présidente de l'Université",
            "Le Responsable de la scolarité",
        ),
        "engineering": ("Le Directeur", "La Directrice des études", "Le Directeur de la formation"),
        "business": ("Head of Student Services", "Directrice des programmes", "Registrar"),
        "lycee": ("Le Proviseur", "La Proviseure"),
    }[kind]
    return School(
        rng.choice(names).format(town=town),
        rng.choice(STREETS),
        postcode,
        town,
        academy,
        *rng.choice(_PROGRAMMES[kind]),
        draw_name(rng),
        rng.choice(titles),
    )


BANKS = (
    ("Banque Régionale du Ponant", "BRP", "#0b4f8a"),
    ("Crédit Coopératif des Alpes", "CCA", "#116149"),
    ("Caisse Mutuelle de l'Estuaire", "CME", "#8c1d2f"),
    ("Société Nationale d'Épargne", "SNE", "#e2571e"),
    ("Banque Dufour & Cie", "BD", "#23395b"),
    ("Crédit Fluvial", "CF", "#00748a"),
    ("Comptoir d'Outre-Mer", "COM", "#3d2c73"),
    ("Union Bancaire des Provinces", "UBP", "#a8791c"),
)
NEOBANKS = (
    ("Kobalt", "#5b2be0"),
    ("Nimbo", "#0fb58a"),
    ("Ondine", "#111111"),
    ("Fennec", "#ff6b3d"),
)


def resident(person: Person) -> tuple[str, str]:
    """Return the two lines of the person's French address."""
    return person.address[0], f"{person.address[1]} {person.address[2].upper()}"
