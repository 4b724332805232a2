"""Old Word files (.doc): converted to DOCX by LibreOffice where that is installed, in a folder of its own.

LibreOffice's command is a script that starts other programs, so that all of them are one process group, which is ended whole.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from resumefit.errors import DamagedFile, OverLimit, UnsupportedFormat
from resumefit.read.limits import Limits


def find_office() -> str | None:
    """Return the path of LibreOffice's command, None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def doc_to_docx(data: bytes, *, name: str, limits: Limits, progress: Callable[[str], None] | None = None) -> bytes:
    """Convert a .doc to a .docx; UnsupportedFormat with the remedy where LibreOffice is missing."""
    office = find_office()
    if office is None:
        raise UnsupportedFormat(
            name,
            "old Word files (.doc) are read through LibreOffice, which is not installed",
            "Save it as .docx or PDF, or install LibreOffice",
        )
    if progress is not None:
        progress(f"{name}: converting with LibreOffice")
    with tempfile.TemporaryDirectory(prefix="resumefit-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "resume.doc")
        source.write_bytes(data)
        # A profile of its own: no macros or settings of the user's, and no clash with a running LibreOffice.
        command = [
            office,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        if not _run(command, seconds=limits.office_seconds):
            raise OverLimit(name, "LibreOffice took too long to convert it", "Save it as .docx or PDF")
        result = Path(folder, "resume.docx")
        if not result.exists():
            raise DamagedFile(name, "LibreOffice could not convert it", "Save it as .docx or PDF")
        return result.read_bytes()


def _run(command: list[str], *, seconds: float) -> bool:
    """Run a command to its end, True, or for so many seconds, False; whatever it started has ended either way."""
    own_group = None if sys.platform == "win32" else 0
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, process_group=own_group)
    try:
        process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:  # also when this process is asked to end
        if own_group is None:
            process.kill()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.wait()
