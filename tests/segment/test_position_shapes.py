"""Work sections in many shapes: titles, employers, dates and kinds as a careful reader would note them down."""

from __future__ import annotations

import pytest

from resumefit.core.resume import Position
from tests.segment.layouts import document_of
from tests.segment.position_shapes import SHAPES
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS

TOP = "Imra Tolvanen\nimra.tolvanen@example.org | 555-0142\n\n"


def noted(position: Position) -> str:
    """Write a position down the way the shapes do."""
    stop = "now" if position.is_current else str(position.stop or "")
    kind = [] if position.kind == "employment" else [position.kind.value]
    dates = [str(position.start), stop] if position.start else []
    return " | ".join([position.title, position.company, *dates, *kind])


@pytest.mark.parametrize("shape", SHAPES)
def test_positions_are_what_a_careful_reader_notes(shape: str) -> None:
    text, expected = SHAPES[shape]
    resume = segment(document_of(TOP + text), headings=HEADINGS, as_of=AS_OF)
    assert [noted(position) for position in resume.positions] == expected
