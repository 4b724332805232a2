"""Evens out how one word may be written: a key for equal words, and a stem for a word in any inflection.

Both only have to be the same for the lexicon's words and the text's, not to be pretty: `enterprise` becomes
`enterprize` on both sides. Keys keep words apart that stems do not (`training` and `train`).
"""

from __future__ import annotations

from resumefit.core.remembered import remembered

_NOT_PLURAL = ("ss", "us", "is")
_IRREGULAR_PLURALS = {
    "apis": "api", "kpis": "kpi", "slis": "sli", "uis": "ui", "clis": "cli", "guis": "gui", "ais": "ai", "pis": "pi",
    "hypotheses": "hypothesis", "analyses": "analysis", "theses": "thesis", "matrices": "matrix", "indices": "index",
    "criteria": "criterion", "people": "person", "children": "child", "women": "woman", "men": "man",
    "biases": "bias", "buses": "bus", "statuses": "status", "viruses": "virus", "canvases": "canvas",
    "atlases": "atlas", "gases": "gas", "taxes": "tax", "always": "always", "news": "news", "lens": "lens",
}
_SHORTHAND = {"&": "and", "w/": "with", "w/o": "without"}
_SPELLINGS = {
    "behaviour": "behavior", "behavioural": "behavioral", "colour": "color", "coloured": "colored",
    "favour": "favor", "favourite": "favorite", "honour": "honor", "labour": "labor", "neighbour": "neighbor",
    "neighbourhood": "neighborhood", "rigour": "rigor", "vigour": "vigor", "programme": "program", "centre": "center",
    "metre": "meter", "catalogue": "catalog", "catalogued": "cataloged", "cataloguing": "cataloging",
    "dialogue": "dialog", "licence": "license", "defence": "defense", "judgement": "judgment", "grey": "gray",
    "artefact": "artifact", "ageing": "aging", "cheque": "check", "fulfil": "fulfill", "enrol": "enroll",
    "analogue": "analog", "centred": "centered", "practise": "practice", "practising": "practicing",
    "practised": "practiced", "practis": "practice", "mould": "mold", "tyre": "tire", "sceptical": "skeptical", "instalment": "installment",
}
_IRREGULAR_VERBS = {
    "led": "lead", "built": "build", "wrote": "write", "written": "write", "ran": "run", "gave": "give",
    "given": "give", "sold": "sell", "taught": "teach", "brought": "bring", "bought": "buy", "thought": "think",
    "sought": "seek", "caught": "catch", "made": "make", "took": "take", "taken": "take", "drew": "draw",
    "drawn": "draw", "drove": "drive", "driven": "drive", "chose": "choose", "chosen": "choose", "kept": "keep",
    "held": "hold", "met": "meet", "found": "find", "told": "tell", "spoke": "speak", "spoken": "speak",
    "sent": "send", "spent": "spend", "lent": "lend", "grew": "grow", "grown": "grow", "knew": "know",
    "known": "know", "showed": "show", "shown": "show", "began": "begin", "begun": "begin", "broke": "break",
    "broken": "break", "froze": "freeze", "frozen": "freeze", "won": "win", "sat": "sit", "got": "get",
    "understood": "understand", "stood": "stand", "rewrote": "rewrite", "rewritten": "rewrite",
    "rebuilt": "rebuild", "oversaw": "oversee", "overseen": "oversee", "saw": "see", "seen": "see",
    "undertook": "undertake", "undertaken": "undertake", "withdrew": "withdraw", "withdrawn": "withdraw",
    "agreed": "agree", "disagreed": "disagree", "guaranteed": "guarantee", "freed": "free", "refereed": "referee",
    "fed": "feed", "left": "leave", "lost": "lose", "paid": "pay", "laid": "lay", "said": "say", "heard": "hear",
    "dealt": "deal", "meant": "mean", "felt": "feel", "became": "become", "came": "come", "went": "go", "gone": "go",
    "did": "do", "done": "do", "had": "have", "was": "be", "were": "be", "been": "be", "forecasted": "forecast",
    "learnt": "learn", "spelt": "spell", "flew": "fly", "flown": "fly", "threw": "throw", "thrown": "throw",
    "arose": "arise", "fought": "fight", "bound": "bind", "foresaw": "foresee", "hid": "hide", "hidden": "hide",
}
_VOWELS = frozenset("aeiouy")


@remembered
def key_of(word: str) -> str:
    """Return the key of one written word (no white space): case, plural, possessive and UK/US spelling off, shorthand written out."""
    if word in _SHORTHAND:
        return _SHORTHAND[word]
    bare = word.replace("’", "'")
    if bare[-2:] in ("'s", "'S"):
        bare = bare[:-2]
    bare = bare.replace("'", "").replace(".", "")
    lower = bare.lower().replace("µ", "micro").replace("μ", "micro")
    if lower in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[lower]
    if lower.endswith("s") and not _keeps_s(bare) and not (bare.isupper() and len(bare) < 5):
        lower = _singular(lower)
    return _american(lower)


def _keeps_s(bare: str) -> bool:
    return any(letter.isdigit() for letter in bare) or (len(bare) < 4 and not (bare[:-1].isupper() and bare[-1:] == "s"))


def _singular(word: str) -> str:
    if word.endswith(_NOT_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _american(word: str) -> str:
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if len(word) < 5:
        return word
    if "is" in word[2:]:
        for old, new in (
            ("isation", "ization"), ("isational", "izational"), ("ise", "ize"), ("ised", "ized"), ("ising", "izing"),
            ("iser", "izer"),
        ):
            if word.endswith(old):
                return word[: -len(old)] + new
    if "ys" in word:
        for old, new in (("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing")):
            if word.endswith(old):
                return word[: -len(old)] + new
    if "ell" in word:
        for old, new in (("elling", "eling"), ("elled", "eled"), ("eller", "eler")):
            if word.endswith(old):
                return word[: -len(old)] + new
    return word


@remembered
def stem_of(key: str) -> str:
    """Return what all inflections of a key share; made from keys only."""
    word = _IRREGULAR_VERBS.get(key, key)
    if len(word) < 4:
        return word
    for ending in ("ation", "ion", "ing", "ied", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 2 and any(letter in _VOWELS for letter in rest):
            if ending == "ed" and rest.endswith("e"):  # need, speed
                break
            if ending in ("ation", "ion") and len(rest) < 4:  # ration, union
                continue
            return _bare(rest)
    return _bare(word)


def _bare(word: str) -> str:
    """Take off a final e or y, and one of two equal final consonants."""
    if len(word) > 3 and word[-1] in "ey":
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouys":
        word = word[:-1]
    return word


def keys_of(text: str) -> frozenset[str]:
    """Return the keys of the words of a text that has nothing but words and spaces, as a rule compares with the keys of a sentence."""
    return frozenset(map(key_of, text.split()))


_UNCHANGED_PASTS = frozenset({"set", "put", "cut", "read", "cast", "split", "let", "spread", "beat", "hit", "shut", "quit"})


@remembered
def is_past(key: str) -> bool:
    """Tell whether a key looks like a verb in the past tense."""
    return (key.endswith("ed") and len(key) > 3 and not key.endswith("eed")) or key in _IRREGULAR_VERBS or (
        key in _UNCHANGED_PASTS
    )
