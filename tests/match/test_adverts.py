"""A posting pasted into a resume is found whole; a turn of phrase is none."""

from __future__ import annotations

import hashlib

from resumefit.core.document import Document, Line
from resumefit.match.adverts import adverts_in

POSTING = """What you will do
- Own the roadmap for forecasting, from discovery to adoption
- Work day to day with data scientists and designers
What you bring (required)
- 5+ years in product management
- Solid grasp of precision and recall
Nice to have
- LLM evaluation, prompt engineering, RAG
- MLflow or a similar experiment tracker"""
OWN = """Experience
Product Manager, Alder Freight, 2020 - 2024
- Ran customer interviews with 20 shippers and set the roadmap.
- Shipped a booking page; conversion rose from 2% to 3%."""


def document(text: str) -> Document:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(start=at, stop=at + len(line), page=1))
        at += len(line) + 1
    return Document("cv.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", 1, text, tuple(lines))


def found(text: str) -> list[str]:
    return [text[start:stop] for start, stop in adverts_in(document(text))]


def test_a_pasted_posting_is_found_from_its_first_to_its_last_line() -> None:
    assert found(f"{OWN}\n{POSTING}") == [POSTING]


def test_what_the_person_did_after_it_is_not_part_of_it() -> None:
    assert found(f"{POSTING}\n- Led two squads at Alder Freight\n- Cut claims by 12%") == [POSTING]


def test_its_lines_are_found_as_bullets_too() -> None:
    bullets = "\n".join(f"- {line.removeprefix('- ')}" for line in POSTING.split("\n"))
    assert found(f"{OWN}\n{bullets}") == [bullets]


def test_one_turn_of_phrase_is_no_posting() -> None:
    assert found(OWN + "\n- Wrote the help page 'What you can do in the app'") == []
    assert found("Profile\n10+ years in product management. I am looking for a team that ships.\n" + OWN) == []
