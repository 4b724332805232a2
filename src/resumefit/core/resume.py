"""What structure gives: sections, positions in time, and the sentences in which skills are looked for.

Months are whole and half-open: Jan-Mar 2020 is [2020-01, 2020-04) and lasts 3. What a resume *writes* as an end
("to March 2020") is the last month worked, so `Position.stop` is inclusive and `Position.worked` is half-open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from resumefit.core.document import Caution, Span


class SectionKind(StrEnum):
    """The kinds of section the report knows (contract of `resume.sections`)."""

    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    VOLUNTEERING = "volunteering"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A date as precise as the resume gives it: `month` is 1-12, or 0 when only the year is written."""

    year: int
    month: int = 0

    def __post_init__(self) -> None:
        if not (1900 <= self.year <= 2200 and 0 <= self.month <= 12):
            raise ValueError(f"YearMonth out of range: year={self.year} month={self.month}")

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


@dataclass(frozen=True, slots=True, order=True)
class MonthRange:
    """Calendar months from `start` up to but not including `stop`, as year * 12 + month - 1."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if self.stop <= self.start:
            raise ValueError(f"MonthRange must last a month or more, got start={self.start} stop={self.stop}")

    @property
    def months(self) -> int:
        """Length in whole months, at least 1."""
        return self.stop - self.start


_DENIED = re.compile(
    r"\b(?:not|no(?! longer| nonsense)|never|none|cannot|can['’]t|don['’]t|haven['’]t|didn['’]t|isn['’]t|without|lack\w*|"
    r"gaps?|missing|absent|weak(?:er)? (?:spots?|points?|areas?|sides?)|weakness(?:es)?|blind spots?)\b",
    re.IGNORECASE,
)


def denies(heading: str) -> bool:
    """Tell whether a heading says of what follows that it is not there: "NOT GOOD WITH", "What I can't do", "Gaps"."""
    return _DENIED.search(heading) is not None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text under one heading. Sections follow one another and cover the text once.

    `heading` is as written, without markers and closing colon; None for text that has no heading.
    """

    kind: SectionKind
    heading: str | None
    start: int
    stop: int


class PositionKind(StrEnum):
    """What sort of work a position was."""

    EMPLOYMENT = "employment"
    FREELANCE = "freelance"
    INTERNSHIP = "internship"
    VOLUNTEERING = "volunteering"


@dataclass(frozen=True, slots=True)
class Position:
    """One role at one employer. `start`/`stop` are dates as written (stop inclusive); `worked` is the months it covers.

    `stop` is None while the position is held (`is_current`) and when no end is known. `worked` is None without dates.
    `span` covers the entry in the text, head and bullets. `product_reason` says in words why it is a product role or not.
    """

    title: str
    company: str
    span: Span
    start: YearMonth | None = None
    stop: YearMonth | None = None
    is_current: bool = False
    worked: MonthRange | None = None
    is_product_role: bool = False
    product_reason: str = ""
    location: str | None = None
    kind: PositionKind = PositionKind.EMPLOYMENT

    @property
    def months(self) -> int | None:
        """Whole months worked; None without dates."""
        return self.worked.months if self.worked else None


class SentenceKind(StrEnum):
    """How a sentence stands on the page: status rules read a bullet otherwise than an item of a skills list."""

    PROSE = "prose"
    BULLET = "bullet"
    ITEM_LIST = "item-list"
    HEADLINE = "headline"
    BLURB = "blurb"


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit in which skills are matched: a sentence, a bullet, or one line of a list.

    May run over a line break in the text. `section` and `position` index `Resume.sections` / `Resume.positions`.
    HEADLINE is a section heading, title, company or date line; BLURB is a line that describes the employer.
    `parent` is the index of the bullet that this sub-bullet stands under.
    """

    start: int
    stop: int
    kind: SentenceKind = SentenceKind.PROSE
    section: int | None = None
    position: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a section other than experience: a degree, a certificate, a language, a project."""

    section: int
    span: Span
    title: str
    issuer: str | None = None
    when: YearMonth | None = None


class PersonalKind(StrEnum):
    """Kinds of personal data, found in order to be left out."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    ADDRESS = "address"
    BIRTH_DATE = "birth-date"
    GENDER = "gender"
    MARITAL = "marital"
    NATIONALITY = "nationality"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Personal:
    """A stretch of text that tells who the person is. Never reaches the matcher or the score."""

    kind: PersonalKind
    span: Span


@dataclass(frozen=True, slots=True)
class Resume:
    """A document's structure. `as_of` is the month in which 'present' ends; `places` are where the person lives and worked."""

    as_of: YearMonth
    name: str | None
    sections: tuple[Section, ...]
    positions: tuple[Position, ...]
    sentences: tuple[Sentence, ...]
    items: tuple[Item, ...] = ()
    personal: tuple[Personal, ...] = ()
    years_total: float = 0.0
    years_product: float = 0.0
    cautions: tuple[Caution, ...] = ()
    places: tuple[Span, ...] = ()
