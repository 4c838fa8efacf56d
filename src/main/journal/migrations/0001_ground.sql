-- People, entries, and what was done to them.
--
-- Every table that a user's record lives in has an `id` (UUIDv7, unique across journals) that leaves the journal,
-- and an integer key that never does: `n` for people, `k` for entries. The full-text indices and the joins use the
-- integers. Moments are milliseconds since 1970; days are inside `k`.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL            -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE circle (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,     -- innermost first
  size INTEGER,
  floor_days INTEGER,
  ceiling_days INTEGER,
  CHECK ((floor_days IS NULL) = (ceiling_days IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO circle (id, name, position, size, floor_days, ceiling_days) VALUES
  ('inner',   'Inner circle', 1,   5,    3,  14),
  ('close',   'Close',        2,  15,   10,  35),
  ('friends', 'Friends',      3,  50,   30, 100),
  ('wider',   'Wider circle', 4, 150,   90, 365),
  ('noticed', 'Noticed',      5, NULL, NULL, NULL);

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  format TEXT NOT NULL,
  source_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'unfinished', 'takenBack')),
  started_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a number is never used again, so that a stale index token can never come to mean somebody else.
CREATE TABLE person (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  preferred_name TEXT NOT NULL,
  circle_id TEXT REFERENCES circle (id),
  notes TEXT NOT NULL,
  batch_id TEXT REFERENCES import_batch (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_by_circle ON person (circle_id);
CREATE INDEX person_by_batch ON person (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE nickname (
  person_n INTEGER NOT NULL REFERENCES person (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (person_n, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_way (
  person_n INTEGER NOT NULL REFERENCES person (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (person_n, position)
) STRICT, WITHOUT ROWID;

-- What an import knew of a person and that has no column of its own.
CREATE TABLE person_detail (
  person_n INTEGER NOT NULL REFERENCES person (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (person_n, position)
) STRICT, WITHOUT ROWID;

-- `k` is the place of an entry in time: (day number << 12) | place in the day, so that the order of the table, of every
-- index on it and of the full-text indices is the order of time, even for imported history. See entries/entryKey.ts.
CREATE TABLE entry (
  k INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  time TEXT,
  channel TEXT NOT NULL,
  begun_by TEXT,                 -- 'me', a person's id, or nobody said
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  origin TEXT UNIQUE,            -- what it was in an import's source, so that importing again adds nothing
  batch_id TEXT REFERENCES import_batch (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_by_batch ON entry (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE entry_person (
  person_n INTEGER NOT NULL REFERENCES person (n) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('with', 'mentioned')),
  k INTEGER NOT NULL REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (person_n, role, k)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_person_by_entry ON entry_person (k);

CREATE TABLE tag (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  folded TEXT NOT NULL UNIQUE,   -- as compared: lower case, no diacritics
  name TEXT NOT NULL             -- as first written
) STRICT;

CREATE TABLE entry_tag (
  tag_n INTEGER NOT NULL REFERENCES tag (n) ON DELETE CASCADE,
  k INTEGER NOT NULL REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (tag_n, k)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tag_by_entry ON entry_tag (k);

CREATE TABLE draft (
  slot TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was deleted, whole, so that the living tables hold only what lives.
CREATE TABLE trash (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'entry')),
  content TEXT NOT NULL,         -- JSON; see trash/
  deleted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX trash_by_time ON trash (deleted_at);
