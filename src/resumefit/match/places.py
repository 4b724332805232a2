"""What the place of a sentence says of the skills in it: a skills list names, a hobby does not count, a goal is not done."""

from __future__ import annotations

import re

from resumefit.core.mention import Status
from resumefit.core.resume import PersonalKind, Resume, SectionKind, Sentence, SentenceKind, denies
from resumefit.match.fields import NO_FIELD, PRODUCT
from resumefit.match.verdicts import Surroundings, Verdict

PASTED = Verdict(Status.OTHER, "text of a job advertisement")
GIVEN_AWAY = Verdict(Status.OTHER, "the next sentence says that it was somebody else's")
_LISTING = frozenset({SectionKind.SKILLS, SectionKind.CERTIFICATIONS, SectionKind.EDUCATION})
_ELSEWHERE = frozenset({SectionKind.INTERESTS, SectionKind.LANGUAGES, SectionKind.CONTACT})
_UNSURE = frozenset({SectionKind.OTHER, SectionKind.SKILLS, None})
_DOING = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING})
_MAY_BE_GOALS = frozenset({SectionKind.OTHER, None, SectionKind.INTERESTS, SectionKind.SUMMARY})
_REACHED_BY = frozenset({PersonalKind.EMAIL, PersonalKind.PHONE})  # beside them stands where one lives: Aurora, Phoenix
_GOALS = re.compile(
    r"\b(?:goals?|objectives?|looking ahead|looking for|plans?|aspirations?|ambitions?|next steps?|upskilling|having a go|"
    r"in the making|learn next|want to learn|"
    r"what(?:'s| is) next|next up|up next|on my list|reading list|coming up|under way|interested in|"
    r"currently learning|learning|wish|future|what i want|where next|seeking|reason for)\b", re.IGNORECASE,
)
_NOW = re.compile(  # of courses and skills that are still being learned
    r"\b(?:learn(?:ing)? now|now learning|(?:currently|still) (?:learning|studying)|i(?:['’]?m| am)? learn(?:ing)?|doing now|in progress|"
    r"under way|on-?going|current (?:studies|courses?|learning)|not (?:yet )?finished|unfinished)\b", re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"\b(?:references?|referees?|testimonials?|recommendations?|what (?:others|people|colleagues) say|"
    r"keywords i live by|quotes?|philosophy|values)\b", re.IGNORECASE,
)
_ADVERT = re.compile(
    r"\b(?:job description|target (?:job|role|posting)|about the (?:role|job)|requirements|vacancy|"
    r"position applied|posting)\b", re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\W*about (?:our|the|my) (?:company|firm|employer|organi[sz]ation|group|hospital|bank|agency|school)\b", re.IGNORECASE
)
_LETTERS = re.compile(  # `Ada Marsh, CSPO, PMP`, `Ada Marsh, PhD, SAFe POPM`
    r"[\w.'’-]+(?:\s+[\w.'’-]+){1,4}"
    r"(?:(?:,|\s[|–&-])\s*[A-Z][A-Za-z]*[A-Z]\w*[®™]?(?:\s(?:Practitioner|Foundation|I{1,3}|POPM)\b[®™]?)?)+\s*"
)
_PROJECT = re.compile(r"^\W*(?:(?:home|side|pet|own|small|personal|weekend|hobby)\s+)?projects?\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:I(?:['’]ve| have| had| was| led| built| ran| own(?:ed)?| run| write| wrote| did)|we (?:built|ran|had)|"
    r"(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+years|"
    r"(?:which|where|use|utili[sz]e|apply|bring|values|leverage) my (?:skills|experience|expertise|knowledge|background|strengths))\b"
    r"|^\W*(?:an? )?(?:experienced|proven|skilled)\b", re.IGNORECASE,
)


def surroundings_of(sentence: Sentence, text: str, resume: Resume) -> Surroundings | None:
    """Return how the place of a sentence that says `text` is to be read; None for lines in which no skill is looked for (names, titles)."""
    section = resume.sections[sentence.section] if sentence.section is not None else None
    kind = section.kind if section is not None else None
    heading = (section.heading or "") if section is not None else ""
    if sentence.kind is SentenceKind.HEADLINE and kind not in (SectionKind.CERTIFICATIONS, SectionKind.PROJECTS, SectionKind.EDUCATION):
        return None
    if kind is SectionKind.CONTACT and any(
        found.kind in _REACHED_BY and sentence.start <= found.span.start < sentence.stop for found in resume.personal
    ):
        return None
    is_product_work = sentence.position is not None and resume.positions[sentence.position].is_product_role
    return Surroundings(
        default=_default(kind, heading, text),
        # Whatever its layout made of it, a line of contacts is a list: it tells no deed in other words.
        is_list=sentence.kind is SentenceKind.ITEM_LIST or kind is SectionKind.CONTACT,
        is_bullet=sentence.kind is SentenceKind.BULLET and (sentence.position is not None or kind in _DOING),
        is_blurb=sentence.kind is SentenceKind.BLURB,
        in_resume=True,
        is_claim=kind is SectionKind.SUMMARY,
        in_position=sentence.position is not None,
        is_product_work=is_product_work,
        fields=PRODUCT if is_product_work else NO_FIELD,
    )


def _default(kind: SectionKind | None, heading: str, text: str) -> Verdict | None:
    if kind is SectionKind.CONTACT and _LETTERS.fullmatch(text):
        return Verdict(Status.LISTED, "named behind the name")
    if kind in _ELSEWHERE:
        return Verdict(Status.OTHER, "a pastime or a personal detail")
    if kind in (SectionKind.OTHER, None):
        if _REFERENCES.search(heading):
            return Verdict(Status.OTHER, "words of others, or a motto")
        if _ADVERT.search(heading):
            return PASTED
        if _EMPLOYER.match(heading):
            return Verdict(Status.OTHER, "under a heading of what the employer does")
    if kind in _UNSURE and denies(heading):
        return Verdict(Status.NEGATED, "under a heading that says so")
    if kind in _MAY_BE_GOALS and _GOALS.search(heading) and not _is_read_by_words(kind, text):
        return Verdict(Status.ASPIRING, "under a heading of goals")
    if _NOW.search(heading) and (kind in _LISTING or (kind is SectionKind.OTHER and not _is_read_by_words(kind, text))):
        return Verdict(Status.ASPIRING, "under a heading of what is being learned")
    if kind in _LISTING:
        return Verdict(Status.LISTED, "named in a section of skills or studies")
    return None


def _is_read_by_words(kind: SectionKind | None, text: str) -> bool:
    """Tell whether a line under a heading of goals says more than it: what somebody brings, or a project under "Learning now"."""
    return bool(_PROJECT.match(text) or (kind is SectionKind.SUMMARY and _TELLS.search(text)))
