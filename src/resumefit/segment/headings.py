"""Finds section headings: by their words, and, for wordings nobody foresaw, by looking like the headings already found.

A newcomer would take every short bold line for a heading. Titles, companies and dates look alike, so words decide first; a line of unknown
words is a heading only where the document's own headings look like it does and titles and firms do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resumefit.core.document import Document, Line, LineRole
from resumefit.core.marks import ITEM_MARK
from resumefit.core.resume import SectionKind
from resumefit.segment.titles import line_strength, looks_like_firm, looks_like_title

_MAX_WORDS = 7
_NUMBERING = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+|^§\s*", re.IGNORECASE)
_MARKERS = re.compile(r"^[\s#*_=~>|•●■▪◆►▶·:+\-–—\[\]<]+|[\s#*_=~<|•●■▪◆·:+\-–—\[\]>]+$")
_PARTS = re.compile(r"\s*[/|·]\s*|\s+[-–—]\s+")
_LETTERSPACED = re.compile(r"^\s*(?:[^\W\d_]|&)(?:\s+(?:[^\W\d_]|&)){3,}\s*:?\s*$")
_DETERMINER = re.compile(r"^(?:my|our|the|some|a few|a bit of|other|more|about my)\s+")
_DEGREE = re.compile(
    r"\b(?:b\.?a|b\.?sc|m\.?a|m\.?sc|mba|ph\.?d|b\.?tech|m\.?tech|b\.?eng|m\.?eng|b\.?e|bachelor|master|diploma|university|college|degree)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(rf"\s*{ITEM_MARK}\s+\S")
_LABEL = re.compile(r"^([A-Z][^\W\d_]*(?:[ '’-][^\W\d_]+){0,4})\s*:\s+(?=\S)")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
_ENOUGH_ALONE = 3
# Words by which a heading speaks where an employer's name would not.
_SPOKEN = frozenset([
    "what", "where", "how", "who", "i", "my", "me", "now", "before", "since", "then", "so", "far", "today", "earlier",
    "previously", "lately", "after", "outside", "beyond", "when", "about",
])  # fmt: skip
_DIGITS = re.compile(r"\d")
_INLINE = re.compile(r"^\s*([A-Z][\w&/' -]{2,34}?)\s*:\s+(?=\S)")
# Kinds for which a line "Kind: words" opens a section on the same line. Others ("Tools: ...") are part of a position.
_INLINE_KINDS = frozenset({"skills", "languages", "interests", "education", "certifications", "summary"})


# Words that tell a section's kind in a wording that headings.yaml does not hold; the last in the line decides.
_KEYWORDS = {
    word: kind
    for kind, words in (
        (SectionKind.SUMMARY, "summary profile objective overview"),
        (SectionKind.EXPERIENCE, "experience employment career engagements journey appointments jobs doing worked"),
        (SectionKind.EDUCATION, "education academia academics studies degrees"),
        (SectionKind.SKILLS, "skills toolbox toolkit tools competencies competences technologies expertise proficiencies tech capabilities"),  # noqa: E501 - one pattern
        (SectionKind.PROJECTS, "projects hackathons made built"),
        (SectionKind.CERTIFICATIONS, "certifications certificates courses licences licenses credentials training"),
        (SectionKind.PUBLICATIONS, "publications papers talks patents"),
        (SectionKind.AWARDS, "awards honours honors recognition"),
        (SectionKind.LANGUAGES, "languages"),
        (SectionKind.INTERESTS, "hobbies interests"),
        (SectionKind.VOLUNTEERING, "volunteering volunteer voluntary"),
        (SectionKind.OTHER, "references particulars declaration"),
    )
    for word in words.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at `line` (index into Document.lines). `stop` is the offset where the heading's own words end."""

    line: int
    kind: SectionKind
    words: str
    stop: int


@dataclass(frozen=True, slots=True)
class _Look:
    """What makes headings of one document alike."""

    case: str
    level: int | None
    bold: bool | None
    size: float | None
    colon: bool
    numbered: bool


def find_headings(document: Document, headings: Mapping[str, tuple[str, ...]]) -> tuple[Heading, ...]:
    """Return the document's section headings, in text order."""
    kinds = _kinds(tuple((kind, phrases) for kind, phrases in sorted(headings.items())))
    known: dict[int, Heading] = {}
    for index, line in enumerate(document.lines):
        found = _known_heading(document, index, line, kinds)
        if found is not None:
            known[index] = found
    known = _without_accidents(document, known)
    everything = _labels_in_a_row(document, _standing_alone(document, _alike(document, known)))
    return tuple(everything[index] for index in sorted(everything))


def plain(text: str) -> str:
    """Return a heading's words for comparison: no markers, numbering, closing colon; one case; `&` as `and`."""
    words = _NUMBERING.sub("", _MARKERS.sub("", unspaced(text)))
    words = _MARKERS.sub("", words).replace("&", " and ").replace("’", "'").casefold()
    return re.sub(r"\s+", " ", words).strip(" .,:;!?")


def unspaced(text: str) -> str:
    """Return letterspaced words ("W O R K   H I S T O R Y") without the spaces between their letters."""
    if not _LETTERSPACED.match(text):
        return text
    return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", text.strip()))


def heading_words(text: str) -> str:
    """Return a heading as written, without markers around it and a closing colon."""
    return _MARKERS.sub("", text).strip()


@lru_cache(maxsize=4)
def _kinds(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, SectionKind]:
    return {plain(phrase): SectionKind(kind) for kind, phrases in headings for phrase in phrases}


def kind_of(text: str, kinds: Mapping[str, SectionKind]) -> SectionKind | None:
    """Return the kind that a heading's words name; None for words that name none."""
    whole = plain(text)
    for words in (whole, _DETERMINER.sub("", whole)):
        if words in kinds:
            return kinds[words]
    for part in _PARTS.split(whole):
        if part in kinds:
            return kinds[part]
    halves = re.split(r"\s+and\s+|,\s*", whole)
    if len(halves) > 1 and all(half in kinds for half in halves):
        return kinds[halves[0]]
    return None


def _kind_by_keyword(document: Document, index: int) -> SectionKind | None:
    """Guess the kind of a wording that no list holds from its last telling word: "Career so far", "Product toolkit"."""
    text = document.text[document.lines[index].start : document.lines[index].stop].strip()
    bare = re.sub(r"\s*\([^)]*\)", "", plain(text))
    words = re.findall(r"[^\W\d_]+", bare)
    if not 1 <= len(words) <= 5 or _DIGITS.search(bare) or text.endswith((".", ",", ";")) or "@" in text:
        return None
    if ":" in text.rstrip(":") or "|" in text or _is_entry(text) or not _opens_block(document, index):
        return None
    if _followed_by_dates(document, index) or not text[0].isupper() or _is_list_item(text):
        return None
    found = [_KEYWORDS[word] for word in words if word in _KEYWORDS]
    if "academic" in words and SectionKind.PROJECTS not in found:
        return SectionKind.EDUCATION
    return found[-1] if found else None


def _known_heading(document: Document, index: int, line: Line, kinds: Mapping[str, SectionKind]) -> Heading | None:
    text = document.text[line.start : line.stop]
    if line.role is not LineRole.BODY or not text.strip():
        return None
    words = heading_words(text)
    if len(unspaced(words).split()) <= _MAX_WORDS and (
        line.list_depth == 0 or line.heading_level is not None or _NUMBERING.match(text.strip())
    ):
        kind = kind_of(text, kinds) or _kind_by_keyword(document, index)
        if kind is not None and not _is_list_item(text):
            return Heading(index, kind, words, line.stop)
    inline = _INLINE.match(text)
    if inline and line.list_depth == 0:
        kind = kinds.get(plain(inline.group(1)))
        if kind is not None and kind in _INLINE_KINDS:
            return Heading(index, kind, heading_words(inline.group(1)), line.start + inline.end(1))
    return None


def _is_list_item(text: str) -> bool:
    return bool(_ITEM.match(text))


def _without_accidents(document: Document, known: dict[int, Heading]) -> dict[int, Heading]:
    """Drop a line that has a heading's words but reads on from the line above, or looks like none of the others."""
    looks = [
        _look(document, document.lines[index]) for index in known if known[index].stop == document.lines[index].stop
    ]
    kept: dict[int, Heading] = {}
    for index, heading in known.items():
        line = document.lines[index]
        whole = heading.stop == line.stop
        look = _look(document, line)
        likely = (
            look.level is not None or look.case == "upper" or look.bold or look.colon or _opens_block(document, index)
        )
        alike = sum(other.case == look.case and other.bold == look.bold for other in looks) > 1
        if whole and not (likely and (alike or _opens_block(document, index) or look.level is not None)):
            continue
        if not whole and not _inline_ok(document, index, known):
            continue
        kept[index] = heading
    return kept


def _inline_ok(document: Document, index: int, known: Mapping[int, Heading]) -> bool:
    """An inline heading opens a section only where no position is being told: not below an experience heading's dates."""
    above = [other for other in known if other < index and known[other].stop == document.lines[other].stop]
    if not above:
        return True
    kind = known[max(above)].kind
    return kind not in (SectionKind.EXPERIENCE, SectionKind.SKILLS, SectionKind.OTHER, SectionKind.PROJECTS)


def _alike(document: Document, known: dict[int, Heading]) -> Mapping[int, Heading]:
    """Add lines of unknown words that look like the headings found and open a block; their kind is OTHER."""
    looks = [
        _look(document, document.lines[index])
        for index, heading in known.items()
        if heading.stop == document.lines[index].stop
    ]
    telling = {look for look in looks if look.case == "upper" or look.level is not None or look.bold or look.size}
    if len(looks) < 2:
        return known
    # What most lines look like tells nothing: some templates set everything in bold or in one size.
    common = Counter(_look(document, line) for line in document.lines if document.text[line.start : line.stop].strip())
    limit = max(len(looks) * 2, sum(common.values()) // 5)
    telling = {look for look in telling if common[look] <= limit}
    first = min(known)
    for index, line in enumerate(document.lines):
        text = document.text[line.start : line.stop].strip()
        if index in known or index < first or not text or line.role is not LineRole.BODY or line.list_depth:
            continue
        if len(text.split()) > _MAX_WORDS or _DIGITS.search(text) or text.endswith((".", ",", ";")) or "@" in text:
            continue
        look = _look(document, line)
        if (
            look in telling
            and _opens_block(document, index)
            and not _is_entry(text)
            and not _followed_by_dates(document, index)
        ) or _lower_alone(document, index, look, looks):
            known[index] = Heading(index, _kind_of_unknown(document, index), heading_words(text), line.stop)
    return known


def _kind_of_unknown(document: Document, index: int) -> SectionKind:
    """Guess from what follows, but never work: an employer in capitals looks like a heading."""
    kind = _kind_by_content(document, index)
    return SectionKind.OTHER if kind is SectionKind.EXPERIENCE else kind


def _standing_alone(document: Document, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Add short lines alone between blank lines, in plain text whose headings all stand so: "Honest gaps", "WHAT I DO NOW"."""
    alone = {
        index: look
        for index, line in enumerate(document.lines)
        if _is_alone(document, index)
        and line.role is LineRole.BODY
        and (look := _look(document, line)).level is None
        and not look.bold
    }
    like = {index: look for index, look in alone.items() if index in known}
    upper = [index for index, look in alone.items() if look.case == "upper" and _names_section(document, index)]
    found = dict(known)
    whole = [index for index, heading in known.items() if heading.stop == document.lines[index].stop]
    # Most headings that words tell stand alone, so others that stand alone are headings; or capitals alone set them off.
    if len(like) >= _ENOUGH_ALONE and len(like) >= len(whole) * 0.8:
        cases = Counter(look.case for look in like.values())
        chosen = [index for index, look in alone.items() if cases[look.case] > 1 and index > min(like)]
    else:
        chosen = []
    for index in (*chosen, *(upper if len(upper) >= _ENOUGH_ALONE else ())):
        if index not in known and _names_section(document, index):
            words = heading_words(document.text[document.lines[index].start : document.lines[index].stop])
            found[index] = Heading(index, _kind_by_content(document, index), words, document.lines[index].stop)
    return found


def _is_alone(document: Document, index: int) -> bool:
    line = document.lines[index]
    text = document.text[line.start : line.stop]
    if not text.strip() or text[0].isspace() or not _opens_block(document, index) or line.list_depth:
        return False
    below = document.lines[index + 1] if index + 1 < len(document.lines) else None
    return below is not None and (
        not document.text[below.start : below.stop].strip() or document.text[line.stop : below.start].count("\n") > 1
    )


def _names_section(document: Document, index: int) -> bool:
    """Tell whether a line alone may name what follows: few words, none of a person, an address, an employer or a job."""
    line = document.lines[index]
    text = document.text[line.start : line.stop].strip()
    words = text.split()
    if not 1 <= len(words) <= _MAX_WORDS - 1 or _DIGITS.search(text) or text.endswith((".", ",", ";", "!")):
        return False
    if not text[0].isupper() or "@" in text or "|" in text or ":" in text.rstrip(":") or _is_entry(text):
        return False
    below = _next_lines(document, index, 2)
    if not below or re.search(r"@|\d{3}[\s)-]*\d{3}", below[0]):
        return False  # a name over its contacts
    if any(_YEARS.search(words_below) or looks_like_title(words_below) for words_below in below):
        # An employer stands over its roles, too; a heading of unknown words speaks.
        return any(word.casefold().strip("'’") in _SPOKEN for word in re.findall(r"[^\W\d_]+", text))
    return True


def _next_lines(document: Document, index: int, most: int) -> list[str]:
    texts = (document.text[line.start : line.stop].strip() for line in document.lines[index + 1 : index + 6])
    return [text for text in texts if text][:most]


def _kind_by_content(document: Document, index: int) -> SectionKind:
    below = _next_lines(document, index, 2)
    dated = any(_YEARS.search(text) for text in below)
    if dated and any(line_strength(text) >= 3 for text in below):
        return SectionKind.EXPERIENCE
    if below and _DEGREE.search(below[0]):
        return SectionKind.EDUCATION
    return SectionKind.SKILLS if below and _lists_names(below[0]) else SectionKind.OTHER


def _lists_names(text: str) -> bool:
    """Tell whether a line is a list of names, as of tools: "Amplitude, Figma, Jira"; hobbies are not written so."""
    items = [item.strip() for item in re.split(r"[,;|•·/]\s*", text) if item.strip()]
    named = sum(item[0].isupper() and len(item.split()) <= 3 for item in items)
    return len(items) >= 3 and named >= 0.75 * len(items) and not text.endswith(".")


def _labels_in_a_row(document: Document, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Add "Not yet: ..." where it stands between lines of the same make whose words are known: "Tools: ...", "Languages: ..."."""
    inline = sorted(index for index, heading in known.items() if heading.stop < document.lines[index].stop)
    found = dict(known)
    if len(inline) < 2:
        return found
    for index in range(inline[0], len(document.lines)):
        line = document.lines[index]
        text = document.text[line.start : line.stop]
        label = _LABEL.match(text)
        if index in known or not label or line.list_depth or looks_like_title(label[1]):
            continue
        above, below = _label_beside(document, index, -1, found), _label_beside(document, index, 1, found)
        if above and (below or index > inline[-1]):
            found[index] = Heading(index, SectionKind.OTHER, heading_words(label[1]), line.start + label.end(1))
    return found


def _label_beside(document: Document, index: int, step: int, known: Mapping[int, Heading]) -> bool:
    """Tell whether the next line, past blank ones, is a label too, or one that is a heading already."""
    at = index + step
    while 0 <= at < len(document.lines):
        line = document.lines[at]
        text = document.text[line.start : line.stop]
        if text.strip():
            return bool(_LABEL.match(text)) if step > 0 else at in known and known[at].stop < line.stop
        at += step
    return False


def _is_entry(text: str) -> bool:
    return looks_like_title(text) or looks_like_firm(text)


def _followed_by_dates(document: Document, index: int) -> bool:
    following = list(document.lines[index + 1 : index + 3])
    return any(
        re.search(r"\b(?:19|20)\d\d\b.*(?:-|–|—|to)", document.text[line.start : line.stop]) for line in following[:1]
    )


def _lower_alone(document: Document, index: int, look: _Look, looks: Sequence[_Look]) -> bool:
    """A lower-case document ("work", "not me"): a short line alone between blanks, when most headings are lower-case too."""
    if look.case != "lower" or sum(other.case == "lower" for other in looks) < max(2, len(looks) * 0.6):
        return False
    text = document.text[document.lines[index].start : document.lines[index].stop]
    return len(text.split()) <= 3 and _opens_block(document, index)


def _look(document: Document, line: Line) -> _Look:
    text = document.text[line.start : line.stop].strip()
    letters = [letter for letter in text if letter.isalpha()]
    case = (
        "upper"
        if letters and all(letter.isupper() for letter in letters)
        else "lower"
        if text[:1].islower()
        else "title"
    )
    size = round(line.font_size, 1) if line.font_size else None
    return _Look(case, line.heading_level, line.bold, size, text.endswith(":"), bool(_NUMBERING.match(text)))


def _opens_block(document: Document, index: int) -> bool:
    """Tell whether a line stands apart from what is above: first line, blank line above, or a wide gap."""
    if index == 0:
        return True
    line, above = document.lines[index], document.lines[index - 1]
    if not document.text[above.start : above.stop].strip() or document.text[above.stop : line.start].count("\n") > 1:
        return True
    rule = re.fullmatch(r"[\s=_*~\-–—.#]{3,}", document.text[above.start : above.stop])
    return bool(rule) or line.page != above.page or line.column != above.column or (line.gap_above or 0.0) > 0.6
