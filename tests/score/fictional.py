"""A hundred fictional resumes, and the ways in which who a person is may be changed without changing the work."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

NAMES = {
    "Greta Halvorsen": "she", "Owen Fairbrother": "he", "Keisha Booker": "she", "Darnell Washington": "he",
    "Mei-Ling Cheung": "she", "Haruto Nakagawa": "he", "Fatima El-Sayed": "she", "Rajesh Venkataraman": "he",
}
"""Names of four groups, and the pronoun that a reader would expect."""
SCHOOLS = (
    "Harlow State University", "Saint Brendan College", "Institute of Technology, Pune", "Howard Avenue Women's College"
)
CITIES = ("Leeds, UK", "Austin, TX", "Pune, India", "Lagos, Nigeria", "Graz, Austria")
YEARS = (1961, 1979, 1990, 2000)
PRONOUNS = {"she": ("she/her", "her"), "he": ("he/him", "his")}

DEEDS = (
    "Set the roadmap and OKRs for the billing platform, cutting churn from 9% to 6%.",
    "Ran A/B tests with holdout groups on the price page; revenue per visit rose 4%.",
    "Wrote the PRD and API contracts for version 2 of the REST API.",
    "Interviewed 30 dispatchers and tested wireframes in Figma before a line was built.",
    "Moved experiment tracking to MLflow and cut the time to a release by half.",
    "Built a golden set of 400 questions and tracked precision and recall of the assistant.",
    "Introduced drift detection with automatic retraining for the demand forecast.",
    "Split the monolith into microservices with Kafka, at 99.95% availability.",
    "Commissioned a bias audit by gender and closed an equal opportunity gap of 8 points.",
    "Led 9 engineers, two data scientists and a designer through 14 sprints.",
    "Brought the product to GDPR compliance with the legal team in 5 months.",
    "Launched a retrieval-augmented assistant; prompt engineering cut its cost per query by 30%.",
)
PLAIN = (
    "Kept the minutes of the weekly meeting.",
    "Answered questions of customers by phone.",
    "Organised the summer party for 80 colleagues.",
)
SKILLS = ("Jira", "SQL", "Kubernetes", "Snowflake", "LangChain", "Tableau", "Datadog", "SHAP", "Terraform", "Amplitude")
TITLES = ("Product Manager", "Senior Product Manager", "Technical Product Manager", "Software Engineer", "Project Manager")
EMPLOYERS = ("Fjord Freight Systems", "Kelp & Co", "Alder Works", "Marlow Instruments")


@dataclass(frozen=True)
class Person:
    """Who somebody is: everything that must move nothing."""

    name: str = "Greta Halvorsen"
    school: str = SCHOOLS[0]
    city: str = CITIES[0]
    born: int = YEARS[2]

    @property
    def pronoun(self) -> str:
        """The pronoun that goes with the name."""
        return NAMES[self.name]


@dataclass(frozen=True)
class Fictional:
    """What somebody did: what the score is made from."""

    jobs: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    skills: tuple[str, ...]

    def lines(self, person: Person) -> list[tuple[str, str]]:
        """Return the resume as (kind, words); kinds are name, text, heading and bullet."""
        mail = person.name.lower().replace(" ", ".")
        written, possessive = PRONOUNS[person.pronoun]
        head = [
            ("name", person.name), ("text", f"{person.city} | {mail}@example.org | 555-0142 | {written}"),
            ("text", f"Date of birth: 12 May {person.born}"), ("heading", "Summary"),
            ("text", f"{person.name.split()[0]} cares for products that {possessive} customers use every day."),
            ("heading", "Experience"),
        ]
        body = []
        for title, employer, dates, deeds in self.jobs:
            body += [("text", f"{title}, {employer}"), ("text", dates), *(("bullet", deed) for deed in deeds)]
        tail = [
            ("heading", "Education"), ("text", f"BSc Economics, {person.school}"), ("heading", "Skills"),
            ("text", ", ".join(self.skills)),
        ]
        return [*head, *body, *tail]

    def text(self, person: Person) -> str:
        """Return the resume as plain text."""
        shapes = {"name": "{}", "text": "{}", "heading": "\n{}", "bullet": "- {}"}
        return "\n".join(
            shapes[kind].format(words.upper() if kind == "heading" else words) for kind, words in self.lines(person)
        ) + "\n"


def generated(count: int = 100) -> list[Fictional]:
    """Return the same fictional careers each time, from strong ones to empty ones."""
    dice = random.Random(20261)  # noqa: S311  # no secret, only variety
    found = []
    for number in range(count):
        jobs = []
        year = 2026
        for _ in range(dice.randint(1, 3)):
            start = year - dice.randint(1, 5)
            stop = "Present" if year == 2026 else f"December {year}"
            deeds = (*dice.sample(DEEDS, dice.randint(0, 1 + number % 5)), *dice.sample(PLAIN, dice.randint(1, 2)))
            jobs.append((dice.choice(TITLES), dice.choice(EMPLOYERS), f"January {start} - {stop}", deeds))
            year = start - 1
        found.append(Fictional(tuple(jobs), tuple(dice.sample(SKILLS, dice.randint(2, 6)))))
    return found


def others(person: Person) -> list[tuple[str, Person]]:
    """Return what else the person might be: each other name, school, city and birth year, one at a time."""
    return [
        *((f"name {name}", replace(person, name=name)) for name in NAMES if name != person.name),
        *((f"school {school}", replace(person, school=school)) for school in SCHOOLS if school != person.school),
        *((f"city {city}", replace(person, city=city)) for city in CITIES if city != person.city),
        *((f"born {born}", replace(person, born=born)) for born in YEARS if born != person.born),
    ]
