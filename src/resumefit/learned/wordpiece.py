"""Cuts a text into word pieces as BERT's uncased tokenizer does, and numbers them: what a sentence encoder reads.

Letters are lower-cased and lose their accents, every punctuation mark and ideograph stands alone, and a word that is not in the
vocabulary is taken apart from the left into the longest pieces that are ("kubeflow" -> "kube", "##flow"). No library, because the one
that does the same brings a dozen others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
_CONTINUES = "##"
_LONGEST_WORD = 100  # characters; longer ones are unknown, as in BERT
_KEPT = 50_000


@dataclass(frozen=True)
class WordPiece:
    """`vocabulary` maps each piece to its number; pieces inside a word begin with `##`."""

    vocabulary: dict[str, int]
    _seen: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def numbers(self, text: str, *, longest: int) -> list[int]:
        """Return the numbers of the text's pieces between the marks of its ends, `longest` of them at most."""
        found = [number for word in split_words(text) for number in self._pieces(word)]
        return [self.vocabulary[FIRST], *found[: longest - 2], self.vocabulary[LAST]]

    def words(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the text's words and marks, and how many pieces each is cut into."""
        for word in split_words(text):
            yield word, len(self._pieces(word))

    def _pieces(self, word: str) -> tuple[int, ...]:
        if word not in self._seen:
            if len(self._seen) > _KEPT:
                self._seen.clear()
            self._seen[word] = self._take_apart(word)
        return self._seen[word]

    def _take_apart(self, word: str) -> tuple[int, ...]:
        unknown = (self.vocabulary[UNKNOWN],)
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = _CONTINUES if start else ""
            stop = len(word)
            while stop > start and prefix + word[start:stop] not in self.vocabulary:
                stop -= 1
            if stop == start:
                return unknown
            found.append(self.vocabulary[prefix + word[start:stop]])
            start = stop
        return tuple(found)


def split_words(text: str) -> list[str]:
    """Return the text's words and marks, lower-cased and without accents."""
    apart = unicodedata.normalize("NFD", "".join(_spaced(character) for character in text))
    plain = "".join(character.lower() for character in apart if unicodedata.category(character) != "Mn")
    return "".join(f" {character} " if _is_mark(character) else character for character in plain).split()


def _spaced(character: str) -> str:
    """Return the character as BERT sees it: no control characters, one kind of space, ideographs as words of their own."""
    if character in "\t\n\r" or unicodedata.category(character) == "Zs":
        return " "
    if character == "\ufffd" or unicodedata.category(character).startswith("C"):
        return ""
    return f" {character} " if _is_ideograph(character) else character


def _is_mark(character: str) -> bool:
    """Tell whether a character is punctuation, among which BERT counts every ASCII sign such as $ and +."""
    return (character.isascii() and character.isprintable() and not character.isalnum() and character != " ") or (
        unicodedata.category(character).startswith("P")
    )


def _is_ideograph(character: str) -> bool:
    code = ord(character)
    return 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
