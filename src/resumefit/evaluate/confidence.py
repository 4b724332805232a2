"""Is the paraphrase model as often right as it says? Its finds by how sure it was: what it said, and what was right."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.evaluate.figures import Tally

# Lower and upper edges; the last one holds 1.0 as well.
BINS = ((0.0, 0.6), (0.6, 0.75), (0.75, 0.9), (0.9, 1.0))


def calibration(finds: Sequence[Sequence[tuple[float, bool]]]) -> list[Tally]:
    """Return two tallies a bin, over units of (confidence, right): the mean confidence, and the share that was right.

    A model is calibrated when the two agree in every bin.
    """
    tallies = []
    for low, high in BINS:
        inside = [[find for find in unit if low <= find[0] < high or (high == 1.0 == find[0])] for unit in finds]
        counts = tuple(float(len(unit)) for unit in inside)
        name = f"model sure {low:.2f} to {high:.2f}"
        tallies += [
            Tally(f"{name}: said", tuple(sum(sure for sure, _ in unit) for unit in inside), counts),
            Tally(f"{name}: right", tuple(float(sum(right for _, right in unit)) for unit in inside), counts),
        ]
    return tallies
