"""Finds text on a PDF page that a person looking at it would not see, and sets it apart.

Colour alone accuses nobody: white words are usual on a coloured band. A word is suspected when its paint equals what
lies beneath it, or something solid was painted over it, and then the rendered page decides: only where the picture
shows nothing at the word's place is it concealed. Invisible words over a page-sized picture are a scan's text layer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from resumefit.core.document import Concealed
from resumefit.read.bidi import as_read
from resumefit.read.pdf_glyphs import View
from resumefit.read.pdf_looks import Look
from resumefit.read.pdf_shapes import Painting, Shape, read_painting
from resumefit.read.pdf_words import Word
from resumefit.read.segments import share_row
from resumefit.read.shapes_of_text import is_section_label

if TYPE_CHECKING:
    import pypdfium2

_TINY_PT = 2.0
_SEE_THROUGH = 12  # alpha of 255
_SAME_CHANNEL = 14  # of 255; closer than this no eye tells text from ground
_NEAR_WHITE = 255 - _SAME_CHANNEL
_SCAN_SHARE = 0.55  # of the page, for a picture to be a scan
_INVISIBLE, _CLIP_ONLY = 3, 7
_RENDER_SCALE = 2.0
_LEAST_LETTERS = 3  # a page number off the page is left out of the text, but is no news
_LEAST_CONTRAST = 14  # of 255, between the lightest and darkest pixel at a word's place


def set_apart(
    words: list[Word], page: pypdfium2.PdfPage, *, view: View, number: int
) -> tuple[list[Word], list[Concealed]]:
    """Return the words that can be seen, and what cannot, as runs of text in content order."""
    if not words:
        return words, []
    painting = read_painting(page, view=view)
    reasons: dict[int, str] = {}
    suspects: list[tuple[Word, str]] = []
    picture = _page_picture(painting, view)
    plain: dict[int, bool] = {}  # by text object: whether nothing about it could conceal
    for word in words:
        look = word.look
        on_page = word.right >= 0 and word.bottom >= 0 and word.left <= view.width and word.top <= view.height
        if look is not None and on_page:
            if look.key not in plain:
                plain[look.key] = _is_plain(look, painting)
            if plain[look.key]:
                continue
        sure, maybe = _judge(word, painting, view, picture)
        if sure:
            reasons[word.start] = sure
        elif maybe:
            suspects.append((word, maybe))
    if suspects:
        unseen = _not_rendered([word for word, _ in suspects], page, view=view)
        reasons.update({word.start: why for word, why in suspects if word.start in unseen})
        _pardon_headings(words, reasons)
    if not reasons:
        return words, []
    return [w for w in words if w.start not in reasons], _runs(words, reasons, number)


def has_text_layer(words: Sequence[Word]) -> bool:
    """Tell whether words that can be read are a scan's text layer: most are painted invisibly, over the picture."""
    layer = sum(word.look is not None and word.look.mode == _INVISIBLE for word in words)
    return 2 * layer > len(words)


def _page_picture(painting: Painting, view: View) -> Shape | None:
    """Return the picture that covers most of the page, as a scan does."""
    area = view.width * view.height
    for shape in painting.shapes:
        if shape.is_picture and (shape.right - shape.left) * (shape.bottom - shape.top) >= _SCAN_SHARE * area:
            return shape
    return None


def _is_plain(look: Look, painting: Painting) -> bool:
    """Tell whether a text object is painted in a colour that nothing beneath has, with nothing solid after it."""
    colour, order = look.colour, painting.text_order.get(look.key)
    if colour is None or order is None or look.mode not in (0, 2) or look.size < _TINY_PT or colour[3] <= _SEE_THROUGH:
        return False
    if order < painting.last_solid or _is_like(colour, (255, 255, 255)):
        return False
    return not any(_is_like(colour, ground) for ground in painting.grounds)


def _is_like(colour: tuple[int, int, int, int], ground: tuple[int, int, int]) -> bool:
    return (
        -_SAME_CHANNEL <= colour[0] - ground[0] <= _SAME_CHANNEL
        and -_SAME_CHANNEL <= colour[1] - ground[1] <= _SAME_CHANNEL
        and -_SAME_CHANNEL <= colour[2] - ground[2] <= _SAME_CHANNEL
    )


def _judge(word: Word, painting: Painting, view: View, picture: Shape | None) -> tuple[str | None, str | None]:
    """Return a certain reason for a word to be unseen, or one that the rendered page must confirm."""
    look = word.look
    if look is None or not any(c.isalnum() for c in word.text):
        return None, None
    if word.right < 0 or word.bottom < 0 or word.left > view.width or word.top > view.height:
        return "off-page", None
    if look.mode == _INVISIBLE:
        scanned = picture is not None and _inside(word, picture)
        return (None, None) if scanned else ("invisible", None)
    if 0 < word.size < _TINY_PT:
        return "tiny", None
    if look.colour is not None and look.colour[3] <= _SEE_THROUGH:
        return None, "transparent"
    if look.mode == _CLIP_ONLY:
        return None, "clip-only"
    order = painting.text_order.get(look.key)
    if order is None or look.colour is None:
        return None, None
    beneath: tuple[int, int, int] | None = (255, 255, 255)
    middle, left = (word.top + word.bottom) / 2, (word.left + word.right) / 2
    for shape in painting.shapes:
        # Most shapes are elsewhere: asked first, for speed.
        if shape.top > middle or shape.bottom < middle or shape.left > left or not _inside(word, shape):
            continue
        if shape.order > order:
            if shape.solid and shape is not picture:
                return None, "covered"
        else:
            beneath = shape.colour
    if beneath is not None and _is_like(look.colour, beneath):
        return None, "white-on-white" if min(beneath) >= _NEAR_WHITE else "same-colour"
    return None, None


def _inside(word: Word, shape: Shape) -> bool:
    """Tell whether a shape's box holds a word's middle and most of its length."""
    middle = (word.top + word.bottom) / 2
    slack = 0.15 * (word.right - word.left)
    return shape.top <= middle <= shape.bottom and shape.left <= word.left + slack and shape.right >= word.right - slack


def _not_rendered(words: Sequence[Word], page: pypdfium2.PdfPage, *, view: View) -> set[int]:
    """Render the page and return the starts of words at whose place it shows one even colour."""
    scale = min(_RENDER_SCALE, 3000 / max(view.width, view.height, 1))
    left, top = max(0.0, min(w.left for w in words) - 4), max(0.0, min(w.top for w in words) - 4)
    right, bottom = min(view.width, max(w.right for w in words) + 4), min(view.height, max(w.bottom for w in words) + 4)
    if right <= left or bottom <= top:
        return set()
    # Only the part of the page with the suspects, since pictures elsewhere are slow to decode.
    bitmap = page.render(scale=scale, grayscale=True, crop=(left, view.height - bottom, view.width - right, top))
    try:
        picture = bitmap.to_numpy()
        if picture.ndim == 3:
            picture = picture[:, :, 0]
        unseen: set[int] = set()
        for word in words:
            inset = 0.2 * (word.bottom - word.top)
            rows = slice(
                max(0, int((word.top + inset - top) * scale)), max(0, int((word.bottom - inset - top) * scale) + 1)
            )
            columns = slice(max(0, int((word.left - left) * scale)), max(0, int((word.right - left) * scale) + 1))
            place = picture[rows, columns]
            if place.size and int(place.max()) - int(place.min()) < _LEAST_CONTRAST:
                unseen.add(word.start)
        return unseen
    finally:
        bitmap.close()


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
