"""A page of text of a given width, with or without colour, that comes out the same on every machine.

rich does the wrapping, so that wide characters count for two. It is told everything it would otherwise ask the
terminal or the environment for.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

_PLAIN: Mapping[str, str] = {
    "\u2588": "#", "\u258c": "+", "\u2591": ".", "\u2500": "-", "\u2022": "-", "\u201c": '"', "\u201d": '"',
    "\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2014": "-", "\u2026": "...", "\u00b7": "|",
    "\u2192": "->", "\u2265": ">=",
}


class Canvas:
    """Lines of text are added from top to bottom; `text` gives them all."""

    def __init__(self, *, width: int, colour: bool, ascii_only: bool = False) -> None:
        self.width = width
        self._ascii_only = ascii_only
        self._out = io.StringIO()
        self._console = Console(
            file=self._out, width=width, force_terminal=colour, no_color=not colour, markup=False, emoji=False,
            color_system="standard" if colour else None, highlight=False, legacy_windows=False, _environ={},
        )

    def heading(self, words: str) -> None:
        """Start a part of the page."""
        self.gap()
        self.line(Text(words, style="bold"))

    def line(self, words: Text | str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph, wrapped; lines after the first are `hang` columns further in."""
        content = words if isinstance(words, Text) else Text(words)
        room = max(20, self.width - indent)
        first = content.wrap(self._console, room)[0] if content.plain else content
        used = len(first.plain.rstrip())
        used += len(content.plain[used:]) - len(content.plain[used:].lstrip())
        self._put(first, indent)
        if used < len(content.plain):
            for part in content[used:].wrap(self._console, max(20, room - hang)):
                self._put(part, indent + hang)

    def gap(self) -> None:
        """Leave a line free."""
        self._console.print()

    def _put(self, part: Text, indent: int) -> None:
        part.rstrip()
        self._console.print(Padding(part, (0, 0, 0, indent)), soft_wrap=False)

    def text(self) -> str:
        """Return the page, without blanks at the ends of lines, with one final line break."""
        lines = [line.rstrip() for line in self._out.getvalue().splitlines()]
        page = "\n".join(lines).strip("\n") + "\n"
        return to_ascii(page) if self._ascii_only else page


def bar(share: float, *, width: int) -> str:
    """Return a bar `width` columns wide, filled to `share` in [0, 1] by half columns."""
    halves = round(max(0.0, min(1.0, share)) * width * 2)
    full, half = divmod(halves, 2)
    return ("\u2588" * full + "\u258c" * half).ljust(width, "\u2591")


def padded(words: str, width: int) -> str:
    """Fill up with blanks to `width` columns, counting wide characters as two."""
    return words + " " * max(0, width - cell_len(words))


def to_ascii(text: str) -> str:
    """Write text with ASCII alone: look-alikes where there are some, letters without their marks, else `?`."""
    plain = "".join(_PLAIN.get(char, char) for char in text)
    stripped = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return stripped.encode("ascii", "replace").decode("ascii")
