"""JSON Resume (jsonresume.org schema): the record written out as the resume it stands for."""

from __future__ import annotations

from collections.abc import Iterator

from resumefit.core.document import Caution
from resumefit.errors import DamagedFile, OverLimit, UnsupportedFormat
from resumefit.read.drafts import WIDE_GAP, Draft, Reading
from resumefit.read.encodings import decode
from resumefit.read.json_repair import load_json
from resumefit.read.limits import Limits

_SECTIONS = (
    ("work", "Experience"),
    ("volunteer", "Volunteering"),
    ("education", "Education"),
    ("projects", "Projects"),
    ("awards", "Awards"),
    ("certificates", "Certifications"),
    ("publications", "Publications"),
    ("skills", "Skills"),
    ("languages", "Languages"),
    ("interests", "Interests"),
    ("references", "References"),
)
_HEADS = ("position", "studyType", "area", "title", "name", "language")
_UNDER = (
    "organization",
    "institution",
    "entity",
    "awarder",
    "issuer",
    "publisher",
    "company",
    "fluency",
    "level",
    "location",
)
_TEXTS = ("description", "summary", "reference", "score")
_LISTS = ("highlights", "courses", "keywords", "roles")


def read_json_resume(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a JSON Resume, one that breaks off as far as it goes; UnsupportedFormat for other JSON."""
    try:
        record, whole = load_json(decode(data).text, nesting=limits.nesting)
    except RecursionError as error:
        raise OverLimit(name, "its values are nested too deeply", "Check it with a JSON tool") from error
    except ValueError as error:
        raise DamagedFile(name, "its JSON cannot be read", "Check it with a JSON tool") from error
    known = {"basics", *(key for key, _ in _SECTIONS)}
    if not isinstance(record, dict) or not known & set(record):
        raise UnsupportedFormat(
            name, "this JSON is not a JSON Resume", "It needs a 'basics' or 'work' entry; see the JSON Resume schema"
        )
    drafts = list(_basics(record.get("basics")))
    for key, heading in _SECTIONS:
        entries = record.get(key)
        if isinstance(entries, list) and entries:
            drafts.append(Draft(heading, heading_level=1, starts_block=True))
            for entry in entries[:500]:
                drafts += _entry(entry, key)
    cautions = () if whole else (Caution("truncated", "the JSON is broken or cut off; what comes before that was read"),)
    return Reading("json-resume", tuple(drafts), cautions=cautions, doubtful=not whole)


def _say(value: object) -> str:
    """Write a leaf as text; anything deeper is left out."""
    if isinstance(value, str):
        return " ".join(value.split())
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _basics(basics: object) -> Iterator[Draft]:
    if not isinstance(basics, dict):
        return
    if _say(basics.get("name")):
        yield Draft(_say(basics.get("name")), font_size=20.0)
    if _say(basics.get("label")):
        yield Draft(_say(basics.get("label")))
    place = basics.get("location")
    address = (
        ", ".join(filter(None, (_say(place.get(k)) for k in ("city", "region", "countryCode"))))
        if isinstance(place, dict)
        else ""
    )
    contact = [_say(basics.get(k)) for k in ("email", "phone", "url")] + [address]
    if any(contact):
        yield Draft(WIDE_GAP.join(filter(None, contact)))
    for profile in basics.get("profiles") or () if isinstance(basics.get("profiles"), list) else ():
        if isinstance(profile, dict):
            shown = ": ".join(
                filter(None, (_say(profile.get("network")), _say(profile.get("url")) or _say(profile.get("username"))))
            )
            yield Draft(shown)
    if _say(basics.get("summary")):
        yield Draft("Summary", heading_level=1, starts_block=True)
        yield Draft(_say(basics.get("summary")))


def _entry(entry: object, section: str) -> Iterator[Draft]:
    if not isinstance(entry, dict):
        if _say(entry):
            yield Draft(_say(entry))
        return
    dates = " – ".join(filter(None, (_say(entry.get("startDate")), _say(entry.get("endDate")))))
    if entry.get("startDate") and not entry.get("endDate") and section in ("work", "volunteer"):
        dates += " – Present"
    dates = dates or _say(entry.get("date")) or _say(entry.get("releaseDate"))
    heads = [_say(entry.get(k)) for k in _HEADS if _say(entry.get(k))]
    if section in ("skills", "interests", "languages"):
        rest = [_say(v) for k in _LISTS for v in (entry.get(k) or () if isinstance(entry.get(k), list) else ())]
        level = _say(entry.get("level")) or _say(entry.get("fluency"))
        label = " ".join(filter(None, (", ".join(heads), f"({level})" if level else "")))
        yield Draft(f"{label}: {', '.join(filter(None, rest))}" if any(rest) else label)
        return
    first = ", ".join(heads[:1]) if section == "work" else ", ".join(heads)
    yield Draft(WIDE_GAP.join(filter(None, (first, dates))), bold=True, starts_block=True)
    under = (heads[1:] if section == "work" else []) + [_say(entry.get(k)) for k in _UNDER]
    if any(under):
        yield Draft(WIDE_GAP.join(filter(None, under)))
    for key in _TEXTS:
        if _say(entry.get(key)):
            yield Draft(_say(entry.get(key)))
    for key in _LISTS:
        values = entry.get(key)
        for value in values[:200] if isinstance(values, list) else ():
            if _say(value):
                yield Draft(f"• {_say(value)}", list_depth=1)
