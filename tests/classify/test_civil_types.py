"""Civil-status records are told by their own words; what asks for or translates one is not one."""

import pytest

from docscheck.classify import PageEvidence, classify
from docscheck.classify.score import vocabulary_of
from docscheck.rulebook.load import build, packaged_rules, read
from tests.readers.printed import page

RULES = build(read(packaged_rules()))
VOCABULARY = vocabulary_of(RULES.types)


def kind_of(text: str) -> str | None:
    evidence = PageEvidence(text=page(text))
    return classify(evidence, RULES.types, VOCABULARY, RULES.portal.classify).type


@pytest.mark.parametrize(
    "text",
    [
        "Ville de Montclar\nCopie intégrale du registre des mariages\nMariage\n"
        "N° 12 BENALI Karim, du 03/05/2001, et Nadia ROUSSEL ont déclaré l'un après l'autre\n"
        "vouloir se prendre pour époux, et Nous avons prononcé qu'ils sont unis par le mariage.",
        "RÉPUBLIQUE DU SÉNÉGAL\nEXTRAIT DU REGISTRE DES ACTES DE MARIAGE\nÉpoux : Ali SOW\n"
        "Épouse : Awa FALL\nTémoins : Omar DIOP\nOption : monogamie\nLe mariage a été célébré",
        "Certified copy of an entry of marriage\nMarriage solemnized at the register office\n"
        "Name and surname   Age   Condition   Father's name\nJohn SMITH   27   Bachelor\n"
        "in the presence of us",
        "REGISTRO CIVIL\nCERTIFICACIÓN LITERAL DE MATRIMONIO\nContrayentes\n"
        "D. Juan PÉREZ y Dª Ana GIL han contraído matrimonio",
        "Standesamt Köln\nEheurkunde\nEhegatten: WEBER Jonas und KLEIN Petra",
        "EXTRAIT D'ACTE DE MARIAGE\nle seize mars deux mille vingt\nles futurs époux ont comparu",
    ],
)
def test_marriage_records(text: str) -> None:
    assert kind_of(text) == "marriage_certificate"


@pytest.mark.parametrize(
    "text",
    [
        "Commune nouvelle de Montclar\nGuichet unique état civil\nNaissance\n"
        "Extrait - filiation incluse\nNom\nOKAFOR\nPrénoms\nChidi\nNé(e)\nle 3 février 2001\n"
        "Parent 1 (père)\nObinna OKAFOR\nParent 2 (mère)\nNgozi EZE",
        "MAIRIE DE MONTCLAR\nBULLETIN DE NAISSANCE\n1. Nom   2. Prénoms\nKONE   Awa\n"
        "3. Date   4. Commune\n19/01/1997   Montclar\n6. Sexe\nféminin\nDélivré le 21/12/2026",
        "Mairie de Lyon\nCOPIE INTÉGRALE D'ACTE DE NAISSANCE\nLe douze mars deux mille est né\n"
        "Jean MARTIN, de sexe masculin, de Pierre MARTIN et de Marie BERNARD, son épouse\n"
        "Mention marginale : marié à Tours le 2 juin 2025 avec Ana LIMA",
        "Centre d'état civil de Douala\nACTE DE NAISSANCE\nNom de l'enfant : NKENG\n"
        "Fils de Emmanuel NKENG et de Rose NGO\nSur la déclaration de Paul EBOA",
    ],
)
def test_birth_records(text: str) -> None:
    assert kind_of(text) == "birth_certificate"


@pytest.mark.parametrize(
    "text",
    [
        "BUREAU DE TRADUCTION LINGUA\nTRADUCTION EN LANGUE FRANÇAISE\n"
        "Certificat de naissance numéro 15\nIl est certifié que Ting OUYANG est née le 29/11/2002\n"
        "Nom du père : Wei OUYANG\nNous confirmons l'exactitude de la traduction\nSworn translator",
        "Traduit de l'arabe\nEXTRAIT D'ACTE DE NAISSANCE\nNom : ALAMI\nTraduction certifiée\n"
        "conforme à l'original\nTraducteur assermenté près la cour d'appel de Lyon",
        "TRADUCTION ASSERMENTÉE\nActe de mariage\nÉpoux : Ali SOW   Épouse : Awa FALL\n"
        "Je soussignée traductrice, expert près la cour d'appel de Paris",
    ],
)
def test_translations(text: str) -> None:
    assert kind_of(text) == "sworn_translation"


def test_a_family_book_is_no_record_of_its_marriage() -> None:
    text = (
        "RÉPUBLIQUE FRANÇAISE\nLIVRET DE FAMILLE\nExtrait de l'acte de mariage n° 25\nÉPOUX\n"
        "Nom : MOREAU\nÉPOUSE\nNom : GARNIER\nMariage célébré à Tours\nPREMIER ENFANT"
    )
    assert kind_of(text) == "family_record_book"


@pytest.mark.parametrize(
    "text",
    [
        "Madame, Monsieur,\nMerci de nous adresser une copie de votre acte de naissance\n"
        "ou de votre acte de mariage, avec sa traduction, avant le 12 mars.\nCordialement",
        "ADMISSION\nPièces à fournir\nextrait d'acte de naissance avec filiation\npasseport\n"
        "relevé d'identité bancaire",
    ],
)
def test_what_asks_for_a_record_is_none(text: str) -> None:
    assert kind_of(text) not in {"birth_certificate", "marriage_certificate", "family_record_book"}


@pytest.mark.parametrize(
    "text",
    [
        "الجمهورية التونسية\nوزارة الداخلية\nمضـمون من رسم الولادة\nالاسم محمد\nاللقب بن علي\n"
        "تاريخ الولادة ومكانها 12-03-2002 صفاقس\nاسم الأب علي\nاسم الأم فاطمة",
        # The title is lost, and the letters come as Persian data spells them.
        "المملكة المغربية\nمكتب الحالة المدنية\nالاسم العائلی العلوی\nتاریخ الولادة ۱۲-۰۳-۲۰۰۲\n"
        "مکان الولادة مراکش\nوالده حسن\nوالدته أمینة\nضابط الحالة المدنية",
        "ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ\nΔΗΜΟΣ ΗΡΑΚΛΕΙΟΥ\nΠΙΣΤΟΠΟΙΗΤΙΚΟ ΓΕΝΝΗΣΗΣ\nΕπώνυμο ΑΝΤΩΝΙΟΥ\n"
        "Όνομα πατέρα ΙΩΑΝΝΗΣ\nΌνομα μητέρας ΣΟΦΙΑ",
        "РОССИЙСКАЯ ФЕДЕРАЦИЯ\nСПРАВКА О РОЖДЕНИИ\nИванова Ольга\nотец Иванов Пётр\n"
        "мать Иванова Анна\nОтдел ЗАГС",
        "全部事項証明書\n本籍 東京都新宿区\n"
        "氏名 山田 太郎\n父 山田 一郎\n母 山田 花子\n婚姻日 平成元年",
        "臺北市大安區戶政事務所\n出生證明書\n姓名 王小明\n父親姓名 王大明\n母親姓名 林美玉",
    ],
)
def test_birth_records_in_other_letters(text: str) -> None:
    assert kind_of(text) == "birth_certificate"


@pytest.mark.parametrize(
    "text",
    [
        "الجمهورية الجزائرية\nوزارة التربية الوطنية\nشهادة مدرسية\nالاسم محمد\nاللقب بن علي\n"
        "تاريخ الميلاد 12-03-2002\nمكان الميلاد وهران\nيزاول دراسته بالسنة الثالثة",
        "الجمهورية الجزائرية\nبلدية وهران\nمصلحة الحالة المدنية\nشهادة إقامة\n"
        "السيد محمد بن علي\nتاريخ الميلاد 12-03-2002\nيقيم بحي السلام\nوزارة الداخلية",
        "المملكة المغربية\nوزارة العدل\nنسخة من السجل العدلي\nالاسم محمد\nابن حسن\nوالدته أمينة\n"
        "تاريخ الولادة 12-03-2002\nمكان الولادة فاس",
        "الجمهورية التونسية\nوزارة الداخلية\nالحالة المدنية\nمضمون من رسم الوفاة\nرسم وفاة\n"
        "الاسم علي\nتاريخ الولادة 12-03-1942\nمكان الولادة صفاقس\nتاريخ الوفاة 2020\nابن حسن",
        "РОССИЙСКАЯ ФЕДЕРАЦИЯ\nСВИДЕТЕЛЬСТВО О СМЕРТИ\nИванов Пётр\nдата рождения 12.03.1942\n"
        "место рождения Казань\nЗАГС\nзапись акта о смерти",
        "РОССИЙСКАЯ ФЕДЕРАЦИЯ\nДИПЛОМ БАКАЛАВРА\nИванова Ольга\nдата рождения 12.03.2002",
        "公证书\n学历公证\n申请人 李小明 2002年3月12日出生\n"
        "兹证明 毕业证书 原件与复印件相符\n公证处 公证员",
        "ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ\nΑΠΟΛΥΤΗΡΙΟ ΛΥΚΕΙΟΥ\nΌνομα πατέρα ΙΩΑΝΝΗΣ\nΌνομα μητέρας ΣΟΦΙΑ\n"
        "Έτος γέννησης 2002\nΔήμος Ηρακλείου",
        "졸업증명서\n성명 김민수\n"
        "생년월일 2002년 03월 12일\n위 사람은 본교를 졸업하였음을 증명합니다",
    ],
)
def test_other_papers_in_other_letters_are_no_birth_records(text: str) -> None:
    assert kind_of(text) != "birth_certificate"


def test_a_page_of_spouses_and_their_children_is_a_family_book() -> None:
    text = (
        "Province de Nulleville\nLivret n° 12.345\nL'ÉPOUX          L'ÉPOUSE\n"
        "Nom   SAÏDI   MANSOURI\n"
        "Prénom   Omar   Leïla\nActe de mariage n° 77 du 04/05/1996\nLES ENFANTS\n"
        "Prénom   Sexe   Né le   à\nYasmine   F   08/09/2004   Nulleville"
    )
    assert kind_of(text) == "family_record_book"
