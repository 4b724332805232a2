"""Turns what a recruiter names (folders, files, patterns, ZIP archives) into a stream of files, in a stable order.

Nothing is read here but directory listings and archive indexes, so that a list of a million files costs little memory:
folders are walked as they come, sorted within each folder.
"""

from __future__ import annotations

import glob
import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resumefit.errors import DamagedFile, FileError, MissingFile, OverLimit
from resumefit.read import DEFAULT_LIMITS

# What stands beside resumes in real folders and is none.
_SKIPPED_NAMES = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_ARCHIVE_SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a batch: `path` on disk, and `member` when it lies in the ZIP archive at `path`."""

    path: str
    member: str | None = None

    @property
    def shown(self) -> str:
        """How the user may call it."""
        return f"{self.path}!{self.member}" if self.member else self.path

    @property
    def name(self) -> str:
        """The file's own name."""
        return (self.member or self.path).replace("\\", "/").rsplit("/", 1)[-1]


def find_sources(named: Sequence[str]) -> Iterator[Source]:
    """Yield the files that these names stand for, each once, in the order named; MissingFile for a name that stands for none."""
    seen: set[Source] = set()
    for name in named:
        for source in _of_one(name):
            if source not in seen:
                seen.add(source)
                yield source


def read_source(source: Source) -> bytes:
    """Return the file's bytes; FileError when it cannot be had or is over the limit."""
    limit = DEFAULT_LIMITS.file_bytes
    try:
        if source.member is None:
            if Path(source.path).stat().st_size > limit:
                raise _too_large(source)
            return Path(source.path).read_bytes()
        with zipfile.ZipFile(source.path) as archive, archive.open(source.member) as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise MissingFile(source.shown, "there is no such file any more", "Run the scan again") from error
    except (OSError, KeyError) as error:
        raise MissingFile(source.shown, f"the file cannot be opened ({error})", "Check its permissions") from error
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise DamagedFile(
            source.shown, f"the archive cannot be unpacked ({error})", "Make the archive again"
        ) from error
    if len(data) > limit:
        raise _too_large(source)
    return data


def _too_large(source: Source) -> FileError:
    megabytes = DEFAULT_LIMITS.file_bytes // 2**20
    return OverLimit(
        source.shown, f"the file is larger than {megabytes} MB", "Export the resume again without large images"
    )


def _of_one(name: str) -> Iterator[Source]:
    path = Path(name)
    if path.is_dir():
        yield from _of_folder(path)
    elif path.is_file():
        yield from _of_file(path)
    elif glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
        if not matches:
            raise MissingFile(name, "the pattern matches no file", "Check the pattern, and quote it")
        for match in matches:
            yield from _of_folder(Path(match)) if Path(match).is_dir() else _of_file(Path(match))
    else:
        raise MissingFile(name, "there is no such file or folder", "Check the spelling")


def _of_folder(folder: Path) -> Iterator[Source]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name in _SKIPPED_NAMES:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _of_folder(Path(entry.path))
        elif entry.is_file():
            yield from _of_file(Path(entry.path))


def _of_file(path: Path) -> Iterator[Source]:
    if path.suffix.lower() != _ARCHIVE_SUFFIX:
        yield Source(str(path))
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(info.filename for info in archive.infolist() if not info.is_dir())
    except (zipfile.BadZipFile, OSError):
        yield Source(str(path))  # reading it will say what is wrong, in a row of its own
        return
    for member in members:
        parts = member.replace("\\", "/").split("/")
        if not any(part.startswith(".") or part in _SKIPPED_NAMES for part in parts):
            yield Source(str(path), member)
