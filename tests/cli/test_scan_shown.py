"""What a scan says at its end: people, under the names that the lexicon gives to roles."""

from __future__ import annotations

from pathlib import Path

from resumefit.batch.ranking import Row
from resumefit.batch.run import Outcome
from resumefit.batch.scan import Counts
from resumefit.batch.store import Entry
from resumefit.cli.scan_shown import summary
from resumefit.core.scanned import RoleScore, Scanned

ROLES = {"ai-pm": "AI PM", "data-pm": "Data PM"}


def test_a_role_of_an_overlay_is_shown_by_its_label() -> None:
    scanned = Scanned(
        sha256="0" * 64, state="ok", roles=tuple(RoleScore(role, 40.0, 38.0, 43.0, "developing") for role in ROLES),
        years_product=1.0, evidence=("Shipped it",), gaps=(), cautions=(), report=b"", fingerprint=(), contact_hash=None, name=None,
    )  # fmt: skip
    found = Outcome(Counts(ok=1), (Row(1, Entry(1, "Anna", "ok", scanned)),), 1)
    shown = summary(found, ROLES, Path("out"), width=100)
    head, first = shown.splitlines()[:2]
    assert head.split() == ["rank", "candidate", "AI", "PM", "Data", "PM"]
    assert first.count("40.0") == 2
