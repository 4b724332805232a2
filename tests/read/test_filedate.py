"""When a file says that it was last saved."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from resumefit.read import read_document
from resumefit.read.filedate import last_month

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("stamps", "month"),
    [
        (("D:20210512093000+02'00'",), "2021-05"), (("D:202105",), "2021-05"), (("2021-05-12T09:30:00Z",), "2021-05"),
        (("2019-11-02", "2021-05-12"), "2021-05"), (("D:20210512", "nonsense"), "2021-05"), (("",), None), ((), None),
        (("D:20211312",), None), (("1970-01-01T00:00:00Z",), None), (("2013-12-23T23:15:00Z",), None), (("20210",), None),
        (("D:19800101000000",), None), (("May 12 2021",), None),
    ],
)  # fmt: skip
def test_stamps_are_read_and_clocks_that_were_never_set_are_not(stamps: tuple[str, ...], month: str | None) -> None:
    assert last_month(*stamps) == month


def _docx(core: bytes | None) -> bytes:
    made = docx.Document()
    made.add_paragraph("Dana Fictional")
    file = io.BytesIO()
    made.save(file)
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as new:
        for item in old.infolist():
            if item.filename != "docProps/core.xml":
                new.writestr(item, old.read(item))
            elif core is not None:
                new.writestr(item, core)
    return changed.getvalue()


@pytest.mark.parametrize(
    ("core", "month"),
    [
        (b"<p xmlns:d='http://purl.org/dc/terms/'><d:created>2020-01-05T00:00:00Z</d:created>"
         b"<d:modified>2022-03-05T00:00:00Z</d:modified></p>", "2022-03"),
        (b"<p><creator>2022-03-05</creator></p>", None), (b"<p><unclosed>", None), (None, None),
    ],
    ids=["saved twice", "no date", "damaged", "no properties"],
)  # fmt: skip
def test_the_properties_of_a_word_file_tell_its_month_and_never_stop_its_reading(core: bytes | None, month: str | None) -> None:
    document = read_document(_docx(core), name="cv.docx")
    assert (document.dated, "Dana Fictional" in document.text) == (month, True)


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("priya-raman-ai-pm.pdf", "2026-11"),
        ("grace-lindqvist-marketing.odt", None),  # has only the date of the template that it was once made from
    ],
)
def test_files_of_real_programs_tell_their_month(name: str, month: str | None) -> None:
    assert read_document((ROOT / "examples" / name).read_bytes(), name=name).dated == month
