"""Who else a person might be: names, schools, cities and years of birth that a counterfactual puts in place of their own.

All people and schools are invented. Names stand in four groups by where they are common, with a woman's and a man's name in each, and
a fifth of names that are also words or the names of tools, which are the hardest to keep out of a score. So there are cities and
schools: Phoenix is a tracing tool, Kano a model of what customers want, Aurora a database. A test holds these against the lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name; `group` is how results speak of it."""

    given: str
    family: str
    group: str

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Place:
    """A city and what stands after its comma."""

    city: str
    region: str


STRANGERS = (
    Stranger("Emily", "Brookfield", "British, woman"),
    Stranger("Oliver", "Whitcombe", "British, man"),
    Stranger("Latoya", "Jefferson", "Black American, woman"),
    Stranger("Tyrone", "Gaines", "Black American, man"),
    Stranger("Xiao-Mei", "Zhou", "East Asian, woman"),
    Stranger("Minh", "Nguyễn", "East Asian, man"),
    Stranger("Aisha", "Al-Rashid", "Arab, woman"),
    Stranger("Omar", "ben Youssef", "Arab, man"),
    Stranger("April", "Page", "also words, woman"),
    Stranger("Mark", "Jenkins", "also words, man"),
    Stranger("Cassandra", "Rice", "also words, woman"),
    Stranger("Ray", "Kafka", "also words, man"),
    Stranger("Claude", "Helm", "also words, man"),
)
SCHOOLS = (
    "University of Northmoor",
    "Saint Hilda's Women's College",
    "Wexley Community College",
    "Indian Institute of Technology, Rampur",
    "Université de Vallonne",
    "Norwick Tech",
    "Marlow School of Data Science",
    "Phoenix Institute of Machine Learning",
    "Kano Polytechnic",
)
PLACES = (
    Place("Leeds", "UK"),
    Place("Birmingham", "AL"),
    Place("Lagos", "Nigeria"),
    Place("Pune", "India"),
    Place("São Paulo", "Brazil"),
    Place("Ouagadougou", "Burkina Faso"),
    Place("Reading", "UK"),
    Place("Phoenix", "AZ"),
    Place("Aurora", "CO"),
    Place("Salt Lake City", "UT"),
    Place("Kano", "Nigeria"),
    Place("Moscow", "Russia"),
)
BIRTH_YEARS = (1958, 1974, 1988, 2001)
PRONOUNS = ("she/her", "he/him", "they/them")
FILE_NAMES = ("latoya-jefferson", "Senior AI Product Manager - MLOps, RAG, LLM evals", "scan0001")
