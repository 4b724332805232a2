"""Turns an outcome into a row of the store's table `result`, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from resumefit.core.scanned import Failed, RoleScore, Scanned

COLUMNS = (
    "key", "sha256", "state", "code", "message", "remedy", "years_product", "evidence", "gaps", "cautions", "fingerprint",
    "contact_hash", "latest",
)

_STATE_OF_CODE = {"needs-ocr": "needs-ocr", "no-text": "needs-ocr", "encrypted": "refused", "over-limit": "refused"}


def result_row(key: str, outcome: Scanned | Failed) -> tuple[object, ...]:
    """Return the values of COLUMNS."""
    if isinstance(outcome, Failed):
        state = _STATE_OF_CODE.get(outcome.code, "failed")
        return (key, outcome.sha256, state, outcome.code, outcome.message, outcome.remedy, *[None] * 7)
    lists = [
        json.dumps(list(values), ensure_ascii=False) for values in (outcome.evidence, outcome.gaps, outcome.cautions)
    ]
    fingerprint = json.dumps(list(outcome.fingerprint))
    return (
        key, outcome.sha256, outcome.state, None, None, None, outcome.years_product, *lists, fingerprint,
        outcome.contact_hash, outcome.latest,
    )


def outcome_of(row: Sequence[object], roles: tuple[RoleScore, ...]) -> Scanned | Failed:
    """Return the outcome of a row of COLUMNS, with its scores by role; without the reports, which have a table of their own."""
    _key, sha256, state, code, message, remedy, years, evidence, gaps, cautions, fingerprint, contact, latest = row
    if code is not None:
        return Failed(None if sha256 is None else str(sha256), str(code), str(message), str(remedy))
    return Scanned(
        sha256=str(sha256), state=str(state), roles=roles, years_product=float(str(years)),
        evidence=tuple(json.loads(str(evidence))), gaps=tuple(json.loads(str(gaps))), cautions=tuple(json.loads(str(cautions))),
        report=b"", fingerprint=tuple(json.loads(str(fingerprint))),
        contact_hash=None if contact is None else str(contact), name=None, latest=str(latest or ""),
    )
