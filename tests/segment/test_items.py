"""Degrees, certificates, languages and projects are read from the lines people write them in."""

from __future__ import annotations

import pytest

from resumefit.core.mention import Status
from resumefit.core.months import parse_month
from resumefit.core.resume import Item
from resumefit.lexicon import load_lexicon
from resumefit.pipeline import Engine, analyze, load_engine, understand
from resumefit.resources import data_dir

BEFORE = "Greta Halvorsen\ng.h@example.org\n\nExperience\nProduct Manager, Fjord Freight Systems\nMay 2019 - Present\n- Ran the backlog.\n\n"
EDUCATION = [
    ("BSc Computer Science, University of Wexcombe, 2014", "BSc Computer Science", "University of Wexcombe", "2014"),
    ("University of Wexcombe, BSc Computer Science, 2014", "BSc Computer Science", "University of Wexcombe", "2014"),
    ("B.Tech. in Electronics, Vellapuram Institute of Technology, 2011", "B.Tech. in Electronics", "Vellapuram Institute of Technology", "2011"),
    ("MBA - Maplehurst Business School - 2018", "MBA", "Maplehurst Business School", "2018"),
    ("Maplehurst University | M.S. Statistics | 2012 - 2014", "M.S. Statistics", "Maplehurst University", "2014"),
    ("2012 - 2014  M.S. Statistics, Maplehurst University", "M.S. Statistics", "Maplehurst University", "2014"),
    ("PhD in Physics (2009), Falkenrode University", "PhD in Physics", "Falkenrode University", "2009"),
    ("Bachelor of Arts, History; Corvane College; 2010", "Bachelor of Arts", "Corvane College", "2010"),
    ("- MSc Data Science, Pinewick University, 2020", "MSc Data Science", "Pinewick University", "2020"),
    ("Master of Engineering\nHarrowden University\n2013", "Master of Engineering", "Harrowden University", "2013"),
    ("Harrowden University\nMaster of Engineering, 2013", "Master of Engineering", "Harrowden University", "2013"),
    ("Diploma in Design, Bellerive Academy, June 2008", "Diploma in Design", "Bellerive Academy", "2008-06"),
    ("B.E. Mechanical, Chettinagar College of Engineering, 2007", "B.E. Mechanical", "Chettinagar College of Engineering", "2007"),
    ("BA (Hons) Economics, University of Wexcombe", "BA (Hons) Economics", "University of Wexcombe", None),
    ("Executive MBA, Valmontier School of Management, 2021", "Executive MBA", "Valmontier School of Management", "2021"),
    ("Laurea in Economics, Università delle Alpi Fittizia, 2015", "Laurea in Economics", "Università delle Alpi Fittizia", "2015"),
    ("B.Tech, IIT Vellapuram, 2010", "B.Tech", "IIT Vellapuram", "2010"),
    ("MCA, Banyanpet University, 2006", "MCA", "Banyanpet University", "2006"),
]  # fmt: skip
CERTIFICATIONS = [
    ("Certified Scrum Product Owner, Scrum Alliance, 2019", "Certified Scrum Product Owner", "Scrum Alliance", "2019"),
    ("Certified Scrum Product Owner (2019)", "Certified Scrum Product Owner", None, "2019"),
    ("- PMP, Project Management Institute, 2017", "PMP", "Project Management Institute", "2017"),
    ("PMP | Project Management Institute | 2017", "PMP", "Project Management Institute", "2017"),
    ("AWS Certified Cloud Practitioner - 2022", "AWS Certified Cloud Practitioner", None, "2022"),
    ("AWS Certified Cloud Practitioner, Amazon Web Services, March 2022", "AWS Certified Cloud Practitioner", "Amazon Web Services", "2022-03"),
    ("Professional Scrum Master I, Scrum.org, 2020", "Professional Scrum Master I", "Scrum.org", "2020"),
    ("• SAFe 5 Agilist", "SAFe 5 Agilist", None, None),
    ("Google Analytics Individual Qualification, Google, 2021", "Google Analytics Individual Qualification", "Google", "2021"),
    ("2021  Machine Learning Specialization, Coursera", "Machine Learning Specialization", "Coursera", "2021"),
    ("Pragmatic Institute: PMC Level III, 2018", "PMC Level III", "Pragmatic Institute", "2018"),
    ("ISO/IEC 42001 Foundation, 2025", "ISO/IEC 42001 Foundation", None, "2025"),
    ("CKA: Certified Kubernetes Administrator, 2023", "CKA: Certified Kubernetes Administrator", None, "2023"),
    ("Six Sigma Green Belt; 2015", "Six Sigma Green Belt", None, "2015"),
    ("Deep Learning Specialization — DeepLearning.AI — Jan 2020", "Deep Learning Specialization", "DeepLearning.AI", "2020-01"),
    ("Azure AI Fundamentals (AI-900), Microsoft, 2022", "Azure AI Fundamentals (AI-900)", "Microsoft", "2022"),
]  # fmt: skip
LANGUAGES = [
    ("English (native), German (B2)", ["English (native)", "German (B2)"]), ("English, German, Tamil", ["English", "German", "Tamil"]),
    ("English - native", ["English - native"]), ("English: fluent", ["English: fluent"]),
    ("English | German | Hindi", ["English", "German", "Hindi"]), ("- Spanish (C1)\n- Basque (native)", ["Spanish (C1)", "Basque (native)"]),
    ("English • French", ["English", "French"]), ("English (native); Polish (fluent, spoken)", ["English (native)", "Polish (fluent, spoken)"]),
    ("Languages: Dutch, English", ["Dutch", "English"]), ("Norwegian\nSwedish", ["Norwegian", "Swedish"]),
    ("English – full professional proficiency", ["English – full professional proficiency"]),
    ("Hindi (mother tongue), Marathi", ["Hindi (mother tongue)", "Marathi"]), ("Italian C2", ["Italian C2"]),
    ("English and French", ["English", "French"]), ("English, German and Tamil", ["English", "German", "Tamil"]),
]  # fmt: skip
PROJECTS = [
    ("Tide Tables, 2021", "Tide Tables", "2021"), ("Tide Tables (2021)", "Tide Tables", "2021"),
    ("Tide Tables - a forecast for harbours, 2021", "Tide Tables", "2021"), ("Tide Tables | 2020 - 2021", "Tide Tables", "2021"),
    ("- Tide Tables, March 2021", "Tide Tables", "2021-03"), ("Tide Tables", "Tide Tables", None),
    ("Tide Tables: a forecast for harbours", "Tide Tables", None), ("2021  Tide Tables", "Tide Tables", "2021"),
    ("Tide Tables — open source — 2019", "Tide Tables", "2019"), ("Tide Tables, 2021\n- Forecasts water levels.", "Tide Tables", "2021"),
    ("• Tide Tables – 2021", "Tide Tables", "2021"), ("Tide Tables\nJan 2021 - Jun 2021", "Tide Tables", "2021-06"),
    ("Tide Tables; 2021", "Tide Tables", "2021"),
]  # fmt: skip


def _items(heading: str, lines: str) -> list[Item]:
    headings = load_lexicon(data_dir("skill_lexicon")).headings
    text = f"{BEFORE}{heading}\n{lines}\n"
    _, resume = understand(text.encode(), name="cv.txt", headings=headings, as_of=parse_month("2026-11"))
    return [item for item in resume.items if resume.sections[item.section].heading == heading]


def _told(item: Item) -> tuple[str, str | None, str | None]:
    return item.title, item.issuer, str(item.when) if item.when else None


def test_there_are_sixty_lines() -> None:
    assert len(EDUCATION) + len(CERTIFICATIONS) + len(LANGUAGES) + len(PROJECTS) >= 60


@pytest.mark.parametrize(("lines", "degree", "school", "year"), EDUCATION, ids=lambda value: str(value)[:40])
def test_a_degree_has_its_school_and_year(lines: str, degree: str, school: str, year: str | None) -> None:
    assert [_told(item) for item in _items("Education", lines)] == [(degree, school, year)]


@pytest.mark.parametrize(("lines", "name", "issuer", "year"), CERTIFICATIONS, ids=lambda value: str(value)[:40])
def test_a_certificate_has_its_issuer_and_year(lines: str, name: str, issuer: str | None, year: str | None) -> None:
    assert [_told(item) for item in _items("Certifications", lines)] == [(name, issuer, year)]


@pytest.mark.parametrize(("lines", "languages"), LANGUAGES, ids=lambda value: str(value)[:40])
def test_languages_are_told_apart(lines: str, languages: list[str]) -> None:
    assert [item.title for item in _items("Languages", lines)] == languages


@pytest.mark.parametrize(("lines", "name", "year"), PROJECTS, ids=lambda value: str(value)[:40])
def test_a_project_has_its_name_and_year(lines: str, name: str, year: str | None) -> None:
    assert [_told(item)[::2] for item in _items("Projects", lines)] == [(name, year)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def test_a_certificate_is_listed_evidence(engine: Engine) -> None:
    text = f"{BEFORE}Certifications\nCertified Scrum Product Owner, Scrum Alliance, 2019\n"
    report = analyze(text.encode(), name="cv.txt", as_of="2026-11", engine=engine)
    found = [m for m in report.mentions if m.start >= text.index("Certifications\n") and m.counted]
    assert found
    assert {mention.status for mention in found} == {Status.LISTED}


@pytest.mark.parametrize(
    "other", ["Massachusetts Kubernetes Institute", "Kafka University", "Product Analytics College"]
)
def test_another_school_changes_no_score(other: str, engine: Engine) -> None:
    one, two = (
        analyze(
            f"{BEFORE}Education\nBSc History, {school}, 2014\n".encode(), name="cv.txt", as_of="2026-11", engine=engine
        )
        for school in ("University of Wexcombe", other)
    )
    assert [(role.role, role.score) for role in one.roles] == [(role.role, role.score) for role in two.roles]
    assert one.roles
    assert [
        m.label for m in two.mentions if m.counted and other in two.document.text[m.sentence_start : m.sentence_stop]
    ] == []
