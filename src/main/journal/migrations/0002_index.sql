-- The full-text indices: see search/.

-- Entries that were written in bulk and wait to be indexed when there is time.
CREATE TABLE index_pending (k INTEGER PRIMARY KEY REFERENCES entry (k) ON UPDATE CASCADE ON DELETE CASCADE) STRICT;
