"""Mends what fonts and line breaks did to words: shifted ligature slots, lost ligatures, words divided at line ends.

There is no dictionary: the document's own words, and short hand-written lists of word parts, decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

LOST = "\ufffd"

# Word parts in which each ligature stands, at the place of the mark "_". Longest first when several fit.
_PARTS: dict[str, tuple[str, ...]] = {
    "ffi": (
        "o_ce",
        "o_ci",
        "e_ci",
        "su_ci",
        "coe_ci",
        "di_cult",
        "tra_c",
        "a_li",
        "a_rm",
        "a_ni",
        "sta_ng",
        "gra_ti",
        "su_x",
        "pre_x",
        "a_x",
        "sni_ng",
        "stu_ng",
    ),
    "ffl": ("a_ict", "a_uen", "ba_e", "shu_e", "ra_e", "sca_old", "o_ine", "o_oad", "e_uen", "wa_e"),
    "ff": (
        "e_ect",
        "e_ort",
        "o_er",
        "di_er",
        "sta_",
        "a_ect",
        "a_air",
        "a_ord",
        "bu_er",
        "o_-",
        "co_ee",
        "cli_",
        "tari_",
        "su_er",
        "hando_",
        "kicko_",
        "o_shore",
        "o_set",
        "o_site",
        "o_ense",
        "sheri_",
        "di_us",
        "scho_",
        "je_",
        "sta_ed",
        "tradeo_",
        "layo_",
        "o_board",
        "a_il",
    ),
    "fl": (
        "_ow",
        "_ex",
        "_ag",
        "_ash",
        "_ask",
        "_at",
        "_ee",
        "_ight",
        "_ip",
        "_ink",
        "_oa",
        "_oor",
        "_ora",
        "_ore",
        "_u",
        "_y",
        "_ame",
        "in_",
        "con_ict",
        "re_ect",
        "re_ex",
        "work_",
        "over_",
        "out_",
        "snow_ake",
        "cloud_are",
        "net_ix",
        "de_ect",
        "mi_in",
        "but_er",
        "_aw",
        "_ourish",
        "_av",
    ),
    "fi": (
        "_c",
        "_n",
        "_r",
        "_l",
        "_e",
        "_t",
        "_g",
        "_s",
        "_v",
        "_x",
        "_b",
        "_d",
        "pro_",
        "speci_",
        "quali_",
        "certi_",
        "veri_",
        "identi_",
        "bene_",
        "de_n",
        "con_",
        "arti_c",
        "scienti_c",
        "signi_c",
        "simpli_",
        "modi_",
        "noti_",
        "uni_",
    ),
}
_SLOT_ORDER = ("fi", "fl", "ff", "ffi", "ffl")
_LETTERS = re.compile(r"[^\W\d_]+", re.UNICODE)

# First parts after which a hyphen at a line's end is the word's own.
_FIRST_PARTS_WORDS = """
    cross self well full part end high low long short open real data user customer back front third first second e
    b2b b2c ai ml hands large small state time cost cloud post decision problem evidence event test goal mission
    award client server role results risk market industry world enterprise product project team company year month
    week day two three four five six ten double single top best fast fine forward future on off up follow set build sign
    log check drop hand kick start side left right big key value human machine deep in out non mid early late later
    cutting bleeding go must stand step trade type use web work zero one point person peer privacy
"""
_FIRST_PARTS = frozenset(_FIRST_PARTS_WORDS.split())


# Second parts that are joined to another word by a hyphen rather than being its end.
_SECOND_PARTS = frozenset(
    {
        "based",
        "driven",
        "functional",
        "oriented",
        "facing",
        "focused",
        "level",
        "party",
        "quality",
        "specific",
        "related",
        "friendly",
        "intensive",
        "critical",
        "ready",
        "aware",
        "effective",
        "efficient",
        "paced",
        "tier",
        "wide",
        "grade",
        "powered",
        "enabled",
        "free",
        "agnostic",
        "centric",
        "centered",
        "savvy",
        "winning",
        "leading",
        "saving",
        "making",
        "solving",
        "building",
        "setting",
        "sourced",
    }
)


def mend_ligature(word: str, *, guess: str = "fi") -> str:
    """Put the likeliest ligature at each lost place of a word; `guess` where no word part fits."""
    while LOST in word:
        position = word.index(LOST)
        word = word[:position] + _likeliest(word[:position], word[position + 1 :], guess=guess) + word[position + 1 :]
    return word


def _likeliest(before: str, after: str, *, guess: str) -> str:
    head, tail = before.casefold(), after.casefold().replace(LOST, "")
    best, best_length = guess, 0
    for ligature in _SLOT_ORDER:
        for part in _PARTS[ligature]:
            first, second = part.split("_")
            if head.endswith(first) and tail.startswith(second):
                # A part at the beginning of words must stand there or after a hyphen.
                length = 2 * len(first) + 2 * len(second)
                if length > best_length:
                    best, best_length = ligature, length
    return best


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Return the document's words in small letters, less those that a line's end may have divided."""
    words: set[str] = set()
    for text in texts:
        found = [match.group().casefold() for match in _LETTERS.finditer(text)]
        if text.rstrip().endswith("-") and found:
            found.pop()
        words.update(word for word in found[1:] if len(word) > 1)
        words.update(found[:1] if found and len(found[0]) > 3 and text[:1].isupper() else ())
    return frozenset(words)


def join_hyphenated(first: str, second: str, known: frozenset[str], phrases: str = "") -> str | None:
    """Join a word divided at a line's end: `first` ends with the hyphen. None when the two are not one word."""
    if not second[:1].isalpha() or not first.endswith("-") or len(first) < 2 or not first[-2].isalnum():
        return None
    stem = first[:-1]
    token = stem.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    left, right_match = token.casefold(), _LETTERS.match(second)
    right = right_match.group().casefold() if right_match else ""
    own_hyphen = (
        not second[0].islower()
        or "-" in stem
        or not left.isalpha()
        or (len(token) > 1 and token.isupper())
        or f"{left}-{right}" in phrases
        or (left in _FIRST_PARTS and left + right not in known)
        or (left in known and right in known and left + right not in known)
        or (right in _SECOND_PARTS and len(left) > 3 and left + right not in known)
    )
    return first + second if own_hyphen else stem + second


def join_lines(texts: Sequence[str], may_join: Sequence[bool]) -> list[str]:
    """Move the rest of a divided word to the line where it begins; a line may be left empty.

    `may_join[i]`: line i ends with a hyphen that its producer set at the line's end and line i + 1 follows it.
    """
    if not any(may_join):
        return list(texts)
    known, whole = vocabulary(texts), " ".join(texts).casefold()
    result = list(texts)
    for index, allowed in enumerate(may_join[:-1]):
        if not allowed or (" " not in result[index] and not result[index]):
            continue
        head, _, last = result[index].rpartition(" ")
        first, _, rest = result[index + 1].partition(" ")
        joined = join_hyphenated(last, first, known, whole)
        if joined is not None:
            result[index] = f"{head} {joined}".strip()
            result[index + 1] = rest.strip()
    return result
