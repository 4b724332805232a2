# ruff: noqa
"""Makes concealed_docx.docx and shown_docx.docx with python-docx, concealed_ch.html and shown_ch.html with Chromium, into `made`.

Run by hand. What python-docx has no call for (text boxes, row heights, text fills) is written as Word writes it. The HTML is what
Chromium makes of a page with a style sheet, as its --dump-dom prints it.
"""

import subprocess, tempfile
from pathlib import Path

from docx import Document
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
WHITE, NAVY = RGBColor(255, 255, 255), RGBColor(0x1F, 0x38, 0x64)
LINES = [
    "Marisol Vandenberg",
    "Product manager in Portland with nine years of experience",
    "Led the migration of billing to a new platform",
    "Ran discovery interviews every week",
]
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def start():
    d = Document()
    for line in LINES:
        d.add_paragraph(line)
    return d


def say(d, words, **look):
    p = d.add_paragraph()
    r = p.add_run(words)
    for name, value in look.items():
        target = r.font
        *path, last = name.split("__")
        for step in path:
            target = getattr(target, step)
        setattr(target, last, value)
    return p, r


def shade(properties, fill):
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def cell(d, words, fill=None, colour=None, style=None, height=None, hidden=False):
    t = d.add_table(1, 1, style=style)
    c = t.cell(0, 0)
    r = c.paragraphs[0].add_run(words)
    if colour is not None:
        r.font.color.rgb = colour
    if fill:
        shade(c._tc.get_or_add_tcPr(), fill)
    if height is not None:
        t.rows[0].height, t.rows[0].height_rule = height, WD_ROW_HEIGHT_RULE.EXACTLY
    if hidden:
        t.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    d.add_paragraph()


def box(d, words, x, y, w=200, h=30, fill=None, colour=None, hidden=False, behind=0):
    fill = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    rpr = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' if colour else ""
    text = f"<wps:txbx><w:txbxContent><w:p><w:r>{rpr}<w:t>{words}</w:t></w:r></w:p></w:txbxContent></wps:txbx>" if words else ""
    x, y, w, h = (round(12700 * v) for v in (x, y, w, h))
    d.paragraphs[0]._p.append(
        parse_xml(
            f'<w:r {nsdecls("w", "wp", "a")} {WPS}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
            f'behindDoc="{behind}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page">'
            f"<wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"page\"><wp:posOffset>{y}</wp:posOffset></wp:positionV>"
            f'<wp:extent cx="{w}" cy="{h}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="7" name="Box"'
            f'{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
            f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr>{text}<wps:bodyPr/></wps:wsp>'
            f"</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        )
    )


def text_fill(run, inside):
    run._r.get_or_add_rPr().append(parse_xml(f"<w14:textFill {W14}><w14:solidFill>{inside}</w14:solidFill></w14:textFill>"))


d = start()
say(d, "vanish words", hidden=True)
say(d, "white words", color__rgb=WHITE)
say(d, "themewhite words", color__theme_color=MSO_THEME_COLOR.BACKGROUND_1)
say(d, "nearwhite words", color__rgb=RGBColor(0xF5, 0xF5, 0xF5))
say(d, "tiny words", size=Pt(1))
say(d, "samehighlight words", color__rgb=RGBColor(0, 0, 0), highlight_color=WD_COLOR_INDEX.BLACK)
p, r = say(d, "samecolour words", color__rgb=NAVY)
shade(r._r.get_or_add_rPr(), "1F3864")
p, r = say(d, "scaled words")
r._r.get_or_add_rPr().append(parse_xml(f'<w:w {nsdecls("w")} w:val="1"/>'))
p, r = say(d, "thinline words")
p.paragraph_format.line_spacing_rule, p.paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(0.5)
p, r = say(d, "indented words")
p.paragraph_format.left_indent = Cm(-55)
p, r = say(d, "fillwhite words")
text_fill(r, '<w14:srgbClr w14:val="FFFFFF"/>')
p, r = say(d, "fillclear words")
text_fill(r, '<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>')
cell(d, "samecell words", fill="1F3864", colour=NAVY)
cell(d, "gridwhite words", colour=WHITE, style="Table Grid")
cell(d, "thinrow words", height=Pt(0.5))
cell(d, "hiddenrow words", hidden=True)
box(d, "leftbox words", -700, 100)
box(d, "rightbox words", 800, 100)
box(d, "belowbox words", 100, 1500)
box(d, "hiddenbox words", 100, 600, hidden=True)
box(d, "whitebox words", 100, 650, colour="FFFFFF")
box(d, "samebox words", 100, 700, fill="1F3864", colour="1F3864")
d.add_paragraph("The end of what is seen")
d.save(str(OUT / "concealed_docx.docx"))

d = start()
say(d, "White on a highlight", color__rgb=WHITE, highlight_color=WD_COLOR_INDEX.DARK_BLUE)
p, r = say(d, "White on a paragraph", color__rgb=WHITE)
shade(p._p.get_or_add_pPr(), "1F3864")
cell(d, "White on a cell", fill="1F3864", colour=WHITE)
cell(d, "White on a table style", colour=WHITE, style="Medium Shading 1 Accent 1")
box(d, "White in a box", 300, 650, fill="1F3864", colour="FFFFFF")
box(d, "", 0, 0, 190, 800, fill="1F3864", behind=1)
p, r = say(d, "White on a sidebar", color__rgb=WHITE)
say(d, "A pale grey", color__rgb=RGBColor(0xBF, 0xBF, 0xBF))
say(d, "Small print", size=Pt(5))
p, r = say(d, "Not in the web view")
r._r.get_or_add_rPr().append(parse_xml(f'<w:webHidden {nsdecls("w")}/>'))
d.save(str(OUT / "shown_docx.docx"))

SEEN = "".join(f"<p>{line}</p>" for line in LINES)
HIDDEN = {
    "display": ".w .display{display:none}",
    "visibility": "@media screen{.visibility{visibility:hidden}}",
    "attribute": "",
    "zerosize": ".zerosize{height:0;overflow:hidden}",
    "clipped": ".clipped{position:absolute;clip:rect(0 0 0 0)}",
    "clippath": ".clippath{clip-path:inset(100%)}",
    "offleft": ".offleft{position:absolute;left:-9999px}",
    "indented": ".indented{text-indent:-9999px;overflow:hidden}",
    "moved": ".moved{transform:translateX(-9999px)}",
    "scaled": ".scaled{transform:scale(0)}",
    "onepixel": ".onepixel{font-size:1px}",
    "faint": ".faint{opacity:.01}",
    "clear": ".clear{color:#0000}",
    "white": ":root{--paper:#fff}div>.white{color:var(--paper)}",
    "white2": "#strong{color:#fff}.white2{color:#000}",
    "same": ".same{color:tomato;background:tomato}",
}
SHOWN = {
    "White on a band": ".b0{background:#1f3864}.b0 p{color:#fff}",
    "White on a gradient": ".b1{background:linear-gradient(#146,#a24);color:#fff}",
    "White by an attribute": "div[class=b2]{background:hsl(210 50% 20%)}.b2{color:#fff}",
    "White on what lies before": ".b3{position:relative;z-index:0;color:#fff}.b3::before{content:'';position:absolute;inset:0;background:#234;z-index:-1}",
    "Letters of a gradient": ".b4{color:transparent;background:linear-gradient(#146,#a24);-webkit-background-clip:text}",
    "Hidden in print": "@media print{.b5{display:none}}",
    "A pale grey": ".b6{color:#bfbfbf}",
    "Small print": ".b7{font-size:5px}",
}
pages = {
    "concealed_ch": (
        "".join(HIDDEN.values()),
        "<div class=w>"
        + "".join(
            f"<p class={k}{' hidden' if k == 'attribute' else ''}{' id=strong' if k == 'white2' else ''}>{k} words</p>" for k in HIDDEN
        )
        + "<details><summary>More</summary>closed words</details><dialog>dialog words</dialog></div><p>The end of what is seen</p>",
    ),
    "shown_ch": ("".join(SHOWN.values()), "".join(f"<div class=b{i}><p>{k}</p></div>" for i, k in enumerate(SHOWN))),
}
for name, (css, body) in pages.items():
    with tempfile.TemporaryDirectory() as profile:
        source = Path(profile, "page.html")
        source.write_text(f"<!doctype html><meta charset=utf-8><title>cv</title><style>{css}</style>{SEEN}{body}", "utf-8")
        flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
        done = subprocess.run(["chromium", *flags.split(), f"--user-data-dir={profile}/p", "--dump-dom", str(source)], capture_output=True)
        (OUT / f"{name}.html").write_bytes(done.stdout)
