"""Formats are told by bytes, and text that only begins like a format is text."""

from __future__ import annotations

import io
import zipfile

import pytest

from resumefit.read.sniff import sniff


def stored(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(b"BMW Group, Munich\nProduct Manager 2019-2022\nLed the roadmap for charging", "cv.txt", "txt", id="BMW"),
        pytest.param(b"MZ Consulting\nProduct Manager\n", "cv.txt", "txt", id="MZ"),
        pytest.param(b"GIF89 Ltd.\nProduct Manager\n", "cv.txt", "txt", id="GIF8"),
        pytest.param(b"Jane Roe\n\n%PDF-1.4 is the format I worked on\n", "cv.txt", "txt", id="words about PDF"),
        pytest.param(b"%PDF format, by Jane Roe\n", "cv.txt", "txt", id="no version"),
        pytest.param(b"rubbish before\n%PDF-1.4\n1 0 obj\n<<>>\nendobj", "cv.pdf", "pdf", id="rubbish before a PDF"),
        pytest.param(stored("cv.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj"), "cv.zip", "zip", id="a PDF in an archive"),
        pytest.param(b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00" + b"\x00" * 60, "x", "bmp", id="a bitmap"),
        pytest.param(b"<span>Jane Roe</span><br><b>Lead PM</b>", "cv", "html", id="a piece of HTML"),
        pytest.param(b"<!-- " + b"x" * 50_000 + b" --><html><body><p>Jane", "cv", "html", id="a long comment before HTML"),
        pytest.param(b"<Jane Roe> product manager", "cv.txt", "txt", id="words in angle brackets"),
        pytest.param(b"<Candidate xmlns='http://example.org'>", "cv", "xml", id="XML without a declaration"),
        pytest.param(b"<div align=center>\n\n# Jane Roe\n\n</div>\n\n## Skills\n", "cv.md", "markdown", id="Markdown that begins with HTML"),
        pytest.param(b'{"basics": {"name": "Jane', "cv", "json", id="JSON that breaks off"),
        pytest.param('{"basics": {}}'.encode("utf-16"), "cv", "json", id="JSON in UTF-16"),
        pytest.param("<html><p>Jane".encode("utf-16-le"), "cv", "html", id="HTML in UTF-16"),
        pytest.param(b"{Jane Roe}\nproduct manager", "cv", "txt", id="words in braces"),
        pytest.param(b"From: Jane\nand her team\nTo: all\nSubject: work\n", "cv", "txt", id="a letter"),
        pytest.param(b"From a@example.com Mon Jan 1\nFrom: a\nTo: b\nSubject: c\n\nx", "box.txt", "eml", id="a mailbox"),
        pytest.param(b"Subject: hello\n\nJane Roe", "cv.eml", "eml", id="a short message by its name"),
    ],
)  # fmt: skip
def test_a_format_is_told_by_more_than_its_first_letters(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name=name) == kind
