"""Asks fairlearn for rates by group. The one module that imports fairlearn and pandas, both of the extra `[audit]`.

Values come back as plain floats, None where a group has nobody to measure.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from resumefit.errors import MissingExtra

if TYPE_CHECKING:
    from fairlearn.metrics import MetricFrame

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def selection_rates(
    scores: Sequence[float], groups: Sequence[str], cut_offs: Sequence[float]
) -> list[dict[str, float]]:
    """Return, for each cut-off, the share of each group that scores at or above it."""
    frame = _frame(
        {"curve": partial(_curve, cut_offs=np.asarray(cut_offs, dtype=float))}, [0] * len(scores), scores, groups
    )
    curves = {str(group): curve for group, curve in frame.by_group["curve"].items()}
    return [{group: float(curve[index]) for group, curve in curves.items()} for index in range(len(cut_offs))]


def true_positive_rates(
    scores: Sequence[float], good: Sequence[bool], groups: Sequence[str], cut_off: float
) -> dict[str, float]:
    """Return, for each group, the share of those with a good outcome who score at or above the cut-off.

    Groups in which nobody has a good outcome have no such share and are left out.
    """
    able = {group for group, is_good in zip(groups, good, strict=True) if is_good}
    kept = [index for index, group in enumerate(groups) if group in able]
    if not kept:
        return {}
    metrics = {"rate": _found}
    chosen = [int(scores[index] >= cut_off) for index in kept]
    frame = _frame(metrics, [int(good[index]) for index in kept], chosen, [groups[index] for index in kept])
    return _by_group(frame, "rate")


def largest_difference(scores: Sequence[float], groups: Sequence[str], cut_off: float) -> tuple[float, float]:
    """Return the largest difference and the smallest ratio between two groups' selection rates, as fairlearn works them out.

    The ratio is NaN when nobody at all is selected.
    """
    frame = _frame({"rate": partial(_selected, cut_off=cut_off)}, [0] * len(scores), scores, groups)
    if float(frame.overall["rate"]) == 0.0:
        return 0.0, math.nan
    return float(frame.difference()["rate"]), float(frame.ratio()["rate"])


def _frame(
    metrics: Mapping[str, Callable[..., float | Floats]],
    y_true: Sequence[int],
    y_pred: Sequence[float],
    groups: Sequence[str],
) -> MetricFrame:
    try:
        import pandas as pd
        from fairlearn.metrics import MetricFrame
    except ImportError as error:
        raise MissingExtra("audit", "an audit by groups") from error
    return MetricFrame(
        metrics=dict(metrics), y_true=np.asarray(y_true), y_pred=np.asarray(y_pred, dtype=float),
        sensitive_features=pd.Series(list(groups), name="group", dtype="object"),
    )


def _by_group(frame: MetricFrame, name: str) -> dict[str, float]:
    return {str(group): float(value) for group, value in frame.by_group[name].items() if not math.isnan(value)}


def _curve(_y_true: Floats, y_pred: Floats, *, cut_offs: Floats) -> Floats:
    """Return selection rates at many cut-offs at once: a MetricFrame takes what a metric returns, whatever its shape."""
    scores = np.sort(np.asarray(y_pred))
    return np.asarray((len(scores) - np.searchsorted(scores, cut_offs, side="left")) / len(scores))


def _selected(y_true: Floats, y_pred: Floats, *, cut_off: float) -> float:
    from fairlearn.metrics import selection_rate

    return float(selection_rate(y_true, np.asarray(y_pred) >= cut_off))


def _found(y_true: Floats, y_pred: Floats) -> float:
    from fairlearn.metrics import true_positive_rate

    return float(true_positive_rate(y_true, y_pred, pos_label=1))
