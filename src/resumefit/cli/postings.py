"""Job postings as the user names them: files, folders of files, or standard input."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.cli.streams import read_input, warn
from resumefit.errors import FileError, UsageError

if TYPE_CHECKING:
    from resumefit.pipeline import Engine
    from resumefit.score import Posting


def load_postings(named: Sequence[Path], *, engine: Engine) -> tuple[Posting, ...]:
    """Read every posting that `--job` names. What a folder holds and cannot be read is left out, with a word on stderr."""
    from resumefit.pipeline import read_posting

    folders = tuple(path for path in named if path.is_dir())
    postings = []
    for file in posting_files(named):
        try:
            data, name = read_input(file)
            postings.append(read_posting(data, name=name, engine=engine, isolated=True))
        except FileError as error:
            if file.parent not in folders:
                raise
            warn(f"resumefit: left out: {error}")
    if named and not postings:
        raise UsageError("none of the postings can be read", "Name a file that holds a posting")
    return tuple(postings)


def posting_files(named: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that `--job` names, in order; a folder stands for the files in it, by name, hidden ones left out."""
    found: list[Path] = []
    for path in named:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(entry for entry in path.iterdir() if entry.is_file() and not entry.name.startswith("."))
        if not inside:
            raise UsageError(f"there is no posting in {path}", "Name a file, or a folder with files in it")
        found += inside
    if found.count(Path("-")) > 1:
        raise UsageError("standard input can hold one posting only", "Name the others as files")
    return tuple(found)
