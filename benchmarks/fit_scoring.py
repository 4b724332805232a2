"""Chooses the constants of scoring on rated resumes, and says how well they hold on resumes left out.

    python benchmarks/fit_scoring.py [--sets DIR ...] [--mentions found|both] [--search] [--rounds N]

DIR holds `resumes/<id>.txt` and `annotations/<id>.json`: an annotation gives every mention (quote, start, competency, status), positions
with dates, `years_pm` and two `ratings` from 0 to 100. Mentions come from the annotation, so that the constants do not
learn the matcher's mistakes; with `--mentions found`, from resumefit itself, which shows what these mistakes cost.
`--search` tries changes of one constant at a time (coordinate descent over a coarse grid), and of what each role says of itself
(how much hangs on its core, how much strength is enough), on all resumes and then leaving each tenth out in turn. Few constants
and a coarse grid on purpose: a few dozen resumes cannot carry more.
Unless told otherwise, it reads the 30 resumes in `tests/gold`. docs/scoring.md tells which were used to choose what.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from resumefit.core.document import Document, Span
from resumefit.core.lexicon import Role
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.resume import MonthRange, Position, Resume, YearMonth
from resumefit.lexicon import load_lexicon
from resumefit.resources import data_dir
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.evidence import Material
from resumefit.score.weighing import weigh_role

AS_OF = YearMonth(2026, 11)
_BY_ID = {role.id: role for role in load_lexicon(data_dir("skill_lexicon")).roles}
ROLES = (_BY_ID["tech-pm"], _BY_ID["ai-pm"])
OF_ROLES = {"core_share": (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7), "enough": (0.6, 0.7, 0.8, 0.9, 1.0)}
GRID: dict[str, tuple[float, ...]] = {
    "outcome": (1.25, 1.5, 2.0),
    "another_position": (0.0, 0.25, 0.5),
    "faded": (0.0, 0.15, 0.3, 0.45),
    "deed_scale": (0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 1.5, 2.0),
    "listed_cap": (0.15, 0.2, 0.25, 0.3),
    "listed_scale": (2.0, 3.0, 4.0),
    "depth_deeds": (10.0, 15.0, 20.0),
    "depth_floor": (0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
    "product_floor": (0.7, 0.75, 0.8, 0.85, 0.9),
    "product_years": (4.0, 6.0, 8.0),
    "core_enough": (0.3, 0.4, 0.5, 0.6, 0.75, 0.9),
}
GOLD = Path(__file__).parents[1] / "tests" / "gold"
FOLDS = 10

_BREAK = re.compile(r"\n\s*\n|\n\s*(?:[-*•–]|\d+[.)])\s|[.;]\s")
_HEADING = re.compile(r"\n[A-Z &]{6,}\n")


@dataclass(frozen=True)
class Rated:
    """A resume with what a hiring manager thought of it."""

    name: str
    profile: str
    material: Material
    ratings: tuple[float, float]


@dataclass(frozen=True)
class Trial:
    """What a search may change: the constants, and what roles say of themselves."""

    constants: Constants = DEFAULT
    roles: tuple[Role, ...] = ROLES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, nargs="+", default=[GOLD])
    parser.add_argument("--mentions", choices=("annotated", "found", "both"), default="annotated")
    parser.add_argument("--search", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sources = {"annotated": (False,), "found": (True,), "both": (False, True)}[options.mentions]
    rated = [person for found in sources for folder in options.sets for person in load(folder, pipeline=found)]
    trial = search(rated, rounds=options.rounds) if options.search else Trial()
    show(rated, trial)
    if options.search:
        print("left out, a tenth at a time:", left_out(rated, rounds=options.rounds))


def load(folder: Path, *, pipeline: bool) -> list[Rated]:
    """Read the rated resumes of a set."""
    found = []
    for file in sorted((folder / "resumes").glob("*.txt")):
        gold = json.loads((folder / "annotations" / f"{file.stem}.json").read_text("utf-8"))
        material = from_pipeline(file) if pipeline else from_annotation(file.read_text("utf-8"), gold)
        ratings = (gold["ratings"]["tech_pm"], gold["ratings"]["ai_pm"])
        found.append(Rated(file.stem, gold["profile"], material, ratings))
    return found


def from_pipeline(file: Path) -> Material:
    """Read a resume as users would."""
    from resumefit.pipeline import analyze, load_engine

    if not hasattr(from_pipeline, "engine"):
        from_pipeline.engine = load_engine()  # type: ignore[attr-defined]
    assessment = analyze(file, as_of=AS_OF, engine=from_pipeline.engine)  # type: ignore[attr-defined]
    return Material(assessment.document, assessment.resume, assessment.mentions)


def from_annotation(text: str, gold: dict[str, Any]) -> Material:
    """Build what the stages before scoring would give if they made no mistake."""
    positions = gold_positions(text, gold)
    mentions = tuple(gold_mention(text, entry, positions) for entry in gold["mentions"])
    document = Document("gold.txt", "0" * 64, "txt", 1, text, ())
    resume = Resume(AS_OF, None, (), tuple(positions), (), (), (), gold["years_total"], gold["years_pm"])
    return Material(document, resume, mentions)


def gold_positions(text: str, gold: dict[str, Any]) -> list[Position]:
    """Find where each annotated position starts; it lasts until the next one."""
    starts, after = [], 0
    for entry in gold["positions"]:
        words = r"\s+".join(re.escape(word) for word in entry["title"].split())
        experience = re.compile(words, re.IGNORECASE)
        hits = [hit.start() for hit in experience.finditer(text, after)]
        at = next((hit for hit in hits if re.search(r"(19|20)\d\d", text[hit : hit + 200])), hits[0] if hits else after)
        starts.append(at)
        after = at + 1
    stops = [*starts[1:], len(text)]
    return [
        Position(
            entry["title"], entry["company"], Span(start, max(start, stop)), is_current=entry["end"] == "present",
            worked=worked(entry), is_product_role=entry["is_pm"],
        )
        for entry, start, stop in zip(gold["positions"], starts, stops, strict=True)
    ]


def worked(entry: dict[str, Any]) -> MonthRange:
    """Turn annotated dates into months; a bare year is mid-year."""
    def month(text: str) -> int:
        year, _, rest = text.partition("-")
        return int(year) * 12 + (int(rest) - 1 if rest else 6)

    start = month(entry["start"])
    stop = AS_OF.year * 12 + AS_OF.month if entry["end"] == "present" else month(entry["end"]) + 1
    return MonthRange(start, max(start + 1, stop))


def gold_mention(text: str, entry: dict[str, Any], positions: Sequence[Position]) -> Mention:
    """Build a mention with the sentence round its quote."""
    start, stop = entry["start"], entry["start"] + len(entry["quote"])
    before = max([hit.end() for hit in _BREAK.finditer(text[:start])], default=0)
    after = _BREAK.search(text[stop:])
    end = stop + after.start() if after else len(text)
    place = next((index for index, item in enumerate(positions) if item.span.start <= start < item.span.stop), None)
    if place == len(positions) - 1 and _HEADING.search(text[positions[place].span.start : start]):
        place = None
    figure = re.search(r"\d", text[before:start] + text[stop:end])
    return Mention(
        skill=entry["skill"], label=entry["skill"], competency=entry["competency"], status=Status(entry["status"]),
        start=start, stop=stop, sentence_start=before, sentence_stop=end, position=place,
        outcome=bool(figure), found_by=FoundBy.LEXICON if entry["keyword"] else FoundBy.MODEL,
        confidence=1.0 if entry["keyword"] else 0.9,
    )


def scores(person: Rated, trial: Trial) -> tuple[float, float]:
    """Return the technical and the AI score."""
    tech, ai = (round(weigh_role(role, person.material, constants=trial.constants).exact, 1) for role in trial.roles)
    return tech, ai


def loss(rated: Sequence[Rated], trial: Trial) -> float:
    """Mean squared error of both roles, and a heavy hand on what must stay low."""
    total = 0.0
    for person in rated:
        for score, rating in zip(scores(person, trial), person.ratings, strict=True):
            total += (score - rating) ** 2
            if person.profile == "unrelated":
                total += 20 * max(0.0, score - 6) ** 2
            if person.profile == "stuffed":
                total += 4 * max(0.0, score - 25) ** 2
    return total / len(rated) / 2


def search(rated: Sequence[Rated], *, rounds: int) -> Trial:
    """Change one constant, or one of a role's, at a time as long as that helps."""
    best, least = Trial(), loss(rated, Trial())
    for _ in range(rounds):
        before = best
        for change in _changes():
            trial = change(best)
            error = loss(rated, trial)
            if error < least - 0.05:
                best, least = trial, error
        if best == before:
            break
    return best


def _changes() -> Iterator[Callable[[Trial], Trial]]:
    for name, values in GRID.items():
        for value in values:
            yield partial(_with_constant, name=name, value=value)
    for number in range(len(ROLES)):
        for name, values in OF_ROLES.items():
            for value in values:
                yield partial(_with_role, number=number, name=name, value=value)


def _with_constant(trial: Trial, *, name: str, value: float) -> Trial:
    return replace(trial, constants=replace(trial.constants, **{name: value}))


def _with_role(trial: Trial, *, number: int, name: str, value: float) -> Trial:
    roles = list(trial.roles)
    change: dict[str, Any] = {name: value}
    roles[number] = replace(roles[number], **change)
    return replace(trial, roles=tuple(roles))


def left_out(rated: Sequence[Rated], *, rounds: int) -> str:
    """Say how far off the scores of each tenth of the resumes are when the others chose the constants."""
    pairs: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for fold in range(FOLDS):
        trial = search([person for index, person in enumerate(rated) if index % FOLDS != fold], rounds=rounds)
        pairs += [(scores(person, trial), person.ratings) for person in rated[fold::FOLDS]]
    return figures(pairs)


def figures(pairs: Sequence[tuple[tuple[float, float], tuple[float, float]]]) -> str:
    """Mean error and Kendall's tau-b for both roles."""
    parts = []
    for index, name in enumerate(("tech", "ai")):
        xs, ys = [pair[0][index] for pair in pairs], [pair[1][index] for pair in pairs]
        error = sum(abs(x - y) for x, y in zip(xs, ys, strict=True)) / len(xs)
        parts.append(f"{name}: mae {error:.2f} tau {tau(xs, ys):.3f}")
    return "  ".join(parts)


def tau(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Kendall's tau-b."""
    agree = disagree = tie_x = tie_y = 0
    for i in range(len(xs)):
        for j in range(i):
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            agree += dx * dy > 0
            disagree += dx * dy < 0
            tie_x += dx == 0 and dy != 0
            tie_y += dy == 0 and dx != 0
    whole = ((agree + disagree + tie_x) * (agree + disagree + tie_y)) ** 0.5
    return (agree - disagree) / whole if whole else 0.0


def show(rated: Sequence[Rated], trial: Trial) -> None:
    for person in rated:
        parts = [
            f"{name} {score:5.1f} / {rating:3}"
            for name, score, rating in zip(("tech", "ai"), scores(person, trial), person.ratings, strict=True)
        ]
        print(f"{person.name:6} {person.profile:16}", "   ".join(parts))
    pairs = [(scores(person, trial), person.ratings) for person in rated]
    print(figures(pairs), f"loss {loss(rated, trial):.1f}")
    print({field.name: getattr(trial.constants, field.name) for field in fields(trial.constants)})
    print({role.id: (role.core_share, role.enough) for role in trial.roles})


if __name__ == "__main__":
    main()
