"""Keeps what tells who somebody is from other users of the machine: files that only their owner may read, and a folder's secret."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

KEY_NAME = "resumefit.key"
_SECRET_BYTES = 32
_OWNER_ONLY = 0o600


def touch_private(path: Path) -> None:
    """Make an empty file that only its owner may read; leave one that is there as it is."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))


def open_private(path: Path) -> int:
    """Open a file for writing from its start, so that only its owner may read it, also where it was there with wider rights."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY)
    path.chmod(_OWNER_ONLY)
    return descriptor


def secret_of(folder: Path) -> tuple[bytes, bool]:
    """Return the secret with which a folder's contacts are hashed, and whether it was made just now.

    A hash of an e-mail address alone is undone by trying addresses. Whoever has the store but not this file cannot try.
    """
    path = folder / KEY_NAME
    if path.is_file():
        with contextlib.suppress(ValueError):
            secret = bytes.fromhex(path.read_text("ascii"))
            if len(secret) == _SECRET_BYTES:
                return secret, False
    secret, new = secrets.token_bytes(_SECRET_BYTES), path.with_name(f".{KEY_NAME}")
    with os.fdopen(open_private(new), "w", encoding="ascii") as file:
        file.write(secret.hex() + "\n")
    new.replace(path)
    return secret, True
