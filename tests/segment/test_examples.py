"""The positions of the example resumes, as their sources give them, from files that real producers made."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumefit.core.resume import YearMonth
from resumefit.lexicon import load_lexicon
from resumefit.read import read_document
from tests.segment.structure import segment

ROOT = Path(__file__).resolve().parents[2]
AS_OF = YearMonth(2026, 11)
EXPECTED = {
    "arjun-mehta-platform-pm.pdf": [
        ("Group Product Manager, Data Platform", "Sahyadri Mobility Pvt. Ltd.", "2021-08", None),
        ("Senior Product Manager", "Gharial Telecom", "2018-05", "2021-07"),
        ("Business Analyst", "Gharial Telecom", "2015-06", "2018-04"),
    ],
    "ben-carver-teacher.pdf": [
        ("Head of Geography", "Wigston Vale School", "2017-09", None),
        ("Teacher of Geography", "St Aldred's Academy", "2012-09", "2017-08"),
    ],
    "grace-lindqvist-marketing.odt": [
        ("Product Marketing Manager", "Fjordling Outdoor AB", "2021", "2026"),
        ("Brand Manager", "Havsbris Foods", "2016", "2020"),
    ],
    "hana-sato-data-scientist.pdf": [
        ("Senior Data Scientist", "Tallgrass Energy Cooperative", "2020", None),
        ("Data Scientist", "Cascadia Public Health Institute", "2017", "2020"),
    ],
    "lucia-ferrante-growth-pm.pdf": [
        ("Product Manager, Growth", "Pane Vivo", "2021-02", None),
        ("Associate Product Manager", "Viale Mobile S.p.A.", "2018-09", "2021-01"),
        ("Marketing Executive", "Bottega Nord", "2015-10", "2018-08"),
    ],
    "marek-dvorak-tech-pm.pdf": [
        ("Principal Product Manager, Platform", "Ostrov Payments a.s.", "2020-04", None),
        ("Technical Product Manager", "Kalina Logistics Software", "2017-01", "2020-03"),
        ("Product Owner", "Kalina Logistics Software", "2015-07", "2016-12"),
        ("Support Engineer", "Jezero Hosting", "2012-09", "2015-06"),
    ],
    "priya-raman-ai-pm.pdf": [
        ("Senior Product Manager, AI", "Quayside Freight Exchange", "2022-03", None),
        ("Product Manager", "Linnet Returns Ltd", "2019-06", "2022-02"),
        ("Product Analyst", "Beck & Harbour Insurance", "2016-09", "2019-05"),
    ],
    "tom-okafor-product-owner.docx": [
        ("Product Owner", "Severn Water Retail", "2019-11", None),
        ("Test Lead", "Clifton Software Ltd", "2015-05", "2019-10"),
        ("Test Analyst", "Clifton Software Ltd", "2012-08", "2015-04"),
    ],
}
# Whole years in product roles, counted on a calendar from the dates above: overlaps there are none.
YEARS_PRODUCT = {
    "arjun-mehta-platform-pm.pdf": 8.6, "ben-carver-teacher.pdf": 0.0, "grace-lindqvist-marketing.odt": 0.0,
    "hana-sato-data-scientist.pdf": 0.0, "lucia-ferrante-growth-pm.pdf": 8.2, "marek-dvorak-tech-pm.pdf": 11.4,
    "priya-raman-ai-pm.pdf": 7.5, "tom-okafor-product-owner.docx": 7.1,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_positions_of_an_example_are_those_of_its_source(name: str) -> None:
    document = read_document((ROOT / "examples" / name).read_bytes(), name=name)
    resume = segment(document, headings=load_lexicon(ROOT / "skill_lexicon").headings, as_of=AS_OF)
    found = [
        (position.title, position.company, str(position.start), str(position.stop) if position.stop else None)
        for position in resume.positions
    ]
    assert found == EXPECTED[name]
    assert resume.years_product == pytest.approx(YEARS_PRODUCT[name], abs=0.05)
