"""Sets page furniture apart: page numbers, lines that stand at the same place of every page, headers and footers of files.

The lines stay in the text, with the role header or footer, so that nothing a person wrote is lost; sentences that run
over a page break are read past them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from resumefit.core.document import LineRole
from resumefit.read.drafts import Draft

_PAGE_NUMBER = re.compile(
    r"^(?:.{0,60}\b)?(?:page|seite|p\.)\s*\d{1,3}(?:\s*(?:/|of|von|sur|de)\s*\d{1,3})?\W*$|^\W*\d{1,3}\s*(?:/|of)\s*\d{1,3}\W*$|^.{0,60}\s[-–|·•]\s*\d{1,3}\s*(?:/|of)\s*\d{1,3}$|^\W*\d{1,2}\W*$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"^(?:last )?updated\b.{0,40}$", re.IGNORECASE)
_EDGE_LINES = 3  # furniture is among the first or last lines of a page, by height
_SMALLER = 0.8  # a running head's letters against those of the name on the first page
_NAME_LEAST = 2  # words; a single one may stand in any line
_BESIDE_NAME = re.compile(
    r"(?:\W|\bpage\b|\bof\b|\b\d{1,3}\b|\bcv\b|\bcurriculum vitae\b|\br[eé]sum[eé]\b|\bcontinued\b|(?<!\S)[^\s@]+@[^\s@]+(?!\S))*"
)
_WORDS_MOST = 12  # a footer, or header with page numbers, of more words than these carries content


def with_furniture(pages: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
    """Give header and footer lines of the pages their roles."""
    repeated = _repeated(pages)
    roles = [[_with_role(draft, page, repeated) for draft in page] for page in pages]
    if roles:
        name = _largest(pages[0])
        roles[1:] = [_with_running_head(page, name=name) for page in roles[1:]]
        # The first page's own head is the resume's: often the only place of the name.
        roles[0] = [
            old if new.role is LineRole.HEADER and _key(old.text.strip()) in repeated else new
            for old, new in zip(pages[0], roles[0], strict=True)
        ]
    return roles


def _largest(page: Sequence[Draft]) -> Draft | None:
    """Return the line in the largest letters among a page's first ones, which as a rule holds the person's name."""
    return max(page[:_EDGE_LINES], key=lambda draft: draft.font_size or 0.0, default=None)


def _with_running_head(page: list[Draft], *, name: Draft | None) -> list[Draft]:
    """Make a later page's first line a header when it says the name again in smaller letters."""
    first = next(iter(_by_height(page)), None)
    if first is None or name is None or len(name.text.split()) < _NAME_LEAST:
        return page
    said, text = name.text.strip().casefold(), first.text.strip().casefold()
    beside = text.removeprefix(said) if text.startswith(said) else text.removesuffix(said)
    again = beside != text and _BESIDE_NAME.fullmatch(beside) is not None
    smaller = (first.font_size or 0.0) < _SMALLER * (name.font_size or 0.0)
    return [replace(d, role=LineRole.HEADER) if d is first else d for d in page] if again and smaller else page


def role_of_part(
    drafts: Sequence[Draft], *, header: bool, numbers_pages: bool, body: Container[str] = frozenset()
) -> LineRole:
    """Return the role of the lines of a header, or else footer, that the file names: what carries content is body.

    `numbers_pages` tells whether it holds the page's number, `body` are the body's texts: what only repeats them is furniture.
    """
    words = sum(len(draft.text.split()) for draft in drafts)
    repeated = all(draft.text in body for draft in drafts)
    if not (repeated or (words <= _WORDS_MOST and (numbers_pages or not header))):
        return LineRole.BODY
    return LineRole.HEADER if header else LineRole.FOOTER


def _edge(draft: Draft, page: Sequence[Draft]) -> LineRole | None:
    """Tell at which end of its page a line stands, by its height among the others; None in the middle."""
    if draft.box is None:
        return None
    above = sum(1 for d in page if d.box is not None and d.box.bottom <= draft.box.top + 1)
    below = sum(1 for d in page if d.box is not None and d.box.top >= draft.box.bottom - 1)
    if below == 0 or (below < _EDGE_LINES and above > below):
        return LineRole.FOOTER
    return LineRole.HEADER if above < _EDGE_LINES else None


def _with_role(draft: Draft, page: Sequence[Draft], repeated: set[str]) -> Draft:
    text = draft.text.strip()
    if len(text) > 120:
        return draft
    # Asked first: the patterns are slow on lines that they do not match.
    ends_in_number = not text[-3:].isalpha() and any(map(str.isdigit, text[-3:]))
    may_tell_date = text[:1] in "luLU"
    numbered = bool((ends_in_number and _PAGE_NUMBER.match(text)) or (may_tell_date and _UPDATED.match(text)))
    if not numbered and (not repeated or _key(text) not in repeated):
        return draft
    edge = _edge(draft, page)
    return replace(draft, role=edge) if edge is not None and (not numbered or len(page) > 3) else draft


def _by_height(page: Sequence[Draft]) -> list[Draft]:
    """Return the lines of which it is known where they stand, from the top of the page."""
    return sorted((draft for draft in page if draft.box is not None), key=lambda draft: draft.box.top if draft.box else 0.0)


def _key(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold())


def _repeated(pages: Sequence[Sequence[Draft]]) -> set[str]:
    """Find lines that stand at the same height at an edge of two pages or more."""
    if len(pages) < 2:
        return set()
    seen: dict[tuple[str, int], int] = {}
    for page in pages:
        by_height = _by_height(page)
        edges = [*by_height[: 2 * _EDGE_LINES], *by_height[-2 * _EDGE_LINES :]]
        for key in {(_key(d.text.strip()), round(d.box.top / 4)) for d in edges if d.box and _edge(d, page)}:
            seen[key] = seen.get(key, 0) + 1
    return {text for (text, _), count in seen.items() if count >= 2}
