"""Lays one lexicon folder over another: what an overlay adds, replaces, removes or weighs otherwise.

A skill with a known id replaces the built-in one; `remove` drops skills; a role with a known id keeps the weights it
does not name, a competency its stage, duty, measures and tools; stages and lists of cues and headings grow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resumefit.lexicon.files import parse_file
from resumefit.lexicon.schema import (
    CompetenciesFile,
    CompetencyFile,
    CuesFile,
    HeadingsFile,
    RolesFile,
    VersionFile,
    with_others,
)

Layer = Sequence[tuple[str, bytes]]
Raw = dict[str, Any]


def merge_layers(layers: Sequence[Layer]) -> Raw:
    """Parse every file of every layer, lowest first, and return one checked value; LexiconError at the first fault."""
    raw: Raw = {
        "version": "0", "competencies": {}, "skills": {}, "paraphrases": [], "roles": {}, "cues": {}, "headings": {},
        "stages": [],
    }
    for layer in layers:
        for path, content in layer:
            _lay(raw, path=path, content=content)
    return {**raw, **{name: list(raw[name].values()) for name in ("competencies", "skills", "roles")}}


def _lay(raw: Raw, *, path: str, content: bytes) -> None:
    name = path.rsplit("/", 1)[-1]
    if name == "lexicon.yaml":
        version = parse_file(content, path=path, shape=VersionFile).version
        raw["version"] = version if raw["version"] == "0" else f"{raw['version']}+{version}"
    elif name == "competencies.yaml":
        file = parse_file(content, path=path, shape=CompetenciesFile)
        raw["stages"] = list(dict.fromkeys([*raw["stages"], *file.stages]))
        for competency in file.competencies:
            earlier = raw["competencies"].get(competency.id, {})
            entry = competency.model_dump(mode="json")
            raw["competencies"][competency.id] = {name: value or earlier.get(name, value) for name, value in entry.items()}
    elif name == "roles.yaml":
        for role in parse_file(content, path=path, shape=RolesFile).roles:
            before = raw["roles"].get(role.id, {})
            raw["roles"][role.id] = {
                **role.model_dump(mode="json"), "weights": {**before.get("weights", {}), **role.weights},
                "core": list(role.core) or before.get("core", []),
                "core_share": role.core_share if role.core_share is not None else before.get("core_share"),
                "enough": role.enough if role.enough is not None else before.get("enough"),
            }
    elif name == "cues.yaml":
        _grow(raw["cues"], parse_file(content, path=path, shape=CuesFile).cues)
    elif name == "headings.yaml":
        headings = parse_file(content, path=path, shape=HeadingsFile).headings
        _grow(raw["headings"], {str(kind): phrases for kind, phrases in headings.items()})
    else:
        _lay_skills(raw, parse_file(content, path=path, shape=CompetencyFile))


def _grow(lists: dict[str, list[str]], more: dict[str, tuple[str, ...]]) -> None:
    for name, words in more.items():
        lists[name] = list(dict.fromkeys([*lists.get(name, []), *words]))


def _lay_skills(raw: Raw, file: CompetencyFile) -> None:
    for skill_id in file.remove:
        raw["skills"].pop(skill_id, None)
    for skill in (one for entry in file.skills for one in with_others(entry)):
        raw["skills"][skill.id] = {**skill.model_dump(mode="json"), "competency": file.competency}
    for entry in file.paraphrases:
        raw["paraphrases"].append({"competency": file.competency, "pattern": entry.pattern, "example": entry.example})
