"""Reads `training/evidence_in_context/questions.jsonl`: what the paraphrase model is asked of labelled resumes, with the right answers.

A row is a resume: the skills that it names, and its sentences. Of each, the sentence and its pieces (`texts`), the competencies that a
person saw in each of these (`shown`), whether each names a skill (`names_skill`); which competencies the whole names; and where it stands.
`training/questions_of_resumes.py` makes the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from resumefit.errors import UsageError
from resumefit.match.context import Question
from resumefit.train.data import LabelledLine, hash_of

FOLDER = "evidence_in_context"
FILE = "questions.jsonl"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AskedSentence(_Row):
    """A sentence: the whole and its pieces, one by one."""

    texts: tuple[str, ...]
    shown: tuple[tuple[str, ...], ...]
    names_skill: tuple[bool, ...]
    named: tuple[str, ...]
    product_work: bool
    position: bool

    @property
    def questions(self) -> list[Question]:
        """What the model is asked of it."""
        return [
            Question(text, is_product_work=self.product_work, names_skill=names, is_in_position=self.position)
            for text, names in zip(self.texts, self.names_skill, strict=True)
        ]


class AskedResume(_Row):
    """A labelled resume."""

    resume: str
    skills: tuple[str, ...]
    sentences: tuple[AskedSentence, ...]

    def lines(self) -> list[LabelledLine]:
        """Return its sentences as training lines of the paraphrase model: what they show beside what they name.

        A sentence that shows nothing else than what it names is left out: it may well say the same in its other words.
        """
        found = []
        for sentence in self.sentences:
            labels = tuple(label for label in sentence.shown[0] if label not in sentence.named)
            if labels or not sentence.named:
                found.append(LabelledLine(text=sentence.texts[0], labels=labels, source=self.resume))
        return found


def read_questions(training: Path) -> tuple[AskedResume, ...]:
    """Read every labelled resume; UsageError names file and line of what does not fit."""
    path = training / FOLDER / FILE
    try:
        rows = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"there are no labelled resumes in {path}", "Run this from a checkout of resumefit") from error
    found = []
    for number, row in enumerate(rows, start=1):
        try:
            found.append(AskedResume.model_validate_json(row))
        except ValidationError as error:
            remedy = "Make the file anew: python training/questions_of_resumes.py"
            raise UsageError(f"{path}:{number}: {error.errors()[0]['msg']}", remedy) from error
    return tuple(found)


def questions_hash(resumes: Sequence[AskedResume]) -> str:
    """Return a sha256 over the resumes, independent of their order."""
    return hash_of(resume.model_dump_json() for resume in resumes)
