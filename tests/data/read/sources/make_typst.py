# ruff: noqa
"""Makes fixtures of tests/read with a real producer, into the folder `made` beside this file. Run by hand."""

from pathlib import Path

OUT = Path(__file__).resolve().parent / "made"
OUT.mkdir(exist_ok=True)
import sys
import content as C, typst


def e(s):
    return s.replace("@", "\\@").replace("#", "\\#").replace("*", "\\*").replace("_", "\\_").replace("$", "\\$")


out = str(OUT) + "/"


def jobs(f):
    return "".join(f(*j) for j in C.JOBS)


def bl(bs):
    return "".join(f"- {e(b)}\n" for b in bs)


jf = lambda t, c, l, d, bs: f"*{e(t)}* #h(1fr) {e(d)} \\\n_{e(c)}_ #h(1fr) {e(l)}\n{bl(bs)}\n"
jgrid = lambda t, c, l, d, bs: (
    f"#grid(columns:(1fr,4cm),column-gutter:0.4cm,[*{e(t)}*, {e(c)}\n{bl(bs)}],align(right)[{e(l)}\\ {e(d)}])\n"
)
jrail = lambda t, c, l, d, bs: (
    f"#grid(columns:(3cm,1fr),column-gutter:0.5cm,align(right)[{e(d)}],[*{e(t)}*, {e(c)}, {e(l)}\n{bl(bs)}])\n"
)
jcell = lambda t, c, l, d, bs: (
    f"#grid(columns:(3.2cm,1fr),column-gutter:0.5cm,align(right)[{e(d)}\\ {e(l)}],[*{e(t)}*\\ {e(c)}\n{bl(bs)}])\n"
)


def edu():
    return "".join(f"*{e(a)}*, {e(b)} #h(1fr) {e(d)}\n\n" for a, b, d in C.EDU)


def main(f):
    return f"= Summary\n{e(C.SUMMARY)}\n= Experience\n{jobs(f)}\n= Education\n{edu()}\n= Projects\n" + "".join(
        f"*{a}*\n\n{e(b)}\n" for a, b in C.PROJ
    )


def side():
    return (
        "= Contact\n"
        + " \\\n".join(e(x) for x in C.CONTACT)
        + "\n= Skills\n"
        + "".join(f"*{a}*\\\n{e(b)}\n\n" for a, b in C.SKILLS)
        + "= Languages\n"
        + " \\\n".join(C.LANGS)
        + "\n= Certifications\n"
        + " \\\n".join(C.CERTS)
        + "\n"
    )


pre = "#set page(margin:1.6cm)\n#set text(9.5pt)\n#set par(justify:true)\n#show heading: it => block(above:1em,below:.5em,it)\n"
head = f"#text(22pt)[*{C.NAME}*]\n\n{C.TITLE}\n\n"
T = {
    "single_just": pre + head + main(jf) + side(),
    "grid_right": pre + head + main(jgrid) + side(),
    "rail": pre + head + main(jrail) + side(),
    "rail2": pre + head + main(jcell) + side(),
    "two_left": pre + head + f"#grid(columns:(1fr,2.2fr),column-gutter:0.7cm,[{side()}],[{main(jf)}])",
    "two_right": pre + head + f"#grid(columns:(2.2fr,1fr),column-gutter:0.7cm,[{main(jgrid)}],[{side()}])",
    "two_right_rail": pre + head + f"#grid(columns:(2.6fr,1fr),column-gutter:0.7cm,[{main(jrail)}],[{side()}])",
    "columns2": pre + head + f"#columns(2)[{main(jf)}{side()}]",
    "smallcaps": pre + "#show heading: it => block(smallcaps(it))\n" + head + main(jf) + side(),
    "hyph": pre.replace("9.5pt", '9.5pt,lang:"en",hyphenate:true')
    + head
    + f"#grid(columns:(1.6fr,1fr),column-gutter:0.7cm,[{main(jf)}],[{side()}])",
    "tracked": pre
    + "#show heading: it => block(text(tracking:4pt,upper(it.body)))\n"
    + head
    + f"#grid(columns:(1fr,2.2fr),column-gutter:0.7cm,[{side()}],[{main(jf)}])",
    "headrail": pre
    + "#show heading: it => block(text(12pt,blue,it.body))\n"
    + head
    + "".join(
        f"#grid(columns:(3cm,1fr),column-gutter:0.6cm,align(right)[= {h}],[{b}])\n"
        for h, b in [
            ("Summary", e(C.SUMMARY)),
            ("Experience", jobs(jf)),
            ("Education", edu()),
            ("Projects", "".join(f"*{a}*\n\n{e(b)}\n" for a, b in C.PROJ)),
            ("Skills", "".join(f"*{a}:* {e(b)}\n\n" for a, b in C.SKILLS)),
            ("Languages", ", ".join(C.LANGS)),
            ("Certifications", ", ".join(C.CERTS)),
        ]
    ),
    "big_pages": pre.replace("9.5pt", "15pt")
    + head
    + f"#grid(columns:(1fr,2fr),column-gutter:0.7cm,[{side()}],[{main(jf)}])",
    "footer": pre
    + "#set page(header:[Marisol Vandenberg #h(1fr) Curriculum Vitae],footer:context [#h(1fr) Page #counter(page).display() of 2])\n#set text(14pt)\n"
    + head
    + main(jf)
    + side(),
}
for k, v in T.items():
    open(out + k + ".typ", "w").write(v)
    try:
        typst.compile(out + k + ".typ", output=out + "ty_" + k + ".pdf")
    except Exception as x:
        print(k, str(x)[:300])
