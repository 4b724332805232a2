"""Tables whose cells are centred: a date stands beside the middle of what it dates."""

from __future__ import annotations

import io

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from resumefit.read import read_document
from tests.read.layout_checks import CONTENT, flat

MIDDLE = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]


def resume() -> bytes:
    """A resume in sections, each a heading over a table of dates, jobs and places."""
    styles = getSampleStyleSheet()
    body, heading = styles["BodyText"], styles["Heading2"]

    def cell(lines: tuple[str, ...]) -> list[Paragraph]:
        return [Paragraph(line, body) for line in lines]

    jobs = [[Paragraph(dates, body), cell((f"<b>{title}</b>", company, *bullets)), Paragraph(place, body)] for title, company, place, dates, bullets in CONTENT.JOBS]
    schools = [[Paragraph(dates, body), cell((f"<b>{degree}</b>", school)), Paragraph("Spokane, WA", body)] for degree, school, dates in CONTENT.EDU]
    data = io.BytesIO()
    story = [Paragraph(CONTENT.NAME, styles["Title"])]
    for label, rows in (("Experience", jobs), ("Education", schools)):
        story += [Paragraph(label, heading), Table(rows, colWidths=[95, 300, 55], style=MIDDLE)]
    SimpleDocTemplate(data, invariant=1).build(story)
    return data.getvalue()


def test_each_job_is_read_whole_with_its_date() -> None:
    text = flat(read_document(resume(), name="cv.pdf").text)
    assert len(CONTENT.JOBS) > 2
    ends = [text.find(flat(company)) for _, company, *_ in CONTENT.JOBS[1:]] + [text.find("education")]
    for (_, company, _, dates, bullets), end in zip(CONTENT.JOBS, ends, strict=True):
        assert -1 < text.find(flat(dates)) < end
        assert bullets
        assert [bullet for bullet in bullets if not -1 < text.find(flat(bullet)) < end] == []
        assert text.find(flat(dates)) < text.find(flat(company))
