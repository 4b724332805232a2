"""A column that goes on overleaf is read on before what stands beside it; what begins with a heading is not moved."""

from __future__ import annotations

from resumefit.core.document import Box, LineRole
from resumefit.read.drafts import Draft
from resumefit.read.furniture import with_furniture
from resumefit.read.page_flow import along_columns


def lines(*texts: str, left: float, top: float, column: int, page: int = 1, size: float = 10.0) -> list[Draft]:
    """Set lines under each other."""
    return [
        Draft(
            text,
            page=page,
            box=Box(left, top + 14 * row, left + 5 * len(text), top + 14 * row + 12),
            font_size=size,
            column=column,
        )
        for row, text in enumerate(texts)
    ]


MAIN = lines("Experience", "Product Owner, Acme", "Kept the books", left=40, top=60, column=1)
SIDE = lines("Skills", "SQL and Python", left=400, top=60, column=2)


def texts(*pages: list[Draft]) -> list[str]:
    return [draft.text for draft in along_columns(pages)]


def test_the_main_column_goes_on_before_the_sidebar_beside_it() -> None:
    overleaf = lines("and paid them", left=40, top=60, column=0, page=2)
    assert texts([*MAIN, *SIDE], overleaf) == [
        *("Experience", "Product Owner, Acme", "Kept the books", "and paid them"),
        *("Skills", "SQL and Python"),
    ]


def test_both_columns_go_on_over_three_pages() -> None:
    second = [
        *lines("of a baker", "and of a smith", "and of a tailor", left=40, top=60, column=1, page=2),
        *lines("and R", left=400, top=60, column=2, page=2),
    ]
    third = lines("for ten years", left=40, top=60, column=0, page=3)
    found = texts([*MAIN, *SIDE], second, third)
    assert found[3:] == [
        "of a baker",
        "and of a smith",
        "and of a tailor",
        "for ten years",
        *("Skills", "SQL and Python", "and R"),
    ]


def test_a_left_sidebar_that_goes_on_is_read_before_the_main_column() -> None:
    left = lines("Skills", "SQL", "Python", left=40, top=60, column=1)
    main = lines("Experience", "Kept the books", left=200, top=60, column=2)
    overleaf = [
        *lines("Kafka", left=40, top=60, column=1, page=2),
        *lines("Education", left=200, top=60, column=2, page=2),
    ]
    assert texts([*left, *main], overleaf)[2:5] == ["Python", "Kafka", "Experience"]


def test_a_page_that_begins_with_a_heading_comes_after_the_sidebar() -> None:
    overleaf = lines("Education", "BSc Botany", left=40, top=60, column=0, page=2)
    assert texts([*MAIN, *SIDE], overleaf)[3:] == ["Skills", "SQL and Python", "Education", "BSc Botany"]


def test_text_that_flows_from_column_to_column_stays_in_its_order() -> None:
    overleaf = lines("and paid them", left=40, top=60, column=1, page=2)
    wide = lines("Skills", "SQL and Python and R", left=400, top=60, column=2)
    inside = lines("of a baker", "and a smith", left=400, top=60, column=2)
    assert texts([*MAIN, *wide], overleaf)[-1] == "and paid them"
    assert texts([*MAIN, *inside], overleaf)[-1] == "and paid them"


def test_a_column_that_ends_far_above_the_foot_does_not_go_on() -> None:
    side = lines("Skills", *("SQL",) * 9, left=400, top=60, column=2)
    overleaf = lines("and paid them", left=40, top=60, column=0, page=2)
    assert texts([*MAIN, *side], overleaf)[-1] == "and paid them"


def test_what_stands_elsewhere_overleaf_does_not_go_on_with_the_column() -> None:
    overleaf = lines("and paid them", left=90, top=60, column=0, page=2)
    assert texts([*MAIN, *SIDE], overleaf)[-1] == "and paid them"


def test_one_column_and_no_page_stay_as_they_are() -> None:
    pages = [lines("One", left=40, top=60, column=0), lines("Two", left=40, top=60, column=0, page=2)]
    assert texts(*pages) == ["One", "Two"]
    assert texts() == []


def test_the_name_said_again_in_small_letters_is_a_later_pages_header() -> None:
    first = [
        *lines("Ana Roe", left=40, top=20, column=0, size=22),
        *lines("Product lead", "Acme", left=40, top=60, column=0),
    ]
    second = [
        *lines("Ana Roe   Curriculum Vitae", left=40, top=20, column=0, page=2, size=8),
        *lines("Kept the books", "of Ana Roe", left=40, top=60, column=0, page=2),
    ]
    roles = [[draft.role for draft in page] for page in with_furniture([first, second])]
    assert roles == [[LineRole.BODY] * 3, [LineRole.HEADER, LineRole.BODY, LineRole.BODY]]
