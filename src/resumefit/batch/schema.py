"""The tables and views of a results file, and how an older one becomes the present one. docs/store.md explains them to SQL users."""

from __future__ import annotations

SCHEMA_VERSION = 4

_REPORT = """
CREATE TABLE report (
    key TEXT PRIMARY KEY REFERENCES result (key),
    json BLOB NOT NULL,               -- zlib-compressed
    html BLOB                         -- the same, where one was asked for
);
"""
_DECISION = """
CREATE TABLE decision (
    sha256 TEXT PRIMARY KEY,          -- of the file's bytes, as in entry
    decision TEXT NOT NULL, notes TEXT NOT NULL
) WITHOUT ROWID;
"""
_RESULT = """
CREATE TABLE {name} (
    key TEXT PRIMARY KEY,
    sha256 TEXT,
    state TEXT NOT NULL,              -- ok, doubtful, needs-ocr, refused, failed
    code TEXT, message TEXT, remedy TEXT,
    years_product REAL,
    evidence TEXT, gaps TEXT, cautions TEXT,   -- JSON arrays
    fingerprint TEXT,                 -- JSON array: the text's MinHash
    contact_hash TEXT,                -- keyed with resumefit.key
    latest TEXT                       -- the latest month that a position names, YYYY-MM
) WITHOUT ROWID;
"""

SCHEMA = f"""
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
{_RESULT.format(name="result")}
{_REPORT}
CREATE TABLE score (
    key TEXT NOT NULL REFERENCES result (key), role TEXT NOT NULL,
    score REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL, level TEXT NOT NULL,
    PRIMARY KEY (key, role)
) WITHOUT ROWID;
CREATE TABLE entry (
    place INTEGER PRIMARY KEY,        -- order of input, from 1
    candidate TEXT NOT NULL,          -- pseudonym, or the file's name in an open scan
    key TEXT NOT NULL REFERENCES result (key),
    sha256 TEXT NOT NULL DEFAULT '',  -- of the file's bytes; of where it should be, when it cannot be had
    file TEXT,                        -- NULL in a blind scan
    person INTEGER,                   -- place of the newest file that looks like the same person's; NULL until the scan ends
    why_linked TEXT
);
CREATE INDEX entry_key ON entry (key);
{_DECISION}
"""

VIEWS = """
CREATE VIEW ranking AS
    SELECT e.place, e.candidate, r.state, s.role, s.score, s.low, s.high, s.level, r.years_product, r.evidence, r.gaps,
        e.person, d.decision, d.notes
    FROM entry e JOIN result r USING (key) JOIN score s USING (key) LEFT JOIN decision d ON d.sha256 = e.sha256
    ORDER BY s.role, s.score DESC, e.place;
CREATE VIEW failure AS
    SELECT e.place, e.candidate, e.file, r.state, r.code, r.message, r.remedy
    FROM entry e JOIN result r USING (key) WHERE r.state IN ('needs-ocr', 'refused', 'failed')
    ORDER BY e.place;
"""

# From each older schema to the next one. `keyed` hashes a contact's hash with the folder's secret.
MIGRATIONS = {
    1: "ALTER TABLE result ADD COLUMN latest TEXT; ALTER TABLE result ADD COLUMN page BLOB;",
    2: "CREATE INDEX result_state ON result (key, state);",
    3: f"""
DROP VIEW IF EXISTS ranking; DROP VIEW IF EXISTS failure; DROP INDEX result_state;
{_RESULT.format(name="new_result")}
INSERT INTO new_result SELECT key, sha256, state, code, message, remedy, years_product, evidence, gaps, cautions, fingerprint,
    keyed(contact_hash), latest FROM result;
{_REPORT}
INSERT INTO report SELECT key, report, page FROM result WHERE report IS NOT NULL;
DROP TABLE result;
ALTER TABLE new_result RENAME TO result;
ALTER TABLE entry ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE entry ADD COLUMN file TEXT;
ALTER TABLE entry ADD COLUMN person INTEGER;
ALTER TABLE entry ADD COLUMN why_linked TEXT;
UPDATE entry SET sha256 = coalesce((SELECT sha256 FROM result WHERE result.key = entry.key), '');
{_DECISION}
{VIEWS}
""",  # noqa: S608  # our own pieces
}
