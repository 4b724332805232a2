"""Writes a career down as a file: plain text, HTML, Word, PDF; in whichever font."""

from __future__ import annotations

import html
import io

import docx
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph, SimpleDocTemplate

Lines = list[tuple[str, str]]
DOCX_FONTS = ("Georgia", "Courier New", "Comic Sans MS")
PDF_FONTS = ("Helvetica", "Times-Roman", "Courier")


def as_text(lines: Lines) -> bytes:
    """Return UTF-8 plain text."""
    shapes = {"name": "{}", "text": "{}", "heading": "\n{}", "bullet": "- {}"}
    written = [shapes[kind].format(words.upper() if kind == "heading" else words) for kind, words in lines]
    return ("\n".join(written) + "\n").encode()


def as_html(lines: Lines) -> bytes:
    """Return a page with headings, paragraphs and lists."""
    tags = {"name": "h1", "heading": "h2", "text": "p"}
    body = []
    for kind, words in lines:
        escaped = html.escape(words)
        body.append(f"<ul><li>{escaped}</li></ul>" if kind == "bullet" else f"<{tags[kind]}>{escaped}</{tags[kind]}>")
    return ("<!doctype html><meta charset=utf-8><title>cv</title>" + "".join(body)).encode()


def as_docx(lines: Lines, *, font: str = DOCX_FONTS[0], size: float = 11) -> bytes:
    """Return a Word file with its own styles."""
    document = docx.Document()
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = Pt(size)
    styles = {"name": "Title", "text": "Normal", "heading": "Heading 1", "bullet": "List Bullet"}
    for kind, words in lines:
        document.add_paragraph(words, style=styles[kind])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(lines: Lines, *, font: str = PDF_FONTS[0], size: float = 10) -> bytes:
    """Return a PDF of one column; `invariant` keeps the clock out of it."""
    assert pdfmetrics.getFont(font)
    sizes = {"name": 2 * size, "heading": 1.3 * size, "text": size, "bullet": size}
    styles = {
        kind: ParagraphStyle(
            kind, fontName=font, fontSize=points, leading=1.3 * points, spaceBefore=points if kind == "heading" else 2,
            leftIndent=12 if kind == "bullet" else 0, bulletIndent=2,
        )
        for kind, points in sizes.items()
    }  # fmt: skip
    story = [
        Paragraph(html.escape(words), styles[kind], bulletText="•" if kind == "bullet" else None)
        for kind, words in lines
    ]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(story)
    return out.getvalue()
