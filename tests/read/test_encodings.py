"""Text in any encoding: short texts of many languages, as the programs of their country write them."""

from __future__ import annotations

import pytest

from resumefit.core.document import DocumentState
from resumefit.read import read_document
from resumefit.read.encodings import decode, is_text

TEXTS = {
    "Polish": (
        "Zofia Wiśniewska\nInżynier produktu, Kraków\nProwadziłam zespół źródłowych danych\n",
        "cp1250 iso8859-2 cp852 utf-7",
    ),
    "Russian": (
        "Пётр Соколов\nМенеджер продукта\nЗапустил сервис проверки платежей\n",
        "cp1251 koi8-r cp866 iso8859-5 mac_cyrillic utf-16-le utf-16-be",
    ),
    "English with typographic marks": (
        "Zoë Quinn\nProduct manager – fintech\n• Led “Atlas”, the team’s new API\n• Cut costs by 30 %\nEducation: BSc, 2012–2015\n",
        "cp1252 mac_roman",
    ),
    "English with a French word": (
        "Jane Roe résumé\nProduct manager at Café Noir\n",
        "cp1252 latin-1 mac_roman cp850 cp437 iso8859-15",
    ),
    "a Spanish name": (
        "José Álvarez\nSenior PM\n",
        "cp1252 mac_roman cp850",
    ),
    "names of several languages": (
        "Renée Müller, naïve façade\nPM\n",
        "cp1252 mac_roman cp850 iso8859-15",
    ),
    "German": (
        "Jürgen Groß\nLeiter für Produktentwicklung in Köln\nÜbernahme der Führungsaufgaben\n",
        "cp1252 mac_roman cp850 cp437",
    ),
    "Spanish": (
        "Iñigo Peña\nJefe de producto en Málaga\nDirección de años de experiencia ¿qué?\n",
        "cp1252 mac_roman cp850",
    ),
    "Swedish": (
        "Åsa Öberg\nProduktägare på Göteborgs hamn\nFörbättrade flödet\n",
        "cp1252 mac_roman cp850",
    ),
    "Danish": (
        "Søren Østergaard\nProduktejer i København\nÅrhus\n",
        "cp1252 mac_roman cp850",
    ),
    "Portuguese": (
        "João Conceição\nGestão de produtos em São Paulo\nOrganização e inovação\n",
        "cp1252 mac_roman cp850",
    ),
    "Czech": (
        "Jiří Dvořák\nProduktový manažer, Plzeň\nZlepšil průběh žádostí o půjčku\n",
        "cp1250 iso8859-2 cp852 mac_latin2",
    ),
    "Hungarian": (
        "Szűcs Ödön\nTermékmenedzser, Győr\nFejlesztő csapat vezetése, működés\n",
        "cp1250 iso8859-2 cp852",
    ),
    "Romanian": (
        "Ştefan Ţurcanu\nManager de produs, Timişoara\nÎmbunătăţirea experienţei\n",
        "cp1250 iso8859-2",
    ),
    "Croatian": (
        "Željko Kovačić\nVoditelj proizvoda, Šibenik\n",
        "cp1250 iso8859-2",
    ),
    "Lithuanian": (
        "Jūratė Žukauskaitė\nProdukto vadovė, Šiauliai\nPagerino užsakymų procesą\n",
        "cp1257 iso8859-13",
    ),
    "Latvian": (
        "Jānis Bērziņš\nProdukta vadītājs, Rīga\n",
        "cp1257",
    ),
    "Estonian": (
        "Jüri Põder\nTootejuht, Pärnu\nÕppis ülikoolis\n",
        "cp1257 cp1252",
    ),
    "Icelandic": (
        "Þórður Jónsson\nVörustjóri í Reykjavík\nÁbyrgð á þróun\n",
        "cp1252",
    ),
    "Turkish": (
        "Çağrı Yıldız\nÜrün müdürü, İzmir\nGeliştirme süreçlerini iyileştirdi\n",
        "cp1254 iso8859-9 cp857",
    ),
    "Ukrainian": (
        "Олександр Їжакевич\nМенеджер продукту, Київ\nЗапустив сервіс перевірки\n",
        "cp1251 koi8-u",
    ),
    "Bulgarian": (
        "Ивайло Щерев\nПродуктов мениджър, София\n",
        "cp1251 iso8859-5",
    ),
    "Serbian": (
        "Љубица Ђорђевић\nМенаџер производа, Ниш\n",
        "cp1251 iso8859-5",
    ),
    "Russian among English": (
        "CV\nИван Петров, Product Manager\nB2B SaaS, запуск API\nИмя: Иван\n",
        "cp1251 koi8-r cp866 iso8859-5",
    ),
    "Russian capitals": (
        "ИВАН ПЕТРОВ\nОПЫТ РАБОТЫ\nПродакт-менеджер в банке\n",
        "cp1251 koi8-r cp866",
    ),
    "Hebrew": (
        "דנה לוי\nמנהלת מוצר בתל אביב\nהובלת צוות פיתוח\n",
        "cp1255 iso8859-8",
    ),
    "Arabic": (
        "ليلى حداد\nمديرة منتج في بيروت\nقيادة فريق التطوير\n",
        "cp1256 iso8859-6",
    ),
    "Thai": (
        "สมชาย ใจดี\nผู้จัดการผลิตภัณฑ์ กรุงเทพ\nนำทีมพัฒนา\n",
        "cp874",
    ),
    "Chinese": (
        "李明\n产品经理,北京\n负责支付平台的产品规划和数据分析\n",
        "gb18030",
    ),
    "Chinese of Taiwan": (
        "陳怡君\n產品經理,台北\n負責支付平台的產品規劃與資料分析\n",
        "big5",
    ),
    "Korean": (
        "김민수\n프로덕트 매니저, 서울\n결제 서비스를 출시하고 이탈률을 낮췄습니다\n",
        "euc_kr",
    ),
    "Greek": (
        "Ελένη Παππά\nΔιευθύντρια προϊόντος, Αθήνα\n",
        "cp1253 iso8859-7",
    ),
    "Japanese": (
        "鈴木花子\nプロダクトマネージャー\n東京\n",
        "shift_jis euc_jp utf-16-le utf-16-be iso2022_jp",
    ),
    "several scripts": (
        "Łukasz\nDr Zoë\nПётр\n",
        "utf-8 utf-16-le utf-16-be utf-32-le utf-32-be utf-16",
    ),
    "plain ASCII": (
        "Jane Roe\nPM\n",
        "utf-16-le utf-16-be utf-32-le utf-32-be utf-16",
    ),
    "Chinese, wide": (
        "李明\n产品经理,北京\n负责支付平台\n",
        "utf-16-le utf-16-be",
    ),
    "Korean, wide": (
        "김민수\n프로덕트 매니저, 서울\n",
        "utf-16-le utf-16-be",
    ),
    "Arabic, wide": (
        "ليلى حداد\nمديرة منتج\n",
        "utf-16-le",
    ),
}
CASES = [
    pytest.param(text, encoding, id=f"{language} in {encoding}")
    for language, (text, encodings) in TEXTS.items()
    for encoding in encodings.split()
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_a_few_lines_are_enough_to_tell_the_encoding(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    assert decode(data).text == data.decode(encoding)
    assert is_text(data)


def test_what_is_declared_is_believed_where_the_bytes_allow_it() -> None:
    assert decode("Ł".encode("iso8859-2"), declared="iso-8859-2").text == "Ł"
    assert decode("naïve café".encode(), declared="ascii").text == "naïve café"
    assert decode("naïve café".encode(), declared="no-such-encoding").text == "naïve café"


def test_a_mark_counts_more_than_what_is_declared() -> None:
    assert decode("Łódź".encode("utf-8-sig"), declared="iso-8859-1").text == "Łódź"


def test_utf_8_with_a_broken_byte_or_a_cut_end_stays_utf_8() -> None:
    data = "Zażółć gęślą jaźń, naïve café, Straße, Łódź".encode()
    assert decode(data[:-1]).text == "Zażółć gęślą jaźń, naïve café, Straße, Łód\ufffd"
    assert decode(data.replace("é".encode(), b"\xe9")).text == "Zażółć gęślą jaźń, naïve caf\ufffd, Straße, Łódź"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x00\x01\x02\x03" * 100, id="rising bytes"),
        pytest.param(b"\x7fELF\x02\x01\x01" + b"\x00" * 57 + b"\x48\x89\xe5" * 40, id="a program"),
        pytest.param(bytes(range(256)) * 8, id="every byte"),
        pytest.param(b"\x00" * 500, id="zeros"),
    ],
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert not is_text(data)


def test_a_guess_that_may_be_wrong_is_said_and_doubtful_where_much_hangs_on_it() -> None:
    guessed = read_document("Petr Eřgx ©ęß÷ţ ŘŁ×ŽÝ ěřýďť§đ".encode("cp1250"), name="cv.txt")
    assert "guessed-encoding" in {caution.code for caution in guessed.cautions}
    assert guessed.state is DocumentState.DOUBTFUL
    plain = read_document("Jane Roe, résumé. Product manager at Café Noir".encode("cp1252"), name="cv.txt")
    assert (plain.cautions, plain.state) == ((), DocumentState.OK)
