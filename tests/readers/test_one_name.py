"""One name as two papers write it; what another person is called stands last."""

import pytest

from docscheck.readers.person_names import Match, same


@pytest.mark.parametrize(
    ("printed", "zone"),
    [
        ("Müller Jürgen", "MUELLER JUERGEN"), ("Ñandú José", "NXXANDU JOSE"),
        ("Þór Øystein Straße", "THOR OEYSTEIN STRASSE"), ("Đorđe Petrović", "DJORDJE PETROVIC"),
        ("Щербаков Юрий", "SHCHERBAKOV IURII"), ("Щербаков Юрий", "SHCHERBAKOV YURI"),
        ("Мельник Сергій", "MELNYK SERHII"), ("Жукова Юлия", "JOUKOVA IOULIA"),
        ("Цветков Ђорђе", "CVETKOV DORDE"), ("Папазов Щерьо", "PAPAZOV SHTERO"),
        ("Παπαδόπουλος Ευάγγελος", "PAPADOPOULOS EVANGELOS"),
        ("Le Goff Jean-Pierre", "LEGOFF JEAN PIERRE"), ("VAN DER BERG Jan", "Jan Vanderberg"),
        ("Mc Donald Ian", "MCDONALD IAN"), ("O'Brien Seán", "O BRIEN SEAN"),
        ("El-Amrani Salma", "SALMA ELAMRANI"), ("Suharto", "SUHARTO"),
    ],
)  # fmt: skip
def test_the_same_words(printed: str, zone: str) -> None:
    assert same(printed, zone) is Match.SAME
    assert same(zone, printed) is Match.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DUPONT née MARTIN Anne", "MARTIN épouse DUPONT Anne"),
        ("DUPONT née MARTIN Anne", "MARTIN Anne"), ("MARTIN ép. DUPONT Anne", "DUPONT ANNE"),
        ("PAPADOPOULOS KONSTANTINOS ALEX", "Papadopoulos Konstantinos Alexandros"),
        ("Ali bin Salman", "ALI SALMAN"), ("Maria de la Cruz Lopez", "LOPEZ CRUZ MARIA"),
    ],
)  # fmt: skip
def test_names_that_may_be_one(one: str, other: str) -> None:
    assert same(one, other) is Match.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Щербаков Юрий", "SHCHERBAKOV PAVEL"), ("Le Goff Jean", "LEGOFF MARIE"),
        ("TRAORE née DIALLO Awa", "KONE née DIALLO Fatou"), ("DUPONT née MARTIN", "KONE née SY"),
        ("Ivanov Petr", "IVANOVA PETRA"), ("Papadopoulos Ευάγγελος", "PAPADOPOULOS NIKOS"),
    ],
)  # fmt: skip
def test_names_of_two_people(one: str, other: str) -> None:
    assert same(one, other) is Match.DIFFERENT
