"""Runs the pipeline over a labelled set and counts what was right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.resume import YearMonth
from resumefit.evaluate.confidence import calibration
from resumefit.evaluate.figures import Figure, Tally, bootstrap
from resumefit.evaluate.sets import GoldMention, GoldResume, LabelledLine, read_lines, read_resumes
from resumefit.pipeline import Engine, understand

_KINDS_COUNTED = ("keyword", "status")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures of one set, overall first, then by competency; and what was missed or wrong, in words."""

    figures: tuple[Figure, ...]
    misses: tuple[str, ...]

    def value(self, name: str) -> float | None:
        """Return a figure's value; KeyError when there is no such figure."""
        for figure in self.figures:
            if figure.name == name:
                return figure.value
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class _Judged:
    line: LabelledLine
    got: frozenset[str]
    statuses: dict[str, frozenset[Status]]
    finds: tuple[tuple[float, bool], ...]  # of the paraphrase model: how sure it was, and whether it was right

    @property
    def wrong(self) -> frozenset[str]:
        return self.got - self.line.wanted - self.line.arguable


def evaluate_sentences(path: Path, *, engine: Engine) -> Evaluation:
    """Measure single lines: what was counted against what should be."""
    judged = [_judge(line, engine.matcher.match_line(line.text)) for line in read_lines(path)]
    tallies = [
        *_overall(judged),
        *_by_status(judged),
        *calibration([item.finds for item in judged]),
        *_by_competency(judged, [entry.id for entry in engine.lexicon.competencies]),
    ]
    misses = tuple(
        f"{item.line.kind}: missed {', '.join(sorted(item.line.wanted - item.got)) or 'nothing'}, "
        f"wrong {', '.join(sorted(item.wrong)) or 'nothing'}: {item.line.text}"
        for item in judged
        if item.wrong or item.line.wanted - item.got
    )
    return Evaluation(bootstrap(tallies), misses)


def evaluate_resumes(resumes: Path, annotations: Path, *, engine: Engine, as_of: YearMonth) -> Evaluation:
    """Measure whole resumes: mentions, competencies, positions, years, headings."""
    misses: list[str] = []
    rows = [
        _resume(path, gold, engine=engine, as_of=as_of, misses=misses)
        for path, gold in read_resumes(resumes, annotations)
    ]
    names = list(rows[0])
    tallies = [Tally(name, tuple(row[name][0] for row in rows), tuple(row[name][1] for row in rows)) for name in names]
    return Evaluation(bootstrap(tallies), tuple(misses))


def compare_with(new: Sequence[Figure], old: Sequence[Figure]) -> tuple[str, ...]:
    """Name the figures that fell below the old one's interval; empty when none did."""
    before = {figure.name: figure for figure in old}
    fallen = []
    for figure in new:
        was = before.get(figure.name)
        if was is not None and was.low is not None and figure.value is not None and figure.value < was.low:
            fallen.append(f"{figure.name} fell from {was.value} ({was.low} to {was.high}) to {figure.value}")
    return tuple(fallen)


def _judge(line: LabelledLine, mentions: Sequence[Mention]) -> _Judged:
    got = frozenset(mention.competency for mention in mentions if mention.counted and mention.status.adds_to_score)
    named = {label.competency for label in line.labels}
    statuses = {
        name: frozenset(mention.status for mention in mentions if mention.competency == name) for name in sorted(named)
    }
    fair = line.wanted | line.arguable
    finds = tuple(
        (mention.confidence, mention.competency in fair)
        for mention in mentions
        if mention.counted and mention.found_by is FoundBy.MODEL
    )
    return _Judged(line, got, statuses, finds)


def _overall(judged: Sequence[_Judged]) -> list[Tally]:
    counted = [item.line.kind in _KINDS_COUNTED for item in judged]
    hits = [len(item.got & item.line.wanted) for item in judged]
    missed = [len(item.line.wanted - item.got) for item in judged]
    wrong = [len(item.wrong) for item in judged]

    def ratio(name: str, parts: Sequence[float], wholes: Sequence[float], where: Sequence[bool]) -> Tally:
        return Tally(
            name,
            tuple(part * here for part, here in zip(parts, where, strict=True)),
            tuple(whole * here for whole, here in zip(wholes, where, strict=True)),
        )

    paraphrase = [item.line.kind == "paraphrase" for item in judged]
    plain = [item.line.kind in ("paraphrase", "trap", "neutral") for item in judged]
    main = [bool(item.line.labels) and item.line.labels[0].competency in item.got for item in judged]
    clean = [not item.wrong for item in judged]
    ones = [1.0] * len(judged)
    kept, named = [_kept_out(item) for item in judged], [_named(item) for item in judged]
    return [
        ratio("keyword_recall", hits, [h + m for h, m in zip(hits, missed, strict=True)], counted),
        ratio("keyword_precision", hits, [h + w for h, w in zip(hits, wrong, strict=True)], counted),
        ratio(
            "keyword_f1",
            [2 * h for h in hits],
            [2 * h + m + w for h, m, w in zip(hits, missed, wrong, strict=True)],
            counted,
        ),
        ratio("paraphrase_recall", main, ones, paraphrase),
        ratio(
            "paraphrase_precision",
            [h * p for h, p in zip(hits, paraphrase, strict=True)],
            [h * p + w for h, p, w in zip(hits, paraphrase, wrong, strict=True)],
            plain,
        ),
        ratio("trap_clean", clean, ones, [item.line.kind == "trap" for item in judged]),
        ratio("neutral_clean", clean, ones, [item.line.kind == "neutral" for item in judged]),
        Tally("status_kept_out", tuple(pair[0] for pair in kept), tuple(pair[1] for pair in kept)),
        Tally("status_named", tuple(pair[0] for pair in named), tuple(pair[1] for pair in named)),
    ]


def _denied(item: _Judged) -> list[tuple[str, Status]]:
    if item.line.kind != "status":
        return []
    return [(label.competency, label.status) for label in item.line.labels if not label.status.adds_to_score]


def _kept_out(item: _Judged) -> tuple[float, float]:
    denied = _denied(item)
    return float(sum(name not in item.got for name, _ in denied)), float(len(denied))


def _named(item: _Judged) -> tuple[float, float]:
    found = [(status, item.statuses[name]) for name, status in _denied(item) if item.statuses[name]]
    return float(sum(status in statuses for status, statuses in found)), float(len(found))


def _by_status(judged: Sequence[_Judged]) -> list[Tally]:
    """Of the labelled skills that were found, how many were read with the status they have."""
    tallies = []
    for status in Status:
        right, found = [], []
        for item in judged:
            own = [label.competency for label in item.line.labels if label.status is status and item.statuses[label.competency]]
            found.append(float(len(own)))
            right.append(float(sum(status in item.statuses[name] for name in own)))
        tallies.append(Tally(f"{status} read so", tuple(right), tuple(found)))
    return tallies


def _by_competency(judged: Sequence[_Judged], competencies: Sequence[str]) -> list[Tally]:
    tallies = []
    for name in competencies:
        hits = [float(name in item.got and name in item.line.wanted) for item in judged]
        missed = [float(name in item.line.wanted and name not in item.got) for item in judged]
        wrong = [float(name in item.wrong) for item in judged]
        tallies += [
            Tally(f"{name} recall", tuple(hits), tuple(h + m for h, m in zip(hits, missed, strict=True))),
            Tally(f"{name} precision", tuple(hits), tuple(h + w for h, w in zip(hits, wrong, strict=True))),
        ]
    return tallies


Pair = tuple[float, float]


def _resume(path: Path, gold: GoldResume, *, engine: Engine, as_of: YearMonth, misses: list[str]) -> dict[str, Pair]:
    document, resume = understand(
        path.read_bytes(), name=path.name, headings=engine.lexicon.headings, cells=engine.cells, as_of=as_of
    )
    mentions = engine.matcher.match(document, resume)
    counted = [mention for mention in mentions if mention.counted and mention.status.adds_to_score]
    wanted = [entry for entry in gold.mentions if entry.status.adds_to_score]
    denied = [entry for entry in gold.mentions if not entry.status.adds_to_score]
    keyword = [entry for entry in wanted if entry.keyword]
    found = {id(entry): _is_hit(entry, counted) for entry in wanted}
    misses += [f"{path.stem}: missed {entry.competency}: {entry.quote}" for entry in wanted if not found[id(entry)]]
    lexical = [mention for mention in counted if mention.found_by is FoundBy.LEXICON]
    right = [_is_right(mention, wanted, document.text) for mention in lexical]
    misses += [
        f"{path.stem}: not in the annotation: {mention.competency}: {document.text[mention.start : mention.stop]}"
        for mention, good in zip(lexical, right, strict=True)
        if not good
    ]
    got, want = {mention.competency for mention in counted}, {entry.competency for entry in wanted}
    paired = _positions(
        gold,
        [(p.title, p.company, str(p.start or ""), _end(p.is_current, str(p.stop or ""))) for p in resume.positions],
    )
    headings = {_fold(section.heading): str(section.kind) for section in resume.sections if section.heading}
    named = [(heading, kind) for heading, kind in gold.sections if heading]
    return {
        "keyword_span_recall": (sum(found[id(entry)] for entry in keyword), len(keyword)),
        "paraphrase_span_recall": (sum(found[id(e)] for e in wanted if not e.keyword), len(wanted) - len(keyword)),
        "span_precision": (sum(right), len(right)),
        "not_counted_kept_out": (sum(not _covered(entry, counted) for entry in denied), len(denied)),
        "competency_f1": (2 * len(got & want), len(got) + len(want)),
        "position_f1": (2 * paired, len(resume.positions) + len(gold.positions)),
        "years_product_ok": (float(abs(resume.years_product - gold.years_pm) <= 0.3), 1.0),
        "section_kind_accuracy": (sum(headings.get(_fold(heading)) == kind for heading, kind in named), len(named)),
    }


def _is_hit(entry: GoldMention, counted: Sequence[Mention]) -> bool:
    return any(mention.competency == entry.competency and _overlap(mention, entry) for mention in counted)


def _covered(entry: GoldMention, counted: Sequence[Mention]) -> bool:
    return any(_overlap(mention, entry) for mention in counted)


def _is_right(mention: Mention, wanted: Sequence[GoldMention], text: str) -> bool:
    quote = _fold(text[mention.start : mention.stop])
    own = [entry for entry in wanted if entry.competency == mention.competency]
    return any(_overlap(mention, entry) or _fold(entry.quote) == quote for entry in own)


def _overlap(mention: Mention, entry: GoldMention) -> bool:
    return mention.start < entry.start + len(entry.quote) and entry.start < mention.stop


def _positions(gold: GoldResume, found: list[tuple[str, str, str, str]]) -> int:
    left, paired = list(found), 0
    for position in gold.positions:
        want = (_fold(position.title), _fold(position.company))
        for candidate in left:
            same_dates = _same(candidate[2], position.start) and _same(candidate[3], position.end)
            if (_fold(candidate[0]), _fold(candidate[1])) == want and same_dates:
                left.remove(candidate)
                paired += 1
                break
    return paired


def _end(is_current: bool, stop: str) -> str:
    return "present" if is_current else stop


def _same(found: str, wanted: str) -> bool:
    return found == wanted or (len(wanted) == 4 and found[:4] == wanted)


def _fold(text: str | None) -> str:
    return "".join(character if character.isalnum() else " " for character in (text or "").casefold()).strip()
