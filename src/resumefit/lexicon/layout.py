"""Where the lexicon's files stand in their folder. Apart from their reading, which costs the import of YAML and pydantic."""

from __future__ import annotations

from pathlib import Path

from resumefit.errors import LexiconError

FILE_NAMES = ("lexicon.yaml", "competencies.yaml", "roles.yaml", "cues.yaml", "headings.yaml")


def lexicon_files(directory: Path) -> tuple[str, ...]:
    """Return the lexicon's files under `directory`, relative to it and sorted; LexiconError when there are none.

    Advice is not among them: it has no part in matching, and is read by `load_advice`.
    """
    named = [name for name in FILE_NAMES if (directory / name).is_file()]
    skills = sorted(path.relative_to(directory).as_posix() for path in (directory / "skills").glob("**/*.yaml"))
    if not named and not skills:
        raise LexiconError(str(directory), 0, "there is no lexicon in this folder", "See docs/lexicon.md for its files")
    return (*named, *skills)
