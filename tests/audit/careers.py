"""A hundred fictional careers, each laid out in one of many ways and told in the first or the third person.

The career (`Career`) holds the work; who did it (`Who`) is put in when it is written down, so that two writings of one career by
different people differ in nothing but the person.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

PRONOUNS = {"she": ("she", "her", "her"), "he": ("he", "his", "him"), "they": ("they", "their", "them")}

DEEDS = (
    "Owned the roadmap of the claims platform and cut handling time from 9 to 4 days.",
    "Ran A/B tests on the booking funnel with a holdout group; conversion rose 3.1%.",
    "Wrote the PRD and the OpenAPI contract for the partner API, now used by 41 firms.",
    "Moved the nightly builds to Jenkins and Terraform with the platform team.",
    "Introduced MLflow and a model registry; a release takes one day instead of nine.",
    "Set up drift detection for the demand forecast and retrained it each week.",
    "Built a golden set of 350 questions and measured precision and recall of the assistant.",
    "Commissioned a bias audit of the credit model and closed a gap of 6 points.",
    "Split a monolith into services over Kafka at 99.95% availability.",
    "Interviewed 25 nurses before a line was built and tested wireframes in Figma.",
    "Brought the product to GDPR compliance in five months with legal and security.",
    "Launched a retrieval-augmented help desk on LangChain; deflection rose to 38%.",
    "Priced the data product and took it to market in three countries.",
    "Cut the cost of a query by 30% by prompt engineering and a smaller LLM.",
    "Made the warehouse on Snowflake trustworthy: tests in dbt, an owner for each table.",
)
PERSONAL_DEEDS = (
    "Opened the second office in {city} and hired its first 6 engineers.",
    "Mentored a junior product manager, who took over {own} squad after a year.",
    "Presented the quarterly OKRs to customers in {city}.",
    "{First} set the error budget with the on-call team, and {subject} chaired the post-mortems.",
)
PLAIN = ("Kept the minutes of the weekly meeting.", "Answered customers by phone.", "Organised the summer party.")
SKILLS = (
    "Jira",
    "SQL",
    "Kubernetes",
    "Snowflake",
    "LangChain",
    "Tableau",
    "Datadog",
    "SHAP",
    "Terraform",
    "Kafka",
    "Jenkins",
    "Figma",
    "Roadmapping",
    "A/B testing",
    "Python",
)
TITLES = (
    "Product Manager",
    "Senior Product Manager",
    "Technical Product Manager",
    "AI Product Manager",
    "Project Manager",
)
EMPLOYERS = ("Fjord Freight Systems", "Kelp & Co", "Alder Works Ltd", "Marlow Instruments", "Quarry Health")
DEGREES = ("BSc Economics", "MSc Computer Science", "BA History", "MBA")
SUMMARIES = (
    "{First} {Family} is a product manager who puts {own} customers first.",
    "Product manager with a habit of asking users before building.",
    "{First} cares for products that people use every day; {subject} started in support.",
)


@dataclass(frozen=True)
class Who:
    """Who somebody is: everything that must move nothing."""

    first: str = "Greta"
    family: str = "Halvorsen"
    pronoun: str = "she"
    city: str = "Leeds, UK"
    school: str = "Harlow State University"
    born: int = 1986

    def fill(self, words: str) -> str:
        """Put the person into a sentence."""
        subject, own, obj = PRONOUNS[self.pronoun]
        town = self.city.split(",")[0]
        return words.format(First=self.first, Family=self.family, own=own, subject=subject, obj=obj, city=town)


OTHERS = (
    Who("Oliver", "Whitcombe", "he", "Austin, TX", "Northmoor College", 1961),
    Who("Latoya", "Jefferson", "she", "Lagos, Nigeria", "Howard Avenue Women's College", 1999),
    Who("Tyrone", "Gaines", "he", "Birmingham, AL", "Wexley Community College", 1979),
    Who("Xiao-Mei", "Zhou", "she", "Shenzhen, China", "Institute of Technology, Linhai", 1990),
    Who("Minh", "Nguyen", "they", "Hanoi, Vietnam", "Norwick Tech", 2000),
    Who("Aisha", "Al-Rashid", "she", "Amman, Jordan", "Université de Vallonne", 1970),
    Who("Mark", "Jenkins", "he", "Reading, UK", "Marlow School of Data Science", 1958),
    Who("April", "Page", "they", "Pune, India", "Saint Hilda's College", 1974),
)


@dataclass(frozen=True)
class Career:
    """What somebody did, and how the page is laid out: what the score is made from."""

    jobs: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    skills: tuple[str, ...]
    degree: str
    summary: str
    head: int
    row: int

    def lines(self, who: Who) -> list[tuple[str, str]]:
        """Return the resume as (kind, words); kinds are name, text, heading and bullet."""
        found = self._head(who)
        found += [("heading", "Summary"), ("text", who.fill(self.summary)), ("heading", "Experience")]
        for title, employer, dates, deeds in self.jobs:
            found += [("text", row) for row in self._row(title, employer, dates, who)]
            found += [("bullet", who.fill(deed)) for deed in deeds]
        found += [("heading", "Education"), ("text", f"{self.degree}, {who.school}, 2004 - 2008")]
        return [*found, ("heading", "Skills"), ("text", ", ".join(self.skills))]

    def _head(self, who: Who) -> list[tuple[str, str]]:
        name, mail = f"{who.first} {who.family}", f"{who.first}.{who.family}@example.org".lower()
        said = {"she": "she/her", "he": "he/him", "they": "they/them"}[who.pronoun]
        return (
            [("name", name), ("text", f"{who.city} | {mail} | 555-0142")],
            [("name", name.upper()), ("text", f"{self.jobs[0][0]} | {who.city}"), ("text", f"{mail} | {said}")],
            [
                ("name", f"{name} ({said})"),
                ("text", f"{mail} | +1 202 555 0142 | {who.city} | Date of birth: 3 May {who.born}"),
            ],
            [
                ("name", name),
                ("text", f"{self.jobs[0][0]}, Data Platform"),
                ("text", f"555-0142 | {mail} | {who.city}"),
            ],
            [
                ("text", "Curriculum Vitae"),
                ("name", name),
                ("text", f"Born: {who.born}"),
                ("text", f"Address: 12 Mill Lane, {who.city}"),
            ],
        )[self.head]

    def _row(self, title: str, employer: str, dates: str, who: Who) -> list[str]:
        return (
            [f"{title}, {employer}", dates],
            [f"{title} | {employer} | {who.city} | {dates}"],
            [f"{employer}, {who.city}", f"{title}, {dates}"],
            [f"{title} at {employer}", f"{who.city} | {dates}"],
        )[self.row]


def careers(count: int = 100) -> tuple[Career, ...]:
    """Return the same careers each time, from strong ones to empty ones."""
    dice = random.Random(7)  # noqa: S311  # no secret, only variety
    found = []
    for number in range(count):
        jobs, year = [], 2026
        for _ in range(dice.randint(1, 3)):
            start = year - dice.randint(1, 5)
            stop = "Present" if year == 2026 else f"December {year}"
            deeds = [
                *dice.sample(DEEDS, dice.randint(0, 1 + number % 4)),
                dice.choice(PERSONAL_DEEDS),
                dice.choice(PLAIN),
            ]
            dice.shuffle(deeds)
            jobs.append((dice.choice(TITLES), dice.choice(EMPLOYERS), f"January {start} - {stop}", tuple(deeds)))
            year = start - 1
        skills = tuple(dice.sample(SKILLS, dice.randint(2, 7)))
        found.append(
            Career(tuple(jobs), skills, dice.choice(DEGREES), dice.choice(SUMMARIES), number % 5, number // 5 % 4)
        )
    return tuple(found)


def one_thing_else(who: Who) -> list[tuple[str, Who]]:
    """Return the person with one thing changed at a time, from each of the others."""
    found = []
    for other in OTHERS:
        found += [
            (f"name {other.first} {other.family}", replace(who, first=other.first, family=other.family)),
            (f"pronoun {other.pronoun}", replace(who, pronoun=other.pronoun)),
            (f"city {other.city}", replace(who, city=other.city)),
            (f"school {other.school}", replace(who, school=other.school)),
            (f"born {other.born}", replace(who, born=other.born)),
        ]
    return list(dict(found).items())
