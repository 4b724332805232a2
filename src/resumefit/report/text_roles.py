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
    """Return the map: what the roles share and where they part, then what each asks at every stage of the work."""
    page = Canvas(width=width, colour=colour)
    labels = labels_of(lexicon)
    for role in mapped.roles:
        page.line(Text(role.label, style="bold"))
        if role.about:
            page.line(role.about, indent=2)
    if mapped.parts:
        _parting(page, mapped, labels)
    for number, stage in enumerate(mapped.stages, start=1):
        page.heading(f"STAGE {number}: {stage.name.upper()}")
        _demands(page, stage.demands, mapped)
    return page.text()


def _demands(page: Canvas, demands: Sequence[Demand], mapped: RoleMap) -> None:
    for demand in demands:
        page.line(Text.assemble((demand.competency.label, "bold cyan"), f"  {_weights(demand, mapped)}"), indent=2, hang=2)
        if demand.duty:
            page.line(f"{demand.duty[:1].upper()}{demand.duty[1:]}.", indent=4)
        for name, words in (
            ("Covers", demand.competency.covers), ("Tools", ", ".join(demand.tools)),
            ("Measures", ", ".join(demand.measures)), ("Asked for", ", ".join(demand.ideas)),
        ):
            if words:
                page.line(Text.assemble((f"{name}: ", "bold dim"), (words, "dim")), indent=4, hang=2)


def _weights(demand: Demand, mapped: RoleMap) -> str:
    if len(mapped.roles) == 1:
        return f"({IMPORTANCE.get(demand.weights[0], '')})"
    pairs = zip(mapped.roles, demand.weights, strict=True)
    return f"({', '.join(f'{role.label} {IMPORTANCE.get(weight, weight)}' for role, weight in pairs)})"


def _parting(page: Canvas, mapped: RoleMap, labels: Labels) -> None:
    page.heading("WHAT THEY SHARE, COUNTED ALIKE")
    wide = max((cell_len(demand.competency.label) for demand in mapped.demands), default=0)
    for demand in mapped.shared:
        page.line(f"{padded(demand.competency.label, wide)}  {IMPORTANCE[demand.weights[0]]}", indent=2)
    for role_id, demands in mapped.parts:
        page.heading(f"ASKED MORE OF {labels.role(role_id).upper()}  ({' / '.join(role.label for role in mapped.roles)})")
        for demand in demands:
            page.line(f"{padded(demand.competency.label, wide)}  {_versus(demand)}", indent=2)


def _versus(demand: Demand) -> str:
    return " / ".join(IMPORTANCE.get(weight, str(weight)) for weight in demand.weights)
