from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.mention import Mention, Status
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


def test_overlapping_mentions_share_a_stretch_and_others_stand_alone() -> None:
    pieces = stretches(TEXT, [_mention(4, 16), _mention(10, 22), _mention(36, 41)], families={"mlops": "ai"}, labels={})
    assert [(piece.mentions, piece.text) for piece in pieces if piece.mentions] == [
        ((0, 1), "drift alerts in Se"), ((2,), "wrote")
    ]


def test_what_a_page_would_obey_is_replaced_one_for_one() -> None:
    assert plain("a\u202eb\x1bc\n\td") == "a\ufffdb\ufffdc\n\td"
