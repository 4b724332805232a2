"""HTML: what a browser would show, in lines, and what it would not show, set apart with how it was hidden."""

from __future__ import annotations

import pytest

from resumefit.core.document import Document, DocumentState
from resumefit.errors import OverLimit
from resumefit.read import read_document
from resumefit.read.html_css import media_applies

WALL = "keyword wall of many tools"


def page(body: str, css: str = "", attributes: str = "") -> Document:
    source = f"<!doctype html><html><head><style>{css}</style></head><body {attributes}><p>Jane Roe</p>{body}</body></html>"
    return read_document(source.encode(), name="cv.html")


def styled(style: str) -> str:
    return f'<div style="{style}">{WALL}</div>'


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("display:none", "not-displayed"),
        ("DISPLAY: NONE", "not-displayed"),
        ("content-visibility:hidden", "not-displayed"),
        ("visibility:hidden", "hidden-text"),
        ("opacity:0.01", "transparent"),
        ("filter:opacity(0)", "transparent"),
        ("color:transparent", "transparent"),
        ("color:#00000000", "transparent"),
        ("color:rgb(0 0 0 / 2%)", "transparent"),
        ("-webkit-text-fill-color:transparent", "transparent"),
        ("font-size:1px", "tiny"),
        ("zoom:0.01", "tiny"),
        ("transform:scale(0.05)", "tiny"),
        ("transform:scale(0)", "tiny"),
        ("letter-spacing:-1em", "zero-size"),
        ("height:0;overflow:hidden", "zero-size"),
        ("max-width:1px;overflow-x:clip", "zero-size"),
        ("position:absolute;clip:rect(1px,1px,1px,1px)", "zero-size"),
        ("clip-path:inset(50%)", "zero-size"),
        ("clip-path:circle(0)", "zero-size"),
        ("position:absolute;left:-9999px", "off-page"),
        ("position:absolute;left:-500%", "off-page"),
        ("position:fixed;right:-9999px", "off-page"),
        ("position:absolute;left:9999px", "off-page"),
        ("position:absolute;inset:-9999px auto auto 0", "off-page"),
        ("margin-left:-9999px", "off-page"),
        ("text-indent:-9999px", "off-page"),
        ("transform:translateX(-9999px)", "off-page"),
        ("translate:-9999px", "off-page"),
        ("color:white", "white-on-white"),
        ("color:#ffffffff", "white-on-white"),
        ("color:rgb(100%,100%,100%)", "white-on-white"),
        ("color:hsl(0,0%,100%)", "white-on-white"),
        ("color:oklch(100% 0 0)", "white-on-white"),
        ("color:#f0f0f0", "white-on-white"),
        ("color:rgba(0,0,0,0.11)", None),
        ("color:tomato;background:tomato", "same-colour"),
        ("color:#224466;background:#224466 none", "same-colour"),
        ("color:#ddd;background:#eee", None),
        ("color:white;background:linear-gradient(#123,#456)", None),
        ("color:#123;background:linear-gradient(#123,#124)", "same-colour"),
        ("color:white;background:rgba(0,0,80,0.9)", None),
        ("color:white;background:url(photo.jpg)", None),
        ("color:white;text-shadow:0 0 3px black", None),
        ("color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text", None),
        ("color:transparent;background:white;-webkit-background-clip:text", "white-on-white"),
        ("color:yellow", None),
        ("left:-9999px", None),
        ("text-indent:-20px", None),
        ("margin-left:-30px", None),
    ],
    ids=str,
)
def test_a_style_hides_what_it_hides_in_a_browser(style: str, kind: str | None) -> None:
    document = page(styled(style))
    assert (WALL in document.text) == (kind is None)
    assert [(c.kind, c.text) for c in document.concealed] == ([(kind, WALL)] if kind else [])


@pytest.mark.parametrize(
    "css",
    [
        ".k{display:none}",
        ".w .k{display:none}",
        ".w > .k{display:none}",
        "p + .w div{display:none}",
        "[data-k]{display:none}",
        ".w *{display:none}",
        ".w div:nth-child(1n){display:none}",
        "div:not(.x) .k{display:none}",
        "@media screen{.k{display:none}}",
        "@media (min-width:600px){.k{display:none}}",
        "@supports (display:grid){.k{display:none}}",
        ".w{.k{display:none}}",
        ".w{&:has(.k) > .k{display:none}}",
        ":root{--c:#fff}.k{color:var(--c)}",
        ".k{color:var(--missing,white)}",
        "#q{color:#fff}.k{color:#000}",
        ".k{color:#fff!important}#q{color:#000}",
        "body .k{color:#fff}.k{color:#000}",
        ".k{color:#000;color:#fff}",
        ".k{background:#000;background-color:#fff;color:#fff}",
    ],
    ids=str,
)
def test_style_sheets_hide_by_any_selector(css: str) -> None:
    document = page(f'<div class=w><div class=k id=q data-k=1>{WALL}</div></div>', css)
    assert WALL not in document.text
    assert [c.text for c in document.concealed] == [WALL]


@pytest.mark.parametrize(
    "css",
    [
        "@media print{.k{display:none}}",
        "@media (max-width:600px){.k{display:none}}",
        "@media (prefers-color-scheme:dark){.k{display:none}}",
        ".k:hover{display:none}",
        ".other .k{display:none}",
        ".k{display:none}#q{display:block}",
        ".k{display:none}.k{display:block!important}",
        ".k{color:#fff}.w .k{background:#234}",
        ".k{color:#fff}div[class=k]{background:#234}",
        ".k{color:#fff}@media all{.k{background:#234}}",
        ".w{background:#234}.k{color:#fff}",
        ".k{color:#fff;position:relative}.k::before{content:'';position:absolute;inset:0;background:#234;z-index:-1}",
        "html{background:#111}body{color:#fff}",
        ".k{color:#fff}.w{background:var(--dark,#123)}",
    ],
    ids=str,
)
def test_style_sheets_that_leave_text_in_sight_accuse_nobody(css: str) -> None:
    document = page(f'<div class=w><div class=k id=q data-k=1>{WALL}</div></div>', css)
    assert WALL in document.text
    assert document.concealed == ()


@pytest.mark.parametrize(
    "body",
    [
        f"<details><summary>More</summary>{WALL}</details>",
        f"<details><summary>More</summary><p>{WALL}</p></details>",
        f"<dialog>{WALL}</dialog>",
        f"<p hidden>{WALL}</p>",
        f"<table><tbody style='display:none'><tr><td>{WALL}</table>",
        f"<table><tr style='display:none'><td>{WALL}</table>",
        f"<font color=white>{WALL}</font>",
        f"<p style='visibility:hidden'><b>{WALL}</b></p>",
    ],
    ids=str,
)
def test_elements_that_hide_by_themselves(body: str) -> None:
    document = page(body)
    assert WALL not in document.text
    assert [c.text for c in document.concealed] == [WALL]


@pytest.mark.parametrize(
    "body",
    [
        f"<details open><summary>More</summary>{WALL}</details>",
        f"<p style='visibility:hidden'><b style='visibility:visible'>{WALL}</b></p>",
        f"<table><tr bgcolor='#223344'><td><font color=white>{WALL}</font></table>",
        f"<div style='position:relative'><div style='position:absolute;inset:0;background:#234'></div><p style='color:#fff'>{WALL}</p></div>",
        f"<div style='position:relative'><img src=x style='position:absolute;z-index:-1'><p style='color:#fff'>{WALL}</p></div>",
        f"<link rel=stylesheet href=s.css><div class='navbar-dark bg-dark' style='color:#fff'>{WALL}</div>",
        f"<span style='width:1px;height:1px;overflow:hidden'>{WALL}</span>",
    ],
    ids=str,
)
def test_elements_that_only_look_hidden(body: str) -> None:
    assert WALL in page(body).text


def test_a_dark_page_by_attributes_is_read() -> None:
    document = page(styled("color:white"), attributes="bgcolor=black text=white")
    assert "Jane Roe" in document.text
    assert document.concealed == ()


def test_style_sheets_outside_the_file_are_told_and_not_fetched() -> None:
    document = page("<link rel=stylesheet href=https://example.org/s.css><p>words</p>")
    assert "styles-not-read" in {caution.code for caution in document.cautions}
    assert document.state is DocumentState.OK


@pytest.mark.parametrize(
    ("query", "applies"),
    [
        ("", True),
        ("screen", True),
        ("print", False),
        ("print, screen", True),
        ("not print", True),
        ("only screen and (min-width: 40em)", True),
        ("(width >= 2000px)", False),
        ("(max-width: 40em) and (orientation: portrait)", False),
        ("(unheard-of: 3)", False),
    ],
)
def test_media_queries_are_asked_for_a_usual_screen(query: str, applies: bool) -> None:
    assert media_applies(query) is applies


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<p>co&shy;op&shy;eration</p>", ["cooperation"], id="soft hyphens"),
        pytest.param("<p>fi&#xFB01;rst</p>", ["fifirst"], id="ligatures"),
        pytest.param("<p><span style='display:block'>Lead</span><span style='display:block'>Acme</span></p>", ["Lead", "Acme"], id="block spans"),
        pytest.param("<div><div style='display:inline'>Senior </div><div style='display:inline'>Manager</div></div>", ["Senior Manager"], id="inline blocks"),
        pytest.param("<div style='display:flex'><b>Lead</b><span>2019 – 2021</span></div>", ["Lead   2019 – 2021"], id="a flexible row"),
        pytest.param("<div style='display:flex;flex-direction:column'><b>Lead</b><span>Acme</span></div>", ["Lead", "Acme"], id="a flexible column"),
        pytest.param("<h3><span style='float:right'>2020</span>Lead</h3>", ["2020   Lead"], id="a float"),
        pytest.param("<h3>Lead<span style='position:absolute;right:0'>2020</span></h3>", ["Lead   2020"], id="placed at the right"),
        pytest.param("<div style='display:grid;grid-template-columns:1fr 3fr'><b>SQL</b><i>9 years</i><b>dbt</b><i>2 years</i></div>", ["SQL   9 years", "dbt   2 years"], id="a grid"),
        pytest.param("<ol start=3><li>a<li>b</ol><ol reversed><li>x<li>y</ol><ol type=a><li>p<li value=4>q</ol>", ["3. a", "4. b", "2. x", "1. y", "a. p", "d. q"], id="numbers"),
        pytest.param("<table><tr><th>Skills<th>Languages<tr><td>SQL<td>Norwegian<tr><td>dbt<td>English</table>", ["Skills", "SQL", "dbt", "Languages", "Norwegian", "English"], id="a table of lists"),
        pytest.param("<table><tr><td>Lead<td>2019 – 2021<tr><td>Analyst<td>2015 – 2019</table>", ["Lead   2019 – 2021", "Analyst   2015 – 2019"], id="a table of rows"),
        pytest.param("<div style='white-space:pre-line'>one\ntwo</div>", ["one", "two"], id="kept line ends"),
    ],
)  # fmt: skip
def test_lines_are_what_stands_on_a_line(body: str, lines: list[str]) -> None:
    assert page(body).text.replace("\n\n", "\n").split("\n")[1:] == lines


WHOLE = "<html><body><div><p>Jane Roe led the billing team.</p><ul><li>Cut costs</li></ul></div></body></html>"


@pytest.mark.parametrize(("end", "state"), [(len(WHOLE), "ok"), (90, "doubtful"), (70, "doubtful"), (45, "doubtful"), (28, "doubtful")])
def test_a_page_that_breaks_off_is_doubtful(end: int, state: str) -> None:
    document = read_document(WHOLE[:end].encode(), name="cv.html")
    assert document.state.value == state
    assert ("truncated" in {c.code for c in document.cautions}) == (state == "doubtful")


@pytest.mark.parametrize("source", ["<span>Jane Roe</span><br><b>Lead PM</b>", "<html><body><p>Jane Roe</p>", "<p>Jane Roe<p>Lead"])
def test_a_page_by_hand_that_leaves_out_end_tags_is_whole(source: str) -> None:
    assert read_document(source.encode(), name="cv").state is DocumentState.OK


def test_elements_nested_too_deeply_are_told() -> None:
    deep = "<div>" * 220 + "lost words" + "</div>" * 220
    document = page(deep)
    assert document.state is DocumentState.DOUBTFUL
    assert "nested-too-deeply" in {c.code for c in document.cautions}
    with pytest.raises(OverLimit, match="nested"):
        read_document(f"<html><body>{deep}</body></html>".encode(), name="cv.html")


def test_a_style_of_endless_brackets_costs_only_itself() -> None:
    brackets = "(" * 2000
    document = page(f'<p style="color:{brackets}">words</p>', css=f"p{{color:{brackets}}}")
    assert document.text == "Jane Roe\n\nwords"
    assert "styles-not-read" in {c.code for c in document.cautions}
