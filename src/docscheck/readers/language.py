"""In which language is a paper written?

Question: ISO 639-1 code of the text, and of the other languages that hold a fair share of it. The
script settles what it can (Unicode blocks); among the languages in Latin letters the small words of
the common ones settle most pages (stop words of French, English, Spanish, Portuguese, Italian,
German), and the py3langid model, slow to load, is asked only about the rest. Short or mixed texts
are guessed.

It does not tell a translation from an original, nor dialects from one another.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Field, Source, Standing
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold, passages

ID = "language"

_SCRIPTS = {
    "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "GREEK": "el",
    "HEBREW": "he", "ARMENIAN": "hy", "GEORGIAN": "ka", "DEVANAGARI": "hi", "BENGALI": "bn",
    "TAMIL": "ta", "ETHIOPIC": "am", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "SINHALA": "si",
    "ARABIC": "ar", "CYRILLIC": "ru",
}  # fmt: skip
_TELLING = {"ur": "ٹڈڑںے", "fa": "پچژگ", "uk": "іїєґ", "sr": "ђћџљњ", "be": "ў"}
"""Letters that only that language of the script has. Persian `ک` and `ی` are not among them: they
come out where Arabic was read with Persian data."""
_TELLING_SHARE = 1 / 75
"""Of the letters: Persian forms have 2% and more, slips of reading in Arabic under 1%."""
_BASE = {"fa": "ar", "ur": "ar", "uk": "ru", "sr": "ru", "be": "ru"}
_SMALL_WORDS = {
    "fr": "le la les de du des et est un une au aux en par pour dans sur que qui ne nee fils fille"
    " acte naissance certifie annee date nom prenom lieu mairie",
    "en": "the of and to in is by for on that this with was at born name date birth place"
    " certificate",
    "es": "el los las de del y en es un una por para con que nacimiento fecha lugar nombre hijo"
    " hija",
    "pt": "o os as do da dos das e em um uma por para com que nascimento filho filha data lugar"
    " nome",
    "it": "il lo gli di del della dei e in un una per con che nascita nato nata luogo nome cognome",
    "de": "der die das und des den dem ein eine in zu mit von am ist geboren geburt name ort datum",
}
_WORDS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_OFFICE_LISTS = {
    "fr": "extrait officier etat civil copie delivre delegue republique francaise sexe masculin"
    " feminin epouse prenoms registre filiation parent pere mere pour secretaire",
    "en": "registrar registration births father mother surname male female",
    "es": "registro acta padre madre apellidos oficial sexo",
    "pt": "registro certidao mae pai conservatoria sexo",
    "it": "comune ufficiale stato civile atto padre madre",
    "de": "standesamt standesbeamte vater mutter familienname vornamen",
}
_OFFICE_WORDS = {code: frozenset(words.split()) for code, words in _OFFICE_LISTS.items()}
"""Words of offices that put beside the small words what little was read well of a page."""
_LATIN_LANGUAGES = (
    "af az bs ca cs cy da de en es et eu fi fr ga gl ha hr hu id is it lt lv mg ms mt nl no pl pt"
    " ro rw sk sl so sq sv sw tl tr uz vi"
)
"""What the model chooses from: languages of civil-status papers in Latin letters."""
_ENOUGH_WORDS = 6
_ENOUGH_SHARE = 0.2
"""Of the words: with fewer small words it may be a neighbour (Romanian has `de`, `la`, `un`
too)."""
_CLEAR_LEAD = 2.0
_SURE_WORD = 0.8
"""Confidence from which a word was read, though those around it were not."""
_ENOUGH_SURE = 5
_FAIR_SHARE = 0.2
"""Of the letters: below it a language is a stamp or a heading."""
_LATIN_TO_JUDGE = 40
"""Latin letters below which a Latin language is not named."""
_DECISIVE = 0.6
_LETTERS_OF_ITS_OWN = 0.55
"""Mean confidence of the words: a reader of Latin letters makes 0.2 to 0.5 of other scripts, and
0.6 and more of a bad photograph in its own. What it made of them has no language."""


class Settings(Struct, frozen=True):
    """The `language` reader needs no setting."""


def languages(text: str) -> tuple[str, ...]:
    """Return the languages of a text that hold a fair share of its letters, the greatest first.

    >>> languages("Свидетельство о рождении")
    ('ru',)
    """
    shares = _by_script(text)
    total = sum(shares.values())
    latin = shares.pop("latin", 0)
    ranked = [(count, code) for code, count in shares.items()]
    if latin >= _LATIN_TO_JUDGE and latin >= _FAIR_SHARE * total:
        ranked += [(latin, code) for code in _latin(text)]
    ranked.sort(key=lambda entry: -entry[0])
    return tuple(code for count, code in ranked if count >= _FAIR_SHARE * total)


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the main language of the pages; the others that are present are its alternatives."""
    pages = [page for page in passages(reading.texts) if page.text.strip()]
    found = languages("\n".join(page.text for page in pages))
    if not found:
        return
    field = _field(max(pages, key=lambda page: len(page.text)), name, found)
    if field.source is not Source.OCR or field.confidence >= _LETTERS_OF_ITS_OWN:
        yield field
    elif code := _of_sure_words(pages):
        sure = field.confidence if field.confidence > _SURE_WORD else _SURE_WORD
        yield replace(field, value=code, alternatives=(), confidence=sure)


def _of_sure_words(pages: Sequence[Passage]) -> str:
    """Return the language that the words read for certain are of, on a page read badly."""
    sure = " ".join(
        spot.word.text
        for page in pages
        for spot in page.spots
        if (spot.word.confidence or 0.0) >= _SURE_WORD
    )
    words = re.findall(r"[^\W\d_]{2,}", fold(sure))
    counts = Counter(
        {
            code: sum(w in known or w in _OFFICE_WORDS.get(code, ()) for w in words)
            for code, known in _WORDS.items()
        }
    )
    (first, most), (_, next_most) = counts.most_common(2)
    return first if most >= _ENOUGH_SURE and most >= _CLEAR_LEAD * next_most else ""


def _field(page: Passage, name: str, found: tuple[str, ...]) -> Field:
    letters = sum(c.isalpha() for c in page.text)
    standing = Standing.READ if letters >= _LATIN_TO_JUDGE else Standing.GUESSED
    field = page.field(name, found[0], (0, len(page.text)), standing, found[1:])
    return replace(field, box=None)


def _by_script(text: str) -> Counter[str]:
    """Count letters by language, or as `latin`; Japanese takes the Han characters beside its
    own.
    """
    counts: Counter[str] = Counter()
    for character, times in Counter(filter(str.isalpha, text)).items():
        script = unicodedata.name(character, "").partition(" ")[0]
        counts["latin" if script == "LATIN" else _SCRIPTS.get(script, "")] += times
    del counts[""]
    if counts["ja"] and counts["zh"]:
        counts["ja"] += counts.pop("zh")
    for code, letters in _TELLING.items():
        own = sum(text.count(c) for c in letters)
        if (base := _BASE[code]) in counts and own > _TELLING_SHARE * counts[base]:
            counts[code] = counts.pop(base)
    return +counts


def _latin(text: str) -> tuple[str, ...]:
    """Return the languages of the text in Latin letters: two where both are plainly there."""
    # Only the Latin half of a form in two scripts: the other would thin out the words that tell.
    text = " ".join(w for w in re.findall(r"[^\W\d_]+", text) if _is_latin(w[0]))
    words = fold(text).split()
    counts = Counter({code: sum(w in known for w in words) for code, known in _WORDS.items()})
    (first, most), (_, next_most) = counts.most_common(2)
    clear = most >= _ENOUGH_WORDS and most >= _ENOUGH_SHARE * len(words)
    if clear and most >= _CLEAR_LEAD * next_most:
        return (first,)
    main = _by_model(text)
    present = [code for code, n in counts.items() if n >= max(_ENOUGH_WORDS, _DECISIVE * most)]
    return (main, *(code for code in present if code != main and clear))


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _by_model(text: str) -> str:
    code, _ = _identifier()(text.lower())
    return code


@cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    """Load the model: tenths of a second, so only when nothing cheaper decides."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LATIN_LANGUAGES.split())
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify
