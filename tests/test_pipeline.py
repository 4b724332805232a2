"""An engine is everything that is loaded once: what reads a resume with it asks what it holds, and loads nothing besides."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

import resumefit.pipeline
from resumefit.audit.counterfactual import check_bytes
from resumefit.batch.options import Options
from resumefit.batch.worker import scan_bytes
from resumefit.core.months import parse_month
from resumefit.core.protocols import CellOdds
from resumefit.core.scanned import Scanned
from resumefit.pipeline import analyze, load_engine

RESUME = "Jo Example\n\nEXPERIENCE\n\nProduct Manager, Acme Ltd\n2019 - 2021\n- Ran sprint planning for two teams\n"
MONTH = parse_month("2026-11")


@dataclass
class Listening:
    """A model that answers as another one does, and keeps what it was asked."""

    cells: CellOdds
    asked: list[str] = field(default_factory=list)

    @property
    def labels(self) -> tuple[str, ...]:
        return self.cells.labels

    def log_probabilities(self, text: str, hints: tuple[str, ...] = ()) -> tuple[float, ...]:
        self.asked.append(text)
        return self.cells.log_probabilities(text, hints)


def test_whoever_reads_with_an_engine_asks_its_model_of_position_heads(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = load_engine()
    monkeypatch.setattr(resumefit.pipeline, "load_cell_model", lambda _: pytest.fail("a model was loaded once more"))
    options = Options(as_of=MONTH, blind=False, overlay=None, memory_mb=4096)
    readers = {
        "analyze": lambda own: analyze(RESUME.encode(), as_of=MONTH, engine=own).resume.positions[0].company,
        "scan": lambda own: isinstance(scan_bytes(RESUME.encode(), name="cv.txt", candidate="c", engine=own, options=options), Scanned),
        "audit": lambda own: check_bytes(RESUME.encode(), name="cv.txt", engine=own, as_of=MONTH).moved == (),
    }
    for name, read in readers.items():
        listening = Listening(engine.cells)
        assert read(replace(engine, cells=listening)), name
        assert "Acme Ltd" in listening.asked, name
