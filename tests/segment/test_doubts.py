"""Impossible dates are said, not repaired."""

from __future__ import annotations

import pytest

from tests.segment.layouts import document_of
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS


@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ("Mar 2018 - Feb 2021", []),
        ("Feb 2021 - Mar 2018", ["dates-reversed"]),
        ("Mar 2018 - Feb 2091", ["dates-future", "dates-improbable"]),
        ("Mar 2018 - Present", []),
    ],
    ids=["possible", "reversed", "future", "current"],
)
def test_doubtful_dates_give_a_caution(dates: str, codes: list[str]) -> None:
    resume = segment(
        document_of(f"EXPERIENCE\n\nProduct Manager, Larkfield ({dates})\n- Shipped\n"), headings=HEADINGS, as_of=AS_OF
    )
    assert [caution.code for caution in resume.cautions] == codes
