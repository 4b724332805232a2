"""What must be instant stays light."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        pytest.param(
            "import resumefit", ("spacy", "sklearn", "pdfplumber", "typer", "pydantic", "numpy"), id="import resumefit"
        ),
        pytest.param(
            "import sys; sys.argv = ['resumefit', '--help']\n"
            "try:\n    import resumefit.cli.app as app; app.main()\nexcept SystemExit: pass",
            ("spacy", "sklearn", "pdfplumber", "docx", "numpy", "pydantic"),
            id="resumefit --help",
        ),
        pytest.param(
            "import resumefit.pipeline, resumefit.match", ("sklearn", "skops", "pdfplumber"), id="the whole engine"
        ),
    ],
)
def test_heavy_libraries_are_not_imported(code: str, heavy: tuple[str, ...]) -> None:
    check = f"{code}\nimport sys\nsys.stderr.write('LOADED ' + ' '.join(n for n in {heavy!r} if n in sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stderr.rsplit("LOADED", 1)[1].split() == []
