"""spaCy components, so that `nlp.add_pipe("resumefit_skills")` works in anybody's pipeline.

The lexicon comes from spaCy's registry, because stages do not import each other: `resumefit.lexicon` registers there
what loads it, under `resumefit.lexicon.v1`.

`resumefit_skills` writes the mentions of each line into `doc.spans["resumefit_skills"]`, labelled with the skill's id,
and sets `span._.resumefit_competency`. `resumefit_status`, after it, sets `span._.resumefit_status` and
`span._.resumefit_reason`. Both read the lexicon that ships with resumefit unless told a folder.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention
from resumefit.match.matcher import Matcher, build_matcher

SPANS_KEY = "resumefit_skills"
_ATTRIBUTES = ("resumefit_competency", "resumefit_status", "resumefit_reason")


class SkillsComponent:
    """Adds a span for each mention."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of `doc.text`, and keep them as spans."""
        spans: list[Span] = []
        for mention in self._matcher.match_text(doc.text):
            span = _span(doc, mention)
            if span is not None:
                span._.resumefit_competency = mention.competency
                spans.append(span)
        doc.spans[SPANS_KEY] = spans
        return doc


class StatusComponent:
    """Says of each span how the text speaks of the skill."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def __call__(self, doc: Doc) -> Doc:
        """Set status and reason on the spans that `resumefit_skills` made."""
        mentions = {}
        for mention in self._matcher.match_text(doc.text):
            found = _span(doc, mention)
            if found is not None:
                mentions[found.start, found.end, found.label_] = mention
        for span in doc.spans.get(SPANS_KEY, []):
            known = mentions.get((span.start, span.end, span.label_))
            if known is not None:
                span._.resumefit_status = str(known.status)
                span._.resumefit_reason = known.reason
        return doc


def _span(doc: Doc, mention: Mention) -> Span | None:
    label = mention.skill or mention.competency
    return doc.char_span(mention.start, mention.stop, label=label, alignment_mode="expand")


_DEFAULTS: dict[str, Any] = {"lexicon": {"@misc": "resumefit.lexicon.v1", "folder": None}}


@Language.factory("resumefit_skills", default_config=_DEFAULTS)
def create_skills(nlp: Language, name: str, lexicon: Lexicon) -> SkillsComponent:
    """Make the component that finds skills of a lexicon, resumefit's own unless the config names a folder."""
    return SkillsComponent(_matcher(lexicon))


@Language.factory("resumefit_status", default_config=_DEFAULTS)
def create_status(nlp: Language, name: str, lexicon: Lexicon) -> StatusComponent:
    """Make the component that says whether a skill was done, listed, wished for, denied or another's."""
    return StatusComponent(_matcher(lexicon))


_built: dict[str, Matcher] = {}  # two components of one pipeline share a matcher


def register_attributes() -> None:
    """Make `span._.resumefit_competency`, `_status` and `_reason` known to spaCy."""
    for attribute in _ATTRIBUTES:
        if not Span.has_extension(attribute):
            Span.set_extension(attribute, default=None)


def _matcher(lexicon: Lexicon) -> Matcher:
    register_attributes()
    if lexicon.content_hash not in _built:
        _built[lexicon.content_hash] = build_matcher(lexicon)
    return _built[lexicon.content_hash]
