"""Old Word files (.doc): converted to DOCX by LibreOffice where that is installed, in a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from resumefit.errors import DamagedFile, OverLimit, UnsupportedFormat
from resumefit.read.limits import Limits


def find_office() -> str | None:
    """Return the path of LibreOffice's command, None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def doc_to_docx(data: bytes, *, name: str, limits: Limits) -> bytes:
    """Convert a .doc to a .docx; UnsupportedFormat with the remedy where LibreOffice is missing."""
    office = find_office()
    if office is None:
        raise UnsupportedFormat(
            name,
            "old Word files (.doc) are read through LibreOffice, which is not installed",
            "Save it as .docx or PDF, or install LibreOffice",
        )
    with tempfile.TemporaryDirectory(prefix="resumefit-") as folder:
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
        try:
            subprocess.run(command, capture_output=True, timeout=max(60.0, limits.seconds * 2), check=False)
        except subprocess.TimeoutExpired as error:
            raise OverLimit(name, "LibreOffice took too long to convert it", "Save it as .docx or PDF") from error
        result = Path(folder, "resume.docx")
        if not result.exists():
            raise DamagedFile(name, "LibreOffice could not convert it", "Save it as .docx or PDF")
        return result.read_bytes()
