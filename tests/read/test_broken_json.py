"""JSON that breaks off or is broken in the middle is read up to there."""

from __future__ import annotations

import json

import pytest

from resumefit.core.document import DocumentState
from resumefit.errors import OverLimit
from resumefit.read import read_document
from resumefit.read.json_repair import load_json

RECORD = {
    "basics": {"name": "Jane Roe", "summary": 'Says "hello" to\nall.', "profiles": [{"network": "x", "url": "example.org"}]},
    "work": [{"name": "Acme", "position": "PM", "highlights": ["Cut costs by 12.5 %", "Wrote \\ and é"]}, {"name": "Zeta"}],
    "open": True,
    "none": None,
    "numbers": [1, -2.5, 3e4],
}
TEXT = json.dumps(RECORD, indent=1)


@pytest.mark.parametrize("end", range(2, len(TEXT)))
def test_every_beginning_of_a_record_is_read_as_far_as_it_goes(end: int) -> None:
    found, whole = load_json(TEXT[:end], nesting=50)
    assert not whole
    assert_begins(found, RECORD)


def assert_begins(found: object, wanted: object) -> None:
    """Check that what was read is a beginning of what was written."""
    if isinstance(wanted, dict):
        assert isinstance(found, dict)
        assert list(found) == list(wanted)[: len(found)]
        for key, value in found.items():
            assert_begins(value, wanted[key])
    elif isinstance(wanted, list):
        assert isinstance(found, list)
        assert len(found) <= len(wanted)
        for a, b in zip(found, wanted, strict=False):
            assert_begins(a, b)
    elif isinstance(wanted, str):
        assert isinstance(found, str)
        assert wanted.startswith(found)
    else:
        assert found == wanted


def test_a_whole_record_is_whole() -> None:
    assert load_json(TEXT, nesting=50) == (RECORD, True)


def test_a_resume_with_a_fault_in_the_middle_is_doubtful() -> None:
    document = read_document(TEXT.replace('"Zeta"', "Zeta").encode(), name="cv.json")
    assert "Cut costs by 12.5 %" in document.text
    assert document.state is DocumentState.DOUBTFUL
    assert [caution.code for caution in document.cautions] == ["truncated"]


@pytest.mark.parametrize("tail", ["", "x"])
def test_values_nested_without_end_are_refused(tail: str) -> None:
    with pytest.raises(OverLimit, match="nested"):
        read_document(('{"basics":{},"work":' + "[" * 100_000 + tail).encode(), name="cv.json")
