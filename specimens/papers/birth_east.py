"""Birth records of eastern Europe and Asia, as their registries word them. Data only."""

from __future__ import annotations

from specimens.papers.forms import Form

TURKEY_REGISTER = Form(
    "turkey_register",
    "tr",
    ("TUR",),
    ("NÜFUS KAYIT ÖRNEĞİ", "Doğum Belgesi"),
    "grid",
    head=("T.C.", "İÇİŞLERİ BAKANLIĞI", "Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü"),
    rows=(
        ("T.C. Kimlik No", "{long}"),
        ("Soyadı", "{surname}"),
        ("Adı", "{given}"),
        ("Cinsiyeti", "{sex_tr}"),
        ("Doğum Yeri", "{place}"),
        ("Doğum Tarihi", "{born_dot}"),
        ("Baba Adı ve Soyadı", "{father}"),
        ("Anne Adı ve Soyadı", "{mother}"),
        ("Tescil Tarihi", "{reg_dot}"),
        ("Düşünceler", "-"),
    ),
    foot=("Bu belge elektronik olarak {day_dot} tarihinde düzenlenmiştir.", "Nüfus Müdürü"),
    stamp=("T.C. NÜFUS MÜDÜRLÜĞÜ", "{PLACE}"),
    families=("DejaVu Sans", "Liberation Sans"),
    furniture=("qr",),
)

CHINA = Form(
    "china_notarial",
    "zh",
    ("CHN",),
    ("公  证  书",),
    "prose",
    head=("（{issue_year}）京安外证字第{number}号",),
    text=(
        "申请人：{ch_name}，{sex_zh}，{born_zh}出生，公民身份号码：{long}。",
        "公证事项：出生",
        (
            "兹证明{ch_name}于{born_zh}在中国{place}出生。{ch_name}的父亲是{ch_father}，"
            "{ch_name}的母亲是{ch_mother}。"
        ),
    ),
    foot=("中华人民共和国北京市安泰公证处", "公证员 {ch_surname}", "{day_zh}"),
    stamp=("中华人民共和国公证处", "公证"),
    families=("WenQuanYi Micro Hei",),
    size=14.0,
    latin=False,
    furniture=("frame",),
)

CHINA_FRENCH = Form(
    "china_notarial_french",
    "fr",
    ("CHN",),
    ("ACTE NOTARIÉ", "(Traduction)"),
    "prose",
    head=("({issue_year}) Jing An Wai Zheng Zi n° {number}",),
    text=(
        "Requérant(e) : <b>{name_sg}</b>, de sexe {sexe}, {ne} le {born_fr}.",
        "Objet : certificat de naissance",
        (
            "Il est certifié par les présentes que {name_sg} est {ne} le {born_fr} à "
            "{place}, en Chine. "
            "Le père de {name_sg} s'appelle {father_surname} {father_given} et la mère "
            "de {name_sg} "
            "s'appelle {mother_surname} {mother_given}."
        ),
    ),
    foot=("Étude notariale An Tai de Beijing", "République populaire de Chine", "Le {day_fr}"),
    stamp=("ÉTUDE NOTARIALE", "AN TAI"),
    families=("Liberation Serif", "FreeSerif"),
    size=12.0,
)

RUSSIA = Form(
    "russia",
    "ru",
    ("RUS", "KAZ", "BLR"),
    ("СВИДЕТЕЛЬСТВО О РОЖДЕНИИ",),
    "ruled",
    head=("РОССИЙСКАЯ ФЕДЕРАЦИЯ",),
    rows=(
        ("Фамилия", "{cy_surname}"),
        ("Имя, отчество", "{cy_given}"),
        ("{rod}", "{born_ru} г."),
        ("Место рождения", "г. {cy_place}"),
        ("составлена запись акта о рождении №", "{number} от {reg_dot}"),
        ("Отец", "{cy_father}"),
        ("Гражданин", "Российской Федерации"),
        ("Мать", "{cy_mother}"),
        ("Гражданка", "Российской Федерации"),
        ("Место государственной регистрации", "Отдел ЗАГС г. {cy_place}"),
        ("Дата выдачи", "{day_dot}"),
    ),
    foot=("Руководитель органа записи актов", "гражданского состояния", "IV-МЮ № {serial}"),
    stamp=("ЗАГС", "МИНИСТЕРСТВО"),
    furniture=("waves", "crest", "frame"),
    latin=False,
    families=("Liberation Serif", "DejaVu Serif"),
)

VIETNAM = Form(
    "vietnam",
    "vi",
    ("VNM",),
    ("GIẤY KHAI SINH",),
    "ruled",
    head=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN {PLACE}",
        "Số: {number}/{year}",
    ),
    rows=(
        ("Họ, chữ đệm, tên:", "{name_sg}"),
        ("Ngày, tháng, năm sinh:", "{born_vi}"),
        ("Giới tính:", "{sex_vi}"),
        ("Dân tộc:", "Kinh"),
        ("Quốc tịch:", "Việt Nam"),
        ("Nơi sinh:", "{place}"),
        ("Quê quán:", "{place}"),
        ("Họ, chữ đệm, tên người mẹ:", "{mother_surname} {mother_given}"),
        ("Họ, chữ đệm, tên người cha:", "{father_surname} {father_given}"),
        ("Nơi đăng ký khai sinh:", "Ủy ban nhân dân {place}"),
        ("Ngày, tháng, năm đăng ký:", "{reg_num}"),
    ),
    foot=("NGƯỜI KÝ GIẤY KHAI SINH", "(Đã ký)"),
    stamp=("ỦY BAN NHÂN DÂN", "{PLACE}"),
    furniture=("waves", "crest", "frame"),
    families=("DejaVu Serif", "Liberation Serif"),
)

FORMS = (TURKEY_REGISTER, CHINA, RUSSIA, VIETNAM)
