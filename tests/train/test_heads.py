"""The model of heads is made alike every time, and what is stored is what its lists make."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from resumefit.errors import UsageError
from resumefit.learned import load_cell_model
from resumefit.segment.cells import hints_of
from resumefit.train import train_heads
from resumefit.train.headforms import forms_of, read_names
from resumefit.train.heads import fit, names_hash
from tests.match.build import small_lexicon

ROOT = Path(__file__).resolve().parents[2]
LISTS = {
    "titles": ("Baker; Head Baker; Pastry Chef; Driver; Van Driver; Tram Driver; Shop Manager; Night Manager; Ward Nurse; "
               "School Nurse; Welder; Tailor"),
    "firms": ("Korn & Co; Brotwerk GmbH; Milltown Trams; Harbour Ferries Ltd; Quarry Foods; Tarn Hospital; Nordvik Lines; "
              "Elm Street School; Oakham Steel; Wren Fashion House; Bluebird Taxis; Alder Bank"),
    "places": "Leeds, UK; Hull, UK; Lyon, France; Ghent, Belgium; Turin, Italy; Pune, India; Perth, Australia; Quito, Ecuador",
    "fields": "Bread; Night Shift; Cakes; Trams; Wards; Welding; School Meals; Long Haul; Retail; Rail; Tailoring; Deliveries",
    "other": "full-time;; a bakery with 40 ovens;; Baked bread for the canteen;; Drove the tram at night;; BSc Food Science;; 3 years",
}  # fmt: skip


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    (folder / "head_cells").mkdir()
    for name, entries in LISTS.items():
        (folder / "head_cells" / f"{name}.txt").write_text(f"# a list\n{entries}\n", "utf-8")
    return folder


def test_training_twice_gives_the_same_bytes_and_a_model_that_works(training: Path, tmp_path: Path) -> None:
    for number in ("one", "two"):
        train_heads(training, tmp_path / number, lexicon=small_lexicon())
    for file in ("weights.npz", "model.skops", "meta.json", "README.md"):
        one, two = ((tmp_path / number / "head_cells" / file).read_bytes() for number in ("one", "two"))
        assert one == two, file
    model = load_cell_model(tmp_path / "one")
    odds = dict(zip(model.labels, model.log_probabilities("Evening Baker", hints_of("Evening Baker")), strict=True))
    assert max(odds, key=lambda label: odds[label]) == "title"


def test_an_entry_that_is_added_changes_no_form_of_the_others(training: Path) -> None:
    names = read_names(training / "head_cells")
    more = {**names, "other": (*names["other"], "part-time")}
    assert set(forms_of(names, names)) <= set(forms_of(more, more))


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"titles\.txt"):
        read_names(tmp_path)


def test_what_is_stored_is_what_the_lists_make() -> None:
    """Fails when a list or a word list of `segment/` was changed without `resumefit train head_cells`."""
    names = read_names(ROOT / "training" / "head_cells")
    stored = load_cell_model(ROOT / "models")
    assert stored.meta.data_sha256 == names_hash(names)
    fitted = fit(forms_of(names, names))
    assert fitted.vocabulary == tuple(sorted(stored.vocabulary, key=lambda name: stored.vocabulary[name]))
    # Another machine's arithmetic may end one step of rounding away.
    assert np.abs(fitted.arrays()["weights"] - stored.weights).max() < 0.01


def test_the_card_tells_the_figures_of_the_stored_model() -> None:
    card = (ROOT / "models" / "head_cells" / "README.md").read_text("utf-8")
    figures = json.loads((ROOT / "models" / "head_cells" / "meta.json").read_text("utf-8"))["figures"]
    assert figures
    assert [name for name, value in figures.items() if f"| {value:g} |" not in card] == []
