"""How well the status rules read lines that were labelled by hand, and what a learned model would add.

    python benchmarks/status_rules.py

The lines (tests/data/skill_status) hold one skill each, in [[brackets]], and say whether the writer did it, lists it, wishes for it,
denies it, or speaks of somebody else. The model is a logistic regression over the words on either side of the skill and the
rules' own answer, cross-validated; it may take a counted skill away, at several degrees of certainty.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from resumefit.learned.features import words
from resumefit.lexicon import load_lexicon
from resumefit.match import build_matcher

ROOT = Path(__file__).resolve().parents[1]
LINES = ROOT / "tests" / "data" / "skill_status"
COUNTED = ("demonstrated", "listed")


def labelled() -> list[tuple[str, str, str, str]]:
    """Return (status, text before the skill, the skill, text after it) of every line."""
    found = []
    for file in sorted(LINES.glob("*.tsv")):
        for row in file.read_text("utf-8").splitlines():
            if row and not row.startswith("#"):
                status, line = row.split("\t")
                before, _, rest = line.partition("[[")
                skill, _, after = rest.partition("]]")
                found.append((status, before, skill, after.replace("[[", "").replace("]]", "")))
    return found


def features(before: str, after: str, rule: str) -> dict[str, float]:
    """Return the words on either side, the pairs of neighbours, and the rules' answer."""
    left, right = words(before), words(after)
    row = ["^", *left, "SKILL", *right, "$"]
    named = {f"left {word}": 1.0 for word in left} | {f"right {word}": 1.0 for word in right}
    return named | {f"{one} {two}": 1.0 for one, two in pairwise(row)} | {f"rule {rule}": 2.0}


def show(name: str, wanted: np.ndarray, given: np.ndarray) -> None:
    """Print how often the status is right, what was rightly left out, and what was rightly counted."""
    counted, gives = np.isin(wanted, COUNTED), np.isin(given, COUNTED)
    right, out, kept = np.mean(wanted == given), np.mean(~gives[~counted]), np.mean(gives[counted])
    print(f"{name:28} status right {right:.3f}   left out {out:.3f}   counted {kept:.3f}")


def main() -> None:
    """Print the rules' figures, then those with a model's second opinion."""
    matcher = build_matcher(load_lexicon(ROOT / "skill_lexicon"))
    rows, wanted, given = [], [], []
    lines = labelled()
    for status, before, skill, after in lines:
        start, stop = len(before), len(before) + len(skill)
        found = [item for item in matcher.match_line(before + skill + after) if item.start < stop and start < item.stop]
        if found:
            rows.append(features(before, after, str(found[0].status)))
            wanted.append(status)
            given.append(str(found[0].status))
    print(f"{len(lines)} lines, skill found in {len(rows)}")
    want, rules = np.array(wanted), np.array(given)
    show("rules", want, rules)
    for (status, answer), count in sorted(Counter(zip(wanted, given, strict=True)).items()):
        print(f"    {status:13} read as {answer:13} {count}")
    second = np.empty(len(want), dtype=object)
    sure = np.zeros(len(want))
    for fitted_on, left_out in StratifiedKFold(5, shuffle=True, random_state=1).split(want, want):
        space = DictVectorizer()
        model = LogisticRegression(C=4.0, max_iter=500).fit(space.fit_transform([rows[at] for at in fitted_on]), want[fitted_on])
        shares = model.predict_proba(space.transform([rows[at] for at in left_out]))
        second[left_out], sure[left_out] = model.classes_[shares.argmax(axis=1)], shares.max(axis=1)
    for least in (0.4, 0.6, 0.8):
        takes = np.isin(rules, COUNTED) & ~np.isin(second.astype(str), COUNTED) & (sure >= least)
        show(f"with a model, from {least}", want, np.where(takes, second.astype(str), rules))


if __name__ == "__main__":
    main()
