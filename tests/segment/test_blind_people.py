"""`--blind` on 200 made-up people: no name part, address, phone, e-mail or link is in the bytes of any output."""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from resumefit.core.document import Document
from resumefit.core.months import parse_month
from resumefit.core.resume import Resume
from resumefit.pipeline import Engine, assess, load_engine, understand
from resumefit.report import (
    render_html,
    render_json,
    render_markdown,
    render_parse_json,
    render_parse_text,
    render_text,
)
from resumefit.segment import to_json_resume

PEOPLE = 200
NAMES = [
    ("Wojciech", "Brzozowski"), ("Anne-Sofie", "Kjeldgaard"), ("José", "Muñoz-Ibarra"), ("Siobhán", "O'Rafferty"),
    ("Pieter", "van der Kloosterman"), ("Khalid", "al-Qasrawi"), ("Thandeka", "Nxumalo"), ("Zoë", "Lefèvre"),
    ("Venkataraghavan", "S."), ("Yuki", "Hoshizora"), ("Ottmar-Heinz", "von Drachenfels"), ("Đorđe", "Šimunović"),
    ("Ngozi", "Okwuosa"), ("Søren", "Ågesen"), ("R. K.", "Lakshminarayan"), ("Niamh", "D’Ardagh"), ("Xiu", "Oyelowo-Tan"),
    ("Iñigo", "de la Fuentecilla"), ("Suhartono", ""), ("Priyanka", "Chaturvedula"), ("Gwenllian", "ap Rhydderch"),
    ("Łukasz", "Wiśniewiecki"), ("Marguerite", "Saint-Exubert"), ("Tāne", "Wharerangi"), ("Mary Quilla", "McGillycuddy"),
]  # fmt: skip
PHONES = [
    "+44 20 7946 0101", "(415) 555-0123", "415.555.0199", "+1-415-555-0117", "+91 98765 43210", "+91-9876543210",
    "098765 43210", "+49 30 901820 55", "030/90182055", "+33 1 99 00 55 01", "01 99 00 55 02", "+61 491 570 156",
    "+353 20 915 0155", "020 7946 0177", "+1 (212) 555 0184", "4155550142", "+31 6 5550 1234", "+971 50 555 0123",
    "+55 11 95550-1234", "00 44 20 7946 0155", "+234 803 555 0123", "9876543210", "+48 555 012 345", "07700 900123",
]  # fmt: skip
# Each address with what must not be left of it.
ADDRESSES = [
    ("1482 Quillfeather Lane, Apt 4B, Maplehurst, OR 97999", ("Quillfeather", "Maplehurst", "97999")),
    ("77 Tollgate Orchard Road, Wexcombe, BS99 7ZX", ("Tollgate", "Wexcombe", "BS99 7ZX")),
    ("Flat 12, Brindlemoor House, Saltmarsh Street, Harrowden SW99 1AA", ("Brindlemoor", "Saltmarsh", "SW99 1AA")),
    ("Flat No. 402, Sunbird Residency, Chettinagar Main Road, Vellapuram - 560999", ("Sunbird", "Chettinagar", "560999")),
    ("H.No. 8-2-293, Banyanpet, Secunderpur 500999, India", ("8-2-293", "Banyanpet", "Secunderpur", "500999")),
    ("Lindenbruckstraße 14, 10999 Falkenrode", ("Lindenbruck", "10999", "Falkenrode")),
    ("Am Eulenturm 3, D-80999 Hirschau", ("Eulenturm", "80999", "Hirschau")),
    ("12 bis rue des Hirondelles, 75999 Valmontier", ("Hirondelles", "75999", "Valmontier")),
    ("45, avenue Jean-Quiberac, 69999 Bellerive, France", ("Quiberac", "69999", "Bellerive")),
    ("P.O. Box 5519, Pinewick, TX 75999-1234", ("5519", "Pinewick", "75999")),
    ("221 N. Thistlewood Ave., Suite 9, Corvane, IL 60999", ("Thistlewood", "Corvane", "60999")),
    ("The Old Rectory, Mossgather, Dorsetshire DT99 3QQ", ("Rectory", "Mossgather", "DT99 3QQ")),
]  # fmt: skip
BIRTHS = [
    "Date of Birth: 14 March 1987", "DOB: 14/03/1987", "D.O.B - 14.03.1987", "Born 14 March 1987", "Birthdate: 1987-03-14",
    "Birthday: 14 March 1987", "Date of birth 14th March 1987", "* 14.03.1987", "Age: 39",
]  # fmt: skip
DETAILS = [
    ("Marital status: Married", "Married"), ("Marital Status - Unmarried", "Unmarried"), ("Gender: Female", "Female"),
    ("Sex: M", "Sex: M"), ("Nationality: Ruritanian", "Ruritanian"), ("Citizenship - Ruritanian", "Ruritanian"),
    ("Married, two children", "Married"), ("Pronouns: she/her", "she/her"), ("Religion: Zoroastrian", "Zoroastrian"),
    ("Nationality: Ruritanian | Gender: Female | Married", "Ruritanian"), ("Civil status: Divorced", "Divorced"),
    ("Photo: see attachment portrait-1987.jpg", "portrait-1987"), ("Father's Name: Ottokar Ruritz", "Ruritz"),
]  # fmt: skip
STYLES = ("plain", "caps", "letterspaced", "last first", "labelled", "resume of", "middle initial", "with title")


@dataclass(frozen=True)
class Person:
    """A resume, its file name, and by kind the words that must not survive."""

    text: str
    file: str
    secret: tuple[tuple[str, str], ...]
    what: str


def plain(text: str) -> str:
    """Return text as a search engine would see it: without accents, case, or the escapes of JSON and HTML."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), html.unescape(text))
    for letter, written in _LETTERS.items():
        text = text.replace(letter, written)
    text = unicodedata.normalize("NFKD", text)
    for mark in {char for char in set(text) if unicodedata.combining(char)}:
        text = text.replace(mark, "")
    return text.casefold()


_LETTERS = {"’": "'", "ß": "ss", **dict(zip("łøđŁØĐ", "lodLOD", strict=True))}


def _slug(text: str) -> str:
    return re.sub(r"[^a-z]", "", plain(text))


def _written(given: str, family: str, style: str) -> str:
    full = f"{given} {family}".strip()
    return {
        "plain": full, "caps": full.upper(), "letterspaced": "   ".join(" ".join(word) for word in full.upper().split()),
        "last first": f"{family}, {given}" if family else full, "labelled": f"Name: {full}",
        "resume of": f"Resume of {full}", "middle initial": f"{given} Q. {family}" if family else full,
        "with title": f"Dr. {full}, PhD",
    }[style]  # fmt: skip


def people() -> list[Person]:
    """Return the same 200 people each time."""
    chance = random.Random(20261123)  # noqa: S311  # made-up people, no secrets
    return [_person(chance, number) for number in range(PEOPLE)]


def _person(chance: random.Random, number: int) -> Person:
    given, family = NAMES[number % len(NAMES)]
    style = STYLES[number // len(NAMES) % len(STYLES)]
    first, last = _slug(given.split()[0]), _slug(family) or _slug(given)
    phone, (address, address_parts) = chance.choice(PHONES), chance.choice(ADDRESSES)
    mail = f"{chance.choice([f'{first}.{last}', f'{first[0]}{last}', f'{last}_{first}87', f'{first}{last}'])}@example.{chance.choice(['com', 'org'])}"
    link = chance.choice([
        f"linkedin.com/in/{first}-{last}-4a5", f"https://www.linkedin.com/in/{first}{last}", f"github.com/{last}{first}",
        f"https://{first}{last}.example.com/work", f"www.example.org/~{last}", f"LinkedIn: {first}-{last}",
    ])  # fmt: skip
    birth, (detail, detail_left) = chance.choice(BIRTHS), chance.choice(DETAILS)
    written = _written(given, family, style)
    contact = chance.choice([[f"{address}", f"{phone} | {mail} | {link}"], [f"{mail} · {phone}", link, f"Address: {address}"],
                             [f"Tel: {phone}", f"E-mail: {mail}", link, address]])  # fmt: skip
    personal = [birth, detail]
    top = contact + (personal if chance.random() < 0.5 else [])
    tail = [] if personal[0] in top else ["", "Personal Details", *personal]
    call = given.split()[0].rstrip(".") if len(given.split()[0]) > 2 else family
    surname = family or given
    running = chance.choice(
        [f"{given} {family} - Page 2", f"{family or given} | Resume | 2", f"{written}    {mail}    Page 2 of 2"]
    )
    header = [running] if chance.random() < 0.25 else []
    body = [
        "", "Summary", f"{call} builds platforms that developers like. Product manager with ten years in logistics.",
        "", "Experience", "Senior Product Manager, Fjord Freight Systems", "January 2021 - Present",
        f"- Shipped an LLM assistant with retrieval augmented generation; “{call} did what three teams could not”, said the CTO.",
        "- Ran A/B tests on onboarding and raised activation by 18%.",
        "", running, "", "Product Manager, Dune Metering", "March 2017 - December 2020",
        f"- {call}'s roadmap moved billing to Kafka and Kubernetes for 40 customers.",
        f"- Wrote the API guide that Ms {surname} presents each year.",
        "", "Skills", "SQL, Python, Kafka, Kubernetes, roadmapping, A/B testing",
        "", "References", f"“{given} {family} is the best PM I know.” Write to {mail} or call {phone}.",
    ]  # fmt: skip
    file = chance.choice([
        f"{given}_{family}_CV.txt", f"{''.join((given + ' ' + family).title().split())}Resume2026.txt",
        f"CV-{last}-{first}.txt", f"{mail}.txt",
    ])  # fmt: skip
    names = [
        part for part in re.split(r"[\s-]+", f"{given} {family}") if len(part.strip(".")) > 2 and part not in _SMALL
    ]
    secret = [("name", part) for part in names] + [("name", _slug(part)) for part in names if len(part) > 4]
    if style == "letterspaced":
        secret += [("name", " ".join(part.upper())) for part in names]
    secret += [
        ("e-mail", mail),
        ("e-mail", mail.split("@")[0]),
        ("link", re.sub(r"^.*[/: ]", "", link.removesuffix("/work"))),
    ]
    secret += [("phone", phone), *(("address", part) for part in address_parts), ("details", detail_left)]
    secret += [("birth", "1987" if "1987" in birth else birth)]
    text = "\n".join([*header, written, "Senior Product Manager", *top, *body, *tail]) + "\n"
    return Person(text, file, tuple(secret), f"{number} {style}")


_SMALL = ("van", "der", "von", "de", "la", "al", "ap")


def _outputs(document: Document, resume: Resume, engine: Engine) -> Iterator[tuple[str, str]]:
    import json

    report = assess(document, resume, engine=engine, blind=True)
    yield "text", render_text(report, engine.lexicon)
    yield "json", render_json(report, engine.lexicon)
    yield "md", render_markdown(report, engine.lexicon)
    yield "html", render_html(report, engine.lexicon)
    yield "parse text", render_parse_text(document, resume)
    yield "parse json", render_parse_json(document, resume, blind=True)
    yield "json resume", json.dumps(to_json_resume(document, resume), ensure_ascii=False)


def survives(word: str, written: str) -> bool:
    """Tell whether the word is in what was written; whole words where it is too short to be nobody else's, and no decimals of a sum."""
    sought = plain(word)
    if sought.isdigit():
        return re.search(rf"(?<!\d\.){sought}", written) is not None
    if not re.fullmatch(r"[^\W\d_]{1,4}|\S(?: \S)+", sought):
        return sought in written
    return re.search(rf"(?<![^\W\d_]){re.escape(sought)}(?![^\W\d_])", written) is not None


def leaks(person: Person, engine: Engine) -> list[tuple[str, str, str]]:
    """Return kind, word and output of everything that survives."""
    document, resume = understand(
        person.text.encode(),
        name=person.file,
        headings=engine.lexicon.headings,
        as_of=parse_month("2026-11"),
        blind=True,
    )
    outputs = [(what, plain(written)) for what, written in _outputs(document, resume, engine)]
    return [(kind, word, what) for what, written in outputs for kind, word in person.secret if survives(word, written)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def test_nothing_of_200_people_survives_in_any_output(engine: Engine) -> None:
    made = people()
    assert len(made) == PEOPLE
    found = {person.what: left for person in made if (left := leaks(person, engine))}
    kinds = Counter(kind for left in found.values() for kind in {kind for kind, _, _ in left})
    assert not found, f"{len(found)} of {PEOPLE} leak, by kind {dict(kinds)}; first: {list(found.items())[:3]}"
