"""Writes the layouts odd_ch_*: what does not run along the lines of its page, or begins where other text nearly ends.

    python make_odd.py OUT_FOLDER

Needs Chromium. The people and firms are invented.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BASE = """<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:14mm} body{font:10pt/1.35 'DejaVu Sans';margin:0}
h1{margin:0} h2{font-size:12pt;margin:8px 0 2px} ul{margin:2px 0 6px;padding-left:16px} p{margin:2px 0}
.row{display:flex;justify-content:space-between} .sec{display:grid;padding:5px 0} .sec h2{margin:0}"""
NAME = "<h1>Isolde Marchetti</h1><div>Program Manager</div>"
PROFILE = (
    "<p>Program manager who plans hardware and software releases together, keeps vendors honest and explains delays "
    "before anybody has to ask about them.</p>"
)
JOBS = "".join(
    f"<div><div class=row><b>{title}</b><span>{dates}</span></div><div>{firm}</div><ul><li>{'<li>'.join(points)}</ul></div>"
    for title, dates, firm, points in (
        (
            "Technical Program Manager",
            "Mar 2021 – Present",
            "Quillfeather Robotics",
            ["Leads eleven teams that ship a picker every quarter.", "Built a dependency board from supplier feeds."],
        ),
        (
            "Project Manager",
            "06/2017 – 02/2021",
            "Saltmarsh Instruments",
            ["Brought a spectrometer to certification.", "Found a second source for optics after a flood."],
        ),
    )
)
EDUCATION = "<div class=row><b>MEng Electronics</b><span>2007 – 2011</span></div><div>University of Wessex</div>"
SKILLS = "<div>Planning: roadmaps, risk registers</div><div>Software: Jira, Python, Grafana</div>"
CERTIFICATES = "<div>PMP, 2019</div><div>Scrum Master</div><div>Prince2 Practitioner</div>"
LANGUAGES = "<div>English (native)</div><div>Swedish (fluent)</div><div>Igbo (basic)</div>"
SECTIONS = [
    ("Profile", PROFILE),
    ("Experience", JOBS),
    ("Education", EDUCATION),
    ("Skills", SKILLS),
    ("Certifications", CERTIFICATES),
]
PLAIN = "".join(f"<h2>{heading}</h2>{body}" for heading, body in SECTIONS)


def sections() -> str:
    return "".join(f"<div class=sec><h2>{heading}</h2><div>{body}</div></div>" for heading, body in SECTIONS)


def table() -> str:
    lists = [("Languages", LANGUAGES), ("Certifications", CERTIFICATES)]
    cells = [[body.split("</div>")[i].removeprefix("<div>") for _, body in lists] for i in range(3)]
    rows = ["".join(f"<th>{h}</th>" for h, _ in lists), *("".join(f"<td>{c}</td>" for c in row) for row in cells)]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def cards() -> str:
    two = [("MEng Electronics", "University of Wessex", "2007 – 2011"), ("Diploma in Leadership", "Avon School", "2016")]
    return f"<div class=two>{''.join(f'<div><b>{a}</b><br>{b}<br>{c}</div>' for a, b, c in two)}</div>"


LAYOUTS = {
    "turned_headings": (
        ".sec{grid-template-columns:12mm 1fr;min-height:32mm} .sec h2{writing-mode:vertical-rl;transform:rotate(180deg);font-size:10pt}",
        NAME + sections(),
    ),
    "headings_right": (".sec{grid-template-columns:1fr 34mm;gap:5mm} .sec h2{order:2}", NAME + sections()),
    "headings_fill_margin": (".sec{grid-template-columns:34mm 1fr}", NAME + sections()),
    "watermark": (
        ".mark{position:fixed;top:80mm;left:20mm;font-size:60pt;color:rgba(0,0,0,.08);transform:rotate(-35deg)}",
        f"<div class=mark>CONFIDENTIAL</div>{NAME}{PLAIN}",
    ),
    "lists_in_table": ("table{width:100%} td,th{text-align:left}", f"{NAME}<h2>Experience</h2>{JOBS}<h2>Skills</h2>{SKILLS}{table()}"),
    "cards": (
        ".two{display:grid;grid-template-columns:1fr 1fr;gap:8mm}",
        f"{NAME}<h2>Experience</h2>{JOBS}<h2>Education</h2>{cards()}<h2>Skills</h2>{SKILLS}",
    ),
}
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


def main() -> None:
    out = Path(sys.argv[1]).resolve()
    for name, (style, body) in LAYOUTS.items():
        page = out / f"odd_ch_{name}.html"
        page.write_text(f"{BASE}{style}</style>{body}", "utf-8")
        target = f"--print-to-pdf={page.with_suffix('.pdf')}"
        subprocess.run(["chromium", *FLAGS.split(), "--no-pdf-header-footer", target, page.as_uri()], check=True)
        page.unlink()


if __name__ == "__main__":
    main()
