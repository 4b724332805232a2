"""What is missing for a role, what closing it would add, and which skills would show it.

A gap is a competency without a deed: nothing counted (ABSENT), or only named, wished for, denied or somebody else's
(UNPROVEN). A competency shown by paraphrases alone is REWORDED: the deed is there, the usual word is not. A competency
with a named deed is no gap, even if a given tool is not named: postings ask for competencies; tools are ways
to show one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resumefit.core.assessment import Gap, GapKind
from resumefit.core.lexicon import Advice, Lexicon, Role, Skill
from resumefit.core.marks import BEFORE_WORDS
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.resume import Resume
from resumefit.score.constants import Constants
from resumefit.score.evidence import (
    Evidence,
    Material,
    Rung,
    is_deed,
    is_evidence,
    proof_piece,
    sentence_key,
)
from resumefit.score.rounding import tenth
from resumefit.score.ways import quickest_way, skills_to_show, usual_terms
from resumefit.score.weighing import Weighed, Weighing, exact_score, own_strength
from resumefit.score.worklist import first_rank

_ROUGH_WEEKS = {3: 8, 2: 6, 1: 4}  # effort where no advice says otherwise
_PLACES_SHOWN = 3
_SURE = 0.6  # a paraphrase less certain than this earns a little, but a reader may well not see the deed in it


def find_gaps(
    role: Role, material: Material, *, weighing: Weighing, lexicon: Lexicon, advice: Mapping[str, Advice],
    constants: Constants,
) -> tuple[Gap, ...]:
    """Return the role's gaps, the largest gain first; of equals what the field advises first, then the smaller effort."""
    field = _Field(material, lexicon, advice)
    own, years = weighing.own, material.resume.years_product
    found = []
    for item in weighing.competencies:
        kind = gap_kind([mention for _, mention in field.said(item.competency)])
        if kind is not None:
            proven = with_proof(item.evidence, resume=material.resume, constants=constants)
            better = {**own, item.competency: own_strength(proven, constants=constants)}
            score = exact_score(role, better, deeds=weighing.deeds + 1, years_product=years, constants=constants)
            gain = round(max(0.0, tenth(score) - tenth(weighing.exact)), 1)
            found.append(_gap(item, kind, gain, field))
    found.sort(key=lambda gap: (-gap.gain, first_rank(gap.competency, role.id), gap.effort_weeks, gap.competency))
    return tuple(replace(gap, priority=rank) for rank, gap in enumerate(found, start=1))


@dataclass(frozen=True, slots=True)
class _Field:
    """What gaps are told from: the resume, and what the lexicon and the advice know."""

    material: Material
    lexicon: Lexicon
    advice: Mapping[str, Advice]

    def said(self, competency: str) -> list[tuple[int, Mention]]:
        return [(at, mention) for at, mention in enumerate(self.material.mentions) if mention.competency == competency]

    def skills(self, competency: str) -> list[Skill]:
        return [skill for skill in self.lexicon.skills if skill.competency == competency]

    def label(self, competency: str) -> str:
        return next((item.label for item in self.lexicon.competencies if item.id == competency), "This competency")

    def sentence(self, mention: Mention) -> str:
        return " ".join(self.material.document.text[mention.sentence_start : mention.sentence_stop].split())


def _gap(item: Weighed, kind: GapKind, gain: float, field: _Field) -> Gap:
    competency, advice = item.competency, field.advice
    said, known = field.said(competency), field.skills(competency)
    where = _where_it_is_said(kind, said, field)
    weeks = _effort(kind, competency, item.weight, advice)
    way = None
    if kind is GapKind.REWORDED:
        skills = usual_terms(field.sentence(field.material.mentions[where[0]]), known, field.lexicon)
    else:
        way = quickest_way(competency, known, advice, whole_weeks=weeks)
        best = skills_to_show(known, [mention for _, mention in said])
        skills = best if way is None or way in best else (*best[:-1], way)
    return Gap(
        competency=competency, skill=skills[0] if skills else None, kind=kind, priority=0, gain=gain,
        why=_why(kind, field.label(competency), [mention for _, mention in said]), effort_weeks=weeks,
        advice=_advice(competency, skills, advice), skills=skills, way=way, way_weeks=advice[way].effort_weeks if way else None,
        rewrite=_rewrite(skills, where, field) if kind is GapKind.REWORDED else "",
        skill_advice=tuple((skill, advice[skill]) for skill in skills if skill in advice and skill != competency),
        evidence=where,
    )


def _rewrite(skills: Sequence[str], where: Sequence[int], field: _Field) -> str:
    """Return the person's own sentence with a blank for the usual term: nothing in it is invented."""
    mention = field.material.mentions[where[0]]
    labels = {skill.id: skill.label for skill in field.lexicon.skills}
    terms = " or ".join(labels[skill] for skill in skills) or f"a usual term of {field.label(mention.competency)}"
    sentence = field.sentence(mention).lstrip(BEFORE_WORDS).rstrip(".;")
    return f"{sentence} [{terms}, if that is what it was]."


def gap_kind(mentions: Sequence[Mention]) -> GapKind | None:
    """Say how a competency with these mentions is missing; None when a named deed shows it."""
    deeds = [mention for mention in mentions if is_deed(mention)]
    if any(mention.found_by is FoundBy.LEXICON for mention in deeds):
        return None
    if any(mention.confidence >= _SURE for mention in deeds):
        return GapKind.REWORDED
    speaks = [mention for mention in mentions if is_evidence(mention) or mention.status is not Status.NEGATED]
    return GapKind.UNPROVEN if speaks else GapKind.ABSENT


def with_proof(evidence: Evidence, *, resume: Resume, constants: Constants, result: bool = True) -> Evidence:
    """Return the evidence as it would be with one named deed in the present or last position, by default with its result."""
    proof = proof_piece(resume, constants=constants)
    proof = proof if result else replace(proof, base=1.0, rung=Rung.DEMONSTRATED)
    return replace(evidence, deeds=(*evidence.deeds, proof))


def _why(kind: GapKind, label: str, mentions: Sequence[Mention]) -> str:
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


def _where_it_is_said(kind: GapKind, said: Sequence[tuple[int, Mention]], field: _Field) -> tuple[int, ...]:
    """Return the mentions to look at: the surest paraphrases, or the places that name, plan or deny it; one a sentence."""
    if kind is GapKind.ABSENT:
        chosen = [(index, mention) for index, mention in said if mention.status is Status.NEGATED]
    elif kind is GapKind.REWORDED:
        chosen = sorted((pair for pair in said if is_deed(pair[1])), key=lambda pair: (-pair[1].confidence, pair[0]))
    else:
        chosen = list(said)
    by_sentence: dict[str, int] = {}
    for index, mention in chosen:
        by_sentence.setdefault(sentence_key(mention, field.material.document), index)
    return tuple(by_sentence.values())[:_PLACES_SHOWN]


def _effort(kind: GapKind, competency: str, weight: int, advice: Mapping[str, Advice]) -> int:
    if kind is GapKind.REWORDED:
        return 1
    return advice[competency].effort_weeks if competency in advice else _ROUGH_WEEKS.get(weight, 4)


def _advice(competency: str, skills: Sequence[str], advice: Mapping[str, Advice]) -> Advice | None:
    """Prefer advice on the competency as a whole; else on the most asked of its skills that has some."""
    return next((advice[key] for key in (competency, *skills) if key in advice), None)
