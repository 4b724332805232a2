"""DOCX: what Word shows, in order; what it does not show is set apart, and what only looks hidden is read."""

from __future__ import annotations

import io
import zipfile

import pytest

from resumefit.core.document import Document, DocumentState
from resumefit.read import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATION = '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{1}" Target="{2}"/>'
WALL = "keyword wall of many tools"
WHITE = '<w:color w:val="FFFFFF"/>'
NAVY = '<w:shd w:val="clear" w:fill="1F3864"/>'
A4 = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1440" w:right="1440" w:top="1440" w:bottom="1440"/></w:sectPr>'


def pack(body: str, *, before: str = "", relations: str = "", **parts: str | bytes) -> bytes:
    """Pack a DOCX; parts are named by their place in word/ with __ for / and _ for the dot before the ending."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}>{before}<w:body>{body}{A4}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        )
        for name, content in parts.items():
            archive.writestr("word/" + name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


def read(body: str, **parts: str) -> Document:
    return read_document(pack(body, **parts), name="cv.docx")


def run(text: str = WALL, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(text: str = WALL, properties: str = "", paragraph: str = "") -> str:
    return f"<w:p><w:pPr>{paragraph}</w:pPr>{run(text, properties)}</w:p>"


def table(content: str, *, cell: str = "", row: str = "", properties: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{content}</w:tc></w:tr></w:tbl>"
    )


def drawing(inside: str, *, x: float = 10, y: float = 10, width: float = 150, height: float = 30, behind: int = 0, more: str = "") -> str:
    """Anchor something at points from the paper's corner."""
    at_x, at_y, wide, high = (round(12700 * value) for value in (x, y, width, height))
    return (
        f'<w:p><w:r><w:drawing><wp:anchor behindDoc="{behind}"><wp:positionH relativeFrom="page"><wp:posOffset>{at_x}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{at_y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="1" name="x" {more}/><a:graphic><a:graphicData>{inside}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def shape(content: str = "", fill: str = "<a:noFill/>", body: str = "") -> str:
    text = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    return f"<wps:wsp><wps:spPr>{fill}</wps:spPr>{text}<wps:bodyPr>{body}</wps:bodyPr></wps:wsp>"


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def vml(style: str, attributes: str = "", content: str | None = None) -> str:
    box = f"<v:textbox><w:txbxContent>{para() if content is None else content}</w:txbxContent></v:textbox>"
    return f'<w:p><w:r><w:pict><v:shape style="{style}" {attributes}>{box}</v:shape></w:pict></w:r></w:p>'


FILL14 = "<w14:textFill><w14:solidFill><w14:srgbClr w14:val='{}'>{}</w14:srgbClr></w14:solidFill></w14:textFill>"
TABLE_STYLE = '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>{}</w:style>'
HEADED = '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>' + NAVY + "</w:tcPr></w:tblStylePr>"
HIDDEN = {
    "vanish": (para(properties="<w:vanish/>"), "hidden-text"),
    "one point": (para(properties='<w:sz w:val="2"/>'), "tiny"),
    "letters scaled to 1 %": (para(properties='<w:w w:val="1"/>'), "tiny"),
    "a line of no height": (para(paragraph='<w:spacing w:line="1" w:lineRule="exact"/>'), "zero-size"),
    "indented off the page": (para(paragraph='<w:ind w:left="-30000"/>'), "off-page"),
    "a frame off the page": (para(paragraph='<w:framePr w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="-20000" w:y="1"/>'), "off-page"),
    "white": (para(properties=WHITE), "white-on-white"),
    "nearly white": (para(properties='<w:color w:val="F2F2F2"/>'), "white-on-white"),
    "white of the theme": (para(properties='<w:color w:themeColor="background1"/>'), "white-on-white"),
    "white on a white highlight": (para(properties=WHITE + '<w:highlight w:val="white"/>'), "white-on-white"),
    "black on a black highlight": (para(properties='<w:color w:val="000000"/><w:highlight w:val="black"/>'), "same-colour"),
    "the colour of its shading": (para(properties='<w:color w:val="1F3864"/>' + NAVY), "same-colour"),
    "the colour of its cell": (table(para(properties='<w:color w:val="1F3864"/>'), cell=NAVY), "same-colour"),
    "white in a table with a style": (table(para(properties=WHITE), properties='<w:tblStyle w:val="T"/>'), "white-on-white"),
    "white in a white cell of a dark table": (table(para(properties=WHITE), cell='<w:shd w:fill="FFFFFF"/>', properties=NAVY), "white-on-white"),
    "a white table in a dark cell": (table(table(para(properties=WHITE), cell='<w:shd w:fill="FFFFFF"/>') + "<w:p/>", cell=NAVY), "white-on-white"),
    "a hidden row": (table(para(), row="<w:hidden/>"), "hidden-text"),
    "a row of no height": (table(para(), row='<w:trHeight w:val="1" w:hRule="exact"/>'), "zero-size"),
    "a white text fill": (para(properties=FILL14.format("FFFFFF", "")), "white-on-white"),
    "a clear text fill": (para(properties=FILL14.format("000000", "<w14:alpha w14:val='100000'/>")), "transparent"),
    "a box left of the page": (drawing(shape(para()), x=-300), "off-page"),
    "a box right of the page": (drawing(shape(para()), x=700), "off-page"),
    "a box below the page": (drawing(shape(para()), y=900), "off-page"),
    "a hidden box": (drawing(shape(para()), more='hidden="1"'), "not-displayed"),
    "a box of no size": (drawing(shape(para()), width=0, height=0), "zero-size"),
    "white in a box without a fill": (drawing(shape(para(properties=WHITE))), "white-on-white"),
    "the colour of its box": (drawing(shape(para(properties='<w:color w:val="1F3864"/>'), solid("1F3864"))), "same-colour"),
    "white in a box beside a picture": (drawing(shape(para(properties=WHITE))) + drawing("<pic:pic/>", x=300, y=300), "white-on-white"),
    "white beside a sidebar": (drawing(shape(fill=solid("1F3864")), x=400, width=190, height=842, behind=1) + para(properties=WHITE), "white-on-white"),
    "white far below a band": (
        drawing(shape(fill=solid("1F3864")), x=0, y=0, width=595, height=90, behind=1) + para("seen words") * 30 + para(properties=WHITE),
        "white-on-white",
    ),
    "an old shape off the page": (vml("position:absolute;margin-left:-900pt;width:200pt;height:30pt"), "off-page"),
    "an old shape that is hidden": (vml("position:absolute;width:200pt;height:30pt;visibility:hidden"), "not-displayed"),
    "white in an old shape": (vml("position:absolute;width:200pt;height:30pt", content=para(properties=WHITE)), "white-on-white"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "kind"), HIDDEN.values(), ids=HIDDEN)
def test_what_word_does_not_show_is_set_apart(body: str, kind: str) -> None:
    document = read(para("Jane Roe") + body, styles_xml=f"<w:styles {NAMES}>{TABLE_STYLE.format('')}</w:styles>")
    assert WALL not in document.text
    assert [(c.kind, c.text) for c in document.concealed] == [(kind, WALL)]


SEEN = {
    "hidden in the web view alone": para(properties="<w:webHidden/>"),
    "automatic colour on black": table(para(properties='<w:color w:val="auto"/>'), cell='<w:shd w:fill="000000"/>'),
    "white on a shaded paragraph": para(properties=WHITE, paragraph=NAVY),
    "white on a highlight": para(properties=WHITE + '<w:highlight w:val="darkBlue"/>'),
    "white on a shaded cell": table(para(properties=WHITE), cell=NAVY),
    "white on a shaded table": table(para(properties=WHITE), properties=NAVY),
    "white on a pattern": table(para(properties=WHITE), cell='<w:shd w:val="solid" w:color="1F3864" w:fill="FFFFFF"/>'),
    "white on a table style's head": table(para(), properties='<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>'),
    "a pale grey": para(properties='<w:color w:val="BFBFBF"/>'),
    "white on a filled box": drawing(shape(para(properties=WHITE), solid("1F3864"))),
    "white on a box in a theme's colour": drawing(shape(para(properties=WHITE), '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>')),
    "white on a gradient": drawing(
        shape(para(properties=WHITE), '<a:gradFill><a:gsLst><a:gs><a:srgbClr val="FFFFFF"/></a:gs><a:gs><a:srgbClr val="1F3864"/></a:gs></a:gsLst></a:gradFill>')
    ),
    "white in a box on a shape": drawing(shape(fill=solid("1F3864")), width=300, height=300) + drawing(shape(para(properties=WHITE))),
    "white in a box on a picture": drawing("<pic:pic/>", width=300, height=300) + drawing(shape(para(properties=WHITE))),
    "white in a group": drawing(f"<wpg:wgp>{shape(fill=solid('1F3864'))}{shape(para(properties=WHITE))}</wpg:wgp>"),
    "white on a sidebar behind": drawing(shape(fill=solid("1F3864")), x=0, y=0, width=200, height=842, behind=1) + para(properties=WHITE),
    "white on a band behind": drawing(shape(fill=solid("1F3864")), x=0, y=0, width=595, height=150, behind=1) + para(properties=WHITE),
    "white on an old shape behind": '<w:p><w:r><w:pict><v:rect style="position:absolute;width:200pt;height:700pt;z-index:-1" fillcolor="#1F3864"/></w:pict></w:r></w:p>' + para(properties=WHITE),
    "white in an old shape": vml("position:absolute;width:200pt;height:30pt", 'fillcolor="navy"', para(properties=WHITE)),
    "a box that grows": drawing(shape(para(), body="<a:spAutoFit/>"), height=0),
    "a box half off the page": drawing(shape(para()), x=-50),
    "placed by alignment": para(paragraph='<w:framePr w:xAlign="right" w:yAlign="bottom" w:hAnchor="page"/>'),
    "a hanging indent": para(paragraph='<w:ind w:left="720" w:hanging="360"/>'),
    "an outlined text fill": para(properties=FILL14.format("FFFFFF", "") + "<w14:textOutline><w14:solidFill/></w14:textOutline>"),
}  # fmt: skip


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN)
def test_what_word_shows_is_read(body: str) -> None:
    document = read(para("Jane Roe") + body, styles_xml=f"<w:styles {NAMES}>{TABLE_STYLE.format(HEADED)}</w:styles>")
    assert WALL in document.text
    assert document.concealed == ()


@pytest.mark.parametrize(
    ("settings", "hidden"), [("<w:displayBackgroundShape/>", False), ("", True)], ids=["shown", "not shown"]
)
def test_white_on_a_dark_page_is_seen_where_word_shows_the_page(settings: str, *, hidden: bool) -> None:
    parts = {"settings_xml": f"<w:settings {NAMES}>{settings}</w:settings>"}
    document = read_document(
        pack(para("Jane Roe") + para(properties=WHITE), before='<w:background w:color="1F1F1F"/>', **parts), name="cv.docx"
    )
    assert (WALL not in document.text) is hidden


def test_a_theme_that_is_dark_is_believed() -> None:
    theme = f'<a:theme {NAMES}><a:themeElements><a:clrScheme><a:lt1><a:srgbClr val="102040"/></a:lt1></a:clrScheme></a:themeElements></a:theme>'
    document = read(para("Jane Roe") + para(properties='<w:color w:themeColor="background1"/>'), theme__theme1_xml=theme)
    assert WALL in document.text


def test_strict_files_are_read() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as strict, zipfile.ZipFile(io.BytesIO(pack(para("Jane Roe")))) as usual:
        for member in usual.namelist():
            content = usual.read(member).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            strict.writestr(member, content)
    assert read_document(data.getvalue(), name="cv.docx").text == "Jane Roe"


def test_tracked_changes_are_read_as_accepted() -> None:
    joined = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{run("first half ")}</w:p>{para("and second half")}'
    moved = '<w:p><w:moveFrom w:id="2"><w:r><w:t>from</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo w:id="3"><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>'
    cells = f'<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="4"/></w:tcPr>{para("gone")}</w:tc><w:tc>{para("kept cell")}</w:tc></w:tr></w:tbl>'
    last = f'<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>{run("last")}</w:p>'
    assert read(joined + moved + cells + last).text.split("\n") == ["first half and second half", "", "moved", "", "kept cell", "", "last"]


def test_a_run_in_heading_is_read() -> None:
    heading = f"<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>{run('Experience.')}</w:p>"
    assert "Experience." in read(heading + para("Ran the shop")).text


def test_lists_of_one_definition_count_on_and_overrides_begin_anew() -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Mine"/>{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Mine"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    items = "".join(para("x", paragraph=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>') for n in (1, 1, 2, 3, 3, 4))
    assert read(items, numbering_xml=numbering).text.split() == ["1.", "x", "2.", "x", "3.", "x", "5.", "x", "6.", "x", "7.", "x"]


def test_symbol_fonts_are_read_by_what_they_show() -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F062"/><w:t>-tests</w:t></w:r></w:p>'
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="00A7"/><w:t> item</w:t></w:r></w:p>'
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F028"/><w:t>555 0100</w:t></w:r></w:p>'
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3</w:t></w:r><w:r><w:t> 5</w:t></w:r></w:p>'
    )
    assert read(body).text.split("\n") == ["β-tests", "• item", "555 0100", "≥ 5"]


def test_requests_to_fill_in_are_left_out_and_a_template_s_own_words_kept() -> None:
    def control(text: str, style: str = "") -> str:
        return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{para(text, style)}</w:sdtContent></w:sdt>"

    styles = f'<w:styles {NAMES}><w:style w:type="character" w:styleId="P"><w:name w:val="Placeholder Text"/></w:style></w:styles>'
    document = read(
        control("Experience") + control("Click or tap here to enter text.") + control("Hier tippen", '<w:rStyle w:val="P"/>'),
        styles_xml=styles,
    )
    assert document.text == "Experience"
    assert [caution.code for caution in document.cautions] == ["placeholders"]


def test_parts_in_other_formats_and_diagrams_are_read() -> None:
    relations = RELATION.format("r1", "aFChunk", "chunk.html") + RELATION.format("r2", "diagramData", "diagrams/data1.xml")
    diagram = f"<dgm:dataModel {NAMES}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Discovery</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    smart = '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="r2"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    document = read(
        para("Jane Roe") + '<w:altChunk r:id="r1"/>' + smart,
        relations=relations,
        chunk_html="<html><body><p>Taken in</p></body></html>",
        diagrams__data1_xml=diagram,
    )
    assert [line for line in document.text.split("\n") if line] == ["Jane Roe", "Taken in", "Discovery"]
    assert document.state is DocumentState.OK


def test_a_part_that_cannot_be_read_is_told_and_doubtful() -> None:
    document = read(para("Jane Roe") + '<w:altChunk r:id="gone"/>')
    assert document.state is DocumentState.DOUBTFUL
    assert [caution.code for caution in document.cautions] == ["part-not-read"]


def test_runs_hidden_one_after_the_other_are_one_piece() -> None:
    body = f"<w:p>{run('Seen ')}{run('keyword ', WHITE)}{run('wall', WHITE)}{run(' end')}</w:p>"
    document = read(body)
    assert document.text == "Seen  end"
    assert [c.text for c in document.concealed] == ["keyword wall"]


def test_a_date_and_place_beside_a_title_and_company_stay_with_them() -> None:
    cells = [para("Lead Product Manager") + para("Acme"), para("Jan 2021 – Present") + para("Oslo, Norway")]
    row = "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"
    assert read(row).text.split("\n") == ["Lead Product Manager   Jan 2021 – Present", "Acme   Oslo, Norway"]


def test_a_table_of_lists_is_read_by_its_columns() -> None:
    rows = [("Skills", "Languages"), ("SQL", "Norwegian"), ("Roadmaps", "English")]
    body = "".join("<w:tr>" + "".join(f"<w:tc>{para(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    assert read(f"<w:tbl>{body}</w:tbl>").text.split() == ["Skills", "SQL", "Roadmaps", "Languages", "Norwegian", "English"]
