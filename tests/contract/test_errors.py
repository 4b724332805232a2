"""Every error survives the way through a worker pool, and ends in a documented exit code."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from resumefit import errors
from resumefit.errors import ExitCode, ResumefitError

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = {
    "UsageError": ("the problem", "The remedy"),
    "MissingExtra": ("ocr", "reading pictures of text"),
    "LexiconError": ("skills/a.yaml", 12, "no label", "Add one"),
    "ModelError": ("models/x", "changed", "Make it again"),
    "ResourceMissing": ("models", ("/a", "/b")),
}


def _leaves(root: type[ResumefitError]) -> list[type[ResumefitError]]:
    children = root.__subclasses__()
    own = [] if root is ResumefitError else [root]
    return own + [leaf for child in children for leaf in _leaves(child)]


LEAVES = sorted(set(_leaves(ResumefitError)), key=lambda leaf: leaf.__name__)


def _make(leaf: type[ResumefitError]) -> ResumefitError:
    return leaf(*ARGUMENTS.get(leaf.__name__, ("cv.pdf", "it is broken", "Export it again")))


def test_there_are_leaves_to_check() -> None:
    assert len(LEAVES) >= 12
    assert all(leaf.__module__ == errors.__name__ for leaf in LEAVES)


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.__name__)
def test_an_error_is_the_same_after_pickling(leaf: type[ResumefitError]) -> None:
    error = _make(leaf)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(again) is leaf
    assert str(again) == str(error)
    assert (again.problem, again.remedy) == (error.problem, error.remedy)


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.__name__)
def test_an_error_says_problem_and_remedy_and_has_an_exit_code(leaf: type[ResumefitError]) -> None:
    error = _make(leaf)
    assert error.problem in str(error)
    assert error.remedy in str(error)
    assert error.exit_code not in (ExitCode.OK, ExitCode.UNEXPECTED)


def test_codes_are_unique_and_documented() -> None:
    codes = [leaf.code for leaf in LEAVES]
    assert len(set(codes)) == len(codes)
    documented = (ROOT / "docs" / "cli.md").read_text("utf-8")
    missing = [code for code in codes if f"`{code}`" not in documented]
    assert missing == []


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("OK", 0),
        ("UNEXPECTED", 1),
        ("USAGE", 2),
        ("UNREADABLE", 3),
        ("NO_TEXT", 4),
        ("RESOURCE", 5),
        ("SOME_FAILED", 6),
        ("INTERRUPTED", 130),
    ],
)
def test_exit_codes_never_change(code: str, number: int) -> None:
    assert ExitCode[code] == number
