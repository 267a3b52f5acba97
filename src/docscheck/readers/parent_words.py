"""The words for parents, spouses and their names on civil-status records, folded.

Sources: the records of `domain.md` §2.4 and §2.5, CIEC conventions 16 and 34. `parent_labels` puts
labels together from them.
"""

from __future__ import annotations

from typing import Literal

from docscheck.readers.passage import fold

Parent = Literal["father", "mother", "child"]
"""Whom a label speaks of: the child only where a paper has blocks or labels for it."""

_FATHER = """
    pere father fathers padre pai vater vaters vader ojciec ojca tatal tatalui otac oca otec otce
    oce baba babasinin babanin apja apa isa isan cha far fars babait babai pare tete
    πατερας πατερα πατρος отец отца баща батько 父 父亲 父親 الأب الاب والد الوالد 부 아버지
"""
_MOTHER = """
    mere mother mothers madre mae mutter moeder matka matki mama mamei majka majke matky ana anne
    annesinin anyja anya aiti aidin me mor mors nena nenes mare μητερα μητερας μητρος
    мать матери майка мати 母 母亲 母親 الأم الام والدة الوالدة 모 어머니
"""
_HUSBAND = """
    epoux mari sposo marito bridegroom groom husband noivo marido contrayente esposo mann ehemann
"""
_WIFE = "epouse femme sposa moglie bride wife noiva esposa frau ehefrau"
_CHILD = "enfant child kind hijo hija figlio filho"
_FIRST = "1 premier 1er first a primero primer i"
_SECOND = "2 second seconde deuxieme 2e 2eme 2nd b segundo ii"
_GIVEN_NAMES = """
    prenom prenoms given first forename forenames vorname vornamen prenumele voornamen voornaam
    middle имя jmeno
"""
_SURNAMES = """
    surname surnames last family famille familienname geburtsname nachname cognome apellido
    apellidos sobrenome apelido apelidos maiden nazwisko prezime prijmeni фамилия
"""
_NAMES = """
    nom noms name names nombre nombres nome numele naam imie adi ten emri ime jmeno 姓名 اسم
"""
_SMALL_WORDS = """
    the of and or et ou de du la le les des d l y e o da do del della di der und van si ve ho chu
    ten va a son sa il in i n tete
"""
_FORM_WORDS = """
    full legal current prior to marriage s
    completo completos complets complet soyadi dem nguoi ngudi
    ngui ch
    declare declaree parent parents pere mere pai mae father mother progenitor genitore datos
    filiacion filiation filiacao filiazione identite identity naissance birth jeune fille his her
    enfant child nin 1 2 premier second primer segundo first отчество ονομα επωνυμο biologico
    biologique naturel naturelle legitime registrado registrada patronymique inscrit inscrite
    inscrito usage usuel titulaire 名 لقب و
"""
_ELSEWHERE_NAMES = "me far mor isa ana anne apa mama mare pare nena cha oce tete"

PARENTS: dict[str, Parent] = {
    **dict.fromkeys(fold(_FATHER).split(), "father"),
    **dict.fromkeys(fold(_MOTHER).split(), "mother"),
}
FAMILY: dict[str, Parent] = {
    **dict.fromkeys(fold(_HUSBAND).split(), "father"),
    **dict.fromkeys(fold(_WIFE).split(), "mother"),
    **dict.fromkeys(fold(_CHILD).split(), "child"),
}
"""Of a family book, whose blocks for the couple name the parents of the children."""
ORDINALS: dict[str, Parent] = {
    **dict.fromkeys(fold(_FIRST).split(), "father"),
    **dict.fromkeys(fold(_SECOND).split(), "mother"),
}
"""Beside a word of `PARENT`: `Parent 1`, `Second parent`."""
PARENT = frozenset({"parent", "parente", "progenitor", "progenitore", "genitore", "elternteil"})
GIVEN = frozenset(fold(_GIVEN_NAMES).split())
SURNAME = frozenset(fold(_SURNAMES).split())
NAME = frozenset(fold(_NAMES).split())
SMALL = frozenset(fold(_SMALL_WORDS).split())
"""At the end of a label they may begin the name instead: `Père : DI MARIO`, `Vader VAN DIJK`."""
FILLER = frozenset(fold(_FORM_WORDS).split()) | GIVEN | SURNAME | NAME | SMALL
"""What stands around the word for a parent and still belongs to the label."""
ALONE = frozenset(fold(_ELSEWHERE_NAMES).split())
"""Words for parents that are names or particles elsewhere: only with a colon or a name word."""
