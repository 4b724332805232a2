"""The letters beyond ASCII that languages write, and the code pages that their old files are in, likeliest first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language, or several that share letters. `words` are letters that are a word by themselves.

    A dense one (CJK) has too many characters to list and stands beside Latin letters without a space; `other` is what those are
    worth that are not listed, from -1 to 1. `frequent` are the letters that more than half of a text is made of, where the
    script has code pages in which another script's text would be letters too.
    """

    code_pages: tuple[str, ...]
    letters: frozenset[str]
    is_latin: bool = True
    is_cased: bool = True
    is_dense: bool = False
    words: str = ""
    frequent: frozenset[str] = frozenset()
    other: float = -1.0


def _latin(code_pages: tuple[str, ...], letters: str, *, words: str = "") -> Language:
    return Language(code_pages, frozenset(letters + letters.upper()), words=words)


def _script(
    code_pages: tuple[str, ...], *, first: str, last: str, frequent: str, extra: str = "", cased: bool = True
) -> Language:
    span = "".join(chr(code) for code in range(ord(first), ord(last) + 1))
    usual = frozenset(frequent + frequent.upper())
    return Language(code_pages, frozenset(span + extra), is_latin=False, is_cased=cased, frequent=usual)


def _dense(code_pages: tuple[str, ...], letters: str, *, other: float = -1.0) -> Language:
    return Language(code_pages, frozenset(letters), is_latin=False, is_cased=False, is_dense=True, other=other)


_WESTERN = ("cp1252", "iso8859_15", "cp850", "mac_roman")
_CENTRAL = ("cp1250", "iso8859_2", "cp852", "mac_latin2")
_BALTIC = ("cp1257", "iso8859_13")
_CYRILLIC = ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic")
_KANA = "".join(chr(code) for code in range(0x3041, 0x30FF)) + "々ー"
# The most frequent characters of running text, as in the usual frequency lists.
_SIMPLIFIED = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平"
    "形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党"
    "程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做"
    "项目经理负责技术公司团队北京上海大学工作经验产品用户数据"
)
_TRADITIONAL = (
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經"
    "十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平"
    "形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題"
    "專案經理負責技術公司團隊台北大學工作經驗產品用戶資料"
)
COMMON_HAN = frozenset(_SIMPLIFIED + _TRADITIONAL)

LANGUAGES: tuple[Language, ...] = (
    _latin(_WESTERN, "àâæçèéêëîïôœùûüÿ", words="àÀ"),  # French
    _latin(_WESTERN, "äöüß"),  # German
    _latin(_WESTERN, "áéíñóúüç", words="óÓ"),  # Spanish
    _latin(_WESTERN, "áâãàçéêíóôõúü", words="àéáÀÉÁó"),  # Portuguese
    _latin(_WESTERN, "àèéìíîòóùú", words="èÈ"),  # Italian
    _latin(_WESTERN, "åäöéæøü", words="åÅ"),  # the languages of Scandinavia and Finland
    _latin(_CENTRAL, "ąćęłńóśźż", words="óÓ"),  # Polish
    _latin(_CENTRAL, "áčďéěíňóřšťúůýžäĺľôŕ"),  # Czech and Slovak
    _latin(_CENTRAL, "áéíóöőúüű", words="őŐ"),  # Hungarian
    _latin(_CENTRAL, "ăâîşţșț"),  # Romanian
    _latin(_CENTRAL, "čćđšž"),  # Slovenian, Croatian, Serbian
    _latin(("cp1254", "cp857"), "çğıöşüâîûİ", words="o"),  # Turkish; its ISO page has the same letters
    _latin(_BALTIC, "ąčęėįšųūž", words="įĮ"),  # Lithuanian
    _latin(_BALTIC, "āčēģīķļņšūž"),  # Latvian
    _latin(_BALTIC, "äõöüšž"),  # Estonian
    _latin(("cp1252", "mac_iceland"), "áðéíóúýþæö", words="áÁí"),  # Icelandic
    _latin(_WESTERN, "àâçèéêëîïôùûüäöüßáíñóúãõåæøœ", words="àÀåÅ"),  # names from several
    _script(_CYRILLIC, first="А", last="я", frequent="оеаинтсрвлкмдп", extra="Ёё"),  # Russian, Bulgarian
    _script(("cp1251", "koi8_u", "iso8859_5", "cp1125"), first="А", last="я", frequent="оаниітврелскум", extra="ІіЇїЄєҐґЎў"),
    _script(("cp1251", "iso8859_5"), first="А", last="ш", frequent="аиоенсрјтукдвл", extra="ЂђЈјЉљЊњЋћЏџ"),  # Serbian
    _script(("cp1253", "iso8859_7", "cp737"), first="Ά", last="ώ", frequent="αοιετσνηυρπκμλςόίάέή"),
    _script(("cp1255", "iso8859_8"), first="א", last="ת", frequent="יוהלאתרבשמםנ", cased=False),
    _script(("cp1256", "iso8859_6"), first="ء", last="ْ", frequent="اليمنورتبةعدسف", extra="پچژگ،؛؟", cased=False),
    _script(("cp874",), first="ก", last="๛", frequent="านรกอเงมยลวดทสตะปบหแ่้ัี", cased=False),
    _dense(("cp932", "euc_jp"), _KANA, other=0.7),
    _dense(("gb18030",), _SIMPLIFIED, other=0.3),
    _dense(("cp950",), _TRADITIONAL, other=0.3),
    _dense(("euc_kr",), "".join(chr(code) for code in range(0xAC00, 0xD7A4))),
)
