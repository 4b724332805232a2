"""An audit as JSON, for programs: every figure of the page, with its meaning. Fields are added, never renamed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from resumefit.audit.figures import Audit, Curve, FeatureFigures, Gap, GroupFigures
from resumefit.audit.intervals import Estimate
from resumefit.audit.words import DISCLAIMER, MEANINGS, feature_notes, not_counted

SCHEMA = "resumefit.audit/1"
_DIGITS = 4

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def audit_json(audit: Audit) -> str:
    """Return the whole audit as one object with a final line break."""
    roll = audit.roll
    value: Json = {
        "schema": SCHEMA,
        "role": roll.role,
        "cut_off": audit.cut_off,
        "minimum_group": audit.minimum,
        "outcome": roll.outcome,
        "people": sum(person.score is not None for person in roll.people),
        "without_result": sum(person.score is None for person in roll.people),
        "without_group": roll.not_in_table,
        "groups_not_in_results": roll.not_in_results,
        "places_left_out_of_the_list": roll.left_out,
        "comparisons": audit.comparisons,
        "notes": not_counted(audit),
        "features": [_feature(feature, audit.minimum) for feature in audit.features],
        "meanings": MEANINGS,
        "disclaimer": DISCLAIMER,
    }
    return dump(value)


def dump(value: Json) -> str:
    """Return a value as JSON, indented, with a final line break."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _feature(feature: FeatureFigures, minimum: int) -> Json:
    return {
        "name": feature.name,
        "columns": list(feature.columns),
        "without_group": feature.without_group,
        "groups": [_group(group) for group in feature.groups],
        "statistical_parity_difference": _gap(feature.parity),
        "impact_ratio": _estimate(feature.impact),
        "equal_opportunity_difference": _gap(feature.opportunity),
        "cut_offs": _curve(feature.curve),
        "notes": feature_notes(feature, minimum),
    }


def _group(group: GroupFigures) -> Json:
    return {
        "group": group.name,
        "people": group.people,
        "without_result": group.without_result,
        "too_small": not group.enough,
        "selected": group.selected,
        "selection_rate": _estimate(group.rate),
        "impact_ratio": _estimate(group.impact),
        "good_outcomes": group.good,
        "too_few_good_outcomes": not group.enough_good,
        "true_positive_rate": _estimate(group.found),
        "scores": {
            "mean": _estimate(group.scores.mean),
            "quantiles_0_25_50_75_100": [_rounded(value) for value in group.scores.quantiles],
            "people_in_each_5_points": list(group.scores.bins),
        },
    }


def _gap(gap: Gap | None) -> Json:
    if gap is None:
        return None
    return {
        "value": _estimate(gap.value), "most": gap.most, "least": gap.least, "groups_compared": gap.groups,
        "by_chance_95": _rounded(gap.chance), "share_of_shufflings_as_large": _rounded(gap.as_large),
    }


def _estimate(estimate: Estimate) -> Json:
    if estimate.value is None:
        return None
    return {"value": _rounded(estimate.value), "low": _rounded(estimate.low), "high": _rounded(estimate.high)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS) + 0.0


def _curve(curve: Curve) -> Json:
    return {
        "groups": list(curve.groups),
        "lowest_impact_ratio_at": None if curve.lowest is None else curve.lowest.cut_off,
        "points": [
            {
                "cut_off": point.cut_off, "selected": point.selected, "rates": [_rounded(rate) for rate in point.rates],
                "impact_ratio": _rounded(point.impact),
            }
            for point in curve.points
        ],
    }
