"""Every error a user can meet, and the exit code it ends with.

One tree: catch `ResumefitError` for all of them. Each leaf says which file, what is wrong and what to do. Arguments go
to `super().__init__` unchanged, because an exception that cannot be rebuilt from its `args` breaks the worker pool
when it is unpickled. Exit codes are a promise (docs/cli.md): add, never renumber.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    UNREADABLE = 3
    NO_TEXT = 4
    RESOURCE = 5
    SOME_FAILED = 6
    INTERRUPTED = 130


class ResumefitError(Exception):
    """Root of the tree. `code` is a stable slug for programs; `problem` and `remedy` are for people."""

    exit_code: ExitCode = ExitCode.UNEXPECTED
    code: str = "unexpected"
    problem: str
    remedy: str


class UsageError(ResumefitError):
    """The command was called in a way that cannot work."""

    exit_code = ExitCode.USAGE
    code = "usage"

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem, self.remedy = problem, remedy

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}"


class MissingExtra(ResumefitError):
    """An optional part of resumefit is not installed."""

    exit_code = ExitCode.USAGE
    code = "missing-extra"

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.problem = f"{purpose} needs the optional part '{extra}', which is not installed"
        self.remedy = f"Run: pip install 'resumefit[{extra}]'"

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}"


class FileError(ResumefitError):
    """One file cannot be turned into text. `name` is as the user gave it."""

    exit_code = ExitCode.UNREADABLE
    code = "unreadable"

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(name, problem, remedy)
        self.name, self.problem, self.remedy = name, problem, remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}. {self.remedy}"


class MissingFile(FileError):
    """There is no such file, or it may not be opened."""

    code = "missing"


class UnsupportedFormat(FileError):
    """The bytes are of a kind that resumefit does not read."""

    code = "unsupported"


class DamagedFile(FileError):
    """The bytes claim a format that they break."""

    code = "damaged"


class EncryptedFile(FileError):
    """The file is locked with a password."""

    code = "encrypted"


class OverLimit(FileError):
    """The file is larger, deeper or slower than the limits in `read.limits` allow."""

    code = "over-limit"


class ReaderCrashed(FileError):
    """A native library died or hung on this file, in a process of its own."""

    code = "crashed"


class NoText(FileError):
    """The file opens but holds no words: empty, or pictures of words."""

    exit_code = ExitCode.NO_TEXT
    code = "no-text"


class NeedsOcr(NoText):
    """The words are pictures; optical character recognition could read them."""

    code = "needs-ocr"


class LexiconError(ResumefitError):
    """A lexicon file breaks a rule. Says where, what, and what to do."""

    exit_code = ExitCode.RESOURCE
    code = "lexicon"

    def __init__(self, path: str, line: int, problem: str, remedy: str) -> None:
        super().__init__(path, line, problem, remedy)
        self.path, self.line, self.problem, self.remedy = path, line, problem, remedy

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}. {self.remedy}"


class ModelError(ResumefitError):
    """A model folder is incomplete, changed since it was made, or made for another version."""

    exit_code = ExitCode.RESOURCE
    code = "model"

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        super().__init__(path, problem, remedy)
        self.path, self.problem, self.remedy = path, problem, remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}. {self.remedy}"


class ResourceMissing(ResumefitError):
    """A data folder (`models`, `skill_lexicon`) was found nowhere."""

    exit_code = ExitCode.RESOURCE
    code = "resource-missing"

    def __init__(self, name: str, looked_in: tuple[str, ...]) -> None:
        super().__init__(name, looked_in)
        self.name, self.looked_in = name, looked_in
        self.problem = f"the folder '{name}' was not found in {', '.join(looked_in)}"
        self.remedy = "Reinstall resumefit, or set RESUMEFIT_DATA to the folder that holds it"

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}"
