"""Resumes as Typst's templates set them; what must hold was judged by hand from the sources `typst_*.typ` beside the PDFs."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import pytest

from resumefit.core.document import Document, DocumentState, LineRole
from resumefit.core.months import parse_month
from resumefit.core.resume import Resume
from resumefit.lexicon import load_lexicon
from resumefit.pipeline import understand
from resumefit.resources import data_dir
from tests.read.layout_checks import DATA, flat


@dataclass(frozen=True, slots=True)
class Expected:
    """What a person reads: phrases that stand whole and in this order, headings in this order, positions."""

    person: str
    phrases: tuple[str, ...]
    headings: tuple[str, ...]
    positions: tuple[tuple[str, str, str, str], ...]


EXPECTED = {
    "one_column": Expected(
        "Ingrid Fjellheim",
        (
            "Bergen, Norway | +47 555 0117 | ingrid@example.com | example.com/ingrid",
            "Finds what is difficult, writes it on one page, and stays until the first filings go through without a phone call.",
            "Defined an offline-first workflow for ticket inspectors; refunds filed at sea fell from five days to five hours.",
            "raised off-peak occupancy by 14% without a loss in first-class fares.",
            "with the staff of three offices.",
            "Moved the reorder flow from fax to an API that now handles 63% of all orders.",
            "which of the eleven suffixes of an article number a customer has to see: none.",
            "Modelled the affinity of mills for recycled fibre in SQL and R.",
            "MSc Industrial Economics, Nordhavn Institute of Technology 2013 - 2015",
            "BSc Statistics, University of Vestfjord 2010 - 2013",
            "Technical: SQL, Python, REST APIs, Kafka, Looker",
            "Languages: Norwegian (native), English (fluent), German (basic)",
            "Certified Scrum Product Owner, 2019",
        ),
        ("Professional Summary", "Work Experience", "Education", "Skills", "Certifications"),
        (
            ("Senior Product Manager, Field Operations", "Fjordline Ferries", "2021-09", "None"),
            ("Product Manager", "Skagen Office Supply", "2018-02", "2021-08"),
            ("Business Analyst", "Halden Fiber Works", "2015-08", "2018-01"),
        ),
    ),
    "left_sidebar": Expected(
        "Tobias Okonkwo-Lund",
        (
            "Technical Product Manager",
            "tobias@example.com",
            "Aarhus, Denmark",
            "Retrieval-augmented generation",
            "Event streaming with Kafka",
            "Certified Product Owner, Level II (2020)",
            "Sea kayaking, bread, maps of places that do not exist",
            "Has taken two machine learning features from a slide to daily use, and has stopped three.",
            "the share of searches that end in a click rose from 52% to 71%.",
            "an evaluation that blocks a release when citations are wrong.",
            "Led a squad of seven that rebuilt the grain booking portal.",
            "Taught evening classes on spreadsheets to the clerks of the harbour office.",
            "MSc Computer Science, Østerhavn University 2013 - 2015",
            "Answers when the causeway is dry, for two islands and their postman.",
        ),
        (
            *("CONTACT", "SKILLS", "LANGUAGES", "CERTIFICATES", "INTERESTS"),
            *("Profile", "Experience", "Education", "Projects"),
        ),
        (
            ("Technical Product Manager, Search", "Lighthouse Ledger", "2021-05", "None"),
            ("Product Owner", "Kornmark Mills", "2018-01", "2021-04"),
            ("Data Analyst", "Municipality of Østerhavn", "2015-09", "2017-12"),
        ),
    ),
    # The last position goes on overleaf, and so does the sidebar.
    "right_sidebar": Expected(
        "Parvaneh Qureshi-Dale",
        (
            "Leads product managers who lead themselves.",
            "two of them were promoted within eighteen months.",
            "with a doctor’s signature on every one.",
            "Launched mobile tickets in four cities and retired 310 machines.",
            "that drivers trust enough to plan their breaks by.",
            "Owned the application form of a public fund: from 71 questions to 23.",
            "Brackwater Software, Hull",
            "Kept the backlog of a stock control system used by forty hardware shops.",
            "Answered the support line each Monday, and fixed what was asked twice.",
            "“What a form should not ask”, Journal of Small Services, 2015",
            "parvaneh@example.com",
            "Hiring and coaching",
            "Figma, Jira, Amplitude, BigQuery, Python",
            "Calder Business School",
            "English, Farsi, Urdu",
            "Public Service Design Prize, 2016",
            "Mentor at Second Chapter, a group for people who return to work after illness",
            "Fell running, choir, repairing clocks that strike at the wrong hour",
        ),
        (
            *("Summary", "Experience", "Publications"),
            *("Contact", "Core Skills", "Tools", "Education", "Languages", "Awards", "Volunteering", "Interests"),
        ),
        (
            ("Group Product Manager", "Saltbox Health", "2020-04", "None"),
            ("Senior Product Manager", "Meridian Tramways", "2016-10", "2020-03"),
            ("Product Manager", "Pennywise Grants", "2013-06", "2016-09"),
            ("Associate Product Manager", "Brackwater Software", "2011-09", "2013-05"),
        ),
    ),
    "date_rail": Expected(
        "Lucjan Whitcombe",
        (
            "Product Owner for logistics and maps",
            "lucjan@example.com · +1 555-0129 · Gdynia, Poland · example.com/lw",
            "Ten years of routes, docks and forklifts.",
            "Mar 2021 - present Product Owner, Amberline Cargo, Gdynia",
            "they overrule it in one case of nine.",
            "Oct 2017 - Feb 2021 Product Manager, Kite & Compass Maps, Poznań",
            "Shipped a truck profile for the route planner that knows the height of 48,000 bridges.",
            "2014 - 2017 Warehouse Systems Analyst, Holloway Cold Stores, Łódź",
            "Mapped 212 exceptions in goods-in and removed 150 of them.",
            "2012 - 2014 MSc Logistics, Baltic School of Commerce",
            "Product User story mapping, acceptance criteria, release planning",
            "Methods Scrum, Kanban, value stream maps",
            "Polish (native), English (C1), Kashubian (B2)",
        ),
        ("Contact", "About me", "Experience", "Education", "Skills", "Languages"),
        (
            ("Product Owner", "Amberline Cargo", "2021-03", "None"),
            ("Product Manager", "Kite & Compass Maps", "2017-10", "2021-02"),
            ("Warehouse Systems Analyst", "Holloway Cold Stores", "2014", "2017"),
        ),
    ),
    "header_columns": Expected(
        "ROSALIND ACHTERBERG",
        (
            "AI PRODUCT LEAD",
            "rosalind@example.com +1 555-0174 Tucson, Arizona example.com/rosalind",
            "into products with a measure of success, an owner and an off switch.",
            "Took a claims assistant from pilot to 600 adjusters; handling time fell by a quarter.",
            "Set up red-team sessions before each release and published what they found.",
            "Built a labelling programme with forty people and measured how far they agree.",
            "Halved the steps of the sign-up.",
            "MS Human-Computer Interaction",
            "Mesa Verde College",
            "Discovery Interviews, diary studies, opportunity trees",
            "Machine learning Evaluation, retrieval, fine-tuning, model cards",
            "Delivery OKRs, feature flags, phased rollout",
            "Data SQL, Python, Snowflake",
            "Certified Responsible AI Practitioner, 2023",
            "Judge at the county science fair since 2019",
        ),
        ("PROFILE", "EXPERIENCE", "EDUCATION", "SKILLS", "CERTIFICATIONS", "LANGUAGES", "VOLUNTEERING"),
        (
            ("AI Product Lead", "Desert Bloom Insurance", "2022-01", "None"),
            ("Senior Product Manager", "Juniper Voice", "2018-08", "2021-12"),
            ("Product Manager", "Cactus Street Software", "2015-06", "2018-07"),
        ),
    ),
    # Real small caps: what the file holds are small letters, and the letterspaced headings come so.
    "small_caps": Expected(
        "Cornelius Haverstock",
        (
            "12 Offley Row, Tiffin Falls, Ohio",
            "cornelius@example.com · +1 555-0191",
            "identifiers, filing formats, reconciliation and the interfaces between organisations that do not trust one another.",
            "Windrush Flight Data, Dayton, Ohio 2019 - present",
            "Introduced a conformance suite that finds incompatible messages before they are filed",
            "Responsible for three product managers and for the office of standards.",
            "whose differences had been corrected by hand for a decade",
            "Griffin & Offord Publishers, Toledo, Ohio 2009 - 2014",
            "Specified the cataloguing of thirty-one thousand titles and the automatic classification",
            "Ohio Fluvial University, MS Information Science 2007 - 2009",
            "Standards Technical Practice",
            "XML Schema Python Stakeholder workshops",
            "English, Latin and some French",
        ),
        ("statement", "employment", "education", "proficiencies", "languages"),
        (
            ("Principal Product Manager", "Windrush Flight Data", "2019", "None"),
            ("Product Manager", "First Affiliated Trust", "2014", "2019"),
            ("Systems Analyst", "Griffin & Offord Publishers", "2009", "2014"),
        ),
    ),
}


def understood(name: str) -> tuple[Document, Resume]:
    """Read one of the resumes, without its name in the file's."""
    return understand(
        (DATA / f"typst_{name}.pdf").read_bytes(),
        name="cv.pdf",
        headings=load_lexicon(data_dir("skill_lexicon")).headings,
        as_of=parse_month("2026-11"),
    )


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_resume_is_read_as_a_person_reads_it(name: str) -> None:
    expected = EXPECTED[name]
    document, resume = understood(name)
    assert (document.state, document.cautions, document.concealed) == (DocumentState.OK, (), ())
    told = [document.text[line.start : line.stop] for line in document.lines if line.role is LineRole.BODY]
    whole = flat(" ".join(told))
    places = [whole.find(flat(phrase)) for phrase in expected.phrases]
    assert [phrase for phrase, place in zip(expected.phrases, places, strict=True) if place < 0] == []
    assert [pair for pair in itertools.pairwise(places) if pair[0] >= pair[1]] == []
    assert resume.name == expected.person
    assert tuple(section.heading for section in resume.sections if section.heading) == expected.headings
    assert set(expected.headings) <= {re.sub(r"\s+", " ", line) for line in told}
    found = tuple((p.title, p.company, str(p.start), str(p.stop)) for p in resume.positions)
    assert found == expected.positions


def test_the_story_of_a_position_goes_on_overleaf_and_not_in_the_sidebar() -> None:
    document, resume = understood("right_sidebar")
    last = resume.positions[-1].span
    assert "forty hardware shops" in flat(document.text[last.start : last.stop])
    assert "asked twice" in flat(document.text[last.start : last.stop])
    assert [line.page for line in document.lines if line.role is LineRole.BODY] != sorted(
        line.page for line in document.lines if line.role is LineRole.BODY
    )


def test_each_source_has_its_file() -> None:
    assert {path.stem for path in DATA.glob("typst_*.typ")} == {path.stem for path in DATA.glob("typst_*.pdf")}
    assert {path.stem.removeprefix("typst_") for path in DATA.glob("typst_*.typ")} == set(EXPECTED)
