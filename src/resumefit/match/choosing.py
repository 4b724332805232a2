"""Chooses among overlapping candidates: first what context allows, then the longest.

A form that needs support may get it from a safe skill of the field in the same line (`Kafka, Redis, PostgreSQL`). Where there is a model
of senses, it may take away what rules let stand (of forms with guards; in a line alone, of short ones without, too), and give back what
they only lacked a word for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from resumefit.core.lexicon import Lexicon, SkillKind
from resumefit.match.finding import Candidate
from resumefit.match.guards import Guards
from resumefit.match.senses import InDoubt, Said
from resumefit.match.verdicts import as_confidence
from resumefit.match.words import Words

_HELPFUL_FAMILIES = frozenset({"technical", "ai", "responsible"})
_HELPFUL_COMPETENCIES = frozenset({"product-analytics"})
_NEAR = 4  # words between two names of one list
_ENOUGH_NAMES = 2
_SURELY_MEANT = 0.95  # from this probability on, what rules found no support for stands, too
# From this one on, what rules let stand stands: a form that has one sense only is hardly ever another's.
_MEANT = {Said.FREE: 0.05, Said.ALLOWED: 0.45, Said.SUPPORTED: 0.65}
_OTHERWISE_MEANT = 0.5
_AT_LEAST = {Said.FREE: 0.8, Said.ALLOWED: 0.6}  # how sure such a form is, whatever stands round it
_HELPFUL_KINDS = frozenset({SkillKind.TOOL, SkillKind.CERTIFICATION})
_NAMES = frozenset({SkillKind.TOOL, SkillKind.CERTIFICATION, SkillKind.STANDARD})
_LONG_FORM = 3  # words of which nobody means anything else
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:%|ms|s)?")


class Chosen(NamedTuple):
    """A candidate that stands, why its form means the skill here, how sure that is, and whether its line alone says so."""

    candidate: Candidate
    because: str
    confidence: float = 1.0
    by_line: bool = True

    @property
    def is_sure(self) -> bool:
        """Tell whether the candidate may speak for its field to other lines of the resume."""
        return self.by_line and self.confidence >= _SURELY_MEANT


class Sorted(NamedTuple):
    """Candidates by what the rules of their forms say. `said` is by the candidate's identity."""

    standing: tuple[Chosen, ...]
    open_cases: tuple[Candidate, ...]
    refused: tuple[Candidate, ...]
    said: Mapping[int, Said]


class Choice(NamedTuple):
    """The candidates that stand, the families of those for which nothing spoke, and family and skill of those whose sense is sure."""

    stand: tuple[Chosen, ...]
    doubtful: frozenset[str]
    sure: tuple[tuple[str, str], ...]


_NOTHING = Choice((), frozenset(), ())


class Contest(NamedTuple):
    """The candidates of a line that may stand, the weightiest first; `unsupported` are, by identity, those for which nothing spoke.

    `is_alone` tells that the line is of no resume.
    """

    sorted_out: Sorted
    words: Words
    order: tuple[Chosen, ...]
    unsupported: frozenset[int]
    is_alone: bool = False


def families_of(lexicon: Lexicon) -> Mapping[str, str]:
    """Return each competency's family."""
    return {competency.id: competency.family for competency in lexicon.competencies}


def once_each(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates without those that say the same: one form, in the same words, found in several ways."""
    return list({(id(one.entry.form), one.start, one.stop): one for one in found}.values())


def sort_out(found: Sequence[Candidate], words: Words, *, guards: Guards) -> Sorted:
    """Ask the rules of each candidate's form, neighbours apart."""
    standing: list[Chosen] = []
    open_cases: list[Candidate] = []
    refused: list[Candidate] = []
    said: dict[int, Said] = {}
    named = {one.start for one in found}
    for candidate in once_each(found):
        if guards.objection(candidate, words, named=named) is not None:
            refused.append(candidate)
            said[id(candidate)] = Said.REFUSED
            continue
        word = guards.support(candidate, words)
        if word is None:
            open_cases.append(candidate)
            said[id(candidate)] = Said.IN_NEED
        else:
            standing.append(Chosen(candidate, f"'{word}' shows which sense is meant" if word else ""))
            said[id(candidate)] = Said.SUPPORTED if word else Said.ALLOWED if candidate.entry.is_guarded else Said.FREE
    return Sorted(tuple(standing), tuple(open_cases), tuple(refused), said)


def enter(
    sorted_out: Sorted, words: Words, *, families: Mapping[str, str], fields: frozenset[str] = frozenset(), by_sense: bool = False,
    is_alone: bool = False,
) -> Contest:
    """Return the candidates that may stand, overlaps and all.

    `fields` are the families of competencies that the place in the resume speaks for: in a product position a backlog is what it is
    to a product manager. With `by_sense` those enter, too, for which nothing spoke: they stand where a model is sure of their sense. A line
    that `is_alone` is of no resume.
    """
    standing, open_cases = sorted_out.standing, sorted_out.open_cases
    if not (standing or open_cases):
        return Contest(sorted_out, words, (), frozenset())
    rescued = _with_neighbours(open_cases, standing, words, families=families, fields=fields)
    unsupported: list[Chosen] = []
    if by_sense:
        helped = {id(chosen.candidate) for chosen in rescued}
        unsupported = [Chosen(one, "reads as the skill", by_line=False) for one in open_cases if id(one) not in helped]
    order = sorted([*standing, *rescued, *unsupported], key=_rank)
    return Contest(sorted_out, words, tuple(order), frozenset(id(chosen) for chosen in unsupported), is_alone)


def _rank(chosen: Chosen) -> tuple[int, int, int, int, int, str]:
    candidate = chosen.candidate
    most, places, gaps, is_free = candidate.weight
    return -most, -places, -gaps, -is_free, candidate.start, candidate.entry.skill.id


def settle(contest: Contest, chances: Mapping[int, float], *, families: Mapping[str, str]) -> Choice | InDoubt:
    """Return the candidates that stand, or what the model of senses is to be asked before that can be said.

    `chances` are those that it gave already, by the candidate's identity. What overlaps a weightier candidate is asked about only
    when that one does not stand, which saves half of the questions.
    """
    kept, unasked = _decided(contest, chances)
    if not unasked:
        return _choice(kept, contest, families)
    sorted_out = contest.sorted_out
    others = [chosen.candidate for chosen in sorted_out.standing]
    return InDoubt(contest.words, [(one, sorted_out.said[id(one)]) for one in unasked], others)


def choose(contest: Contest, *, families: Mapping[str, str]) -> Choice:
    """Return the candidates that stand, in text order and without overlaps, where there is no model of senses."""
    return _choice(_decided(contest, None)[0], contest, families)


def _choice(kept: Sequence[Chosen], contest: Contest, families: Mapping[str, str]) -> Choice:
    if not contest.order:
        return _NOTHING
    stand = _without_named_figures(_with_short_names(kept, contest.words), contest.words)
    taken = {at for chosen in stand for at in chosen.candidate.places}
    left = (families.get(one.entry.skill.competency, "") for one in contest.sorted_out.open_cases if not one.places & taken)
    skills = [chosen.candidate.entry.skill for chosen in stand if chosen.is_sure]
    return Choice(
        stand, frozenset(left), tuple([(families.get(skill.competency, skill.competency), skill.id) for skill in skills])
    )


def _decided(contest: Contest, chances: Mapping[int, float] | None) -> tuple[list[Chosen], list[Candidate]]:
    """Return, in text order, the weightiest that read as their skills and do not overlap; and those whose chance must be known first."""
    taken: set[int] = set()
    waiting: set[int] = set()
    kept: list[Chosen] = []
    unasked: list[Candidate] = []
    for chosen in contest.order:
        candidate = chosen.candidate
        if not taken.isdisjoint(candidate.places):
            continue
        if not waiting.isdisjoint(candidate.places):
            waiting |= candidate.places
            continue
        stands: Chosen | None = chosen
        if chances is not None and not _has_no_other_sense(candidate, contest):
            chance = chances.get(id(candidate))
            if chance is None:
                unasked.append(candidate)
                waiting |= candidate.places
                continue
            stands = _in_sense(chosen, chance, contest)
        if stands is not None:
            taken |= candidate.places
            kept.append(stands)
    return sorted(kept, key=lambda chosen: (chosen.candidate.start, chosen.candidate.stop)), unasked


def _has_no_other_sense(candidate: Candidate, contest: Contest) -> bool:
    """Tell whether the model of senses need not be asked: a form without guards.

    Of a line alone it is asked all the same, for what nobody foresaw (a "feature store" in a film about shops), unless the form is a name
    or has many words. In a resume the model hardly ever refused such a form, and was as often wrong as right where it did.
    """
    if contest.sorted_out.said[id(candidate)] is not Said.FREE:
        return False
    return not contest.is_alone or candidate.entry.skill.kind in _NAMES or candidate.stop - candidate.start >= _LONG_FORM


def _stands_by_a_name(candidate: Candidate, contest: Contest) -> bool:
    """Tell whether a name is the next item to one that has no other sense: `Docker, Kubernetes, GCP` are no dockers'."""
    if candidate.entry.skill.kind not in _NAMES:
        return False
    for other in contest.sorted_out.standing:
        one = other.candidate
        at = candidate.start if one.stop == candidate.start else candidate.stop if candidate.stop == one.start else None
        if at is not None and contest.words.breaks[at] and one.entry.skill.kind in _NAMES and _has_no_other_sense(one, contest):
            return True
    return False


def _in_sense(chosen: Chosen, chance: float, contest: Contest) -> Chosen | None:
    """Return a candidate that reads as its skill, with how sure that is; one for which nothing spoke only where that is beyond doubt."""
    said = contest.sorted_out.said[id(chosen.candidate)]
    least = _SURELY_MEANT if id(chosen) in contest.unsupported else _MEANT.get(said, _OTHERWISE_MEANT)
    if least < _SURELY_MEANT and _stands_by_a_name(chosen.candidate, contest):
        least = _MEANT[Said.FREE]
    if chance < least:
        return None
    return Chosen(
        chosen.candidate, chosen.because, confidence=max(as_confidence(chance), _AT_LEAST.get(said, 0.0)), by_line=chosen.by_line,
    )


def _with_short_names(stand: Sequence[Chosen], words: Words) -> tuple[Chosen, ...]:
    """Join a name with its short form in brackets behind it, or the other way round: `Certified ScrumMaster (CSM)` is named once."""
    kept: list[Chosen] = []
    for chosen in stand:
        before = kept[-1].candidate if kept else None
        here = chosen.candidate
        if before is not None and before.entry.skill is here.entry.skill and _is_short_form(words, before, here):
            joined = before._replace(stop=here.stop, places=before.places | here.places)
            kept[-1] = kept[-1]._replace(candidate=joined, confidence=max(kept[-1].confidence, chosen.confidence))
        else:
            kept.append(chosen)
    return tuple(kept)


def _without_named_figures(stand: tuple[Chosen, ...], words: Words) -> tuple[Chosen, ...]:
    """Leave out a bare figure where the line names what it measures: `SLO of 99.95%` shows one thing, not two."""
    figures = {id(one) for one in stand if _FIGURE.fullmatch(_text_of(one.candidate, words))}
    if not figures:
        return stand
    named = {one.candidate.entry.skill.competency for one in stand if id(one) not in figures}
    return tuple([one for one in stand if id(one) not in figures or one.candidate.entry.skill.competency not in named])


def _text_of(candidate: Candidate, words: Words) -> str:
    return words.text[words.starts[candidate.start] : words.stops[candidate.stop - 1]]


def _is_short_form(words: Words, first: Candidate, second: Candidate) -> bool:
    """Tell whether the second name stands alone in brackets behind the first, and one has the other's initials: not `K8s (EKS)`."""
    end = words.stops[second.stop - 1]
    if second.start != first.stop or words.between(second.start).strip() != "(" or not words.text.startswith(")", end):
        return False
    written = [_text_of(one, words) for one in (first, second)]
    short, full = sorted((name.removesuffix("s") for name in written), key=len)
    letters = iter(letter for at, letter in enumerate(full) if letter.isupper() or at == 0 or not full[at - 1].isalnum())
    return short.isupper() and all(any(letter == other.upper() for other in letters) for letter in short)


def _with_neighbours(
    open_cases: Sequence[Candidate], standing: Sequence[Chosen], words: Words, *, families: Mapping[str, str], fields: frozenset[str]
) -> list[Chosen]:
    rescued: list[Chosen] = []
    for candidate in open_cases:
        if families.get(candidate.entry.skill.competency) in fields:
            rescued.append(Chosen(candidate, "as the position or the resume speaks of its field", by_line=False))
            continue
        for other in standing:
            if other.candidate.entry.skill is candidate.entry.skill or not other.candidate.places.isdisjoint(candidate.places):
                continue
            if _helps(other.candidate, candidate, families):
                label = other.candidate.entry.skill.label
                rescued.append(Chosen(candidate, f"beside {label}", by_line=not other.candidate.entry.is_guarded))
                break
        else:
            if _among_its_like(candidate, open_cases, words):
                rescued.append(Chosen(candidate, "in a list with others of its kind"))
    return rescued


def _among_its_like(candidate: Candidate, open_cases: Sequence[Candidate], words: Words) -> bool:
    """Tell whether capitalised names that are each doubtful stand together: `Helm, Istio, Apollo`, `Cypress and Selenium`."""
    if not _is_name(candidate, words):
        return False
    near = {
        other.entry.skill.id: other.entry.skill.competency
        for other in open_cases
        if not other.places & candidate.places
        and other.entry.skill is not candidate.entry.skill
        and _is_name(other, words)
        and min(abs(other.start - candidate.stop), abs(candidate.start - other.stop)) <= _NEAR
    }
    alike = sum(competency == candidate.entry.skill.competency for competency in near.values())
    return alike >= 1 or len(near) >= _ENOUGH_NAMES


def _is_name(candidate: Candidate, words: Words) -> bool:
    return candidate.entry.skill.kind is SkillKind.TOOL and words.raw(candidate.start)[:1].isupper()


def _helps(other: Candidate, candidate: Candidate, families: Mapping[str, str]) -> bool:
    skill = other.entry.skill
    family = families.get(skill.competency)
    return (
        family in _HELPFUL_FAMILIES
        or skill.competency in _HELPFUL_COMPETENCIES
        or skill.kind in _HELPFUL_KINDS
        or family == families.get(candidate.entry.skill.competency)
    )
