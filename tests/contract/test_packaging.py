"""The wheel and the sdist hold what they need, and work from another folder without network."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NO_NETWORK = """
import socket
def _refuse(*args, **kwargs):
    raise OSError("the test allows no network")
socket.socket.connect = _refuse
socket.create_connection = _refuse
socket.getaddrinfo = _refuse
"""


def _build(source: Path, out: Path, *kinds: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", str(out), str(source)],
        check=True,
        capture_output=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git tracks, so that building leaves nothing behind and untracked files cannot help."""
    copy = tmp_path_factory.mktemp("source") / "resumefit"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the sdist, as pip does it for a source release."""
    out = tmp_path_factory.mktemp("dist")
    _build(source, out, "--sdist")
    (sdist,) = out.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(out / "unpacked", filter="data")
    (unpacked,) = (out / "unpacked").iterdir()
    _build(unpacked, out, "--wheel")
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_every_data_file_unchanged(wheel: Path, source: Path) -> None:
    expected = {
        f"resumefit/_data/{path.relative_to(source).as_posix()}": hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("models", "skill_lexicon")
        for path in (source / folder).rglob("*")
        if path.is_file()
    }
    assert len(expected) > 25
    with zipfile.ZipFile(wheel) as archive:
        found = {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name.startswith("resumefit/_data/")
        }
    assert found == expected


def test_the_wheel_analyses_from_another_folder_without_network(
    wheel: Path, tmp_path: Path, examples: list[Path]
) -> None:
    site = tmp_path / "site"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            str(site),
            str(wheel),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (site / "sitecustomize.py").write_text(NO_NETWORK)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    env = {**os.environ, "PYTHONPATH": str(site)}
    where = subprocess.run(
        [sys.executable, "-m", "resumefit", "paths"], cwd=elsewhere, env=env, check=True, capture_output=True, text=True
    ).stdout
    assert str(site / "resumefit" / "_data" / "skill_lexicon") in where
    done = subprocess.run(
        [sys.executable, "-m", "resumefit", "analyze", str(examples[0]), "--format", "json"],
        cwd=elsewhere,
        env=env,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert json.loads(done.stdout)["roles"]["ai-pm"]["score"] > 0


def test_a_wheel_is_refused_when_a_model_file_was_changed(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "resumefit"
    shutil.copytree(source, copy)
    meta = next(iter(sorted((copy / "models").glob("*/meta.json"))))
    name = sorted(json.loads(meta.read_text("utf-8"))["sha256"])[0]
    with (meta.parent / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(subprocess.CalledProcessError) as failure:
        _build(copy, tmp_path / "dist", "--wheel")
    assert name in failure.value.stdout.decode() + failure.value.stderr.decode()


def test_an_editable_install_reads_the_checkout() -> None:
    """The suite itself runs from an editable install: no stale copy may shadow the folders at the top."""
    from resumefit.resources import data_dir

    assert data_dir("skill_lexicon") == ROOT / "skill_lexicon"
    assert not (ROOT / "src" / "resumefit" / "_data").exists()
