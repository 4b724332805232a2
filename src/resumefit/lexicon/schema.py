"""The shape of the lexicon's files, checked by pydantic. docs/lexicon.md teaches it to people."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from resumefit.core.lexicon import CaseRule, SkillKind
from resumefit.core.resume import SectionKind

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GuardedEntry(_Strict):
    """Ways to write a skill that have another sense, and what tells the two apart."""

    forms: tuple[Text, ...] = Field(min_length=1)
    case: CaseRule = CaseRule.ANY
    needs: tuple[Text, ...] = ()
    blocks: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    why: Text


class SkillEntry(_Strict):
    """One skill of a competency's file."""

    id: Slug
    label: Text
    kind: SkillKind
    asked: Annotated[int, Field(ge=0, le=3)] = 0
    aliases: tuple[Text, ...] = ()
    guarded: tuple[GuardedEntry, ...] = ()
    implies: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    external: dict[Literal["wikidata", "esco", "onet"], Text] = Field(default_factory=dict)
    positive: tuple[Text, ...] = Field(min_length=1)
    negative: tuple[Text, ...] = ()
    others: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)  # see `with_others`


def with_others(skill: SkillEntry) -> tuple[SkillEntry, ...]:
    """Return the skill and its `others`: each a skill of its own, of the same kind, with its label and other ways to write it.

    Dagster is no spelling of Airflow: who is asked for one and knows the other has a neighbour of it, not it. What the first
    skill implies, the others imply too, and its guards hold for the words that are theirs.
    """
    others = [_other(skill, label, forms) for label, forms in skill.others.items()]
    theirs = {form for other in others for rule in other.guarded for form in rule.forms}
    return (skill.model_copy(update={"others": {}, "guarded": _guards(skill, without=theirs)}), *others)


def _other(skill: SkillEntry, label: str, forms: tuple[str, ...]) -> SkillEntry:
    guarded = _guards(skill, only={label, *forms})
    return SkillEntry(
        id=slug(label), label=label, kind=skill.kind, aliases=forms, guarded=guarded, implies=skill.implies,
        related=(skill.id,), positive=(f"Rolled out {label} to two teams; {skill.positive[0]}",),
    )


def _guards(
    skill: SkillEntry, *, only: Collection[str] | None = None, without: Collection[str] = ()
) -> tuple[GuardedEntry, ...]:
    kept = (
        (rule, tuple(form for form in rule.forms if (only is None or form in only) and form not in without))
        for rule in skill.guarded
    )
    return tuple(rule.model_copy(update={"forms": forms}) for rule, forms in kept if forms)


def slug(label: str) -> str:
    """Return an id made from a label: `IBM Watson Studio` is `ibm-watson-studio`."""
    return re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")


class ParaphraseEntry(_Strict):
    """A phrase pattern and a line that it must find."""

    pattern: Text
    example: Text


class VersionFile(_Strict):
    """`lexicon.yaml`."""

    version: Text


class CompetencyEntry(_Strict):
    """One of the competencies that a role is scored on. `measures` and `tools` are skill ids, the usual first."""

    id: Slug
    label: Text
    family: Literal["product", "technical", "ai", "responsible"]
    covers: Text
    stage: Text | None = None
    duty: Text | None = None
    measures: tuple[Slug, ...] = ()
    tools: tuple[Slug, ...] = ()


class CompetenciesFile(_Strict):
    """`competencies.yaml`. `stages` are those of product work, in order."""

    stages: tuple[Text, ...] = ()
    competencies: tuple[CompetencyEntry, ...]


class RoleEntry(_Strict):
    """A role to be ready for, with the weight (0-3) of each competency that it counts; `core` is what makes it that role.

    `core_share`, from 0 to 1, is how much of everything else's worth hangs on the core; `enough`, up to 1, the strength that is the whole
    of a competency.
    """

    id: Slug
    label: Text
    about: str = ""
    core: tuple[Slug, ...] = ()
    core_share: Annotated[float, Field(ge=0, le=1)] | None = None
    enough: Annotated[float, Field(gt=0, le=1)] | None = None
    weights: dict[Slug, Annotated[int, Field(ge=0, le=3)]] = Field(min_length=1)


class RolesFile(_Strict):
    """`roles.yaml`."""

    roles: tuple[RoleEntry, ...]


class CuesFile(_Strict):
    """`cues.yaml`: word lists by name, without the `@` by which forms refer to them."""

    cues: dict[Slug, tuple[Text, ...]]


class HeadingsFile(_Strict):
    """`headings.yaml`: the headings that open each kind of section."""

    headings: dict[SectionKind, tuple[Text, ...]]


class CompetencyFile(_Strict):
    """`skills/<family>/<competency>.yaml`."""

    competency: Slug
    skills: tuple[SkillEntry, ...] = ()
    paraphrases: tuple[ParaphraseEntry, ...] = ()
    remove: tuple[Slug, ...] = ()  # overlays only: skills of the built-in lexicon to leave out


class AdviceEntry(_Strict):
    """What to do about one gap. `show` is a bullet with blanks such as [number]; `learn` are titles, without links."""

    do: Text
    show: Text
    learn: tuple[Text, ...] = Field(min_length=1)
    asked: tuple[Text, ...] = Field(min_length=1)
    effort_weeks: Annotated[int, Field(ge=1, le=52)]


class AdviceFile(_Strict):
    """`advice/<competency>.yaml`: advice for the competency as a whole, and for some of its skills by id."""

    competency: Slug
    advice: AdviceEntry
    skills: dict[Slug, AdviceEntry] = Field(default_factory=dict)
