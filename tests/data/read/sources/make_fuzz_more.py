# ruff: noqa
"""Makes fuzz_resume.json, .xml, .md, .txt and .png, the person of content.py, into the folder `made` beside this file. Run by hand."""

import json
from pathlib import Path
from xml.sax.saxutils import escape

import content as C
from PIL import Image, ImageDraw, ImageFont

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)

record = {
    "basics": {"name": C.NAME, "label": C.TITLE, "summary": C.SUMMARY, "email": "someone@example.com"},
    "work": [{"position": t, "name": c, "location": l, "startDate": d.split(" – ")[0], "highlights": bs} for t, c, l, d, bs in C.JOBS],
    "education": [{"studyType": e[0], "institution": e[1]} for e in C.EDU],
    "projects": [{"name": a, "description": b} for a, b in C.PROJ],
    "skills": [{"name": a, "keywords": b.split(", ")} for a, b in C.SKILLS],
    "languages": [{"language": x} for x in C.LANGS],
    "certificates": [{"name": x} for x in C.CERTS],
}
(OUT / "fuzz_resume.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")

md = [f"# {C.NAME}", "", C.TITLE, "", "## Summary", "", C.SUMMARY, "", "## Experience"]
for t, c, l, d, bs in C.JOBS:
    md += ["", f"### {t}", f"**{c}**, *{l}* | {d}", ""] + [f"- {b}" for b in bs]
md += ["", "## Education", "", "| Degree | School | Years |", "|---|---|---|"] + ["| " + " | ".join(e) + " |" for e in C.EDU]
md += ["", "## Skills", ""] + [f"* `{a}`: {b}" for a, b in C.SKILLS] + ["", "## Languages", ""] + [f"1. {x}" for x in C.LANGS]
(OUT / "fuzz_resume.md").write_text("\n".join(md) + "\n", "utf-8")

txt = [C.NAME, C.TITLE, " | ".join(C.CONTACT), "", "SUMMARY", C.SUMMARY, "", "EXPERIENCE"]
for t, c, l, d, bs in C.JOBS:
    txt += ["", f"{t}\t{d}", f"{c}, {l}"] + [f"  • {b}" for b in bs]
txt += ["", "EDUCATION"] + ["   ".join(e) for e in C.EDU] + ["", "SKILLS"] + [f"{a}: {b}" for a, b in C.SKILLS]
(OUT / "fuzz_resume.txt").write_text("\n".join(txt) + "\n", "utf-8")

xml = ['<?xml version="1.0" encoding="UTF-8"?>', "<SkillsPassport xmlns='http://europass.cedefop.europa.eu/Europass'><LearnerInfo>"]
xml += [f"<Identification><PersonName><FirstName>{C.NAME}</FirstName></PersonName></Identification>", "<WorkExperienceList>"]
for t, c, l, d, bs in C.JOBS:
    items = escape("".join(f"<li>{escape(b)}</li>" for b in bs))
    xml.append(
        f"<WorkExperience><Period><From year='2019' month='--03'/><Current>true</Current></Period><Position><Label>{escape(t)}</Label></Position>"
        f"<Activities>{items}</Activities><Employer><Name>{escape(c)}</Name></Employer></WorkExperience>"
    )
xml += ["</WorkExperienceList><EducationList>"]
xml += [f"<Education><Title>{escape(e[0])}</Title><Organisation><Name>{escape(e[1])}</Name></Organisation></Education>" for e in C.EDU]
xml += ["</EducationList></LearnerInfo></SkillsPassport>"]
(OUT / "fuzz_resume.xml").write_text("\n".join(xml), "utf-8")

picture = Image.new("L", (700, 120), 255)
draw = ImageDraw.Draw(picture)
font = ImageFont.load_default(22)
for i, line in enumerate((C.NAME, C.TITLE, C.JOBS[0][0])):
    draw.text((10, 10 + 34 * i), line, fill=0, font=font)
picture.save(OUT / "fuzz_resume.png", optimize=True)
