"""Resumes in plain text whose headings nobody foresaw: the layout tells them, and keeps clients and numbers in their places."""

from __future__ import annotations

import pytest

from resumefit.core.months import parse_month
from resumefit.core.resume import Resume
from resumefit.lexicon import load_lexicon
from resumefit.pipeline import analyze, load_engine, understand
from resumefit.resources import data_dir
from resumefit.segment.dates import find_ranges

HEADINGS = load_lexicon(data_dir("skill_lexicon")).headings
MONTH = parse_month("2026-11")


def read(text: str) -> Resume:
    return understand(text.encode(), name="cv.txt", headings=HEADINGS, as_of=MONTH)[1]


def headed(resume: Resume) -> list[tuple[str | None, str]]:
    return [(section.heading, section.kind.value) for section in resume.sections if section.heading]


SPOKEN = """Ngozi Halvorsen
Bergen, Norway
ngozi@example.org

WHAT FILLS MY DAYS

Product Owner, Fjellbane Cable Cars, since April 2023

- Choose what the ticket gates learn next.

WHERE I LEARNED IT

Junior Analyst, Nordvik Ferries, May 2019 to March 2023

- Counted passengers.

SCHOOLING

BA History, Bryggen College, 2018

NOT FOR ME

I do not write code, and never ran a server.
"""


def test_headings_in_capitals_that_speak_open_sections_and_are_no_employers() -> None:
    resume = read(SPOKEN)
    assert headed(resume) == [
        ("WHAT FILLS MY DAYS", "experience"),
        ("WHERE I LEARNED IT", "experience"),
        ("SCHOOLING", "education"),
        ("NOT FOR ME", "other"),
    ]
    assert [(position.title, position.company) for position in resume.positions] == [
        ("Product Owner", "Fjellbane Cable Cars"),
        ("Junior Analyst", "Nordvik Ferries"),
    ]


ALONE = """Teodor Wachira
Nairobi | teodor@example.com

Profile

Platform person with a soft spot for timetables.

Experience

Mwendo Transit
Product Manager, 2021 - 2025
- Ran the depot roadmap.

Kisima Water
Support Agent, 2018 - 2021
- Answered letters.

Education

BSc Geography, Lakeside University, 2017

Blind spots

No cloud work so far, and no people reporting to me.

Interests

Long trains.
"""


def test_a_line_alone_is_a_heading_where_all_headings_stand_alone() -> None:
    assert ("Blind spots", "other") in headed(read(ALONE))


def test_employers_above_their_roles_are_no_headings() -> None:
    resume = read(ALONE)
    assert [heading for heading, _ in headed(resume)] == ["Profile", "Experience", "Education", "Blind spots", "Interests"]
    assert [position.company for position in resume.positions] == ["Mwendo Transit", "Kisima Water"]


def test_an_employer_alone_between_blank_lines_stays_an_employer() -> None:
    text = ALONE.replace("Mwendo Transit\n", "Mwendo Transit\n\n").replace("Kisima Water\n", "Kisima Water\n\n")
    resume = read(text)
    assert [heading for heading, _ in headed(resume)] == ["Profile", "Experience", "Education", "Blind spots", "Interests"]
    assert [(position.title, position.company) for position in resume.positions] == [
        ("Product Manager", "Mwendo Transit"),
        ("Support Agent", "Kisima Water"),
    ]


LABELS = """Ilse Quartey
Accra | ilse@example.org

Experience

Data Analyst, Tema Harbour Board, 2020 - 2026
- Kept the berth calendar.

Education

BSc Statistics, Volta College, 2019

Tools: Python, SQL, Metabase
Somebody else's job: the pipelines belong to the platform team.
Not so far: I have never owned a roadmap.
Languages: English, Ewe
In the evenings: choir
"""


def test_a_label_between_labels_that_open_sections_opens_one_too() -> None:
    assert [heading for heading, _ in headed(read(LABELS))] == [
        "Experience",
        "Education",
        "Tools",
        "Somebody else's job",
        "Not so far",
        "Languages",
        "In the evenings",
    ]


def test_labels_in_the_story_of_a_position_open_nothing() -> None:
    text = LABELS.replace("- Kept the berth calendar.", "Team: four analysts.\nStack: Python and SQL.\n- Kept the berth calendar.")
    assert "Team" not in [heading for heading, _ in headed(read(text))]
    assert "Stack" not in [heading for heading, _ in headed(read(text))]


CLIENTS = """Rosalind Achterberg
Ghent | rosalind@example.com

Work

Kantelwerk Studio, Ghent
Product Owner, May 2021 to now

The studio builds portals for public bodies.

City Archive, reading room, 2023 to now.
I cut the list of wishes in half.

Harbour Pilots, planning board, 2022 to 2023.
I drew the screens with the pilots.

Bakkerij Lievens, Ghent
Shop Assistant, 2017 to 2019

Sold bread.
"""


def test_clients_of_a_stay_are_part_of_it() -> None:
    resume = read(CLIENTS)
    assert [(position.title, position.company) for position in resume.positions] == [
        ("Product Owner", "Kantelwerk Studio"),
        ("Shop Assistant", "Bakkerij Lievens"),
    ]


@pytest.mark.parametrize("mark", ["1)", "1.", "(1)"])
def test_numbered_employers_stand_over_their_roles(mark: str) -> None:
    second = mark.replace("1", "2")
    text = f"""Devika Rao
Pune | devika@example.com

Work Experience

{mark} Saffronline Payments Pvt. Ltd., Pune
   Technical Product Manager  (Apr'22 - Till date)

   > Owned the refund API.

{second} Lakshya Softech, Mysuru
   Software Engineer  (Jul'16 - Mar'22)

   > Built billing screens.
"""
    assert [(position.title, position.company) for position in read(text).positions] == [
        ("Technical Product Manager", "Saffronline Payments Pvt. Ltd."),
        ("Software Engineer", "Lakshya Softech"),
    ]


@pytest.mark.parametrize("mark", [">", "»", "->", "=>", ">>", "+", "o", ".", "~", "→", "›"])
def test_every_mark_of_an_item_is_left_out_of_the_words(mark: str) -> None:
    text = f"""Abeni Solheim
Oslo | abeni@example.com

Experience

Product Manager, Granholt Power, 2020 - 2026

{mark} Set quarterly OKRs for three squads.
{mark} Ran the sprint planning.
"""
    engine = load_engine()
    found = analyze(text.encode(), name="cv.txt", engine=engine, as_of="2026-11")
    assert len(found.resume.positions) == 1
    statuses = {mention.competency: mention.status.value for mention in found.mentions}
    assert statuses == {"product-strategy": "demonstrated", "agile-delivery": "demonstrated"}


def test_an_employer_with_a_line_on_what_it_is_opens_all_its_roles() -> None:
    text = """Experience

QUARRYSTONE HOSTING LTD., Guelph, ON
Regional provider, 900 business customers

Group Product Manager, Storage & Backup
January 2023 - present
- Set the roadmap.

Product Manager, Developer Tools
March 2018 - December 2022
- Wrote PRDs.

PELICAN LINES INC., Kingston, ON

Support Specialist
May 2014 - February 2018
- Closed tickets.
"""
    assert [(position.title, position.company) for position in read(text).positions] == [
        ("Group Product Manager, Storage & Backup", "QUARRYSTONE HOSTING LTD."),
        ("Product Manager, Developer Tools", "QUARRYSTONE HOSTING LTD."),
        ("Support Specialist", "PELICAN LINES INC."),
    ]


def test_slashes_and_dates_with_dots() -> None:
    text = """Where I did it

Hollis & Wren Freight / Assoc. PM, Forecast / 8.21-5.23
(warehouse planning, mid-market)
- Built a dashboard.

Small Shoal Credit / Data Analyst / 7.19-7.21
- Weekly deck.
"""
    assert [(p.title, p.company, str(p.start), str(p.stop)) for p in read(text).positions] == [
        ("Assoc. PM, Forecast", "Hollis & Wren Freight", "2021-08", "2023-05"),
        ("Data Analyst", "Small Shoal Credit", "2019-07", "2021-07"),
    ]


@pytest.mark.parametrize(
    "words", ["Rated 4.15-4.45 by users", "Raised it from 1.12-2.15 s", "Sold at 1.20-1.35 €", "Version 2.10 - 2.12"]
)
def test_decimals_are_no_dates(words: str) -> None:
    assert not list(find_ranges(words, as_of=MONTH))


CONTENT = """Ola Wrzesniewski
Gdynia | ola@example.org

HELLO!

I keep harbours punctual and say so in plain words to anybody who asks.

WORK

Product Manager, Bałtyk Pilots, 2020 - 2026

- Ran the tide calendar.

MY STACK

Amplitude, Figma, Jira

WORKBENCH

Snowflake, Looker, Confluence, Miro

ALMA MATERS

BSc Oceanography, Gdynia Maritime College, 2019

LIFE

choir, long swims and pickling
"""


def test_a_heading_of_unknown_words_has_the_kind_of_what_stands_below() -> None:
    assert headed(read(CONTENT)) == [
        ("HELLO!", "summary"),
        ("WORK", "experience"),
        ("MY STACK", "skills"),
        ("WORKBENCH", "skills"),
        ("ALMA MATERS", "education"),
        ("LIFE", "interests"),
    ]
