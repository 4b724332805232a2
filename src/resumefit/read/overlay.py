"""Draws what was read: a page's lines as boxes, coloured by column and numbered in reading order, as SVG.

For `resumefit parse --boxes PAGE.svg` and the docs. With a PDF's bytes at hand the page itself lies underneath.
"""

from __future__ import annotations

import base64
import io
from xml.sax.saxutils import escape, quoteattr

from resumefit.core.document import Box, Document, Line, LineRole
from resumefit.errors import UsageError

_COLOURS = ("#1b6ca8", "#c0392b", "#1e8449", "#8e44ad", "#b9770e", "#0e6655", "#a93226")
_FURNITURE = "#7f8c8d"


def page_svg(document: Document, data: bytes | None, page: int = 1, *, password: str | None = None) -> str:
    """Draw page `page` of a document that has boxes (PDF, pictures); UsageError for formats without."""
    lines = [line for line in document.lines if line.page == page and line.box is not None]
    if not lines:
        raise UsageError(
            f"page {page} of {document.name} has no boxes to draw", "Choose a page of a PDF or a picture that has text"
        )
    background, width, height = _background(document, data, page, password=password)
    if not width:
        width = max(line.box.right for line in lines if line.box) + 36
        height = max(line.box.bottom for line in lines if line.box) + 36
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">',
        f"<title>{escape(document.name)}, page {page}: lines in reading order</title>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="white"/>',
        background,
        _path(lines),
        *(_line(number, line, document) for number, line in enumerate(lines, start=1)),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _background(
    document: Document, data: bytes | None, page: int, *, password: str | None
) -> tuple[str, float, float]:
    if data is None or document.format != "pdf":
        return "", 0.0, 0.0
    import pypdfium2.raw as raw

    from resumefit.read.pdf_open import open_pdf
    from resumefit.read.pdf_turn import set_upright

    pdf, _, _ = open_pdf(data, name=document.name, password=password)
    try:
        sheet = pdf[page - 1]
        text_page = sheet.get_textpage()
        set_upright(sheet, text_page, raw.FPDFText_CountChars(text_page))
        width, height = sheet.get_size()
        picture = io.BytesIO()
        sheet.render(scale=min(1.5, 2400 / max(width, height, 1))).to_pil().convert("L").save(picture, "PNG")
    finally:
        pdf.close()
    encoded = base64.b64encode(picture.getvalue()).decode("ascii")
    return (
        f'<image href="data:image/png;base64,{encoded}" width="{width:.0f}" height="{height:.0f}" opacity="0.45"/>',
        width,
        height,
    )


def _line(number: int, line: Line, document: Document) -> str:
    box = line.box or Box(0.0, 0.0, 0.0, 0.0)
    colour = _FURNITURE if line.role is not LineRole.BODY else _COLOURS[line.column % len(_COLOURS)]
    text = quoteattr(document.text[line.start : line.stop])
    place = (
        f'x="{box.left:.1f}" y="{box.top:.1f}" width="{box.right - box.left:.1f}" height="{box.bottom - box.top:.1f}"'
    )
    label = f'x="{box.left - 2:.1f}" y="{box.bottom - 1:.1f}" font-size="6" text-anchor="end" font-family="sans-serif"'
    return (
        f'<g data-column="{line.column}" data-role="{line.role.value}" aria-label={text}>'
        f'<rect {place} fill="{colour}" fill-opacity="0.08" stroke="{colour}" stroke-width="0.6"/>'
        f'<text {label} fill="{colour}">{number}</text></g>'
    )


def _path(lines: list[Line]) -> str:
    """Draw the way the eye is led, from line to line."""
    points = " ".join(f"{line.box.left:.1f},{(line.box.top + line.box.bottom) / 2:.1f}" for line in lines if line.box)
    return f'<polyline points="{points}" fill="none" stroke="#d35400" stroke-width="0.8" stroke-opacity="0.5"/>'
