"""Heads are read whatever the title, the employer and the way they are set out: many titles and names in every layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from resumefit.core.resume import YearMonth
from resumefit.segment.headparts import (
    as_said,
    is_capitalised,
    name_and_place,
    split_line,
    without_blurb,
)
from resumefit.segment.heads import Head
from tests.segment.layouts import LAYOUTS, Job, dates, document_of, resume_text
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS, folded

TITLES = (
    "Senior Product Manager", "Product Owner", "VP of Product", "Head of Product & Design", "Director, Product Management",
    "Product Manager, Growth", "Technical Program Manager", "Software Engineer II", "Co-Founder & CTO", "Lead Data Scientist",
    "Business Analyst", "Product Manager / Scrum Master", "Chief of Staff", "Sr. Technical Product Manager", "Research Fellow",
    "Group Product Manager - AI", "QA Engineer", "Projektleiter", "Customer Success Manager", "Team Lead Engineering", "Founder",
    "Head of Growth", "Solutions Architect", "Teacher", "Store Manager",
)  # fmt: skip
EMPLOYERS = (
    "Nimbus", "Orrin & Vale", "Hartley Bank", "The Wicker Group", "Trishul Motors", "Deutsche Klima AG", "University of Selby",
    "BrightPath", "Quarto, Inc.", "Umbra Health", "eKites", "booking.example", "3K", "Lumen Tutors", "Blue-Chip Toys",
    "Tolland Finch & Co.", "Ministry of Tides", "Kaveri Infosoft Ltd", "Red Hill", "Zed Software", "Data Robin", "Product Barn",
    "Scout77", "Moor Trust", "Yonder!", "Société Verlaine", "Analog Birch", "Unity Looms",
)  # fmt: skip
PLACES = ("Leeds", "Austin, TX", "Pune, India", "Berlin, Germany", "Denver, CO", "New York, NY", "Remote")
BULLETS = ("Built a thing that people used", "Cut costs by a third")
STORY = ["Built a thing that people used.", "Cut costs by a third and told nobody."]


def careers() -> list[tuple[Job, Job, Job]]:
    """Return careers of three jobs that between them hold every title and every employer."""
    jobs = [
        Job(title, EMPLOYERS[number * 5 % len(EMPLOYERS)], PLACES[number % len(PLACES)], YearMonth(2000), None, BULLETS)
        for number, title in enumerate((*TITLES, *TITLES[:5]))
    ]
    years = ((2021, None), (2017, 2020), (2014, 2017))
    return [
        tuple(  # type: ignore[misc]
            Job(job.title, job.company, job.place, YearMonth(first, 3), YearMonth(last, 2) if last else None, BULLETS)
            for job, (first, last) in zip(jobs[at : at + 3], years, strict=True)
        )
        for at in range(0, len(jobs), 3)
    ]


def missed(text: str, jobs: Sequence[Job]) -> list[tuple[str, str]]:
    """Return title and employer of the jobs that are not found as they were written."""
    resume = segment(document_of(text), headings=HEADINGS, as_of=AS_OF)
    found = {(folded(p.title), folded(p.company), p.start, p.stop) for p in resume.positions}
    return [
        (job.title, job.company)
        for job in jobs
        if (folded(job.title), folded(job.company), job.start, job.stop) not in found
    ]


# Known: an employer in capitals between blank lines is taken for a heading when its title stands above it; and "Manager - AI for Acme".
HARD = {"blank lines between": 2, "dates below the bullets' head in words": 2}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_titles_and_employers_are_found_in_every_layout(layout: str) -> None:
    wrong = [miss for jobs in careers() for miss in missed(resume_text(jobs, layout), jobs)]
    assert len(wrong) <= HARD.get(layout, 0), wrong


def wide(left: str, right: str) -> str:
    return f"{left:<60}{right}"


def stay(roles: Sequence[Job]) -> str:
    return dates(Job("", "", "", roles[-1].start, roles[0].stop, ()))


UNDER_ONE_EMPLOYER: dict[str, Callable[[Sequence[Job]], list[str]]] = {
    "employer and place, roles with dates at the right": lambda roles: [
        f"{roles[0].company}, {roles[0].place}",
        *(line for role in roles for line in (wide(role.title, dates(role)), "- Built a thing")),
    ],
    "employer with the whole stay, roles with dates in brackets": lambda roles: [
        wide(roles[0].company, stay(roles)),
        *(line for role in roles for line in (f"{role.title} ({dates(role)})", "- Built a thing")),
        "",
    ],
    "profile export": lambda roles: [
        roles[0].company,
        "5 years 3 months",
        *(line for role in roles for line in (role.title, f"{dates(role)} (2 years 1 month)", role.place, *STORY)),
    ],
    "roles one below the other": lambda roles: [
        f"{roles[0].company} | {roles[0].place}",
        *(f"{role.title} | {dates(role)}" for role in roles),
        "- Built a thing",
        "",
    ],
    "roles as bullets": lambda roles: [
        f"{roles[0].company} – {roles[0].place}",
        *(f"• {role.title}, {dates(role)}" for role in roles),
        "",
    ],
    "employer in capitals between blank lines": lambda roles: [
        roles[0].company.upper(),
        "",
        *(line for role in roles for line in (role.title, dates(role), "- Built a thing", "")),
    ],
}


@pytest.mark.parametrize("layout", UNDER_ONE_EMPLOYER)
def test_roles_are_found_under_their_employers(layout: str) -> None:
    wrong: list[tuple[str, str]] = []
    for at, (first, second, third) in enumerate(careers()):
        employer = EMPLOYERS[(at * 3 + 1) % len(EMPLOYERS)]
        roles = [Job(job.title, employer, first.place, job.start, job.stop, ()) for job in (first, second)]
        lines = [*UNDER_ONE_EMPLOYER[layout](roles), *UNDER_ONE_EMPLOYER[layout]([third])]
        text = "\n".join(
            ["Imra Tolvanen", "imra@example.org", "", "EXPERIENCE", "", *lines, "", "SKILLS", "SQL, Jira", ""]
        )
        wrong += missed(text, [*roles, third])
    assert not wrong


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (["Bard | Quillfeather Ltd"], Head("Bard", "Quillfeather Ltd")),
        (["Working as Product Owner with Kaveri Infosoft, Chennai"], Head("Product Owner", "Kaveri Infosoft", "Chennai")),
        (["Employer: Acme (India) Ltd", "Role: Product Owner"], Head("Product Owner", "Acme (India) Ltd")),
        (["Chief Product Officer of Lantern Care"], Head("Chief Product Officer", "Lantern Care")),
        (["Vice President of Product"], Head("Vice President of Product")),
        (["Product Manager, Payments"], Head("Product Manager, Payments")),
        (["Product Manager, Leeds"], Head("Product Manager", "", "Leeds")),
        (["Acme Mills Denver, CO", "Product Manager"], Head("Product Manager", "Acme Mills", "Denver, CO")),
        (["Product Manager", "Tamarind Claims Technologies, Singapore"], Head("Product Manager", "Tamarind Claims Technologies", "Singapore")),
        (["Lecturer, Department of Physics, University of Selby"], Head("Lecturer", "University of Selby")),
    ],
)  # fmt: skip
def test_a_head_is_read_into_title_employer_and_place(lines: list[str], head: Head) -> None:
    text = "\n".join([
        "Imra Tolvanen", "imra@example.org", "", "EXPERIENCE", "", *lines, "March 2019 - May 2021",
        "- Owned the backlog and met users each week.", "", "SKILLS", "SQL, Jira", "",
    ])  # fmt: skip
    (position,) = segment(document_of(text), headings=HEADINGS, as_of=AS_OF).positions
    assert Head(position.title, position.company, position.location or "") == head


def test_parts_of_a_line() -> None:
    assert split_line("Product Manager - Payments | Acme") == ["Product Manager - Payments", "Acme"]
    assert split_line("Sr. Product Manager at eKites") == ["Sr. Product Manager", "eKites"]
    assert as_said("Worked at Acme as a tester") == "tester   Acme"
    assert as_said("Product Manager") == "Product Manager"
    assert without_blurb("Acme Parcel — a courier with 90 vans") == "Acme Parcel"
    assert without_blurb("Acme - Leeds") == "Acme - Leeds"
    assert name_and_place("Orrin, Vale & Sons, Inc., Denver, CO") == ("Orrin, Vale & Sons, Inc.", "Denver, CO")
    assert is_capitalised("Bank of eKites")
    assert not is_capitalised("Bank of money")


def test_a_bold_title_that_a_narrow_column_broke_is_read_whole() -> None:
    text = "\n".join(
        [
            "Imra Tolvanen",
            "",
            "EXPERIENCE",
            "Group Product Manager, Patient   Sept 2021 – Present",
            "Risk Planning   Leeds",
            "Pennywhistle Systems",
            "• Set the direction",
            "Product Manager, Beds and   Feb 2019 – Aug 2021",
            "Wards",
            "Pennywhistle Systems, Leeds",
            "• Shipped a forecast",
        ]
    )
    bold = {"EXPERIENCE", "Group Product Manager, Patient   Sept 2021 – Present", "Risk Planning   Leeds"}
    document = document_of(text)
    lines = tuple(replace(line, bold=text[line.start : line.stop] in bold) for line in document.lines)
    resume = segment(replace(document, lines=lines), headings=HEADINGS, as_of=AS_OF)
    assert [(p.title, p.company, p.location) for p in resume.positions] == [
        ("Group Product Manager, Patient Risk Planning", "Pennywhistle Systems", "Leeds"),
        ("Product Manager, Beds and Wards", "Pennywhistle Systems", "Leeds"),
    ]
