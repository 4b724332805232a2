"""What holds for every resume, whatever it says."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumefit.core.document import Document
from resumefit.core.resume import MonthRange, Resume, YearMonth
from resumefit.segment import redact
from resumefit.segment.dates import find_ranges
from resumefit.segment.tenure import months_covered
from tests.segment.layouts import CAREERS, LAYOUTS, MONTHS, document_of, resume_text
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS

LINES = st.one_of(
    st.sampled_from(
        [
            "", "EXPERIENCE", "Skills:", "Skills: SQL, Jira", "Product Manager, Larkfield", "Mar 2018 - Feb 2021", "2019",
            "- Shipped a thing", "  o and its part", "Larkfield Ltd.", "EDUCATION", "BSc, Selby University, 2012", "*****",
            "Imra Tolvanen", "imra@example.org", "Languages: English, Finnish", "since 2020: Product Owner at Quillon", "~~~",
        ]
    ),
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=60),
)  # fmt: skip


def resume_of(document: Document) -> Resume:
    return segment(document, headings=HEADINGS, as_of=AS_OF)


def check_invariants(document: Document, resume: Resume) -> None:
    if document.text:
        assert resume.sections[0].start == 0
        assert resume.sections[-1].stop == len(document.text)
    assert all(a.stop == b.start for a, b in zip(resume.sections, resume.sections[1:], strict=False))
    assert all(section.start < section.stop for section in resume.sections)
    for position in resume.positions:
        assert 0 <= position.span.start < position.span.stop <= len(document.text)
        assert position.title
    covered: set[int] = set()
    reached = 0
    for sentence in resume.sentences:
        assert reached <= sentence.start < sentence.stop <= len(document.text)
        reached = sentence.stop
        covered |= set(range(sentence.start, sentence.stop))
        assert sentence.section is not None
        section = resume.sections[sentence.section]
        assert section.start <= sentence.start < section.stop
        if sentence.position is not None:
            span = resume.positions[sentence.position].span
            assert span.start <= sentence.start < span.stop
    for offset, letter in enumerate(document.text):
        assert letter.isspace() or offset in covered, f"{document.text[offset : offset + 20]!r} is in no sentence"
    assert all(item.span.stop <= len(document.text) for item in resume.items)
    assert resume.years_total >= resume.years_product >= 0


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_sections_partition_any_text_and_sentences_cover_it_once(lines: list[str]) -> None:
    document = document_of("\n".join(lines))
    check_invariants(document, resume_of(document))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_invariants_hold_in_every_layout_before_and_after_redaction(layout: str) -> None:
    document = document_of(resume_text(CAREERS["product"], layout))
    resume = resume_of(document)
    check_invariants(document, resume)
    check_invariants(*redact(document, resume))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(23000, 24000), st.integers(1, 60)), max_size=12), st.randoms())
def test_months_are_never_more_than_the_calendar_holds_and_order_changes_nothing(
    jobs: list[tuple[int, int]], shuffler: random.Random
) -> None:
    ranges = [MonthRange(start, start + months) for start, months in jobs]
    months = months_covered(ranges)
    assert months == len({month for job in ranges for month in range(job.start, job.stop)})
    shuffler.shuffle(ranges)
    assert months_covered(ranges) == months


def test_order_of_positions_in_the_file_changes_no_total() -> None:
    jobs = CAREERS["product"]
    totals = {
        (resume.years_total, resume.years_product)
        for order in (jobs, jobs[::-1], (jobs[1], jobs[0], jobs[2]))
        if (resume := resume_of(document_of(resume_text(order, "title | company | dates"))))
    }
    assert totals == {(10.9, 8.4)}


FORMS = {
    "Mar 2018": lambda when: f"{MONTHS[when.month - 1][:3]} {when.year}",
    "March 2018": lambda when: f"{MONTHS[when.month - 1]} {when.year}",
    "MARCH, 2018": lambda when: f"{MONTHS[when.month - 1].upper()}, {when.year}",
    "Mar. 2018": lambda when: f"{MONTHS[when.month - 1][:3]}. {when.year}",
    "Mar '18": lambda when: f"{MONTHS[when.month - 1][:3]} '{when.year % 100:02d}",
    "Mar’18": lambda when: f"{MONTHS[when.month - 1][:3]}’{when.year % 100:02d}",
    "Mar-18": lambda when: f"{MONTHS[when.month - 1][:3]}-{when.year % 100:02d}",
    "03/2018": lambda when: f"{when.month:02d}/{when.year}",
    "3/2018": lambda when: f"{when.month}/{when.year}",
    "03.2018": lambda when: f"{when.month:02d}.{when.year}",
    "2018-03": lambda when: f"{when.year}-{when.month:02d}",
    "2018/03": lambda when: f"{when.year}/{when.month:02d}",
    "03/18": lambda when: f"{when.month:02d}/{when.year % 100:02d}",
    "1 March 2018": lambda when: f"1 {MONTHS[when.month - 1]} {when.year}",
    "March 1, 2018": lambda when: f"{MONTHS[when.month - 1]} 1, {when.year}",
}
DASHES = (" - ", " – ", " — ", "–", " to ", " until ", " through ", " -> ", " → ", " ~ ", " till ", " -- ")
NOWS = ("Present", "present", "PRESENT", "now", "today", "to date", "till date", "Current", "ongoing", "till now")


def test_ten_thousand_generated_ranges_are_read_back() -> None:
    chance = random.Random(20)  # noqa: S311 - test data
    wrong: list[str] = []
    for _ in range(10_000):
        form = FORMS[chance.choice(sorted(FORMS))]
        first = chance.randrange(1985 * 12, 2026 * 12)
        last = chance.randrange(first, 2026 * 12 + 10)
        start, stop = YearMonth(first // 12, first % 12 + 1), YearMonth(last // 12, last % 12 + 1)
        now = chance.random() < 0.2
        text = f"{form(start)}{chance.choice(DASHES)}{chance.choice(NOWS) if now else form(stop)}"
        got = find_ranges(f"Clerk, Larkfield ({text})", as_of=AS_OF)
        if [(r.first, r.last, r.is_current) for r in got] != [(start, None if now else stop, now)]:
            wrong.append(text)
    assert not wrong, f"{len(wrong)} of 10000, for example {wrong[:12]}"


FIRST = ("Imra", "Odalys", "Zubin", "Thandeka", "Wojtek", "Saoirse", "Mirela", "Kwabena", "Ylva", "Ximena")
LAST = (
    "Tolvanen",
    "Brackwater",
    "Mistrywala",
    "Nkabinde",
    "Przybylak",
    "O'Kearsley",
    "Dragulescu",
    "Asantewaa",
    "Lindqvister",
)
STREETS = ("Fennimore Street", "Ostler Lane", "Quarrydale Road", "Bellwether Avenue")


@pytest.mark.parametrize("seed", range(200))
def test_redaction_leaves_no_personal_token(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - test data
    first, last = chance.choice(FIRST), chance.choice(LAST)
    handle = f"{first}.{last}".lower().replace("'", "") + "".join(chance.choices(string.digits, k=2))
    street = f"{chance.randrange(1, 300)} {chance.choice(STREETS)}"
    phone = chance.choice(
        [f"(303) 555-01{seed % 90 + 10}", f"+1 303 555 01{seed % 90 + 10}", f"555-01{seed % 90 + 10}"]
    )
    shown = chance.choice([f"{first} {last}", f"{first} {last}".upper(), f"{first} {last}, CSPO"])
    separator = chance.choice([" | ", " · ", "\n", "   "])
    contact = separator.join([f"{handle}@example.org", phone, street, f"linkedin.com/in/{handle}"])
    body = resume_text(CAREERS["technical"], sorted(LAYOUTS)[seed % len(LAYOUTS)]).split("\n", 2)[2]
    text = f"{shown}\n{contact}\n{body}\nReferences: ask {first}'s last manager.\nDate of birth: 4 May 1988\n"
    document = document_of(text, name=f"{last}_{first}_CV.txt")
    raw = repr(redact(document, resume_of(document))).casefold()
    for token in (first, last, handle, street.split()[1], phone[-7:], "1988", "linkedin"):
        assert token.casefold() not in raw, token
