"""Finds text on a PDF page that a person looking at it would not see, and sets it apart.

Colour alone accuses nobody: white words are usual on a coloured band. A word is suspected when its paint is near to what
lies beneath it or beneath it is a picture, when something was painted over it, or when it is hardly opaque; then the
rendered page decides: only what changes nothing on it is concealed. Invisible words over a scan, or over letters drawn as
shapes, are their text layer where there is ink at their place, and concealed where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from resumefit.core.document import Concealed
from resumefit.read.bidi import as_read
from resumefit.read.clips import clipped_objects
from resumefit.read.colours import kind_of, only
from resumefit.read.paper import TINY_PT
from resumefit.read.pdf_glyphs import View
from resumefit.read.pdf_looks import Look
from resumefit.read.pdf_shapes import Painting, pictures_share, read_painting
from resumefit.read.rendered import even, unseen, without_ink
from resumefit.read.segments import share_row
from resumefit.read.shapes_of_text import is_section_label
from resumefit.read.surroundings import Surroundings
from resumefit.read.words import Word

if TYPE_CHECKING:
    import pypdfium2

    from resumefit.read.pdf_glyphs import Reference

_SQUEEZED = 0.09  # of the size, for a letter's mean width: less is a line of specks
_TRANSPARENT = 12  # alpha of 255 that paints nothing
_SEE_THROUGH = 40  # alpha of 255 under which a word is looked at
_SAME_CHANNEL = 30  # of 255; closer than this to its ground a word is looked at
_SCAN_SHARE = 0.3  # of the page, in pictures, for their invisible words to be a scan's
_INVISIBLE, _CLIP_ONLY = 3, 7
_LEAST_LETTERS = 3  # a page number off the page is left out of the text, but is no news


@dataclass(slots=True)
class _Findings:
    """By start of word: the reasons that are certain, and those that the rendered page must confirm, by how it is asked."""

    sure: dict[int, str] = field(default_factory=dict)
    painted: list[tuple[Word, str]] = field(default_factory=list)
    clipped: list[tuple[Word, str]] = field(default_factory=list)
    layer: list[tuple[Word, str]] = field(default_factory=list)


def set_apart(
    words: list[Word], page: pypdfium2.PdfPage, *, view: View, number: int, handle: Reference
) -> tuple[list[Word], list[Concealed]]:
    """Return the words that can be seen, and what cannot, as runs of text in content order. `handle`: of the text page."""
    if not words:
        return words, []
    looks = {look.key: look for look in [word.look for word in words] if look is not None}
    painting = read_painting(page, view=view, texts=looks)
    found = _Findings()
    around = Surroundings(painting.shapes)
    is_scan = pictures_share(painting, view) >= _SCAN_SHARE
    clipped = clipped_objects(words, painting, view=view)
    plain = {key for key, look in looks.items() if key not in clipped and _is_plain(look, painting)}
    width, height = view.width, view.height
    for word in words:
        text, left, top, right, bottom, _, _, size, _, _, _, _, look = word
        on_page = right >= 0 and bottom >= 0 and left <= width and top <= height
        # Most words are as wide as their letters need, which spares the closer look.
        wide = right - left >= _SQUEEZED * size * len(text)
        if on_page and look is not None and look.key in plain and (wide or not _is_squeezed(word)):
            continue
        if look is not None and look.key in clipped:
            found.painted.append((word, "clipped"))
            continue
        _judge(word, painting, around, found, on_page=on_page, is_scan=is_scan)
    reasons = _confirmed(found, page, view, ask_of=(handle, painting))
    if reasons:
        _pardon_headings(words, reasons)
    if not reasons:
        return words, []
    return [w for w in words if w.start not in reasons], _runs(words, reasons, number)


def _confirmed(found: _Findings, page: pypdfium2.PdfPage, view: View, *, ask_of: tuple[Reference, Painting]) -> dict[int, str]:
    """Ask the rendered page about the suspects; certain reasons stand."""
    handle, painting = ask_of
    reasons = dict(found.sure)
    asked = (
        (found.painted, partial(unseen, handle=handle)),
        (found.clipped, even),
        (found.layer, partial(without_ink, painting=painting)),
    )
    for suspects, ask in asked:
        if suspects:
            hidden = ask([word for word, _ in suspects], page, view=view)
            reasons.update({word.start: why for word, why in suspects if word.start in hidden})
    return reasons


def has_text_layer(words: Sequence[Word]) -> bool:
    """Tell whether words that can be read are a scan's text layer: most are painted invisibly, over the picture."""
    layer = sum(word.look is not None and word.look.mode == _INVISIBLE for word in words)
    return 2 * layer > len(words)


def _is_plain(look: Look, painting: Painting) -> bool:
    """Tell whether a text object is painted in a colour that nothing beneath has, with nothing solid after it."""
    colour, order = look.colour, painting.text_order.get(look.key)
    if colour is None or order is None or look.mode not in (0, 2) or look.size < TINY_PT or colour[3] <= _SEE_THROUGH:
        return False
    if order < painting.last_solid or painting.pictured or _is_like(colour, (255, 255, 255)):
        return False
    return not any(_is_like(colour, ground) for ground in painting.grounds)


def _is_like(colour: tuple[int, int, int, int], ground: tuple[int, int, int]) -> bool:
    return (
        -_SAME_CHANNEL <= colour[0] - ground[0] <= _SAME_CHANNEL
        and -_SAME_CHANNEL <= colour[1] - ground[1] <= _SAME_CHANNEL
        and -_SAME_CHANNEL <= colour[2] - ground[2] <= _SAME_CHANNEL
    )


def _judge(
    word: Word, painting: Painting, around: Surroundings, found: _Findings, *, on_page: bool, is_scan: bool
) -> None:
    """Note a certain reason for a word to be unseen, or one that the rendered page must confirm."""
    look = word.look
    if look is None or not any(map(str.isalnum, word.text)):
        return
    if not on_page:
        found.sure[word.start] = "off-page"
    elif look.mode == _INVISIBLE:
        if is_scan and around.has_picture(word):
            found.layer.append((word, "invisible"))
        else:
            found.sure[word.start] = "invisible"
    elif 0 < word.size < TINY_PT or _is_squeezed(word):
        found.sure[word.start] = "tiny"
    elif look.mode == _CLIP_ONLY:
        found.clipped.append((word, "clip-only"))
    elif look.colour is not None and look.colour[3] <= _SEE_THROUGH:
        # Some producers draw letters as shapes and lay transparent text over them, to be searched.
        (found.layer if look.colour[3] <= _TRANSPARENT else found.painted).append((word, "transparent"))
    else:
        _judge_surroundings(word, look, painting, around, found, is_scan=is_scan)


def _is_squeezed(word: Word) -> bool:
    length = len(word.text)
    return word.right - word.left < _SQUEEZED * word.size * length and not word.turns and length > 2


def _judge_surroundings(
    word: Word, look: Look, painting: Painting, around: Surroundings, found: _Findings, *, is_scan: bool
) -> None:
    order = painting.text_order.get(look.key)
    if order is None or look.colour is None:
        return
    beneath, above = around.of(word, order)
    if above is not None:
        scanned = is_scan and above.is_picture
        (found.layer if scanned else found.painted).append((word, "covered"))
    elif beneath is None:
        if _is_like(look.colour, (255, 255, 255)):
            found.painted.append((word, "white-on-white"))
    elif beneath.colour is None:
        found.painted.append((word, "same-colour"))
    elif _is_like(look.colour, beneath.colour):
        found.painted.append((word, kind_of(only(beneath.colour))))


def _pardon_headings(words: Sequence[Word], reasons: dict[int, str]) -> None:
    """Leave a section's label that stands alone on its row: templates print them white by mistake, and it gains nothing."""
    hidden = [w for w in words if w.start in reasons]
    for _, group in groupby(hidden, key=lambda w: round(w.bottom)):
        row = list(group)
        alone = not any(share_row(w, row[0]) and w.start not in reasons for w in words)
        if alone and is_section_label(" ".join(w.text for w in row)):
            for word in row:
                del reasons[word.start]


def _runs(words: Sequence[Word], reasons: dict[int, str], number: int) -> list[Concealed]:
    found: list[Concealed] = []
    for reason, group in groupby(words, key=lambda w: reasons.get(w.start)):
        text = as_read(" ".join(w.text for w in group))
        if reason is not None and sum(c.isalpha() for c in text) >= _LEAST_LETTERS:
            found.append(Concealed(reason, text, number))
    return found


