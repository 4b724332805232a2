"""Training reads what people wrote, says where it is wrong, and makes the same model every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from resumefit.core.lexicon import Competency, Lexicon
from resumefit.errors import UsageError
from resumefit.learned import load_context_model, load_semantic_model, load_text_model
from resumefit.train import train_context, train_evidence, train_sentences
from resumefit.train.data import LabelledLine, data_hash, read_lines
from resumefit.train.figures import figures_at
from resumefit.train.questions import AskedResume, AskedSentence, read_questions

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
    asked = tmp_path / "training" / "evidence_in_context"
    asked.mkdir()
    asked.joinpath("questions.jsonl").write_text("".join(f"{json.dumps(_resume(number))}\n" for number in range(10)), "utf-8")
    return tmp_path / "training"


def _resume(number: int) -> dict[str, object]:
    """A labelled resume of a cook: in the kitchen the words show what they say, elsewhere they do not."""
    text = f"Cooked soup {number} for the canteen"
    places = [(text, ["cooking"], True), (text, [], False)]
    return {
        "resume": f"r{number}", "skills": [],
        "sentences": [
            {"texts": [text], "shown": [shown], "names_skill": [False], "named": [], "product_work": work, "position": work}
            for text, shown, work in places
        ],
    }  # fmt: skip


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


def made_twice(folder: Path, *makers: Callable[..., object], made: str) -> Path:
    """Train in two folders, check that the model `made` is the same in both, and return one of them."""
    first, second = (folder.parent / name for name in ("one", "two"))
    for models in (first, second):
        models.mkdir()
        for part in ("word_vectors", "sentence_encoder"):
            (models / part).symlink_to(ROOT / "models" / part)
        for make in makers:
            make(folder, models, lexicon=LEXICON)
    for file in ("weights.npz", "model.skops", "meta.json", "README.md"):
        assert (first / made / file).read_bytes() == (second / made / file).read_bytes(), file
    return first


def test_training_twice_gives_the_same_bytes_and_a_model_that_works(folder: Path) -> None:
    model = load_text_model(made_twice(folder, train_evidence, made="competency_evidence"), "competency_evidence")
    best = int(model.probabilities("Cooked noodles for the canteen").argmax())
    assert model.meta.labels[best] == "cooking"


def test_training_on_sentence_vectors_twice_gives_the_same_bytes_and_a_model_that_works(folder: Path) -> None:
    models = made_twice(folder, train_evidence, train_sentences, made="sentence_evidence")
    model = load_semantic_model(models, "sentence_evidence", words=load_text_model(models, "competency_evidence"))
    best = int(model.sentences.log_probabilities(["Stirred a pot of broth for the pupils"]).argmax())
    assert model.sentences.meta.labels[best] == "cooking"


def test_training_on_resumes_twice_gives_the_same_bytes_and_a_model_that_knows_where_to_believe(folder: Path) -> None:
    models = made_twice(folder, train_evidence, train_context, made="evidence_in_context")
    words = load_text_model(models, "competency_evidence")
    context = load_context_model(models, "evidence_in_context", evidence=words.meta)
    at_work, at_home = ({"its log-odds": 1.0, "product work": float(work), "in a position": float(work)} for work in (True, False))
    sure, unsure = context.probabilities_of([at_work, at_home])
    assert sure > unsure


def test_a_sentence_that_shows_no_more_than_it_names_teaches_nothing() -> None:
    def sentence(text: str, shown: tuple[str, ...], named: tuple[str, ...]) -> AskedSentence:
        return AskedSentence(texts=(text,), shown=(shown,), names_skill=(bool(named),), named=named, product_work=True, position=True)

    sentences = (
        sentence("a", ("cooking", "driving"), ("driving",)), sentence("b", ("driving",), ("driving",)), sentence("c", (), ()),
    )
    lines = AskedResume(resume="r", skills=(), sentences=sentences).lines()
    assert [(line.text, line.labels) for line in lines] == [("a", ("cooking",)), ("c", ())]


def test_a_broken_row_of_labelled_resumes_is_named_with_file_and_line(folder: Path) -> None:
    file = folder / "evidence_in_context" / "questions.jsonl"
    file.write_text(f"{json.dumps(_resume(1))}\n{{}}\n", "utf-8")
    with pytest.raises(UsageError, match=r"questions\.jsonl:2: "):
        read_questions(folder)


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
