"""Knows a place when it stands where an employer could: "Leeds", "Austin, TX", "Pune, India", "Remote (UK)"; finds the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from resumefit.core.document import Document, Span
from resumefit.core.resume import Position, Section, SectionKind
from resumefit.segment.person import strip_accents

_COUNTRIES = (
    "united states|usa|u\\.s\\.a\\.|us|united kingdom|uk|u\\.k\\.|england|scotland|wales|northern ireland|ireland|india|germany|deutschland|"  # noqa: E501 - one pattern
    "france|spain|portugal|italy|netherlands|the netherlands|belgium|luxembourg|switzerland|austria|poland|czech republic|czechia|"
    "slovakia|hungary|romania|bulgaria|greece|turkey|ukraine|estonia|latvia|lithuania|finland|sweden|norway|denmark|iceland|serbia|"
    "croatia|slovenia|canada|mexico|brazil|argentina|chile|colombia|peru|china|japan|south korea|korea|taiwan|hong kong|singapore|"
    "malaysia|indonesia|thailand|vietnam|philippines|australia|new zealand|pakistan|bangladesh|sri lanka|nepal|uae|u\\.a\\.e\\.|"
    "united arab emirates|saudi arabia|qatar|kuwait|bahrain|oman|israel|egypt|jordan|lebanon|morocco|tunisia|algeria|nigeria|ghana|"
    "kenya|uganda|tanzania|rwanda|ethiopia|south africa|zimbabwe|zambia|russia|cyprus|malta|eu|europe|emea|apac"
)
STATES = (
    "al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|"
    "tn|tx|ut|vt|va|wa|wv|wi|wy|dc|on|bc|qc|ab|nsw|vic|qld"
)
CITIES = (
    "london|manchester|birmingham|leeds|liverpool|bristol|sheffield|glasgow|edinburgh|cardiff|belfast|dublin|cork|galway|york|hull|"
    "nottingham|leicester|newcastle|cambridge|oxford|brighton|reading|bath|paris|lyon|marseille|toulouse|nantes|lille|bordeaux|berlin|"
    "munich|münchen|hamburg|cologne|köln|frankfurt|stuttgart|leipzig|dresden|düsseldorf|bremen|vienna|wien|graz|zurich|zürich|geneva|"
    "basel|bern|lausanne|amsterdam|rotterdam|utrecht|eindhoven|the hague|brussels|antwerp|ghent|madrid|barcelona|valencia|seville|"
    "bilbao|malaga|lisbon|lisboa|porto|rome|roma|milan|milano|turin|torino|naples|bologna|florence|warsaw|krakow|kraków|wroclaw|gdansk|"
    "prague|praha|brno|bratislava|budapest|bucharest|cluj|sofia|athens|istanbul|ankara|izmir|kyiv|kiev|lviv|tallinn|tartu|riga|vilnius|"
    "helsinki|espoo|tampere|stockholm|gothenburg|göteborg|malmö|oslo|bergen|trondheim|copenhagen|aarhus|reykjavik|belgrade|zagreb|"
    "ljubljana|new york|new york city|nyc|san francisco|los angeles|san diego|san jose|seattle|portland|boston|chicago|austin|dallas|"
    "houston|denver|atlanta|miami|philadelphia|pittsburgh|washington|washington dc|detroit|minneapolis|phoenix|salt lake city|"
    "palo alto|mountain view|menlo park|sunnyvale|santa clara|cupertino|redmond|redwood city|oakland|raleigh|durham|charlotte|"
    "nashville|columbus|cleveland|toronto|vancouver|montreal|ottawa|calgary|waterloo|mexico city|guadalajara|sao paulo|são paulo|"
    "rio de janeiro|buenos aires|santiago|bogota|bogotá|lima|mumbai|delhi|new delhi|gurgaon|gurugram|noida|bangalore|bengaluru|"
    "hyderabad|chennai|pune|kolkata|ahmedabad|jaipur|kochi|coimbatore|indore|chandigarh|lucknow|mysore|nagpur|thane|navi mumbai|"
    "karachi|lahore|islamabad|dhaka|colombo|kathmandu|dubai|abu dhabi|riyadh|jeddah|doha|tel aviv|haifa|jerusalem|cairo|amman|beirut|"
    "casablanca|tunis|lagos|abuja|accra|nairobi|kampala|kigali|johannesburg|cape town|pretoria|durban|beijing|shanghai|shenzhen|"
    "guangzhou|hangzhou|tokyo|osaka|kyoto|seoul|taipei|kuala lumpur|penang|jakarta|bangkok|hanoi|ho chi minh city|manila|sydney|"
    "melbourne|brisbane|perth|adelaide|auckland|wellington"
)
# "Tralee, Co. Kerry": what follows makes this "Co." no company's.
COUNTY = (
    r"co(?:unty|\.)?\s+(?:antrim|armagh|carlow|cavan|clare|cork|derry|donegal|down|dublin|durham|fermanagh|galway|kerry|kildare|kilkenny|laois|"
    r"leitrim|limerick|longford|louth|mayo|meath|monaghan|offaly|roscommon|sligo|tipperary|tyrone|waterford|westmeath|wexford|wicklow)"
)
_AREA = rf"(?:{_COUNTRIES}|{CITIES}|{COUNTY}|remote|hybrid|on-?site)"
_PLACE = re.compile(
    rf"^\(?(?:greater |near |central )?(?:{_AREA}(?: area| metro| bay area)?(?:\s*[,/(–-]\s*(?:{_AREA}|{STATES}|[a-z .]+)\)?)*"
    rf"|(?:{CITIES})\s+(?:{_COUNTRIES}|(?-i:{STATES.upper()}))"
    rf"|[\w .'’-]{{2,30}},\s*(?:{_COUNTRIES}|{COUNTY})|[\w .'’-]{{2,30}},\s*(?-i:{STATES.upper()}))\)?\.?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def looks_like_place(text: str) -> bool:
    """Tell whether the words are a place of work and nothing else."""
    bare = text.strip(" ,|·•")
    return bool(_PLACE.match(bare)) or (not bare.isascii() and bool(_PLACE.match(strip_accents(bare))))


# Lines of contacts are cut by tabs, wide gaps, bars and all sorts of bullets and stars; after a comma a gap may be wide.
_CUT = r"\s|¦｜;~•·()–—\u2022-\u2043\u2190-\u2bff\ue000-\uf8ff"
_PIECE = re.compile(rf"[^{_CUT}]+(?:(?:[ \u00a0]{{1,2}}|(?<=,)[ \u00a0]+)[^{_CUT}]+)*")
_ONLY_HOW = re.compile(r"\b(?:remote|hybrid|on-?site)\b", re.IGNORECASE)
_TOP_LINES = 8


def find_places(document: Document, sections: Sequence[Section], positions: Sequence[Position]) -> tuple[Span, ...]:
    """Return where the person lives, by the lines that give a contact, and where positions were held, in text order."""
    lines = [line for line in document.lines if document.text[line.start : line.stop].strip()]
    contact = [section for section in sections if section.kind is SectionKind.CONTACT]
    headed = (section.start for section in sections if section.heading and section.kind is not SectionKind.CONTACT)
    top = next(headed, len(document.text))
    found: set[Span] = set()
    for index, line in enumerate(lines):
        if (index < _TOP_LINES and line.start < top) or any(section.start <= line.start < section.stop for section in contact):
            for piece in _PIECE.finditer(document.text, line.start, line.stop):
                found.update(_place_in(document.text, *_trimmed(document.text, *piece.span())))
    for position in positions:
        if position.location and "\n" not in position.location and not _ONLY_HOW.search(position.location):
            at = document.text.find(position.location, position.span.start, position.span.stop)
            if at >= 0:
                found.add(Span(at, at + len(position.location)))
    return _apart(sorted(found))


def _place_in(text: str, start: int, stop: int) -> Iterator[Span]:
    """Yield the place that a piece of a line is, or that its last words after a comma are."""
    words = text[start:stop]
    cuts = [0, *(found.end() for found in re.finditer(r",\s*", words))]
    for cut in cuts[-3:]:
        if words[cut:] and looks_like_place(words[cut:]) and not _ONLY_HOW.search(words[cut:]):
            yield Span(start + cut, stop)
            return


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    words = text[start:stop]
    return start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        if not kept or not kept[-1].overlaps(span):
            kept.append(span)
    return tuple(kept)
