"""Which skill of a competency a sentence comes nearest to, by the words that both use.

For what is shown in other words only: the advice is to name the usual term, and it must be the term for *this* deed, not the
one that postings ask for most. Words that many skills share say little; where nothing stands out, no skill is named. Words with
a capital inside the sentence are left out: names of people, towns and firms must move nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.lexicon import Lexicon, Skill

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=\S\s)[^\W\d_a-z][\w'’.-]*|(?<=[(\"“/-])[^\W\d_a-z][\w'’.-]*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "y", "e")
_SHORTEST_STEM = 4
_EMPTY = re.compile(
    r"the|and|for|with|from|that|this|was|were|are|our|their|they|who|which|into|over|under|after|before|within|than|then"
    r"|each|all|any|one|two|three|four|five|six|seven|eight|nine|ten|not|had|has|have|its|per|via|about|between|across"
    r"|she|her|hers|his|him|them|theirs"
    # What was measured says how a deed ended, and not what was done: "mean error fell to 23 minutes" is no mean time to repair.
    r"|mean|average|median|total|time|times|minutes?|hours?|days?|weeks?|months?|years?|percent|number|half|fell|rose|down|cut"
)
_EXAMPLE_SHARE = 0.35  # a word of an example line says less than one of the skill's own name
_NEAR = 6.0  # in nats: one word that hardly any other skill has, or two that few have
_AS_NEAR = 0.6  # of the nearest: what comes second must be nearly as near to be named too


def nearest_skills(sentence: str, skills: Sequence[Skill], lexicon: Lexicon, *, limit: int = 2) -> tuple[str, ...]:
    """Return the ids of the skills whose words a sentence uses most, none when it uses hardly any of theirs."""
    words, vocabulary = stems(_NAME.sub(" ", sentence.strip())), _vocabulary_of(lexicon.skills)
    scored = sorted(
        ((vocabulary.shared(words, skill.id), skill.asked, skill.id) for skill in skills),
        key=lambda one: (-one[0], -one[1], one[2]),
    )
    best = scored[0][0] if scored else 0.0
    return tuple(skill for score, _, skill in scored if score >= max(_NEAR, best * _AS_NEAR))[:limit]


def stems(text: str) -> frozenset[str]:
    """Return the words of a text without their endings, the empty ones left out."""
    return frozenset(_stem(word) for word in _WORD.findall(text.casefold()) if not _EMPTY.fullmatch(word))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of each skill by its id, in its name and forms and in its examples, and how rare each word is."""

    own: Mapping[str, frozenset[str]]
    examples: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]

    def shared(self, words: frozenset[str], skill: str) -> float:
        """Weigh the words that a sentence shares with a skill."""
        own, examples = words & self.own.get(skill, frozenset()), words & self.examples.get(skill, frozenset())
        return math.fsum(self.rarity[word] for word in own) + _EXAMPLE_SHARE * math.fsum(
            self.rarity[word] for word in examples - own
        )


_known: list[tuple[tuple[Skill, ...], _Vocabulary]] = []  # by identity: to hash 1,200 skills takes longer than the rest


def _vocabulary_of(skills: tuple[Skill, ...]) -> _Vocabulary:
    for seen, vocabulary in _known:
        if seen is skills:
            return vocabulary
    own = {skill.id: stems(" ".join((skill.label, *(form.text for form in skill.forms)))) for skill in skills}
    examples = {skill.id: stems(" ".join(skill.positive)) for skill in skills}
    times = Counter(word for skill in own for word in own[skill] | examples[skill])
    made = _Vocabulary(own, examples, {word: math.log(len(skills) / count) for word, count in times.items()})
    _known[:] = [*_known[-3:], (skills, made)]
    return made


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
