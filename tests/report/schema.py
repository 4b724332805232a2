"""Checks a value against docs/report.schema.json: just the words of JSON Schema that this file uses, no others."""

from __future__ import annotations

import re
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,),
    "null": (type(None),),
}
_KNOWN = {
    "$schema", "$id", "$defs", "title", "description", "$ref", "oneOf", "type", "required", "properties", "items", "const",
    "additionalProperties", "enum", "pattern", "minimum", "maximum",
}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """Return what is wrong, with the path to it; nothing when the value fits."""
    assert set(schema) <= _KNOWN, f"this checker does not know {set(schema) - _KNOWN}"
    if "$ref" in schema:
        return problems(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, at)
    if "oneOf" in schema:
        attempts = [problems(value, option, root, at) for option in schema["oneOf"]]
        fitting = sum(not attempt for attempt in attempts)
        return [] if fitting == 1 else [f"{at}: fits {fitting} of the choices: {attempts}"]
    return [*_plain(value, schema, at), *_inside(value, schema, root, at)]


def _plain(value: Any, schema: dict[str, Any], at: str) -> list[str]:
    wanted = schema.get("type")
    wrong = wanted and (not isinstance(value, _TYPES[wanted]) or (isinstance(value, bool) and wanted != "boolean"))
    found = [f"{at}: {value!r} is no {wanted}"] if wrong else []
    found += [f"{at}: {value!r} is not {schema['const']!r}"] if "const" in schema and value != schema["const"] else []
    found += [f"{at}: {value!r} is none of {schema['enum']}"] if "enum" in schema and value not in schema["enum"] else []
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} does not match {schema['pattern']}")
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{at}: {value!r} is out of bounds")
    return found


def _inside(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, dict):
        found += [f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value]
        more = schema.get("additionalProperties", True)
        for name, item in value.items():
            inner = schema.get("properties", {}).get(name, more)
            if inner is False:
                found.append(f"{at}: {name} is not allowed")
            elif isinstance(inner, dict):
                found += problems(item, inner, root, f"{at}.{name}")
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            found += problems(item, schema["items"], root, f"{at}[{index}]")
    return found
