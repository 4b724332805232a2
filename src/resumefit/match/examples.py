"""Runs the lexicon's own examples through the matcher: each positive line must find its skill, no negative line may."""

from __future__ import annotations

from collections.abc import Iterator

from resumefit.core.lexicon import Lexicon, Problem, Skill
from resumefit.core.protocols import FindPlace
from resumefit.match.matcher import Matcher, build_matcher


def check_examples(lexicon: Lexicon, *, place_of: FindPlace) -> tuple[Problem, ...]:
    """Return every example line that the matcher reads otherwise than the lexicon says, with where it stands."""
    matcher = build_matcher(lexicon)
    problems: list[Problem] = []
    for skill in lexicon.skills:
        problems += _skill_problems(skill, matcher, place_of)
    problems += _paraphrase_problems(lexicon, matcher, place_of)
    return tuple(problems)


def _skill_problems(skill: Skill, matcher: Matcher, place_of: FindPlace) -> Iterator[Problem]:
    for line in skill.positive:
        mentions = matcher.match_line(line)
        if not any(mention.competency == skill.competency and mention.counted for mention in mentions):
            seen = ", ".join(f"{m.skill} {m.status}" for m in mentions) or "nothing"
            yield Problem(
                *place_of(skill, line),
                f"'{skill.id}' is not found and counted in its positive line: {line!r} (found: {seen})",
                "Add the wording as an alias, or loosen the guard",
            )
    for line in skill.negative:
        for mention in matcher.match_line(line):
            if mention.skill == skill.id and mention.counted:
                yield Problem(
                    *place_of(skill, line),
                    f"'{skill.id}' is found in its negative line: {line!r} at {line[mention.start : mention.stop]!r}",
                    "Guard that form, or block a word of the line",
                )


def _paraphrase_problems(lexicon: Lexicon, matcher: Matcher, place_of: FindPlace) -> Iterator[Problem]:
    for entry in lexicon.paraphrases:
        if not any(mention.competency == entry.competency for mention in matcher.match_line(entry.example)):
            yield Problem(
                *place_of(entry, entry.example),
                f"the pattern {entry.pattern!r} does not find its example {entry.example!r}",
                "Loosen the pattern, or change the example",
            )
