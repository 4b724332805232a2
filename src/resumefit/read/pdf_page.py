"""One page of a PDF while it is being read, and how it is turned so that most of its text is upright."""

from __future__ import annotations

from dataclasses import dataclass

from resumefit.core.document import Caution, Concealed
from resumefit.read.drafts import Draft


@dataclass(frozen=True, slots=True)
class Page:
    """What one page gave. `is_picture`: it shows more words than it has text, so they must be recognised to be read."""

    number: int
    drafts: list[Draft]
    concealed: list[Concealed]
    cautions: list[Caution]
    is_picture: bool = False

    def has(self, *codes: str) -> bool:
        """Tell whether one of the cautions has one of these codes."""
        return any(caution.code in codes for caution in self.cautions)
