"""`roles` for a person: the map of one role, or of several side by side."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.wording import capital
from resumefit.report.canvas import Canvas, padded
from resumefit.score.roles import Demand, RoleMap, StageOfWork

_IMPORTANT = 2
_COLUMN = 12
IMPORTANCE = {3: "core", 2: "important", 1: "helpful", 0: "not counted"}


def roles_text(mapped: RoleMap, *, width: int = 80, colour: bool = False) -> str:
    """Return the map, stage by stage: what each competency answers for, its tools, its measures, what is asked."""
    page = Canvas(width=width, colour=colour)
    _about(page, mapped)
    for number, stage in enumerate(mapped.stages, start=1):
        page.heading(f"STAGE {number}: {stage.name.upper()}")
        for demand in stage.demands:
            _demand(page, demand, Text(f"  {_weights(demand, mapped)}"))
    return page.text()


def comparison_of_roles_text(mapped: RoleMap, *, width: int = 80, colour: bool = False) -> str:
    """Return two roles side by side: stage by stage what each does, what they share, and where they part."""
    page = Canvas(width=width, colour=colour)
    labels = {role.id: role.label for role in mapped.roles}
    _about(page, mapped)
    page.heading("STAGE BY STAGE, WHAT IS CORE OR IMPORTANT")
    for stage in mapped.stages:
        _stage(page, stage, mapped)
    wide = max((cell_len(demand.competency.label) for demand in mapped.demands), default=0)
    columns = [max(_COLUMN, cell_len(role.label)) for role in mapped.roles]
    titles = "  ".join(padded(role.label, room) for role, room in zip(mapped.roles, columns, strict=True))
    page.heading("COUNTED ALIKE")
    page.line(Text(f"{' ' * wide}  {titles}", style="dim"), indent=2)
    for demand in mapped.shared:
        page.line(f"{padded(demand.competency.label, wide)}  {_side_by_side(demand, columns)}", indent=2)
    for role_id, demands in mapped.parts:
        page.heading(f"ASKED MORE OF {labels[role_id].upper()}")
        page.line(Text(f"{' ' * wide}  {titles}", style="dim"), indent=2)
        for demand in demands:
            weights = Text(f"{' ' * (wide - cell_len(demand.competency.label))}  {_side_by_side(demand, columns)}")
            _demand(page, demand, weights, brief=True)
    return page.text()


def _about(page: Canvas, mapped: RoleMap) -> None:
    for role in mapped.roles:
        page.line(Text(role.label, style="bold"))
        if role.about:
            page.line(role.about, indent=2)


def _stage(page: Canvas, stage: StageOfWork, mapped: RoleMap) -> None:
    """Add a stage: what all the roles do in it, then what only one does."""
    wide = max(cell_len(role.label) for role in mapped.roles)
    heavy = [[weight >= _IMPORTANT for weight in demand.weights] for demand in stage.demands]
    names = [demand.competency.label for demand in stage.demands]
    parts = [("both" if len(mapped.roles) == 2 else "all", [name for name, by in zip(names, heavy, strict=True) if all(by)])]
    parts += [
        (role.label, [name for name, by in zip(names, heavy, strict=True) if by[index] and not all(by)])
        for index, role in enumerate(mapped.roles)
    ]
    page.line(Text(stage.name, style="bold cyan"), indent=2)
    for title, found in parts:
        if found:
            page.line(f"{padded(title, wide)}  {', '.join(found)}", indent=4, hang=wide + 2)
    if not any(found for _, found in parts):
        page.line(Text("helpful at most", style="dim"), indent=4)


def _demand(page: Canvas, demand: Demand, weights: Text, *, brief: bool = False) -> None:
    page.line(Text.assemble((demand.competency.label, "bold cyan"), weights), indent=2, hang=2)
    if demand.duty:
        page.line(f"{capital(demand.duty)}.", indent=4)
    rows = (
        ("Covers", "" if brief else demand.competency.covers), ("Tools", ", ".join(demand.tools)),
        ("Measures", ", ".join(demand.measures)), ("Asked for", ", ".join(demand.ideas)),
    )
    for name, words in rows:
        if words:
            page.line(Text.assemble((f"{name}: ", "bold dim"), (words, "dim")), indent=4, hang=2)


def _weights(demand: Demand, mapped: RoleMap) -> str:
    if len(mapped.roles) == 1:
        return f"({IMPORTANCE.get(demand.weights[0], '')})"
    pairs = zip(mapped.roles, demand.weights, strict=True)
    return f"({', '.join(f'{role.label} {IMPORTANCE.get(weight, weight)}' for role, weight in pairs)})"


def _side_by_side(demand: Demand, columns: Sequence[int]) -> str:
    words = (IMPORTANCE.get(weight, str(weight)) for weight in demand.weights)
    return "  ".join(padded(word, room) for word, room in zip(words, columns, strict=True)).rstrip()
