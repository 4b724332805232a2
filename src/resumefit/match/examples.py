"""Runs the lexicon's own examples through the matcher: each positive line must find its skill, no negative line may.

And sees to it that a guard is not idle, which only the matcher can tell, as it knows what is one spelling of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from resumefit.core.lexicon import Lexicon, Problem, Skill
from resumefit.core.protocols import FindPlace
from resumefit.match.index import Entry, Index, build_index
from resumefit.match.line_reader import LineReader
from resumefit.match.matcher import Matcher


def check_examples(lexicon: Lexicon, *, place_of: FindPlace) -> tuple[Problem, ...]:
    """Return every example line that the matcher reads otherwise than the lexicon says, with where it stands."""
    index = build_index(lexicon)
    matcher = Matcher(LineReader(lexicon, index), None)
    problems: list[Problem] = []
    for skill in lexicon.skills:
        problems += _skill_problems(skill, matcher, place_of)
    problems += _paraphrase_problems(lexicon, matcher, place_of)
    problems += _idle_guards(index, place_of)
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


def _idle_guards(index: Index, place_of: FindPlace) -> Iterator[Problem]:
    """Yield the guarded forms of which the same skill has a free form in another number or spelling: the matcher takes that one."""
    for entries in index.phrases.values():
        for guarded, free in permutations(entries, 2):
            if "|" in guarded.form.text or guarded.skill.id != free.skill.id or guarded.form.text == free.form.text:
                continue  # of several words in one place, one may well be free
            if guarded.form.needs + guarded.form.blocks and not free.is_guarded and _covers(free, guarded):
                yield Problem(
                    *place_of(guarded.skill, guarded.form.text),
                    f"the guard of {guarded.form.text!r} does nothing, as {free.form.text!r} of the same skill is free",
                    "Guard both, or none",
                )


def _covers(free: Entry, guarded: Entry) -> bool:
    """Tell whether whatever reads as the one form reads as the other as well."""
    pairs = zip(free.atoms, guarded.atoms, strict=True)
    return all(mine.inflected or (mine.key == other.key and not other.inflected) for mine, other in pairs)
