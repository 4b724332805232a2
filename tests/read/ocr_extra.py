"""Whether pages can be recognised on this machine: the extra may be missing, or what OpenCV needs of the system."""

from __future__ import annotations

import pytest


def _starts() -> bool:
    try:
        import rapidocr_onnxruntime  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


needs_ocr = pytest.mark.skipif(not _starts(), reason="needs the extra [ocr]")
