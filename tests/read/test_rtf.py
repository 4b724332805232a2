"""RTF: characters of every kind, boxes, tables, notes; what is not shown is set apart, and what only looks hidden is read."""

from __future__ import annotations

import pytest

from resumefit.core.document import Document, DocumentState
from resumefit.read import read_document

WALL = "keyword wall of many tools"
COLOURS = r"{\colortbl;\red255\green255\blue255;\red31\green56\blue100;\red246\green246\blue246;\red0\green0\blue0;}"


def read(body: str, head: str = COLOURS) -> Document:
    return read_document(rf"{{\rtf1\ansi\ansicpg1252\deff0{head}Jane Roe\par {body}\par}}".encode("latin-1"), name="cv.rtf")


def box(content: str, sides: str = r"\shpleft200\shptop200\shpright4000\shpbottom2000", more: str = "") -> str:
    return rf"{{\shp{{\*\shpinst{sides}\shpbxpage\shpbypage{more}{{\shptxt\pard\plain {content}\par}}}}{{\shprslt{{\*\do{{\dptxbxtext\pard {content}\par}}}}}}}}"


def prop(name: str, value: int) -> str:
    return rf"{{\sp{{\sn {name}}}{{\sv {value}}}}}"


NAVY = prop("fillColor", 100 * 65536 + 56 * 256 + 31)
ROW = r"\trowd{}\cellx9000\intbl {}\cell\row\pard"
HIDDEN = {
    "hidden": (rf"{{\v {WALL}}}", "hidden-text"),
    "one point": (rf"{{\fs2 {WALL}}}", "tiny"),
    "letters scaled to 1 %": (rf"{{\charscalex1 {WALL}}}", "tiny"),
    "white": (rf"{{\cf1 {WALL}}}", "white-on-white"),
    "nearly white": (rf"{{\cf3 {WALL}}}", "white-on-white"),
    "white beside a highlight": (rf"{{\highlight2 x}}{{\cf1 {WALL}}}", "white-on-white"),
    "white on a white background": (rf"\cbpat1{{\cf1 {WALL}}}", "white-on-white"),
    "the colour of its highlight": (rf"{{\cf2\highlight2 {WALL}}}", "same-colour"),
    "the colour of its cell": (ROW.format(r"\clcbpat2", rf"{{\cf2 {WALL}}}"), "same-colour"),
    "white after a dark paragraph": (rf"\pard\cbpat2 seen\par\pard{{\cf1 {WALL}}}", "white-on-white"),
    "indented off the page": (rf"\pard\li-30000 {WALL}", "off-page"),
    "a frame off the page": (rf"\pard\phpg\posnegx-20000 {WALL}", "off-page"),
    "lines of no height": (rf"\pard\sl-10 {WALL}", "zero-size"),
    "a row of no height": (ROW.format(r"\trrh-10", WALL), "zero-size"),
    "a box off the page": (box(WALL, r"\shpleft-9000\shptop0\shpright-5000\shpbottom900"), "off-page"),
    "a hidden box": (box(WALL, more=prop("fHidden", 1)), "not-displayed"),
    "white in a box": (box(rf"\cf1 {WALL}"), "white-on-white"),
    "white in a box without a fill": (box(rf"\cf1 {WALL}", more=prop("fFilled", 0)), "white-on-white"),
    "the colour of its box": (box(rf"\cf2 {WALL}", more=NAVY), "same-colour"),
}


@pytest.mark.parametrize(("body", "kind"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_shown_is_set_apart(body: str, kind: str) -> None:
    document = read(body)
    assert WALL not in document.text
    assert [(c.kind, c.text) for c in document.concealed] == [(kind, WALL)]


SEEN = {
    "hidden in the web view alone": rf"{{\webhidden {WALL}}}",
    "automatic colour": rf"\pard\cbpat4{{\cf0 {WALL}}}",
    "white on a highlight": rf"{{\cf1\highlight2 {WALL}}}",
    "white on a character's background": rf"{{\chcbpat2\cf1 {WALL}}}",
    "white on a paragraph's background": rf"\pard\cbpat2{{\cf1 {WALL}}}",
    "white on a pattern": rf"\pard\shading10000\cfpat2{{\cf1 {WALL}}}",
    "white on a cell": ROW.format(r"\clcbpat2", rf"{{\cf1 {WALL}}}"),
    "white in a filled box": box(rf"\cf1 {WALL}", more=NAVY),
    "white in a box on a picture": box(rf"\cf1 {WALL}", more=prop("fillType", 3)),
    "white over a shape behind": rf"{{\shp{{\*\shpinst\shpleft0\shptop0\shpright4000\shpbottom16000\shpbxpage\shpbypage\shpfblwtxt1{NAVY}}}}}{{\cf1 {WALL}}}",
    "a hanging indent": rf"\pard\li720\fi-360 {WALL}",
    "hidden, then not": rf"{{\v x\v0 {WALL}}}".replace("x", ""),
}


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN)
def test_what_is_shown_is_read(body: str) -> None:
    document = read(body)
    assert WALL in document.text
    assert document.concealed == ()


def test_a_dark_page_is_believed() -> None:
    page = rf"{{\*\background{{\shp{{\*\shpinst{NAVY}}}}}}}"
    assert WALL in read(rf"{{\cf1 {WALL}}}", COLOURS + page).text


FONTS = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial CE;}{\f2\fnil\fcharset204 Arial Cyr;}{\f3\fnil\fcharset2 Symbol;}{\f4\fnil\fcharset128 MS Mincho;}}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(r"\f1 Pawe\'b3 Wi\'9cniewski", "Paweł Wiśniewski", id="a Central European font"),
        pytest.param(r"\f2 \'cf\'f0\'ee\'e4\'f3\'ea\'f2", "Продукт", id="a Cyrillic font"),
        pytest.param(r"\f4 \'93\'8c\'8b\'9e\f0 \'e9", "東京é", id="a Japanese font, then not"),
        pytest.param(r"\f4 \'83A", "ア", id="a second byte that is a letter"),
        pytest.param(r"\f3 \'62\f0 -test", "β-test", id="a symbol font"),
        pytest.param(r"\uc1 caf\u233\'e9 \uc0 r\u233sum\u233  \uc2 \u20013\'d6\'d0 end", "café résumé 中 end", id="Unicode with what old readers show"),
        pytest.param(r"\u8226\bullet{} item", "• item", id="a control word for old readers"),
        pytest.param(r"Emoji \u-10179 ?\u-8704 ? end", "Emoji 😀 end", id="surrogates"),
        pytest.param(r"{\upr{bad}{\*\ud{good \u322 ?}}} tail", "good ł tail", id="both forms of a text"),
        pytest.param(r"before {\pict\pngblip\bin20 abc}}{{\par xyzxyzxy} after", "before  after", id="binary data"),
        pytest.param(r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", "link", id="a field"),
        pytest.param(r"A\line B\tab C\~D\_E\-F\emdash G", "A\nB   C D-EF—G", id="special characters"),
        pytest.param(r"{\deleted gone}{\revised kept}", "kept", id="tracked changes"),
        pytest.param(r"{\object\objemb{\*\objclass X}{\*\objdata 0105}{\result shown}}", "shown", id="an object's result"),
    ],
)  # fmt: skip
def test_characters(body: str, text: str) -> None:
    assert read(body, COLOURS + FONTS).text == f"Jane Roe\n{text}"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(box("in the box") + " tail", ["tail", "", "in the box"], id="a text box, once though stored twice"),
        pytest.param(r"Cut churn{\super\chftn}{\footnote\pard\plain measured} in May", ["Cut churn in May", "", "measured"], id="a note after its paragraph"),
        pytest.param(
            r"\trowd\cellx3000\cellx9000\intbl {A\par {\listtext\pard\plain \bullet\tab}item}\cell B\par B2\cell\row\pard After",
            ["A", "• item", "", "B", "B2", "After"],
            id="a list inside a cell",
        ),
        pytest.param(r"{\pntext\pard 1.\tab}First\par{\listtext\pard\plain\f3 \'b7\tab}Dot", ["1. First", "• Dot"], id="marks of lists"),
        pytest.param(
            r"\trowd\cellx9000\intbl Outer\par\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}"
            r"\pard\intbl end\cell\row\pard",
            ["Outer", "x   y", "end"],
            id="a table inside a cell",
        ),
        pytest.param(r"\trowd\cellx3\cellx9\intbl Lead\cell 2019 - 2021\cell\row\pard", ["Lead   2019 - 2021"], id="a row"),
    ],
)  # fmt: skip
def test_lines(body: str, lines: list[str]) -> None:
    text = read(body, COLOURS + FONTS).text
    assert text.split("\n", 1)[1].strip("\n").split("\n") == lines


def test_headers_come_first_and_page_numbers_are_furniture() -> None:
    document = read(r"Body{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 1}}}{\header jane@example.org}")
    assert document.text.split("\n") == ["jane@example.org", "Jane Roe", "Body", "Page 1"]
    assert [line.role.value for line in document.lines] == ["body", "body", "body", "footer"]


def test_a_file_that_breaks_off_inside_a_box_keeps_what_was_read() -> None:
    document = read_document(br"{\rtf1\ansi Jane Roe\par {\shp{\*\shpinst{\shptxt in the", name="cv.rtf")
    assert document.text == "Jane Roe\n\nin the"
    assert document.state is DocumentState.DOUBTFUL
