"""The marks that people put before the items of a list."""

from __future__ import annotations

# A pattern, without the white space around: glyphs, what keyboards offer in their place, the letter o, a full stop.
ITEM_MARK = r"(?:-{1,2}>|=>|[•●▪■◦‣∙·*○❖➢➤►▶▸✓✔✦★◆◇⬥⁃・⦁⦿▹▻▷◾◼☑✔➔➜➤★☆✪✱✶❯+>»›→⇒–—−-]|[o.](?=\s))"
