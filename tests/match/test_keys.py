"""Rules compare words by their keys, so a rule's own words must be keys: "whereas" would never be met, as its key is "wherea"."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import resumefit.match
from resumefit.match.stems import key_of, keys_of

STEMS = {"scopes._MENDED"}  # compared with stems


def word_sets() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the name and words of every set of words that a module of the matcher holds."""
    for module in pkgutil.iter_modules(resumefit.match.__path__):
        for name, value in vars(importlib.import_module(f"resumefit.match.{module.name}")).items():
            where = f"{module.name}.{name}"
            if isinstance(value, frozenset) and value and where not in STEMS and all(map(_is_word, value)):
                yield where, value


def _is_word(one: object) -> bool:
    return type(one) is str and one.isalpha() and one.islower()


def test_every_word_that_a_rule_compares_with_keys_is_one() -> None:
    sets = dict(word_sets())
    assert len(sets) > 40
    unmet = {name: sorted(word for word in words if key_of(word) not in words) for name, words in sets.items()}
    assert {name: words for name, words in unmet.items() if words} == {}


def test_keys_of_a_text_are_those_of_its_words() -> None:
    assert keys_of("whereas skills was programme") == {"wherea", "skill", "was", "program"}
