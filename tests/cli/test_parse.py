"""`resumefit parse` as people run it: readable, narrow, and blind in every format and in the file's name."""

from __future__ import annotations

import json
import sqlite3
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.segment.test_blind_people import people, plain, survives

EXAMPLE = ROOT / "examples" / "priya-raman-ai-pm.pdf"


def test_degrees_certificates_and_languages_are_shown_within_80_columns(run_warm: Run) -> None:
    done = run_warm("parse", str(EXAMPLE), "--as-of", "2026-11")
    assert done.returncode == 0, done.stderr
    assert "MSc Operational Research, Pennine Technical University, 2015" in done.stdout
    assert "English, Tamil, German (B1)" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("output_format", ["text", "json", "jsonresume"])
@pytest.mark.parametrize("number", [0, 76])
def test_a_blind_parse_says_nothing_of_who_it_is(
    run_warm: Run, tmp_path: Path, number: int, output_format: str
) -> None:
    person = people()[number]
    file = tmp_path / person.file
    file.write_text(person.text, "utf-8")
    done = run_warm("parse", str(file), "--blind", "--format", output_format, "--as-of", "2026-11")
    assert done.returncode == 0, done.stderr
    written = plain(done.stdout + done.stderr)
    assert len(written) > 300
    assert [word for _, word in person.secret if survives(word, written)] == []


def test_a_blind_scan_of_three_people_keeps_them_in_one_file(run_warm: Run, tmp_path: Path) -> None:
    made = people()[20:23]
    folder, out = tmp_path / "cvs", tmp_path / "out"
    folder.mkdir()
    for person in made:
        (folder / person.file).write_text(person.text, "utf-8")
    done = run_warm(
        "scan", str(folder), "--output", str(out), "--format", "csv,jsonl,xlsx", "--jobs", "1", "--quiet"
    )
    assert done.returncode == 0, done.stderr
    files = [path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "identities.csv"]
    assert len(files) >= 3
    written = plain("\n".join(map(_unpacked, files)) + done.stdout)
    assert [word for person in made for _, word in person.secret if survives(word, written)] == []


def _unpacked(path: Path) -> str:
    """Return a file's bytes as text, with what is packed inside workbooks and the store."""
    parts = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            parts += [packed.read(name) for name in packed.namelist()]
    if path.suffix == ".sqlite":
        with sqlite3.connect(path) as store:
            parts += [zlib.decompress(row[0]) for row in store.execute("SELECT json FROM report")]
    return "\n".join(part.decode("utf-8", "ignore") for part in parts)


def test_headings_of_a_lexicon_of_ones_own_open_sections(run_resumefit: Run, tmp_path: Path) -> None:
    (tmp_path / "headings.yaml").write_text("headings:\n  experience: [Voyages of the trade]\n", "utf-8")
    resume = tmp_path / "cv.txt"
    resume.write_text(
        "Jo Example\n\nVoyages of the trade\n\nProduct Manager, Acme Ltd\n2019 - 2021\n- Ran sprint planning\n", "utf-8"
    )
    command = ("parse", str(resume), "--format", "json", "--as-of", "2026-11")
    done = run_resumefit(*command, "--lexicon", str(tmp_path))
    assert done.returncode == 0, done.stderr
    headings = [section["heading"] for section in json.loads(done.stdout)["resume"]["sections"] if section["kind"] == "experience"]
    assert headings == ["Voyages of the trade"]
