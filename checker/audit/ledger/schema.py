"""The ledger's tables.  ``VERSION`` is raised with every change to them; a ledger of another version is refused."""

from __future__ import annotations

VERSION = 3
APPLICATION_ID = 0x43484B41
"""Says in the header of the file that it is a ledger of this program ("CHKA")."""

TABLES = """
CREATE TABLE signatures (
    digest TEXT PRIMARY KEY,
    value  TEXT NOT NULL                 -- JSON: version, model, model_sha256, settings
) WITHOUT ROWID;

CREATE TABLE runs (
    run       INTEGER PRIMARY KEY,
    request   TEXT NOT NULL,             -- JSON: what was asked for
    signature TEXT NOT NULL REFERENCES signatures,
    state     TEXT NOT NULL,             -- running, stopped, finished
    started   TEXT NOT NULL,             -- UTC, ISO 8601
    ended     TEXT
);

CREATE TABLE items (                     -- the plan of each run, and where each document of it stands
    run      INTEGER NOT NULL REFERENCES runs,
    number   INTEGER NOT NULL,           -- order of the plan and of reports, from 0
    name     TEXT NOT NULL,              -- the manifest's id, else the path
    target   TEXT NOT NULL,
    source   TEXT,                       -- the original or the archive, as planned
    item     TEXT NOT NULL,              -- JSON of the whole item, names of files exactly
    state    TEXT NOT NULL,              -- pending, done, failed
    "check"  TEXT,                       -- key of the check, when done
    reason   TEXT,                       -- why it could not be checked this time
    PRIMARY KEY (run, number)
) WITHOUT ROWID;
CREATE UNIQUE INDEX items_once ON items (run, item);
CREATE INDEX items_to_do ON items (run, coalesce(source, ''), number) WHERE state = 'pending';

CREATE TABLE originals (
    digest TEXT PRIMARY KEY,
    record BLOB NOT NULL                 -- compressed JSON: language and sentences
);

CREATE TABLE checks (                    -- one row a content, original and signature, whatever runs it is part of
    key              TEXT PRIMARY KEY,
    run              INTEGER NOT NULL REFERENCES runs,   -- the run that made it
    signature        TEXT NOT NULL REFERENCES signatures,
    kind             TEXT NOT NULL,      -- scan, compare, bitext, archive
    status           TEXT NOT NULL,      -- checked, partly_checked, failed
    error            TEXT,
    target_digest    TEXT NOT NULL,
    source_digest    TEXT,
    source_language  TEXT,
    target_language  TEXT,
    source_sentences INTEGER NOT NULL,
    sentences        INTEGER NOT NULL,   -- or pairs
    supported        INTEGER NOT NULL,
    partly_supported INTEGER NOT NULL,
    unsupported      INTEGER NOT NULL,
    undetermined     INTEGER NOT NULL,
    support          REAL,               -- share of the determined sentences, 0 to 1
    priority         REAL NOT NULL,      -- highest of its findings
    original         TEXT REFERENCES originals,
    original_path    TEXT,               -- where it was: of an archive, the original that was found there
    record           BLOB NOT NULL       -- compressed JSON: the whole result without its original
);

CREATE TABLE findings (
    "check"     TEXT NOT NULL REFERENCES checks,
    number      INTEGER NOT NULL,        -- from 0, in the order of the document
    code        TEXT NOT NULL,
    severity    TEXT NOT NULL,
    probability REAL,                    -- null where it was not measured
    priority    REAL NOT NULL,           -- 0 to 1, highest first: what to look at
    fingerprint TEXT NOT NULL,
    language    TEXT,
    line        INTEGER,
    text        TEXT NOT NULL,
    message     TEXT NOT NULL,
    original    TEXT,                    -- which of several originals it is about
    PRIMARY KEY ("check", number)
) WITHOUT ROWID;

CREATE VIEW documents AS                 -- for analysts: every document of every run with its figures
SELECT items.run, items.number, items.name, items.target,
       iif(checks.kind = 'archive', checks.original_path, items.source) AS source, items.state, items.reason,
       checks.status, checks.error, checks.source_language, checks.target_language, checks.source_sentences,
       checks.sentences, checks.supported, checks.partly_supported, checks.unsupported, checks.undetermined,
       checks.support, checks.priority, checks.run AS checked_in, items."check"
FROM items LEFT JOIN checks ON checks.key = items."check";

CREATE VIEW found AS                     -- for analysts: every finding of every run, with its document
SELECT items.run, items.number AS document, items.name, items.target,
       coalesce(findings.original, iif(checks.kind = 'archive', checks.original_path, items.source)) AS source,
       findings.code, findings.severity,
       findings.probability, findings.priority, findings.fingerprint, findings.language, findings.line, findings.text,
       findings.message, findings."check", findings.number
FROM items JOIN checks ON checks.key = items."check" JOIN findings ON findings."check" = items."check";
"""
