# ruff: noqa
"""Makes fixtures of tests/read with a real producer, into the folder `made` beside this file. Run by hand."""

from pathlib import Path

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
import sys, subprocess, tempfile, pathlib, io
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from PIL import Image, ImageDraw

out = OUT
HID = "Kubernetes Terraform hidden keywords"


def body(c):
    c.setFillColorRGB(0, 0, 0)
    c.setFont("Helvetica", 11)
    for i, t in enumerate(
        [
            "Marisol Vandenberg",
            "Product manager in Portland with nine years of experience",
            "Led the migration of billing to a new platform",
            "Ran discovery interviews every week",
        ]
    ):
        c.drawString(72, 780 - 18 * i, t)


def rl(name, draw):
    c = canvas.Canvas(str(out / f"rl_{name}.pdf"), pagesize=A4, invariant=1)
    draw(c)
    c.save()


def mode3(c):
    body(c)
    t = c.beginText(72, 600)
    t.setFont("Helvetica", 11)
    t.setTextRenderMode(3)
    t.textOut(HID)
    c.drawText(t)


def clip(c):
    body(c)
    t = c.beginText(72, 600)
    t.setFont("Helvetica", 11)
    t.setTextRenderMode(7)
    t.textOut(HID)
    c.saveState()
    c.drawText(t)
    c.restoreState()


def white(c):
    body(c)
    c.setFillColorRGB(1, 1, 1)
    c.drawString(72, 600, HID)


def shape(c):
    body(c)
    c.setFillColorRGB(0.1, 0.2, 0.5)
    c.rect(60, 590, 300, 30, stroke=0, fill=1)
    c.setFillColorRGB(0.1, 0.2, 0.5)
    c.drawString(72, 600, HID)


def covered(c):
    body(c)
    c.drawString(72, 600, HID)
    c.setFillColorRGB(1, 1, 1)
    c.rect(60, 590, 300, 30, stroke=0, fill=1)


def coveredimg(c):
    body(c)
    c.drawString(72, 600, HID)
    im = Image.new("RGB", (100, 20), (200, 220, 240))
    c.drawImage(ImageReader(im), 60, 590, 300, 30)


def off(c):
    body(c)
    c.drawString(-400, 600, HID)
    c.drawString(72, 900, HID)


def tiny(c):
    body(c)
    c.setFont("Helvetica", 1)
    c.drawString(72, 600, HID)


def alpha(c):
    body(c)
    c.setFillAlpha(0)
    c.setFont("Helvetica", 11)
    c.drawString(72, 600, HID)


def visible(c):
    body(c)
    c.setFillColorRGB(0.1, 0.2, 0.5)
    c.rect(60, 590, 300, 30, stroke=0, fill=1)
    c.setFillColorRGB(1, 1, 1)
    c.drawString(72, 600, "White words on a blue band")
    c.setFillColorRGB(0.9, 0.9, 0.9)
    c.setFont("Helvetica", 60)
    c.drawString(100, 400, "DRAFT")
    c.setFillColorRGB(0, 0, 0)
    c.setFont("Helvetica", 11)
    c.setFillAlpha(0.2)
    c.drawString(72, 300, "A pale but readable remark")


def dark(c):
    c.setFillColorRGB(0.07, 0.07, 0.09)
    c.rect(0, 0, *A4, stroke=0, fill=1)
    c.setFillColorRGB(0.95, 0.95, 0.95)
    c.setFont("Helvetica", 11)
    for i, t in enumerate(["Marisol Vandenberg", "Product manager in Portland with nine years of experience"]):
        c.drawString(72, 780 - 18 * i, t)
    c.setFillColorRGB(0.07, 0.07, 0.09)
    c.drawString(72, 600, HID)


def scan(c):
    im = Image.new("L", (1240, 1754), 255)
    d = ImageDraw.Draw(im)
    for i in range(12):
        d.rectangle((150, 150 + 60 * i, 900, 175 + 60 * i), fill=40)
    t = c.beginText(72, 765)
    t.setFont("Helvetica", 11)
    t.setTextRenderMode(3)
    for l in [
        "Marisol Vandenberg",
        "Product manager in Portland with nine years of experience",
        "Led the migration of billing to a new platform",
    ]:
        t.textLine(l)
    c.drawText(t)
    c.drawImage(ImageReader(im), 0, 0, *A4)


for n, f in dict(
    mode3=mode3,
    clip=clip,
    white=white,
    shape=shape,
    covered=covered,
    coveredimg=coveredimg,
    off=off,
    tiny=tiny,
    alpha=alpha,
    visible=visible,
    dark=dark,
    scan=scan,
).items():
    rl(n, f)
B = "<p>Marisol Vandenberg</p><p>Product manager in Portland with nine years of experience</p><p>Led the migration of billing</p>"
H = {
    "white": f'{B}<p style="color:#fff">{HID}</p>',
    "dark": f'<body style="background:#111;color:#eee">{B}<p style="color:#111">{HID}</p>',
    "opacity": f'{B}<p style="opacity:0">{HID}</p>',
    "tiny": f'{B}<p style="font-size:1px">{HID}</p>',
    "covered": f'{B}<div style="position:relative"><p>{HID}</p><div style="position:absolute;inset:0;background:#fff"></div></div>',
    "offpage": f'{B}<p style="position:absolute;left:-900px;top:50px">{HID}</p>',
    "rgba": f'{B}<p style="color:rgba(0,0,0,0)">{HID}</p>',
    "band": f'<div style="background:#146;color:#fff;padding:9px">Experience and Education</div>{B}<span style="background:#eee;color:#ddd">Pale but there</span><div style="background:linear-gradient(#146,#a24);color:#fff">White on gradient words</div>',
}
for n, h in H.items():
    p = out / f"ch_{n}.html"
    p.write_text("<!doctype html><meta charset=utf-8><style>*{-webkit-print-color-adjust:exact}</style>" + h)
    with tempfile.TemporaryDirectory() as t:
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-pdf-header-footer",
                f"--user-data-dir={t}",
                f"--print-to-pdf={out}/ch_{n}.pdf",
                str(p),
            ],
            capture_output=True,
        )
import typst

for n, s in {
    "white": f"Marisol Vandenberg\n\nProduct manager in Portland\n\n#text(white)[{HID}]",
    "covered": f"Marisol Vandenberg\n\nProduct manager in Portland\n\n#block[{HID} #place(top+left,rect(width:100%,height:14pt,fill:white,stroke:none))]",
    "tiny": f"Marisol Vandenberg\n\nProduct manager in Portland\n\n#text(0.8pt)[{HID}]",
    "fine": "Marisol Vandenberg\n\n#rect(fill:navy,width:100%)[#text(white)[Product manager in Portland]]",
}.items():
    open(out / f"ty_{n}.typ", "w").write(s)
    typst.compile(str(out / f"ty_{n}.typ"), output=str(out / f"ty_{n}.pdf"))
