"""Turns what a recruiter names (folders, files, patterns, ZIP archives, URLs) into a stream of files, in a stable order.

Nothing is read here but directory listings and archive indexes, so that a list of a million files costs little memory:
folders are walked as they come, sorted within each folder. URLs (`s3://bucket/folder`) go through fsspec. Members of archives
are read by name into memory, never unpacked to disk; a member whose name tries to leave the archive is refused in its own row.
"""

from __future__ import annotations

import glob
import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from resumefit.batch.store import FILE_NAME
from resumefit.errors import DamagedFile, EncryptedFile, FileError, MissingExtra, MissingFile, OverLimit, UsageError
from resumefit.read import DEFAULT_LIMITS

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

# What stands beside resumes in real folders and is none.
_SKIPPED_NAMES = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_ARCHIVE_SUFFIX = ".zip"
# An archive of resumes may hold more files than a DOCX may hold parts; its index is in memory all the same.
_ARCHIVE_MEMBERS = 200_000
# Storage only: nothing here fetches web pages.
URL_SCHEMES = ("s3", "gs", "gcs", "az", "abfs", "memory", "file")
_DRIVERS = {"s3": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs", "abfs": "adlfs"}


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a batch: `path` on disk or a URL, and `member` when it lies in the ZIP archive at `path`.

    `data` carries the bytes of what only this process can read (`memory://`) to the workers; see `portable`.
    """

    path: str
    member: str | None = None
    data: bytes | None = None

    @property
    def shown(self) -> str:
        """How the user may call it; what does not print is escaped."""
        return _escaped(f"{self.path}!{self.member}" if self.member else self.path)

    @property
    def name(self) -> str:
        """The file's own name."""
        return _escaped((self.member or self.path).replace("\\", "/").rsplit("/", 1)[-1])


def find_sources(named: Sequence[str], *, output: Path | None = None) -> Iterator[Source]:
    """Yield the files that these names stand for, each once, in the order named; MissingFile for a name that stands for none.

    What a scan left behind is no resume: `output`, and every folder that holds a results file, are passed over below what is
    named. UsageError when such a folder is itself what is named.
    """
    own = output.resolve() if output is not None else None
    # One folder gives no file twice, and a million names are not kept for nothing.
    several = len(named) > 1 or any(glob.has_magic(name) for name in named)
    seen: set[Source] = set()
    for name in named:
        found = 0
        for source in _of_one(name, own):
            found += 1
            if several:
                if source in seen:
                    continue
                seen.add(source)
            yield source
        if not found:
            raise MissingFile(name, "there are no files here to read", "Put resumes there, or name another folder")


def read_source(source: Source) -> bytes:
    """Return the file's bytes; FileError when it cannot be had or is over the limit."""
    if source.data is not None:
        return source.data
    if source.member is not None and _leaves_archive(source.member):
        raise DamagedFile(
            source.shown,
            "its name in the archive points outside the archive",
            "Make the archive again from a plain folder",
        )
    try:
        data = _read_at_most(source, DEFAULT_LIMITS.file_bytes + 1)
    except FileNotFoundError as error:
        raise MissingFile(source.shown, "there is no such file any more", "Run the scan again") from error
    except (OSError, KeyError) as error:
        raise MissingFile(source.shown, f"the file cannot be opened ({error})", "Check its permissions") from error
    except (UsageError, MissingExtra) as error:  # this machine lacks what reads such URLs
        raise MissingFile(source.shown, error.problem, error.remedy) from error
    except RuntimeError as error:  # how zipfile says that a member has a password
        raise EncryptedFile(source.shown, f"it cannot be unpacked ({error})", "Archive without a password") from error
    except Exception as error:  # zipfile raises BadZipFile, zlib.error, EOFError, ... on broken members
        raise DamagedFile(source.shown, f"it cannot be unpacked ({error})", "Make the archive again") from error
    if len(data) > DEFAULT_LIMITS.file_bytes:
        raise _too_large(source)
    return data


def portable(source: Source) -> Source:
    """Return the source such that another process can read it: what lives in this process's memory carries its bytes along."""
    if not source.path.startswith("memory://"):
        return source
    try:
        return replace(source, data=read_source(source))
    except FileError:
        return source  # the worker will say the same


def _read_at_most(source: Source, size: int) -> bytes:
    with _opened(source.path) as file:
        if source.member is None:
            return file.read(size)
        with zipfile.ZipFile(file) as archive, archive.open(source.member) as member:
            return member.read(size)


def _opened(path: str) -> AbstractContextManager[IO[bytes]]:
    if not _is_url(path):
        return Path(path).open("rb")
    system, inner = _file_system(path)
    opened: AbstractContextManager[IO[bytes]] = system.open(inner, "rb")
    return opened


def _is_url(name: str) -> bool:
    return "://" in name and not Path(name).exists()


def _file_system(url: str) -> tuple[AbstractFileSystem, str]:
    """Return fsspec's file system for a URL, and the path in it."""
    scheme = url.split("://", 1)[0]
    if scheme not in URL_SCHEMES or "::" in url:
        raise UsageError(f"URLs like {url} are not read", f"Use one of: {', '.join(f'{s}://' for s in URL_SCHEMES)}")
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra("cluster", "Reading from URLs") from error
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        driver = _DRIVERS.get(scheme, scheme)
        raise UsageError(f"{scheme}:// needs the package {driver}", f"Run: pip install {driver}") from error
    return system, str(path)


def _leaves_archive(member: str) -> bool:
    plain = member.replace("\\", "/")
    return plain.startswith("/") or plain[1:2] == ":" or ".." in plain.split("/")


def _escaped(name: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in name)


def _too_large(source: Source) -> FileError:
    megabytes = DEFAULT_LIMITS.file_bytes // 2**20
    return OverLimit(
        source.shown, f"the file is larger than {megabytes} MB", "Export the resume again without large images"
    )


def _of_one(name: str, own: Path | None) -> Iterator[Source]:
    if _is_url(name):
        yield from _of_url(name)
        return
    path = Path(name)
    if path.is_dir():
        _refuse_results(path, own)
        yield from _of_folder(path, own)
    elif path.is_file():
        yield from _of_file(path)
    elif glob.has_magic(name):
        yield from _of_pattern(name, own)
    else:
        raise MissingFile(name, "there is no such file or folder", "Check the spelling")


def _of_pattern(pattern: str, own: Path | None) -> Iterator[Source]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
    if not matches:
        raise MissingFile(pattern, "the pattern matches no file", "Check the pattern, and quote it")
    parts = Path(pattern).parts
    depth = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    _refuse_results(Path(*parts[:depth]), own)
    for match in map(Path, matches):
        # Only folders that the pattern itself opened: a folder of results may well have the resumes' folder in it.
        opened = [Path(*match.parts[:upto]) for upto in range(depth + 1, len(match.parts))]
        if any(_holds_results(folder, own) for folder in opened) or match.name.startswith("~$") or match.name in _SKIPPED_NAMES:
            continue
        if match.is_file():
            yield from _of_file(match)
        elif match.is_dir() and not _holds_results(match, own):
            yield from _of_folder(match, own)


def _of_folder(folder: Path, own: Path | None) -> Iterator[Source]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name in _SKIPPED_NAMES:
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _holds_results(Path(entry.path), own):
                yield from _of_folder(Path(entry.path), own)
        elif entry.is_file():
            yield from _of_file(Path(entry.path))


def _holds_results(folder: Path, own: Path | None) -> bool:
    return (folder / FILE_NAME).exists() or (own is not None and folder.resolve() == own)


def _refuse_results(folder: Path, own: Path | None) -> None:
    if own is not None and folder.resolve() == own:
        raise UsageError(f"{folder} cannot hold both resumes and results", f"Name another --output, for example {folder}-results")
    if (folder / FILE_NAME).exists():
        raise UsageError(f"{folder} holds the results of a scan, not resumes", "Name the folder of the resumes")


def _of_url(url: str) -> Iterator[Source]:
    system, inner = _file_system(url)
    if system.isdir(inner):
        found = sorted(system.find(inner))
    elif system.isfile(inner):
        found = [inner]
    else:
        found = sorted(system.glob(inner)) if glob.has_magic(inner) else []
    if not found:
        raise MissingFile(url, "nothing is stored there", "Check the spelling and your rights")
    for path in _without_results(found):
        below = path[len(inner) :] if path.startswith(inner) else path.rsplit("/", 1)[-1]
        if path == inner or not _is_clutter(below):
            yield from _of_file(str(system.unstrip_protocol(path)))


def _of_file(path: Path | str) -> Iterator[Source]:
    if not str(path).lower().endswith(_ARCHIVE_SUFFIX):
        yield Source(str(path))
        return
    try:
        with _opened(str(path)) as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
    except Exception:  # zipfile raises anything on a broken index
        yield Source(str(path))  # reading it will say what is wrong, in a row of its own
        return
    if len(infos) > _ARCHIVE_MEMBERS:
        raise OverLimit(str(path), f"the archive holds more than {_ARCHIVE_MEMBERS:,} files", "Split it")
    for member in _without_results(sorted({info.filename for info in infos if not info.is_dir()})):
        if _leaves_archive(member) or not _is_clutter(member):
            yield Source(str(path), member)


def _without_results(paths: Sequence[str]) -> list[str]:
    """Leave out, of files named with their folders, those in folders that hold a results file."""
    results = tuple(path.removesuffix(FILE_NAME) for path in paths if path.rsplit("/", 1)[-1] == FILE_NAME)
    return [path for path in paths if not path.startswith(results)] if results else list(paths)


def _is_clutter(path: str) -> bool:
    return any(part.startswith((".", "~$")) or part in _SKIPPED_NAMES for part in path.replace("\\", "/").split("/"))
