"""Fits `models/head_cells/`: what a part of a position's head is.

    PYTHONPATH=src python training/fit_head_cells.py [--check]

Reads the lists in `training/head_cells/`, writes them out in the forms that resumes give them (ranks, fields, legal forms, capitals), fits a
logistic regression and stores its coefficients. With `--check` it only prints figures: each of five parts of the lists is judged by a
model that saw none of its names.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import zipfile
from importlib.metadata import version
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from resumefit.learned.cells import cell_features
from resumefit.segment.cells import hints_of
from resumefit.segment.places import CITIES

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "models" / "head_cells"
LABELS = ("title", "firm", "place", "field", "other")
VERSION = "1.0.0"
SEED = 7
RANKS = ["Senior", "Sr.", "Sr", "Junior", "Jr.", "Lead", "Principal", "Staff", "Chief", "Deputy", "Assistant", "Associate", "Acting", "Interim", "Head", "Graduate", "Trainee", "Group", "Global", "Regional"]
LEGAL = ["Ltd", "Ltd.", "Limited", "Inc.", "Inc", "LLC", "GmbH", "AG", "S.A.", "SAS", "B.V.", "AB", "Oy", "AS", "Pvt. Ltd.", "Private Limited", "Pte Ltd", "plc", "Corp.", "Group", "Holdings", "S.r.l.", "sp. z o.o.", "Technologies", "Labs", "Solutions", "Software", "Systems", "Consulting", "Partners", "Studio", "Services", "Bank", "Health", "Foods"]


def read(name: str) -> list[str]:
    """Return the entries of one list."""
    text = "\n".join(line for line in (ROOT / "training" / "head_cells" / f"{name}.txt").read_text("utf-8").splitlines() if not line.startswith("#"))
    parted = ";;" if name == "other" else ";"
    return list(dict.fromkeys(entry.strip() for entry in re.split(rf"{parted}|\n", text) if entry.strip()))


def lists() -> dict[str, list[str]]:
    """Return the lists by label."""
    cities = [city.title() for city in CITIES.split("|") if "\\" not in city]
    return {"title": read("titles"), "firm": read("firms"), "place": read("places") + cities, "field": read("fields"), "other": read("other")}


def shapes(label: str, entry: str, rng: random.Random, names: dict[str, list[str]]) -> list[str]:
    """Return an entry in the forms in which heads hold it."""
    found = [entry]
    if label == "title":
        found.append(f"{rng.choice(RANKS)} {entry}")
        found.append(f"{entry}{rng.choice([' II', ' III', ' (Contract)', ' - Intern', ' (m/f/d)', ' I', ' (Part-time)'])}")
        found.append(f"{entry}{rng.choice([', ', ' - ', ' – ', ' ', ' (', ' for ', ', '])}{rng.choice(names['field'])}".replace("(", "(", 1))
        found.append(f"{entry} / {rng.choice(names['title'])}")
        found.append(f"{entry} {rng.choice(['of', 'and', '&'])} {rng.choice(names['field'])}")
    if label == "firm":
        found.append(f"{entry} {rng.choice(LEGAL)}" if len(entry.split()) < 4 else entry)
        found.append(f"{entry}{rng.choice([', ', ' (', ' - '])}{rng.choice(names['place'])}")
        found.append(f"{entry} ({rng.choice(names['field'])})")
    if label == "place" and ", " in entry:
        found.append(entry.split(", ")[0])
    if label == "field" and rng.random() < 0.3:
        found.append(f"{entry} {rng.choice(['Team', 'Department', 'Division', 'Unit', 'Group'])}")
    found += [form.upper() for form in found[:2] if label != "other" and rng.random() < 0.4]
    found += [form.lower() for form in found[:1] if label in ("title", "field", "place") and rng.random() < 0.25]
    return found


def examples(names: dict[str, list[str]], every: dict[str, list[str]], seed: int) -> list[tuple[str, str]]:
    """Return all forms with their labels."""
    rng = random.Random(seed)
    return [(form, label) for label in LABELS for entry in names[label] for form in shapes(label, entry, rng, every)]


def fit(rows: list[tuple[str, str]]) -> tuple[list[str], np.ndarray]:
    """Return the vocabulary and the weights (F + 1, L) of a model of these rows."""
    features = [cell_features(text, hints_of(text)) for text, _ in rows]
    counts: dict[str, int] = {}
    for found in features:
        for name in found:
            counts[name] = counts.get(name, 0) + 1
    vocabulary = sorted(name for name, times in counts.items() if times >= (2 if name[0] in "bspe" else 1))
    model = LogisticRegression(C=0.6, max_iter=400, tol=1e-4)
    model.fit(matrix(features, vocabulary), [LABELS.index(label) for _, label in rows], sample_weight=weights_of(rows))
    return vocabulary, np.vstack([model.coef_.T, model.intercept_])


def weights_of(rows: list[tuple[str, str]]) -> np.ndarray:
    """Weigh the labels alike: the lists' lengths say nothing of heads."""
    counts = {label: sum(other == label for _, other in rows) for label in LABELS}
    return np.array([len(rows) / len(LABELS) / counts[label] for _, label in rows])


def matrix(features: list[list[str]], vocabulary: list[str]) -> csr_matrix:
    """Return the features as a sparse matrix of ones."""
    index = {name: place for place, name in enumerate(vocabulary)}
    pairs = [(row, index[name]) for row, found in enumerate(features) for name in found if name in index]
    return csr_matrix((np.ones(len(pairs)), ([row for row, _ in pairs], [column for _, column in pairs])), shape=(len(features), len(vocabulary)))


def check(names: dict[str, list[str]]) -> dict[str, float]:
    """Return the share of the lists' own names, as written, that a model which saw none of them labels right."""
    parts = 5
    right: dict[str, list[bool]] = {label: [] for label in LABELS}
    for part in range(parts):
        seen = {label: [e for e in entries if int(hashlib.md5(e.encode()).hexdigest(), 16) % parts != part] for label, entries in names.items()}
        held = [(e, label) for label, entries in names.items() for e in entries if e not in set(seen[label])]
        vocabulary, weights = fit(examples(seen, seen, SEED))
        scores = matrix([cell_features(text, hints_of(text)) for text, _ in held], vocabulary) @ weights[:-1] + weights[-1]
        for (_, label), guess in zip(held, scores.argmax(axis=1), strict=True):
            right[label].append(LABELS[guess] == label)
    figures = {f"held_out_{label}": round(sum(hits) / len(hits), 4) for label, hits in right.items()}
    figures["held_out_mean"] = round(sum(figures.values()) / len(figures), 4)
    return figures


def main() -> None:
    """Fit, judge, store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    names = lists()
    figures = check(names)
    for name, value in figures.items():
        print(f"{name:20} {value:.4f}")
    if parser.parse_args().check:
        return
    rows = examples(names, names, SEED)
    vocabulary, weights = fit(rows)
    # A feature whose weights tell next to nothing only makes the file larger.
    telling = [place for place in range(len(vocabulary)) if np.abs(weights[place]).max() > 0.06]
    weights = np.vstack([weights[telling], weights[-1:]]).astype(np.float16)
    vocabulary = [vocabulary[place] for place in telling]
    store(vocabulary, weights, rows, {**figures, "features": float(len(vocabulary)), "forms": float(len(rows))})


def store(vocabulary: list[str], weights: np.ndarray, rows: list[tuple[str, str]], figures: dict[str, float]) -> None:
    """Write the archive, the same bytes each time, and meta.json."""
    TARGET.mkdir(parents=True, exist_ok=True)
    arrays = {"vocabulary": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8), "weights": weights}
    with zipfile.ZipFile(TARGET / "weights.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)
    meta = {
        "name": TARGET.name, "format": 1, "version": VERSION,
        "made_with": {name: version(name) for name in ("scikit-learn", "numpy")},
        "data_sha256": hashlib.sha256("\n".join(f"{label}\t{text}" for text, label in rows).encode()).hexdigest(),
        "sha256": {"weights.npz": hashlib.sha256((TARGET / "weights.npz").read_bytes()).hexdigest()},
        "labels": list(LABELS), "figures": figures,
    }  # fmt: skip
    (TARGET / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
