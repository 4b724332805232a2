"""Finds the encoding of text that does not name it: a byte order mark, escapes, UTF-8, wide characters, then old code pages.

Old code pages are told apart by what each would make of the bytes: the letters of which language, in which case, beside which
others. That works from a single line on, where statistics over long texts do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from resumefit.read.languages import COMMON_HAN, LANGUAGES, Language

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_2"), (b"\x1b(", "iso2022_jp_2"))
_UTF7 = re.compile(rb"\+[A-Za-z0-9+/]{3,400}-")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_SAMPLE = 4_000  # bytes; more would change no judgement
_LINE_MOST = 400
# What is less usual is less likely; that decides between equals, and whether a reading is beyond doubt.
_RARER, _RARER_PAGE = 0.006, 0.05
_MARGIN, _LEAST = 0.05, 0.5
_PUNCTUATION = frozenset("–—―‘’‚“”„…•·‹›«»€£¥©®™°§±×¡¿ºª№、。，．・「」『』（）：；～！？　­´")
_IN_WORDS = frozenset("’·-­'´")
_ODD_NEIGHBOURS = re.compile(r"œ(?![uidtlUIDTL])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and whether that is beyond doubt."""

    text: str
    encoding: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Reading:
    score: float
    prior: float
    code_page: str
    text: str


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Turn bytes into text. `declared` is what the file or its carrier says; it is believed where the bytes allow it."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _as(data, encoding)
    wide = _wide(data)
    if wide is not None:
        return wide
    if declared is not None:
        try:
            return Decoded(data.decode(declared), declared.lower())
        except (LookupError, ValueError):  # unknown, or the bytes are not in it
            pass
    return _escaped(data) or _unicode(data) or _by_code_page(data)


def is_text(data: bytes) -> bool:
    """Tell whether bytes, of which this is the start, are text in any encoding rather than a program's."""
    if data.startswith(tuple(mark for mark, _ in _BOMS)):
        return True
    sample = data[: 8192 - 8192 % 4]
    if _wide(sample) is not None:
        return True
    if sample.count(0):
        return False
    controls = sum(1 for byte in sample if byte < 9 or 13 < byte < 27 or 27 < byte < 32)
    return controls <= max(2, 0.02 * len(sample))


def _as(data: bytes, encoding: str, *, sure: bool = True) -> Decoded:
    return Decoded(data.decode(encoding, "replace"), encoding, sure)


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 and UTF-32 without a mark: every second or fourth character of a text is a space or a usual letter."""
    if not data[:_SAMPLE].count(0):
        return None
    best = max(_WIDE, key=lambda encoding: _wide_share(data[:_SAMPLE], encoding))
    return _as(data, best) if _wide_share(data[:_SAMPLE], best) > 0.9 else None


def _wide_share(sample: bytes, encoding: str) -> float:
    """The share of characters that texts hold, if this is the encoding: letters of one script or two, and plain signs."""
    unit = 4 if "32" in encoding else 2
    text = sample[: len(sample) - len(sample) % unit].decode(encoding, "replace")
    usual = sum(1 for c in text if c in "\n\r\t" or " " <= c < "\x7f" or _is_letter(c) or c in _PUNCTUATION)
    # A wrong guess makes CJK of anything, but hardly the frequent ones.
    far = sum(1 for c in text if "\u3400" <= c <= "\ud7a3")
    frequent = sum(1 for c in text if "\u3001" <= c <= "\u30ff" or "\uac00" <= c <= "\ud7a3" or c in COMMON_HAN)
    if not any(c in " \n\r\t" for c in text[:-1]) and len(text) > 40:
        return 0.0  # no text goes on for so long without a space or a line's end
    return (usual - (0 if frequent > 0.25 * far else far)) / len(text) if text else 0.0


def _is_letter(character: str) -> bool:
    if "\u0250" <= character < "\u0370":  # phonetic signs and combining marks
        return False
    return "\u00c0" <= character <= "\u06ff" or "\u0e00" <= character <= "\u0e7f" or "\u3001" <= character <= "\ud7a3"


def _escaped(data: bytes) -> Decoded | None:
    """Read the encodings of seven bits that change tables by escape sequences, and UTF-7."""
    if not data.isascii():
        return None
    for mark, encoding in _ESCAPES:
        if mark in data:
            found = _as(data, encoding)
            return found if found.text.count("\ufffd") <= len(found.text) // 50 else None
    if len(_UTF7.findall(data[:_SAMPLE])) >= 2:
        try:
            text = data.decode("utf-7")
        except UnicodeDecodeError:
            return None
        odd = [c for c in text if c > "\x7f"]
        return Decoded(text, "utf-7") if odd and all(c.isalpha() or c in _PUNCTUATION for c in odd) else None
    return None


def _unicode(data: bytes) -> Decoded | None:
    """Read UTF-8, also where a few of its bytes are broken or its end is cut off."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken:
        return Decoded(text, "utf-8")
    whole = sum(1 for c in text if c > "\x7f") - broken
    return Decoded(text, "utf-8") if whole >= 4 * broken else None


def _by_code_page(data: bytes) -> Decoded:
    """Read the text as the language and code page that make most sense of its bytes."""
    sample = _sample(data)
    readings = [
        _Reading(_score(text, language), -_RARER * index - _RARER_PAGE * place, code_page, text)
        for index, language in enumerate(LANGUAGES)
        for place, code_page in enumerate(language.code_pages)
        for text in (sample.decode(code_page, "replace"),)
    ]
    best = max(readings, key=lambda reading: (reading.score, reading.prior))
    rivals = [reading.score + reading.prior for reading in readings if reading.text != best.text]
    clear = best.score + best.prior - max(rivals, default=-2.0) >= _MARGIN
    return _as(data, best.code_page, sure=clear and best.score > _LEAST)


def _sample(data: bytes) -> bytes:
    """Take the lines that are not plain ASCII, as many as it takes to judge."""
    taken: list[bytes] = []
    size = 0
    for line in data.splitlines():
        if not line.isascii():
            taken.append(line[:_LINE_MOST])
            size += len(taken[-1])
        if size >= _SAMPLE:
            break
    return b"\n".join(taken)


def _score(text: str, language: Language) -> float:
    """Say from -2 to 1 how much of what is not ASCII is what that language would have there."""
    found = list(_points(text, language))
    if language.is_dense and not any(character in language.letters for character in text):
        return -1.0
    return sum(found) / len(found) if found else 0.0


def _points(text: str, language: Language) -> Iterator[float]:
    last = len(text) - 1
    for place, character in enumerate(text):
        if character < "\x80":
            continue
        before = text[place - 1] if place else " "
        after = text[place + 1] if place < last else " "
        if character == "\ufffd" or character < "\xa0":
            yield -2.0
        elif character in language.letters:
            yield _letter_points(character, before, after, language)
        elif character in _PUNCTUATION:
            yield -1.0 if before.isalpha() and after.isalpha() and character not in _IN_WORDS else 0.9
        else:
            yield language.other if "\u4e00" <= character <= "\u9fff" else -1.0
    yield from (-1.0 for _ in _ODD_NEIGHBOURS.finditer(text))


def _letter_points(character: str, before: str, after: str, language: Language) -> float:
    if language.is_cased and character.isupper() and before.islower():
        return -1.0
    if language.is_cased and character.islower() and before.isupper() and after.isupper():
        return -0.5
    if language.is_latin:
        if not before.isalpha() and not after.isalpha():
            return -0.5 if character not in language.words else 1.0
        # Two letters with accents beside each other are rare, but for the doubled ones.
        return 1.0 if before < "\x80" or before == character or not before.isalpha() or after < "\x80" else 0.0
    latin = (before.isalpha() and before < "\x80") + (after.isalpha() and after < "\x80")
    if latin == 2 or (latin and not language.is_dense):
        return -1.0
    if category(character) == "Mn" and category(before) not in ("Lo", "Mn"):
        return -1.0  # a mark that stands on no letter
    return 1.0 if not language.frequent or character in language.frequent else 0.7
