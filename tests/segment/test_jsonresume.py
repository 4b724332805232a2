"""JSON Resume as we write it has the types of the published schema, and our own reader reads the same positions from it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from resumefit.core.months import parse_month
from resumefit.core.resume import Resume
from resumefit.lexicon import load_lexicon
from resumefit.pipeline import understand
from resumefit.resources import data_dir
from resumefit.segment import to_json_resume
from tests.conftest import ROOT

EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if path.suffix in (".pdf", ".docx", ".odt")
)  # fmt: skip
AS_OF = parse_month("2026-11")
# The schema's own pattern for dates: a year, with a month, with a day.
ISO_DATE = re.compile(r"[1-2]\d{3}-[0-1]\d-[0-3]\d|[1-2]\d{3}-[0-1]\d|[1-2]\d{3}")
TEXTS = {
    "basics": {"name", "label", "email", "phone", "url", "summary"},
    "work": {"name", "position", "location"}, "volunteer": {"organization", "position"},
    "education": {"institution", "studyType", "area"}, "certificates": {"name", "issuer"}, "projects": {"name"},
    "awards": {"title"}, "publications": {"name"}, "skills": {"name"}, "languages": {"language", "fluency"},
}  # fmt: skip
DATES = {"startDate", "endDate", "date", "releaseDate"}
LISTS = {"highlights", "keywords"}


def _read(path: Path) -> tuple[Resume, dict[str, object]]:
    headings = load_lexicon(data_dir("skill_lexicon")).headings
    document, resume = understand(path.read_bytes(), name=path.name, headings=headings, as_of=AS_OF)
    return resume, json.loads(json.dumps(to_json_resume(document, resume)))


def _faults(section: str, entry: object) -> list[str]:
    """Return what in an entry the schema does not allow."""
    if not isinstance(entry, dict):
        return [f"{section}: not an object"]
    wrong: list[str] = []
    for key, value in entry.items():
        if key in LISTS:
            fine = isinstance(value, list) and all(isinstance(word, str) and word for word in value)
        elif key in DATES:
            fine = isinstance(value, str) and ISO_DATE.fullmatch(value) is not None
        else:
            fine = key in TEXTS[section] and isinstance(value, str) and value != ""
        wrong += [] if fine else [f"{section}.{key}: {value!r}"]
    return wrong


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_written_has_the_types_of_the_schema(path: Path) -> None:
    _, written = _read(path)
    assert set(written) == set(TEXTS)
    faults = _faults("basics", written["basics"])
    for section in sorted(set(TEXTS) - {"basics"}):
        entries = written[section]
        assert isinstance(entries, list)
        faults += [fault for entry in entries for fault in _faults(section, entry)]
    assert faults == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_our_own_reader_finds_the_same_positions_and_months(path: Path) -> None:
    resume, written = _read(path)
    headings = load_lexicon(data_dir("skill_lexicon")).headings
    data = json.dumps(written, ensure_ascii=False).encode()
    _, again = understand(data, name="resume.json", headings=headings, as_of=AS_OF)
    assert _told(again) == _told(resume)
    assert (again.years_total, again.years_product) == (resume.years_total, resume.years_product)


def _told(resume: Resume) -> list[tuple[str, str, str, str, int | None]]:
    return sorted((p.title, p.company, str(p.start), str(p.stop), p.months) for p in resume.positions)
