-- The cards of all areas, by their hash under the national key and by nothing else (R27); and the log of their changes.
-- kind: 0 personal, 1 community. state: 0 active, 1 ended, 2 withdrawn. Days are counted from 1970-01-01.

CREATE TABLE card (
  hash ${bytes} PRIMARY KEY,
  kind INTEGER NOT NULL,
  issued_on INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  state INTEGER NOT NULL,
  children INTEGER NOT NULL
);

-- One row a change, in the order of commits; gone = 1 is a tombstone. Positions are without gaps.
CREATE TABLE card_change (
  position BIGINT PRIMARY KEY,
  hash ${bytes} NOT NULL,
  gone INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  issued_on INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  state INTEGER NOT NULL,
  children INTEGER NOT NULL
);

-- After each transaction: how many cards there were, and the sum over them by which two registries can be compared.
CREATE TABLE card_checkpoint (
  position BIGINT PRIMARY KEY,
  cards BIGINT NOT NULL,
  checksum BIGINT NOT NULL,
  at BIGINT NOT NULL
);
INSERT INTO card_checkpoint (position, cards, checksum, at) VALUES (0, 0, 0, 0);

-- Changes up to this position are no longer kept.
CREATE TABLE card_log (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  compacted_to BIGINT NOT NULL
);
INSERT INTO card_log (one, compacted_to) VALUES (1, 0);

INSERT INTO feed (name, last) VALUES ('cards', 0);
