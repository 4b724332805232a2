"""Whole resumes in odd shapes: what a careful reader would call the positions."""

from __future__ import annotations

import pytest

from resumefit.core.resume import PositionKind
from tests.segment.layouts import document_of
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS

Row = tuple[str, str, str | None, str | None]

CASES: dict[str, tuple[str, list[Row]]] = {
    "several roles, employer line dated": (
        """EXPERIENCE
Cobalt Pay, Pune    Jan 2016 - Present
  Group Product Manager, Jan 2021 - Present
  - Grew volume
  Product Manager, Mar 2018 - Dec 2020
  - Built ledger
  Business Analyst, Jan 2016 - Feb 2018
  - Wrote specs
Larkfield Ltd, Leeds    2013 - 2015
  Support Engineer, 2013 - 2015
  - Fixed things
""",
        [
            ("Group Product Manager", "Cobalt Pay", "2021-01", None),
            ("Product Manager", "Cobalt Pay", "2018-03", "2020-12"),
            ("Business Analyst", "Cobalt Pay", "2016-01", "2018-02"),
            ("Support Engineer", "Larkfield Ltd", "2013", "2015"),
        ],
    ),
    "several roles, employer line undated": (
        """WORK HISTORY

COBALT PAY (fintech, 300 people), Pune

Group Product Manager (Jan 2021 - Present)
• Grew volume
Product Manager (Mar 2018 - Dec 2020)
• Built ledger

LARKFIELD LTD

Support Engineer (2013 - 2015)
• Fixed things
""",
        [
            ("Group Product Manager", "COBALT PAY", "2021-01", None),
            ("Product Manager", "COBALT PAY", "2018-03", "2020-12"),
            ("Support Engineer", "LARKFIELD LTD", "2013", "2015"),
        ],
    ),
    "markdown several": (
        """# Imra Tolvanen

## Experience

### Cobalt Pay

**Group Product Manager** | Jan 2021 - Present

- Grew volume

**Product Manager** | Mar 2018 - Dec 2020

- Built ledger

### Larkfield Ltd

**Support Engineer** | 2013 - 2015

- Fixed things
""",
        [
            ("Group Product Manager", "Cobalt Pay", "2021-01", None),
            ("Product Manager", "Cobalt Pay", "2018-03", "2020-12"),
            ("Support Engineer", "Larkfield Ltd", "2013", "2015"),
        ],
    ),
    "no headings": (
        """Imra Tolvanen
imra@example.org

I build dull products that people rely on, mostly for clinics and small shops in the north.

Group Product Manager, Cobalt Pay, Jan 2021 - Present
- Grew volume
Product Manager, Larkfield, Mar 2018 - Dec 2020
- Built ledger

BSc Mathematics, Selby University, 2012
SQL, Jira, Figma
""",
        [
            ("Group Product Manager", "Cobalt Pay", "2021-01", None),
            ("Product Manager", "Larkfield", "2018-03", "2020-12"),
        ],
    ),
    "company at role dates prose": (
        """Career

Cobalt Pay. Group Product Manager. January 2021 to date.
I grew volume from two to nine million.

Larkfield. Product Manager. 2018-2020.
I built the ledger.
""",
        [("Group Product Manager", "Cobalt Pay", "2021-01", None), ("Product Manager", "Larkfield", "2018", "2020")],
    ),
    "date rail": (
        """Experience

2021-03 - now      Cobalt Pay
                   Group Product Manager
                   Grew volume from two to nine.
2018-01 - 2021-02  Larkfield
                   Product Manager
                   Built the ledger.
""",
        [
            ("Group Product Manager", "Cobalt Pay", "2021-03", None),
            ("Product Manager", "Larkfield", "2018-01", "2021-02"),
        ],
    ),
    "via client": (
        """PROFESSIONAL EXPERIENCE

Marrow Consulting Pvt Ltd, Pune — Senior Consultant                    Jun 2019 - Present
Client: Midland Assurance (UK)
Role: Product Owner
- Owned backlog

Tamber & Roe    Freelance Product Manager    2017 – 2019
- Two clients
""",
        [
            ("Senior Consultant", "Marrow Consulting Pvt Ltd", "2019-06", None),
            ("Freelance Product Manager", "Tamber & Roe", "2017", "2019"),
        ],
    ),
    "no dates": (
        """EXPERIENCE

Product Manager, Cobalt Pay
- Grew volume

Business Analyst, Larkfield Ltd
- Wrote specs

EDUCATION
BSc, 2012
""",
        [("Product Manager", "Cobalt Pay", None, None), ("Business Analyst", "Larkfield Ltd", None, None)],
    ),
    "promotion": (
        """EXPERIENCE
Cobalt Pay | Pune, India
Senior Product Manager (Apr 2022 - Present); Product Manager (Jan 2020 - Mar 2022)
- Grew volume
""",
        [
            ("Senior Product Manager", "Cobalt Pay", "2022-04", None),
            ("Product Manager", "Cobalt Pay", "2020-01", "2022-03"),
        ],
    ),
    "bold spaced": (
        """E X P E R I E N C E

Product Manager  ::  Cobalt Pay  ::  04/2022 - heute
- Grew

E D U C A T I O N

BSc, 2012
""",
        [("Product Manager", "Cobalt Pay", "2022-04", None)],
    ),
    "de": (
        """BERUFSERFAHRUNG / WORK EXPERIENCE

seit 04/2022   Produktmanager (Product Manager), Nordvik GmbH, Hamburg
- Grew
01/2018 – 03/2022   Projektleiter, Larkfield AG, Berlin
- Built
""",
        [("Produktmanager", "Nordvik GmbH", "2022-04", None), ("Projektleiter", "Larkfield AG", "2018-01", "2022-03")],
    ),
    "ascii": (
        """=====================
== EXPERIENCE ==
=====================
[2021-2024] Cobalt Pay / Product Manager
 * grew
[2019-2021] Larkfield / Business Analyst
 * built
---------------------
== EDUCATION ==
""",
        [("Product Manager", "Cobalt Pay", "2021", "2024"), ("Business Analyst", "Larkfield", "2019", "2021")],
    ),
    "intern": (
        """Internships
APM Intern, Cobalt Pay, Summer 2023 (3 months)
- Grew
""",
        [("APM Intern", "Cobalt Pay", "2023-06", "2023-08")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_positions_of_oddly_shaped_resumes(case: str) -> None:
    text, expected = CASES[case]
    resume = segment(document_of(text), headings=HEADINGS, as_of=AS_OF)
    assert [
        (p.title, p.company, p.start and str(p.start), p.stop and str(p.stop)) for p in resume.positions
    ] == expected


def test_internships_and_freelance_work_are_told_apart() -> None:
    kinds = [
        position.kind
        for case in ("intern", "via client")
        for position in segment(document_of(CASES[case][0]), headings=HEADINGS, as_of=AS_OF).positions
    ]
    assert kinds == [PositionKind.INTERNSHIP, PositionKind.EMPLOYMENT, PositionKind.FREELANCE]
