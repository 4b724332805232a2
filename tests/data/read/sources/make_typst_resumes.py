# ruff: noqa
"""Compiles the resumes `typst_*.typ` that stand beside the fixtures, each of another person, into their PDFs. Run by hand."""

from pathlib import Path

import typst

for source in sorted(Path(__file__).resolve().parent.parent.glob("typst_*.typ")):
    typst.compile(str(source), output=str(source.with_suffix(".pdf")), timestamp=0)
