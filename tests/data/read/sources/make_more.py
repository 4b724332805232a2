# ruff: noqa
"""Makes the fixtures `more_*` with Chromium, Typst, ReportLab and LibreOffice, into the folder `made`. Run by hand."""

from pathlib import Path
import html, subprocess, tempfile
import content_more as C

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
e = html.escape

# ---- Chromium ----
BASE = "@page{size:A4;margin:14mm}*{-webkit-print-color-adjust:exact}body{font:10.5px/1.4 %s;margin:0}h1{font-size:25px;margin:0}h2{font-size:14px;margin:11px 0 4px}ul{margin:3px 0;padding-left:15px}p{margin:4px 0}.job{margin-bottom:8px}"


def h(t):
    return f"<h2>{t}</h2>"


def points(bs):
    return "<ul>" + "".join(f"<li>{e(b)}</li>" for b in bs) + "</ul>"


def job(kind, t, c, l, d, bs):
    if kind == "row":
        return f"<div class=job><div style='display:flex;justify-content:space-between;gap:12px'><b>{e(t)}</b><span style='white-space:nowrap'>{e(d)}</span></div><div><i>{e(c)}</i>, {l}</div>{points(bs)}</div>"
    if kind == "below":
        return f"<div class=job><b>{e(t)}</b><div>{e(c)}, {l}</div><div>{e(d)}</div>{points(bs)}</div>"
    if kind == "narrow":  # the date's column squeezes the title, which wraps
        return f"<div class=job><div style='display:flex;gap:10px'><b style='flex:0 0 190px'>{e(t)}</b><span style='flex:1'></span><span style='text-align:right'>{e(d)}<br>{l}</span></div><div>{e(c)}</div>{points(bs)}</div>"
    if kind == "timeline":
        return f"<div class=job style='display:flex;gap:12px'><div style='flex:0 0 92px;text-align:right;color:#666'>{e(d)}</div><div style='width:9px;height:9px;border-radius:5px;background:#357;margin-top:3px;flex:none'></div><div style='flex:1'><b>{e(t)}</b><div>{e(c)}, {l}</div>{points(bs)}</div></div>"
    raise ValueError(kind)


def edu(kind):
    if kind == "row":
        return "".join(f"<div style='display:flex;justify-content:space-between'><span><b>{e(a)}</b>, {e(b)}</span><span>{d}</span></div>" for a, b, d in C.EDU)
    return "".join(f"<div class=job><b>{e(a)}</b><div>{e(b)}</div><div>{d}</div></div>" for a, b, d in C.EDU)


def main(kind, ekind="row"):
    return h("Profile") + f"<p>{e(C.SUMMARY)}</p>" + h("Employment") + "".join(job(kind, *j) for j in C.JOBS) + h("Education") + edu(ekind)


def listed(xs):
    return "".join(f"<div>{e(x)}</div>" for x in xs)


def skills(kind):
    if kind == "chips":
        return "".join(f"<div style='margin:3px 0'><b>{a}</b></div><div style='display:flex;flex-wrap:wrap;gap:4px'>" + "".join(f"<span style='border:1px solid #999;border-radius:7px;padding:0 5px'>{x}</span>" for x in b.split(", ")) + "</div>" for a, b in C.SKILLS)
    return "".join(f"<p><b>{a}</b><br>{e(b)}</p>" for a, b in C.SKILLS)


def side(kind="lines"):
    return h("Contact") + listed(C.CONTACT) + h("Skills") + skills(kind) + h("Languages") + listed(C.LANGS) + h("Certificates") + listed(C.CERTS) + h("Awards") + listed(C.AWARDS) + h("Interests") + listed(C.INTERESTS)


HEAD = f"<h1>{C.NAME}</h1><div>{C.TITLE}</div>"


def two(left, right, css, font="Liberation Sans", head=HEAD):
    return f"<style>{BASE % font}{css}</style>{head}<div class=w><div class=a>{left}</div><div class=b>{right}</div></div>"


PAGES = {
    # a sidebar at the right that goes on over two pages, beside a main column that does too
    "right_two_pages": two(main("row"), side(), "body{font-size:15.5px}h2{font-size:19px}.w{display:flex;gap:24px}.a{flex:1}.b{width:29%}"),
    "timeline": f"<style>{BASE % 'DejaVu Sans'}</style>{HEAD}" + main("timeline") + "".join(f"<div style='display:flex;gap:20px'>{''.join(f'<div style=flex:1>{h(t)}{listed(x)}</div>' for t, x in (('Languages', C.LANGS), ('Certificates', C.CERTS), ('Awards', C.AWARDS)))}</div>" for _ in (1,)) + h("Contact") + " · ".join(C.CONTACT) + h("Skills") + skills("lines") + h("Interests") + ", ".join(C.INTERESTS),
    "narrow_titles": two(side(), main("narrow", "below"), ".w{display:flex;gap:20px}.a{width:27%}.b{flex:1}", "Liberation Serif"),
    "chips_right": two(main("below", "below"), side("chips"), ".w{display:flex;gap:18px}.a{flex:1}.b{width:33%;background:#eef;padding:0 10px}"),
    "dark_right": two(main("row"), side(), "@page{margin:0}.w{display:flex;min-height:1122px}.a{flex:1;padding:26px}.b{width:31%;background:#1d2b3a;color:#fff;padding:26px}h1{padding:26px 26px 0}", head=f"<h1>{C.NAME}</h1><div style='padding:0 26px'>{C.TITLE}</div>"),
    "half_and_half": two(h("Profile") + f"<p>{e(C.SUMMARY)}</p>" + h("Employment") + "".join(job("below", *j) for j in C.JOBS), h("Education") + edu("below") + side(), ".w{display:grid;grid-template-columns:1.15fr 1fr;gap:14px}", "DejaVu Serif"),
}
for key, page in PAGES.items():
    source = OUT / f"{key}.html"
    source.write_text("<!doctype html><meta charset=utf-8>" + page, "utf-8")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={profile}", f"--print-to-pdf={OUT}/more_ch_{key}.pdf", str(source)], capture_output=True, timeout=90)

# ---- Typst ----
import typst


def y(s):
    for sign in "@#*_$<":
        s = s.replace(sign, "\\" + sign)
    return s


def ybl(bs):
    return "".join(f"- {y(b)}\n" for b in bs)


PRE = "#set page(margin:1.5cm)\n#set text(9.5pt)\n#show heading: it => block(above:1em,below:.5em,it)\n"
YHEAD = f"#text(21pt)[*{C.NAME}*]\n\n{C.TITLE}\n\n"
row = lambda t, c, l, d, bs: f"#grid(columns:(1fr,auto),column-gutter:1em,[*{y(t)}*],[{y(d)}])\n_{y(c)}_, {l}\n{ybl(bs)}\n"
rail = lambda t, c, l, d, bs: f"#grid(columns:(2.6cm,1fr),column-gutter:0.5cm,[{y(d)}\\ {l}],[*{y(t)}*\\ {y(c)}\n{ybl(bs)}])\n"
yedu = "".join(f"*{y(a)}*, {y(b)} #h(1fr) {y(d)}\n\n" for a, b, d in C.EDU)
yjobs = lambda f: "".join(f(*j) for j in C.JOBS)
ymain = lambda f: f"= Profile\n{y(C.SUMMARY)}\n= Employment\n{yjobs(f)}\n= Education\n{yedu}\n"
ylist = lambda xs: " \\\n".join(y(x) for x in xs) + "\n"
yskills = "".join(f"*{a}*\\\n{y(b)}\n\n" for a, b in C.SKILLS)
yside = f"= Contact\n{ylist(C.CONTACT)}= Skills\n{yskills}= Languages\n{ylist(C.LANGS)}= Certificates\n{ylist(C.CERTS)}= Awards\n{ylist(C.AWARDS)}= Interests\n{ylist(C.INTERESTS)}"
labels = [("Profile", y(C.SUMMARY)), ("Employment", yjobs(row)), ("Education", yedu), ("Contact", ylist(C.CONTACT)), ("Skills", "".join(f"*{a}:* {y(b)}\n\n" for a, b in C.SKILLS)), ("Languages", ", ".join(C.LANGS)), ("Certificates", ylist(C.CERTS)), ("Awards", ylist(C.AWARDS)), ("Interests", ", ".join(C.INTERESTS))]
PAGES = {
    "unequal": PRE + YHEAD + f"#grid(columns:(3fr,1.15fr),column-gutter:0.5cm,[{ymain(row)}],[{yside}])",
    "left_two_pages": PRE.replace("9.5pt", "13pt") + YHEAD + f"#grid(columns:(1fr,2.1fr),column-gutter:0.6cm,[{yside}],[{ymain(row)}])",
    "label_rail": PRE + YHEAD + "".join(f"#grid(columns:(2.8cm,1fr),column-gutter:0.6cm,[*{k}*],[{v}])\n#line(length:100%,stroke:.3pt)\n" for k, v in labels),
    "date_rail": PRE + YHEAD + ymain(rail) + yside,
}
for key, page in PAGES.items():
    typst.compile(page.encode(), output=str(OUT / f"more_ty_{key}.pdf"))

# ---- ReportLab: platypus, frames and tables ----
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph, Table

N = ParagraphStyle("n", fontName="Helvetica", fontSize=9.5, leading=12)
B = ParagraphStyle("b", N, fontName="Helvetica-Bold")
H = ParagraphStyle("h", B, fontSize=12, leading=16, spaceBefore=7)
NAME = ParagraphStyle("name", B, fontSize=20, leading=26)
L = ParagraphStyle("l", N, leftIndent=10, bulletIndent=0)
R = ParagraphStyle("r", N, alignment=2)
P = lambda s, style=N: Paragraph(e(s), style)


def rjobs(table):
    out = []
    for t, c, l, d, bs in C.JOBS:
        if table:
            out.append(Table([[P(t, B), P(d, R)], [P(c), P(l, R)]], colWidths=[None, 105], style=[("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]))
        else:
            out += [P(t, B), P(f"{c}, {l}"), P(d)]
        out += [Paragraph(e(b), L, bulletText="•") for b in bs]
    return out


def rmain(table):
    return [P("Profile", H), P(C.SUMMARY), P("Employment", H), *rjobs(table), P("Education", H), *[p for a, b, d in C.EDU for p in (P(a, B), P(b), P(d))]]


def rside():
    out = [P("Contact", H), *map(P, C.CONTACT), P("Skills", H)]
    for a, b in C.SKILLS:
        out += [P(a, B), P(b)]
    for t, xs in (("Languages", C.LANGS), ("Certificates", C.CERTS), ("Awards", C.AWARDS), ("Interests", C.INTERESTS)):
        out += [P(t, H), *map(P, xs)]
    return out


W, HT = letter


def frames(name, left_first, left_width):
    a = Frame(40, 40, left_width, HT - 130, id="a", leftPadding=0, rightPadding=0)
    b = Frame(40 + left_width + 18, 40, W - 98 - left_width, HT - 130, id="b", leftPadding=0, rightPadding=0)
    top = Frame(40, HT - 90, W - 80, 60, id="top", leftPadding=0)
    doc = BaseDocTemplate(str(OUT / f"more_rl_{name}.pdf"), pagesize=letter, invariant=1)
    doc.addPageTemplates([PageTemplate(frames=[top, a, b] if left_first else [top, b, a])])
    return doc


frames("unequal_left", True, 165).build([P(C.NAME, NAME), P(C.TITLE), FrameBreak(), *rside(), FrameBreak(), *rmain(True)])
frames("right_first", False, 340).build([P(C.NAME, NAME), P(C.TITLE), FrameBreak(), *rside(), FrameBreak(), *rmain(False)])

# ---- python-docx, and LibreOffice's print of it ----
from docx import Document
from docx.shared import Cm, Pt


def put(cell, items):
    first = True
    for text, style in items:
        p = cell.paragraphs[0] if first else cell.add_paragraph()
        first = False
        run = p.add_run(("• " if style == "li" else "") + text)
        p.paragraph_format.space_after = Pt(1)
        run.font.size = Pt({"h": 12}.get(style, 9.5))
        run.bold = style in ("h", "b")


def items_main():
    out = [("Profile", "h"), (C.SUMMARY, "p"), ("Employment", "h")]
    for t, c, l, d, bs in C.JOBS:
        out += [(t, "b"), (f"{c}, {l}", "p"), (d, "p"), *((b, "li") for b in bs)]
    return [*out, ("Education", "h"), *((x, "p") for row in C.EDU for x in row)]


def items_side():
    out = [("Contact", "h"), *((x, "p") for x in C.CONTACT), ("Skills", "h")]
    for a, b in C.SKILLS:
        out += [(a, "b"), (b, "p")]
    for t, xs in (("Languages", C.LANGS), ("Certificates", C.CERTS), ("Awards", C.AWARDS), ("Interests", C.INTERESTS)):
        out += [(t, "h"), *((x, "p") for x in xs)]
    return out


def fresh():
    d = Document()
    d.sections[0].left_margin = d.sections[0].right_margin = Cm(1.6)
    d.add_paragraph().add_run(C.NAME).font.size = Pt(22)
    d.add_paragraph(C.TITLE)
    return d


d = fresh()
table = d.add_table(rows=1, cols=2)
table.autofit = False
for cell, width, items in zip(table.rows[0].cells, (5.2, 12.4), (items_side(), items_main())):
    cell.width = Cm(width)
    put(cell, items)
d.save(str(OUT / "more_lo_table.docx"))

d = fresh()  # a table with a row for each post: dates, posts
for t, b in [("Profile", [("", C.SUMMARY)]), ("Employment", None), ("Education", [(x, f"{a}, {s}") for a, s, x in C.EDU]), ("Contact", [("", ", ".join(C.CONTACT))]), ("Skills", C.SKILLS), ("Languages", [("", ", ".join(C.LANGS))]), ("Certificates", [("", ", ".join(C.CERTS))]), ("Awards", [("", ", ".join(C.AWARDS))]), ("Interests", [("", ", ".join(C.INTERESTS))])]:
    d.add_paragraph().add_run(t).bold = True
    table = d.add_table(rows=0, cols=2)
    table.autofit = False
    for label, text in b if b is not None else []:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(3.6), Cm(14)
        cells[0].text, cells[1].text = label, text
    for t2, c, l, dates, bs in C.JOBS if b is None else []:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(3.6), Cm(14)
        cells[0].text = dates
        put(cells[1], [(t2, "b"), (f"{c}, {l}", "p"), *((x, "li") for x in bs)])
d.save(str(OUT / "more_lo_rows.docx"))
for key in ("table", "rows"):
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(OUT), str(OUT / f"more_lo_{key}.docx")], capture_output=True, timeout=180)
