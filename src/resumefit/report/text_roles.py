"""`roles` for a person: the map of one role, or of several side by side."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.lexicon import Lexicon
from resumefit.report.canvas import Canvas, padded
from resumefit.report.words import Labels, labels_of
from resumefit.score.roles import Demand, RoleMap

IMPORTANCE = {3: "core", 2: "important", 1: "helpful", 0: "not counted"}


def roles_text(mapped: RoleMap, lexicon: Lexicon, *, width: int = 80, colour: bool = False) -> str:
    """Return the map: what each role asks at every stage of the work, what they share, and where they part."""
    page = Canvas(width=width, colour=colour)
    labels = labels_of(lexicon)
    for role in mapped.roles:
        page.line(Text(role.label, style="bold"))
        if role.about:
            page.line(role.about, indent=2)
    for stage in mapped.stages:
        page.heading(stage.name.upper())
        _demands(page, stage.demands, mapped)
    if mapped.parts:
        _parting(page, mapped, labels)
    return page.text()


def _demands(page: Canvas, demands: Sequence[Demand], mapped: RoleMap) -> None:
    for demand in demands:
        page.line(Text.assemble((demand.competency.label, "bold cyan"), f"  {_weights(demand, mapped)}"), indent=2, hang=2)
        page.line(f"{demand.competency.covers}", indent=4)
        if demand.tools:
            page.line(Text(f"Tools: {', '.join(demand.tools)}", style="dim"), indent=4, hang=2)
        if demand.ideas:
            page.line(Text(f"Asked for: {', '.join(demand.ideas)}", style="dim"), indent=4, hang=2)


def _weights(demand: Demand, mapped: RoleMap) -> str:
    if len(mapped.roles) == 1:
        return f"({IMPORTANCE.get(demand.weights[0], '')})"
    pairs = zip(mapped.roles, demand.weights, strict=True)
    return f"({', '.join(f'{role.label} {IMPORTANCE.get(weight, weight)}' for role, weight in pairs)})"


def _parting(page: Canvas, mapped: RoleMap, labels: Labels) -> None:
    page.heading("WHAT THEY SHARE")
    wide = max((cell_len(demand.competency.label) for demand in mapped.demands), default=0)
    for demand in mapped.shared:
        page.line(f"{padded(demand.competency.label, wide)}  {IMPORTANCE[demand.weights[0]]}", indent=2)
    for role_id, demands in mapped.parts:
        page.heading(f"ASKED MORE OF {labels.role(role_id).upper()}")
        for demand in demands:
            page.line(f"{padded(demand.competency.label, wide)}  {_versus(demand)}", indent=2)


def _versus(demand: Demand) -> str:
    return " / ".join(IMPORTANCE.get(weight, str(weight)) for weight in demand.weights)
