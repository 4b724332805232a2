"""RTF: a tokenizer of its own, since an RTF is plain text with control words and groups.

Pictures, styles and other destinations are passed over. Objects are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resumefit.core.document import Caution, Concealed
from resumefit.errors import OverLimit
from resumefit.read.drafts import Draft, Reading
from resumefit.read.furniture import role_of_part
from resumefit.read.limits import Limits
from resumefit.read.paper import Shape, drawn_behind, why_box_hidden
from resumefit.read.rtf_flow import Flow
from resumefit.read.rtf_look import Look, Tables
from resumefit.read.rtf_state import State, end_collecting, flush, say, take_byte, take_text
from resumefit.read.rtf_words import obey

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_DRAWN_WORDS = "gtextUNICODE"
_DRAWN_LETTERS = ((24, 31), (136, 175))  # the kinds of shape that show them

_ESCAPED = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}


def read_rtf(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an RTF file; OverLimit when its groups are nested too deeply."""
    state = _run(data, (), name=name, limits=limits)
    behind = drawn_behind(state.tables.shapes)
    if behind and any(concealed.kind in ("white-on-white", "same-colour") for concealed in _concealed(state)):
        state = _run(data, behind, name=name, limits=limits)  # again, now that it is known what is drawn behind the text
    whole = not state.stack
    cautions = () if whole else (Caution("truncated", "the file is cut off; what could be read was read"),)
    drafts = (*_furniture(state, "header"), *state.flow.drafts, *_furniture(state, "footer"))
    return Reading("rtf", drafts, cautions=cautions, concealed=tuple(_concealed(state)), doubtful=not whole)


def _concealed(state: State) -> list[Concealed]:
    return [concealed for flow in (*state.flows, state.flow) for concealed in flow.concealed]


def _furniture(state: State, kind: str) -> list[Draft]:
    """Return the headers or footers, each line once. What carries content is body; page furniture keeps its role."""
    body = {draft.text for draft in state.flow.drafts}
    known: set[str] = set()
    found: list[Draft] = []
    for flow in state.flows:
        if flow.kind != kind:
            continue
        role = role_of_part(flow.drafts, header=kind == "header", numbers_pages=flow.numbers_pages, body=body)
        found += [replace(draft, role=role) for draft in flow.drafts if draft.text not in known]
        known |= {draft.text for draft in flow.drafts}
    return found


def _run(data: bytes, behind: Sequence[Shape], *, name: str, limits: Limits) -> State:
    state = State(Tables(), _heading_styles(data), behind)
    position, starred = 0, False
    while (token := _TOKEN.match(data, position)) is not None or position < len(data):
        if token is None:
            position += 1  # a backslash at the very end
            continue
        position = token.end()
        word, number, code, sign, brace, text = token.groups()
        if sign == b"*":
            starred = True
            continue
        if brace == b"{":
            _open(state, name=name, limits=limits)
        elif brace == b"}":
            _close(state)
        elif word == b"bin":
            position += min(max(0, int(number or 0)), len(data) - position)
        elif word:
            flush(state)
            obey(word.decode("ascii"), int(number) if number else None, state, starred=starred)
        elif code:
            take_byte(int(code, 16), state)
        elif sign:
            flush(state)
            say(_ESCAPED.get(sign, "\n" if sign in b"\r\n" else ""), state)
        elif text:
            take_text(text, state)
        starred = False
    flush(state)
    for _, outer, _ in reversed(state.stack):
        if outer is not None:
            _end_flow(state, outer)
    state.flow.finish(state.look, state.tables)
    return state


def _open(state: State, *, name: str, limits: Limits) -> None:
    flush(state)
    state.stack.append((state.look, None, state.drawn))
    if len(state.stack) > limits.rtf_groups:
        raise OverLimit(name, "its groups are nested too deeply", "Save it again from the word processor")
    if state.in_upr:  # the form for old readers; the one in Unicode follows
        state.look = replace(state.look, skipped=True)
        state.in_upr = False
    state.to_skip = 0


def _close(state: State) -> None:
    """Leave a group."""
    flush(state)
    state.to_skip = 0
    if not state.stack:
        return
    look, outer, drawn = state.stack.pop()
    if outer is not None:
        _end_flow(state, outer)
    if look.collects != state.look.collects:
        end_collecting(state)
    if state.drawn is not None and state.drawn is not drawn and look.collects != "background":
        in_header = state.flow.kind in ("header", "footer")
        state.tables.shapes.append(state.drawn.shape(state.tables.page, in_header=in_header))
        _say_drawn_words(state)
    state.look, state.drawn = look, drawn


def _say_drawn_words(state: State) -> None:
    """Read words that are a property of a shape: drawn letters. LibreOffice writes the text of other shapes so, and nothing shows it."""
    drawn = state.drawn
    words = drawn.values.get(_DRAWN_WORDS, "") if drawn is not None else ""
    if not words or drawn is None:
        return
    kind = drawn.number("shapeType") or 0
    shown = any(first <= kind <= last for first, last in _DRAWN_LETTERS)
    hidden = why_box_hidden(drawn.shape(state.tables.page, in_header=False), state.tables.page)
    box = Flow("box", ground=None, hidden=hidden if shown else "not-displayed")
    for line in words.split("\n"):
        box.say(line, None, Look())
        box.end_paragraph(Look(), state.tables)
    state.flow.after.append(box)
    state.flows.append(box)


def _end_flow(state: State, outer: Flow) -> None:
    """Finish text that ran on by itself, and go on with the one around it."""
    state.flow.finish(state.look, state.tables)
    if state.flow.kind in ("note", "box"):
        outer.after.append(state.flow)
    state.flows.append(state.flow)
    state.flow = outer


def _heading_styles(data: bytes) -> dict[int, int]:
    """Map the numbers of paragraph styles called "heading n" to n."""
    found = re.findall(rb"\{\\s(\d{1,4})\b[^{}]{0,600}?[Hh]eading (\d)[^{};]{0,40};", data[:400_000])
    return {int(style): int(level) for style, level in found if level != b"0"}
