"""The marks that people put before the items of a list: the one place where they are named."""

from __future__ import annotations

GLYPHS = "•●▪■◦‣∙·○❖➢➤►▶▸✓✔✦★◆◇⬥⁃"
"""What programs write for a bullet. Any other use at the start of a line is rare."""
DASHES = "–—−-"
_KEYS = "*+>»›"  # what keyboards offer in their place
_OTHERS = "・⦁⦿▹▻▷◾◼☑➔➜☆✪✱✶❯→⇒"

# A pattern, without the white space around: all of these, arrows made of several signs, the letter o, a full stop.
ITEM_MARK = rf"(?:-{{1,2}}>|=>|[{GLYPHS}{_OTHERS}{_KEYS}{DASHES}]|[o.](?=\s))"

BEFORE_WORDS = f"{GLYPHS}*{DASHES} "
"""What a quote leaves out at its start, with a space after it or without: nothing that could belong to the words, as in `+12 %`."""
