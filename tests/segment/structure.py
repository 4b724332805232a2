"""`segment` with the model of heads that every caller gives it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from resumefit.core.document import Document
from resumefit.core.resume import Resume
from resumefit.learned import CellModel, load_cell_model
from resumefit.segment.structure import segment as segment_with

ROOT = Path(__file__).resolve().parents[2]


@cache
def cells() -> CellModel:
    return load_cell_model(ROOT / "models")


def segment(document: Document, **options: Any) -> Resume:
    return segment_with(document, cells=cells(), **options)
