"""What is missing for a role, what closing it would add, and which skills would show it.

A gap is a competency without a deed: nothing counted (ABSENT), or only named, wished for, denied or somebody else's
(UNPROVEN). A competency shown by paraphrases alone is REWORDED: the deed is there, the usual word is not. A competency
with a named deed is no gap, even if a given tool is not named: postings ask for competencies; tools are ways
to show one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from resumefit.core.assessment import Gap, GapKind
from resumefit.core.lexicon import Advice, Competency, Lexicon, Role, Skill
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.resume import Resume
from resumefit.score.constants import Constants
from resumefit.score.evidence import Evidence, Material, gather_all, is_deed, is_evidence, proof_piece
from resumefit.score.rounding import tenth
from resumefit.score.weighing import NOTHING, Weighing, weigh_evidence

_ROUGH_WEEKS = {3: 8, 2: 6, 1: 4}  # effort where no advice says otherwise
_SKILLS_SHOWN = 4
_PLACES_SHOWN = 3
_SURE = 0.6  # a paraphrase less certain than this earns a little, but a reader may well not see the deed in it


def find_gaps(
    role: Role, material: Material, *, weighing: Weighing, lexicon: Lexicon, advice: Mapping[str, Advice],
    constants: Constants,
) -> tuple[Gap, ...]:
    """Return the role's gaps, the largest gain first, the smaller effort first among equals."""
    known = {competency.id: competency for competency in lexicon.competencies}
    by_competency: dict[str, list[tuple[int, Mention]]] = {}
    for index, mention in enumerate(material.mentions):
        by_competency.setdefault(mention.competency, []).append((index, mention))
    skills_of: dict[str, list[Skill]] = {}
    for skill in lexicon.skills:
        skills_of.setdefault(skill.competency, []).append(skill)
    evidence = gather_all(material, constants=constants)
    found = []
    for item in weighing.competencies:
        said = by_competency.get(item.competency, [])
        mentions = [mention for _, mention in said]
        kind = gap_kind(mentions)
        if kind is None:
            continue
        proven = with_proof(evidence, item.competency, resume=material.resume, constants=constants)
        years = material.resume.years_product
        better = weigh_evidence(role, proven, years_product=years, constants=constants)
        skills = skills_to_show(skills_of.get(item.competency, ()), mentions)
        found.append(
            Gap(
                competency=item.competency, skill=skills[0] if skills else None, kind=kind, priority=0,
                gain=round(max(0.0, tenth(better.exact) - tenth(weighing.exact)), 1),
                why=_why(kind, known.get(item.competency), mentions),
                effort_weeks=_effort(kind, item.competency, item.weight, advice),
                advice=_advice(item.competency, skills, advice), skills=skills,
                skill_advice=tuple((skill, advice[skill]) for skill in skills if skill in advice and skill != item.competency),
                evidence=_where_it_is_said(kind, said),
            )
        )
    found.sort(key=lambda gap: (-gap.gain, gap.effort_weeks, gap.competency))
    return tuple(replace(gap, priority=rank) for rank, gap in enumerate(found, start=1))


def gap_kind(mentions: Sequence[Mention]) -> GapKind | None:
    """Say how a competency with these mentions is missing; None when a named deed shows it."""
    deeds = [mention for mention in mentions if is_deed(mention)]
    if any(mention.found_by is FoundBy.LEXICON for mention in deeds):
        return None
    if any(mention.confidence >= _SURE for mention in deeds):
        return GapKind.REWORDED
    speaks = [mention for mention in mentions if is_evidence(mention) or mention.status is not Status.NEGATED]
    return GapKind.UNPROVEN if speaks else GapKind.ABSENT


def with_proof(
    evidence: Mapping[str, Evidence], competency: str, *, resume: Resume, constants: Constants
) -> Mapping[str, Evidence]:
    """Return the evidence as it would be with one named deed and its outcome in the present or last position."""
    known = evidence.get(competency, NOTHING)
    proof = proof_piece(resume, constants=constants)
    return {**evidence, competency: replace(known, deeds=(*known.deeds, proof))}


def skills_to_show(skills: Sequence[Skill], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the skills of a competency that would best show it: what postings ask for most, named ones first."""
    named = {mention.skill for mention in mentions if mention.status in (Status.LISTED, Status.ASPIRING)}
    ranked = sorted(skills, key=lambda skill: (-skill.asked, skill.id not in named, skill.id))
    return tuple(skill.id for skill in ranked[:_SKILLS_SHOWN])


def _why(kind: GapKind, competency: Competency | None, mentions: Sequence[Mention]) -> str:
    label = competency.label if competency else "This competency"
    if kind is GapKind.REWORDED:
        return f"{label} is shown in other words only; a reader who looks for the usual term may miss it"
    if kind is GapKind.UNPROVEN:
        if any(is_deed(mention) for mention in mentions):
            return f"{label} may be meant in one place, but no reader could be sure of it"
        statuses = {mention.status for mention in mentions}
        if Status.LISTED in statuses:
            return f"{label} is named, but no deed shows it"
        if Status.ASPIRING in statuses:
            return f"{label} is being learned or planned, but no deed shows it yet"
        return f"{label} appears only as somebody else's work or in another sense"
    denied = any(mention.status is Status.NEGATED for mention in mentions)
    return f"the resume says that {label} is not there" if denied else f"nothing in the resume speaks of {label}"


def _where_it_is_said(kind: GapKind, said: Sequence[tuple[int, Mention]]) -> tuple[int, ...]:
    """Return the mentions to look at: the surest paraphrases, or the places that name, plan or deny it; one a sentence."""
    if kind is GapKind.ABSENT:
        chosen = [(index, mention) for index, mention in said if mention.status is Status.NEGATED]
    elif kind is GapKind.REWORDED:
        chosen = sorted((pair for pair in said if is_deed(pair[1])), key=lambda pair: (-pair[1].confidence, pair[0]))
    else:
        chosen = list(said)
    by_sentence: dict[int, int] = {}
    for index, mention in chosen:
        by_sentence.setdefault(mention.sentence_start, index)
    return tuple(by_sentence.values())[:_PLACES_SHOWN]


def _effort(kind: GapKind, competency: str, weight: int, advice: Mapping[str, Advice]) -> int:
    if kind is GapKind.REWORDED:
        return 1
    return advice[competency].effort_weeks if competency in advice else _ROUGH_WEEKS.get(weight, 4)


def _advice(competency: str, skills: Sequence[str], advice: Mapping[str, Advice]) -> Advice | None:
    """Prefer advice on the competency as a whole; else on the most asked of its skills that has some."""
    return next((advice[key] for key in (competency, *skills) if key in advice), None)
