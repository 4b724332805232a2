"""RTF: a tokenizer of its own, since an RTF is plain text with control words and groups.

Pictures, fonts, styles and other destinations are passed over. Objects are never opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from resumefit.core.document import Caution, Concealed, LineRole
from resumefit.errors import OverLimit
from resumefit.read.drafts import Draft, Reading, with_bullet
from resumefit.read.limits import Limits
from resumefit.read.rows import join_row

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_PASSED_OVER_WORDS = """
    fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles
    listtable listoverridetable rsidtbl generator xmlnstbl mmathPr fldinst bkmkstart bkmkend annotation atnid
    atnauthor atntime atndate atnref comment nonshppict shpinst filetbl revtbl pgdsctbl ftnsep ftnsepc aftnsep
    aftnsepc template passwordhash datafield xe tc
"""
_PASSED_OVER = frozenset(_PASSED_OVER_WORDS.split())
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_ESCAPED = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
_CODE_PAGES = {
    437: "cp437",
    850: "cp850",
    874: "cp874",
    932: "cp932",
    936: "cp936",
    949: "cp949",
    950: "cp950",
    10000: "mac_roman",
    65001: "utf-8",
    **{n: f"cp{n}" for n in range(1250, 1259)},
}


@dataclass(frozen=True, slots=True)
class _Look:
    """What a group inherits and restores."""

    skipped: bool = False
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = 12.0
    colour: int = 0
    skip_after_u: int = 1
    role: LineRole = LineRole.BODY


@dataclass(slots=True)
class _State:
    look: _Look = field(default_factory=_Look)
    stack: list[_Look] = field(default_factory=list)
    code_page: str = "cp1252"
    pieces: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    cells: list[list[Draft]] = field(default_factory=list)
    cell: list[Draft] = field(default_factory=list)
    in_table: bool = False
    blank: bool = False
    level: int | None = None
    bold: int = 0
    letters: int = 0
    to_skip: int = 0
    pending: bytearray = field(default_factory=bytearray)
    concealed: list[Concealed] = field(default_factory=list)
    white: frozenset[int] = frozenset()
    levels: dict[int, int] = field(default_factory=dict)
    shaded: bool = False


def read_rtf(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an RTF file; OverLimit when its groups are nested too deeply."""
    state = _State(white=_white_colours(data), levels=_heading_styles(data))
    state.shaded = b"\\cbpat" in data or b"\\clcbpat" in data or b"\\highlight" in data
    starred = False
    for token in _TOKEN.finditer(data):
        word, number, code, sign, brace, text = token.groups()
        if brace == b"{":
            _flush(state)
            state.stack.append(state.look)
            if len(state.stack) > limits.nesting * 10:
                raise OverLimit(name, "its groups are nested too deeply", "Save it again from the word processor")
        elif brace == b"}":
            _flush(state)
            if state.stack:
                state.look = state.stack.pop()
        elif sign == b"*":
            starred = True
            continue
        elif word:
            _flush(state)
            _control(word.decode("ascii"), int(number) if number else None, state, starred=starred)
        elif code:
            if state.to_skip:
                state.to_skip -= 1
            else:
                state.pending += bytes([int(code, 16)])
        elif sign:
            _flush(state)
            _say(_ESCAPED.get(sign, "\n" if sign in b"\r\n" else ""), state)
        elif text:
            _flush(state)
            shown = text.decode(state.code_page, "replace")
            _say(shown[state.to_skip :], state)
            state.to_skip = max(0, state.to_skip - len(shown))
        starred = False
    _flush(state)
    _end_paragraph(state)
    _end_row(state)
    whole = not state.stack
    cautions = () if whole else (Caution("truncated", "the file is cut off; what could be read was read"),)
    return Reading("rtf", tuple(state.drafts), cautions=cautions, concealed=tuple(state.concealed), doubtful=not whole)


def _white_colours(data: bytes) -> frozenset[int]:
    table = re.search(rb"\\colortbl([^{}]{0,20000})\}", data)
    if not table:
        return frozenset()
    found = set()
    for index, entry in enumerate(table.group(1).split(b";")):
        channels = [int(v) for v in re.findall(rb"\\(?:red|green|blue)(\d{1,3})", entry)]
        if len(channels) == 3 and min(channels) >= 0xF8:
            found.add(index)
    return frozenset(found)


def _heading_styles(data: bytes) -> dict[int, int]:
    """Map the numbers of paragraph styles called "heading n" to n."""
    found = re.findall(rb"\{\\s(\d{1,4})\b[^{}]{0,600}?[Hh]eading (\d)[^{};]{0,40};", data[:400_000])
    return {int(style): int(level) for style, level in found if level != b"0"}


def _flush(state: _State) -> None:
    """Decode the bytes gathered from hex escapes: several may make one character."""
    if state.pending:
        shown = bytes(state.pending).decode(state.code_page, "replace")
        state.pending.clear()
        _say(shown, state)


def _say(text: str, state: _State) -> None:
    look = state.look
    if look.skipped or look.deleted or not text:
        return
    reason = None
    if look.hidden:
        reason = "hidden-text"
    elif look.size < 2:
        reason = "tiny"
    elif look.colour in state.white and not state.shaded:
        reason = "white-on-white"
    if reason and text.strip():
        state.concealed.append(Concealed(reason, text.strip(), 1))
        return
    state.pieces.append(text)
    letters = len(text.strip())
    state.letters += letters
    state.bold += letters if look.bold else 0


def _control(word: str, number: int | None, state: _State, *, starred: bool) -> None:
    look = state.look
    if word in _PASSED_OVER or (starred and word not in ("shppict", "listtext", "pntext", "shptxt")):
        state.look = replace(look, skipped=True)
    elif word in _CHARACTERS:
        _say(_CHARACTERS[word], state)
    elif word in ("par", "sect", "page"):
        _end_paragraph(state)
    elif word == "pard":
        state.in_table, state.level = False, None
    elif word == "intbl":
        state.in_table = True
    elif word in ("cell", "nestcell"):
        _end_paragraph(state, force_cell=True)
        state.cells.append(state.cell)
        state.cell = []
    elif word in ("row", "nestrow"):
        _end_row(state)
    elif word == "s" and number in state.levels and not look.skipped:
        state.level = state.levels[number]
    elif word == "outlinelevel" and number is not None and number < 9:
        state.level = number + 1
    elif word == "u" and number is not None:
        code = number + 65536 if number < 0 else number
        _say(chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else "", state)
        state.to_skip = look.skip_after_u
    else:
        _set_look(word, number, state)


def _set_look(word: str, number: int | None, state: _State) -> None:
    look, on = state.look, number != 0
    if word == "b":
        state.look = replace(look, bold=on)
    elif word == "v":
        state.look = replace(look, hidden=on)
    elif word == "deleted":
        state.look = replace(look, deleted=on)
    elif word == "fs" and number is not None:
        state.look = replace(look, size=number / 2)
    elif word == "cf":
        state.look = replace(look, colour=number or 0)
    elif word == "plain":
        state.look = replace(look, bold=False, hidden=False, deleted=False, size=12.0, colour=0)
    elif word == "uc" and number is not None:
        state.look = replace(look, skip_after_u=min(max(number, 0), 8))
    elif word == "ansicpg" and number is not None:
        state.code_page = _CODE_PAGES.get(number, state.code_page)
    elif word == "mac":
        state.code_page = "mac_roman"
    elif word in ("header", "headerl", "headerr", "headerf"):
        state.look = replace(look, role=LineRole.HEADER)
    elif word in ("footer", "footerl", "footerr", "footerf"):
        state.look = replace(look, role=LineRole.FOOTER)


def _end_paragraph(state: _State, *, force_cell: bool = False) -> None:
    text, state.pieces = "".join(state.pieces), []
    bold = state.bold * 2 > state.letters if state.letters else None
    state.bold = state.letters = 0
    if not state.in_table and not force_cell and state.cells:
        _end_row(state)
    if not text.strip():
        state.blank = True
        return
    for row in text.split("\n"):
        if row.strip():
            draft = Draft(
                row.strip(),
                font_size=state.look.size,
                bold=bold,
                heading_level=state.level,
                role=state.look.role,
                starts_block=state.blank or state.level is not None,
            )
            (state.cell if state.in_table or force_cell else state.drafts).append(with_bullet(draft))
            state.blank = False


def _end_row(state: _State) -> None:
    if state.cell:
        state.cells.append(state.cell)
        state.cell = []
    if state.cells:
        state.drafts += join_row(state.cells)
        state.cells = []
