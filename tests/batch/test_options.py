"""A result is known by all that its numbers follow from, and by nothing else."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from resumefit.batch.options import Options, PostingFile
from resumefit.batch.scan import depends_on
from resumefit.core.assessment import Provenance
from resumefit.core.resume import YearMonth

OPTIONS = Options(as_of=YearMonth(2026, 11), blind=True, overlay=None, memory_mb=4096)
MADE_BY = Provenance(resumefit="1", lexicon="1+a", scoring="1", models=(("words", "1"),))
# The overlay and the encoder are in the provenance; a page may be made later for the same result.
CHANGES = {
    "as_of": (YearMonth(2026, 12), True), "blind": (False, True), "own_date": (True, True),
    "posting": (PostingFile("job.txt", b"Wanted"), True), "overlay": (Path("ours"), False), "semantic": (True, False),
    "memory_mb": (8192, False), "pages": (True, False),
}  # fmt: skip


def test_a_results_key_changes_with_what_its_numbers_follow_from_and_with_nothing_else() -> None:
    assert {field.name for field in fields(Options)} == set(CHANGES)
    before = depends_on(MADE_BY, OPTIONS)
    changed = {name: depends_on(MADE_BY, replace(OPTIONS, **{name: value})) != before for name, (value, _) in CHANGES.items()}
    assert changed == {name: counts for name, (_, counts) in CHANGES.items()}
    assert depends_on(replace(MADE_BY, lexicon="1+b"), OPTIONS) != before
