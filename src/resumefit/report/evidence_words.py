"""Words about evidence that the renderers share: each sentence once, with all that it shows."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.core.assessment import Assessment
from resumefit.core.mention import Mention, Status


def quotes_of(evidence: Sequence[int], assessment: Assessment) -> tuple[tuple[Mention, ...], ...]:
    """Group the mentions behind a competency by their sentence, strongest first."""
    sentences: dict[tuple[int, int], list[Mention]] = {}
    for index in evidence:
        mention = assessment.mentions[index]
        sentences.setdefault((mention.sentence_start, mention.sentence_stop), []).append(mention)
    return tuple(tuple(mentions) for mentions in sentences.values())


def rung_words(mentions: Sequence[Mention]) -> str:
    """Say how a sentence shows a competency: `deed with a result`, `deed, not certain`, `named`."""
    deeds = [mention for mention in mentions if mention.status is Status.DEMONSTRATED]
    if not deeds:
        words = "named"
    else:
        words = "deed with a result" if any(mention.outcome for mention in deeds) else "deed"
    return words if any(mention.confidence >= 1 for mention in deeds or mentions) else f"{words}, not certain"
