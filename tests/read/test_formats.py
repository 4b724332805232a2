"""Each format gives the same resume: its words in order, headings with levels, items with depths."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage

import pypdfium2
import pytest

from resumefit.core.document import Document
from resumefit.errors import DamagedFile, ExitCode, FileError, NoText, ResumefitError, UnsupportedFormat
from resumefit.read import read_document
from resumefit.read.sniff import sniff
from tests.read.layout_checks import DATA, problems

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes | str, name: str) -> Document:
    return read_document(data.encode() if isinstance(data, str) else data, name=name)


def lines(document: Document) -> list[str]:
    return [document.text[line.start : line.stop] for line in document.lines]


def docx(body: str, **parts: str) -> bytes:
    """Pack a DOCX from the XML inside its body and of its other parts, by their names less the ending."""
    root = f'<w:document xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"{root}<w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return packed.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(("ending", "gap"), [("docx", "   "), ("odt", "   "), ("rtf", "   "), ("html", " ")])
def test_the_whole_resume_is_read_from_each_office_format(ending: str, gap: str) -> None:
    """The office formats set the date off by a tab, which HTML has not: a browser shows a space there."""
    document = read((DATA / f"fuzz_resume.{ending}").read_bytes(), f"cv.{ending}")
    assert document.format == ending
    assert problems(document.text, switches=2) == []
    headings = {document.text[line.start : line.stop] for line in document.lines if line.heading_level == 1}
    assert headings == {"Summary", "Experience", "Education", "Projects", "Skills", "Languages", "Certifications"}
    assert "• Coached three associate product managers." in lines(document)
    assert f"Senior Technical Product Manager{gap}Mar 2020 – Present" in lines(document)


def test_a_resume_attached_to_an_e_mail_is_read() -> None:
    document = read((DATA / "fuzz_resume.eml").read_bytes(), "application.eml")
    assert document.format == "docx"
    assert problems(document.text, switches=2) == []
    assert "Dear team" not in document.text


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(b"%PDF-1.4\n", "cv.docx", "pdf", id="a pdf named docx"),
        pytest.param(b"\n\n%PDF-1.4\n", "cv.pdf", "pdf", id="rubbish before the pdf"),
        pytest.param(b"{\\rtf1 x}", "cv.doc", "rtf", id="rtf named doc"),
        pytest.param(b"<!DOCTYPE html><p>x</p>", "cv.doc", "html", id="html named doc"),
        pytest.param(b'{"basics": {}}', "cv.txt", "json", id="json"),
        pytest.param(b"<?xml version='1.0'?><SkillsPassport/>", "cv.xml", "xml", id="xml"),
        pytest.param(b"# Me\n\n## Skills\n", "cv", "markdown", id="markdown without an ending"),
        pytest.param(b"Me\nSkills\n", "cv", "txt", id="text without an ending"),
        pytest.param("Ich".encode("utf-16"), "cv.txt", "txt", id="utf-16"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "cv.pdf", "png", id="a picture named pdf"),
        pytest.param(b"From: a@example.com\nTo: b@example.com\nSubject: cv\n\nx", "cv", "eml", id="an e-mail"),
        pytest.param(b"\x00\x01\x02\x03" * 100, "cv.pdf", "binary", id="rubbish"),
        pytest.param(b"  \n", "cv.txt", "empty", id="white space"),
    ],
)
def test_the_format_is_found_from_the_bytes(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name=name) == kind


def test_plain_text_is_kept_line_for_line() -> None:
    document = read("\ufeffJane Roe\r\n\r\n  Skills:   SQL\tPython\r\n- one\r\n  - two\r\n", "cv.txt")
    assert document.text == "Jane Roe\n\n  Skills:   SQL   Python\n- one\n  - two"
    assert [line.list_depth for line in document.lines] == [0, 0, 1, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_text_is_read_in_any_encoding(encoding: str) -> None:
    text = "Zoë Müller – Produktmanagerin für die Straße\n" * 12
    assert read(text.encode(encoding), "cv.txt").text == text.strip()


def test_text_is_in_composed_normal_form() -> None:
    assert read("Zoe\u0308 Mu\u0308ller\u00a0PM", "cv.txt").text == "Zoë Müller PM"


def test_markdown_marks_become_what_they_mean() -> None:
    source = "# Jane Roe\n\nSkills\n------\n\n- **SQL**, `go_lang` and [dbt](https://example.org)\n  - snake_case_name\n1. first\n\n| Tool | Years |\n|---|---|\n| Kafka | 3 |\n<!-- hidden -->\n"
    document = read(source, "cv.md")
    assert lines(document) == [
        "Jane Roe",
        "Skills",
        "- SQL, go_lang and dbt",
        "- snake_case_name",
        "1. first",
        "Tool   Years",
        "Kafka   3",
    ]
    assert [line.heading_level for line in document.lines][:3] == [1, 2, None]
    assert [line.list_depth for line in document.lines] == [0, 0, 1, 2, 1, 0, 0]


def test_docx_insertions_stay_and_deletions_go() -> None:
    body = '<w:p><w:ins w:id="1"><w:r><w:t>kept</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    assert read(docx(body), "cv.docx").text == "kept"


def test_docx_text_boxes_are_read_once_though_stored_twice() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    body = f"<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    assert lines(read(docx(body), "cv.docx")) == ["Before", "In the box"]


def test_docx_content_controls_and_nested_tables_are_read() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('Nested')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('2019 – 2021')}</w:tc><w:tc>{paragraph('Product Manager')}{inner}</w:tc></w:tr></w:tbl>"
    body = f"<w:sdt><w:sdtContent>{paragraph('Controlled')}</w:sdtContent></w:sdt>{table}"
    assert lines(read(docx(body), "cv.docx")) == ["Controlled", "2019 – 2021   Product Manager", "Nested"]


def test_docx_lists_have_their_marks_and_numbers() -> None:
    numbering = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'

    def item(text: str, number: int, level: int = 0) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    body = item("one", 1) + item("sub", 1, 1) + item("two", 1) + item("dot", 2)
    document = read(docx(body, numbering=numbering), "cv.docx")
    assert lines(document) == ["1. one", "1.a) sub", "2. two", "• dot"]
    assert [line.list_depth for line in document.lines] == [1, 2, 1, 1]


@pytest.mark.parametrize(
    ("run", "kind"),
    [
        pytest.param("<w:vanish/>", "hidden-text", id="vanish"),
        pytest.param('<w:color w:val="FFFFFF"/>', "white-on-white", id="white on white"),
        pytest.param('<w:sz w:val="2"/>', "tiny", id="one point"),
    ],
)
def test_docx_hidden_runs_are_set_apart(run: str, kind: str) -> None:
    document = read(docx(paragraph("Seen") + paragraph("keyword wall", run=run)), "cv.docx")
    assert document.text == "Seen"
    assert [(c.kind, c.text) for c in document.concealed] == [(kind, "keyword wall")]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            paragraph("On a band", '<w:shd w:fill="224466"/>', '<w:color w:val="FFFFFF"/>'), id="shaded paragraph"
        ),
        pytest.param(
            paragraph("On a band", run='<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'), id="highlight"
        ),
        pytest.param(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="000000"/></w:tcPr>{paragraph("On a band", run="<w:color w:val=#FFFFFF#/>".replace("#", chr(34)))}</w:tc></w:tr></w:tbl>',
            id="shaded cell",
        ),
    ],
)
def test_docx_white_text_on_a_fill_is_seen(body: str) -> None:
    document = read(docx(body), "cv.docx")
    assert document.text == "On a band"
    assert document.concealed == ()


def test_json_resume_is_written_out_under_headings() -> None:
    record = {
        "basics": {"name": "Jane Roe", "summary": "Builds products."},
        "work": [
            {"name": "Acme", "position": "Product Manager", "startDate": "2020-01", "highlights": ["Shipped search"]}
        ],
        "skills": [{"name": "Data", "keywords": ["SQL", "dbt"]}],
    }
    document = read(json.dumps(record), "resume.json")
    assert document.format == "json-resume"
    assert lines(document) == [
        "Jane Roe",
        "Summary",
        "Builds products.",
        "Experience",
        "Product Manager   2020-01 – Present",
        "Acme",
        "• Shipped search",
        "Skills",
        "Data: SQL, dbt",
    ]


def test_other_json_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="not a JSON Resume"):
        read('{"a": 1}', "data.json")


def test_europass_is_written_out_under_headings() -> None:
    source = "<SkillsPassport><LearnerInfo><WorkExperienceList><WorkExperience><Period><From year='2019' month='--03'/><Current>true</Current></Period><Position><Label>Product Manager</Label></Position><Activities>&lt;p&gt;Ran discovery&lt;/p&gt;&lt;li&gt;Shipped search&lt;/li&gt;</Activities></WorkExperience></WorkExperienceList></LearnerInfo></SkillsPassport>"
    document = read(source, "europass.xml")
    assert lines(document) == [
        "Experience",
        "2019-03 – Present",
        "Product Manager",
        "Ran discovery",
        "• Shipped search",
    ]


EUROPASS = (
    "<SkillsPassport><LearnerInfo><WorkExperienceList><WorkExperience><Period><From year='2020' month='--01'/></Period><Position>"
    "<Label>Product Owner</Label></Position><Activities>Kept the backlog of a ferry line</Activities></WorkExperience>"
    "</WorkExperienceList></LearnerInfo></SkillsPassport>"
)


def with_attachment(pdf: pypdfium2.PdfDocument, name: str, content: str) -> bytes:
    pdf.new_attachment(name).set_data(content.encode("utf-8"))
    data = io.BytesIO()
    pdf.save(data)
    return data.getvalue()


def test_a_europass_pdf_without_readable_pages_is_read_by_the_data_it_carries() -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(595, 842)
    document = read(with_attachment(blank, "europass.xml", EUROPASS), "cv.pdf")
    assert document.format == "pdf"
    assert "Kept the backlog of a ferry line" in document.text
    assert "from-attachment" in {caution.code for caution in document.cautions}


def test_what_is_attached_to_readable_pages_is_not_read() -> None:
    readable = pypdfium2.PdfDocument(DATA / "layout_lo_writer.pdf")
    document = read(with_attachment(readable, "europass.xml", EUROPASS), "cv.pdf")
    assert "ferry line" not in document.text


def test_another_attachment_is_no_resume() -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(595, 842)
    with pytest.raises(ResumefitError):
        read(with_attachment(blank, "invoice.xml", "<invoice/>"), "cv.pdf")


def mail(*attachments: tuple[str, bytes], body: str = "Please find my resume attached.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "jane@example.com", "jobs@example.com", "Resume"
    message.set_content(body)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_the_resume_in_an_e_mail_is_read() -> None:
    document = read(mail(("logo.png", b"\x89PNG\r\n\x1a\n"), ("resume.docx", docx(paragraph("Jane Roe")))), "mail.eml")
    assert (document.format, document.text) == ("docx", "Jane Roe")
    assert [c.code for c in document.cautions] == ["from-e-mail"]


def test_an_e_mail_without_attachment_is_read_itself() -> None:
    assert read(mail(body="Jane Roe, product manager"), "mail.eml").text == "Jane Roe, product manager"


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        pytest.param(b"", "cv.pdf", NoText, id="empty"),
        pytest.param(b"   \n \t", "cv.txt", NoText, id="white space"),
        pytest.param(b"--- *** ---", "cv.txt", NoText, id="no words"),
        pytest.param(b"%PDF-1.7 nothing else", "cv.pdf", DamagedFile, id="broken pdf"),
        pytest.param(b"PK\x03\x04 nothing else", "cv.docx", UnsupportedFormat, id="broken zip"),
        pytest.param(b"\x7fELF" + b"\x00" * 50, "cv.pdf", UnsupportedFormat, id="a program"),
    ],
)
def test_what_cannot_be_read_says_what_is_wrong_and_what_to_do(data: bytes, name: str, error: type[FileError]) -> None:
    with pytest.raises(error) as caught:
        read(data, name)
    assert caught.value.name == name
    assert caught.value.remedy
    assert caught.value.exit_code in (ExitCode.UNREADABLE, ExitCode.NO_TEXT)
