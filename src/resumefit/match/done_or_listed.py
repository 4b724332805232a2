"""Tells what was done from what is only listed: a deed, or a name among others, a claim, words that everybody uses."""

from __future__ import annotations

from collections.abc import Mapping

from resumefit.core.mention import Status
from resumefit.match.clauses import Edge
from resumefit.match.cues import Cue
from resumefit.match.deeds import Deeds
from resumefit.match.guards import word_list
from resumefit.match.verdicts import Line, Verdict
from resumefit.match.words import Words

_EARLY_LABEL = 2
_EMPTY = 2  # words that everybody uses


class DoneOrListed:
    """The rules, with the verbs and the empty words of a lexicon."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], deeds: Deeds) -> None:
        self._deeds = deeds
        self._buzzwords = word_list(lists.get("buzzwords", ()))

    def judge(self, line: Line, start: int, stop: int, *, is_deed: bool) -> Verdict:
        """Return what a line that neither denies nor gives away says of the mention in words `start` to `stop`."""
        words, clauses = line.words, line.clauses
        if line.is_list:
            return Verdict(Status.LISTED, "an item of a list")
        if self._is_empty(words):
            return Verdict(Status.LISTED, "claimed in words that everybody uses, without a deed")
        if any(first <= start < last for first, last in line.walls):
            return Verdict(Status.LISTED, "one of many names in a row, whatever verb stands before them")
        listing = [cue for cue in line.cues if cue.kind == "listing" and cue.start < start and clauses.stops[cue.start] > start]
        if any(cue.kind == "tool-line" and self._labels(line, cue) and self._heads(line, cue, start) for cue in line.cues):
            return Verdict(Status.LISTED, "named in a list, without a deed")
        if listing and not any(self._deeds.opens(words, clauses, at) for at in range(listing[-1].stop, start)):
            text = words.text[words.starts[listing[-1].start] : words.stops[listing[-1].stop - 1]]
            return Verdict(Status.LISTED, f"claimed ('{text}'), without a deed")
        if is_deed or self._deeds.after(words, clauses, stop):
            return Verdict(Status.DEMONSTRATED, "told with a deed")
        if self._deeds.opens(words, clauses, 0) and not self._is_appended(line, start):
            return Verdict(Status.DEMONSTRATED, "told with a deed")
        if line.around.is_bullet and not self._is_all_names(line):
            return Verdict(Status.DEMONSTRATED, "a duty of a position")
        return Verdict(Status.LISTED, "named without a deed")

    def _labels(self, line: Line, cue: Cue) -> bool:
        """Tell whether the cue ends at a colon or dash: `Tools: …`, `Core skills – …`."""
        after = cue.stop
        if after >= len(line.words):
            return False
        between = line.words.between(after)
        return ":" in between or (line.clauses.edges[after] is Edge.HARD and ";" not in between)

    def _heads(self, line: Line, cue: Cue, start: int) -> bool:
        """Tell whether a label begins the line, or what stands after a semicolon: `Wrote the PRD; tools: …`."""
        edges = line.clauses.edges
        later = [at for at in range(cue.stop + 1, start + 1) if edges[at] is Edge.HARD]
        if cue.start <= _EARLY_LABEL:
            return not any(self._deeds.opens(line.words, line.clauses, at) for at in later)
        return cue.stop <= start and edges[cue.start] is Edge.HARD and not later

    @staticmethod
    def _is_appended(line: Line, start: int) -> bool:
        """Tell whether bare names follow a deed after a semicolon: `Ran the onboarding; SQL, Tableau`."""
        edges, words = line.clauses.edges, line.words
        begin = max((at for at in range(1, start + 1) if ";" in words.between(at)), default=0)
        stop = next((at for at in range(start + 1, len(words)) if edges[at] is Edge.HARD), len(words))
        return begin > 0 and all(
            (at in line.covered or words.keys[at] in ("and", "or")) and not words.keys[at].isdigit() for at in range(begin, stop)
        )

    def _is_empty(self, words: Words) -> bool:
        """Tell whether a sentence is made of words that everybody uses, with no figure among them."""
        if not self._buzzwords.is_in(words) and self._buzzwords.openers.isdisjoint(words.stems):
            return False
        if any(key[0].isdigit() for key in words.keys):
            return False
        found = sum(self._buzzwords.has(words, at) or bool(self._buzzwords.phrase_at(words, at)) for at in range(len(words)))
        return found >= _EMPTY

    def _is_all_names(self, line: Line) -> bool:
        """Tell whether a line is little more than skills between commas. A pattern that begins with its verb is no name."""
        named = {
            at for start, stop in line.spans if not self._deeds.opens(line.words, line.clauses, start) for at in range(start, stop)
        }
        loose = [at for at in range(len(line.words)) if at not in named and line.words.keys[at] not in ("and", "or")]
        commas = sum(edge is not Edge.NONE for edge in line.clauses.edges[1:])
        return len(loose) <= max(1, len(line.words) // 3) and (commas >= 1 or len(loose) == 0)
