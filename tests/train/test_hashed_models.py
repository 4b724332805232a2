"""The models of statuses and senses are made alike every time, and learn what their lines say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from resumefit.core.lexicon import Lexicon
from resumefit.learned import load_hashed_model, load_word_vectors
from resumefit.match import build_matcher
from resumefit.train import train_senses, train_statuses
from tests.match.build import small_lexicon

ROOT = Path(__file__).resolve().parents[2]
DOERS = ("the vendor", "another team", "our partner", "a contractor", "head office", "the data group")
THINGS = ("MLflow", "Kubernetes", "microservices", "A/B tests", "roadmap")
Maker = Callable[..., dict[str, float]]


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    for name in ("skill_status", "word_sense", "competency_evidence/negatives"):
        (folder / name).mkdir(parents=True)
    statuses = [f"Set up [[{thing}|d]] for {number} depots" for number, thing in enumerate(THINGS * 6, start=2)]
    statuses += [f"[[{thing}|o]] was looked after by {doer}" for thing, doer in product(THINGS, DOERS)]
    statuses += ["Learning [[GDPR|a]] this winter", "No [[GDPR|n]] so far", "Tools: [[GDPR|l]]"] * 1
    (folder / "skill_status" / "lines.txt").write_text("\n".join(statuses), "utf-8")
    senses = [f"Moved {number} services to [[Kubernetes|s]]" for number in range(12)]
    senses += [f"Rowed the boat [[Kubernetes|x]] in {number} races on the lake" for number in range(12)]
    (folder / "word_sense" / "lines.txt").write_text("\n".join(senses), "utf-8")
    (folder / "competency_evidence" / "negatives" / "other.txt").write_text("Kept bees on the roof\nSang in a choir\n", "utf-8")
    return folder


def models_in(folder: Path) -> Path:
    folder.mkdir()
    (folder / "word_vectors").symlink_to(ROOT / "models" / "word_vectors")
    return folder


@pytest.mark.parametrize(("make", "name"), [(train_statuses, "skill_status"), (train_senses, "word_sense")])
def test_training_twice_gives_the_same_bytes(make: Maker, name: str, training: Path, tmp_path: Path) -> None:
    folders = [models_in(tmp_path / number) for number in ("one", "two")]
    for folder in folders:
        make(training, folder, lexicon=small_lexicon())
    for file in ("weights.npz", "model.skops", "meta.json", "README.md"):
        assert (folders[0] / name / file).read_bytes() == (folders[1] / name / file).read_bytes(), file


def test_a_made_model_knows_whose_a_skill_is(training: Path, tmp_path: Path) -> None:
    models = models_in(tmp_path / "models")
    train_statuses(training, models, lexicon=small_lexicon())
    matcher = build_matcher(small_lexicon(), statuses=load_hashed_model(
        models, "skill_status", vectors=load_word_vectors(models / "word_vectors"),
    ))  # fmt: skip
    own, theirs = (matcher.match_line(text) for text in (
        "Set up microservices for 90 depots", "The microservices, a thing looked after by the vendor",
    ))  # fmt: skip
    assert [str(mention.status) for mention in own] == ["demonstrated"]
    assert [str(mention.status) for mention in theirs] == ["other"]


def test_a_made_model_knows_a_boat_from_a_cluster(training: Path, tmp_path: Path) -> None:
    models = models_in(tmp_path / "models")
    lexicon: Lexicon = small_lexicon()
    train_senses(training, models, lexicon=lexicon)
    matcher = build_matcher(lexicon, senses=load_hashed_model(
        models, "word_sense", vectors=load_word_vectors(models / "word_vectors"),
    ))  # fmt: skip
    assert matcher.match_line("Moved 30 services to Kubernetes")
    assert not matcher.match_line("Rowed the boat Kubernetes in 30 races on the lake")
