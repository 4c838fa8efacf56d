-- People worth knowing: more of a person, facts, ties, promises, exchanges, what was done about nudges, and the shelf.
--
-- Whatever is about a person names them by number, without a reference to `person`: while somebody is in the trash it
-- stays where it is and is not shown, and when they are gone for good it goes, too (see the triggers below).

-- People ---------------------------------------------------------------------------------------------------------

ALTER TABLE person ADD COLUMN pronunciation TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN pronouns TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN intention TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN met_on TEXT;                        -- a partial date; see shared/models/partialDate.ts
ALTER TABLE person ADD COLUMN met_where TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN met_through_n INTEGER;              -- who introduced them
ALTER TABLE person ADD COLUMN met_entry_id TEXT;
ALTER TABLE person ADD COLUMN floor_days INTEGER;                 -- a rhythm of their own, or that of their circle
ALTER TABLE person ADD COLUMN ceiling_days INTEGER;
ALTER TABLE person ADD COLUMN photo_id TEXT;
CREATE INDEX person_by_introducer ON person (met_through_n) WHERE met_through_n IS NOT NULL;

-- Lists of single words or short phrases.
CREATE TABLE person_word (
  person_n INTEGER NOT NULL REFERENCES person (n) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('formerName', 'language', 'tag', 'group')),
  position INTEGER NOT NULL,
  word TEXT NOT NULL,
  folded TEXT NOT NULL,          -- as compared: lower case, no diacritics
  PRIMARY KEY (person_n, kind, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_word_by_word ON person_word (kind, folded, person_n);

CREATE TABLE person_date (
  person_n INTEGER NOT NULL REFERENCES person (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('birthday', 'anniversary', 'remembrance', 'other')),
  label TEXT NOT NULL,
  date TEXT NOT NULL,            -- a partial date
  month_day TEXT,                -- MM-DD where the date says both, for what comes round every year
  PRIMARY KEY (person_n, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_date_by_month_day ON person_date (month_day) WHERE month_day IS NOT NULL;

-- Pictures, never changed: a person who gets another one names another row, so undo and history bring the first back.
CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png', 'image/webp')),
  bytes BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
-- For going through them without reading a picture; see photos/expirePhotos.ts.
CREATE INDEX photo_by_time ON photo (created_at, id);
CREATE INDEX person_by_photo ON person (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX person_history_by_photo ON person_history (content ->> '$.person.photoId');
CREATE INDEX trash_by_photo ON trash (content ->> '$.person.photoId');

-- Facts ----------------------------------------------------------------------------------------------------------

CREATE TABLE fact (
  id TEXT PRIMARY KEY,
  person_n INTEGER NOT NULL,
  facet TEXT NOT NULL,
  label TEXT NOT NULL,           -- what of the facet it is ("employer"), or empty
  text TEXT NOT NULL CHECK (text <> ''),
  date TEXT,                     -- a partial date: when what it tells of is, was or began
  month_day TEXT,                -- MM-DD where the date says both
  learned_on TEXT NOT NULL,
  entry_id TEXT,                 -- where it comes from; the entry may be gone
  quote TEXT NOT NULL,           -- the words of the entry that say it, or empty
  batch_id TEXT REFERENCES import_batch (id),
  retired_on TEXT,               -- the day from which it was true no more
  retired_by TEXT,               -- the fact that took its place
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX fact_by_person ON fact (person_n, facet);
CREATE INDEX fact_by_entry ON fact (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX fact_by_date ON fact (date) WHERE date IS NOT NULL;
CREATE INDEX fact_by_label ON fact (facet, label) WHERE label <> '';
CREATE INDEX fact_by_batch ON fact (batch_id, person_n) WHERE batch_id IS NOT NULL;

-- Ties between people --------------------------------------------------------------------------------------------

CREATE TABLE tie (
  id TEXT PRIMARY KEY,
  from_n INTEGER NOT NULL,       -- of a parent and a child, the parent; otherwise as it was written
  to_n INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('partner', 'parent', 'sibling', 'colleague', 'friend', 'own')),
  words TEXT NOT NULL,           -- of an own kind: what `to` is to `from` ("godchild")
  reverse_words TEXT NOT NULL,   -- and what `from` is to `to` ("godparent")
  since TEXT,                    -- a partial date
  until TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK (from_n <> to_n)
) STRICT;
CREATE INDEX tie_by_from ON tie (from_n);
CREATE INDEX tie_by_to ON tie (to_n);

-- What passed between people -------------------------------------------------------------------------------------

-- The marks of entries (`!gave` and the like; see shared/rules/marks.ts), a row a mark and person. They follow from the
-- text, like its tags.
CREATE TABLE exchange (
  k INTEGER NOT NULL REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,     -- which mark of the entry
  person_n INTEGER NOT NULL,     -- 0: nobody
  kind TEXT NOT NULL,
  begins INTEGER NOT NULL,       -- the sentence in the body, in UTF-16 units
  ends INTEGER NOT NULL,
  PRIMARY KEY (k, position, person_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_by_person ON exchange (person_n, kind, k);
CREATE INDEX exchange_by_kind ON exchange (kind, k);

CREATE TABLE promise (
  id TEXT PRIMARY KEY,
  made_by TEXT NOT NULL CHECK (made_by IN ('me', 'them')),
  sentence TEXT NOT NULL CHECK (sentence <> ''),
  made_on TEXT NOT NULL,
  due TEXT,                      -- a day
  state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'letGo', 'dismissed')),
  closed_on TEXT,
  entry_id TEXT,                 -- the entry may be gone
  marked INTEGER NOT NULL DEFAULT 0 CHECK (marked IN (0, 1)),  -- 1: follows from a mark in the entry (`!promise`, `!theirs`)
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
-- In the order of the list: by the day on which they are due, those without one last.
CREATE INDEX promise_by_state ON promise (state, ifnull(due, '9999-99-99'), made_on, id);
CREATE INDEX promise_by_entry ON promise (entry_id, created_at, id) WHERE entry_id IS NOT NULL;

CREATE TABLE promise_person (
  promise_id TEXT NOT NULL REFERENCES promise (id) ON DELETE CASCADE,
  person_n INTEGER NOT NULL,
  PRIMARY KEY (promise_id, person_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_person_by_person ON promise_person (person_n);

-- The newest talks first: whether the last word of each was theirs is a reply that is owed; see promises/repliesOwed.ts.
CREATE INDEX person_tally_by_talk ON person_tally (last_with_k) WHERE last_with_k IS NOT NULL;

-- Nudges ---------------------------------------------------------------------------------------------------------

-- What the user did about a nudge. Nudges themselves are computed anew each time; see shared/rules/nudges/.
CREATE TABLE nudge_act (
  key TEXT PRIMARY KEY,          -- which nudge; see shared/models/nudge.ts
  act TEXT NOT NULL CHECK (act IN ('done', 'snoozed', 'notThis', 'skipped', 'swapped')),
  day TEXT NOT NULL,             -- when
  until TEXT,                    -- of a snoozed one: the day on which it may come again
  minutes INTEGER NOT NULL,      -- of a done one: what it took of the week's time
  acted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX nudge_act_by_day ON nudge_act (day);

-- What nudges look for, each without reading more than it finds.
CREATE INDEX entry_by_beginner ON entry (k, begun_by, channel) WHERE begun_by IS NOT NULL;
CREATE INDEX entry_met ON entry (k, channel) WHERE channel IN ('inPerson', 'event');
CREATE INDEX fact_by_month_day ON fact (month_day) WHERE month_day IS NOT NULL AND retired_on IS NULL;
CREATE INDEX fact_news ON fact (learned_on) WHERE facet = 'work' AND retired_on IS NULL;
CREATE INDEX promise_by_closing ON promise (closed_on, id) WHERE closed_on IS NOT NULL;

CREATE TABLE shelf_item (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'link', 'note')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  url TEXT NOT NULL,
  my_news INTEGER NOT NULL CHECK (my_news IN (0, 1)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX shelf_item_by_time ON shelf_item (created_at, id);

CREATE TABLE shelf_topic (
  item_id TEXT NOT NULL REFERENCES shelf_item (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (item_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_topic_by_topic ON shelf_topic (topic, item_id);
-- What people like, as topics to choose from.
CREATE INDEX fact_liked ON fact (text) WHERE facet IN ('interests', 'groups', 'preferences') AND retired_on IS NULL;

-- With whom a thing was shared already.
CREATE TABLE shelf_shared (
  item_id TEXT NOT NULL REFERENCES shelf_item (id) ON DELETE CASCADE,
  person_n INTEGER NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (item_id, person_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_shared_by_person ON shelf_shared (person_n);

-- Changes of small records ---------------------------------------------------------------------------------------

-- What facts, ties, promises, shelf items and circles were before they were changed or deleted, and after; see
-- history/recordChanges.ts. Kept for 30 days.
CREATE TABLE record_change (
  id TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  name TEXT NOT NULL,            -- what it was done to, for the user
  content TEXT NOT NULL,         -- JSON
  in_trash INTEGER NOT NULL CHECK (in_trash IN (0, 1)),  -- whether it deleted something that is still deleted
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_change_by_time ON record_change (changed_at);
CREATE INDEX record_change_in_trash ON record_change (in_trash, changed_at, id) WHERE in_trash = 1;

-- Which records a change was of, so that what is deleted for good takes its history along.
CREATE TABLE record_change_of (
  record_id TEXT NOT NULL,
  change_id TEXT NOT NULL REFERENCES record_change (id) ON DELETE CASCADE,
  PRIMARY KEY (record_id, change_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_change_of_change ON record_change_of (change_id);

-- Two people who turned out to be one: mentions of the other's id in texts mean the one who was kept, and so does a
-- number that is no more, wherever an older state of a record comes back.
CREATE TABLE person_alias (
  old_id TEXT PRIMARY KEY,
  old_n INTEGER NOT NULL UNIQUE,
  person_n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_alias_by_person ON person_alias (person_n);

-- In which entries somebody was who became one with somebody else: for taking that back. Gone with their place in the
-- trash.
CREATE TABLE merged_link (
  gone_n INTEGER NOT NULL,
  k INTEGER NOT NULL REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  kept_role TEXT,                -- of the one who was kept, who was in it as well
  PRIMARY KEY (gone_n, k)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_link_by_entry ON merged_link (k);
CREATE TRIGGER trash_merged_link_gone AFTER DELETE ON trash WHEN OLD.person_n IS NOT NULL BEGIN
  DELETE FROM merged_link WHERE gone_n = OLD.person_n;
END;

-- Two people of whom the user said that they are not the same.
CREATE TABLE not_duplicate (
  low_n INTEGER NOT NULL,
  high_n INTEGER NOT NULL,
  PRIMARY KEY (low_n, high_n),
  CHECK (low_n < high_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_duplicate_by_high ON not_duplicate (high_n);

-- Gone for good --------------------------------------------------------------------------------------------------

CREATE TRIGGER person_records_gone AFTER DELETE ON person
WHEN NOT EXISTS (SELECT 1 FROM trash WHERE person_n = OLD.n) BEGIN
  DELETE FROM fact WHERE person_n = OLD.n;
  DELETE FROM tie WHERE from_n = OLD.n;
  DELETE FROM tie WHERE to_n = OLD.n;
  DELETE FROM exchange WHERE person_n = OLD.n;
  DELETE FROM promise_person WHERE person_n = OLD.n;
  DELETE FROM shelf_shared WHERE person_n = OLD.n;
  DELETE FROM person_alias WHERE person_n = OLD.n;
  DELETE FROM not_duplicate WHERE low_n = OLD.n;
  DELETE FROM not_duplicate WHERE high_n = OLD.n;
  UPDATE person SET met_through_n = NULL WHERE met_through_n = OLD.n;
END;

CREATE TRIGGER trash_person_records_gone AFTER DELETE ON trash
WHEN OLD.person_n IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM person WHERE n = OLD.person_n)
  AND NOT EXISTS (SELECT 1 FROM trash WHERE person_n = OLD.person_n) BEGIN
  DELETE FROM fact WHERE person_n = OLD.person_n;
  DELETE FROM tie WHERE from_n = OLD.person_n;
  DELETE FROM tie WHERE to_n = OLD.person_n;
  DELETE FROM exchange WHERE person_n = OLD.person_n;
  DELETE FROM promise_person WHERE person_n = OLD.person_n;
  DELETE FROM shelf_shared WHERE person_n = OLD.person_n;
  DELETE FROM person_alias WHERE person_n = OLD.person_n;
  DELETE FROM not_duplicate WHERE low_n = OLD.person_n;
  DELETE FROM not_duplicate WHERE high_n = OLD.person_n;
  UPDATE person SET met_through_n = NULL WHERE met_through_n = OLD.person_n;
END;
