"""The matcher: from the lines of a resume to mentions, each with its status and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resumefit.core.document import Document
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.protocols import TextClassifier
from resumefit.core.resume import Resume, Sentence, SentenceKind
from resumefit.match.choosing import Chosen, choose, families_of
from resumefit.match.finding import candidates, patterns_in
from resumefit.match.guards import Guards
from resumefit.match.index import Index, build_index
from resumefit.match.words import Words, words_of
from resumefit.match.simple_status import status_of


class Matcher:
    """Finds skills in resumes and in single lines. Built once by `build_matcher`, used any number of times."""

    def __init__(self, lexicon: Lexicon, index: Index) -> None:
        self._index = index
        self._guards = Guards(lexicon.cues)
        self._families = families_of(lexicon)

    def match(self, document: Document, resume: Resume) -> tuple[Mention, ...]:
        """Return every mention in the resume's sentences, in text order, with offsets into the document's text."""
        mentions: list[Mention] = []
        hidden = [(found.span.start, found.span.stop) for found in resume.personal]
        for sentence in resume.sentences:
            mentions += self._in_sentence(document, resume, sentence, hidden)
        return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.stop, mention.competency)))

    def match_line(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a line that stands alone, with offsets into it."""
        words = words_of(text)
        return tuple(
            self._mention(chosen, words, kind=SentenceKind.PROSE, section=None)
            for chosen in self._chosen(words)
        )

    def match_text(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text of several lines, each line read as standing alone."""
        mentions: list[Mention] = []
        start = 0
        for line in text.split("\n"):
            for mention in self.match_line(line):
                mentions.append(
                    replace(
                        mention, start=mention.start + start, stop=mention.stop + start,
                        sentence_start=mention.sentence_start + start, sentence_stop=mention.sentence_stop + start,
                    )
                )
            start += len(line) + 1
        return tuple(mentions)

    def _in_sentence(
        self, document: Document, resume: Resume, sentence: Sentence, hidden: list[tuple[int, int]]
    ) -> list[Mention]:
        if sentence.kind is SentenceKind.HEADLINE:
            return []
        start = sentence.start
        words = words_of(
            document.text[start : sentence.stop],
            hidden=[(low - start, high - start) for low, high in hidden if low < sentence.stop and start < high],
        )
        section = resume.sections[sentence.section].kind if sentence.section is not None else None
        found = []
        for chosen in self._chosen(words):
            mention = self._mention(chosen, words, kind=sentence.kind, section=section)
            found.append(
                replace(
                    mention, start=mention.start + start, stop=mention.stop + start, sentence_start=start,
                    sentence_stop=sentence.stop, section=section, position=sentence.position,
                    page=document.page_at(mention.start + start),
                )
            )
        return found

    def _chosen(self, words: Words) -> tuple[Chosen, ...]:
        found = list(candidates(words, self._index))
        return choose(found, words, guards=self._guards, families=self._families)

    def _mention(self, chosen: Chosen, words: Words, *, kind: SentenceKind, section: str | None) -> Mention:
        candidate = chosen.candidate
        skill = candidate.entry.skill
        status, reason = status_of(words.text, words.starts[candidate.start], words.stops[candidate.stop - 1])
        return Mention(
            skill=skill.id, label=skill.label, competency=skill.competency, status=status,
            start=words.starts[candidate.start], stop=words.stops[candidate.stop - 1], sentence_start=0,
            sentence_stop=len(words.text), found_by=FoundBy.LEXICON, counted=status.adds_to_score,
            reason="; ".join(part for part in (reason, chosen.because, candidate.how) if part),
        )


def build_matcher(
    lexicon: Lexicon, *, paraphrases: TextClassifier | None = None, statuses: TextClassifier | None = None
) -> Matcher:
    """Build the matcher of a lexicon; the classifiers are asked where rules have no answer."""
    return Matcher(lexicon, build_index(lexicon))
