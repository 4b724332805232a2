"""resumefit: how ready is this person for a Technical PM or an AI PM role? With quoted evidence, offline.

    import resumefit
    report = resumefit.analyze("cv.pdf")
    report.role("ai-pm").score

Importing this package is cheap; the engine is loaded by the first call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resumefit.version import __version__

if TYPE_CHECKING:
    from resumefit.pipeline import analyze

__all__ = ["__version__", "analyze"]


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for (PEP 562), so that `import resumefit` stays instant."""
    if name == "analyze":
        from resumefit.pipeline import analyze

        return analyze
    raise AttributeError(f"module 'resumefit' has no attribute {name!r}")
