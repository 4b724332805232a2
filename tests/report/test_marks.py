from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.report.marks import plain, stretches

TEXT = "Ran drift alerts in Seldon Core and wrote the model card."


def _mention(start: int, stop: int, *, status: Status = Status.DEMONSTRATED, counted: bool = True) -> Mention:
    return Mention("s", "s", "mlops", status, start, stop, 0, len(TEXT), counted=counted)


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.booleans())))
def test_stretches_give_the_text_back_whatever_overlaps(spans: list[tuple[int, int, bool]]) -> None:
    mentions = [_mention(min(a, b), max(a, b), counted=counted) for a, b, counted in spans]
    pieces = stretches(TEXT, mentions, families={}, labels={})
    assert "".join(piece.text for piece in pieces) == TEXT
    marked = sorted(index for piece in pieces for index in piece.mentions)
    assert marked == [index for index, one in enumerate(mentions) if one.counted and one.stop > one.start]


def test_a_word_within_a_longer_mention_keeps_its_own_mark() -> None:
    """A paraphrase that spans a named skill does not swallow it: the shortest mention speaks for its words."""
    whole = replace(_mention(0, 35), skill=None, competency="ai-governance", found_by=FoundBy.MODEL)
    pieces = stretches(
        TEXT, [whole, _mention(4, 16)], families={"mlops": "ai", "ai-governance": "responsible"},
        labels={"mlops": "MLOps", "ai-governance": "AI governance"},
    )
    assert [(piece.text, piece.family, piece.label) for piece in pieces if piece.strength] == [
        ("Ran ", "responsible", "AI governance"), ("drift alerts", "ai", "MLOps, AI governance"),
        (" in Seldon Core and", "responsible", "AI governance"),
    ]


def test_mentions_that_cross_are_cut_where_they_cross() -> None:
    pieces = stretches(TEXT, [_mention(4, 16), _mention(10, 22), _mention(36, 41)], families={"mlops": "ai"}, labels={})
    assert [(piece.mentions, piece.text) for piece in pieces if piece.strength] == [
        ((0,), "drift "), ((1,), "alerts"), ((), " in Se"), ((2,), "wrote")
    ]


def test_further_cuts_change_no_word() -> None:
    pieces = stretches(TEXT, [_mention(4, 16)], families={}, labels={}, cuts=(0, 10, 30, 99))
    assert [piece.start for piece in pieces] == [0, 4, 10, 16, 30]
    assert "".join(piece.text for piece in pieces) == TEXT


def test_what_a_page_would_obey_is_replaced_one_for_one() -> None:
    assert plain("a\u202eb\x1bc\n\td") == "a\ufffdb\ufffdc\n\td"
