"""Rebuilds the posting that comes as a Word file, with headings by style and a table, as an HR department would write it.

python examples/build_posting.py
"""

from __future__ import annotations

from pathlib import Path

import docx

POSTINGS = Path(__file__).resolve().parent / "postings"
TARGET = POSTINGS / "ostrava-assurance-principal-ai-pm.docx"
TASKS = (
    "Leads the AI strategy for claims: use-case discovery, business case, build or buy",
    "Owns the product roadmap of the claims model platform across five delivery teams",
    "Is accountable for model monitoring, drift detection and retraining after launch",
    "Chairs the model review board: model cards, bias audits, explainability, audit trail",
    "Works with data scientists, ML engineers, actuaries, legal and the works council",
)
REQUIREMENTS = (
    ("8 or more years in product management, 3 of them with machine learning products", "required"),
    ("AI governance in a regulated industry; the EU AI Act and GDPR in practice", "required"),
    ("Precision and recall, calibration, error analysis, fairness metrics", "required"),
    ("MLOps: model registry, CI/CD for models, feature store", "required"),
    ("Stakeholder management up to the board", "required"),
    ("Databricks or Snowflake", "desirable"),
    ("Generative AI for document processing; LLM evals", "desirable"),
    ("NIST AI Risk Management Framework or ISO 42001", "desirable"),
)


def main() -> None:
    """Write the file."""
    document = docx.Document()
    document.add_heading("Principal Product Manager, AI Claims (m/f/d)", level=0)
    document.add_paragraph("Ostrava Assurance, Vienna. Reference 2026-114. Permanent, 38.5 hours a week.")
    document.add_heading("Who we are", level=1)
    document.add_paragraph("An insurer of small businesses since 1904. Our data platform runs on Azure and Kafka.")
    document.add_heading("Your tasks", level=1)
    for task in TASKS:
        document.add_paragraph(task, style="List Bullet")
    document.add_heading("Your profile", level=1)
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for words, wish in REQUIREMENTS:
        left, right = table.add_row().cells
        left.text, right.text = words, wish
    document.add_heading("Benefits", level=1)
    document.add_paragraph("Meal allowance, a pension, courses in machine learning, and a choir.")
    document.save(str(TARGET))


if __name__ == "__main__":
    main()
