"""What must hold of every match, whatever the resume and the posting."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.assessment import Assessment, JobMatch, Provenance, Standing
from resumefit.core.mention import Mention, Status
from resumefit.score.evidence import Material
from resumefit.score.job import match_job, next_steps
from resumefit.score.posting import Posting, line_wishes, read_asks
from tests.score.build import AS_OF, LEXICON, SKILLS
from tests.score.strategies import materials, mentions

_LINES = st.sampled_from(
    ("Requirements", "- One {} more", "Nice to have", "{} is a plus", "About us", "You know {}; a must")
)


@st.composite
def postings(draw: st.DrawFn) -> Posting:
    """Draw a posting that names skills of the small lexicon in lines of several styles."""
    text, found = "", []
    for pattern in draw(st.lists(_LINES, min_size=1, max_size=10)):
        skill, label, competency, _ = draw(st.sampled_from(SKILLS))
        start = len(text) + pattern.find("{}")
        line = pattern.format(label)
        if "{}" in pattern:
            stop = start + len(label)
            found.append(Mention(skill, label, competency, Status.OTHER, start, stop, len(text), len(text) + len(line)))
        text += f"{line}\n"
    return Posting("p.txt", text, tuple(found))


def _match(given_material: Material, posting: Posting) -> JobMatch:
    person = Assessment(
        Provenance("0", "1+x", "1"),
        AS_OF,
        given_material.document,
        given_material.resume,
        given_material.mentions,
        (),
        None,
    )
    return match_job(posting, person, lexicon=LEXICON)


@given(materials(), postings())
def test_a_match_stays_within_its_bounds_and_sorts_every_skill_once(given_material: Material, posting: Posting) -> None:
    found = _match(given_material, posting)
    assert 0 <= found.score <= found.by_competency <= 100
    asked = [need.skill for need in found.needs]
    assert len(asked) == len(set(asked))
    assert sorted(asked) == sorted((*found.matched, *found.unproven, *found.missing))
    assert sorted(asked) == sorted((*found.required, *found.preferred))
    assert all(0 <= need.strength <= 1 and 0 <= need.gain <= 100 for need in found.needs)


@given(materials(), postings(), mentions(statuses=(Status.DEMONSTRATED, Status.LISTED)))
def test_more_evidence_never_lowers_a_match(given_material: Material, posting: Posting, more: Mention) -> None:
    richer = replace(given_material, mentions=(*given_material.mentions, replace(more, counted=True)))
    assert _match(richer, posting).score >= _match(given_material, posting).score


@given(materials(statuses=(Status.LISTED,), size=40), postings())
def test_names_alone_earn_a_posting_little(given_material: Material, posting: Posting) -> None:
    found = _match(given_material, posting)
    assert found.score <= 35
    assert found.matched == ()


@given(materials(), postings())
def test_a_match_does_not_depend_on_the_order_of_the_mentions(given_material: Material, posting: Posting) -> None:
    turned = replace(posting, mentions=tuple(reversed(posting.mentions)))
    assert _match(given_material, turned) == _match(given_material, posting)


@given(materials(), postings())
def test_steps_are_never_what_is_shown_and_fall_in_gain(given_material: Material, posting: Posting) -> None:
    steps = next_steps(_match(given_material, posting), limit=5)
    assert all(step.standing is not Standing.SHOWN for step in steps)
    assert [step.gain for step in steps] == sorted((step.gain for step in steps), reverse=True)


@given(st.text(max_size=400))
def test_any_text_can_be_a_posting(text: str) -> None:
    assert len(line_wishes(text)) == text.count("\n") + 1
    assert read_asks(Posting("p.txt", text, ())) == ()
