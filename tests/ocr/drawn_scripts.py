"""Pages in many scripts, drawn with Debian's fonts: nobody's papers."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from docscheck.pages.interface import Raster

_FONTS = "/usr/share/fonts/truetype"
_NASKH = f"{_FONTS}/noto/NotoNaskhArabic-Regular.ttf"
_SERIF = f"{_FONTS}/noto/NotoSerif-Regular.ttf"
_DROID = f"{_FONTS}/droid/DroidSansFallbackFull.ttf"
_RIGHT_TO_LEFT = ("arabic", "persian")

PAGES = {
    "arabic": (
        _NASKH,
        (
            "الجمهورية التونسية|مضمون ولادة|الاسم : محمد الأمين|اللقب : بن علي|"
            "تاريخ الولادة : 12 مارس 2002|مكان الولادة : صفاقس|اسم الأب : عبد الرزاق|"
            "اسم الأم : فاطمة الزهراء بن يوسف"
        ),
    ),
    "persian": (
        _NASKH,
        (
            "گواهی ولادت|سازمان ثبت احوال کشور|نام خانوادگی : پورمحمدی|نام : گلناز|"
            "محل تولد : تهران|نام پدر : پرویز|نام مادر : ژاله چگینی|گواهی پزشکی ولادت"
        ),
    ),
    "russian": (
        _SERIF,
        (
            "РОССИЙСКАЯ ФЕДЕРАЦИЯ|СВИДЕТЕЛЬСТВО О РОЖДЕНИИ|Фамилия Иванова|"
            "Имя, отчество Ольга Петровна|родилась 31 декабря 2003 года|"
            "Место рождения город Казань|Отец Иванов Пётр Сергеевич"
        ),
    ),
    "ukrainian": (
        _SERIF,
        (
            "УКРАЇНА|СВІДОЦТВО ПРО НАРОДЖЕННЯ|Прізвище Шевченко|"
            "Ім'я Олексій, по батькові Ігорович|народився 12 березня 2002 року|"
            "Місце народження: місто Київ, Україна"
        ),
    ),
    "greek": (
        _SERIF,
        (
            "ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ|Ληξιαρχική πράξη γέννησης|Επώνυμο: Παπαδόπουλος|Όνομα: Γεώργιος|"
            "Ημερομηνία γέννησης: 12 Μαρτίου 2002|Τόπος γέννησης: Θεσσαλονίκη|"
            "Πατέρας: Νικόλαος Παπαδόπουλος"
        ),
    ),
    "chinese": (
        f"{_FONTS}/wqy/wqy-microhei.ttc",
        (
            "出生公证书|申请人：李小明，男，2002年3月12日出生|"
            "兹证明李小明于2002年3月12日在上海市出生|李小明的父亲是李建国，李小明的母亲是王丽华|"
            "中华人民共和国上海市东方公证处|公证员：张伟"
        ),
    ),
    "japanese": (
        _DROID,
        (
            "出生届受理証明書|氏名　山田 太郎|生まれたとき　平成十四年三月十二日|"
            "生まれたところ　東京都新宿区|父　山田 一郎　母　山田 花子|"
            "上記の届出を受理したことを証明する|届出の年月日および受理番号についてのお知らせ"
        ),
    ),
    "korean": (
        f"{_FONTS}/nanum/NanumGothic.ttf",
        (
            "기본증명서|등록기준지 서울특별시 종로구|성명 김민수|출생연월일 2002년 03월 12일|"
            "출생장소 서울특별시 강남구|부 김철수 모 이영희|"
            "위 기본증명서는 가족관계등록부의 기록사항과|틀림없음을 증명합니다"
        ),
    ),
    "french": (
        _SERIF,
        (
            "RÉPUBLIQUE FRANÇAISE|Acte de naissance|Nom de famille : Martin|Prénoms : Jean Paul|"
            "né le 12 mars 2002 à Nantes|fils de Pierre Martin et de Marie Bernard|"
            "Mention marginale : néant"
        ),
    ),
}


def drawn(language: str) -> Raster:
    """Draw a page of six to eight lines at 150 dpi."""
    path, text = PAGES[language]
    font = ImageFont.truetype(path, 30)
    image = Image.new("L", (1240, 1000), 250)
    pen = ImageDraw.Draw(image)
    for row, line in enumerate(text.split("|")):
        top = 60 + 90 * row
        if language in _RIGHT_TO_LEFT:
            pen.text((1100, top), line, font=font, fill=15, anchor="ra", direction="rtl")
        else:
            pen.text((130, top), line, font=font, fill=15)
    return Raster(np.asarray(image), 150.0)
