"""Which skill of a competency a sentence comes nearest to, by the words that both use.

For what is shown in other words only: the advice is to name the usual term, and it must be the term for *this* deed, not the
one that postings ask for most. Words that many skills share say little; where nothing stands out, no skill is named.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from resumefit.core.lexicon import Lexicon, Skill

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "y", "e")
_SHORTEST_STEM = 4
_EMPTY = re.compile(
    r"the|and|for|with|from|that|this|was|were|are|our|their|they|who|which|into|over|under|after|before|within|than|then"
    r"|each|all|any|one|two|three|four|five|six|seven|eight|nine|ten|not|had|has|have|its|per|via|about|between|across"
)
_EXAMPLE_SHARE = 0.35  # a word of an example line says less than one of the skill's own name
_NEAR = 3.2  # in nats: about one rare word of the skill's own, or three of its examples
_AS_NEAR = 0.6  # of the nearest: what comes second must be nearly as near to be named too


def nearest_skills(sentence: str, skills: Sequence[Skill], lexicon: Lexicon, *, limit: int = 2) -> tuple[str, ...]:
    """Return the ids of the skills whose words a sentence uses most, none when it uses hardly any of theirs."""
    words = stems(sentence)
    rarity = _rarity(lexicon)
    scored = sorted(
        ((_score(words, skill, rarity), skill.asked, skill.id) for skill in skills),
        key=lambda one: (-one[0], -one[1], one[2]),
    )
    best = scored[0][0] if scored else 0.0
    return tuple(skill for score, _, skill in scored if score >= max(_NEAR, best * _AS_NEAR))[:limit]


def stems(text: str) -> frozenset[str]:
    """Return the words of a text without their endings, the empty ones left out."""
    return frozenset(_stem(word) for word in _WORD.findall(text.casefold()) if not _EMPTY.fullmatch(word))


def _score(words: frozenset[str], skill: Skill, rarity: Mapping[str, float]) -> float:
    own, examples = _words_of(skill)
    named = math.fsum(rarity.get(word, 0.0) for word in words & own)
    return named + _EXAMPLE_SHARE * math.fsum(rarity.get(word, 0.0) for word in words & (examples - own))


@lru_cache(maxsize=4096)
def _words_of(skill: Skill) -> tuple[frozenset[str], frozenset[str]]:
    own = stems(" ".join((skill.label, *(form.text for form in skill.forms))))
    return own, stems(" ".join(skill.positive))


@lru_cache(maxsize=4)
def _rarity_of(skills: tuple[Skill, ...]) -> Mapping[str, float]:
    seen: Counter[str] = Counter()
    for skill in skills:
        own, examples = _words_of(skill)
        seen.update(own | examples)
    return {word: math.log(len(skills) / times) for word, times in seen.items()}


def _rarity(lexicon: Lexicon) -> Mapping[str, float]:
    return _rarity_of(lexicon.skills)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
