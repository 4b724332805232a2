"""What each fitted model adds to the rules of the matcher, on the gold lines and resumes.

    python benchmarks/second_opinions.py

The same lexicon and rules are asked without any model, with one at a time, and with all. Word figures need no model: what is
compared is how a line speaks of a skill (status), what an ambiguous word means (sense), and what is told in no usual term (paraphrase).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from resumefit.core.months import parse_month
from resumefit.evaluate.run import evaluate_resumes, evaluate_sentences
from resumefit.learned import WORD_VECTORS, load_context_model, load_hashed_model, load_text_model, load_word_vectors
from resumefit.match import build_matcher
from resumefit.pipeline import load_engine
from resumefit.provenance import CONTEXT_MODEL, PARAPHRASE_MODEL, SENSE_MODEL, STATUS_MODEL
from resumefit.resources import data_dir

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
LINES = ("keyword_recall", "keyword_precision", "trap_clean", "status_kept_out", "status_named", "paraphrase_recall")
RESUMES = ("keyword_span_recall", "span_precision", "not_counted_kept_out", "competency_f1")


def main() -> None:
    engine, models = load_engine(), data_dir("models")
    vectors = load_word_vectors(models / WORD_VECTORS)
    statuses = load_hashed_model(models, STATUS_MODEL, vectors=vectors)
    senses = load_hashed_model(models, SENSE_MODEL, vectors=vectors)
    words = load_text_model(models, PARAPHRASE_MODEL, vectors=vectors)
    context = load_context_model(models, CONTEXT_MODEL, evidence=words.meta)
    variants = {
        "rules alone": build_matcher(engine.lexicon),
        "and skill_status": build_matcher(engine.lexicon, statuses=statuses),
        "and word_sense": build_matcher(engine.lexicon, senses=senses),
        "and competency_evidence": build_matcher(engine.lexicon, paraphrases=(words, context)),
        "all": engine.matcher,
    }
    print("".ljust(24), *(name.rjust(21) for name in (*LINES, *RESUMES)))
    for label, matcher in variants.items():
        given = replace(engine, matcher=matcher)
        lines = evaluate_sentences(GOLD / "sentences", engine=given)
        resumes = evaluate_resumes(GOLD / "resumes", GOLD / "annotations", engine=given, as_of=parse_month("2026-11"))
        figures = [*(lines.value(name) for name in LINES), *(resumes.value(name) for name in RESUMES)]
        print(label.ljust(24), *(f"{value:21.3f}" if value is not None else "-".rjust(21) for value in figures))


if __name__ == "__main__":
    main()
