"""Tells whether a sentence speaks of somebody else's skill: a colleague's work, an employer's product, goods sold,
people recruited, pages translated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from resumefit.match import labels, theirs
from resumefit.match.clauses import Clauses, Edge
from resumefit.match.cues import Cue
from resumefit.match.deeds import Deeds
from resumefit.match.guards import WordList, word_list
from resumefit.match.stems import is_past, keys_of
from resumefit.match.words import HYPHENS, Words

_NAME = r"(?:[A-Z][\w'’.-]*|&|and|of|the|de|von|\+)"
_SELLS = (
    r"(?:helps?|sells?|makes|provides?|offers(?! (?:in|on|for|to|by|at|from|with)\b)|serves|supplies|powers|"
    r"specialis(?:es|e) in|specializ(?:es|e) in|is an? [\w ,/-]{0,60}?"
    r"(?:company|firm|consultancy|agency|provider|platform|vendor|start-?up|maker|leader|bank|employer|"
    r"charity|subsidiary|supplier|marketplace|business|scale-?up|studio|lab|manufacturer)|"
    r"is (?:one of|the) [\w ,/-]{0,40}?(?:largest|leading|biggest|fastest)|(?:describes|calls|styles|presents) itself|"
    r"(?:has|have) (?:been|coached|"
    r"helped|served|built)|coaches|trains|advises|builds|develops|operates|runs)"
)
_BLURB = re.compile(
    rf"^\W*(?:About\s+)?[A-Z][\w'’.-]*(?:\s+{_NAME}){{0,5}}(?:\s*\([^)]*\))?\s*(?:,\s*(?:an?|"
    rf"the)\s[^,;.]{{3,70}}?(?:\s(?:which|that|who)\s|,\s))?\s*{_SELLS}\b"
)
_APPOSITION = re.compile(
    r",\s+(?:an?|the)\s+(?:[\w/&-]+\s+){0,6}?(?:company|firm|consultancy|agency|provider|vendor|start-?up|"
    r"maker|supplier|employer|bureau|reseller|"
    r"manufacturer|scale-?up|boutique|publisher|distributor|integrator)\b(?:\s+(?:of|for|that|which|who|"
    r"selling|making|building|specialis\w+|specializ\w+|with|in)\b|\s*$)"
)
_BE = keys_of("was were been being got")
_PASSIVE = _BE | {"is", "are", "gets", "get"}
_FILLERS = keys_of(
    "and but while as when where because since whereas though although once after before until whilst so at present "
    "then"
)
_PROFILE = re.compile(
    r"^(?:Our|My|The) (?:(?:employer|firm|company|client) (?:was|is)|(?:employer|firm|company|bank|insurer|hospital) itself)\b",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"\b(?=[capebnd])(?:certif\w+|associate|professional|credential|exam|course|badge|nanodegree|diploma)\b", re.IGNORECASE
)
_TRADES = frozenset({"translat", "interpret", "teach", "tutor", "lectur", "sel", "resel", "telesal", "distribut"})
_DETERMINERS = keys_of("my our the a an his her their another two three four five six")
_TAUGHT = keys_of("taught teach teaches teaching tutored tutoring lectured lecturing")
_TEXTS = frozenset({"leaflet", "letter", "volum", "brochur", "manual", "book", "novel", "poem", "pamphlet", "subtitl"})
_ELSEWHERE = keys_of("next across in at from upstairs abroad that who of before")
_SUBORDINATE = keys_of("when as because since before after until once")
_MINE = keys_of("i me we myself us")
_ONTO = keys_of("against on upon from with around to by")  # `that four squads built against`
_TO_ME = keys_of("me us myself")
_TOGETHER = keys_of("to with and by beside alongside let asked made")
_PREPOSITIONS = keys_of(
    "with for to from into via in by than between about without on at over through during against across under per"
)
_LINKS = keys_of("and or on of in at from for my our the there next door outside abroad upstairs downstairs")
_BEFORE_A_VERB = keys_of("i we to and")
_MAX_SUBJECT = 8
_NO_SUBJECT = _PREPOSITIONS | {"so", "that", "which", "because"}
_SPANS = keys_of("year years month months decade decades")
# `had the team report …`, `With the engineers moved …` are the writer's deeds.
_CAUSING = keys_of("team squad had got let with alongside together")
_DECIDERS = keys_of("board leadership executives management cto ceo cpo cfo cio committee founders stakeholders directors")
_POSTS, _POST = keys_of("owner manager lead head director pm po"), 4


class Others:
    """The words for other people and their doings of a lexicon."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], deeds: Deeds) -> None:
        self._deeds = deeds

        def listed(name: str) -> WordList:
            return word_list(lists.get(name, ()))

        self._heads, self._verbs, self._making = listed("third-party"), listed("their-verbs"), listed("making-verbs")
        self._done, self._recruiting, self._workers = listed("done-by"), listed("recruiting"), listed("workers")
        self._departments, self._heading = listed("departments"), listed("heading-verbs")
        self._recruiters, self._trades = listed("recruiters"), listed("trades")
        self._trading = _TRADES | self._recruiting.any_stems
        self._languages, self._pupils, self._goods = listed("languages"), listed("pupils"), listed("goods")

    def knows(self, key: str) -> bool:
        """Tell whether the word with this key names other people, wherever it stands."""
        return key != "it" and self._heads.knows(key)

    def is_someone(self, words: Words, at: int) -> bool:
        """Tell whether word `at` names other people: a team, a vendor, a boss; "it" is no department, as "IT" is."""
        return self._heads.has(words, at) and not (words.keys[at] == "it" and words.raw(at) != "IT")

    def blurb(self, text: str) -> tuple[int, int] | None:
        """Return the character range in which `text` speaks of a firm and what it sells; None when it does not."""
        found = _BLURB.match(text)
        if found:
            return 0, len(text)
        found = _APPOSITION.search(text) or _PROFILE.match(text) or labels.EMPLOYER.match(text)
        return (found.start(), len(text)) if found else None

    def subjects(self, words: Words, clauses: Clauses, cues: tuple[Cue, ...]) -> tuple[tuple[int, int], ...]:
        """Return (first word, last word of the reach) of each clause that somebody else is the subject of."""
        if not self._heads.is_in(words):
            return ()
        found = []
        for begin in self._beginnings(words, clauses):
            stop = min(clauses.stops[begin], clauses.bracket_end(begin) or len(words))
            verb = self._verb_of_subject(words, clauses, begin, stop, cues)
            if verb is not None and not self._mine(words, begin, verb, stop):
                found.append((begin, stop))
        return tuple(found)

    @staticmethod
    def _mine(words: Words, begin: int, verb: int, stop: int) -> bool:
        """Tell whether the writer is among the subject (`the team and I`) or is told to (`reported to me`)."""
        return any(words.keys[i] in _MINE for i in range(begin, verb)) or any(
            words.keys[i] in _TO_ME and words.keys[i - 1] in _TOGETHER for i in range(verb, stop)
        )

    def _beginnings(self, words: Words, clauses: Clauses) -> list[int]:
        """Return the words at which a subject may stand: after an edge, or a word like `when`."""
        found, inside = [], (Edge.NONE, Edge.CLOSE)
        for at, edge in enumerate(clauses.edges):
            if edge in inside and words.keys[at] not in _SUBORDINATE:
                continue
            begin = at
            while begin + 1 < clauses.stops[at] and words.keys[begin] in _FILLERS:
                begin += 1
            found.append(begin)
        return list(dict.fromkeys(found))

    def _verb_of_subject(
        self, words: Words, clauses: Clauses, begin: int, stop: int, cues: tuple[Cue, ...]
    ) -> int | None:
        """Return the verb whose subject, from word `begin` on, is somebody else."""
        own = next((cue for cue in cues if cue.kind == "own-team" and cue.start == begin), None)
        if own is not None and (own.stop >= stop or words.keys[own.stop] not in _ELSEWHERE):
            return None
        if words.keys[begin] in _CAUSING or self._is_own_post(words, begin, stop):
            return None
        if self._deeds.opens(words, clauses, begin) and not self._heads.has(words, begin):
            return None
        headed = False
        for at in range(begin, min(begin + _MAX_SUBJECT, stop)):
            if at > begin and not headed and (words.keys[at] in _NO_SUBJECT or is_past(words.keys[at])):
                return None
            if at > begin and clauses.edges[at] is not Edge.NONE:
                return None
            if not headed and words.keys[at] in _SPANS and at + 1 < stop and words.keys[at + 1].endswith("ing"):
                return None  # `Eight years shipping what engineers use`
            if at > begin and words.between(at) in HYPHENS:
                continue  # `customer-managed keys`, `partner-led onboarding`: a quality of the thing, and no doer
            gerund = words.keys[at].endswith("ing") and words.keys[at - 1] not in ("was", "were", "is", "are", "been")
            told = self._verbs.has(words, at) or (words.keys[begin] in _DETERMINERS and is_past(words.keys[at]))
            if headed and told and not gerund:
                passive = words.keys[at] in _BE and at + 1 < stop and is_past(words.keys[at + 1])
                return None if passive else at
            head = self.is_someone(words, at) and not (at + 1 < stop and words.between(at + 1) in HYPHENS)
            named = headed and words.raw(at)[:1].isupper()
            joined = headed and words.keys[at] in _LINKS
            headed = head or named or joined
        return None

    @staticmethod
    def _is_own_post(words: Words, begin: int, stop: int) -> bool:
        """Tell whether a clause begins with what the writer is: `Product owner of the platform that the group uses`."""
        post = next((at for at in range(begin, min(begin + _POST, stop)) if words.keys[at] in _POSTS), None)
        return post is not None and post + 1 < stop and words.keys[post + 1] in ("of", "for") and words.keys[begin] not in _DETERMINERS

    def trades_in(self, words: Words) -> bool:
        """Tell whether a sentence could be about hiring, teaching, translating or selling at all."""
        return not self._trading.isdisjoint(words.stems)

    def done_by_others(self, words: Words, clauses: Clauses, at: int, cues: tuple[Cue, ...]) -> bool:
        """Tell whether the clause says by whom else it was done: `canary rollouts by the hosting group`."""
        for cue in cues:
            if cue.kind != "by-others" or cue.start < at or cue.start >= clauses.stops[at - 1]:
                continue
            between = range(at, cue.start)
            listed = any(clauses.edges[place] is Edge.COMMA for place in between)
            if listed and not any(words.keys[place] in ("was", "were", "is", "are", "been") for place in between):
                continue
            before = range(max(at, cue.start - 2), cue.start)
            if any(self._done.has(words, place) for place in before):
                return True
            if words.keys[cue.start] == "by" and cue.start == at:
                return True
        return False

    def ordered_by_others(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether `, which a squad in Porto is writing` follows the mention that ends before word `at`."""
        for place in range(at, min(at + 3, len(words))):
            if words.keys[place] in ("which", "that", "whom") and words.keys[place - 1] != "so" and place + 1 < len(words):
                for verb in range(place + 2, min(place + 7, len(words))):
                    if clauses.edges[verb] is not Edge.NONE:
                        return False
                    if self._making.has(words, verb):
                        if verb + 1 < len(words) and words.keys[verb + 1] in _ONTO and not words.breaks[verb + 1]:
                            return False
                        subject = range(place + 1, verb)
                        return any(self._heads.has(words, i) for i in subject) and not any(
                            words.keys[i] in _MINE for i in subject
                        )
        return False

    def told_whole(self, words: Words, clauses: Clauses, cues: tuple[Cue, ...]) -> bool:
        """Tell whether a sentence says of what it tells that it is others': `The forecast belongs to Finance`, `is kept by the vendor`."""
        first = clauses.stops[0]
        if not _MINE.isdisjoint(words.keys[:first]):
            return False
        begin, end = words.starts[0], words.stops[first - 1]
        if theirs.said_of_all(words.text, begin, end):
            return True
        after = theirs.belonging(words.text, begin, end)
        if after is not None and any(self._heads.has(words, at) for at in range(first) if words.starts[at] >= after):
            return True
        return any(
            cue.kind == "by-others" and 1 < cue.start < first and words.keys[cue.stop - 1] != "it" and
            any(words.keys[at] in _PASSIVE for at in range(max(0, cue.start - 3), cue.start)) and is_past(words.keys[cue.start - 1])
            for cue in cues
        )

    def told_of_them(self, words: Words, clauses: Clauses, start: int) -> bool:
        """Tell whether a relative clause tells what others do: `hosted by our supplier, who also watches it for drift`."""
        first = clauses.starts[start]
        who = next((at for at in range(start, first, -1) if words.keys[at] == "who" and clauses.edges[at] is Edge.COMMA), None)
        if who is None or self._deeds.opens(words, clauses, first):
            return False
        before = range(max(first, who - _MAX_SUBJECT), who)
        return any(self._heads.has(words, at) for at in before) and not any(words.keys[at] in _MINE for at in before)

    def is_job_title(self, words: Words, clauses: Clauses, stop: int) -> bool:
        """Tell whether the mention that ends before word `stop` is the first part of a job title: `the DevOps engineer`.

        A certificate is named after a job, but is a thing that the person has.
        """
        if stop >= len(words) or clauses.edges[stop] is not Edge.NONE or not self._trades.has(words, stop):
            return False
        return _CERTIFICATE.search(words.text) is None

    def is_department(self, words: Words, clauses: Clauses, start: int, stop: int) -> bool:
        """Tell whether the mention only names a department that the writer did not lead: `desks for the MLOps department`."""
        if stop >= len(words) or clauses.edges[stop] is not Edge.NONE or not self._departments.has(words, stop):
            return False
        return not any(self._heading.has(words, at) for at in range(clauses.starts[start], start))

    def recruited(self, words: Words, clauses: Clauses, start: int, stop: int, *, people: bool) -> bool:
        """Tell whether people with the skill were hired or placed: `sourced Kubernetes contractors`.

        Hiring `people` (data scientists) for one's own team is a deed; placing them as a recruiter is not.
        """
        before = range(clauses.starts[start], start)
        if people:
            clause = range(clauses.starts[start], clauses.stops[start])
            return any(self._recruiting.has(words, at) for at in before) and any(
                self._recruiters.has(words, at) for at in clause
            )
        after = range(start, min(stop + 4, clauses.stops[start]))
        hired = any(self._hires(words, clauses, at) for at in before)
        skilled = any(
            self._workers.has(words, at) and words.keys[at + 1] == "with" for at in before if at + 1 < start
        )
        return hired and (skilled or any(self._workers.has(words, at) for at in after))

    def _hires(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether word `at` is a verb of hiring, and not the noun that is spelled like it: `at source`, `one place`."""
        if not self._recruiting.has(words, at):
            return False
        key = words.keys[at]
        begins = at == clauses.starts[at] or words.keys[at - 1] in _BEFORE_A_VERB
        return is_past(key) or key.endswith("ing") or begins

    def taught_or_translated(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether the words were only taught to pupils, or put into another language."""
        clause = range(clauses.starts[at], clauses.stops[at])
        stems = {words.stems[i] for i in clause}
        foreign = any(self._languages.has(words, i) for i in clause)
        if stems & {"translat", "interpret"} and foreign:
            return True
        if stems & {"translat"} and stems & _TEXTS:
            return True
        taught = any(words.keys[i] in _TAUGHT for i in clause)
        return taught and (foreign or any(self._pupils.has(words, i) for i in clause))

    @staticmethod
    def won_over(words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether what was sold was an idea, to those who decide: `Sold the AI roadmap to the board`."""
        return any(
            words.keys[to] == "to" and not _DECIDERS.isdisjoint(words.keys[to + 1 : to + 4]) for to in range(at, clauses.stops[at])
        )

    def led(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether the clause begins with leading the people who stand at word `at`: `Managed the vendors who labelled images`."""
        first = clauses.starts[at]
        return first < at <= first + 3 and self._heading.has(words, first)

    def sold(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether licences or the like of the skill were traded in this clause."""
        clause = range(clauses.starts[at], clauses.stops[at])
        goods = any(self._goods.has(words, i) for i in clause)
        return goods and any(words.stems[i] in ("sel", "resel", "telesal", "distribut") for i in clause)
