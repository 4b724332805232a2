"""ODT: what a word processor shows, in order; what it does not show is set apart, and what only looks hidden is read."""

from __future__ import annotations

import io
import zipfile

import pytest

from resumefit.core.document import Document, DocumentState
from resumefit.errors import DamagedFile
from resumefit.read import read_document
from tests.read.layout_checks import DATA

_O = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = (
    f'xmlns:office="{_O}office:1.0" xmlns:text="{_O}text:1.0" xmlns:style="{_O}style:1.0" xmlns:fo="{_O}xsl-fo-compatible:1.0" '
    f'xmlns:table="{_O}table:1.0" xmlns:draw="{_O}drawing:1.0" xmlns:svg="{_O}svg-compatible:1.0" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
WALL = "keyword wall of many tools"
PAPER = '<style:page-layout style:name="p"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"{}/></style:page-layout>'


def style(name: str, family: str, **properties: str) -> str:
    parts = "".join(f"<style:{kind}-properties {values}/>" for kind, values in properties.items())
    return f'<style:style style:name="{name}" style:family="{family}">{parts.replace("_", "-")}</style:style>'


def read(body: str, styles: str = "", page: str = "") -> Document:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{PAPER.format(page)}</office:document-styles>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
            f"<text:p>Jane Roe</text:p>{body}</office:text></office:body></office:document-content>",
        )
    return read_document(packed.getvalue(), name="cv.odt")


def para(text: str = WALL, name: str = "P") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


SPAN = f'<text:p><text:span text:style-name="T">{WALL}</text:span></text:p>'
CELL = '<table:table table:style-name="A"><table:table-row table:style-name="R"><table:table-cell table:style-name="C">{}</table:table-cell></table:table-row></table:table>'


def frame(content: str, x: str = "1cm", y: str = "1cm", kind: str = "page", more: str = "") -> str:
    return (
        f'<text:p><draw:frame draw:style-name="G" text:anchor-type="{kind}" svg:x="{x}" svg:y="{y}" svg:width="5cm" svg:height="2cm" {more}>'
        f"<draw:text-box>{content}</draw:text-box></draw:frame></text:p>"
    )


def shape(content: str, name: str = "G") -> str:
    return f'<text:p>Before<draw:custom-shape draw:style-name="{name}" text:anchor-type="char" svg:width="5cm" svg:height="2cm">{content}</draw:custom-shape> after</text:p>'


def text(values: str) -> str:
    return style("T", "text", text=values)


WHITE = text('fo:color="#ffffff"')
FROM = 'style:horizontal-pos="from-left" style:horizontal-rel="page" style:vertical-pos="from-top" style:vertical-rel="page"'
HIDDEN = {
    "hidden": (SPAN, text('text:display="none"'), "hidden-text"),
    "a hidden section": (f'<text:section text:display="none">{para()}</text:section>', "", "hidden-text"),
    "a section hidden by its condition": (f'<text:section text:display="condition" text:condition="ooow:a" text:is-hidden="true">{para()}</text:section>', "", "hidden-text"),
    "a section always hidden": (f'<text:section text:display="condition" text:condition="ooow:1">{para()}</text:section>', "", "hidden-text"),
    "a hidden paragraph": (f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{WALL}</text:p>', "", "hidden-text"),
    "a hidden text": (f'<text:p>See <text:hidden-text text:is-hidden="true" text:string-value="{WALL}"/></text:p>', "", "hidden-text"),
    "one point": (SPAN, text('fo:font-size="1pt"'), "tiny"),
    "millimetres": (SPAN, text('fo:font-size="0.3mm"'), "tiny"),
    "5 % of the paragraph's": (SPAN, text('fo:font-size="5%"'), "tiny"),
    "a tiny index": (SPAN, text('style:text-position="super 5%"'), "tiny"),
    "letters scaled to 2 %": (SPAN, text('style:text-scale="2%"'), "tiny"),
    "transparent": (SPAN, text('fo:color="#000000" loext:opacity="0%"'), "transparent"),
    "white": (SPAN, WHITE, "white-on-white"),
    "nearly white": (SPAN, text('fo:color="#f5f5f5"'), "white-on-white"),
    "white on white": (SPAN, text('fo:color="#ffffff" fo:background-color="#ffffff"'), "white-on-white"),
    "the colour of its background": (SPAN, text('fo:color="#224466" fo:background-color="#224466"'), "same-colour"),
    "the colour of its cell": (CELL.format(SPAN), text('fo:color="#224466"') + style("C", "table-cell", table_cell='fo:background-color="#224466"'), "same-colour"),
    "lines of no height": (para(), style("P", "paragraph", paragraph='fo:line-height="0.01cm"'), "zero-size"),
    "indented off the page": (para(), style("P", "paragraph", paragraph='fo:margin-left="-60cm"'), "off-page"),
    "a row of no height": (CELL.format(para()), style("R", "table-row", table_row='style:row-height="0.01cm"'), "zero-size"),
    "a hidden row": (CELL.format(para()).replace('"R"', '"R" table:visibility="collapse"'), "", "not-displayed"),
    "a frame left of the page": (frame(para(), x="-8cm"), style("G", "graphic", graphic=FROM), "off-page"),
    "a frame right of the page": (frame(para(), x="22cm"), style("G", "graphic", graphic=FROM), "off-page"),
    "a frame below the page": (frame(para(), y="45cm"), style("G", "graphic", graphic=FROM), "off-page"),
    "a frame that is not displayed": (frame(para(), more='loext:display="none"'), "", "not-displayed"),
    "white in a frame": (frame(SPAN), WHITE + style("G", "graphic", graphic='draw:fill="none"'), "white-on-white"),
    "white in a shape without a fill": (shape(SPAN), WHITE, "white-on-white"),
    "white in a white frame on a dark one": (frame(SPAN), WHITE + style("G", "graphic", graphic='fo:background-color="#ffffff"'), "white-on-white"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "styles", "kind"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_shown_is_set_apart(body: str, styles: str, kind: str) -> None:
    document = read(body, styles)
    assert WALL not in document.text
    assert [(c.kind, c.text) for c in document.concealed] == [(kind, WALL)]


NAVY = 'draw:fill="solid" draw:fill-color="#22374d"'
SEEN = {
    "automatic colour, as LibreOffice writes it": (SPAN, text('style:use-window-font-color="true" loext:opacity="0%"')),
    "white on a paragraph's background": (para(), style("P", "paragraph", paragraph='fo:background-color="#224466"', text='fo:color="#ffffff"')),
    "white on a cell": (CELL.format(SPAN), WHITE + style("C", "table-cell", table_cell='fo:background-color="#224466"')),
    "white on a row": (CELL.format(SPAN), WHITE + style("R", "table-row", table_row='fo:background-color="#224466"')),
    "white on a table": (CELL.format(SPAN), WHITE + style("A", "table", table='fo:background-color="#224466"')),
    "white in a section": (f'<text:section text:style-name="S">{SPAN}</text:section>', WHITE + style("S", "section", section='fo:background-color="#224466"')),
    "white in a filled shape": (shape(SPAN), WHITE + style("G", "graphic", graphic=NAVY)),
    "white in a shape on a gradient": (shape(SPAN), WHITE + '<draw:gradient draw:name="n" draw:start-color="#ffffff" draw:end-color="#224466"/>' + style("G", "graphic", graphic='draw:fill="gradient" draw:fill-gradient-name="n"')),
    "white in a frame on a shape": (
        f'<text:p><draw:rect draw:style-name="B" text:anchor-type="page" svg:x="0cm" svg:y="0cm" svg:width="8cm" svg:height="9cm"/></text:p>{frame(SPAN)}',
        WHITE + style("B", "graphic", graphic=NAVY),
    ),
    "white on a sidebar behind the text": (
        f'<text:p><draw:rect draw:style-name="B" text:anchor-type="page" svg:x="0cm" svg:y="0cm" svg:width="8cm" svg:height="29cm"/></text:p>{SPAN}',
        WHITE + style("B", "graphic", graphic=f'{NAVY} style:run-through="background"'),
    ),
    "a section whose condition does not hold": (f'<text:section text:display="condition" text:condition="ooow:a" text:is-hidden="false">{para()}</text:section>', ""),
    "a frame placed by alignment": (frame(para(), x="-30cm"), style("G", "graphic", graphic='style:horizontal-pos="center"')),
    "a frame in the line": (frame(para(), x="-30cm", kind="as-char"), ""),
    "lines of a share of the usual height": (para(), style("P", "paragraph", paragraph='fo:line-height="90%"')),
}  # fmt: skip


@pytest.mark.parametrize(("body", "styles"), SEEN.values(), ids=SEEN)
def test_what_is_shown_is_read(body: str, styles: str) -> None:
    document = read(body, styles)
    assert WALL in document.text
    assert document.concealed == ()


def test_a_dark_page_is_believed() -> None:
    assert WALL in read(SPAN, WHITE, page=' fo:background-color="#101820"').text


def test_the_text_of_a_shape_stands_apart_from_its_paragraph() -> None:
    document = read(shape(para("in the shape") + para("second line")))
    assert [line for line in document.text.split("\n") if line] == ["Jane Roe", "Before after", "in the shape", "second line"]


def test_groups_of_shapes_are_read() -> None:
    group = f'<text:p><draw:g><draw:custom-shape>{para("one")}</draw:custom-shape><draw:rect>{para("two")}</draw:rect></draw:g></text:p>'
    assert [line for line in read(group).text.split("\n") if line] == ["Jane Roe", "one", "two"]


def test_fields_to_fill_in_are_left_out() -> None:
    document = read("<text:p>Dear <text:placeholder>&lt;Name&gt;</text:placeholder> hello</text:p>")
    assert "Name" not in document.text
    assert "placeholders" in {caution.code for caution in document.cautions}


def test_a_file_that_breaks_off_inside_its_text_is_doubtful() -> None:
    data = (DATA / "fuzz_resume.odt").read_bytes()
    document = read_document(data[: data.index(b"content.xml") + 1500], name="cv.odt")
    assert "Product Manager" in document.text
    assert document.state is DocumentState.DOUBTFUL


def test_a_file_that_breaks_off_before_its_text_says_so() -> None:
    data = (DATA / "fuzz_resume.odt").read_bytes()
    with pytest.raises(DamagedFile, match="cut off before its text begins"):
        read_document(data[: data.index(b"content.xml") - 30], name="cv.odt")
