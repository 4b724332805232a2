"""Fits `models/word_sense`: does a word that has several senses stand for the skill here?

The lines of `training/word_sense` are marked by hand. Marks of `training/skill_status` and the positive examples of the lexicon are
the skill as well; whatever the lexicon finds in lines that show no competency, and in its negative examples, is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from resumefit.core.lexicon import Lexicon
from resumefit.learned.vectors import FOLDER, WordVectors, load_word_vectors
from resumefit.match.lessons import Lessons
from resumefit.match.senses import MEANT, NOT_MEANT, TEXTS
from resumefit.train.cards import write_short_card
from resumefit.train.data import read_lines
from resumefit.train.evidence import NAME as EVIDENCE
from resumefit.train.hashed import Settings, Taught, arrays_of, cross_validated, fit
from resumefit.train.marks import MarkedLine, marks_hash, read_marked
from resumefit.train.save import save_model
from resumefit.train.statuses import LETTERS as STATUS_LETTERS
from resumefit.train.statuses import NAME as STATUSES

NAME = "word_sense"
VERSION = "1.1.0"
LETTERS = {"s": MEANT, "x": NOT_MEANT}
SETTINGS = Settings(inverse_regularisation=1.0, dense_scale=3.0)  # chosen on lines of other writers (docs/quality.md)
_BESIDE = 0.1  # what a line weighs that was not written to teach senses: there are many, and few are hard


def train_senses(training: Path, models: Path, *, lexicon: Lexicon) -> dict[str, float]:
    """Fit on every line, write the model's folder, and return its cross-validated figures."""
    lines = read_marked(training / NAME, letters=LETTERS)
    vectors = load_word_vectors(models / FOLDER)
    lessons = Lessons(lexicon)
    own = [
        Taught(line.marks[lesson.mark].label, lesson.features, lesson.texts, group=number)
        for number, line in enumerate(lines)
        for lesson in lessons.senses(line.text, [(mark.start, mark.stop) for mark in line.marks])
    ]
    beside = list(_beside(training, lessons, lexicon=lexicon, first_group=len(lines)))
    figures = figures_of(own, beside, vectors=vectors)
    fitted = fit([*own, *beside], vectors=vectors, settings=SETTINGS)
    save_model(
        models / NAME, fitted.classifier, arrays_of(fitted, texts=TEXTS, vectors=vectors), version=VERSION,
        data_sha256=marks_hash(lines), figures=figures, requires={FOLDER: vectors.meta.contents_sha256},
    )
    write_short_card(models / NAME / "README.md", name=NAME, figures=figures)
    return figures


def figures_of(own: Sequence[Taught], beside: Sequence[Taught], *, vectors: WordVectors) -> dict[str, float]:
    """Measure by cross-validation over lines; the lines beside are always among those fitted on, and never measured."""
    taught = [*own, *beside]
    held_out, labels = cross_validated(taught, vectors=vectors, settings=SETTINGS)
    wanted = np.array([one.label for one in own])
    given = np.array(labels)[held_out[: len(own)].argmax(axis=1)]
    return {
        "candidates": len(own),
        "skill_kept": round(float(np.mean(given[wanted == MEANT] == MEANT)), 4),
        "other_refused": round(float(np.mean(given[wanted == NOT_MEANT] == NOT_MEANT)), 4),
    }


def _beside(training: Path, lessons: Lessons, *, lexicon: Lexicon, first_group: int) -> Iterator[Taught]:
    competencies = frozenset(competency.id for competency in lexicon.competencies)
    marked: list[tuple[MarkedLine | str, str]] = []
    marked += [(line, MEANT) for line in read_marked(training / STATUSES, letters=STATUS_LETTERS)]
    marked += [(line, MEANT) for skill in lexicon.skills for line in skill.positive]
    marked += [(line, NOT_MEANT) for skill in lexicon.skills for line in skill.negative]
    lines = read_lines(training / EVIDENCE, competencies=competencies)
    marked += [(line.text, NOT_MEANT) for line in lines if not line.labels]
    for group, (line, label) in enumerate(marked, start=first_group):
        text = line if isinstance(line, str) else line.text
        ranges = [(0, len(text))] if isinstance(line, str) else [(mark.start, mark.stop) for mark in line.marks]
        for lesson in lessons.senses(text, ranges):
            yield Taught(label, lesson.features, lesson.texts, group=group, weight=_BESIDE)
