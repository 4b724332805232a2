"""Cuts the lines of a head into parts at their separators, and cleans titles and employers' names of what is not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumefit.segment.legalforms import BEGINS_WITH_FORM, ENDS_IN_FORM, FORM_AT_END, FORM_BEHIND_COMMA, LEGAL_FORM
from resumefit.segment.places import COUNTY, looks_like_place
from resumefit.segment.titles import looks_like_firm, looks_like_team, names_field, title_strength

_SEPARATOR = re.compile(
    r"\s{2,}|\t+|(?<=[\w.)!]):\s+|\s*(?://|::)\s*|\s*[|•·●▪◆¦]\s+|\s+[~*»›><«‹⋅∙◦■♦]+\s+|\s+[-–—−]+\s+|\s*;\s+|\s+@\s*(?=\w)"
    r"|(?<=[a-zA-Z)])\s+at\s+(?=[A-Z0-9]|[a-z]+[A-Z.]\w)"
    r"|(?:(?<=[a-z])|(?<=[A-Z][A-Z]))\.\s+(?=[A-Z][\w&]+(?:[ ,]|$))"
)
HEAD_WORDS = 14
_SMALL_SHARE = 0.4  # of the words of a line
_END_MARK = r"[\s,;|:(\[•·●▪◆*_#~=<\-–—−/]"
# Marks at the end are tried from the first of them alone, or a line of nothing else would cost the square of its length.
EDGE = re.compile(rf"^(?:[\s,;|:()\[\]•·●▪◆*_#~=>\-–—−/]|\.(?=\s))+|(?<!{_END_MARK}){_END_MARK}++$")
NUMBERING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-Z])")
PARENTHESIS = re.compile(r"(?<!\s)\s*+[(\[][^()\[\]]*[)\]]")
_EMPTY_PARENTHESIS = re.compile(r"[(\[]\s*[)\],]?")
_FULL_STOP = re.compile(r"\b[^\W\d_.]{6,}\.$")  # words so long are hardly ever shortened by it
# Words that a full stop shortens; it ends no part of a head.
_SHORTENED = re.compile(
    r"(?<![\w-])(?:[sjdm]r|st|assoc|asst|exec|dept|mgr|mgmt|eng|engg|prod|tech|dir|univ|inst|bros|intl|natl|govt|mt|ft|hon|prof|gen|mrs|ms|"
    r"vs|sen|snr|jun|jnr|coord|admin|rep|spec|sup|supt|dist|reg|op|ops|dev|mktg|acct|div|fin|int|jan|feb|mar|apr|aug|sept?|oct|nov|dec)$",
    re.IGNORECASE,
)
# "Orrin, Vale & Sons": a list of names that ends in "& Sons" is one employer.
NAMES = re.compile(r"^[A-Z][\w'’]+(?:,\s+[A-Z][\w'’]+)*,?\s+(?:&|and)\s+[A-Z][\w'’]+\b")
_IN_NAME = re.compile(rf"(?<!\s)\s*+[(\[][^()\[\]]*[)\]](?!\s*{LEGAL_FORM}\b)", re.IGNORECASE)
HIDE = {ord(character): 0xE000 + place for place, character in enumerate("|•·/-–—;@. ,:")}
_SHOW = {hidden: character for character, hidden in HIDE.items()}
_SMALL_WORDS = "of and the for de des du la le und fur für in on at to a & e y et von van der"
_SMALL = frozenset(_SMALL_WORDS.split())
HOW = re.compile(
    r"^(?:(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time|contract|fixed[- ]term|temporary|permanent|internship|seasonal|"
    r"apprenticeship|promoted|freelance|self-employed|\d+\s*(?:yrs?|years?|mos?|months?)\b)[\s,/&+and]*)+$",
    re.IGNORECASE,
)
_COUNTY = re.compile(rf"{COUNTY}\b", re.IGNORECASE)
_OWN = re.compile(r"^(?:freelance|self-employed|independent)$", re.IGNORECASE)
_WORKED = r"^\W*(?:(?:currently|presently|previously|formerly)\s+)?(?:work(?:ing|ed|s)?|employed|serv(?:ed|ing)|associated|engaged)\s+"
_WORKED_AS = re.compile(
    rf"{_WORKED}as\s+(?:an?\s+|the\s+)?(?P<title>.+?)\s+(?:with|at|in|for|@)\s+(?P<firm>[A-Z].*)$", re.IGNORECASE
)
_WORKED_WITH = re.compile(
    rf"{_WORKED}(?:with|at|in|for)\s+(?P<firm>[A-Z].+?)\s+as\s+(?:an?\s+|the\s+)?(?P<title>.+)$", re.IGNORECASE
)
_I_WAS = re.compile(
    r"^\W*(?:(?:before|after) that\W+|then\W+|(?:previously|earlier|later)\W+)?"
    r"(?:I(?:['’]ve|\s+have)?\s+(?:am|was|been|became|serve[ds]?)|I['’]m)\s+(?:now\s+|then\s+)?(?:as\s+)?(?:an?\s+|the\s+)?"
    r"(?P<title>.+?)\s+(?:with|at|for|@)\s+(?P<firm>[A-Z].*)$"
)
_IN_TOWN = re.compile(r"\s+in\s+(?=[A-Z][\w'’-]+(?:[ ,]+[A-Z][\w'’-]+)?\.?$)")
_BLURB = re.compile(
    r"^(?P<name>[A-Z0-9][^–—:;|]*?)(?:\s+[-–—|]\s+|,\s+|:\s+)(?:an?|the|one\s+of|[a-z][\w-]+)\s+[a-z0-9].*$"
)


DEPARTMENT = re.compile(r"^(?:department|dept\.?|faculty|school|division|directorate)\s+(?:of|for)\b", re.IGNORECASE)
# "Chief Product Officer of Acme", but "Head of Product": such titles are whole without what follows.
CHIEF_OF = re.compile(
    r"^(?P<title>.*\b(?:officer|founder|ceo|cto|cpo|coo|cfo|(?i:managing director)))\s+of\s+(?P<firm>[A-Z].*)$", re.I
)


def separators(text: str) -> Iterator[tuple[int, int]]:
    """Yield where [start, stop) a line is parted: bars, dashes, wide gaps, "at", a full stop that shortens no word.

    The full stop of "Acme Ltd. Leeds" stays with the employer.
    """
    for mark in _SEPARATOR.finditer(text):
        start, stop = mark.span()
        if text[start] == ".":
            legal = ENDS_IN_FORM.search(text, 0, start)
            if _SHORTENED.search(text, 0, start) or (legal and (BEGINS_WITH_FORM.match(text, stop) or _COUNTY.match(text, legal.start()))):
                continue
            start += bool(legal)
        yield start, stop


def split_line(line: str) -> list[str]:
    """Return the parts of a line between its separators; commas and slashes do not part."""
    text = _EMPTY_PARENTHESIS.sub(lambda match: match.group() if match.group().rstrip(",") in "([" else " ", line)
    text = NUMBERING.sub("", EDGE.sub("", as_said(text)))
    # What stands in brackets is one thing, whatever separators it holds.
    hidden = PARENTHESIS.sub(lambda match: match.group().translate(HIDE), text)
    pieces: list[str] = []
    at = 0
    for start, stop in [*separators(hidden), (len(hidden), len(hidden))]:
        piece = EDGE.sub("", hidden[at:start].translate(_SHOW))
        if re.search(r"\w", piece):
            dashed = bool(pieces) and re.fullmatch(r"\s[-–—]\s", hidden[max(0, at - 3) : at]) is not None
            if (
                dashed
                and title_strength(pieces[-1]) >= 3
                and looks_like_team(re.split(r",|\s[(\[]|\s(?:for|at)\s", piece)[0])
            ):
                # "Product Manager - Payments": a field of work behind a dash belongs to the title.
                pieces[-1] += f"{hidden[at - 3 : at]}{piece}"
            else:
                pieces.append(piece)
        at = stop
    return pieces


def as_said(line: str) -> str:
    """Set title and employer of a said head apart: "Working as Product Owner with Acme" is "Product Owner   Acme"."""
    said = _WORKED_AS.match(line) or _WORKED_WITH.match(line) or _I_WAS.match(line)
    return f"{said['title']}   {_IN_TOWN.sub('   ', said['firm']).rstrip('. ')}" if said else line


def without_blurb(line: str) -> str:
    """Return an employer's line without the words that describe it: "Acme - a courier with 90 vans" is "Acme"."""
    match = _BLURB.match(line.strip())
    return match["name"] if match and is_capitalised(match["name"]) else line


def is_short(line: str) -> bool:
    """Tell whether a line has few enough words for a head's, those in brackets not counted: "Editor, Acme (a daily of nine towns)"."""
    words = PARENTHESIS.sub(" ", without_blurb(line)).split() or line.split()
    return len(words) <= HEAD_WORDS


def runs_on_in_small(line: str) -> bool:
    """Tell whether so many words of a line begin in small letters that it is running text, and no name or title."""
    words = line.split()
    return sum(word[0].islower() for word in words) > _SMALL_SHARE * len(words)


def split_company(line: str) -> tuple[str, str]:
    """Return the employer and the place that a line without a title names."""
    parts = split_line(without_blurb(line))
    return name_and_place(parts[0]) if parts else ("", "")


def is_capitalised(words: str) -> bool:
    """Tell whether every word but the small ones begins with a capital or a digit, as names do."""
    return all(word in _SMALL or is_name(word) for word in FORM_AT_END.sub("", words).split())


def is_name(word: str) -> bool:
    """Tell whether a word is written as in a name: a capital or a digit first, a capital inside or a dot ("eBay", "acme.io")."""
    return not word[0].isalpha() or any(letter.isupper() for letter in word) or "." in word.rstrip(".")


def is_own_business(words: str) -> bool:
    """Tell whether words say that nobody employs: "self-employed", "freelance"."""
    return bool(_OWN.match(words))


def is_place_line(line: str) -> bool:
    """Tell whether a line is a place and nothing else; "Acme Mills Denver, CO" begins with a name."""
    parts = split_line(line)
    return len(parts) == 1 and looks_like_place(parts[0]) and len(parts[0].split(",")[0].split()) <= 2


def name_and_place(words: str) -> tuple[str, str]:
    """Split "Employer, Place"; a comma within an employer's name does not part."""
    pieces = re.split(r",\s+(?![^(]*\))", words)
    names = NAMES.match(words)
    last = max((number for number, piece in enumerate(pieces) if number and FORM_BEHIND_COMMA.match(piece)), default=0)
    if names:
        last = max(last, names.group().count(","))
    place = [piece for piece in pieces[last + 1 :] if not piece[:1].islower()]
    return clean_company(", ".join(pieces[: last + 1])), ", ".join(place)


def clean_title(words: str) -> str:
    """Return a title without numbering, brackets and marks around it."""
    bare = PARENTHESIS.sub(_field_or_nothing, NUMBERING.sub("", words))
    title = re.sub(r"\s+(?=[, ])", "", re.sub(r"\s+", " ", EDGE.sub("", bare))).strip(" .,")
    return f"{title})" if title.count("(") > title.count(")") else title


def _field_or_nothing(brackets: re.Match[str]) -> str:
    """Keep brackets that say what kind of work it was: "Product Manager (AI)", but not "(contract)", "(Search Team)" or "(Acme Inc.)"."""
    inside = brackets.group().strip(" ()[]")
    if HOW.match(inside) or title_strength(inside) >= 3:
        return " "
    told = len(inside.split()) <= 3 and not (_NO_FIELD.search(inside) or looks_like_place(inside) or looks_like_firm(inside))
    return f" ({inside}) " if told or names_field(inside) else " "


# How somebody was employed, for whom, of which sex: what stands in a title's brackets and is no field of work.
_NO_FIELD = re.compile(
    r"\d|\b(?:contract(?:or)?|freelance|temp(?:orary)?|perm(?:anent)?|interim|acting|promot\w*|cover|part|full|time|remote|hybrid|via|client|"
    r"agency|team|squad|intern(?:ship)?|trainee|volunteer|second(?:ed|ment)|[mwfdx]/[mwfdx](?:/[mwfdx])?|at|with|for|from|since|until|first|only)\b",
    re.IGNORECASE,
)


def clean_company(words: str) -> str:
    """Return an employer's name without brackets and marks; brackets before "Ltd" are part of it: "Acme (India) Ltd"."""
    name = re.sub(r"\s+", " ", EDGE.sub("", _IN_NAME.sub("", words))).strip(" ,")
    return name[:-1] if _FULL_STOP.search(name) and not ENDS_IN_FORM.search(name[:-1]) else name
