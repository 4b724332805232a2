"""The page needs nothing from anywhere, obeys nothing in a resume, and can be used without eyes or mouse."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from resumefit.core.document import Line
from resumefit.core.resume import Sentence, SentenceKind
from resumefit.report import render_comparisons_html, render_html
from resumefit.report.html_resume import resume_view
from resumefit.report.words import labels_of
from resumefit.score import compare
from tests.report.sample import TEXT, assessment, later_assessment, plan, with_postings
from tests.score.build import LEXICON

PAGE = render_html(assessment(), LEXICON)
WITH_POSTINGS = render_html(with_postings(), LEXICON, plan=plan())
LEXICON_LABELS = {role.id: role.label for role in LEXICON.roles}
VOID = {"meta", "link", "br", "img", "input", "hr", "circle", "path", "rect"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.unbalanced: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)


def _parsed(page: str) -> _Page:
    parser = _Page()
    parser.feed(page)
    return parser


@pytest.mark.parametrize("page_text", [PAGE, WITH_POSTINGS], ids=["plain", "with postings and a plan"])
def test_nothing_is_asked_of_any_other_place(page_text: str) -> None:
    tags = _parsed(page_text).tags
    assert len(tags) > 300
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    links = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert links
    assert all(link and link.startswith("#") for link in links)
    assert not re.search(r"https?:|url\(|@import|javascript:", page_text)


@pytest.mark.parametrize("page_text", [PAGE, WITH_POSTINGS], ids=["plain", "with postings and a plan"])
def test_every_tag_is_closed_and_every_link_has_a_target(page_text: str) -> None:
    page = _parsed(page_text)
    assert page.unbalanced == []
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {(attributes["href"] or "")[1:] for tag, attributes in page.tags if tag == "a"}
    assert targets <= set(ids)


@pytest.mark.parametrize("page_text", [PAGE, WITH_POSTINGS], ids=["plain", "with postings and a plan"])
def test_headings_skip_no_level_and_there_is_one_of_the_first(page_text: str) -> None:
    headings = _parsed(page_text).headings
    assert headings.count(1) == 1
    assert headings[0] == 1
    assert max(headings) > 2
    assert all(after - before <= 1 for before, after in itertools.pairwise(headings))


def test_pictures_have_words_or_are_set_aside() -> None:
    drawings = [attributes for tag, attributes in _parsed(PAGE).tags if tag == "svg"]
    assert drawings
    assert all(one.get("aria-label") or one.get("aria-hidden") == "true" for one in drawings)


def test_the_resume_stands_in_the_page_word_for_word() -> None:
    words: list[str] = []

    class _Paper(HTMLParser):
        inside = 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "div":
                self.inside += 1 if self.inside or ("class", "paper") in attrs else 0

        def handle_endtag(self, tag: str) -> None:
            if tag == "div" and self.inside:
                self.inside -= 1

        def handle_data(self, data: str) -> None:
            if self.inside:
                words.append(data)

    _Paper().feed(PAGE)
    assert "".join(words) == TEXT


def test_what_a_resume_writes_is_shown_and_never_obeyed() -> None:
    nasty = '"><script>alert(1)</script>{{ 7 * 7 }}<img src=x onerror=alert(1)>'
    before = assessment()
    text = before.document.text.replace("Zoë Lindqvist", nasty)
    shift = len(nasty) - len("Zoë Lindqvist")
    mentions = tuple(
        replace(
            one, start=one.start + shift, stop=one.stop + shift, sentence_start=one.sentence_start + shift,
            sentence_stop=one.sentence_stop + shift, label=nasty,
        )
        for one in before.mentions
    )
    positions = tuple(replace(one, title=nasty, company=nasty) for one in before.resume.positions)
    attacked = replace(
        before, document=replace(before.document, name=f"{nasty}.pdf", text=text), mentions=mentions,
        resume=replace(before.resume, name=nasty, positions=positions),
    )
    page = render_html(attacked, LEXICON)
    tags = {tag for tag, _ in _parsed(page).tags}
    assert not tags & {"script", "img"}
    assert "{{ 7 * 7 }}" in page


def test_a_blind_page_names_neither_the_person_nor_the_file() -> None:
    page = render_html(replace(assessment(), blind=True), LEXICON)
    head = page[: page.index('class="paper"')]
    assert "Lindqvist" not in head
    assert "zoe" not in head


def test_what_a_posting_asks_leads_to_the_words_that_show_it() -> None:
    links = {attributes["href"] for tag, attributes in _parsed(WITH_POSTINGS).tags if attributes.get("class") == "chip" and tag == "a"}
    assert links == {"#m0", "#m2", "#m4", "#m10", "#m11", "#m13"}


def test_what_a_posting_writes_is_shown_and_never_obeyed() -> None:
    nasty = '"><script>alert(1)</script>{{ 7 * 7 }}'
    given = with_postings()
    jobs = tuple(
        replace(job, name=nasty, title=nasty, needs=tuple(replace(need, quote=nasty) for need in job.needs))
        for job in given.jobs
    )
    page = render_html(replace(given, job=jobs[0], jobs=jobs), LEXICON)
    assert "script" not in {tag for tag, _ in _parsed(page).tags}
    assert "{{ 7 * 7 }}" in page


def test_the_nearer_role_comes_first_everywhere() -> None:
    page = _parsed(PAGE)
    cards = [attributes["aria-labelledby"] for tag, attributes in page.tags if tag == "article"]
    assert cards[:2] == ["role-tech-pm", "role-ai-pm"]
    swapped = replace(assessment(), roles=tuple(reversed(assessment().roles)))
    assert render_html(swapped, LEXICON).index('id="role-tech-pm"') < render_html(swapped, LEXICON).index('id="role-ai-pm"')


def test_every_gap_stands_once_with_its_gain_for_each_role() -> None:
    gaps = [attributes["id"] for _, attributes in _parsed(PAGE).tags if (attributes.get("id") or "").startswith("gap-")]
    names = {gap.competency for role in assessment().roles for gap in role.gaps}
    assert sorted(gaps) == sorted(f"gap-{name}" for name in names)
    for role in assessment().roles:
        for gap in role.gaps:
            card = PAGE.split(f'id="gap-{gap.competency}"', 1)[1].split("</summary>", 1)[0]
            assert f"{LEXICON_LABELS[role.role]} </span>+{gap.gain:.1f}" in card


def test_a_finding_leads_to_its_line_and_every_line_has_its_number() -> None:
    ids = {attributes.get("id") for _, attributes in _parsed(PAGE).tags}
    lines = {f"L{number}" for number in range(1, TEXT.count("\n") + 1)}
    assert lines <= ids
    writing = PAGE.split('id="writing"', 1)[1].split("</section>", 1)[0]
    assert re.findall(r'href="#(L\d+)"', writing)


def test_on_paper_a_sentence_is_quoted_once() -> None:
    """Quotes that another competency above has already are marked, and not printed."""
    fresh = re.findall(r"<li>\s*<q>(.*?)</q>", PAGE.split('id="competencies"', 1)[1].split("</section>", 1)[0], re.DOTALL)
    flat = [re.sub(r"<[^>]+>", "", quote) for quote in fresh]
    assert flat
    assert len(flat) == len(set(flat))
    assert '<li class="again">' in PAGE
    assert re.search(r"\.quotes li\.again \{ display: none", PAGE)


def test_paper_has_page_numbers_and_all_advice_unfolded() -> None:
    assert "counter(page)" in PAGE
    folded = [attributes for tag, attributes in _parsed(WITH_POSTINGS).tags if tag == "details" and "gap" in (attributes.get("class") or "")]
    assert folded
    assert all("lead" in (attributes["class"] or "").split() for attributes in folded)


def test_a_text_that_is_no_posting_is_said_to_be_none_and_gets_no_figure() -> None:
    given = with_postings()
    doubted = replace(given.jobs[0], needs=(), doubt="no skill that the lexicon knows was found in it", score=0.0)
    page = render_html(replace(given, job=doubted, jobs=(doubted,)), LEXICON)
    section = page.split('id="job"', 1)[1].split("</section>", 1)[0]
    assert "No skill that the lexicon knows was found in it." in section
    assert "0.0" not in section


def test_sidebar_lines_run_in_columns_and_wrapped_lines_run_on() -> None:
    text = "Zo\u00eb\nTOOLS\nMLflow\nLooker\nWORK\nSet the roadmap\nfor the carriers.\n"
    starts = [text.index(words) for words in ("Zo", "TOOLS", "MLflow", "Looker", "WORK", "Set", "for")]
    columns = (0, 1, 1, 1, 2, 2, 2)
    stops = [text.index("\n", start) for start in starts]
    lines = tuple(Line(start, stop, column=column) for start, stop, column in zip(starts, stops, columns, strict=True))
    sentence = Sentence(starts[5], stops[6], SentenceKind.BULLET)
    before = assessment()
    read = replace(
        before, mentions=(), document=replace(before.document, text=text, lines=lines, concealed=()), hygiene=(), roles=(),
        recommendation=None, job=None, resume=replace(before.resume, sentences=(sentence,), sections=(), positions=()),
    )
    blocks = resume_view(read, LEXICON, labels_of(LEXICON))
    assert [block.side for block in blocks] == [False, True, False]
    assert [[paragraph.number for paragraph in block.paragraphs] for block in blocks] == [[1], [2, 3, 4], [5, 6]]
    said = "".join(piece.stretch.text for block in blocks for paragraph in block.paragraphs for piece in paragraph.pieces)
    assert said == text


def test_a_comparison_page_asks_nothing_of_any_other_place() -> None:
    page = render_comparisons_html([compare(with_postings(), later_assessment())] * 2, LEXICON)
    parsed = _parsed(page)
    assert parsed.unbalanced == parsed.open == []
    assert not re.search(r"https?:|url\(|@import|javascript:|<script", page)
    ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert "zoe &lt;cv&gt;.pdf" in page
