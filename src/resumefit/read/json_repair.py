"""Reads JSON that breaks off or breaks in the middle: what comes before the break, with everything open closed."""

from __future__ import annotations

import json
import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s"{}\[\],:]+|(")', re.DOTALL)
_BROKEN_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?\Z")
_CLOSING = {"{": "}", "[": "]"}


def load_json(text: str, *, nesting: int) -> tuple[object, bool]:
    """Return what a JSON text says, and whether it is whole; ValueError when not even its beginning can be read.

    RecursionError when values are nested deeper than `nesting`.
    """
    try:
        return json.loads(text, strict=False, parse_int=_whole_number), True
    except json.JSONDecodeError as error:
        problem = error
    at_end = problem.msg.startswith("Unterminated") or problem.pos >= len(text.rstrip())
    beginning = text if at_end else text[: problem.pos]
    return json.loads(_closed(beginning, nesting=nesting), strict=False, parse_int=_whole_number), False


def _whole_number(digits: str) -> int:
    return int(digits) if len(digits) < 20 else 0


def _closed(text: str, *, nesting: int) -> str:
    """Close every string, list and object that is open at the end of a text; a key or comma without a value goes."""
    open_at: list[str] = []
    kept = [0]  # where the text may end, for each open list or object: after a whole value
    expects_key = False
    stop = len(text)
    for token in _TOKEN.finditer(text):
        word = token.group()
        if token.group(1):  # a quote without its partner: the text of a value that breaks off
            if expects_key:
                break
            return _BROKEN_ESCAPE.sub(r"\1", text) + '"' + "".join(_CLOSING[o] for o in reversed(open_at))
        if word in "{[":
            open_at.append(word)
            if len(open_at) > nesting:
                raise RecursionError("values are nested too deeply")
            kept.append(token.end())
            expects_key = word == "{"
        elif word in "}]":
            if not open_at:
                break
            open_at.pop()
            kept.pop()
            kept[-1] = token.end()
            expects_key = False
        elif word == ",":
            expects_key = bool(open_at) and open_at[-1] == "{"
        elif word == ":":
            expects_key = False
        elif (not expects_key and token.end() < stop) or (not expects_key and word.startswith('"')):
            kept[-1] = token.end()
    end = kept[-1]
    # A key that has no value yet stands after the last whole value, and goes with what follows it.
    return text[:end] + "".join(_CLOSING[o] for o in reversed(open_at))
