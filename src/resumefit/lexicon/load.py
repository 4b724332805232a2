"""Builds the `Lexicon` value from its folder, and from the folder that a user lays over it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from resumefit.core.garbage import collection_paused
from resumefit.core.lexicon import (
    CORE_SHARE,
    ENOUGH,
    Advice,
    CaseRule,
    Competency,
    Form,
    Lexicon,
    Paraphrase,
    Role,
    Skill,
    SkillKind,
)
from resumefit.lexicon.cache import read_cached, write_cached
from resumefit.lexicon.layout import lexicon_files

_FORMAT = "4"  # raise when the cached JSON changes its shape, or what is made of the files changes
Raw = dict[str, Any]  # a checked file, as JSON has it


def load_lexicon(directory: Path, *, overlay: Path | None = None) -> Lexicon:
    """Read the lexicon in `directory`, with `overlay` laid over it; LexiconError names the file and line of a fault."""
    layers = [_read_folder(directory, name="")]
    if overlay is not None:
        layers.append(_read_folder(overlay, name=f"{overlay}/"))
    content = _digest([file for layer in layers for file in layer])
    raw = read_cached(content)
    if raw is None:
        from resumefit.lexicon.merge import merge_layers

        raw = merge_layers(layers)
        write_cached(content, raw)
    with collection_paused():  # of forty thousand small objects: a third of the time
        return _build(raw, content_hash=content[:12])


def load_advice(directory: Path, *, overlay: Path | None = None) -> Mapping[str, Advice]:
    """Read the advice files under `directory`: advice by competency id and by skill id, the overlay's first."""
    files = [path for folder in (directory, overlay) if folder for path in sorted((folder / "advice").glob("*.yaml"))]
    content = _digest([(path.name, path.read_bytes()) for path in files])
    cached = read_cached(f"advice-{content}")
    if cached is None:
        cached = _parsed_advice(files)
        write_cached(f"advice-{content}", cached)
    return {
        name: Advice(
            do=entry["do"], show=entry["show"], learn=tuple(entry["learn"]), asked=tuple(entry["asked"]),
            effort_weeks=entry["effort_weeks"],
        )
        for name, entry in cached.items()
    }


def _parsed_advice(files: Sequence[Path]) -> Raw:
    from resumefit.lexicon.files import parse_file
    from resumefit.lexicon.schema import AdviceEntry, AdviceFile

    entries: dict[str, AdviceEntry] = {}
    for path in files:
        parsed = parse_file(path.read_bytes(), path=str(path), shape=AdviceFile)
        entries |= {parsed.competency: parsed.advice, **parsed.skills}
    return {name: entry.model_dump(mode="json") for name, entry in entries.items()}


def _read_folder(directory: Path, *, name: str) -> list[tuple[str, bytes]]:
    """Return (path to show, bytes) of every lexicon file."""
    return [(f"{name}{relative}", (directory / relative).read_bytes()) for relative in lexicon_files(directory)]


def _digest(files: Sequence[tuple[str, bytes]]) -> str:
    """Hash names and contents; line ends are evened out, because a checkout may change them."""
    digest = hashlib.sha256(_FORMAT.encode())
    for name, content in files:
        body = content.replace(b"\r\n", b"\n")
        digest.update(f"{Path(name).name}\0{len(body)}\0".encode())
        digest.update(body)
    return digest.hexdigest()


def _competency(entry: Raw) -> Competency:
    return Competency(
        entry["id"], entry["label"], entry["family"], entry["covers"], entry["stage"] or "", entry["duty"] or "",
        tuple(entry["measures"]), tuple(entry["tools"]),
    )


def _role(entry: Raw) -> Role:
    share = CORE_SHARE if entry["core_share"] is None else entry["core_share"]
    enough = ENOUGH if entry["enough"] is None else entry["enough"]
    return Role(entry["id"], entry["label"], entry["weights"], entry["about"], tuple(entry["core"]), share, enough)


def _build(raw: Raw, *, content_hash: str) -> Lexicon:
    return Lexicon(
        version=raw["version"],
        content_hash=content_hash,
        competencies=tuple(_competency(entry) for entry in raw["competencies"]),
        skills=tuple(_skill(entry) for entry in raw["skills"]),
        paraphrases=tuple(Paraphrase(**entry) for entry in raw["paraphrases"]),
        roles=tuple(_role(entry) for entry in raw["roles"]),
        cues={name: tuple(words) for name, words in raw["cues"].items()},
        headings={kind: tuple(phrases) for kind, phrases in raw["headings"].items()},
        stages=tuple(raw["stages"]),
    )


_KINDS = {kind.value: kind for kind in SkillKind}
_CASES = {rule.value: rule for rule in CaseRule}


def _skill(entry: Raw) -> Skill:
    return Skill(
        id=entry["id"], label=entry["label"], competency=entry["competency"], kind=_KINDS[entry["kind"]],
        forms=_forms(entry), implies=tuple(entry["implies"]), related=tuple(entry["related"]), asked=entry["asked"],
        external=tuple(sorted(entry["external"].items())), positive=tuple(entry["positive"]),
        negative=tuple(entry["negative"]),
    )


def _forms(entry: Raw) -> tuple[Form, ...]:
    """Return the guarded forms, then the safe ones; a safe form that is guarded as well is only guarded."""
    guarded = [
        Form(
            text=text, case=_CASES[rule["case"]], needs=tuple(rule["needs"]), blocks=tuple(rule["blocks"]),
            before=tuple(rule["before"]), after=tuple(rule["after"]), why=rule["why"],
        )
        for rule in entry["guarded"]
        for text in rule["forms"]
    ]
    taken = {form.text.casefold() for form in guarded}
    safe = [text for text in dict.fromkeys([entry["label"], *entry["aliases"]]) if text.casefold() not in taken]
    return (*guarded, *(Form(text=text) for text in safe))
