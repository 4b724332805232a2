"""Finds headings whose words nobody foresaw: they look like the headings found, or stand alone as those do.

An employer in capitals or a project's name in bold looks like a heading, too; so a title, a firm's mark or dates right below speak against.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from resumefit.core.resume import SectionKind, denies
from resumefit.segment.headings import DEGREE, MAX_WORDS, Heading, is_whole
from resumefit.segment.headingwords import PASTIMES, WORK
from resumefit.segment.looks import Look, Page
from resumefit.segment.titles import line_strength, looks_like_firm, looks_like_title
from resumefit.segment.wordings import heading_words, wording_of

_SPOKEN_HEADING = re.compile(
    r"(?:what|where|how|who|tools?|things?|work|people|words)\b[\w ,'’&-]*\b(?:I|I['’](?:ve|m|d|ll)|me|my)\b[\w ,'’&-]*:?"
    r"|I (?:want|can|cannot|know|use)\b[\w ,'’&-]*:?", re.IGNORECASE,
)
_SKILLED = re.compile(r"\b(?:can|know|use|good|trusted|handy|bring|offer)\b", re.IGNORECASE)
_CERTIFIED = re.compile(
    r"\b(?:certifi\w+|practitioner|foundation|accredited|diploma|licen[cs]ed?|PSM|PSPO|CSM|CSPO|PMP|PRINCE2|ITIL|TOGAF|ISTQB|SAFe|"
    r"Professional Scrum \w+)\b", re.IGNORECASE,
)
_LABEL = re.compile(r"^([A-Z][^\W\d_]*(?:[ '’-][^\W\d_]+){0,4})\s*:\s+(?=\S)")
_PHRASE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5}")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
_DIGITS = re.compile(r"\d")
_WORDS = re.compile(r"\w+")
_ENOUGH_ALONE = 3
# So many pastimes in the first lines tell that a section is of interests.
_PASTIMES_LEAST = 2
# Words by which a heading speaks where an employer's name would not.
_SPOKEN = frozenset([
    "what", "where", "how", "who", "i", "my", "me", "now", "before", "since", "then", "so", "far", "today", "earlier",
    "previously", "lately", "after", "outside", "beyond", "when", "about",
])


def with_unforeseen(page: Page, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Return the headings with those added that only their look or their place tells."""
    found = _standing_alone(page, _alike(page, _spoken(page, known)))
    found = {index: heading for index, heading in found.items() if index in known or not _opens_job(page, index, known)}
    return _labels_in_a_row(page, found)


def _opens_job(page: Page, index: int, known: Mapping[int, Heading]) -> bool:
    """Tell whether a line under a heading of work is an employer or a title over its dates; a line that speaks is none."""
    above = max((other for other in known if other < index), default=None)
    if above is None or known[above].kind not in WORK or _speaks(page.texts[index]):
        return False
    titled = line_strength(page.texts[index]) >= 3
    return any(page.is_work_head(other) or (titled and page.has_dates(other)) for other in page.below(index, 3))


def _spoken(page: Page, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Add lines in which the writer speaks of what follows, whatever they look like: "What I can be trusted with"."""
    found = dict(known)
    for index in range(min(known, default=len(page.lines)) + 1, len(page.lines)):
        text = page.texts[index].strip()
        if index in known or not page.is_body(index) or page.lines[index].list_depth or not _SPOKEN_HEADING.fullmatch(text):
            continue
        if len(text.split()) <= MAX_WORDS and page.opens_block(index) and page.below(index):
            kind = SectionKind.SKILLS if _SKILLED.search(text) and not denies(text) else _kind_by_content(page, index)
            found[index] = Heading(index, kind, heading_words(text), page.lines[index].stop)
    return found


def _alike(page: Page, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Add lines of unknown words that look like the headings found and open a block."""
    found = dict(known)
    looks = [page.look(index) for index, heading in known.items() if is_whole(page, heading)]
    if len(looks) < 2:
        return found
    # What most lines look like tells nothing: some templates set everything in bold or in one size.
    common = Counter(page.look(index) for index in range(len(page.lines)) if page.texts[index].strip())
    limit = max(len(looks) * 2, sum(common.values()) // 5)
    shares = Counter(looks)
    telling = {
        look for look in shares if (look.is_telling or look.size) and common[look] <= limit and shares[look] * 3 >= common[look]
    }
    first = min(known)
    for index in range(first + 1, len(page.lines)):
        text = page.texts[index].strip()
        if index in known or not page.is_body(index) or (page.lines[index].list_depth and not page.is_framed(index)):
            continue
        if len(text.split()) > MAX_WORDS or _DIGITS.search(text) or text.endswith((".", ",", ";")) or "@" in text:
            continue
        look = page.look(index)
        like = look in telling and page.opens_block(index) and not _is_entry(text) and not _followed_by_dates(page, index)
        if like and look.level is None and DEGREE.search(text):
            continue
        if like or _lower_alone(page, index, look, looks):
            found[index] = Heading(index, _kind_of_unknown(page, index), heading_words(text), page.lines[index].stop)
    return found


def _kind_of_unknown(page: Page, index: int) -> SectionKind:
    """Guess from its words and from what follows, but never work: an employer in capitals looks like a heading."""
    wording = wording_of(page.texts[index], {})
    kind = wording.kind if wording is not None else _kind_by_content(page, index)
    return SectionKind.OTHER if kind is SectionKind.EXPERIENCE else kind


def _standing_alone(page: Page, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Add short lines alone between blank lines, in plain text whose headings all stand so: "Honest gaps", "WHAT I DO NOW"."""
    alone = {
        index: look
        for index in range(len(page.lines))
        if page.is_body(index) and _is_alone(page, index) and (look := page.look(index)).level is None and not look.bold
    }
    like = {index: look for index, look in alone.items() if index in known}
    upper = [index for index, look in alone.items() if look.case == "upper" and _names_section(page, index)]
    found = dict(known)
    whole = [index for index, heading in known.items() if is_whole(page, heading)]
    # Most headings that words tell stand alone, so others that stand alone are headings; or capitals alone set them off.
    if len(like) >= _ENOUGH_ALONE and len(like) >= len(whole) * 0.8:
        cases = Counter(look.case for look in like.values())
        chosen = [index for index, look in alone.items() if cases[look.case] > 1 and index > min(like)]
    else:
        chosen = [index for index in alone if _lists_certificates(page, index) and _PHRASE.fullmatch(page.texts[index].strip())]
    for index in (*chosen, *(upper if len(upper) >= _ENOUGH_ALONE else ())):
        if index not in known and _names_section(page, index):
            found[index] = Heading(
                index, _kind_by_content(page, index), heading_words(page.texts[index]), page.lines[index].stop
            )
    return found


def _is_alone(page: Page, index: int) -> bool:
    text = page.texts[index]
    if text[0].isspace() or not page.opens_block(index) or page.lines[index].list_depth:
        return False
    if index + 1 >= len(page.lines):
        return False
    gap = page.document.text[page.lines[index].stop : page.lines[index + 1].start].count("\n") > 1
    return gap or not page.texts[index + 1].strip()


def _names_section(page: Page, index: int) -> bool:
    """Tell whether a line alone may name what follows: few words, none of a person, an address, an employer or a job."""
    text = page.texts[index].strip()
    words = text.split()
    if not 1 <= len(words) <= MAX_WORDS - 1 or _DIGITS.search(text) or text.endswith((".", ",", ";", "!")):
        return False
    if not text[0].isupper() or "@" in text or "|" in text or ":" in text.rstrip(":") or _is_entry(text):
        return False
    below = [page.texts[other].strip() for other in page.below(index, 2)]
    if not below or re.search(r"@|\d{3}[\s)-]*\d{3}", below[0]):
        return False  # a name over its contacts
    if any(_YEARS.search(words_below) or looks_like_title(words_below) for words_below in below):
        # An employer stands over its roles, too; a heading of unknown words speaks, or stands over certificates.
        return _speaks(text) or _lists_certificates(page, index)
    return True


def _speaks(text: str) -> bool:
    return any(word.casefold() in _SPOKEN for word in re.findall(r"[^\W\d_]+", text))


def _kind_by_content(page: Page, index: int) -> SectionKind:
    below = [page.texts[other].strip() for other in page.below(index, 2)]
    if _lists_certificates(page, index):
        return SectionKind.CERTIFICATIONS
    dated = any(_YEARS.search(text) for text in below)
    if dated and any(line_strength(text) >= 3 for text in below):
        return SectionKind.EXPERIENCE
    if below and DEGREE.search(below[0]):
        return SectionKind.EDUCATION
    if below and sum(word in PASTIMES for word in _WORDS.findall(" ".join(below).casefold())) >= _PASTIMES_LEAST:
        return SectionKind.INTERESTS
    return SectionKind.SKILLS if below and _lists_names(below[0]) else SectionKind.OTHER


def _lists_certificates(page: Page, index: int) -> bool:
    """Tell whether the lines below are short, hold no range of dates, and name certificates, most of them: "PRINCE2 Practitioner, 2018"."""
    below = [page.texts[other] for other in page.below(index, 3) if not page.has_dates(other)]
    named = sum(bool(_CERTIFIED.search(text)) for text in below)
    return len(below) > 1 and named * 3 >= len(below) * 2 and max(len(text.split()) for text in below) <= MAX_WORDS


def _lists_names(text: str) -> bool:
    """Tell whether a line is a list of names, as of tools: "Amplitude, Figma, Jira"; hobbies are not written so."""
    items = [item.strip() for item in re.split(r"[,;|•·/]\s*", text) if item.strip()]
    named = sum(item[0].isupper() and len(item.split()) <= 3 for item in items)
    return len(items) >= 3 and named >= 0.75 * len(items) and not text.endswith(".")


def _labels_in_a_row(page: Page, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Add "Not yet: ..." where it stands between lines of the same make whose words are known: "Tools: ...", "Languages: ..."."""
    inline = sorted(index for index, heading in known.items() if not is_whole(page, heading))
    found = dict(known)
    if len(inline) < 2:
        return found
    for index in range(inline[0], len(page.lines)):
        line = page.lines[index]
        label = _LABEL.match(page.texts[index])
        if index in known or not label or line.list_depth or looks_like_title(label[1]):
            continue
        above, below = _label_beside(page, index, -1, found), _label_beside(page, index, 1, found)
        if above and (below or index > inline[-1]):
            found[index] = Heading(index, SectionKind.OTHER, heading_words(label[1]), line.start + label.end(1))
    return found


def _label_beside(page: Page, index: int, step: int, known: Mapping[int, Heading]) -> bool:
    """Tell whether the next line, past blank ones, is a label too, or one that is a heading already."""
    at = index + step
    while 0 <= at < len(page.lines):
        if page.texts[at].strip():
            return bool(_LABEL.match(page.texts[at])) if step > 0 else at in known and known[at].stop < page.lines[at].stop
        at += step
    return False


def _is_entry(text: str) -> bool:
    return looks_like_title(text) or looks_like_firm(text)


def _followed_by_dates(page: Page, index: int) -> bool:
    following = page.texts[index + 1] if index + 1 < len(page.texts) else ""
    return bool(re.search(r"\b(?:19|20)\d\d\b.*(?:-|–|—|to)", following))


def _lower_alone(page: Page, index: int, look: Look, looks: Sequence[Look]) -> bool:
    """A lower-case document ("work", "not me"): a short line alone between blanks, when most headings are lower-case too."""
    if look.case != "lower" or sum(other.case == "lower" for other in looks) < max(2, len(looks) * 0.6):
        return False
    return len(page.texts[index].split()) <= 3 and page.opens_block(index)
