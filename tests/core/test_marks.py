"""The marks before items are the same for who reads them, who segments, and who quotes."""

from __future__ import annotations

import re

import pytest

from resumefit.core.document import Document, Line
from resumefit.core.marks import BEFORE_WORDS, DASHES, GLYPHS, ITEM_MARK
from resumefit.core.resume import Sentence, SentenceKind
from resumefit.read.drafts import bulleted
from resumefit.report.words import sentence_words
from resumefit.score.hygiene.page import Page
from tests.score.build import Said, mention

SENTENCE = "Ran the roadmap of two products"


@pytest.mark.parametrize("mark", [*GLYPHS, *DASHES, *"*+>»›・⦁☑➔→⇒", "->", "-->", "=>", "o", "."])
def test_every_mark_begins_an_item(mark: str) -> None:
    assert re.fullmatch(rf"{ITEM_MARK}\s+{SENTENCE}", f"{mark} {SENTENCE}")


@pytest.mark.parametrize("mark", GLYPHS)
def test_every_glyph_is_read_as_a_bullet_and_left_out_of_every_quote(mark: str) -> None:
    text = f"{mark} {SENTENCE}"
    assert bulleted(text) == f"• {SENTENCE}"
    document = Document("cv.txt", "0" * 64, "txt", 1, text, (Line(0, len(text)),))
    page = Page(document, None, (), bool)
    assert page.said(Sentence(0, len(text), SentenceKind.BULLET, section=0, position=None)) == SENTENCE
    assert sentence_words(document, mention(Said(text, "roadmap", "product-strategy"), text), length=100) == SENTENCE


def test_what_may_belong_to_the_words_is_no_mark_of_a_quote() -> None:
    assert "+12 % sales".lstrip(BEFORE_WORDS) == "+12 % sales"
    assert ".NET services".lstrip(BEFORE_WORDS) == ".NET services"
