"""What a recruiter names becomes the same files in the same order, and no archive reaches outside itself."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from resumefit.batch.sources import Source, find_sources, portable, read_source
from resumefit.errors import DamagedFile, MissingExtra, MissingFile, OverLimit, UsageError


def _tree(folder: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden", "~$a.docx", "Thumbs.db", ".git/x.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"resume {name}")
    return folder


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def _names(*named: str) -> list[str]:
    return [source.name for source in find_sources(named)]


def test_a_folder_gives_its_files_sorted_and_without_clutter(tmp_path: Path) -> None:
    assert _names(str(_tree(tmp_path))) == ["a.txt", "b.txt", "c.txt"]


def _with_results(folder: Path) -> Path:
    """A folder of resumes in which earlier scans left results."""
    _tree(folder)
    for name in ("results/ranking.csv", "results/reports/x.json", "old/resumefit.sqlite", "old/ranking.html", "old/reports/y.html"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("left by a scan")
    return folder


def test_what_a_scan_left_behind_is_no_resume(tmp_path: Path) -> None:
    folder = _with_results(tmp_path / "in")
    names = [
        [source.name for source in find_sources([named], output=folder / "results")]
        for named in (str(folder), str(folder / "*"), str(folder / "**"))
    ]
    assert [sorted(set(found)) for found in names] == [["a.txt", "b.txt", "c.txt"]] * 3
    assert _names(str(_zip(tmp_path / "all.zip", {"cv.txt": b"x", "old/resumefit.sqlite": b"x", "old/ranking.csv": b"x"}))) == ["cv.txt"]


def test_resumes_may_lie_in_a_folder_of_the_results_folder(tmp_path: Path) -> None:
    (tmp_path / "resumefit.sqlite").write_text("left by a scan")
    _tree(tmp_path / "inbox")
    for named in ("inbox", "inbox/*.txt"):
        assert [source.name for source in find_sources([str(tmp_path / named)], output=tmp_path)][:2] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("named", "words"),
    [
        pytest.param("in/results", "both resumes and results", id="the output itself"),
        pytest.param("in/results/*.csv", "both resumes and results", id="a pattern in it"),
        pytest.param("in/old", "not resumes", id="an older scan's"),
    ],
)
def test_results_cannot_be_scanned(named: str, words: str, tmp_path: Path) -> None:
    folder = _with_results(tmp_path / "in")
    with pytest.raises(UsageError, match=words):
        list(find_sources([str(tmp_path / named)], output=folder / "results"))


def test_an_empty_folder_is_an_error_and_not_a_scan_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="no files here"):
        list(find_sources([str(tmp_path)]))


def test_a_name_that_is_no_text_is_shown_all_the_same() -> None:
    assert Source("in/caf\udce9.pdf").shown == "in/caf\\udce9.pdf"


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    _tree(tmp_path)
    assert _names(str(tmp_path / "b.txt"), str(tmp_path / "*.txt")) == ["b.txt", "a.txt"]


@pytest.mark.parametrize("name", ["nothing.pdf", "*.nothing", "file:///nothing/here", "memory://nothing-here/*.pdf"])
def test_a_name_that_stands_for_nothing_is_an_error(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MissingFile):
        list(find_sources([name]))


def test_an_archive_gives_its_members_and_their_bytes(tmp_path: Path) -> None:
    path = _zip(tmp_path / "all.ZIP", {"z.txt": b"last", "in/a.txt": b"first", "__MACOSX/a.txt": b"-", ".x": b"-"})
    found = list(find_sources([str(path)]))
    assert [(source.shown, read_source(source)) for source in found] == [
        (f"{path}!in/a.txt", b"first"),
        (f"{path}!z.txt", b"last"),
    ]


@pytest.mark.parametrize(
    "member", ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "..\\b.txt", "C:\\b.txt", "C:b.txt"]
)
def test_a_member_that_points_outside_is_refused_in_its_own_row(member: str, tmp_path: Path) -> None:
    path = _zip(tmp_path / "all.zip", {member: b"x", "good.txt": b"good"})
    found = {source.member: source for source in find_sources([str(path)])}
    assert set(found) == {member, "good.txt"}
    with pytest.raises(DamagedFile, match="outside the archive"):
        read_source(found[member])
    assert read_source(found["good.txt"]) == b"good"


def test_a_member_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "bomb.zip", {"bomb.txt": bytes(30_000_001)})
    assert path.stat().st_size < 100_000
    with pytest.raises(OverLimit):
        read_source(Source(str(path), "bomb.txt"))


def test_control_characters_in_a_member_are_shown_escaped() -> None:
    source = Source("a.zip", "in/\x1b[2Jcv\n.pdf")
    assert source.shown == "a.zip!in/\\x1b[2Jcv\\n.pdf"
    assert source.name == "\\x1b[2Jcv\\n.pdf"


def test_a_broken_archive_keeps_a_row(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    assert _names(str(tmp_path)) == ["cut.zip"]


def test_a_file_url_gives_the_same_bytes_as_the_folder(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    _tree(tmp_path)
    _zip(tmp_path / "more.zip", {"d.txt": b"d"})
    plain, urls = list(find_sources([str(tmp_path)])), list(find_sources([f"file://{tmp_path}"]))
    assert [read_source(source) for source in urls] == [read_source(source) for source in plain]
    assert [source.name for source in urls] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_files_in_memory_carry_their_bytes_to_other_processes() -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe({"/cvs/b.txt": b"bee", "/cvs/a.txt": b"ay", "/cvs/.x": b"-"})
    try:
        found = [portable(source) for source in find_sources(["memory://cvs"])]
        assert _names("memory://cvs/*.txt") == ["a.txt", "b.txt"]
    finally:
        memory.rm("/cvs", recursive=True)
    assert [(source.name, source.data) for source in found] == [("a.txt", b"ay"), ("b.txt", b"bee")]
    assert [read_source(source) for source in found] == [b"ay", b"bee"]


@pytest.mark.parametrize("url", ["http://example.com/cv.pdf", "ftp://example.com/cv.pdf", "memory://a::http://b"])
def test_only_storage_is_read(url: str) -> None:
    with pytest.raises(UsageError, match="are not read"):
        list(find_sources([url]))


def test_without_fsspec_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "fsspec"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingExtra) as caught:
        list(find_sources(["s3://bucket/cvs"]))
    assert "pip install 'resumefit[cluster]'" in caught.value.remedy
