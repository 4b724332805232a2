"""Names of features, spelled word by word, so that what begins alike is put together and looked up once.

A resume has some ten thousand features, and nearly all of their names are those of the resumes before: to make each as a string and to look
that up costs several times as much as to go from word to word, whose strings are there already.
"""

from __future__ import annotations

from collections.abc import Callable


class FeatureName(dict[str, "FeatureName"]):
    """A name, and under each word the name that goes on with it: `names["moved"]["to"]` is that of the feature `moved to`.

    `text` is the whole name, words with a space between; `row` what `row_of` says of it, once: the number of the row that its weights have.
    A name is compared as itself, not by what goes on with it.
    """

    __slots__ = ("_row_of", "row", "text")
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]  # a dict has none

    def __init__(self, text: str, row_of: Callable[[str], int]) -> None:
        super().__init__()
        self.text, self.row, self._row_of = text, row_of(text), row_of

    def __bool__(self) -> bool:
        return True

    def __missing__(self, word: str) -> FeatureName:
        name = self[word] = FeatureName(f"{self.text} {word}" if self.text else word, self._row_of)
        return name


def unrated_names() -> FeatureName:
    """Return the beginning of all names for whoever only reads their texts; every row is 0."""
    return FeatureName("", lambda _: 0)
