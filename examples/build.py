"""Rebuilds the example resumes from `sources/` with the programs that people really use.

    python examples/build.py [--only NAME]

Needs Chromium and LibreOffice on the PATH and the Python package `typst`. The people are invented. The results are committed,
because a fresh machine has none of these programs.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

import docx
import typst
import yaml
from docx.document import Document
from docx.shared import Pt

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def print_html(source: Path, target: Path) -> None:
    """Print a web page to PDF as a person does from the browser."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["chromium", *CHROMIUM_FLAGS, f"--user-data-dir={profile}", f"--print-to-pdf={target}", source.as_uri()],
            check=True,
            capture_output=True,
            timeout=120,
        )


def convert(source: Path, suffix: str) -> None:
    """Let LibreOffice Writer turn a DOCX into `suffix` beside the other examples."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                suffix,
                "--outdir",
                str(HERE),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )


def build_docx(resume: dict, target: Path) -> None:
    """Write a resume as DOCX: headings by style, positions as paragraphs or, with `layout: table`, as a table."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(10.5)
    document.add_heading(resume["name"], level=0)
    document.add_paragraph(resume["contact"])
    for section in resume["sections"]:
        document.add_heading(section["heading"], level=1)
        for line in section.get("text", ()):
            document.add_paragraph(line)
        if resume.get("layout") == "table":
            add_job_table(document, section.get("jobs", ()))
        else:
            add_jobs(document, section.get("jobs", ()))
    if "footer" in resume:
        document.sections[0].footer.paragraphs[0].text = resume["footer"]
    document.save(str(target))


def add_jobs(document: Document, jobs: list[dict]) -> None:
    """Title and date on one line with a tab between, the firm below, then bullets."""
    for job in jobs:
        line = document.add_paragraph()
        line.add_run(job["title"]).bold = True
        line.add_run(f"\t{job['when']}")
        line.paragraph_format.tab_stops.add_tab_stop(Pt(330))
        document.add_paragraph(job["firm"])
        for bullet in job["bullets"]:
            document.add_paragraph(bullet, style="List Bullet")


def add_job_table(document: Document, jobs: list[dict]) -> None:
    """Dates in the left cell, everything else in the right."""
    if not jobs:
        return
    table = document.add_table(rows=0, cols=2)
    for job in jobs:
        left, right = table.add_row().cells
        left.text = job["when"]
        right.paragraphs[0].add_run(f"{job['title']}, {job['firm']}").bold = True
        for bullet in job["bullets"]:
            right.add_paragraph(bullet, style="List Bullet")


def build(source: Path) -> None:
    """Build one example from its source, by the program that its kind calls for."""
    if source.suffix == ".html":
        print_html(source, HERE / f"{source.stem}.pdf")
    elif source.suffix == ".typ":
        (HERE / f"{source.stem}.pdf").write_bytes(typst.compile(str(source)))
    else:
        resume = yaml.safe_load(source.read_text("utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / f"{source.stem}.docx"
            build_docx(resume, target)
            if resume["print_to"] == "docx":
                shutil.copy(target, HERE)
            else:
                convert(target, resume["print_to"])


def main() -> None:
    """Build all examples, or the one named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="stem of one source")
    only = parser.parse_args().only
    sources = [path for path in sorted(SOURCES.iterdir()) if only in (None, path.stem)]
    if not sources:
        raise SystemExit(f"no source named {only} in {SOURCES}")
    for source in sources:
        build(source)
        print(source.name)


if __name__ == "__main__":
    main()
