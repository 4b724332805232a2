"""Fits `models/skill_status`: does a line speak of a skill as done, listed, wished for, denied, or somebody else's?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Status
from resumefit.learned.vectors import FOLDER, WordVectors, load_word_vectors
from resumefit.match.lessons import Lessons
from resumefit.match.status_features import TEXTS
from resumefit.train.cards import write_short_card
from resumefit.train.hashed import Settings, Taught, arrays_of, cross_validated, fit
from resumefit.train.marks import MarkedLine, marks_hash, read_marked
from resumefit.train.save import save_model

NAME = "skill_status"
VERSION = "1.1.0"
LETTERS = {letter: str(status) for letter, status in zip("dlano", Status, strict=True)}
SETTINGS = Settings(inverse_regularisation=0.5, dense_scale=2.0)  # chosen on lines of other writers (docs/quality.md)
_COUNTED = [str(status) for status in Status if status.adds_to_score]


def train_statuses(training: Path, models: Path, *, lexicon: Lexicon) -> dict[str, float]:
    """Fit on every line, write the model's folder, and return its cross-validated figures."""
    lines = read_marked(training / NAME, letters=LETTERS)
    vectors = load_word_vectors(models / FOLDER)
    taught = lessons_of(lines, lexicon=lexicon)
    figures = figures_of(taught, vectors=vectors)
    fitted = fit(taught, vectors=vectors, settings=SETTINGS)
    save_model(
        models / NAME, fitted.classifier, arrays_of(fitted, texts=TEXTS, vectors=vectors), version=VERSION,
        data_sha256=marks_hash(lines), figures=figures, requires={FOLDER: vectors.meta.contents_sha256},
    )
    write_short_card(models / NAME / "README.md", name=NAME, figures=figures)
    return figures


def lessons_of(lines: Sequence[MarkedLine], *, lexicon: Lexicon) -> list[Taught]:
    """Return what each mark teaches."""
    lessons = Lessons(lexicon)
    return [
        Taught(line.marks[lesson.mark].label, lesson.features, lesson.texts, group=number)
        for number, line in enumerate(lines)
        for lesson in lessons.statuses(line.text, [(mark.start, mark.stop) for mark in line.marks])
    ]


def figures_of(taught: Sequence[Taught], *, vectors: WordVectors) -> dict[str, float]:
    """Measure by cross-validation over lines."""
    held_out, labels = cross_validated(taught, vectors=vectors, settings=SETTINGS)
    wanted = np.array([one.label for one in taught])
    given = np.array(labels)[held_out.argmax(axis=1)]
    counted, counts = np.isin(wanted, _COUNTED), np.isin(given, _COUNTED)
    return {
        "marks": len(taught),
        "status_right": round(float(np.mean(wanted == given)), 4),
        "counted": round(float(np.mean(counts[counted])), 4),
        "kept_out": round(float(np.mean(~counts[~counted])), 4),
    }
