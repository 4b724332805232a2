"""What each family of features brings to the paraphrase model, by the same cross-validation over the training lines.

python benchmarks/evidence_features.py

Prints, for tf-idf alone and with the static word vectors, the share of lines found at the threshold where a wanted share of the answers is
right. Training lines are written so that no two are alike: each is a new facet, which makes this harder than resumes are.
"""

from __future__ import annotations

from pathlib import Path

from resumefit.learned import load_word_vectors
from resumefit.lexicon import load_lexicon
from resumefit.train.data import read_lines
from resumefit.train.evidence import NAME, cross_validated
from resumefit.train.figures import figures_at

ROOT = Path(__file__).resolve().parents[1]
PRECISIONS = (0.6, 0.7, 0.8)


def main() -> None:
    """Print a line a family."""
    competencies = frozenset(entry.id for entry in load_lexicon(ROOT / "skill_lexicon").competencies)
    lines = read_lines(ROOT / "training" / NAME, competencies=competencies)
    families = {"tf-idf": None, "tf-idf and word vectors": load_word_vectors(ROOT / "models" / "word_vectors")}
    for name, vectors in families.items():
        probabilities, labels = cross_validated(lines, vectors=vectors)
        curve = [figures_at(lines, probabilities, labels, threshold=step / 100) for step in range(20, 100)]
        found = {
            precision: max((point.recall for point in curve if point.precision >= precision), default=0.0)
            for precision in PRECISIONS
        }
        shown = ", ".join(f"{recall:.3f} at precision {precision}" for precision, recall in found.items())
        print(f"{name:26} recall {shown}")


if __name__ == "__main__":
    main()
