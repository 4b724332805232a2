"""A posting against a resume: which of the asked skills the resume shows, and a score by the same evidence rules."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from resumefit.core.assessment import Assessment, JobMatch, Need, Standing
from resumefit.core.lexicon import Advice, Lexicon
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.copied import copied_lines, copied_spans
from resumefit.score.evidence import Evidence, Material, Piece, gather_all, proof_piece
from resumefit.score.explain import material_of
from resumefit.score.posting import Ask, Posting, doubt_about, job_title, read_asks, role_kind, seniority, years_asked

_ROUGH_WEEKS = 4  # effort where no advice says otherwise
_UNPROVEN = (Standing.RELATED, Standing.NAMED)
_POSTINGS_KEPT = 32  # as read; a scan lays one beside every resume


@dataclass(frozen=True, slots=True)
class _Side:
    """The resume's side of the comparison, gathered once."""

    evidence: Mapping[str, Evidence]
    implied: Mapping[str, tuple[int, ...]]
    proof: float
    advice: Mapping[str, Advice]
    constants: Constants


def match_job(
    posting: Posting,
    assessment: Assessment,
    *,
    lexicon: Lexicon,
    advice: Mapping[str, Advice] | None = None,
    constants: Constants = DEFAULT,
) -> JobMatch:
    """Lay a resume beside a posting. Skills come in the order in which the posting first names them, required ones first.

    What the resume says in the posting's own words shows nothing: anybody can copy it.
    """
    copied = copied_spans(posting.text, assessment)
    evidence = gather_all(_material(assessment, copied), constants=constants)
    side = _Side(
        evidence,
        _implied(evidence, lexicon),
        proof_piece(assessment.resume, constants=constants).worth,
        advice or {},
        constants,
    )
    read = _read(posting)
    asks = read.asks
    total = math.fsum(_worth(ask, side) for ask in asks)
    needs = tuple(_need(ask, side, total=total) for ask in asks)
    score = (
        100 * math.fsum(_worth(ask, side) * need.strength for ask, need in zip(asks, needs, strict=True)) / total
        if total
        else 0.0
    )
    wide = 100 * math.fsum(_worth(ask, side) * _wide_strength(ask, need, side) for ask, need in zip(asks, needs, strict=True))
    return JobMatch(
        name=posting.name,
        role_kind=role_kind(posting, lexicon),
        seniority=read.seniority,
        required=tuple(need.skill for need in needs if need.required),
        preferred=tuple(need.skill for need in needs if not need.required),
        matched=tuple(need.skill for need in needs if need.standing is Standing.SHOWN),
        unproven=tuple(need.skill for need in needs if need.standing in _UNPROVEN),
        missing=tuple(need.skill for need in needs if need.standing is Standing.MISSING),
        score=round(score, 1),
        title=read.title,
        years=read.years,
        needs=needs,
        by_competency=round(wide / total, 1) if total else 0.0,
        doubt=read.doubt,
        copied=copied_lines(copied, assessment),
    )


def next_steps(job: JobMatch, *, limit: int) -> tuple[Need, ...]:
    """Return what to close first for a posting: by gain, then by effort, then as the posting has it; one a piece of advice."""
    seen: set[str] = set()
    steps: list[Need] = []
    for need in sorted(
        job.needs, key=lambda need: (-need.gain, weeks_to_close(need))
    ):
        key = need.advice.do if need.advice else need.skill
        if need.standing is not Standing.SHOWN and key not in seen and len(steps) < limit:
            seen.add(key)
            steps.append(need)
    return tuple(steps)


def weeks_to_close(need: Need) -> int:
    """Return the effort that the advice on a skill names, a rough one where there is none."""
    return need.advice.effort_weeks if need.advice else _ROUGH_WEEKS


@dataclass(frozen=True, slots=True)
class _Read:
    """What a posting says, whoever reads it."""

    asks: tuple[Ask, ...]
    seniority: str
    title: str
    years: int | None
    doubt: str


@lru_cache(maxsize=_POSTINGS_KEPT)
def _read(posting: Posting) -> _Read:
    text = posting.text
    return _Read(read_asks(posting), seniority(text), job_title(text), years_asked(text), doubt_about(posting))


def _material(assessment: Assessment, copied: frozenset[tuple[int, int]]) -> Material:
    """Return what a person's match is made from: everything but what was copied from the posting itself."""
    given = material_of(assessment)
    return replace(given, mentions=tuple(
        replace(mention, counted=False) if (mention.sentence_start, mention.sentence_stop) in copied else mention
        for mention in given.mentions
    ))


def _worth(ask: Ask, side: _Side) -> float:
    return side.constants.required if ask.required else side.constants.preferred


def _need(ask: Ask, side: _Side, *, total: float) -> Need:
    found = side.evidence.get(ask.competency, Evidence())
    own = [piece for piece in found.deeds if piece.key == ask.skill]
    named = [piece for piece in found.listed if piece.key == ask.skill]
    strength = _strength(ask, own, named, found, side)
    shown = bool(own) or ask.skill in side.implied or (_is_the_whole(ask) and bool(found.deeds))
    standing = (
        Standing.SHOWN if shown else Standing.RELATED if found.deeds else Standing.NAMED if named else Standing.MISSING
    )
    proven = 1 - math.exp(-(math.fsum(piece.worth for piece in own) + side.proof) / side.constants.deed_scale)
    gain = 0.0 if shown else 100 * _worth(ask, side) * max(0.0, proven - strength) / total
    ids = tuple(piece.mention for piece in (*own, *named)) or side.implied.get(ask.skill, ())
    if standing is Standing.RELATED or _is_the_whole(ask):
        ids = tuple(dict.fromkeys((*ids, *(piece.mention for piece in found.deeds))))
    advice = side.advice.get(ask.skill) or side.advice.get(ask.competency)
    return Need(
        ask.skill,
        ask.competency,
        ask.required,
        standing,
        round(strength, 4),
        round(gain, 1),
        ask.line,
        ask.quote,
        evidence=ids,
        advice=advice,
    )


def _strength(ask: Ask, own: list[Piece], named: list[Piece], found: Evidence, side: _Side) -> float:
    """Return how far the resume shows one skill: by itself, else in part by its competency's other deeds."""
    scale = side.constants.deed_scale
    whole = _whole(found, side)
    all_of_it = ask.skill in side.implied or (_is_the_whole(ask) and bool(found.deeds))
    shown = 1 - math.exp(-math.fsum(piece.worth for piece in own) / scale)
    # The greatest of them, so that a weak deed of the skill's own never takes away what stood there without it.
    return max(shown, whole if all_of_it else side.constants.neighbour * whole, side.constants.listed_cap if named else 0.0)


def _wide_strength(ask: Ask, need: Need, side: _Side) -> float:
    """Return how far the resume shows the competency behind a skill."""
    return max(need.strength, _whole(side.evidence.get(ask.competency, Evidence()), side))


def _whole(found: Evidence, side: _Side) -> float:
    return 1 - math.exp(-math.fsum(piece.worth for piece in found.deeds) / side.constants.deed_scale)


def _is_the_whole(ask: Ask) -> bool:
    """Tell whether a posting asks for a competency as such, "MLOps", which any deed of that competency shows."""
    return ask.skill in (ask.competency, f"{ask.competency}-practice")


def _implied(evidence: Mapping[str, Evidence], lexicon: Lexicon) -> Mapping[str, tuple[int, ...]]:
    """Return the skills that shown skills imply, with the mentions behind them."""
    shown = {piece.key: piece.mention for found in evidence.values() for piece in found.deeds}
    implied: dict[str, tuple[int, ...]] = {}
    for skill in lexicon.skills:
        if skill.id in shown:
            for other in skill.implies:
                implied[other] = (*implied.get(other, ()), shown[skill.id])
    return implied
