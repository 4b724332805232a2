"""Keeps the parsed lexicon as JSON in the user's cache folder, because reading 800 kB of YAML takes a second.

Keyed by the content's hash, so it cannot go stale. Never required: a folder that cannot be written, a damaged file or
two processes at once cost time, not results.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

ENVIRONMENT_VARIABLE = "RESUMEFIT_CACHE"
_KEPT = 8  # parsed lexicons in the folder before the oldest goes


def cache_dir() -> Path:
    """Return the folder for things that can be made again: $RESUMEFIT_CACHE, else the system's usual place."""
    own = os.environ.get(ENVIRONMENT_VARIABLE)
    if own:
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "resumefit" / "cache"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "resumefit"


def read_cached(key: str) -> dict[str, Any] | None:
    """Return what was stored under `key`, or None."""
    try:
        value = json.loads((cache_dir() / f"lexicon-{key}.json").read_bytes())
    except (OSError, ValueError, RuntimeError):
        return None
    return value if isinstance(value, dict) else None


def write_cached(key: str, value: dict[str, Any]) -> None:
    """Store `value` under `key` in one step, so that no other process sees half a file."""
    try:
        folder = cache_dir()
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(value, stream, ensure_ascii=False, separators=(",", ":"))
            Path(temporary).replace(folder / f"lexicon-{key}.json")
        except OSError:
            Path(temporary).unlink(missing_ok=True)
        _forget_oldest(folder)
    except (OSError, RuntimeError):
        return


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("lexicon-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)
