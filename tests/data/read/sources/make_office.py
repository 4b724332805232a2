# ruff: noqa
"""Makes fixtures of tests/read with a real producer, into the folder `made` beside this file. Run by hand."""

from pathlib import Path

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
import sys
import content as C
from docx import Document
from docx.shared import Pt, RGBColor, Cm
from docx.enum.text import WD_TAB_ALIGNMENT

d = Document()
p = d.add_paragraph()
r = p.add_run(C.NAME)
r.font.size = Pt(22)
r.bold = True
d.add_paragraph(C.TITLE)
d.add_paragraph(" | ".join(C.CONTACT))
d.add_heading("Summary", 1)
d.add_paragraph(C.SUMMARY)
d.add_heading("Experience", 1)
for t, c, l, dt, bs in C.JOBS:
    p = d.add_paragraph()
    p.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    p.add_run(t).bold = True
    p.add_run("\t" + dt)
    p = d.add_paragraph(c + "\t" + l)
    p.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    for b in bs:
        d.add_paragraph(b, style="List Bullet")
d.add_heading("Education", 1)
tb = d.add_table(rows=0, cols=3)
for e in C.EDU:
    row = tb.add_row().cells
    for i, x in enumerate(e):
        row[i].text = x
d.add_heading("Projects", 1)
for a, b in C.PROJ:
    d.add_paragraph(a)
    d.add_paragraph(b)
d.add_heading("Skills", 1)
for a, b in C.SKILLS:
    p = d.add_paragraph()
    p.add_run(a + ": ").bold = True
    p.add_run(b)
d.add_heading("Languages", 1)
for x in C.LANGS:
    d.add_paragraph(x, style="List Number")
d.add_heading("Certifications", 1)
for x in C.CERTS:
    d.add_paragraph(x, style="List Bullet 2")
p = d.add_paragraph()
r = p.add_run("Kubernetes Terraform Snowflake hidden words")
r.font.color.rgb = RGBColor(255, 255, 255)
p = d.add_paragraph()
r = p.add_run("vanished words here")
r.font.hidden = True
p = d.add_paragraph()
r = p.add_run("tiny words here")
r.font.size = Pt(1)
d.save(str(OUT / "r.docx"))
