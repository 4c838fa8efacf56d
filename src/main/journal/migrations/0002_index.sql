-- The full-text indices: see search/. They hold no text of their own (content=''), only which words stand in which
-- rows; what is put in is prepared by shared/search/words.ts, hence the plain tokenizer. Rows are keyed by `k` or `n`.

-- As you type: no positions, a prefix index for every length that is typed, facets as words of their own.
CREATE VIRTUAL TABLE entry_typing USING fts5 (
  txt, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7 8', tokenize = 'ascii'
);
-- Titles, so that an old note is found by its title among many newer entries. Entries without one are not in it.
CREATE VIRTUAL TABLE head_typing USING fts5 (
  txt, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4', tokenize = 'ascii'
);
-- With positions, for phrases.
CREATE VIRTUAL TABLE entry_fts USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
-- People, by `n`.
CREATE VIRTUAL TABLE person_typing USING fts5 (
  names, rest, content = '', contentless_delete = 1, detail = column, prefix = '1 2 3 4', tokenize = 'ascii'
);
CREATE VIRTUAL TABLE entry_vocabulary USING fts5vocab ('entry_typing', 'row');

-- Merging waits for quiet moments (search/tendIndex.ts); left to itself it stalls a save for seconds. The hash size, in
-- bytes, lets a transaction of many entries write one segment and not many.
INSERT INTO entry_typing (entry_typing, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('hashsize', 67108864);
INSERT INTO head_typing (head_typing, rank) VALUES ('automerge', 0), ('crisismerge', 64);
INSERT INTO entry_fts (entry_fts, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('hashsize', 67108864);
INSERT INTO person_typing (person_typing, rank) VALUES ('automerge', 0), ('crisismerge', 64);

-- The words of the entries and in how many each stands: for ranking, spelling and parts of words. Words are added as
-- they are written; the counts are a snapshot of entry_vocabulary, taken when the journal is quiet.
CREATE TABLE term (
  n INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  df INTEGER NOT NULL
) STRICT;
-- The trigrams of each term, by term.n.
CREATE VIRTUAL TABLE term_part USING fts5 (txt, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
INSERT INTO term_part (term_part, rank) VALUES ('automerge', 0), ('crisismerge', 64);

-- `changes` counts entries indexed or taken out since the last snapshot of the vocabulary, `entries` is their number
-- at that time. `version` is that of the rules by which the index was made; see search/rebuildIndex.ts.
CREATE TABLE index_state (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  changes INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
INSERT INTO index_state (only_row, changes, entries, version) VALUES (1, 0, 0, 1);

-- Entries that were written in bulk and wait to be indexed when there is time.
CREATE TABLE index_pending (k INTEGER PRIMARY KEY REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE) STRICT;
