"""Resumes by the thousand, for properties: mentions of the small lexicon's skills over three positions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.score.evidence import Material
from tests.score.build import COMPETENCIES, SKILLS, material, position

POSITIONS = (
    position("Product Manager", "Fjord Freight", (2022, 1), None),
    position("Product Owner", "Kelp & Co", (2016, 1), (2021, 12)),
    position("Engineer", "Alder Works", (2009, 1), (2015, 12)),
)
TEXT = "".join(f"Line {number} tells something that was done.\n" for number in range(12))
_LINE = len("Line 0 tells something that was done.\n")


@st.composite
def mentions(draw: st.DrawFn, *, statuses: tuple[Status, ...] = tuple(Status)) -> Mention:
    """Draw one mention in one of the text's twelve sentences, of a known skill or a paraphrase."""
    skill, label, competency, _ = draw(st.sampled_from(SKILLS))
    line = draw(st.integers(0, 9)) * _LINE
    status = draw(st.sampled_from(statuses))
    named = draw(st.booleans())
    if not named:
        competency = draw(st.sampled_from(COMPETENCIES))[0]
    return Mention(
        skill=skill if named else None, label=label, competency=competency, status=status, start=line, stop=line + 4,
        sentence_start=line, sentence_stop=line + _LINE - 1, position=draw(st.sampled_from((None, 0, 1, 2))),
        outcome=draw(st.booleans()), found_by=FoundBy.LEXICON if named else FoundBy.MODEL,
        confidence=draw(st.sampled_from((1.0, 0.9, 0.6, 0.3))), counted=draw(st.booleans()) and status.adds_to_score,
    )


@st.composite
def materials(draw: st.DrawFn, *, statuses: tuple[Status, ...] = tuple(Status), size: int = 14) -> Material:
    """Draw a resume's material with up to `size` mentions."""
    empty = material(text=TEXT, positions=POSITIONS, years_product=draw(st.sampled_from((0.0, 1.5, 4.0, 12.0))))
    return replace(empty, mentions=tuple(draw(st.lists(mentions(statuses=statuses), max_size=size))))
