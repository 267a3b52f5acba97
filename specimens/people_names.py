"""Which names do people of a country bear? Common names only, combined at random.

Each entry is `Latin` or `Latin=native script`; several words stay together with a hyphen or a
no-break underscore (`_` is printed as a space).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamePool:
    """The names of one country."""

    surnames: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    towns: tuple[str, ...]
    surnames_borne: int = 1
    """Two where a person bears the name of each parent."""
    most_given: int = 2
    single_name_share: float = 0.0
    feminine: tuple[tuple[str, str], ...] = ()
    """Ending of a surname and what a woman bears instead, first match wins."""


def _pool(
    surnames: str,
    men: str,
    women: str,
    towns: str,
    borne: int = 1,
    most_given: int = 2,
    single: float = 0.0,
    feminine: tuple[tuple[str, str], ...] = (),
) -> NamePool:
    return NamePool(
        tuple(surnames.split()),
        tuple(men.split()),
        tuple(women.split()),
        tuple(towns.split()),
        borne,
        most_given,
        single,
        feminine,
    )


_RUSSIAN_WOMEN = (("ev", "eva"), ("ov", "ova"), ("in", "ina"), ("skii", "skaia"), ("oi", "aia"))
_POLISH_WOMEN = (("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"))

POOLS: dict[str, NamePool] = {
    "MAR": _pool(
        "El_Amrani=العمراني Benali=بنعلي Bennani=بناني Alaoui=العلوي Tazi=التازي Ait_Lahcen"
        " Ouazzani=الوزاني"
        " Chraïbi=الشرايبي El_Idrissi=الإدريسي Lahlou=لحلو Berrada=برادة Zerouali=الزروالي",
        "Youssef=يوسف Mohammed_Amine Anas=أنس Hamza=حمزة Ilyas=إلياس Reda=رضا Mehdi=مهدي Omar=عمر",
        "Salma=سلمى Fatima_Zahra Imane=إيمان Hajar=هاجر Kenza=كنزة Chaimae=شيماء Meryem=مريم"
        " Ghita=غيثة",
        "Casablanca Rabat Fès Marrakech Agadir Tétouan Meknès Oujda",
        most_given=1,
    ),
    "DZA": _pool(
        "Benkhelifa=بن_خليفة Boudiaf=بوضياف Hadj_Ali Mansouri=منصوري Belkacem=بلقاسم Ziani=زياني"
        " Cherif=شريف"
        " Aït_Ouali Khelladi=خلادي Boumediene=بومدين",
        "Abdelkader=عبد_القادر Riad=رياض Nassim=نسيم Walid=وليد Sofiane=سفيان Islam=إسلام"
        " Rayane=ريان",
        "Amira=أميرة Lina=لينا Nour_El_Houda Yasmine=ياسمين Sarah=سارة Manel=منال Ikram=إكرام",
        "Alger Oran Constantine Tlemcen Béjaïa Tizi-Ouzou Sétif Annaba",
        most_given=1,
    ),
    "TUN": _pool(
        "Ben_Salah=بن_صالح Trabelsi=الطرابلسي Gharbi=الغربي Ben_Youssef=بن_يوسف Jaziri=الجزيري"
        " Mejri=الماجري"
        " Ayari=العياري Bouazizi=البوعزيزي Chebbi=الشابي",
        "Aziz=عزيز Skander=سكندر Firas=فراس Ahmed=أحمد Wassim=وسيم Malek=مالك",
        "Emna=آمنة Rim=ريم Nesrine=نسرين Oumaima=أميمة Sirine=سيرين Asma=أسماء",
        "Tunis Sfax Sousse Bizerte Gabès Kairouan Monastir",
        most_given=1,
    ),
    "SEN": _pool(
        "Ndiaye Diop Fall Sow Guèye N'Diaye Sarr Faye Mbaye Cissé Ba Diouf",
        "Mamadou Cheikh_Tidiane Ousmane Ibrahima Pape_Malick Abdoulaye Serigne_Fallou Modou",
        "Aminata Awa Fatou Mame_Diarra Khady Ndèye_Coumba Aïssatou Rokhaya",
        "Dakar Thiès Saint-Louis Ziguinchor Kaolack Touba Rufisque",
    ),
    "CMR": _pool(
        "Ngo_Bassong Mbarga Fotso Tchoumi Nkeng Essomba Kamdem Njoya Abena Tchakounté Biya_Ondoa"
        " Ateba",
        "Jean-Claude Serge_Aimé Boris Franck_Steve Alain_Roméo Cédric Emmanuel Junior",
        "Marie-Louise Carine_Flore Estelle Grâce_Divine Solange Nadège Prudence Christelle",
        "Yaoundé Douala Bafoussam Garoua Bamenda Dschang Ngaoundéré",
        most_given=3,
    ),
    "CIV": _pool(
        "Kouassi Koné Ouattara Yao N'Guessan Touré Kouamé Bamba Traoré Gnahoré Aké",
        "Kouadio Jean-Marc Aboubacar Yann_Arthur Konan Souleymane Wilfried Didier",
        "Adjoua Affoué_Marie Mariam Akissi Aya_Grâce Fatoumata Amenan Prisca",
        "Abidjan Bouaké Yamoussoukro Daloa Korhogo San-Pédro",
        most_given=3,
    ),
    "GIN": _pool(
        "Bah Diallo Camara Barry Condé Sylla Soumah Keïta",
        "Alpha_Oumar Mamadou_Saliou Thierno Ibrahima_Sory Lansana Elhadj",
        "Kadiatou Mariama_Ciré Hawa Fanta Aïcha Oumou",
        "Conakry Labé Kankan Kindia Nzérékoré",
    ),
    "CHN": _pool(
        "Wang=王 Li=李 Zhang=张 Liu=刘 Chen=陈 Yang=杨 Zhao=赵 Huang=黄 Zhou=周 Wu=吴 Lü=吕"
        " Ouyang=欧阳 Xu=徐",
        "Haoran=浩然 Yuxuan=宇轩 Zihao=子豪 Wei=伟 Jianguo=建国 Mingze=明泽 Jun=军 Bowen=博文",
        "Xinyi=欣怡 Zihan=子涵 Mei=梅 Yutong=雨桐 Jiayi=佳怡 Xiaohong=小红 Ting=婷 Siqi=思琪",
        "Beijing Shanghai Sichuan Guangdong Hubei Zhejiang Shandong Liaoning",
        most_given=1,
    ),
    "IND": _pool(
        "Sharma Patel Singh Iyer Reddy Gupta Nair Chatterjee Desai Kulkarni Subramanian D'Souza"
        " Verma",
        "Arjun Rahul Vikram Rohan_Kumar Aditya Karthik Siddharth Gurpreet",
        "Priyanka Ananya Divya Sneha Kavya Lakshmi_Priya Meera Harpreet",
        "Chennai Mumbai Pune Kochi Hyderabad Ludhiana Kolkata Bengaluru",
        single=0.2,
    ),
    "IDN": _pool(
        "Wijaya Santoso Siregar Pratama Hidayat Nasution Kusuma Halim",
        "Budi Agus_Setiawan Rizky Dimas Fajar Suharto",
        "Dewi Siti_Nurhaliza Putri Ayu Ratna Indah_Permata",
        "Jakarta Surabaya Bandung Medan Yogyakarta",
        single=0.25,
    ),
    "VNM": _pool(
        "Nguyễn Trần Lê Phạm Hoàng Đặng Vũ Bùi Đỗ Võ",
        "Văn_Minh Quốc_Bảo Đức_Anh Hữu_Phước Minh_Khôi Tuấn",
        "Thị_Mai_Hương Thu_Hà Ngọc_Ánh Bảo_Trân Khánh_Linh Phương_Thảo",
        "Hà_Nội Đà_Nẵng Huế Hải_Phòng Cần_Thơ Nghệ_An",
        most_given=1,
    ),
    "BRA": _pool(
        "da_Silva dos_Santos Oliveira Souza Gonçalves Araújo Magalhães Conceição Ribeiro Teixeira",
        "João_Pedro Lucas Guilherme Rafael Thiago Mateus Caíque Antônio",
        "Ana_Luíza Maria_Eduarda Beatriz Larissa Júlia Letícia Flávia Inês",
        "São_Paulo Recife Belém Curitiba Salvador Brasília Goiânia Florianópolis",
        borne=2,
        most_given=1,
    ),
    "COL": _pool(
        "Rodríguez García Muñoz Gómez Peña Castaño Zuluaga Ospina Cárdenas Londoño Quiñones Ángel",
        "Juan_Sebastián Andrés_Felipe Santiago José_Luis Nicolás Óscar Camilo",
        "María_Camila Daniela Valentina Sofía Laura_Ximena Lucía Yuliana",
        "Bogotá Medellín Cali Barranquilla Bucaramanga Ibagué Manizales",
        borne=2,
        most_given=1,
    ),
    "MEX": _pool(
        "Hernández Martínez López González Pérez de_la_Cruz Ramírez Núñez Ibáñez Treviño Chávez",
        "José_Ángel Diego Emiliano Luis_Fernando Ángel Raúl Héctor",
        "Guadalupe María_Fernanda Ximena Regina Itzel Andrea_Belén Renata",
        "Guadalajara Monterrey Puebla Mérida Oaxaca Querétaro León",
        borne=2,
        most_given=1,
    ),
    "PER": _pool(
        "Quispe Flores Huamán Vásquez Rojas Mamani Castillo Núñez",
        "Luis_Alberto Renzo Jhon_Jairo Sebastián Martín",
        "Milagros Ana_Lucía Rosa_Elena Fiorella Yesenia",
        "Lima Arequipa Cusco Trujillo Puno",
        borne=2,
        most_given=1,
    ),
    "LBN": _pool(
        "El_Khoury=الخوري Haddad=حداد Abou_Jaoudé Saliba=صليبا Nassar=نصار Chamoun=شمعون"
        " Hajj=الحاج Gemayel"
        " Fakhoury=فاخوري",
        "Charbel=شربل Elie=إيلي Karim=كريم Georges=جورج Ali=علي Marc=مارك",
        "Rita=ريتا Maya=مايا Zeinab=زينب Joëlle Nour=نور Carla=كارلا",
        "Beyrouth Tripoli Zahlé Saïda Jounieh Baalbek",
        most_given=1,
    ),
    "SYR": _pool(
        "Al-Hassan=الحسن Al_Masri=المصري Darwish=درويش Kabbani=قباني Al-Ahmad=الأحمد Sabbagh=صباغ",
        "Basel=باسل Tarek=طارق Anas=أنس Hadi=هادي Majd=مجد",
        "Rama=راما Hala=هلا Lubna=لبنى Reem=ريم Dima=ديما",
        "Damas Alep Homs Lattaquié Hama",
        most_given=1,
    ),
    "IRN": _pool(
        "Hosseini=حسینی Mohammadi=محمدی Rahimi=رحیمی Karimi_Zadeh Ahmadpour Sadeghi=صادقی"
        " Mousavi=موسوی"
        " Jafari_Nejad Akbari=اکبری",
        "Amir_Hossein Reza=رضا Mehrdad=مهرداد Arash=آرش Sina=سینا Pouya=پویا",
        "Zahra=زهرا Niloufar=نیلوفر Sara=سارا Parisa=پریسا Maryam=مریم Shirin=شیرین",
        "Tehran Shiraz Isfahan Tabriz Mashhad Rasht",
        most_given=1,
    ),
    "TUR": _pool(
        "Yılmaz Şahin Öztürk Çelik Güneş Kaya Işık Doğan Aydın Koç Ünal",
        "Emre Çağrı Mustafa_Kemal Ömer Yiğit Barış Oğuzhan İbrahim",
        "Ayşe Elif_Nur Gülşah Zeynep Büşra Şeyma Özge İrem",
        "İstanbul Ankara İzmir Diyarbakır Eskişehir Gaziantep Muğla",
    ),
    "RUS": _pool(
        "Ivanov=Иванов Smirnov=Смирнов Kuznetsov=Кузнецов Sokolov=Соколов Zaitsev=Зайцев"
        " Orlov=Орлов"
        " Nikitin=Никитин Dostoevskii=Достоевский Tolstoi=Толстой",
        "Aleksei=Алексей Dmitrii=Дмитрий Ivan=Иван Kirill=Кирилл Maksim=Максим Ilia=Илья",
        "Anastasiia=Анастасия Ekaterina=Екатерина Daria=Дарья Kseniia=Ксения Mariia=Мария"
        " Polina=Полина",
        "Moskva Sankt-Peterburg Kazan Novosibirsk Perm Samara",
        most_given=1,
        feminine=_RUSSIAN_WOMEN,
    ),
    "UKR": _pool(
        "Shevchenko=Шевченко Kovalenko=Коваленко Bondarenko=Бондаренко Tkachuk=Ткачук"
        " Kravchenko=Кравченко"
        " Lysenko=Лисенко Melnyk=Мельник",
        "Oleksandr=Олександр Andrii=Андрій Taras=Тарас Bohdan=Богдан Yurii=Юрій",
        "Oksana=Оксана Yuliia=Юлія Solomiia=Соломія Iryna=Ірина Nataliia=Наталія",
        "Kyiv Lviv Odesa Kharkiv Dnipro Chernivtsi",
        most_given=1,
    ),
    "USA": _pool(
        "Johnson Williams O'Connor Nguyen Garcia-Lopez Smith McAllister Washington Kowalski Park",
        "Michael_James Tyler Christopher_Lee Ethan DeShawn Andrew",
        "Emily_Rose Madison Jessica_Ann Ashley Olivia Hannah_Grace",
        "California Texas New_York Ohio Massachusetts Illinois",
    ),
    "GBR": _pool(
        "Taylor Hughes Davies-Jones MacDonald Okafor Khan Fitzgerald Wright Pemberton Ó_Briain",
        "Oliver James_Edward Harry Callum George_William Mohammed",
        "Amelia Charlotte_Elizabeth Isla Freya Zoë Siân",
        "London Glasgow Cardiff Leeds Bristol Belfast",
    ),
    "CAN": _pool(
        "Tremblay Bouchard Gagnon-Roy MacLeod Côté Lévesque Chan Wilson Bélanger",
        "Félix William Étienne Mathieu Liam Jean-François",
        "Camille Noémie Emma Marie-Ève Océane Sophie",
        "Montréal Québec Toronto Vancouver Sherbrooke Halifax",
    ),
    "DEU": _pool(
        "Müller Schröder Weiß von_der_Heide Jäger Köhler Groß Schmidt-Öztürk Böhm Lindemann",
        "Lukas Jürgen Björn Maximilian_Alexander Jörg Felix",
        "Käthe Anna_Lena Jana Sophie_Charlotte Mareike Zoë",
        "München Köln Düsseldorf Lübeck Würzburg Berlin",
    ),
    "ESP": _pool(
        "García Fernández Sánchez Muñoz Núñez Ibáñez de_la_Fuente Giménez Peñalver Echeverría",
        "Álvaro José_María Íñigo Javier Sergio Martín",
        "Lucía María_Ángeles Begoña Nuria Inés Carmen",
        "Madrid Sevilla Zaragoza A_Coruña Málaga Bilbao",
        borne=2,
        most_given=1,
    ),
    "ITA": _pool(
        "Rossi Esposito D'Angelo De_Luca Bianchi Ferrari Dell'Acqua Pellegrini Lo_Presti Niccolò",
        "Matteo Niccolò Giovanni Andrea Francesco_Maria Davide",
        "Chiara Giulia Martina Maria_Teresa Elisa Beatrice",
        "Roma Milano Forlì Bologna Palermo L'Aquila",
    ),
    "ROU": _pool(
        "Popescu Ionescu Ștefănescu Țurcanu Munteanu Văcărescu Dragomir Brâncuși",
        "Andrei Ștefan_Alexandru Ionuț Răzvan Mihai Cătălin",
        "Ioana Andreea_Mădălina Bianca Ștefania Alexandra Crăița",
        "București Iași Cluj-Napoca Timișoara Brașov Constanța",
    ),
    "POL": _pool(
        "Kowalski Wiśniewski Wójcik Dąbrowski Zieliński Szymański Łukaszewicz Górecki Żak",
        "Łukasz Paweł Stanisław Grzegorz Michał Wojciech",
        "Małgorzata Agnieszka Zofia Elżbieta Magdalena Żaneta",
        "Warszawa Kraków Łódź Wrocław Gdańsk Poznań",
        feminine=_POLISH_WOMEN,
    ),
    "PRT": _pool(
        "Ferreira da_Costa Gonçalves Simões Magalhães Antunes Brandão Mourão Leitão",
        "João_Miguel Tomás Gonçalo Luís Sebastião",
        "Inês Maria_da_Conceição Joana Beatriz Mónica",
        "Lisboa Porto Coimbra Évora Setúbal Braga",
        borne=2,
        most_given=1,
    ),
    "BEL": _pool(
        "Van_den_Broeck Peeters Janssens De_Smet Dubois Lambert Vandenberghe Claes",
        "Bram Lars Maxime Thibault Wout Jérôme",
        "Noor Élise Lotte Margaux Femke Chloé",
        "Antwerpen Liège Gent Namur Leuven Bruxelles",
        most_given=3,
    ),
    "GRC": _pool(
        "Papadopoulos=Παπαδόπουλος Georgiou=Γεωργίου Nikolaidis=Νικολαΐδης Vlachos=Βλάχος",
        "Georgios=Γεώργιος Dimitrios=Δημήτριος Konstantinos=Κωνσταντίνος",
        "Eleni=Ελένη Maria=Μαρία Aikaterini=Αικατερίνη",
        "Athina Thessaloniki Patra Volos",
        most_given=1,
    ),
    "FRA": _pool(
        "Lefèvre Moreau Bœuf Le_Gall Dupont-Durand Géraud d'Estrées Hoarau Teriipaia Faure",
        "Théo Jean-Baptiste Loïc Gaël Raphaël Hugo",
        "Chloé Anne-Sophie Maëlys Éloïse Inès Hinano",
        "Nouméa Papeete Lyon Brest Saint-Pierre Toulouse",
        most_given=3,
    ),
    "KOR": _pool(
        "Kim=김 Lee=이 Park=박 Choi=최 Jung=정 Kang=강 Yoon=윤",
        "Minjun=민준 Seo_Jun=서준 Dong-Hyun=동현 Ji-Hoon=지훈 Hyunwoo=현우",
        "Seoyeon=서연 Ji-Woo=지우 Min_Seo=민서 Haeun=하은 Su-Bin=수빈",
        "Seoul Busan Incheon Daegu Gwangju",
        most_given=1,
    ),
    "JPN": _pool(
        "Sato=佐藤 Suzuki=鈴木 Takahashi=高橋 Tanaka=田中 Ito=伊藤 Kobayashi=小林 Ono=小野",
        "Haruto=陽翔 Sota=蒼太 Kenji=健二 Yuki=悠希 Shohei=翔平",
        "Yui=結衣 Sakura=桜 Aoi=葵 Haruka=遥 Misaki=美咲",
        "Tokyo Osaka Kyoto Hokkaido Fukuoka Okinawa",
        most_given=1,
    ),
}
"""By ISO 3166 alpha-3."""

KEPT_POOLS: dict[str, NamePool] = {
    "BEN": _pool(
        "Hounkpatin Agossou Adjovi Dossou Zinsou Houngbédji Sossa Gbaguidi",
        "Codjo Rodrigue Sènan Pacôme Hervé_Koffi Gildas Mahougnon",
        "Sènami Afiavi Mireille Ornella Ayaba Bénédicte_Akouavi Fifamè",
        "Cotonou Porto-Novo Parakou Abomey Ouidah Djougou",
        most_given=3,
    ),
    "GAB": _pool(
        "Ondo_Obiang Nzé Moussavou Mba_Nguéma Boussougou Ntoutoume Mouketou",
        "Juste_Aimé Landry Ulrich Franck_Davy Stive Brice Yoann",
        "Grâce_Ornella Murielle Laure Prudence Leslie Nadège Cheryl",
        "Libreville Port-Gentil Franceville Oyem Mouila Lambaréné",
    ),
    "MLI": _pool(
        "Coulibaly Sangaré Dembélé Sissoko Doumbia Samaké Tounkara Maïga",
        "Bakary Modibo Seydou Cheick_Oumar Drissa Adama Moussa",
        "Aminata Oumou Kadidia Assitan Rokia Djénéba Nana_Kadidia",
        "Bamako Sikasso Kayes Ségou Mopti Koutiala",
    ),
    "TGO": _pool(
        "Agbeko Amouzou Lawson-Body Tchalla Akakpo Kpodar Atayi",
        "Kossi Edem Komlan_Elom Yawo Ayité Essohanam Kodjovi",
        "Akofa Délali Abla_Sika Essi Enyonam Afi Yawa",
        "Lomé Kpalimé Sokodé Kara Atakpamé Aného",
    ),
    "MDG": _pool(
        "Rakotonirina Andriamanantsoa Razafindrakoto Rasoanaivo Randriamihaja Ravelojaona",
        "Tojo_Nirina Hery Mamy Fanomezantsoa Andry Solofo Tahina",
        "Voahangy Miora Hasina Lalaina Mialy_Tiana Sitraka Onja",
        "Antananarivo Toamasina Antsirabe Fianarantsoa Mahajanga",
    ),
    "ECU": _pool(
        "Quishpe Cevallos Andrade Toapanta Guamán Moreira Zambrano Yépez",
        "Juan_Sebastián Kevin Mateo Alexis Byron Cristhian",
        "Doménica Karla Nathaly Emilia Gabriela_Estefanía Melany",
        "Quito Guayaquil Cuenca Ambato Loja Riobamba",
        borne=2,
    ),
    "EGY": _pool(
        "El-Sherbiny Mansour Abdel_Rahman Shaheen Gamal Hosny El-Masry Farouk",
        "Mahmoud Karim Ahmed Mostafa Youssef Sherif",
        "Nour Yasmin Mariam Habiba Salma Aya",
        "Cairo Alexandria Giza Mansoura Tanta Assiut",
    ),
}
"""People of states kept for measuring: never drawn unless asked for."""


def plain_name(entry: str) -> str:
    """The Latin name of an entry."""
    return entry.partition("=")[0].replace("_", " ")


NATIVE: dict[tuple[str, str], str] = {
    (country, plain_name(entry)): entry.partition("=")[2].replace("_", " ")
    for country, pool in POOLS.items()
    for entry in (*pool.surnames, *pool.men, *pool.women)
    if "=" in entry
}
"""Country and Latin name -> the name in the country's own script, where we know it."""

FRENCH_STREETS = (
    "12 rue des Lilas|69008|Lyon",
    "4 allée Jean Moulin|31400|Toulouse",
    "27 avenue de la Gare|35000|Rennes",
    "Résidence Les Cèdres, 3 rue Pasteur|59000|Lille",
    "158 boulevard Voltaire|75011|Paris",
    "9 bis rue de l'Église|67000|Strasbourg",
    "33 cours de la Marne|33800|Bordeaux",
    "Cité universitaire Bât. C ch. 214, 2 rue du Campus|34090|Montpellier",
    "6 quai Vauban|25000|Besançon",
    "81 rue de Metz|54000|Nancy",
    "15 place du Marché|86000|Poitiers",
    "102 route de Vannes|44100|Nantes",
    "7 impasse des Acacias|38400|Saint-Martin-d'Hères",
    "45 rue Saint-Étienne|13006|Marseille",
    "2 chemin du Bois|91400|Orsay",
    "19 rue Georges Clemenceau|63000|Clermont-Ferrand",
)
"""Street, postal code and town, parted by a bar."""
