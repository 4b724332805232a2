"""Knows names that are also words: "Drew" begins a bullet, "Jenkins" builds software, a "Lake" holds data.

Such a part of somebody's name, standing alone, is the person's only where the sentence makes it one. Taken for the person everywhere,
it would hide deeds and tools from the score for no other reason than what the person is called.
"""

from __future__ import annotations

import re

# Given and family names by what else they are: English words that resumes use, and names of tools, methods and companies.
_WORDS = """
ace alexa ansible apollo april art august aurora baker bank banks bard bayes bell bert bill black bolt bond booker bradley brand
bridge bridges brook brown buck bush carlo cash cassandra chance chase chip church claude clay cliff cline cloud coach cody cohen cole
cook cooper cortana cross crystal curry cutter cypress dagster dale dash dawn dean delta devin dora drew einstein elm english erlang
euler faith falcon fiddler field fields finch fisher flowers ford forest fox frank french galileo gamble gantt gauss gemini gemma
german gini grace grand grant gray green gretel grok grove hall hardy harmony haskell heath helm hill hive hood hope hudson hunter
ishikawa ivy jaeger jasper jax jenkins jewel joy julia june jupiter justice kafka kano kaplan kendra kimball king knight kong kotler
krippendorff lake lambda land lane law lee legacy lia lily lime linear lora love lucid mae major mann march mark markov marsh marshall
mason maven may maze meadows melody miles mill miller miro mistral monte moon moscow moss mural nash neo newton nick nielsen noble
norm oak orion page palm pandas pareto park parks pascal pat peak pearson penny phoenix pierce piper poisson pool pope porter pound
power powers prefect price prince prophet pugh puppet rain rasa ray reading reed rice rich rise river rivers rob roberta rock rose
royal ruby sage saint sales salt sam sandy savage scala scout seldon shapley shepherd shewhart sketch skip snow sora spark sparks
spring stern stitch stone street summer summers sun swagger swift taguchi temple terry train tree triton turing turner van vault
victory violet wade wald walker wall ward warner waters watson webb wells wheeler white whitney wilcoxon wild will wills wise wolf
wood woods wright young zephyr
"""
_ALSO_WORDS = frozenset(_WORDS.split())
_ADDRESSED = re.compile(r"(?:\b(?:mr|mrs|ms|mx|miss|dr|prof)\.?\s+)$", re.IGNORECASE)
_OWNS = re.compile(r"['’]s\b")
_STARTS = re.compile(r"(?:^|[.!?\n])[\s•●▪◦‣*–—-]*$")
_DOES = re.compile(
    r"\s+(?:is|was|has|had|led|built|ran|wrote|drove|won|grew|took|made|began|brought|set|put|cut|held|kept|met|taught|"
    r"sold|gave|came|found|spoke|left|[a-z]{2,}ed|asks|became|began|believes|brings|builds|cares|combines|comes|cuts|delivers|drives|"
    r"enjoys|focuses|gets|gives|grows|helps|holds|joined|keeps|knows|leads|learns|likes|listens|lives|loves|makes|manages|mentors|"
    r"owns|prefers|puts|reads|runs|sees|serves|sets|ships|speaks|specialises|specializes|spends|started|takes|teaches|thinks|thrives|"
    r"tries|turns|understands|wants|works|writes)\b"
)


def is_also_word(part: str) -> bool:
    """Tell whether a part of a name is a word or a tool's name too."""
    return part.casefold() in _ALSO_WORDS


def stands_for_person(text: str, start: int, stop: int) -> bool:
    """Tell whether the sentence makes a person of the word: addressed, owning something, or beginning it and doing something."""
    before = text[max(0, start - 12) : start]
    if _ADDRESSED.search(before) or _OWNS.match(text, stop):
        return True
    return bool(_STARTS.search(before)) and _DOES.match(text, stop) is not None
