"""The control words of RTF and what each does to the state."""

from __future__ import annotations

from dataclasses import replace

from resumefit.read.colours import Ground, either
from resumefit.read.paper import TINY_PT, fills_behind, why_box_hidden
from resumefit.read.rtf_flow import Flow
from resumefit.read.rtf_look import Drawn, Font, Look, code_page, code_page_of_charset, patterned, points
from resumefit.read.rtf_state import State, begin_collecting, character, say

_PASSED_OVER_WORDS = """
    stylesheet info pict objdata objclass objname objalias objsect themedata colorschememapping datastore latentstyles
    listtable listoverridetable rsidtbl generator xmlnstbl mmathPr bkmkstart bkmkend annotation atnid
    atnauthor atntime atndate atnref comment nonshppict filetbl revtbl pgdsctbl ftnsep ftnsepc ftncn aftnsep
    aftnsepc aftncn template passwordhash datafield xe tc shprslt nonesttables userprops docvar fchars lchars
"""
_PASSED_OVER = frozenset(_PASSED_OVER_WORDS.split())
_KNOWN_STARRED = frozenset(
    {"shppict", "shpinst", "listtext", "pntext", "shptxt", "ud", "do", "nesttableprops", "background", "fldinst"}
)
_FLOWS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header", "footer": "footer", "footerl": "footer",
    "footerr": "footer", "footerf": "footer", "footnote": "note", "shptxt": "box", "dptxbxtext": "box",
}
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "", "zwnj": "",
}
_SWITCHES = {"b": "bold", "v": "hidden", "deleted": "deleted"}
_NUMBERS = {
    "charscalex": "scale", "cf": "colour", "cb": "back", "chcbpat": "back", "highlight": "back", "chshdng": "back_pattern",
    "chcfpat": "back_front", "f": "font",
}


def obey(word: str, number: int | None, state: State, *, starred: bool) -> None:
    """Do what a control word says; `starred`: it names a destination that old readers pass over."""
    look = state.look
    if state.to_skip and word in _CHARACTERS:
        state.to_skip -= 1  # it stands for the character before, for old readers
        return
    if word in _PASSED_OVER or (starred and word not in _KNOWN_STARRED):
        state.look = replace(look, skipped=True)
    elif look.skipped and word != "ud":
        return
    elif word in _CHARACTERS:
        say(_CHARACTERS[word], state)
    elif word == "u" and number is not None:
        say(character(number, state), state)
        state.to_skip = look.skip_after_u
    elif word in _FLOWS:
        _begin_flow(_FLOWS[word], state, old=word == "dptxbxtext")
    elif not (_destination(word, number, state) or _paragraph(word, number, state) or _table(word, number, state)):
        _character_look(word, number, state)


def _begin_flow(kind: str, state: State, *, old: bool) -> None:
    """Begin text that runs on by itself, up to the end of the group."""
    if not state.stack or state.stack[-1][1] is not None:
        return
    look, _, drawn = state.stack[-1]
    state.stack[-1] = (look, state.flow, drawn)
    ground: Ground = state.tables.ground
    hidden = state.flow.hidden
    if kind == "box" and old:
        ground = None  # its fill is told after its text
    elif kind == "box" and state.drawn is not None:
        shape = state.drawn.shape(state.tables.page, in_header=state.flow.kind in ("header", "footer"))
        hidden = hidden or why_box_hidden(shape, state.tables.page)
        ground = state.drawn.fill()
        if ground == frozenset():
            ground = either(state.tables.ground, *fills_behind(shape, state.behind))
    state.flow = Flow(kind, ground=ground, hidden=hidden)
    state.look = replace(Look(), font=state.look.font, skip_after_u=state.look.skip_after_u)


def _destination(word: str, number: int | None, state: State) -> bool:
    """Take words of the file's head, of shapes and of fields; False for others."""
    tables, drawn = state.tables, state.drawn
    if word in ("fonttbl", "colortbl"):
        begin_collecting("font" if word == "fonttbl" else "colour", state)
        tables.colours = [] if word == "colortbl" else tables.colours
    elif state.look.collects == "font" and word in ("f", "fcharset", "cpg"):
        _font(word, number or 0, state)
    elif state.look.collects == "colour" and word in ("red", "green", "blue"):
        tables.channels[word] = number or 0
    elif word == "background":
        state.drawn = Drawn()
        begin_collecting("background", state)
    elif word in ("shp", "do"):
        state.drawn = state.drawn if state.look.collects == "background" else Drawn()
    elif word in ("sn", "sv") and drawn is not None:
        begin_collecting(word, state)
    elif word[:3] == "shp" and word[3:] in ("left", "top", "right", "bottom") and drawn is not None:
        drawn.sides[word[3:]] = points(number)
    elif word in ("shpbxpage", "shpbxmargin", "shpbxcolumn") and drawn is not None:
        drawn.across_from = word[5:]
    elif word in ("shpbypage", "shpbymargin", "shpbypara") and drawn is not None:
        drawn.down_from = word[5:]
    elif word == "shpfblwtxt" and drawn is not None:
        drawn.behind = number == 1
    elif word in ("listtext", "pntext"):
        begin_collecting("mark", state)
    elif word == "fldinst":
        begin_collecting("field", state)
    elif word == "nesttableprops":
        begin_collecting("nested", state)
    elif word == "upr":
        state.in_upr = True
    elif word == "ud":
        state.look = replace(state.look, skipped=False)
    elif word == "chpgn":
        state.flow.numbers_pages = True
    elif word == "ansicpg" and number is not None:
        tables.code_page = code_page(number, tables.code_page)
    elif word == "mac":
        tables.code_page = "mac_roman"
    elif word == "deff" and number is not None:
        tables.default_font = number
    elif word in ("paperw", "paperh", "margl", "margr", "margt", "margb") and number is not None:
        _page_side(word, points(number), state)
    else:
        return False
    return True


def _page_side(word: str, value: float, state: State) -> None:
    page = state.tables.page
    if word in ("paperw", "paperh"):
        page = replace(page, width=value) if word == "paperw" else replace(page, height=value)
    elif word in ("margl", "margr"):
        page = replace(page, left=value) if word == "margl" else replace(page, right=value)
    else:
        page = replace(page, top=value) if word == "margt" else replace(page, bottom=value)
    state.tables.page = page


def _font(word: str, number: int, state: State) -> None:
    if word == "f":
        state.font = number
        state.tables.fonts[number] = Font()
        return
    font = state.tables.fonts.setdefault(state.font, Font())
    if word == "fcharset":
        font.charset = number
        font.code_page = code_page_of_charset(number)
    else:
        font.code_page = code_page(number, state.tables.code_page)


def _paragraph(word: str, number: int | None, state: State) -> bool:
    """Take words of paragraphs; False for others."""
    look = state.look
    if word in ("par", "sect", "page"):
        if not look.collects:
            state.flow.end_paragraph(look, state.tables)
        state.flow.down = 0.0 if word != "par" else state.flow.down
    elif word == "pard":
        state.look = look.new_paragraph()
    elif word == "intbl":
        state.look = replace(look, tables=max(1, look.tables))
    elif word == "itap":
        state.look = replace(look, tables=min(9, max(0, number or 0)))
    elif word == "s" and number in state.levels:
        state.look = replace(look, level=state.levels[number])
    elif word == "outlinelevel" and number is not None and 0 <= number < 9:
        state.look = replace(look, level=number + 1)
    elif word == "ilvl":
        state.look = replace(look, depth=min(8, max(0, number or 0)))
    elif word in ("cbpat", "cfpat", "shading"):
        name = {"cbpat": "ground", "cfpat": "front", "shading": "shading"}[word]
        state.look = look.but(**{name: max(0, number or 0)})
    elif word in ("li", "lin", "fi"):
        state.look = look.but(**{"first" if word == "fi" else "indent": points(number)})
    elif word == "sl":
        state.look = replace(look, line=points(-number) if number is not None and number < 0 else None)
    elif word in ("posx", "posnegx", "posy", "posnegy"):
        state.look = look.but(**{"across" if word[-1] == "x" else "down": points(number)})
    else:
        return False
    return True


def _table(word: str, number: int | None, state: State) -> bool:
    """Take words of tables; False for others."""
    flow = state.flow
    nested = state.look.collects == "nested"
    if word == "cell":
        flow.end_cell(state.look, state.tables, level=1)
    elif word == "nestcell":
        flow.end_cell(state.look, state.tables, level=max(2, state.look.tables))
    elif word == "row":
        flow.end_row(1)
    elif word == "nestrow":
        flow.end_row(max(2, len(flow.tables)))
    elif word == "trowd" and not nested:
        flow.row_grounds, flow.row_hidden, state.row = [], None, {}
    elif word in ("clcbpat", "clcfpat", "clshdng", "trcbpat") and not nested:
        state.row[word] = max(0, number or 0)
    elif word == "trrh" and not nested:
        exact = number is not None and number < 0
        flow.row_hidden = "zero-size" if exact and points(-(number or 0)) < TINY_PT else None
    elif word == "cellx" and not nested:
        flow.row_grounds.append(_cell_ground(state))
        state.row = {key: value for key, value in state.row.items() if key == "trcbpat"}
    else:
        return False
    return True


def _cell_ground(state: State) -> Ground:
    """Return what the cell that was defined lays beneath its text; no colours for nothing."""
    back = state.tables.colour(state.row.get("clcbpat", state.row.get("trcbpat", 0)))
    if "clshdng" in state.row:
        return patterned(state.tables.colour(state.row.get("clcfpat", 0)), back, state.row["clshdng"])
    return frozenset() if back is None else frozenset({back})


def _character_look(word: str, number: int | None, state: State) -> None:
    look = state.look
    if word in _SWITCHES:
        state.look = look.but(**{_SWITCHES[word]: number != 0})
    elif word in _NUMBERS:
        state.look = look.but(**{_NUMBERS[word]: max(0, number or 0)})
    elif word == "fs" and number is not None:
        state.look = replace(look, size=number / 2)
    elif word == "plain":
        state.look = look.plain()
    elif word == "uc" and number is not None:
        state.look = replace(look, skip_after_u=min(max(number, 0), 8))
