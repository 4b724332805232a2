"""The state of an RTF file while it is read: the group's look, the text that runs on, and bytes that are still to be decoded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from resumefit.read.paper import Shape
from resumefit.read.rtf_flow import Flow
from resumefit.read.rtf_look import Drawn, Look, Tables, paragraph_ground, why_unseen

_WIDE = frozenset({"cp932", "gbk", "cp949", "cp950", "johab"})
_COLLECTED_MOST = 2000  # characters of a field's code or a shape's value

@dataclass(slots=True)
class State:
    """What is open: groups with what each restores, the running text, the shape that is defined, escapes to decode."""

    tables: Tables
    levels: dict[int, int]
    behind: Sequence[Shape] = ()
    look: Look = field(default_factory=Look)
    stack: list[tuple[Look, Flow | None, Drawn | None]] = field(default_factory=list)
    flow: Flow = field(default_factory=Flow)
    flows: list[Flow] = field(default_factory=list)
    drawn: Drawn | None = None
    collected: str = ""
    font: int = -1
    row: dict[str, int] = field(default_factory=dict)
    in_upr: bool = False
    to_skip: int = 0
    high: int = 0
    pending: bytearray = field(default_factory=bytearray)


def take_byte(byte: int, state: State) -> None:
    """Take a byte that an escape gives; several may make one character."""
    if state.to_skip:
        state.to_skip -= 1
    else:
        state.pending.append(byte)


def take_text(text: bytes, state: State) -> None:
    """Decode text; the second byte of an East Asian character may be a letter."""
    if state.pending and state.tables.codec(state.look) in _WIDE and not _is_whole(state):
        state.pending += text[:1]
        text = text[1:]
    flush(state)
    skipped = min(state.to_skip, len(text))
    state.to_skip -= skipped
    text = text[skipped:]
    if state.tables.is_symbol(state.look):
        say(state.tables.symbols(text, state.look), state)
    else:
        say(text.decode(state.tables.codec(state.look), "replace"), state)


def _is_whole(state: State) -> bool:
    try:
        bytes(state.pending).decode(state.tables.codec(state.look))
    except UnicodeDecodeError:
        return False
    return True


def flush(state: State) -> None:
    """Decode the bytes gathered from hex escapes: several may make one character."""
    if not state.pending:
        return
    data = bytes(state.pending)
    state.pending.clear()
    if state.tables.is_symbol(state.look):
        say(state.tables.symbols(data, state.look), state)
    else:
        say(data.decode(state.tables.codec(state.look), "replace"), state)


def say(text: str, state: State) -> None:
    """Add text where the group puts it: to the paragraph, to a name or value, nowhere."""
    look = state.look
    if look.collects:
        _collect_text(text, state)
        return
    if look.skipped or look.deleted or not text:
        return
    beneath = paragraph_ground(
        look, state.tables, state.flow.beneath(look), behind=state.behind if state.flow.kind == "body" else (), down=state.flow.down
    )
    state.flow.say(text, why_unseen(look, state.tables, beneath), look)


def _collect_text(text: str, state: State) -> None:
    """Take text that is no text of the document."""
    if state.look.collects == "colour":
        for _ in range(text.count(";")):
            state.tables.end_colour()
    elif state.look.collects == "font":
        font = state.tables.fonts.get(state.font)
        if font is not None:
            font.name = (font.name + text).strip(" ;")[:60]
    elif len(state.collected) < _COLLECTED_MOST:
        state.collected += text


def begin_collecting(kind: str, state: State) -> None:
    """Keep what the group says apart from the text."""
    state.look = state.look.but(collects=kind)
    state.collected = ""


def end_collecting(state: State) -> None:
    """Take what a group said that is no text of the document: names, values, list marks, field codes."""
    kind, text, state.collected = state.look.collects, state.collected, ""
    if kind == "mark":
        state.flow.mark = " ".join(text.split())
    elif kind == "field":
        state.flow.numbers_pages = state.flow.numbers_pages or "PAGE" in text
    elif kind == "sn" and state.drawn is not None:
        state.drawn.name = text.strip()
    elif kind == "sv" and state.drawn is not None:
        state.drawn.values[state.drawn.name] = text.strip()
    elif kind == "background" and state.drawn is not None:
        state.tables.ground = state.flow.ground = state.drawn.fill()


def character(number: int, state: State) -> str:
    """Return a character by its number; two halves of one beyond 16 bits come one after the other."""
    code = number + 65536 if number < 0 else number
    if 0xD800 <= code < 0xDC00:
        state.high = code
        return ""
    if 0xDC00 <= code < 0xE000:
        whole = 0x10000 + ((state.high - 0xD800) << 10) + code - 0xDC00 if state.high else 0
        state.high = 0
        return chr(whole) if whole else ""
    state.high = 0
    if 0xF000 <= code <= 0xF0FF:
        return state.tables.symbols([code], state.look)
    return chr(code) if 0x20 <= code < 0x110000 else ""
