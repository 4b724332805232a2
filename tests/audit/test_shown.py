"""What an audit says: every figure with its meaning, nobody hidden, no verdict; the page stands alone."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from resumefit.audit import Audit, Roll, audit, render
from resumefit.audit.people import Person
from resumefit.audit.words import MEANINGS


def _people() -> tuple[Person, ...]:
    found = [Person(float(score), ("woman", "north" if score % 2 else "south"), score > 40) for score in range(20, 80)]
    found += [Person(float(score), ("man", "north" if score % 2 else "south"), score > 50) for score in range(30, 90)]
    found += [Person(50.0, ("<b>other</b>", None), None)] * 4
    return (*found, Person(None, ("man", "north"), None), Person(60.0, (None, None), None))


@pytest.fixture(scope="module")
def found() -> Audit:
    return audit(Roll("ai-pm", ("gender", "site"), "hired", _people(), 1, 2, 3), cut_off=45.0, minimum=20)


def test_everybody_who_is_in_no_figure_is_named_in_text_and_page(found: Audit) -> None:
    text = " ".join(render(found, "text", full=True).split())
    page = " ".join(re.sub("<[^>]+>", " ", render(found, "html")).split())
    for words in (
        "125 people with a score",
        "1 file of the results gave no score and is in no rate.",
        "1 file of the results is not in the table of groups and in no figure.",
        "2 lines of the table of groups are not in the results.",
        "skips 3 places: it was cut by --top or --min-score",
        "Too small to compare, fewer than 20 people with a score:",
    ):
        assert words in text
        assert words in page
    assert "<b>other</b> (4)" in text


@pytest.mark.parametrize("shown", ["text", "json", "html"])
def test_every_figure_says_what_it_means_and_none_claims_a_pass(shown: str, found: Audit) -> None:
    written = " ".join(re.sub("<[^>]+>", " ", render(found, shown, full=True)).replace("&#39;", "'").split())
    for name, meaning in MEANINGS.items():
        assert name.lower() in written.lower()
        assert meaning in written
    assert "no finding of discrimination" in written
    assert not re.search(r"\b(?:compliant|complies|passed|passes|certified|is fair)\b", written, re.IGNORECASE)


def test_the_text_is_short_and_fits_a_terminal_and_the_full_one_has_every_table(found: Audit) -> None:
    short, full = render(found, "text"), render(found, "text", full=True)
    assert short.count("\n") < 60 < full.count("\n")
    assert max(map(len, (short + full).splitlines())) <= 80
    assert "In short" in short
    assert "No difference in who is selected is larger than chance makes" in " ".join(short.split())
    assert "Selection rates at other cut-offs" in full
    assert "--full" in short


def test_a_difference_beyond_chance_is_told_first_and_with_its_table() -> None:
    people = [Person(60.0 if number < 30 else 20.0, ("young",), None) for number in range(40)]
    people += [Person(60.0 if number < 10 else 20.0, ("old",), None) for number in range(40)]
    text = " ".join(render(audit(Roll("ai-pm", ("age",), None, tuple(people), 0, 0, 0), cut_off=45.0), "text").split())
    # 30 of 40 and 10 of 40: 75 and 25 %, a ratio of 1/3.
    assert "By age, 25.0% of old are selected and 75.0% of young: a difference of 50.0" in text
    assert "impact ratio 0.33" in text
    assert "age ---" in text


def test_figures_are_rounded_once() -> None:
    """34 of 53 is 64.15094 %: rounded to 0.6415 first, and then to a tenth, it would be 64.1."""
    people = [Person(60.0 if number < 34 else 20.0, ("a",), None) for number in range(53)]
    people += [Person(60.0, ("b",), None) for number in range(20)]
    found = audit(Roll("ai-pm", ("group",), None, tuple(people), 0, 0, 0), cut_off=45.0)
    assert "64.2%" in render(found, "text", full=True)
    assert "64.1%" not in render(found, "text", full=True)
    assert json.loads(render(found, "json"))["features"][0]["groups"][0]["selection_rate"]["value"] == 0.6415


def test_one_person_has_a_score_and_no_interval_of_it() -> None:
    people = (Person(51.1, ("alone",), None), *(Person(50.0, ("many",), None) for _ in range(30)))
    text = render(audit(Roll("ai-pm", ("group",), None, people, 0, 0, 0), cut_off=45.0), "text", full=True)
    assert "51.1 (51.1" not in text


def test_without_outcomes_nothing_is_said_of_opportunity() -> None:
    people = tuple(Person(person.score, person.groups, None) for person in _people())
    bare = audit(Roll("ai-pm", ("gender", "site"), None, people, 0, 0, 0), cut_off=45.0)
    assert "opportunity" not in render(bare, "text").lower()
    assert "opportunity" not in re.sub("<style>.*?</style>", "", render(bare, "html"), flags=re.DOTALL).lower()
    assert json.loads(render(bare, "json"))["features"][0]["equal_opportunity_difference"] is None


def test_json_has_the_same_figures_as_the_audit(found: Audit) -> None:
    value = json.loads(render(found, "json"))
    assert (value["schema"], value["cut_off"], value["minimum_group"]) == ("resumefit.audit/1", 45.0, 20)
    first = value["features"][0]
    assert [group["group"] for group in first["groups"]] == ["<b>other</b>", "man", "woman"]
    assert [group["too_small"] for group in first["groups"]] == [True, False, False]
    # 45 of the 60 men (45 to 89) and 35 of the 60 women (45 to 79) reach 45.
    assert [group["selected"] for group in first["groups"]] == [4, 45, 35]
    assert first["statistical_parity_difference"]["value"]["value"] == pytest.approx(10 / 60, abs=1e-4)
    assert first["impact_ratio"]["value"] == pytest.approx(35 / 45, abs=1e-4)
    assert len(first["cut_offs"]["points"]) == 100


class _Page(HTMLParser):
    """Collects tags, ids and links, and checks that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids += [named["id"]] if named.get("id") else []
        self.links += [named["href"]] if named.get("href") else []
        self.loads += [tag] if tag in ("script", "link", "img", "iframe") or "src" in named else []
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, _tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        return


def test_the_page_stands_alone_and_its_links_lead_somewhere(found: Audit) -> None:
    page = _Page()
    text = render(found, "html")
    page.feed(text)
    assert page.open == []
    assert page.loads == []
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert [link for link in page.links if link.removeprefix("#") not in page.ids] == []
    assert "<b>other</b>" not in text
    assert "url(" not in text
    assert text.count("<figure>") == 6  # cut-offs and scores of gender, of site and of their crossing
    assert "nan" not in re.findall(r'(?:d|x1|x2|y1|y2|x|y|width)="([^"]*)"', text)


@pytest.mark.parametrize("shown", ["text", "json", "html"])
def test_the_same_people_give_the_same_bytes(shown: str, found: Audit) -> None:
    again = audit(Roll("ai-pm", ("gender", "site"), "hired", _people(), 1, 2, 3), cut_off=45.0, minimum=20)
    assert render(again, shown) == render(found, shown)
