"""Which titles are product roles, and why: judged by hand, title by title."""

from __future__ import annotations

import pytest

from resumefit.segment.headparts import clean_title
from resumefit.segment.titles import (
    line_strength,
    looks_like_firm,
    looks_like_team,
    looks_like_title,
    product_role,
    title_strength,
)

MANAGES = "manages a product"
LEADS = "leads product management"
ABBREVIATED = "product manager, abbreviated"
MARKETING = "product marketing, not product management"
PROJECTS = "programme or project work"
PRODUCTION = "production, not product"
OTHERS = "works on a product in another profession"
NONE = "no product title"

PRODUCT_ROLES = {
    MANAGES: (
        "Product Manager",
        "PRODUCT MANAGER",
        "product mgr",
        "Sr. Product Manager",
        "Associate Product Manager",
        "Assistant Product Manager",
        "Principal Product Manager",
        "Staff Product Manager",
        "Group Product Manager, Payments",
        "Product Manager II",
        "Product Manager - Technical",
        "Technical Product Manager",
        "AI Product Manager",
        "AI/ML Product Manager",
        "Product Manager, Machine Learning",
        "Data Product Manager",
        "Platform Product Manager (Contract)",
        "E-commerce Product Manager",
        "Product Management Intern",
        "Product Owner",
        "Technical Product Owner",
        "Product Owner / Scrum Master",
        "Product Owner and Business Analyst",
        "Product Lead",
        "Manager, Product Management",
        "Product Manager and Project Manager",
        "Product Manager, Design Systems",
        "Product Manager, Security Engineering Tools",
        "Produktmanagerin",
        "Chef de produit",
    ),
    LEADS: (
        "Head of Product",
        "Head of AI Products",
        "Head of Product & Design",
        "Product Director",
        "Director of Product",
        "Senior Director, Product Management",
        "Director of Product and Engineering",
        "VP Product",
        "VP of Product",
        "Vice President, Product",
        "SVP, Product Management",
        "Chief Product Officer",
        "Chief Product & Technology Officer",
        "Co-Founder & CPO",
        "Leiter Produktmanagement",
    ),
    ABBREVIATED: ("APM", "APM Intern", "GPM", "AI PM", "AI/ML PM", "Technical PM", "Senior PM"),
}
OTHER_ROLES = {
    MARKETING: (
        "Product Marketing Manager",
        "Senior Product Marketing Manager",
        "Director of Product Marketing",
        "VP, Product Marketing",
    ),
    PROJECTS: (
        "Project Manager",
        "Programme Manager",
        "Technical Program Manager",
        "Senior Technical Program Manager",
        "Technical Project Manager",
        "Product Program Manager",
        "Program Manager, Product Launches",
        "Delivery Manager",
    ),
    PRODUCTION: ("Production Manager", "Head of Production", "Director of Video Production"),
    OTHERS: (
        "Product Designer",
        "Lead Product Designer",
        "Product Design Manager",
        "Head of Product Design",
        "VP of Product Design",
        "Product Engineer",
        "Product Engineering Manager",
        "Director of Product Engineering",
        "Product Analyst",
        "Lead Product Analyst",
        "Head of Product Analytics",
        "Product Operations Manager",
        "Product Support Manager",
        "Product Specialist",
        "Product Sales Manager",
        "Product Security Lead",
        "Software Engineer, Product",
        "Lead Engineer, Product Search",
        "Sales Director, Insurance Products",
    ),
    NONE: (
        "Scrum Master",
        "Business Analyst",
        "Brand Manager",
        "Engineering Manager",
        "Data Scientist",
        "Account Manager",
        "Chief Technology Officer",
        "Head of Growth",
        "TPM",
    ),
}


@pytest.mark.parametrize(
    ("title", "reason"), [(title, reason) for reason, titles in PRODUCT_ROLES.items() for title in titles]
)
def test_product_roles_are_known_with_their_reason(title: str, reason: str) -> None:
    assert product_role(title) == (True, reason)


@pytest.mark.parametrize(
    ("title", "reason"), [(title, reason) for reason, titles in OTHER_ROLES.items() for title in titles]
)
def test_neighbours_of_product_roles_are_told_apart_with_the_reason(title: str, reason: str) -> None:
    assert product_role(title) == (False, reason)


@pytest.mark.parametrize(
    "title",
    [
        "Scientific Employee / Software Development",
        "Postdoctoral Research Fellow, University of Arnholm",
        "Head of Systems",
        "Projektleiterin Digitalisierung",
        "Développeuse",
        "Software Development Engineer 1",
        "Project Coordinator",
    ],
)
def test_titles_are_told_from_employers(title: str) -> None:
    assert title_strength(title) >= 3


@pytest.mark.parametrize(
    "name",
    ["Lumen Tutors", "Lead Systems Ltd", "University of Selby", "Head Sports Inc.", "Hartley Bank", "Denver, CO"],
)
def test_employers_and_places_are_no_titles(name: str) -> None:
    assert title_strength(name) < 3


@pytest.mark.parametrize("name", ["Ada Cook", "Tom Baker", "Nora Porter"])
def test_a_family_name_that_is_a_trade_makes_no_title(name: str) -> None:
    assert not looks_like_title(name)
    assert title_strength(name) >= 3  # beside dates it may still be one


def test_a_state_is_no_firm_and_a_company_is() -> None:
    assert not looks_like_firm("Boulder, CO")
    assert not looks_like_firm("such as this")
    assert looks_like_firm("Gable & Co.")
    assert looks_like_firm("Hanse SA")


@pytest.mark.parametrize(
    ("words", "team"),
    [
        ("Payments", True),
        ("Rider App", True),
        ("Product Management", True),
        ("Search & Ranking", True),
        ("Ashgrove Homes", False),
        ("Payments Ltd", False),
        ("Teal Health", False),
    ],
)
def test_teams_are_told_from_employers(words: str, *, team: bool) -> None:
    assert looks_like_team(words) is team


def test_a_line_of_thousands_of_words_is_no_title() -> None:
    line = "Product Manager " * 20_000
    assert not looks_like_title(line)
    assert title_strength(line) == 0
    assert line_strength(line) == 0


@pytest.mark.parametrize(
    ("written", "title"),
    [
        pytest.param("Product Manager (AI)", "Product Manager (AI)", id="a field is part of the title"),
        pytest.param("Lead (Growth & Search)", "Lead (Growth & Search)", id="two fields"),
        pytest.param("Product Manager (Search Team)", "Product Manager", id="a team is not"),
        pytest.param("Product Manager (contract)", "Product Manager", id="nor how one was employed"),
        pytest.param("Editor (Acme Inc.)", "Editor", id="nor an employer"),
    ],
)
def test_brackets_of_a_title(written: str, title: str) -> None:
    assert clean_title(written) == title
