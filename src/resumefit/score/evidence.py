"""Turns counted mentions into evidence: what each is worth, and which of them say the same thing twice.

A skill counts once per competency, by its best mention. A paraphrase has no skill, so its sentence stands for it. What
is not counted (`Mention.counted` false, or a status that adds nothing) never gets in here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from resumefit.core.document import Document
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.resume import Position, Resume
from resumefit.score.constants import Constants

_WORD = re.compile(r"[^\W_]+")


class Rung(StrEnum):
    """How a mention shows a skill, weakest first."""

    LISTED = "listed"
    BARE = "demonstrated in a bare phrase"
    DEMONSTRATED = "demonstrated"
    OUTCOME = "demonstrated with an outcome"


@dataclass(frozen=True, slots=True)
class Material:
    """What a person's score is made from."""

    document: Document
    resume: Resume
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One skill's best evidence. `worth` is the product of the four factors that precede it."""

    key: str
    mention: int
    rung: Rung
    base: float
    recency: float
    wording: float
    certainty: float

    @property
    def worth(self) -> float:
        """How much this adds to its competency, in deeds."""
        return self.base * self.recency * self.wording * self.certainty


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that counts towards one competency. `further_positions` are positions beyond the first that show it."""

    deeds: tuple[Piece, ...] = ()
    listed: tuple[Piece, ...] = ()
    further_positions: int = 0

    @property
    def mention_ids(self) -> tuple[int, ...]:
        """Ids of the mentions behind it, strongest first."""
        return tuple(piece.mention for piece in (*self.deeds, *self.listed))


def is_evidence(mention: Mention) -> bool:
    """Tell whether a mention may add to a score."""
    return mention.counted and mention.status.adds_to_score


def is_deed(mention: Mention) -> bool:
    """Tell whether a mention shows its competency done, not only named."""
    return is_evidence(mention) and mention.status is Status.DEMONSTRATED


def gather_all(material: Material, *, constants: Constants) -> Mapping[str, Evidence]:
    """Collect the evidence for every competency that is mentioned, each skill once by its best mention."""
    mentions: dict[str, list[tuple[int, Mention]]] = {}
    for index, mention in enumerate(material.mentions):
        if is_evidence(mention):
            mentions.setdefault(mention.competency, []).append((index, mention))
    return {
        competency: _gather(mentions[competency], material, constants=constants)
        for competency in sorted(mentions)
    }


def _gather(mentions: Sequence[tuple[int, Mention]], material: Material, *, constants: Constants) -> Evidence:
    shown: dict[str, Piece] = {}
    named: dict[str, Piece] = {}
    deeds: list[Mention] = []
    for index, mention in mentions:
        piece = weigh(index, mention, material, constants=constants)
        if is_deed(mention) and piece.worth > 0:
            deeds.append(mention)
        pool = shown if is_deed(mention) else named
        pool[piece.key] = min(piece, pool.get(piece.key, piece), key=_strongest_first)
    return Evidence(
        deeds=tuple(sorted(shown.values(), key=_strongest_first)),
        listed=tuple(sorted(named.values(), key=_strongest_first)),
        further_positions=_further_positions(deeds, material.document),
    )


def weigh(index: int, mention: Mention, material: Material, *, constants: Constants) -> Piece:
    """Say what one mention is worth on its own, with the factors that make up its worth."""
    deed = mention.status is Status.DEMONSTRATED
    rung = Rung.LISTED if not deed else _rung_of_deed(mention, material.document, constants)
    return Piece(
        key=mention.skill or f"sentence: {sentence_key(mention, material.document)}",
        mention=index,
        rung=rung,
        base={Rung.OUTCOME: constants.outcome, Rung.BARE: constants.bare}.get(rung, 1.0),
        recency=_recency(mention, material.resume, constants) if deed else 1.0,
        wording=constants.paraphrase if mention.found_by is FoundBy.MODEL else 1.0,
        certainty=mention.confidence,
    )


def _rung_of_deed(mention: Mention, document: Document, constants: Constants) -> Rung:
    """Say how a deed is told. A verb put before a name ("Led roadmap.") tells next to nothing, however many there are."""
    if mention.outcome:
        return Rung.OUTCOME
    if mention.found_by is FoundBy.MODEL:
        return Rung.DEMONSTRATED
    before = document.text[mention.sentence_start : mention.start]
    after = document.text[mention.stop : mention.sentence_stop]
    beside = len(_WORD.findall(before)) + len(_WORD.findall(after))
    return Rung.BARE if beside < constants.bare_words else Rung.DEMONSTRATED


def sentence_key(mention: Mention, document: Document) -> str:
    """Return the words of the mention's sentence without case, signs and bullets, so that a copy is known as one."""
    return " ".join(_WORD.findall(document.text[mention.sentence_start : mention.sentence_stop].casefold()))


def proof_piece(resume: Resume, *, constants: Constants) -> Piece:
    """Return what one new named deed with an outcome would be worth, done in the position held now or last."""
    ends = [ended for position in resume.positions if (ended := _ended(position, resume)) is not None]
    recency = _fading(max(ends, default=None), resume, constants)
    return Piece("proof", -1, Rung.OUTCOME, constants.outcome, recency, 1.0, 1.0)


def _strongest_first(piece: Piece) -> tuple[float, int]:
    return -piece.worth, piece.mention


def _further_positions(deeds: Sequence[Mention], document: Document) -> int:
    """Count positions after the first; a sentence copied under several positions is one deed, not several."""
    placed = [mention for mention in deeds if mention.position is not None]
    positions = {mention.position for mention in placed}
    sentences = {sentence_key(mention, document) for mention in placed}
    return max(0, min(len(positions), len(sentences)) - 1)


def _recency(mention: Mention, resume: Resume, constants: Constants) -> float:
    placed = mention.position is not None and mention.position < len(resume.positions)
    position = resume.positions[mention.position] if placed and mention.position is not None else None
    return _fading(_ended(position, resume) if position else None, resume, constants)


def _fading(ended: int | None, resume: Resume, constants: Constants) -> float:
    years = constants.undated_years if ended is None else max(0, _as_of(resume) - ended) / 12
    return 1 - constants.faded * min(1.0, years / constants.fading_years)


def _ended(position: Position, resume: Resume) -> int | None:
    """Return the month after the last one worked, as year * 12 + month - 1."""
    if position.worked is not None:
        return position.worked.stop  # of a position held now: the month of the analysis, or an old document's own
    return _as_of(resume) if position.is_current else None


def _as_of(resume: Resume) -> int:
    return resume.as_of.year * 12 + resume.as_of.month
