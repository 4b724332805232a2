"""The sum behind a score, a comparison and the map of roles as JSON, for programs."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.core.assessment import Assessment
from resumefit.report.json_values import Json, dump, finding_value
from resumefit.report.shown import shown_name
from resumefit.score.compare import Comparison, JobChange, RoleChange, compare
from resumefit.score.evidence import Piece
from resumefit.score.explain import Explanation
from resumefit.score.roles import Demand, RoleMap
from resumefit.score.weighing import Weighed

_DIGITS = 6


def explanation_json(explanation: Explanation, assessment: Assessment) -> str:
    """Return the whole sum of one role, unrounded to six decimals; mention ids are those of the report."""
    weighing = explanation.weighing
    return dump({
        "schema": "resumefit.explain/1", "role": explanation.role.id, "score": explanation.score,
        "exact": round(weighing.exact, _DIGITS), "years_product": round(explanation.years_product, 2),
        "deeds": explanation.deeds, "product": round(weighing.product, _DIGITS),
        "core_mean": round(weighing.core_mean, _DIGITS), "core": round(weighing.core, _DIGITS),
        "depth": round(weighing.depth, _DIGITS), "enough": weighing.enough,
        "competencies": [
            _weighed(item, points, assessment)
            for item, points in zip(weighing.competencies, explanation.points, strict=True)
        ],
        "doubts": [
            {
                "kind": doubt.kind.name.lower().replace("_", "-"), "chance": round(doubt.chance, _DIGITS),
                "change": round(doubt.change, _DIGITS), "otherwise": round(doubt.otherwise, _DIGITS),
                "competency": doubt.competency, "mention": doubt.mention,
            }
            for doubt in explanation.doubts
        ],
    })


def comparisons_json(comparisons: Sequence[Comparison]) -> str:
    """Return what changed from the oldest to the newest version as one object; of several, also from each to the next.

    `gained` are mentions of the new one, `lost` of the old one.
    """
    first, last = comparisons[0], comparisons[-1]
    whole = first if len(comparisons) == 1 else compare(first.old, last.new)
    steps = [_comparison(comparison) for comparison in comparisons] if len(comparisons) > 1 else []
    reports = [first.old, *(comparison.new for comparison in comparisons)]
    return dump({
        "schema": "resumefit.compare/1", **_comparison(whole),
        "versions": [
            {"name": shown_name(report.document.name), "scores": {role.role: role.score for role in report.roles}}
            for report in reports
        ],
        "steps": steps,
    })


def _comparison(comparison: Comparison) -> dict[str, Json]:
    return {
        "old": shown_name(comparison.old.document.name), "new": shown_name(comparison.new.document.name),
        "notes": list(comparison.notes),
        "roles": {change.role: _change(change) for change in comparison.roles},
        "gained": _mentions(comparison.gained, comparison.new), "lost": _mentions(comparison.lost, comparison.old),
        "strengthened": _mentions(comparison.strengthened, comparison.new),
        "mended": [finding_value(finding) for finding in comparison.mended],
        "to_mend": [finding_value(finding) for finding in comparison.to_mend],
        "jobs": [_job_change(change) for change in comparison.jobs],
        "first_steps": list(comparison.new.recommendation.first_steps) if comparison.new.recommendation else [],
    }


def _job_change(change: JobChange) -> Json:
    return {
        "name": shown_name(change.after.name), "title": change.after.title, "before": change.before.score,
        "after": change.after.score, "change": change.change, "won": list(change.won), "lost": list(change.lost),
    }


def roles_json(mapped: RoleMap) -> str:
    """Return the map of roles."""
    return dump({
        "schema": "resumefit.roles/1",
        "roles": [{"id": role.id, "label": role.label, "about": role.about} for role in mapped.roles],
        "competencies": [_demand(demand, mapped) for demand in mapped.demands],
        "stages": [
            {"name": stage.name, "competencies": [demand.competency.id for demand in stage.demands]}
            for stage in mapped.stages
        ],
        "shared": [demand.competency.id for demand in mapped.shared],
        "asked_more": {role: [demand.competency.id for demand in demands] for role, demands in mapped.parts},
    })


def _weighed(item: Weighed, points: float, assessment: Assessment) -> Json:
    return {
        "id": item.competency, "weight": item.weight, "points": points, "max_points": round(item.max_points, 3),
        "deeds": _pieces(item.evidence.deeds, assessment), "further_positions": item.evidence.further_positions,
        "worth": round(item.worth, _DIGITS), "shown": round(item.shown, _DIGITS),
        "listed": _pieces(item.evidence.listed, assessment), "named": round(item.named, _DIGITS),
        "own": round(item.own, _DIGITS), "strength": round(item.strength, _DIGITS),
        "exact_points": round(item.exact_points, _DIGITS),
    }


def _pieces(pieces: Sequence[Piece], assessment: Assessment) -> list[Json]:
    return [
        {
            "mention": piece.mention, "label": assessment.mentions[piece.mention].label, "rung": piece.rung.value,
            "base": piece.base, "age": round(piece.recency, _DIGITS), "wording": piece.wording,
            "certainty": round(piece.certainty, _DIGITS), "worth": round(piece.worth, _DIGITS),
        }
        for piece in pieces
    ]


def _change(change: RoleChange) -> Json:
    return {
        "before": change.before.score, "after": change.after.score, "change": change.change,
        "before_range": [change.before.low, change.before.high], "after_range": [change.after.low, change.after.high],
        "before_level": change.before.level.value, "after_level": change.after.level.value, "slight": change.is_slight,
        "competencies": [
            {"id": item.competency, "before": item.before, "after": item.after, "change": item.change}
            for item in change.points
        ],
        "gaps_closed": list(change.closed), "gaps_opened": list(change.opened),
    }


def _mentions(ids: Sequence[int], assessment: Assessment) -> list[Json]:
    found: list[Json] = []
    for index in ids:
        mention = assessment.mentions[index]
        found.append({
            "id": index, "skill": mention.skill, "competency": mention.competency, "status": mention.status.value,
            "quote": assessment.document.text[mention.start : mention.stop],
        })
    return found


def _demand(demand: Demand, mapped: RoleMap) -> Json:
    return {
        "id": demand.competency.id, "label": demand.competency.label, "family": demand.competency.family,
        "covers": demand.competency.covers,
        "weights": {role.id: weight for role, weight in zip(mapped.roles, demand.weights, strict=True)},
        "duty": demand.duty, "measures": list(demand.measures),
        "tools": list(demand.tools), "asked_for": list(demand.ideas),
    }
