"""Puts `models/` and `skill_lexicon/` into the wheel as `resumefit/_data/`, and refuses to build a broken one.

A static force-include table would leave stale copies in editable installs and build happily with an empty folder, so
this hook lists the files itself, checks every model against the sha256 in its meta.json, and does nothing at all for
an editable install, which reads the checkout.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("models", "skill_lexicon")


class DataFolders(BuildHookInterface):
    """Adds the data folders to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add each data file to the wheel's own list; RuntimeError when one is missing or changed."""
        if version == "editable":
            return
        root = Path(self.root)
        check_models(root / "models")
        for folder in FOLDERS:
            files = data_files(root / folder)
            if not files:
                raise RuntimeError(f"{folder}/ is missing or empty: a wheel without it would not work")
            for file in files:
                build_data["force_include"][str(file)] = f"resumefit/_data/{file.relative_to(root).as_posix()}"


def data_files(folder: Path) -> list[Path]:
    """List the files under `folder`, sorted, without caches and hidden files."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)
    )


def check_models(folder: Path) -> None:
    """Raise RuntimeError unless each model folder's files are those that its meta.json names, by sha256."""
    metas = sorted(folder.glob("*/meta.json"))
    if not metas:
        raise RuntimeError(f"no model under {folder}: run `resumefit train` first")
    for meta in metas:
        for name, sha256 in json.loads(meta.read_text("utf-8"))["sha256"].items():
            file = meta.parent / name
            if not file.is_file():
                raise RuntimeError(f"{file} is named in {meta} but is not there")
            found = hashlib.sha256(file.read_bytes()).hexdigest()
            if found != sha256:
                raise RuntimeError(f"{file} has sha256 {found}, but {meta} says {sha256}")
