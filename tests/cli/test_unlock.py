"""A locked PDF asks for its password on a terminal, and only there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resumefit.cli import unlock
from resumefit.errors import EncryptedFile
from tests.conftest import ROOT, Run

LOCKED = ROOT / "tests" / "data" / "read" / "locked.pdf"


def opens_with_secret(password: str | None) -> str:
    if password != "secret":
        raise EncryptedFile("cv.pdf", "the file is locked with a password", "Give it with --password")
    return "text"


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at the terminal and type these."""
    asked: list[str] = []
    given = iter(answers)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt, **_: asked.append(prompt) or next(given))
    return asked


def test_the_password_is_asked_for_until_it_opens_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "wrong", "secret")
    assert unlock.unlocked(opens_with_secret, b"%PDF-1.7", password=None) == ("text", "secret")
    assert asked == ["Password of cv.pdf: "] * 2


def test_three_wrong_answers_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "a", "b", "c", "secret")
    with pytest.raises(EncryptedFile):
        unlock.unlocked(opens_with_secret, b"%PDF-1.7", password=None)
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("data", "password"), [(b"%PDF-1.7", "wrong"), (b"\xd0\xcf\x11\xe0", None)], ids=["given by option", "not a PDF"]
)
def test_nothing_is_asked_where_an_answer_would_not_help(
    monkeypatch: pytest.MonkeyPatch, data: bytes, password: str | None
) -> None:
    asked = answer(monkeypatch, "secret")
    with pytest.raises(EncryptedFile):
        unlock.unlocked(opens_with_secret, data, password=password)
    assert asked == []


def test_without_a_terminal_a_locked_file_is_refused_with_the_remedy(run_warm: Run) -> None:
    done = run_warm("parse", str(LOCKED))
    assert done.returncode == 3
    assert "--password" in done.stderr


def test_a_locked_page_is_drawn_with_its_password(run_warm: Run, tmp_path: object) -> None:
    target = f"{tmp_path}/page.svg"
    done = run_warm("parse", str(LOCKED), "--password", "secret", "--boxes", target)
    assert done.returncode == 0, done.stderr
    with open(target, encoding="utf-8") as file:
        assert "<image" in file.read()


@pytest.mark.parametrize("command", [("analyze",), ("explain",), ("compare", str(LOCKED))], ids=lambda command: command[0])
def test_every_command_that_scores_a_resume_takes_its_password(run_resumefit: Run, command: tuple[str, ...]) -> None:
    done = run_resumefit(*command, str(LOCKED), "--password", "secret", "--as-of", "2026-11")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout) > 300


def test_a_resume_to_score_is_read_in_a_process_of_its_own_says_what_takes_long_and_is_asked_for_its_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def analyze(data: bytes, *, password: str | None, isolated: bool, progress: Callable[[str], None]) -> tuple[object, ...]:
        opens_with_secret(password)
        progress("page 1 of 9")
        return data, isolated

    asked = answer(monkeypatch, "secret")
    assert unlock.assess_unlocked(b"%PDF-1.7", analyze, password=None) == (b"%PDF-1.7", True)
    assert asked == ["Password of cv.pdf: "]
    assert "page 1 of 9" in capsys.readouterr().err
