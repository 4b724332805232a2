"""Every way to hide words, made by real producers, is found; nothing that a person can see is accused."""

from __future__ import annotations

import pytest

from resumefit.core.document import Document
from resumefit.read import read_document
from resumefit.read.office import find_office
from tests.read.layout_checks import DATA

KIND = {
    "hidden_rl_alpha.pdf": "transparent",
    "hidden_rl_clip.pdf": "clip-only",
    "hidden_rl_covered.pdf": "covered",
    "hidden_rl_coveredimg.pdf": "covered",
    "hidden_rl_dark.pdf": "same-colour",
    "hidden_rl_mode3.pdf": "invisible",
    "hidden_rl_off.pdf": "off-page",
    "hidden_rl_shape.pdf": "same-colour",
    "hidden_rl_tiny.pdf": "tiny",
    "hidden_rl_white.pdf": "white-on-white",
    "hidden_ch_covered.pdf": "covered",
    "hidden_ch_dark.pdf": "same-colour",
    "hidden_ch_rgba.pdf": "transparent",
    "hidden_ch_tiny.pdf": "tiny",
    "hidden_ch_white.pdf": "white-on-white",
    "hidden_ty_covered.pdf": "covered",
    "hidden_ty_tiny.pdf": "tiny",
    "hidden_ty_white.pdf": "white-on-white",
    "hidden_dark.html": "same-colour",
    "hidden_offpage.html": "off-page",
    "hidden_opacity.html": "transparent",
    "hidden_rgba.html": "transparent",
    "hidden_tiny.html": "tiny",
    "hidden_white.html": "white-on-white",
}
# Light grey on a lighter grey, at a contrast of 1.17 to 1: beside what the file is for, and no eye can read it.
UNREADABLE = {"seen_ch_band.pdf": ["Pale but there"]}


def test_every_hidden_fixture_is_judged() -> None:
    assert {path.name for path in DATA.glob("hidden_*")} == set(KIND)


@pytest.mark.parametrize(("name", "kind"), KIND.items(), ids=KIND)
def test_hidden_words_are_set_apart_with_their_kind(name: str, kind: str) -> None:
    document = read_document((DATA / name).read_bytes(), name=name)
    assert "Kubernetes" not in document.text
    assert "Product manager in Portland" in document.text
    assert {(c.kind, "Kubernetes Terraform hidden keywords" in c.text) for c in document.concealed} == {(kind, True)}
    assert "concealed-text" in {caution.code for caution in document.cautions}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("seen_ch_band.pdf", "Experience and Education", id="white on a coloured band"),
        pytest.param("seen_ch_band.pdf", "White on gradient words", id="white on a gradient"),
        pytest.param("seen_rl_visible.pdf", "DRAFT", id="a watermark"),
        pytest.param("seen_rl_visible.pdf", "A pale but readable remark", id="half transparent"),
        pytest.param("seen_ty_fine.pdf", "Product manager in Portland", id="white on a filled box"),
        pytest.param("seen_rl_scan.pdf", "Led the migration of billing", id="a scan with a text layer"),
        pytest.param("seen_band.html", "White on gradient words", id="html on a gradient"),
        pytest.param("layout_ch_dark_theme.pdf", "Kafka", id="a dark theme"),
    ],
)
def test_words_that_can_be_seen_are_not_accused(name: str, shown: str) -> None:
    document = read_document((DATA / name).read_bytes(), name=name)
    assert [c.text for c in document.concealed] == UNREADABLE.get(name, [])
    assert shown in document.text


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf", "html", "doc"])
def test_office_files_hide_words_in_three_ways(ending: str) -> None:
    if ending == "doc" and find_office() is None:
        pytest.skip("LibreOffice is not installed")
    stem = "office" if ending == "doc" else "fuzz"
    document = read_document((DATA / f"{stem}_resume.{ending}").read_bytes(), name=f"cv.{ending}")
    found = {c.text: c.kind for c in document.concealed}
    assert found["Kubernetes Terraform Snowflake hidden words"] == "white-on-white"
    assert found["vanished words here"] in ("hidden-text", "not-displayed")
    assert found["tiny words here"] == "tiny"
    assert "vanished" not in document.text


LIBREOFFICE = {
    "hiddenchars": "hidden-text", "white": "white-on-white", "nearwhite": "white-on-white", "samecolour": "same-colour",
    "onehalfpoint": "tiny", "indented": "off-page", "samecell": "same-colour", "whitecell": "white-on-white",
}  # fmt: skip
SHAPES = {"whiteshape": "white-on-white", "sameshape": "same-colour", "leftshape": "off-page", "belowshape": "off-page"}
WAYS = {
    "concealed_lo.odt": {**LIBREOFFICE, **SHAPES},
    "concealed_lo.docx": {**LIBREOFFICE, **SHAPES},
    "concealed_lo.doc": {**LIBREOFFICE, **SHAPES},
    "concealed_lo.rtf": LIBREOFFICE,  # its export loses the words of shapes
    "concealed_lo_fields.odt": {
        "clear": "transparent", "hiddensection": "hidden-text", "conditionsection": "hidden-text",
        "hiddenparagraph": "hidden-text", "hiddentext": "hidden-text",
    },
    "concealed_docx.docx": {
        "vanish": "hidden-text", "white": "white-on-white", "themewhite": "white-on-white", "nearwhite": "white-on-white",
        "tiny": "tiny", "samehighlight": "same-colour", "samecolour": "same-colour", "scaled": "tiny", "thinline": "zero-size",
        "indented": "off-page", "fillwhite": "white-on-white", "fillclear": "transparent", "samecell": "same-colour",
        "gridwhite": "white-on-white", "thinrow": "zero-size", "hiddenrow": "hidden-text", "leftbox": "off-page",
        "rightbox": "off-page", "belowbox": "off-page", "hiddenbox": "not-displayed", "whitebox": "white-on-white",
        "samebox": "same-colour",
    },
    "concealed_ch.html": {
        "display": "not-displayed", "visibility": "hidden-text", "attribute": "not-displayed", "zerosize": "zero-size",
        "clipped": "zero-size", "clippath": "zero-size", "offleft": "off-page", "indented": "off-page", "moved": "off-page",
        "scaled": "tiny", "onepixel": "tiny", "faint": "transparent", "clear": "transparent", "white": "white-on-white",
        "white2": "white-on-white", "same": "same-colour", "closed": "not-displayed", "dialog": "not-displayed",
    },
}  # fmt: skip
SHOWN = {
    "shown_lo.odt": 8, "shown_lo.docx": 8, "shown_lo.doc": 8, "shown_lo.rtf": 6, "shown_docx.docx": 9, "shown_ch.html": 8,
}  # fmt: skip
VISIBLE = ("White ", "A pale grey", "Small print", "Not in the web view", "Letters of", "Hidden in print")


def read_or_skip(name: str) -> Document:
    if name.endswith(".doc") and find_office() is None:
        pytest.skip("LibreOffice is not installed")
    return read_document((DATA / name).read_bytes(), name=name)


def test_every_fixture_of_office_programs_and_browsers_is_judged() -> None:
    assert {path.name for path in DATA.glob("concealed_*")} == set(WAYS)
    assert {path.name for path in DATA.glob("shown_*")} == set(SHOWN)


@pytest.mark.parametrize("name", WAYS)
def test_every_way_to_hide_words_is_found_in_every_format(name: str) -> None:
    document = read_or_skip(name)
    found = {word: c.kind for c in document.concealed for word in c.text.split() if word != "words"}
    assert found == WAYS[name]
    assert not any(f"{word} words" in document.text for word in WAYS[name])
    assert "Product manager in Portland" in document.text
    assert document.text.endswith("The end of what is seen")


@pytest.mark.parametrize("name", SHOWN)
def test_words_that_only_look_hidden_are_read(name: str) -> None:
    document = read_or_skip(name)
    assert document.concealed == ()
    assert sum(1 for line in document.text.split("\n") if line.startswith(VISIBLE)) == SHOWN[name]
