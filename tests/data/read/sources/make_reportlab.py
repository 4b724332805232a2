# ruff: noqa
"""Makes fixtures of tests/read with a real producer, into the folder `made` beside this file. Run by hand."""

from pathlib import Path

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
import sys
import content as C, random
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfbase.pdfmetrics import stringWidth as sw


def wrap(t, font, size, w):
    out = []
    cur = ""
    for x in t.split():
        n = (cur + " " + x).strip()
        if sw(n, font, size) > w and cur:
            out.append(cur)
            cur = x
        else:
            cur = n
    return out + [cur]


def build(path, mode, layout, lead=13.0, sidelead=None):
    W, H = A4
    ops = []

    def col(x, w, items, y, lead):
        for kind, *a in items:
            if kind == "h":
                y -= 8
                ops.append((x, y, "Helvetica-Bold", 12, a[0]))
                y -= lead + 3
            elif kind == "p":
                for l in wrap(a[0], "Helvetica", 9.5, w):
                    ops.append((x, y, "Helvetica", 9.5, l))
                    y -= lead
            elif kind == "b":
                ops.append((x, y, "Helvetica", "9.5" and 9.5, "•"))
                for l in wrap(a[0], "Helvetica", 9.5, w - 12):
                    ops.append((x + 12, y, "Helvetica", 9.5, l))
                    y -= lead
            elif kind == "r":
                ops.append((x, y, "Helvetica-Bold", 9.5, a[0]))
                ops.append((x + w - sw(a[1], "Helvetica", 9.5), y, "Helvetica", 9.5, a[1]))
                y -= lead
            elif kind == "rail":
                ops.append((x, y, "Helvetica", 9.5, a[0]))
                ops.append((x + 110, y, "Helvetica-Bold", 9.5, a[1]))
                y -= lead
            elif kind == "ind":
                for l in wrap(a[0], "Helvetica", 9.5, w - 122):
                    ops.append((x + 122, y, "Helvetica", 9.5, l))
                    y -= lead
            elif kind == "g":
                y -= a[0]
        return y

    main = [("h", "Summary"), ("p", C.SUMMARY), ("h", "Experience")]
    railm = list(main)
    for t, c, l, d, bs in C.JOBS:
        main += [("r", t, d), ("r", c, l)] + [("b", b) for b in bs] + [("g", 5)]
        railm += [("rail", d, t), ("ind", c + ", " + l)] + [("ind", b) for b in bs] + [("g", 5)]
    main += (
        [("h", "Education")]
        + [("r", e[0] + ", " + e[1], e[2]) for e in C.EDU]
        + [("h", "Projects")]
        + [x for p in C.PROJ for x in (("p", p[0]), ("p", p[1]))]
    )
    railm += (
        [("h", "Education")]
        + [("rail", e[2], e[0] + ", " + e[1]) for e in C.EDU]
        + [("h", "Projects")]
        + [x for p in C.PROJ for x in (("p", p[0]), ("p", p[1]))]
    )
    side = (
        [("h", "Contact")]
        + [("p", x) for x in C.CONTACT]
        + [("h", "Skills")]
        + [x for a, b in C.SKILLS for x in (("p", a), ("p", b))]
        + [("h", "Languages")]
        + [("p", x) for x in C.LANGS]
        + [("h", "Certifications")]
        + [("p", x) for x in C.CERTS]
    )
    ops.append((50, H - 60, "Helvetica-Bold", 22, C.NAME))
    ops.append((50, H - 78, "Helvetica", 11, C.TITLE))
    if layout == "left":
        col(50, 150, side, H - 110, sidelead or lead)
        col(225, W - 225 - 40, main, H - 110, lead)
    elif layout == "right":
        col(50, 330, main, H - 110, lead)
        col(405, 150, side, H - 110, sidelead or lead)
    elif layout == "rail":
        col(50, W - 90, railm + side, H - 110, lead)
    elif layout == "single":
        col(50, W - 90, main + side, H - 110, lead)
    elif layout == "half":
        col(50, 240, main[:9] + [], H - 110, lead)
        col(310, 245, main[9:] + side, H - 110, sidelead or lead)
    if mode == "rows":
        ops.sort(key=lambda o: (-round(o[1]), o[0]))
    elif mode == "random":
        random.Random(7).shuffle(ops)
    elif mode == "rightfirst":
        ops.sort(key=lambda o: (o[0] < 200,))
    elif mode == "dateslast":
        ops.sort(key=lambda o: any(o[4] == j[3] or o[4] == j[2] for j in C.JOBS) or any(o[4] == e[2] for e in C.EDU))
    c = canvas.Canvas(path, pagesize=A4)
    for x, y, f, s, t in ops:
        c.setFont(f, s)
        c.drawString(x, y, t)
    c.save()


for lay in ("left", "right", "rail", "single", "half"):
    for mode in ("stream", "rows", "random", "rightfirst", "dateslast"):
        build(str(OUT) + f"/rl_{lay}_{mode}.pdf", mode, lay, 13.0, 11.7 if mode != "stream" else None)
        if mode in ("rows", "random"):
            build(str(OUT) + f"/rl_{lay}_{mode}_grid.pdf", mode, lay, 13.0)
