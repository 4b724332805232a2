"""Training reads what people wrote, says where it is wrong, and makes the same model every time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from resumefit.core.lexicon import Competency, Lexicon
from resumefit.errors import UsageError
from resumefit.learned import load_semantic_model, load_text_model
from resumefit.train import train_evidence, train_sentences
from resumefit.train.data import LabelledLine, data_hash, read_lines
from resumefit.train.figures import figures_at

COMPETENCIES = frozenset({"cooking", "driving"})
LEXICON = Lexicon(
    version="1", content_hash="0", skills=(), paraphrases=(), roles=(), cues={}, headings={},
    competencies=tuple(Competency(name, name, "product", "") for name in sorted(COMPETENCIES)),
)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "training" / "competency_evidence"
    (own / "negatives").mkdir(parents=True)
    dishes = ("soup", "bread", "stew", "pasta", "rice", "cake", "pie", "curry", "fish", "beans")
    roads = ("lorry", "bus", "van", "tram", "taxi", "truck", "coach", "car", "train", "bike")
    own.joinpath("cooking.txt").write_text("\n".join(f"Cooked {dish} for the canteen" for dish in dishes), "utf-8")
    own.joinpath("driving.txt").write_text(
        "\n".join(f"Drove a {road} through town" for road in roads) + "\nDrove the kitchen van\tcooking\n", "utf-8"
    )
    own.joinpath("negatives", "other.txt").write_text(
        "\n".join(f"Read book {number} at home" for number in range(10)), "utf-8"
    )
    return tmp_path / "training"


def test_lines_carry_their_file_as_label_and_further_ones_after_a_tab(folder: Path) -> None:
    lines = read_lines(folder / "competency_evidence", competencies=COMPETENCIES)
    by_text = {line.text: line.labels for line in lines}
    assert by_text["Cooked soup for the canteen"] == ("cooking",)
    assert by_text["Drove the kitchen van"] == ("driving", "cooking")
    assert by_text["Read book 3 at home"] == ()
    assert len(lines) == 31


def test_an_unknown_competency_is_named_with_file_and_line(folder: Path) -> None:
    file = folder / "competency_evidence" / "cooking.txt"
    file.write_text("Cooked soup\nCooked stew\tbaking\n", "utf-8")
    with pytest.raises(UsageError, match=r"cooking\.txt:2: 'baking'"):
        read_lines(folder / "competency_evidence", competencies=COMPETENCIES)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no training lines"):
        read_lines(tmp_path, competencies=COMPETENCIES)


def test_the_data_hash_does_not_depend_on_order() -> None:
    lines = (LabelledLine("a", ("cooking",), "cooking"), LabelledLine("b", (), "other"))
    assert data_hash(lines) == data_hash(lines[::-1])
    assert data_hash(lines) != data_hash(lines[:1])


def test_training_twice_gives_the_same_bytes_and_a_model_that_works(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        models = tmp_path / name
        models.mkdir()
        (models / "word_vectors").symlink_to(ROOT / "models" / "word_vectors")
        train_evidence(folder, models, lexicon=LEXICON)
    for file in ("weights.npz", "model.skops", "meta.json", "README.md"):
        first = (tmp_path / "one" / "competency_evidence" / file).read_bytes()
        assert first == (tmp_path / "two" / "competency_evidence" / file).read_bytes(), file
    model = load_text_model(tmp_path / "one", "competency_evidence")
    best = int(model.probabilities("Cooked noodles for the canteen").argmax())
    assert model.meta.labels[best] == "cooking"


def test_training_on_sentence_vectors_twice_gives_the_same_bytes_and_a_model_that_works(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        models = tmp_path / name
        models.mkdir()
        for part in ("word_vectors", "sentence_encoder"):
            (models / part).symlink_to(ROOT / "models" / part)
        train_evidence(folder, models, lexicon=LEXICON)
        train_sentences(folder, models, lexicon=LEXICON)
    for file in ("weights.npz", "model.skops", "meta.json", "README.md"):
        first = (tmp_path / "one" / "sentence_evidence" / file).read_bytes()
        assert first == (tmp_path / "two" / "sentence_evidence" / file).read_bytes(), file
    model = load_semantic_model(tmp_path / "one", "sentence_evidence", words=load_text_model(tmp_path / "one", "competency_evidence"))
    best = int(model.sentences.log_probabilities(["Stirred a pot of broth for the pupils"]).argmax())
    assert model.sentences.meta.labels[best] == "cooking"


def test_figures_count_a_further_label_as_right_but_not_as_found() -> None:
    lines = (
        LabelledLine("a", ("cooking",), "x"),
        LabelledLine("b", ("driving", "cooking"), "x"),
        LabelledLine("c", (), "x"),
    )
    labels = ("cooking", "driving", "none")
    probabilities = np.array([[0.9, 0.05, 0.05], [0.8, 0.1, 0.1], [0.6, 0.1, 0.3]])
    found = figures_at(lines, probabilities, labels, threshold=0.5)
    assert (found.recall, found.negatives_clean) == (0.5, 0.0)
    assert found.precision == pytest.approx(0.6667)
