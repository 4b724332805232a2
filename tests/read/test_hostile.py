"""Files that attack: each costs one clear error or a caution, in bounded time and memory."""

from __future__ import annotations

import io
import os
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from resumefit.core.document import DocumentState
from resumefit.core.months import parse_month
from resumefit.errors import DamagedFile, EncryptedFile, ExitCode, OverLimit, ReaderCrashed, ResumefitError
from resumefit.lexicon import load_lexicon
from resumefit.pipeline import understand
from resumefit.read import DEFAULT_LIMITS, read_document
from resumefit.read.isolated import read_isolated, run_isolated
from resumefit.read.memory import limit_memory
from resumefit.read.office import doc_to_docx
from resumefit.resources import data_dir
from tests.read.layout_checks import DATA
from tests.read.mutations import mutations
from tests.read.test_formats import docx, paragraph


def packed(members: dict[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return result.getvalue()


def end_of(data: bytes, *, name: str) -> str:
    """Read a file and name how that ended: the document's state or the error's code."""
    try:
        return read_document(data, name=name).state.value
    except ResumefitError as error:
        return error.code if error.exit_code in (ExitCode.UNREADABLE, ExitCode.NO_TEXT) else f"exit {error.exit_code}"


def test_a_file_over_the_size_limit_is_refused() -> None:
    with pytest.raises(OverLimit, match="limit is 10"):
        read_document(b"x" * 11, name="cv.txt", limits=replace(DEFAULT_LIMITS, file_bytes=10))


def test_a_decompression_bomb_is_refused_without_unpacking_it() -> None:
    bomb = packed({"word/document.xml": b"<a>" + b" " * 400_000_000})
    started = time.process_time()
    with pytest.raises(OverLimit, match="unpacks to more"):
        read_document(bomb, name="cv.docx")
    assert time.process_time() - started < 5


def test_an_archive_of_too_many_parts_is_refused() -> None:
    with pytest.raises(OverLimit, match="parts"):
        read_document(
            packed({f"word/{i}.xml": b"" for i in range(50)}),
            name="cv.docx",
            limits=replace(DEFAULT_LIMITS, archive_members=40),
        )


def test_paths_in_an_archive_reach_nothing(tmp_path: Path) -> None:
    os.chdir(tmp_path)
    data = packed(
        {
            "word/document.xml": b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>Jane</w:t></w:r></w:p></w:body></w:document>",
            "../../evil.txt": b"x",
        }
    )
    assert read_document(data, name="cv.docx").text == "Jane"
    assert list(tmp_path.iterdir()) == []


def test_xml_entities_are_not_expanded_or_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not leak", encoding="utf-8")
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    head = f'<!DOCTYPE w:document [<!ENTITY l0 "lol">{entities}<!ENTITY file SYSTEM "file://{secret}">]>'
    body = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>Jane &l11; &file; Roe</w:t></w:r></w:p></w:body></w:document>"
    document = read_document(packed({"word/document.xml": (head + body).encode()}), name="cv.docx")
    assert "lol" not in document.text and "leak" not in document.text
    assert document.text.startswith("Jane")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(b"{\\rtf1 " + b"{" * 50_000 + b"x", "cv.rtf", id="rtf groups"),
        pytest.param(b"<html>" + b"<div>" * 50_000 + b"x", "cv.html", id="html elements"),
        pytest.param(docx("<w:p>" * 20_000), "cv.docx", id="docx elements"),
        pytest.param(b'{"basics":' + b"[" * 100_000, "cv.json", id="json arrays"),
        pytest.param(b"- " * 100_000, "cv.md", id="markdown items"),
    ],
)
def test_deep_nesting_ends_in_an_answer_or_a_clear_error(data: bytes, name: str) -> None:
    started = time.process_time()
    assert end_of(data, name=name) in ("ok", "doubtful", "over-limit", "damaged", "no-text", "unsupported")
    assert time.process_time() - started < 10


def test_a_docx_whose_words_lie_too_deep_is_called_too_deep_and_not_cut_off() -> None:
    deep = "<w:sdt><w:sdtContent>" * 150 + paragraph("Jane Roe") + "</w:sdtContent></w:sdt>" * 150
    with pytest.raises(OverLimit, match="nested too deeply"):
        read_document(docx(deep), name="cv.docx")
    assert read_document(docx(paragraph("Jane Roe, Product Manager") + deep), name="cv.docx").text.startswith("Jane Roe, Product Manager")


def test_a_docx_whose_styles_lie_too_deep_is_read_and_doubtful() -> None:
    deep = ("<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + "<w:style>" * 400).encode()
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("Jane Roe, Product Manager")))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    document = read_document(packed(members | {"word/styles.xml": deep}), name="cv.docx")
    assert (document.text.strip(), document.state) == ("Jane Roe, Product Manager", DocumentState.DOUBTFUL)


def test_too_many_pages_are_left_out_with_a_caution() -> None:
    data = (DATA / "layout_ty_footer.pdf").read_bytes()
    document = read_document(data, name="cv.pdf", limits=replace(DEFAULT_LIMITS, pages=1))
    assert "only the first 1 of 2 pages were read" in [c.message for c in document.cautions]
    assert {line.page for line in document.lines} == {1}


def test_too_many_characters_on_a_page_are_refused() -> None:
    with pytest.raises(OverLimit, match="characters"):
        read_document(
            (DATA / "layout_ty_footer.pdf").read_bytes(),
            name="cv.pdf",
            limits=replace(DEFAULT_LIMITS, page_characters=100),
        )


def test_a_cut_off_docx_is_read_as_far_as_it_goes_and_doubtful() -> None:
    data = (DATA / "fuzz_resume.docx").read_bytes()
    document = read_document(data[: len(data) - 4000], name="cv.docx")
    assert "Coached three associate product managers." in document.text
    assert document.state is DocumentState.DOUBTFUL
    assert "truncated" in {c.code for c in document.cautions}


def test_a_cut_off_pdf_is_doubtful() -> None:
    data = (DATA / "layout_ch_left_flex.pdf").read_bytes()
    document = read_document(data.replace(b"%%EOF", b""), name="cv.pdf")
    assert document.state is DocumentState.DOUBTFUL
    assert [c.code for c in document.cautions] == ["truncated"]


@pytest.mark.parametrize("password", [None, "wrong"])
def test_a_locked_pdf_asks_for_its_password(password: str | None) -> None:
    with pytest.raises(EncryptedFile, match="--password"):
        read_document((DATA / "locked.pdf").read_bytes(), name="cv.pdf", password=password)


def test_a_locked_pdf_is_read_with_its_password() -> None:
    document = read_document((DATA / "locked.pdf").read_bytes(), name="cv.pdf", password="secret")  # noqa: S106
    assert document.text == "Marisol Vandenberg, product manager"


def test_a_child_that_dies_is_a_clear_error() -> None:
    with pytest.raises(ReaderCrashed, match="crashed"):
        read_isolated(b"Jane Roe", name=_DeadlyName("cv.txt"))


class _DeadlyName(str):
    """Kills the process that asks for its ending, as a crash of a native library would."""

    def rsplit(self, *_: object, **__: object) -> list[str]:  # type: ignore[override]
        os.kill(os.getpid(), 9)
        return []


def test_a_child_that_hangs_is_ended() -> None:
    started = time.monotonic()
    with pytest.raises(OverLimit, match="more than 0 seconds"):
        read_isolated(b"Jane Roe", name=_SlowName("cv.txt"), limits=replace(DEFAULT_LIMITS, seconds=0.2))
    assert time.monotonic() - started < 8


class _SlowName(str):
    def rsplit(self, *_: object, **__: object) -> list[str]:  # type: ignore[override]
        time.sleep(60)
        return []


def test_a_child_gives_what_reading_here_gives() -> None:
    data = (DATA / "layout_ty_rail2.pdf").read_bytes()
    assert read_isolated(data, name="cv.pdf") == read_document(data, name="cv.pdf")
    with pytest.raises(DamagedFile, match="cannot be opened"):
        read_isolated(b"%PDF-1.4 broken", name="cv.pdf")


def test_what_comes_after_reading_has_the_limits_too() -> None:
    with pytest.raises(OverLimit, match="more than 0 seconds"):
        run_isolated(_sleep, name="cv.txt", limits=replace(DEFAULT_LIMITS, seconds=0.2))
    assert run_isolated(lambda _: 7, name="cv.txt") == 7


def _sleep(_: object) -> None:
    time.sleep(60)


def test_a_child_that_is_ended_clears_up(tmp_path: Path) -> None:
    def work(_: object) -> None:
        try:
            (tmp_path / "made").mkdir()
            time.sleep(60)
        finally:
            (tmp_path / "made").rmdir()

    with pytest.raises(OverLimit):
        run_isolated(work, name="cv.txt", limits=replace(DEFAULT_LIMITS, seconds=0.5))
    assert list(tmp_path.iterdir()) == []


def test_a_conversion_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = tmp_path / "soffice"
    office.write_text(f"#!/bin/sh\nsleep 61 &\necho $! >{tmp_path}/pid\nwait\n", encoding="utf-8")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    tempfile.tempdir = None
    with pytest.raises(OverLimit, match="LibreOffice took too long"):
        doc_to_docx(b"x", name="cv.doc", limits=replace(DEFAULT_LIMITS, office_seconds=0.5))
    tempfile.tempdir = None
    deadline = time.monotonic() + 5
    while is_running(int((tmp_path / "pid").read_text())) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(int((tmp_path / "pid").read_text()))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("resumefit-")] == []


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(
    "unit", ["|", "•", "- ", "[", "word ", "2019 - 2020 ", "a", "`", "*a ", "[a](", "<!--", "\t", "x\t", "~~", "a.b@"]
)
def test_a_file_of_one_endless_line_is_read_and_segmented_in_time(unit: str) -> None:
    for name in ("cv.txt", "cv.md"):
        started = time.process_time()
        data = f"x{unit * (200_000 // len(unit))}x".encode()
        document, _ = understand(data, name=name, headings={}, as_of=parse_month("2026-01"))
        assert max(line.stop - line.start for line in document.lines) <= DEFAULT_LIMITS.line_characters
        assert time.process_time() - started < 20


def test_a_long_line_is_broken_at_a_space_and_that_is_said() -> None:
    document = read_document(("word " * 1000).encode(), name="cv.txt")
    assert {document.text[line.start : line.stop].strip("word ") for line in document.lines} == {""}
    assert document.text.split() == ["word"] * 1000
    assert [caution.code for caution in document.cautions] == ["long-lines"]
    assert document.state is DocumentState.OK


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(OverLimit, match="lines"):
        read_document(b"word\n" * 10_001, name="cv.txt")


def test_an_archive_of_countless_headers_is_given_up_in_time() -> None:
    record = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0a"
    started = time.process_time()
    assert end_of(b"PK\x03\x04[Content_Types].xml" + record * 300_000, name="cv.docx") == "damaged"
    assert time.process_time() - started < 5


def test_the_memory_limit_can_be_set() -> None:
    pid = os.fork()
    if pid == 0:
        limit_memory(replace(DEFAULT_LIMITS, memory_bytes=50_000_000))
        try:
            bytearray(500_000_000)
        except MemoryError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7


@pytest.mark.parametrize("ending", ["pdf", "docx", "odt", "rtf", "html", "eml", "json", "xml", "md", "txt"])
def test_broken_files_end_in_an_answer_or_a_clear_error(ending: str) -> None:
    data = (DATA / f"fuzz_resume.{ending}").read_bytes()
    headings = load_lexicon(data_dir("skill_lexicon")).headings
    ends: set[str] = set()
    for broken in mutations(data, count=40, seed=20):
        started = time.process_time()
        try:
            document, _ = understand(broken, name=f"cv.{ending}", headings=headings, as_of=parse_month("2026-01"))
            ends.add(document.state.value)
        except ResumefitError as error:
            ends.add(error.code if error.exit_code in (ExitCode.UNREADABLE, ExitCode.NO_TEXT) else "exit code")
        assert time.process_time() - started < DEFAULT_LIMITS.seconds
    assert ends <= {"ok", "doubtful", "damaged", "no-text", "unsupported", "over-limit", "encrypted", "needs-ocr"}
    assert len(ends) > 1


def test_an_encrypted_office_file_is_told_apart() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedFile, match="password"):
        read_document(data, name="cv.docx")


def test_a_macro_document_is_read_and_its_macros_ignored() -> None:
    plain = zipfile.ZipFile(io.BytesIO(docx(paragraph("Jane Roe"))))
    data = packed({**{n: plain.read(n) for n in plain.namelist()}, "word/vbaProject.bin": b"\x00" * 100})
    assert read_document(data, name="cv.docm").text == "Jane Roe"
