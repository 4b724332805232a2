"""Makes `training/evidence_in_context/questions.jsonl`: what the paraphrase model is asked of labelled resumes, with the right answers.

    python training/questions_of_resumes.py

Reads `training/evidence_in_context/resumes` with their `annotations` (in the format of docs/quality.md) as any resume is read, and
keeps of each what the two models of paraphrases are fitted on: sentences and their pieces, where they stand, the skills that the resume
names, and the competencies that a person saw in them. It needs every model but those two, so it is run when resumes are added, and not
by `resumefit train`; small changes of the lexicon hardly change it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from resumefit.core.resume import YearMonth
from resumefit.evaluate.sets import GoldResume, read_resumes
from resumefit.learned import WORD_VECTORS, load_hashed_model, load_word_vectors
from resumefit.lexicon import load_lexicon
from resumefit.match import Matcher, build_matcher
from resumefit.match.line_reader import Range, Reading
from resumefit.pipeline import understand
from resumefit.provenance import SENSE_MODEL, STATUS_MODEL
from resumefit.resources import data_dir
from resumefit.train.questions import FILE, FOLDER

HERE = Path(__file__).resolve().parent / FOLDER
AS_OF = YearMonth(2026, 11)


def main() -> None:
    """Read every labelled resume, and write a line for each."""
    lexicon = load_lexicon(data_dir("skill_lexicon"))
    models = data_dir("models")
    vectors = load_word_vectors(models / WORD_VECTORS)
    matcher = build_matcher(
        lexicon,
        statuses=load_hashed_model(models, STATUS_MODEL, vectors=vectors),
        senses=load_hashed_model(models, SENSE_MODEL, vectors=vectors),
        english=vectors.index,
    )
    rows = [asked(path, gold, matcher, lexicon.headings) for path, gold in read_resumes(HERE / "resumes", HERE / "annotations")]
    (HERE / FILE).write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")


def asked(path: Path, gold: GoldResume, matcher: Matcher, headings: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    """Return a resume's row: see `resumefit.train.questions`."""
    document, resume = understand(path.read_bytes(), name=path.name, headings=headings, as_of=AS_OF)
    read = matcher.read(document, resume)
    sentences = []
    for sentence, reading, questions in zip(resume.sentences, read.readings, read.questions, strict=True):
        if questions:
            pieces = [(sentence.start + start, sentence.start + stop) for start, stop in reading.pieces]
            sentences.append({
                "texts": [question.text for question in questions],
                "shown": [shown(gold, piece) for piece in pieces],
                "names_skill": [question.names_skill for question in questions],
                "named": named(reading),
                "product_work": questions[0].is_product_work,
                "position": questions[0].is_in_position,
            })
    return {"resume": gold.id, "skills": sorted(read.named_skills), "sentences": sentences}


def shown(gold: GoldResume, piece: Range) -> list[str]:
    """Return the competencies that a person saw in these characters of the text, in the order in which they are told."""
    start, stop = piece
    own = [
        entry
        for entry in gold.mentions
        if entry.status.adds_to_score and entry.start < stop and start < entry.start + len(entry.quote)
    ]
    return list(dict.fromkeys(entry.competency for entry in sorted(own, key=lambda entry: entry.start)))


def named(reading: Reading) -> list[str]:
    """Return the competencies of what the sentence names."""
    return sorted({mention.competency for mention in reading.mentions})


if __name__ == "__main__":
    main()
