"""Writes the worked example of docs/scoring.md: a short resume, and its whole sum as the program gives it.

    python docs/worked_example.py

A test compares the document with what this module gives, so that the example is never older than the formula.
"""

from __future__ import annotations

from pathlib import Path

from resumefit.pipeline import analyze, load_engine
from resumefit.report import render_explanation
from resumefit.score import explain

DOCUMENT = Path(__file__).parent / "scoring.md"
BEGIN, END = "<!-- worked example: docs/worked_example.py -->", "<!-- end of the worked example -->"
AS_OF, ROLE = "2026-11", "tech-pm"
RESUME = """\
Jane Doe
jane@example.com

Experience

Product Manager, Acme Freight
December 2023 - present
- Set the roadmap for the carrier platform, lifting on-time pickups from 81% to 93%.
- Designed the REST API that carriers use.

Skills
Kubernetes, Kafka, OAuth, Jira, SQL
"""


def main() -> None:
    """Write the example into the document."""
    text = DOCUMENT.read_text("utf-8")
    before, rest = text.split(BEGIN, 1)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{example()}{END}{rest.split(END, 1)[1]}", "utf-8")


def example() -> str:
    """Return the resume and its sum, as the document shows them."""
    engine = load_engine()
    report = analyze(RESUME.encode(), name="example.txt", as_of=AS_OF, roles=(ROLE,), engine=engine)
    sum_of = render_explanation(explain(report, ROLE, lexicon=engine.lexicon), report, engine.lexicon, width=88)
    return (
        f"```text\n{RESUME}```\n\n`resumefit explain example.txt --role {ROLE} --as-of {AS_OF}` prints:\n\n"
        f"```text\n{sum_of}```\n"
    )


if __name__ == "__main__":
    main()
