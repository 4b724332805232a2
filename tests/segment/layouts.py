"""The same careers written down in many layouts, for tests that compare what is found with what was put in.

Each layout is a function from jobs to the lines of a work section. People, firms and places are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from resumefit.core.document import Document, Line
from resumefit.core.resume import YearMonth

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Job:
    """What one position says; `stop` None is 'present'."""

    title: str
    company: str
    place: str
    start: YearMonth
    stop: YearMonth | None
    bullets: tuple[str, ...]


CAREERS: dict[str, tuple[Job, ...]] = {
    "product": (
        Job("Senior Product Manager", "Larkfield", "Leeds", YearMonth(2021, 3), None,
            ("Own the checkout roadmap for 3 squads", "Cut drop-off by 12% between 2021 and 2022 with 4 releases")),
        Job("Product Owner", "Quillon Systems", "Hull", YearMonth(2018, 7), YearMonth(2021, 2),
            ("Ran refinement with nine engineers and two designers", "Shipped the claims portal to 40,000 members")),
        Job("Business Analyst", "Tamber & Roe", "York", YearMonth(2016, 1), YearMonth(2018, 6),
            ("Wrote requirements for the billing engine",)),
    ),
    "technical": (
        Job("Principal Technical Product Manager", "Osprey Freight GmbH", "Hamburg", YearMonth(2019, 10), None,
            ("Lead the events platform used by 60 teams", "Moved partner traffic to versioned endpoints")),
        Job("Software Engineer", "Nordvik", "Oslo", YearMonth(2014, 8), YearMonth(2019, 9),
            ("Built the routing service in Go", "Mentored three juniors")),
    ),
    "mixed": (
        Job("Group Product Manager, Payments", "Cobalt Pay Pvt. Ltd.", "Pune", YearMonth(2020, 5), None,
            ("Grew accepted volume from 2 to 9 million a month",)),
        Job("Technical Program Manager", "Iverna", "Chennai", YearMonth(2017, 2), YearMonth(2020, 4),
            ("Kept the data centre move on time",)),
        Job("Product Marketing Manager", "Sunmarsh Foods", "Mumbai", YearMonth(2013, 11), YearMonth(2017, 1),
            ("Launched two cereals",)),
    ),
}  # fmt: skip


def month_words(when: YearMonth) -> str:
    return f"{MONTHS[when.month - 1][:3]} {when.year}"


def dates(job: Job, *, dash: str = " - ", now: str = "Present", month: Callable[[YearMonth], str] = month_words) -> str:
    return f"{month(job.start)}{dash}{month(job.stop) if job.stop else now}"


def _bullets(job: Job, mark: str = "- ") -> list[str]:
    return [f"{mark}{words}" for words in job.bullets]


def _each(jobs: Sequence[Job], head: Callable[[Job], list[str]], mark: str = "- ") -> list[str]:
    lines: list[str] = []
    for job in jobs:
        lines += [*head(job), *_bullets(job, mark), ""]
    return lines


def _beside(left: str, right: str) -> str:
    return f"{left:<60}{right}"


LAYOUTS: dict[str, Callable[[Sequence[Job]], list[str]]] = {
    "title comma company, dates right": lambda jobs: _each(
        jobs, lambda j: [_beside(f"{j.title}, {j.company}", dates(j))]
    ),
    "title | company | dates": lambda jobs: _each(jobs, lambda j: [f"{j.title} | {j.company} | {dates(j)}"]),
    "company | title | dates": lambda jobs: _each(jobs, lambda j: [f"{j.company} | {j.title} | {dates(j)}"]),
    "company - title (dates)": lambda jobs: _each(jobs, lambda j: [f"{j.company} - {j.title} ({dates(j)})"]),
    "title at company (dates)": lambda jobs: _each(
        jobs, lambda j: [f"{j.title} at {j.company} ({dates(j, dash=' – ')})"], "• "
    ),
    "title @ company, dates": lambda jobs: _each(jobs, lambda j: [f"{j.title} @ {j.company}, {dates(j)}"]),
    "dates first one line": lambda jobs: _each(jobs, lambda j: [f"{dates(j, dash='–')}  {j.title}, {j.company}"], "• "),
    "dates: title, company": lambda jobs: _each(jobs, lambda j: [f"{dates(j)}: {j.title}, {j.company}"], "* "),
    "dates alone, title, company": lambda jobs: _each(jobs, lambda j: [dates(j), j.title, j.company]),
    "dates alone, company, title": lambda jobs: _each(jobs, lambda j: [dates(j), j.company, j.title]),
    "title, company, dates on three lines": lambda jobs: _each(jobs, lambda j: [j.title, j.company, dates(j)]),
    "company, title, dates on three lines": lambda jobs: _each(jobs, lambda j: [j.company, j.title, dates(j)]),
    "company, place / title, dates": lambda jobs: _each(
        jobs, lambda j: [f"{j.company}, {j.place}", _beside(j.title, dates(j))]
    ),
    "company dates / title place": lambda jobs: _each(
        jobs, lambda j: [_beside(j.company, dates(j)), _beside(j.title, j.place)]
    ),
    "title dates / company place": lambda jobs: _each(
        jobs, lambda j: [_beside(j.title, dates(j)), _beside(j.company, j.place)]
    ),
    "title / company | place | dates": lambda jobs: _each(
        jobs, lambda j: [j.title, f"{j.company} | {j.place} | {dates(j)}"], "• "
    ),
    "company / title | dates": lambda jobs: _each(jobs, lambda j: [j.company.upper(), f"{j.title} | {dates(j)}"], "• "),
    "title / company, place, dates": lambda jobs: _each(
        jobs, lambda j: [j.title, f"{j.company}, {j.place}, {dates(j)}"], "• "
    ),
    "title · company / dates · place": lambda jobs: _each(
        jobs, lambda j: [f"{j.title} · {j.company}", f"{dates(j)} · {j.place}"], "• "
    ),
    "title / company · full-time / dates · duration / place": lambda jobs: _each(
        jobs, lambda j: [j.title, f"{j.company} · Full-time", f"{dates(j)} · 2 yrs 3 mos", f"{j.place}, Remote"]
    ),
    "labels": lambda jobs: _each(
        jobs,
        lambda j: [
            f"Organisation: {j.company}",
            f"Designation: {j.title}",
            f"Duration: {dates(j, dash=' to ', now='Till date')}",
        ],
    ),
    "labels, role last": lambda jobs: _each(
        jobs, lambda j: [f"Company : {j.company}", f"Period : {dates(j)}", f"Role : {j.title}", f"Location : {j.place}"]
    ),
    "tilde rules": lambda jobs: _each(jobs, lambda j: ["~~~~~~~~~~~~~~", f"{j.title} // {j.company} // {dates(j)}"]),
    "markdown": lambda jobs: _each(jobs, lambda j: [f"### {j.title}, {j.company}", f"*{dates(j)}*"]),
    "markdown bold": lambda jobs: _each(jobs, lambda j: [f"**{j.company}** - {j.title}", f"_{dates(j)}_"]),
    "dash in front": lambda jobs: _each(jobs, lambda j: [f">> {j.title} -- {j.company} -- {dates(j)}"]),
    "semicolons": lambda jobs: _each(jobs, lambda j: [f"{j.company}; {j.title}; {dates(j)}"]),
    "title (company), dates": lambda jobs: _each(jobs, lambda j: [f"{j.title} ({j.company}), {dates(j)}"]),
    "company (place) - title dates": lambda jobs: _each(
        jobs, lambda j: [f"{j.company} ({j.place}) — {j.title}    [{dates(j)}]"]
    ),
    "blank lines between": lambda jobs: _each(jobs, lambda j: [j.title, "", j.company, "", dates(j), ""]),
    "prose instead of bullets": lambda jobs: _each(
        jobs, lambda j: [f"{j.title}, {j.company}, {j.place} ({dates(j)})", ". ".join(j.bullets) + "."], ""
    ),
    "dates below the bullets' head in words": lambda jobs: _each(
        jobs, lambda j: [f"{j.title} for {j.company}", f"from {dates(j, dash=' until ', now='today')}"]
    ),
    "numbered": lambda jobs: [
        line
        for number, job in enumerate(jobs, 1)
        for line in (f"{number}. {job.title}, {job.company} ({dates(job)})", *_bullets(job, "   a) "), "")
    ],
    "company: title dates": lambda jobs: _each(jobs, lambda j: [f"{j.company}: {j.title}, {dates(j)}"]),
    "tabs": lambda jobs: _each(jobs, lambda j: [f"{dates(j)}\t{j.company}\t{j.title}"], "\t- "),
    "upper-case titles": lambda jobs: _each(jobs, lambda j: [f"{j.title.upper()} - {j.company}", dates(j), ""], "• "),
    "company with blurb": lambda jobs: _each(
        jobs,
        lambda j: [_beside(f"{j.company}, {j.place}", dates(j)), j.title, "A maker of tools for small shops."],
        "• ",
    ),
}


def resume_text(jobs: Sequence[Job], layout: str, *, heading: str = "EXPERIENCE", name: str = "Imra Tolvanen") -> str:
    """Return a whole resume whose work section is in the layout."""
    return "\n".join(
        [
            name,
            "imra.tolvanen@example.org | 555-0142",
            "",
            "SUMMARY",
            "Product person with a taste for dull problems.",
            "",
        ]
        + [heading, ""] * bool(heading)
        + LAYOUTS[layout](jobs)
        + ["EDUCATION", "BSc Mathematics, Selby University, 2012", "", "SKILLS", "SQL, Jira, Figma, Python", ""]
    )


def document_of(text: str, *, name: str = "resume.txt") -> Document:
    """Return a plain-text document, line by line as readers give it."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    return Document(name, "0" * 64, "txt", 1, text, tuple(lines))
