"""Not to be joined: two complete cards, two passports, sides that contradict each other."""

from __future__ import annotations

from docscheck.assemble import assemble
from docscheck.document import Folder, Ignored, Side
from docscheck.rulebook.load import load
from tests.literal import file, part, proven, read

TYPES = load().types
PERMIT = "residence_permit"


def shape(folder: Folder) -> list[tuple[str, ...]]:
    """The paths of each document."""
    return [document.paths for document in folder.documents]


def test_files_and_documents_are_in_the_order_of_paths() -> None:
    folder = assemble(
        "ana",
        [file("b.pdf", part("rib")), file("a.pdf", part("passport"), part("visa", pages=(2,)))],
        [Ignored("z", "junk"), Ignored("Thumbs.db", "junk")],
        TYPES,
    )
    assert [f.file.path for f in folder.files] == ["a.pdf", "b.pdf"]
    assert [(d.id, d.type) for d in folder.documents] == [
        ("d1", "passport"),
        ("d2", "visa"),
        ("d3", "rib"),
    ]
    assert [entry.path for entry in folder.ignored] == ["Thumbs.db", "z"]


def test_the_only_two_sides_of_one_type_are_one_card() -> None:
    folder = assemble(
        "ana",
        [
            file("scan7.pdf", part(PERMIT, side=Side.FRONT)),
            file("other.pdf", part(PERMIT, side=Side.BACK)),
        ],
        [],
        TYPES,
    )
    assert shape(folder) == [("other.pdf", "scan7.pdf")]
    assert folder.documents[0].sides == {Side.FRONT, Side.BACK}


def test_sides_on_two_pages_of_one_file_are_one_card() -> None:
    folder = assemble(
        "ana",
        [
            file(
                "cni.pdf",
                part("national_id_card", side=Side.FRONT),
                part("national_id_card", side=Side.BACK, pages=(2,)),
            )
        ],
        [],
        TYPES,
    )
    assert [len(d.parts) for d in folder.documents] == [2]


def test_two_complete_cards_stay_two() -> None:
    folder = assemble(
        "ana",
        [file("a.pdf", part(PERMIT, side=Side.BOTH)), file("b.pdf", part(PERMIT, side=Side.BOTH))],
        [],
        TYPES,
    )
    assert shape(folder) == [("a.pdf",), ("b.pdf",)]


def test_a_paper_without_sides_is_never_joined() -> None:
    folder = assemble(
        "ana",
        [
            file("p1.pdf", part("passport", side=Side.FRONT)),
            file("p2.pdf", part("passport", side=Side.BACK)),
        ],
        [],
        TYPES,
    )
    assert shape(folder) == [("p1.pdf",), ("p2.pdf",)]


def test_numbers_that_contradict_keep_two_sides_apart() -> None:
    folder = assemble(
        "ana",
        [
            file("a.pdf", part(PERMIT, proven("document_number", "AB1234567"), side=Side.FRONT)),
            file("b.pdf", part(PERMIT, proven("document_number", "ZZ7654321"), side=Side.BACK)),
        ],
        [],
        TYPES,
    )
    assert shape(folder) == [("a.pdf",), ("b.pdf",)]


def test_other_surnames_keep_two_sides_apart_but_no_misread_letter_or_chance() -> None:
    front = file("a.pdf", part(PERMIT, read("surname", "DIALLO"), side=Side.FRONT))
    other = file("b.pdf", part(PERMIT, read("surname", "HERRERA"), side=Side.BACK))
    misread = file("b.pdf", part(PERMIT, read("surname", "DIALL0"), side=Side.BACK))
    chance = file("b.pdf", part(PERMIT, read("surname", "Msms", 0.37), side=Side.BACK))
    assert len(assemble("ana", [front, other], [], TYPES).documents) == 2
    assert len(assemble("ana", [front, misread], [], TYPES).documents) == 1
    assert len(assemble("ana", [front, chance], [], TYPES).documents) == 1


def test_two_cards_are_matched_by_number_before_file_name() -> None:
    folder = assemble(
        "ana",
        [
            file("id_1.jpg", part(PERMIT, read("document_number", "AAA111"), side=Side.FRONT)),
            file("id_2.jpg", part(PERMIT, read("document_number", "BBB222"), side=Side.FRONT)),
            file("x.jpg", part(PERMIT, read("document_number", "AAA111"), side=Side.BACK)),
            file("y.jpg", part(PERMIT, read("document_number", "BBB222"), side=Side.BACK)),
        ],
        [],
        TYPES,
    )
    assert shape(folder) == [("id_1.jpg", "x.jpg"), ("id_2.jpg", "y.jpg")]


def test_file_names_decide_when_nothing_was_read() -> None:
    kind = "national_id_card"
    folder = assemble(
        "ana",
        [
            file("cni_ana_recto.jpg", part(kind, side=Side.FRONT)),
            file("cni_ana_verso.jpg", part(kind, side=Side.BACK)),
            file("cni_leo_recto.jpg", part(kind, side=Side.FRONT)),
            file("cni_leo_verso.jpg", part(kind, side=Side.BACK)),
        ],
        [],
        TYPES,
    )
    assert shape(folder) == [
        ("cni_ana_recto.jpg", "cni_ana_verso.jpg"),
        ("cni_leo_recto.jpg", "cni_leo_verso.jpg"),
    ]


def test_each_field_is_the_best_reading_and_marks_are_joined() -> None:
    folder = assemble(
        "ana",
        [
            file(
                "a.pdf",
                part(
                    PERMIT,
                    read("surname", "DIALLO", 0.99),
                    read("sex", "F", 0.6),
                    side=Side.FRONT,
                    marks=("student",),
                ),
            ),
            file(
                "b.pdf",
                part(
                    PERMIT,
                    proven("surname", "DIALLO"),
                    read("sex", "M", 0.5),
                    side=Side.BACK,
                    marks=("student", "chip"),
                ),
            ),
        ],
        [],
        TYPES,
    )
    (card,) = folder.documents
    assert card.fields == (proven("surname", "DIALLO"), read("sex", "F", 0.6))
    assert card.marks == ("student", "chip")


def test_a_lonely_side_takes_the_unrecognised_page_nearest_to_it() -> None:
    front = file("a.jpg", part(PERMIT, side=Side.FRONT))
    back = file("b.jpg", part(None, nearest=(PERMIT, 0.4)))
    menu = file("c.jpg", part(None, nearest=("other", 0.4)))
    folder = assemble("ana", [front, back, menu], [], TYPES)
    assert shape(folder) == [("a.jpg", "b.jpg"), ("c.jpg",)]
    assert folder.documents[0].type == PERMIT
    assert folder.documents[0].sides == {Side.FRONT, Side.BACK}


def test_a_lonely_side_takes_the_page_named_as_its_other_side() -> None:
    front = file("titre recto.jpg", part(PERMIT, side=Side.FRONT))
    named = file("titre verso.jpg", part(None))
    numbered = file("titre 2.jpg", part(None))
    assert shape(assemble("ana", [front, named], [], TYPES)) == [
        ("titre recto.jpg", "titre verso.jpg")
    ]
    assert len(assemble("ana", [front, numbered], [], TYPES).documents) == 2


def test_two_pages_that_may_be_the_other_side_leave_it_open() -> None:
    front = file("a.jpg", part(PERMIT, side=Side.FRONT))
    pages = [file(f"{n}.jpg", part(None, nearest=(PERMIT, 0.4))) for n in "bc"]
    assert len(assemble("ana", [front, *pages], [], TYPES).documents) == 3


def test_a_complete_card_takes_no_further_page() -> None:
    card = file("a.jpg", part(PERMIT, side=Side.BOTH))
    page = file("b.jpg", part(None, nearest=(PERMIT, 0.4)))
    assert len(assemble("ana", [card, page], [], TYPES).documents) == 2
