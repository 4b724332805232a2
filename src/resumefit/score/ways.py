"""Ways to show a competency: the skills by which one deed would show it, and the one that takes the fewest weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resumefit.core.lexicon import Advice, Lexicon, Skill, SkillKind
from resumefit.core.mention import Mention, Status
from resumefit.score.nearness import nearest_skills

FIRST_WAYS: Mapping[str, str] = {
    "mlops": "experiment-tracking",
    "responsible-ai": "bias-audit",
    "generative-ai": "prompt-engineering",
    "model-evaluation": "llm-evals",
}
"""The ways that the field's comparisons of the two roles advise to take first, in their order."""
_SHOWN = 4
_NAMED = (Status.LISTED, Status.ASPIRING)
_DEEDS = (SkillKind.METHOD, SkillKind.CONCEPT, SkillKind.PRACTICE)  # to run a tool is no product manager's deed by itself


def skills_to_show(skills: Sequence[Skill], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the skills of a competency that would best show it: named ones first, then what postings ask for most."""
    named = {mention.skill for mention in mentions if mention.status in _NAMED}
    ranked = sorted(skills, key=lambda skill: (skill.id not in named, -skill.asked, skill.id))
    return tuple(skill.id for skill in ranked[:_SHOWN])


def usual_terms(sentence: str, skills: Sequence[Skill], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the skills, of those that postings name, that a deed in other words comes nearest to; no tool, standard or certificate.

    Whoever writes of "keys in a vault" may call it encryption if it is that; nobody must be told to claim a standard.
    """
    return nearest_skills(sentence, [skill for skill in skills if skill.kind in _DEEDS and skill.asked], lexicon)


def quickest_way(
    competency: str, skills: Sequence[Skill], advice: Mapping[str, Advice], *, whole_weeks: int
) -> str | None:
    """Return the skill by which one deed takes the fewest weeks, if that is quicker than the whole competency."""
    first = FIRST_WAYS.get(competency)
    advised = [skill for skill in skills if skill.id in advice and skill.id != competency and skill.kind in _DEEDS]
    ranked = sorted(advised, key=lambda skill: (skill.id != first, advice[skill.id].effort_weeks, -skill.asked, skill.id))
    return next((skill.id for skill in ranked[:1] if advice[skill.id].effort_weeks < whole_weeks), None)
