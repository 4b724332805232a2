"""E-mail: which of its parts is the resume, and in which encoding its own text is."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from resumefit.core.document import DocumentState
from resumefit.errors import ResumefitError, UnsupportedFormat
from resumefit.read import read_document
from tests.read.layout_checks import DATA
from tests.read.test_formats import docx, paragraph, read

RESUME = docx(paragraph("Jane Roe") + paragraph("Experience") + paragraph("Education") + paragraph("Skills"))
LETTER = docx(paragraph("Dear Sir or Madam, I apply for the position."))


def mail(*attachments: tuple[str, bytes], body: str = "Please see what is attached.", charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "jane@example.com", "jobs@example.com", "Application"
    message.set_content(body, charset=charset)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@pytest.mark.parametrize(
    "attachments",
    [
        pytest.param([("x.docx", RESUME)], id="alone"),
        pytest.param([("Cover Letter.docx", LETTER), ("Jane Roe.docx", RESUME)], id="after a cover letter"),
        pytest.param([("Anschreiben.docx", LETTER), ("Lebenslauf.docx", RESUME)], id="in German"),
        pytest.param([("one.docx", LETTER), ("two.docx", RESUME)], id="told by its headings alone"),
        pytest.param([("readme_cv_tool.txt", b"How to build the take-home test."), ("profile.docx", RESUME)], id="beside a text"),
        pytest.param([("references.docx", LETTER), ("Résumé.docx", RESUME)], id="with accents"),
        pytest.param([("x.docx", b"PK\x03\x04 broken"), ("y.docx", RESUME)], id="beside a broken file"),
        pytest.param([("photo.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40), ("x.docx", RESUME)], id="beside a photograph"),
        pytest.param([("card.vcf", b"BEGIN:VCARD\nFN:Jane\nEND:VCARD"), ("x.docx", RESUME)], id="beside a card"),
    ],
)
def test_the_attachment_that_is_the_resume_is_read(attachments: list[tuple[str, bytes]]) -> None:
    document = read(mail(*attachments), "mail.eml")
    assert document.text == "Jane Roe\nExperience\nEducation\nSkills"
    assert [caution.code for caution in document.cautions] == ["from-e-mail"]


def test_a_document_without_a_name_is_an_attachment_too() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "x"
    message.set_content("Dear team")
    message.add_attachment(RESUME, maintype="application", subtype="octet-stream", disposition="inline")
    assert read(message.as_bytes(), "mail").text.startswith("Jane Roe")


def test_a_forwarded_message_is_looked_through() -> None:
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "a@example.com", "b@example.com", "x"
    inner.set_content("inner")
    inner.add_attachment(RESUME, maintype="application", subtype="octet-stream", filename="x.docx")
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "c@example.com", "d@example.com", "Fwd"
    outer.set_content("see below")
    outer.add_attachment(inner)
    assert read(outer.as_bytes(), "mail.eml").text.startswith("Jane Roe")


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Zofia Wiśniewska, Inżynier produktu, Kraków.", "iso-8859-2"),
        ("Пётр Соколов, менеджер продукта.", "koi8-r"),
        ("山田太郎 プロダクトマネージャー", "iso-2022-jp"),
    ],
)
def test_the_text_of_a_message_is_in_the_encoding_that_it_names(text: str, charset: str) -> None:
    assert read(mail(body=text, charset=charset), "mail.eml").text == text


def test_html_of_a_message_is_in_the_encoding_that_it_names() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "x"
    message.set_content("<html><body><p>Zofia Wiśniewska, Kraków</p></body></html>", subtype="html", charset="iso-8859-2")
    assert read(message.as_bytes(), "mail.eml").text == "Zofia Wiśniewska, Kraków"


def test_a_message_from_a_mailbox_file_is_a_message() -> None:
    assert read(b"From a@example.com Mon Jan 1 2024\n" + mail(("x.docx", RESUME)), "box.txt").format == "docx"


def test_an_attachment_that_is_not_read_is_named_rather_than_passed_over() -> None:
    with pytest.raises(UnsupportedFormat, match=r"'cv\.7z'"):
        read(mail(("cv.7z", b"7z\xbc\xaf\x27\x1c" + b"\x00" * 40)), "mail.eml")


def test_a_message_that_breaks_off_is_doubtful() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "x"
    message.set_content("Jane Roe, product manager at a ferry company.\n" * 5)
    message.add_alternative("<p>Jane Roe</p>", subtype="html")
    data = message.as_bytes()
    document = read(data[: data.index(b"<p>Jane") + 15], "mail.eml")
    assert document.state is DocumentState.DOUBTFUL
    assert "truncated" in {caution.code for caution in document.cautions}


def test_messages_nested_without_end_are_refused() -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=B{i}\n\n--B{i}\n" for i in range(3000))
    with pytest.raises(ResumefitError):
        read_document(f"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n{parts}\nhello text".encode(), name="deep.eml")


def test_the_fixture_of_a_real_program_is_read() -> None:
    assert read((DATA / "fuzz_resume.eml").read_bytes(), "mail.eml").format == "docx"
