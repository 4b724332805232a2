"""Turns the lexicon's YAML files into checked plain values, or into an error that names the file and the line.

Line numbers cost a second, slower parse, so they are looked for only when there is something to complain of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from resumefit.errors import LexiconError
from resumefit.lexicon.schema import CompetenciesFile, CompetencyFile, CuesFile, HeadingsFile, RolesFile, VersionFile

Shape = TypeVar("Shape", bound=BaseModel)
Place = Sequence[str | int]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's parser is ten times as quick, where it is built in

NAMED_FILES: dict[str, type[BaseModel]] = {
    "lexicon.yaml": VersionFile,
    "competencies.yaml": CompetenciesFile,
    "roles.yaml": RolesFile,
    "cues.yaml": CuesFile,
    "headings.yaml": HeadingsFile,
}


def shape_of(relative: str) -> type[BaseModel]:
    """Return the schema for a lexicon file by its place."""
    return NAMED_FILES.get(relative, CompetencyFile)


def parse_file(content: bytes, *, path: str, shape: type[Shape]) -> Shape:
    """Parse and check one file's bytes; LexiconError at the first thing that is wrong."""
    for error in problems_in(content, path=path, shape=shape):
        raise error
    return shape.model_validate(yaml.load(content, Loader=_Loader))  # noqa: S506  # a safe loader


def problems_in(content: bytes, *, path: str, shape: type[BaseModel]) -> Iterator[LexiconError]:
    """Yield what is wrong with one file's bytes by its schema alone."""
    loader = _Loader(content)
    try:
        node = loader.get_single_node()
        value = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "the file is not YAML"
        yield LexiconError(path, mark.line + 1 if mark else 1, f"this is not YAML: {what}", "Check indents and quotes")
        return
    for key, first in _repeated_keys(node):
        yield LexiconError(
            path, key.start_mark.line + 1, f"'{key.value}' stands twice here; YAML would keep only the last",
            f"Put both into one (the first is in line {first.start_mark.line + 1})",
        )
    try:
        shape.model_validate(value)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            where = ".".join(str(part) for part in item["loc"])
            yield LexiconError(
                path, line_of(content, item["loc"]), f"{where or 'the file'}: {item['msg']}",
                "docs/lexicon.md shows the format",
            )


def _repeated_keys(root: Any) -> Iterator[tuple[yaml.ScalarNode, yaml.ScalarNode]]:
    """Yield each key that its mapping has already, with the first of them: what stood there first would be lost in silence.

    A node that an alias names again, even inside of itself, is looked at once.
    """
    waiting, looked_at = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in looked_at:
            continue
        looked_at.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            first: dict[str, yaml.ScalarNode] = {}
            for key, value in node.value:
                waiting.append(value)
                if isinstance(key, yaml.ScalarNode) and first.setdefault(key.value, key) is not key:
                    yield key, first[key.value]


def line_of(content: bytes, place: Place) -> int:
    """Return the line, from 1, of the value at `place` (keys and indexes from the top), or of its nearest parent."""
    node = yaml.compose(content, Loader=_Loader)
    line = 1
    for step in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            return line
    return line
