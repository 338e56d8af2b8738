-- Which history this file tells: one more row each time a restored or recovered journal is taken into use.
-- journal.mark beside the file names the last one; where the two differ, the file came from elsewhere.
CREATE TABLE journal_origin (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  at INTEGER NOT NULL
) STRICT;
