"""What is missing, for a terminal: every gap once, with what closing it adds to each role; and the road to AI PM."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.assessment import Assessment, Gap
from resumefit.core.lexicon import AI_ROLE
from resumefit.report.canvas import Canvas, padded
from resumefit.report.gap_words import KIND_WORDS, effort_words
from resumefit.report.words import Labels
from resumefit.score.recommend import road_to_ai
from resumefit.score.worklist import Work, Worklist

_ROWS = 8
_TABLE = 72  # columns; below, kind and effort stand under the competency


def add_gap_table(page: Canvas, worklist: Worklist, assessment: Assessment, labels: Labels, *, full: bool) -> None:
    """Add a row for each gap, in the order to close them, with its gain for each role."""
    page.heading("WHAT IS MISSING, IN THE ORDER TO CLOSE IT")
    if not worklist.work:
        page.line("Nothing: every competency that counts is shown by a deed.", indent=2)
        return
    shown = worklist.work if full else worklist.work[:_ROWS]
    roles = [labels.role(role.role) for role in assessment.roles]
    wide = max(cell_len(labels.competency(work.competency)) for work in shown)
    columns = [max(5, cell_len(role)) for role in roles]
    narrow = page.width < _TABLE
    titles = "  ".join(role.rjust(room) for role, room in zip(roles, columns, strict=True))
    middle = "" if narrow else f"{' ' * (_KIND + _EFFORT + 2)}  "
    page.line(Text(f"{padded('', wide)}  {middle}{titles}", style="dim"), indent=2)
    for work in shown:
        gains = [_gain(gap).rjust(room) for gap, room in zip(work.gaps, columns, strict=True)]
        about = "" if narrow else f"{padded(KIND_WORDS[work.gap.kind], _KIND)}  {padded(effort_words(work.gap), _EFFORT)}  "
        line = Text.assemble((padded(labels.competency(work.competency), wide), "bold"), "  ", (about, "dim"))
        page.line(line.append("  ".join(gains), style="bold yellow"), indent=2)
        if narrow:
            page.line(Text(f"{KIND_WORDS[work.gap.kind]}, {effort_words(work.gap)}", style="dim"), indent=4)
    rest = worklist.work[len(shown) :]
    if rest:
        page.line(Text(f"and {len(rest)} more: {_rest(rest, labels)}", style="dim"), indent=2)


def add_road(page: Canvas, assessment: Assessment, labels: Labels) -> None:
    """Add what carries over to the AI role and what serves both, for who is on the way there."""
    road = road_to_ai(assessment.roles)
    if road is None or not road.learn:
        return
    page.heading("THE ROAD TO AI PM")
    gaps = {gap.competency: gap for gap in assessment.role(AI_ROLE).gaps}
    learn = "; ".join(f"{labels.competency(name)} (+{gaps[name].gain:.1f}, {effort_words(gaps[name])})" for name in road.learn)
    for title, words in (
        ("Carries over: ", "; ".join(map(labels.competency, road.carried)) or "nothing yet"),
        ("Say in the usual words: ", "; ".join(map(labels.competency, road.reword))),
        ("Learn in this order: ", learn),
        ("Serves both roles: ", "; ".join(map(labels.competency, road.both))),
    ):
        if words:
            page.line(Text.assemble((title, "bold"), words), indent=2, hang=2)


def _gain(gap: Gap | None) -> str:
    return f"+{gap.gain:.1f}" if gap else "-"


def _rest(works: tuple[Work, ...], labels: Labels) -> str:
    return "; ".join(labels.competency(work.competency) for work in works)


_KIND = max(len(words) for words in KIND_WORDS.values())
_EFFORT = len("10-12 weeks")
