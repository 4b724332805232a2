"""Reads the heads of a section together: which lines belong to each, and which of them name the title and which the employer.

A head by itself is often in doubt: "Linear | Product", a lower-case brand, a title nobody has heard of. But one person sets all heads
alike. So every head gets its possible readings, each weighed by its words; the layout that most of the weight of the *other* heads
speaks for adds to a reading that has it; and the readings are then chosen so that no line serves two heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple

from resumefit.segment.headrows import OPEN_END, is_firm_line, may_stand_above, may_stand_below, stays_a_rest
from resumefit.segment.rowroles import RowReader, Taken
from resumefit.segment.rows import Row
from resumefit.segment.titles import line_strength, looks_like_firm

_UP, _DOWN = 5, 3
_KEPT = 24
_TURNS = 4
# What speaks against a reading, on the scale of log-probabilities; chosen on the shapes in tests/segment.
_NO_FIRM = 2.6
_NO_FIRM_UNDER_GROUP = 0.9
_NO_HEAD = 4.0
_GAP_INSIDE = 0.8
_GAP_BELOW = 1.6
_JOINED_OPEN, _JOINED = 0.3, 0.6
_STORY_FLOOR, _STORY_BELOW = -3.0, 0.4
_LAYOUT, _ORDER = 0.9, 0.6
_UNSEEN = 0.25
_NAMED_FIRM = -2.0
_BEGINS, _ROOM = 1.2, 70
_SHARED_LINE = 20.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row that dates a position: its number in the section's rows, and its words without the dates."""

    number: int
    bare: str
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading a head: rows [top, bottom] by number, and what they say. `title` is empty for no head at all.

    `layout` tells where title and employer stand against the dates and each other, `order` what parts them on one line.
    """

    score: float
    top: int
    bottom: int
    title: str = ""
    firm: str = ""
    place: str = ""
    layout: str = ""
    order: str = ""

    @property
    def opens_group(self) -> bool:
        """Tell whether the employer stands on a line of its own above the title, where further roles may follow under it."""
        return bool(self.firm) and self.layout.endswith("C>T")


_State = tuple[int, bool]
"""A reading of a head, by its place among the head's readings, and whether an employer's line governs what follows."""
_States = dict[_State, tuple[float, _State | None]]
"""The best sum that leads to each state of a head, and the state of the head before it comes from."""


class _Lead(NamedTuple):
    """What the readings of the next head need to know of one state: its sum, the line it ends on, whether an employer governs."""

    state: _State | None
    total: float
    bottom: int
    governs: bool


def read_heads(rows: Sequence[Row], anchors: Sequence[Anchor], *, reader: RowReader, groups: frozenset[int]) -> list[Reading]:
    """Return the reading of each anchor, in order; `groups` are the numbers of anchors that stand right under an employer's own line."""
    if not anchors:
        return []
    ends = [*(anchor.number for anchor in anchors[1:]), len(rows)]
    starts = [-1, *(anchor.number for anchor in anchors[:-1])]
    gaps = sum(row.gap for row in rows)
    found = [
        [anchor.reading] if anchor.reading else _readings(rows, anchor, start, end, reader, gaps=gaps)
        for anchor, start, end in zip(anchors, starts, ends, strict=True)
    ]
    bonus: dict[tuple[int, str], float] = {}
    for _ in range(_TURNS if len(anchors) > 1 else 0):
        bonus = _shared(found, bonus)
    scores = [
        [reading.score + _bonus(bonus, number, reading) for reading in readings] for number, readings in enumerate(found)
    ]
    return _chosen(rows, found, scores, anchors, _Stories(rows, reader), groups)


def _readings(
    rows: Sequence[Row], anchor: Anchor, start: int, end: int, reader: RowReader, *, gaps: int
) -> list[Reading]:
    """Return the likeliest readings of one head, best first, the last of them that it is none; `gaps` are in all rows."""
    spread = gaps > 0.55 * len(rows)
    up = list(_above(rows, anchor.number, start))
    down = list(_below(rows, anchor.number, end))
    found: list[Reading] = []
    for above in range(len(up) + 1):
        for below in range(len(down) + 1):
            inside = [*reversed(up[:above]), anchor.number, *down[:below]]
            texts = [anchor.bare if number == anchor.number else rows[number].text for number in inside]
            found += _of_window(rows, inside, texts, above, reader, spread=spread)
            for at in range(len(inside) - 1):
                cost = _broken(rows, inside[at], inside[at + 1], texts[at], texts[at + 1], gaps=gaps)
                if cost is not None:
                    joined = [*texts[:at], f"{texts[at].rstrip()} {texts[at + 1].lstrip()}", *texts[at + 2 :]]
                    own = above - 1 if at < above else above
                    found += _of_window(rows, inside, joined, own, reader, spread=spread, cost=cost)
    found.sort(key=lambda reading: -reading.score)
    likely_story = max(reader.roles(anchor.bare).story, _STORY_FLOOR) if anchor.bare else 0.0
    none = Reading(likely_story - _NO_HEAD, anchor.number, anchor.number, layout="none")
    return [*found[:_KEPT], none]


def _above(rows: Sequence[Row], number: int, start: int) -> Iterator[int]:
    for other in range(number - 1, max(start, number - 1 - _UP), -1):
        if not may_stand_above(rows, other):
            return
        yield other


def _below(rows: Sequence[Row], number: int, end: int) -> Iterator[int]:
    for other in range(number + 1, min(end, number + 1 + _DOWN)):
        if not may_stand_below(rows, other, number):
            return
        yield other


def _broken(rows: Sequence[Row], first: int, second: int, upper: str, lower: str, *, gaps: int) -> float | None:
    """Return what it costs to read two lines as one that a narrow column broke; None where they are set unlike."""
    if not upper.strip() or not lower.strip() or rows[second].gap or rows[second].bullet:
        return None
    open_end = bool(OPEN_END.search(upper)) or lower.lstrip()[0].islower() or upper.rstrip().endswith(",")
    if open_end:
        return _JOINED_OPEN
    if looks_like_firm(upper) and line_strength(upper) < 3:
        return None
    styled = rows[first].bold is True and rows[second].bold is True
    if styled and line_strength(upper) >= 3 > line_strength(lower) and second + 1 < len(rows) and rows[second + 1].bold is not True:
        return _JOINED_OPEN  # bold tells where the title ends
    # Where paragraphs stand apart, a line without white space above is the rest of one.
    close = rows[first].gap and gaps > 0.4 * len(rows)
    return _JOINED if (styled or close) and len(upper.split()) > 2 else None


def _of_window(
    rows: Sequence[Row], inside: Sequence[int], texts: Sequence[str], own: int, reader: RowReader, *, spread: bool, cost: float = 0.0
) -> Iterator[Reading]:
    roles = [reader.roles(text) for text in texts]
    cost += 0.0 if spread else sum(
        _GAP_BELOW if place > own else _GAP_INSIDE for place, number in enumerate(inside) if place and rows[number].gap
    )
    rests = [role.rest.score for role in roles]
    places = [role.rest.place for role in roles]
    for title_at, role in enumerate(roles):
        for taken in role.title:
            score = taken.score + sum(rests) - rests[title_at] - cost
            # The edges of a head are its title or its employer, or, below, its place.
            if _edges_ok(texts, own, title_at, title_at, places):
                yield _reading(inside, own, taken, None, title_at, title_at, score - _NO_FIRM, places)
            for firm_at, other in enumerate(roles):
                if firm_at == title_at or not _edges_ok(texts, own, title_at, firm_at, places):
                    continue
                for firm in other.firm[:2]:
                    both = taken.score + firm.score + sum(rests) - rests[title_at] - rests[firm_at] - cost
                    yield _reading(inside, own, taken, firm, title_at, firm_at, both, places)
        if _edges_ok(texts, own, title_at, title_at, places):
            for taken in role.both:
                score = taken.score + sum(rests) - rests[title_at] - cost
                yield _reading(inside, own, taken, taken, title_at, title_at, score, places)


def _edges_ok(texts: Sequence[str], own: int, title_at: int, firm_at: int, places: Sequence[str]) -> bool:
    top, bottom = min(title_at, firm_at, own), max(title_at, firm_at, own)
    return top == 0 and (bottom == len(texts) - 1 or (bottom == len(texts) - 2 and bool(places[-1]) and stays_a_rest(texts[-1])))


def _reading(
    inside: Sequence[int], own: int, title: Taken, firm: Taken | None, title_at: int, firm_at: int, score: float, places: Sequence[str]
) -> Reading:
    def side(place: int) -> str:
        return "=" if place == own else "<" if place < own else ">"

    place = title.place or (firm.place if firm else "")
    place = place or next((name for number, name in enumerate(places) if name and number not in (title_at, firm_at)), "")
    if firm is None:
        layout, order = f"{side(title_at)}T", ""
    elif firm is title:
        layout, order = f"{side(title_at)}TC", title.order
    else:
        layout = f"{side(title_at)}{side(firm_at)}{'C>T' if firm_at < title_at else 'T>C'}"
        order = ""
    return Reading(score, inside[0], inside[-1], title.title, firm.firm if firm else "", place, layout, order)


def _shared(found: Sequence[Sequence[Reading]], bonus: dict[tuple[int, str], float]) -> dict[tuple[int, str], float]:
    """Return what each layout and order that a head may have gains there from the other heads, in log-probabilities at most 0."""
    shares: list[dict[str, float]] = []
    for number, readings in enumerate(found):
        scores = [reading.score + _bonus(bonus, number, reading) for reading in readings]
        top = max(scores)
        weights = [exp(score - top) for score in scores]
        total = sum(weights)
        share: dict[str, float] = {}
        for reading, weight in zip(readings, weights, strict=True):
            for key in _keys(reading):
                share[key] = share.get(key, 0.0) + weight / total
        shares.append(share)
    whole: dict[str, float] = {}
    for share in shares:
        for key, value in share.items():
            whole[key] = whole.get(key, 0.0) + value
    others = len(found) - 1
    return {
        (number, key): log((whole[key] - value + _UNSEEN) / (others + _UNSEEN))
        for number, share in enumerate(shares)
        for key, value in share.items()
    }


def _keys(reading: Reading) -> tuple[str, ...]:
    return (reading.layout, f"order {reading.order}") if reading.order else (reading.layout,)


def _bonus(bonus: dict[tuple[int, str], float], number: int, reading: Reading) -> float:
    if not bonus or reading.layout in ("none", "label"):
        return 0.0
    gained = _LAYOUT * bonus[number, reading.layout]
    return gained + _ORDER * bonus[number, f"order {reading.order}"] if reading.order else gained


def _chosen(
    rows: Sequence[Row], found: Sequence[Sequence[Reading]], scores: Sequence[Sequence[float]], anchors: Sequence[Anchor],
    stories: _Stories, groups: frozenset[int],
) -> list[Reading]:
    """Choose one reading a head so that no line serves two and the sum is greatest.

    A state is a reading and whether an employer's line above still governs; lines left between two heads count as story.
    """
    states: list[_States] = []
    for number, readings in enumerate(found):
        here: _States = {}
        before = _leads(found[number - 1], states[-1]) if number else [_Lead(None, 0.0, -1, False)]
        limit = anchors[number + 1].number if number + 1 < len(anchors) else len(rows)
        for place, reading in enumerate(readings):
            below = stories.below(reading, limit)
            opens, needs_firm = reading.opens_group, bool(reading.title) and not reading.firm
            for back, total, bottom, open_ in before:
                # Heads that must share a line, as two forms without a gap may, are the last resort.
                shared = -_SHARED_LINE if reading.top <= bottom and reading.bottom != bottom else 0.0
                governed = open_ or number in groups
                score = shared + total + scores[number][place] + stories.above(reading, bottom) + below
                if needs_firm and governed:
                    score += _NO_FIRM - _NO_FIRM_UNDER_GROUP
                key = (place, opens or (governed and not reading.firm))
                if key not in here or score > here[key][0]:
                    here[key] = (score, back)
        states.append(here)
    return _traced(found, states)


def _leads(readings: Sequence[Reading], states: _States) -> list[_Lead]:
    """Return the best states of a head: of those that end on one line and leave the same employer governing, one can win."""
    best: dict[tuple[int, bool], _Lead] = {}
    for state, (total, _) in states.items():
        place, open_ = state
        key = (readings[place].bottom, open_)
        if key not in best or total > best[key].total:
            best.pop(key, None)  # stands behind those found before, as between equals the first wins
            best[key] = _Lead(state, total, *key)
    return list(best.values())


def _traced(found: Sequence[Sequence[Reading]], states: Sequence[_States]) -> list[Reading]:
    chosen: list[Reading] = []
    key = max(states[-1], key=lambda state: states[-1][state][0]) if states and states[-1] else None
    for number in range(len(found) - 1, -1, -1):
        if key is None:
            break
        chosen.append(found[number][key[0]])
        key = states[number][key][1]
    return chosen[::-1]


class _Stories:
    """What the lines beside heads weigh as story, each worked out once."""

    def __init__(self, rows: Sequence[Row], reader: RowReader) -> None:
        self._rows, self._reader = rows, reader
        self._above: dict[int, float] = {}
        self._below: dict[int, float] = {}
        self._rests: dict[int, bool] = {}

    def above(self, reading: Reading, bottom: int) -> float:
        """Weigh the line right above a head, if no other head has it, as the end of the story before."""
        other = reading.top - 1
        # "5 years 3 months", "Leeds" stand between an employer and its first role.
        while other > bottom + 1 and self._is_rest(other):
            other -= 1
        if other not in self._above:
            self._above[other] = self._story(other) if other >= 0 and may_stand_above(self._rows, other) else 0.0
        return self._above[other] if other > bottom else 0.0

    def below(self, reading: Reading, limit: int) -> float:
        """Weigh the line right below a head as the beginning of its story."""
        other = reading.bottom + 1
        if other not in self._below:
            inside = other < len(self._rows) and may_stand_below(self._rows, other, reading.bottom)
            self._below[other] = _STORY_BELOW * self._story(other) if inside else 0.0
        return self._below[other] if other < limit else 0.0

    def _is_rest(self, number: int) -> bool:
        if number not in self._rests:
            self._rests[number] = may_stand_above(self._rows, number) and stays_a_rest(self._rows[number].text)
        return self._rests[number]

    def _story(self, number: int) -> float:
        text = self._rows[number].text
        weight = max(_STORY_FLOOR, self._reader.roles(text).story)
        if looks_like_firm(text) and is_firm_line(text):
            weight = min(weight, _NAMED_FIRM)
        above = self._rows[number - 1] if number else None
        # Behind list items a line that is none, and that had room in the line above, begins something.
        begins = above is not None and above.bullet and not self._rows[number].bullet and len(above.text) < _ROOM
        return weight - _BEGINS if begins else weight
