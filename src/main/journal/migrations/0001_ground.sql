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
-- Every index ends in the key of its table: this one is the entries of a channel in the order of time.
CREATE INDEX entry_by_channel ON entry (channel);

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
  name TEXT NOT NULL,            -- as first written
  entry_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tag_by_use ON tag (entry_count);

CREATE TABLE entry_tag (
  tag_n INTEGER NOT NULL REFERENCES tag (n) ON DELETE CASCADE,
  k INTEGER NOT NULL REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (tag_n, k)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tag_by_entry ON entry_tag (k);

-- The entries that name anybody of a circle, so that a circle's entries are read in the order of time like a tag's.
CREATE TABLE entry_circle (
  circle_id TEXT NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
  k INTEGER NOT NULL REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (circle_id, k)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_circle_by_entry ON entry_circle (k);

-- What entries say of a person in sum, so that opening a journal reads a row a person and not every link.
CREATE TABLE person_tally (
  person_n INTEGER PRIMARY KEY REFERENCES person (n) ON DELETE CASCADE,
  entry_count INTEGER NOT NULL,
  last_with_k INTEGER,
  last_mentioned_k INTEGER
) STRICT;

-- `entry_circle`, `person_tally` and `tag.entry_count` follow from the other tables. Triggers keep them, so that they
-- hold whatever writes: a save, an import, a cascade.
CREATE TRIGGER entry_person_added AFTER INSERT ON entry_person BEGIN
  INSERT INTO person_tally (person_n, entry_count, last_with_k, last_mentioned_k)
  VALUES (
    NEW.person_n, 1, iif(NEW.role = 'with', NEW.k, NULL), iif(NEW.role = 'mentioned', NEW.k, NULL)
  )
  ON CONFLICT (person_n) DO UPDATE SET
    entry_count = entry_count + 1,
    last_with_k = iif(NEW.role = 'with', max(ifnull(last_with_k, NEW.k), NEW.k), last_with_k),
    last_mentioned_k = iif(NEW.role = 'mentioned', max(ifnull(last_mentioned_k, NEW.k), NEW.k), last_mentioned_k);
  INSERT OR IGNORE INTO entry_circle (circle_id, k)
  SELECT circle_id, NEW.k FROM person WHERE n = NEW.person_n AND circle_id IS NOT NULL;
END;

CREATE TRIGGER entry_person_removed AFTER DELETE ON entry_person BEGIN
  UPDATE person_tally SET
    entry_count = entry_count - 1,
    last_with_k = (SELECT max(k) FROM entry_person WHERE person_n = OLD.person_n AND role = 'with'),
    last_mentioned_k = (SELECT max(k) FROM entry_person WHERE person_n = OLD.person_n AND role = 'mentioned')
  WHERE person_n = OLD.person_n;
  DELETE FROM entry_circle WHERE k = OLD.k AND NOT EXISTS (
    SELECT 1 FROM entry_person JOIN person ON person.n = entry_person.person_n
    WHERE entry_person.k = OLD.k AND person.circle_id = entry_circle.circle_id
  );
END;

CREATE TRIGGER entry_person_moved AFTER UPDATE OF k ON entry_person BEGIN
  UPDATE person_tally SET
    last_with_k = (SELECT max(k) FROM entry_person WHERE person_n = NEW.person_n AND role = 'with'),
    last_mentioned_k = (SELECT max(k) FROM entry_person WHERE person_n = NEW.person_n AND role = 'mentioned')
  WHERE person_n = NEW.person_n;
END;

CREATE TRIGGER person_changed_circle AFTER UPDATE OF circle_id ON person WHEN OLD.circle_id IS NOT NEW.circle_id BEGIN
  DELETE FROM entry_circle
  WHERE circle_id = OLD.circle_id
    AND k IN (SELECT k FROM entry_person WHERE person_n = NEW.n)
    AND NOT EXISTS (
      SELECT 1 FROM entry_person JOIN person ON person.n = entry_person.person_n
      WHERE entry_person.k = entry_circle.k AND person.circle_id = OLD.circle_id
    );
  INSERT OR IGNORE INTO entry_circle (circle_id, k)
  SELECT NEW.circle_id, k FROM entry_person WHERE person_n = NEW.n AND NEW.circle_id IS NOT NULL;
END;

CREATE TRIGGER entry_tag_added AFTER INSERT ON entry_tag BEGIN
  UPDATE tag SET entry_count = entry_count + 1 WHERE n = NEW.tag_n;
END;

CREATE TRIGGER entry_tag_removed AFTER DELETE ON entry_tag BEGIN
  UPDATE tag SET entry_count = entry_count - 1 WHERE n = OLD.tag_n;
END;

CREATE TABLE draft (
  slot TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was deleted, whole, so that the living tables hold only what lives.
CREATE TABLE trash (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'entry')),
  subject_id TEXT NOT NULL,      -- the id that the person or entry had and gets back
  content TEXT NOT NULL,         -- JSON; see trash/
  deleted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX trash_by_time ON trash (deleted_at);
CREATE INDEX trash_by_subject ON trash (subject_id);
