"""Names of states and nationalities, in French and English, to ISO 3166 alpha-3.

Sources: ISO 3166-1 (the iso3166 package, English names); for French, the names and the feminine
adjectives of nationality of the state's own list (arrêté of 4 November 1993 on the terminology of
country names). ICAO codes without an ISO equivalent (stateless, refugee) stay as they are. A word
that is no state gives nothing.
"""

from __future__ import annotations

import re
from functools import cache

import iso3166
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from docscheck.readers.passage import fold

ICAO_ONLY = frozenset({"XXA", "XXB", "XXC", "XXX", "UNO", "UNK", "RKS", "EUE", "XOM"})
"""ICAO 9303-3 clause 5: stateless, refugee, unspecified, organisations, Kosovo."""

_FRENCH = """
AFG afghanistan afghane|ZAF afrique_du_sud sud-africaine|ALB albanie albanaise
DZA algerie algerienne algerien|DEU allemagne allemande german|AND andorre andorrane
AGO angola angolaise|SAU arabie_saoudite saoudienne|ARG argentine argentin argentinian
ARM armenie armenienne|AUS australie australienne australian|AUT autriche autrichienne
AZE azerbaidjan azerbaidjanaise|BHR bahrein bahreinienne|BGD bangladesh bangladaise
BEL belgique belge|BEN benin beninoise|BLR belarus bielorussie bielorusse|MMR birmanie birmane
BOL bolivie bolivienne bolivian bolivia|BIH bosnie bosnienne
BRA bresil bresilienne brazilian brasileira|BGR bulgarie bulgare
BFA burkina_faso burkinabe burkinabee|BDI burundi burundaise|KHM cambodge cambodgienne
CMR cameroun camerounaise|CAN canada canadienne canadian|CPV cap-vert capverdienne
CHL chili chilienne chilean|CHN chine chinoise chinese|CYP chypre chypriote
COL colombie colombienne colombian|COM comores comorienne|COG congo congolaise republique_du_congo
COD republique_democratique_du_congo rdc congolaise-rdc
KOR coree_du_sud sud-coreenne coreenne korea republic_of_korea south_korea
CRI costa_rica costaricienne|CIV cote_d'ivoire ivoirienne|HRV croatie croate|CUB cuba cubaine
DNK danemark danoise danish|DJI djibouti djiboutienne|EGY egypte egyptienne egyptian
ARE emirats_arabes_unis emirienne|ECU equateur equatorienne|ESP espagne espagnole espanola spanish
EST estonie estonienne|USA etats-unis etats-unis_d'amerique americaine american united_states usa
ETH ethiopie ethiopienne|FIN finlande finlandaise|FRA france francaise french|GAB gabon gabonaise
GMB gambie gambienne|GEO georgie georgienne|GHA ghana ghaneenne ghanaian
GRC grece grecque hellenique greek|GTM guatemala guatemalteque|GIN guinee guineenne
HTI haiti haitienne|HND honduras hondurienne|HUN hongrie hongroise|IND inde indienne indian
IDN indonesie indonesienne|IRQ irak iraq irakienne iraquienne|IRN iran iranienne iranian
IRL irlande irlandaise irish|ISL islande islandaise|ISR israel israelienne
ITA italie italienne italiana italian|JAM jamaique jamaicaine|JPN japon japonaise japanese
JOR jordanie jordanienne|KAZ kazakhstan kazakhe kazakhstanaise|KEN kenya kenyane
KGZ kirghizistan kirghize|KWT koweit koweitienne|LAO laos laotienne|LVA lettonie lettone lettonne
LBN liban libanaise lebanese|LBY libye libyenne|LTU lituanie lituanienne
LUX luxembourg luxembourgeoise|MKD macedoine_du_nord macedonienne|MDG madagascar malgache
MYS malaisie malaisienne|MLI mali malienne|MLT malte maltaise
MAR maroc marocaine marocain moroccan|MUS maurice mauricienne|MRT mauritanie mauritanienne
MEX mexique mexicaine mexicana mexican|MDA moldavie moldave moldova|MCO monaco monegasque
MNG mongolie mongole|MNE montenegro montenegrine|MOZ mozambique mozambicaine|NPL nepal nepalaise
NIC nicaragua nicaraguayenne|NER niger nigerienne|NGA nigeria nigeriane nigerian
NOR norvege norvegienne|NZL nouvelle-zelande neo-zelandaise|UGA ouganda ougandaise
UZB ouzbekistan ouzbeke|PAK pakistan pakistanaise|PSE palestine palestinienne
PAN panama panameenne|PRY paraguay paraguayenne|NLD pays-bas neerlandaise dutch
PER perou peruvienne|PHL philippines philippine|POL pologne polonaise polish
PRT portugal portugaise portuguesa|QAT qatar qatarienne|ROU roumanie roumaine romanian
GBR royaume-uni britannique british united_kingdom|RUS russie russe federation_de_russie russian
RWA rwanda rwandaise|SLV salvador salvadorienne|SEN senegal senegalaise|SRB serbie serbe
SGP singapour singapourienne|SVK slovaquie slovaque|SVN slovenie slovene|SOM somalie somalienne
SDN soudan soudanaise|LKA sri_lanka sri-lankaise|SWE suede suedoise|CHE suisse
SYR syrie syrienne syrian|TWN taiwan taiwanaise|TZA tanzanie tanzanienne|TCD tchad tchadienne
CZE tchequie republique_tcheque tcheque|THA thailande thailandaise|TGO togo togolaise
TUN tunisie tunisienne tunisian|TKM turkmenistan turkmene|TUR turquie turque turkiye turkish
UKR ukraine ukrainienne|URY uruguay uruguayenne|VEN venezuela venezuelienne
VNM viet_nam vietnam vietnamienne vietnamese|YEM yemen yemenite|ZMB zambie zambienne
ZWE zimbabwe zimbabweenne|GNQ guinee_equatoriale|GNB guinee-bissau
CAF republique_centrafricaine centrafricaine|DOM republique_dominicaine dominicaine
LIE liechtenstein|SMR saint-marin
"""
_LONG_NAME = 6
"""Letters from which one may be misread: nearer names than that differ (`Niger`, `Nigeria`)."""


def alpha3(text: str) -> str | None:
    """Return the code of the state that a text names, or `None`.

    >>> alpha3("Marocaine"), alpha3("MAR"), alpha3("Côte d’Ivoire"), alpha3("Lyon")
    ('MAR', 'MAR', 'CIV', None)
    """
    for piece in (text, *re.split(r"[/|,(]", text)):
        word = _plain(piece)
        if found := _code(piece.strip()) or _names().get(word) or _near(word):
            return found
    return None


def named(text: str) -> str | None:
    """Return the code of the state whose name these words are, letter for letter, or `None`.

    >>> named("cote d ivoire"), named("guinée"), named("guinée bissau"), named("MAR")
    ('CIV', 'GIN', 'GNB', None)
    """
    return _names().get(_plain(text))


def _code(word: str) -> str | None:
    if word in ICAO_ONLY:
        return word
    code = {"D": "DEU"}.get(word, word)
    known = word.isupper() and code in iso3166.countries_by_alpha3
    return code if known else None


def _near(word: str) -> str | None:
    """Return the state whose name is one letter away, if no other is."""
    if len(word) < _LONG_NAME:
        return None
    names = process.extract(
        word, tuple(_names()), scorer=Levenshtein.distance, score_cutoff=1, limit=5, processor=None
    )
    states = {_names()[name] for name, _, _ in names if len(name) >= _LONG_NAME}
    return states.pop() if len(states) == 1 else None


@cache
def _names() -> dict[str, str]:
    """Return every known name, folded to letters, with its code."""
    names = {_plain(c.name): c.alpha3 for c in iso3166.countries}
    names |= {_plain(c.apolitical_name): c.alpha3 for c in iso3166.countries}
    for entry in re.split(r"[|\n]", _FRENCH.strip()):
        code, *words = entry.split()
        names |= {_plain(word): code for word in words}
    return names


def _plain(text: str) -> str:
    return re.sub("[^a-z]", "", fold(text))
