"""What a batch keeps of each file: a result, or the reason why there is none. Never a lost file.

Values only; they cross processes, so everything in here pickles and stays small (the report travels as compressed JSON).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleScore:
    """One role's line in a ranking."""

    role: str
    score: float
    low: float
    high: float
    level: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """A resume that was read and scored.

    `state` is ok or doubtful. `report` is the JSON report, UTF-8, zlib-compressed. `evidence` and `gaps` are the strongest
    few, in words. `fingerprint` is the text's MinHash; `contact_hash` a hash of its e-mail or phone, None without one: both find
    other versions of the same resume. A store keeps the latter keyed, as it could be guessed. `name` is None when none was found.
    `latest` is the latest month that a position names (YYYY-MM, "" when none does): the newest version of a resume has the latest
    one. `page` is the HTML report, compressed as `report` is, where one was asked for. What comes from a store has neither of
    the two.
    """

    sha256: str
    state: str
    roles: tuple[RoleScore, ...]
    years_product: float
    evidence: tuple[str, ...]
    gaps: tuple[str, ...]
    cautions: tuple[str, ...]
    report: bytes
    fingerprint: tuple[int, ...]
    contact_hash: str | None
    name: str | None
    latest: str = ""
    page: bytes | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that gave no result: `code` is an error's slug (docs/cli.md), `sha256` None when not even bytes were had."""

    sha256: str | None
    code: str
    message: str
    remedy: str
