-- Earlier versions of entries and people, and deleting and moving people who are in very many entries without waiting.

-- What an entry or a person was before it was changed, whole, as JSON; see history/. Kept while the entry or person is
-- in the journal or in the trash, and gone with it: see the triggers below.
CREATE TABLE entry_history (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL,
  written_at INTEGER NOT NULL,   -- when this version was saved
  content TEXT NOT NULL
) STRICT;
CREATE INDEX entry_history_by_entry ON entry_history (entry_id, written_at);

CREATE TABLE person_history (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX person_history_by_person ON person_history (person_id, written_at);

-- The number of a person in the trash: their links to entries stay where they are, so that deleting somebody and
-- undoing it take no longer for somebody who is in 100,000 entries.
ALTER TABLE trash ADD COLUMN person_n INTEGER;
CREATE INDEX trash_by_person ON trash (person_n) WHERE person_n IS NOT NULL;
CREATE INDEX trash_by_kind ON trash (kind);

DROP TRIGGER entry_person_added;
DROP TRIGGER entry_person_removed;
DROP TRIGGER entry_person_moved;
DROP TRIGGER person_changed_circle;

-- The same table, without the reference to `person`: a link may also be of somebody in the trash.
CREATE TABLE link (
  person_n INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('with', 'mentioned')),
  k INTEGER NOT NULL REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (person_n, role, k)
) STRICT, WITHOUT ROWID;
INSERT INTO link (person_n, role, k, position) SELECT person_n, role, k, position FROM entry_person;
DROP TABLE entry_person;
ALTER TABLE link RENAME TO entry_person;

-- The links of people who lay in the trash before stood in its JSON.
UPDATE trash SET person_n = json_extract(content, '$.n') WHERE kind = 'person';
INSERT OR IGNORE INTO entry_person (person_n, role, k, position)
SELECT trash.person_n, link.value ->> 'role', entry.k, link.value ->> 'position'
FROM trash, json_each(trash.content, '$.links') AS link JOIN entry ON entry.id = link.value ->> 'entryId'
WHERE trash.kind = 'person';
UPDATE trash SET content = json_remove(content, '$.links') WHERE kind = 'person';
CREATE INDEX entry_person_by_entry ON entry_person (k);

-- People whose entries wait for `entry_circle` to follow, or, where the person is gone for good, for their links to go.
-- Done in small steps, by (role, k): see people/tendLinks.ts.
CREATE TABLE link_work (
  person_n INTEGER PRIMARY KEY,
  after_role TEXT NOT NULL,
  after_k INTEGER NOT NULL
) STRICT;

CREATE TRIGGER entry_person_added AFTER INSERT ON entry_person
WHEN EXISTS (SELECT 1 FROM person WHERE n = NEW.person_n) BEGIN
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

CREATE TRIGGER entry_person_removed AFTER DELETE ON entry_person
WHEN EXISTS (SELECT 1 FROM person WHERE n = OLD.person_n) BEGIN
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

CREATE TRIGGER person_changed_circle AFTER UPDATE OF circle_id ON person
WHEN OLD.circle_id IS NOT NEW.circle_id AND EXISTS (SELECT 1 FROM entry_person WHERE person_n = NEW.n) BEGIN
  INSERT OR REPLACE INTO link_work (person_n, after_role, after_k) VALUES (NEW.n, '', -1);
END;

CREATE TRIGGER person_gone AFTER DELETE ON person BEGIN
  INSERT OR REPLACE INTO link_work (person_n, after_role, after_k)
  SELECT OLD.n, '', -1 WHERE EXISTS (SELECT 1 FROM entry_person WHERE person_n = OLD.n);
  DELETE FROM person_history WHERE person_id = OLD.id
    AND NOT EXISTS (SELECT 1 FROM trash WHERE subject_id = OLD.id);
END;

-- Somebody who comes back from the trash has links already.
CREATE TRIGGER person_back AFTER INSERT ON person
WHEN EXISTS (SELECT 1 FROM entry_person WHERE person_n = NEW.n) BEGIN
  INSERT OR REPLACE INTO person_tally (person_n, entry_count, last_with_k, last_mentioned_k) VALUES (
    NEW.n,
    (SELECT count(*) FROM entry_person WHERE person_n = NEW.n),
    (SELECT max(k) FROM entry_person WHERE person_n = NEW.n AND role = 'with'),
    (SELECT max(k) FROM entry_person WHERE person_n = NEW.n AND role = 'mentioned')
  );
  INSERT OR REPLACE INTO link_work (person_n, after_role, after_k) VALUES (NEW.n, '', -1);
END;

CREATE TRIGGER entry_gone AFTER DELETE ON entry
WHEN NOT EXISTS (SELECT 1 FROM trash WHERE subject_id = OLD.id) BEGIN
  DELETE FROM entry_history WHERE entry_id = OLD.id;
END;

-- What comes back is put into the journal before it is taken out of the trash.
CREATE TRIGGER trash_gone AFTER DELETE ON trash
WHEN NOT EXISTS (SELECT 1 FROM trash WHERE subject_id = OLD.subject_id) BEGIN
  DELETE FROM entry_history WHERE entry_id = OLD.subject_id
    AND NOT EXISTS (SELECT 1 FROM entry WHERE id = OLD.subject_id);
  DELETE FROM person_history WHERE person_id = OLD.subject_id
    AND NOT EXISTS (SELECT 1 FROM person WHERE id = OLD.subject_id);
END;
CREATE TRIGGER trash_person_gone AFTER DELETE ON trash
WHEN OLD.person_n IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE n = OLD.person_n) BEGIN
  INSERT OR REPLACE INTO link_work (person_n, after_role, after_k)
  SELECT OLD.person_n, '', -1 WHERE EXISTS (SELECT 1 FROM entry_person WHERE person_n = OLD.person_n);
END;
