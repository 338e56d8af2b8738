-- The hub's first schema, the same on SQLite and on PostgreSQL; ${bytes} and ${uuid} are each one's own type.
-- Times are milliseconds since 1970 (UTC). Facts are only ever added: an entry is never changed or deleted.

CREATE TABLE venue (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE event (
  id TEXT PRIMARY KEY,
  organiser TEXT NOT NULL REFERENCES venue,
  title TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);

-- Venues that sell an event: its organiser, and its agents (R23).
CREATE TABLE event_seller (
  venue TEXT NOT NULL REFERENCES venue,
  event TEXT NOT NULL REFERENCES event,
  PRIMARY KEY (venue, event)
);

-- Only the public key: whoever reads this table can't speak for a terminal.
CREATE TABLE terminal (
  id ${uuid} PRIMARY KEY,
  venue TEXT NOT NULL REFERENCES venue,
  public_key ${bytes} NOT NULL UNIQUE,
  enrolled_at BIGINT NOT NULL,
  revoked_at BIGINT,
  seen_at BIGINT NOT NULL,
  heartbeat TEXT NOT NULL
);

-- A code is kept as its keyed hash; it enrols one terminal.
CREATE TABLE enrolment_code (
  code_hash ${bytes} PRIMARY KEY,
  venue TEXT NOT NULL REFERENCES venue,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  terminal ${uuid}
);

-- Wrong codes by where they came from, in windows of some minutes.
CREATE TABLE enrolment_failure (
  source TEXT NOT NULL,
  window_start BIGINT NOT NULL,
  failures INTEGER NOT NULL,
  PRIMARY KEY (source, window_start)
);

-- What terminals recorded: uses, and voids of them (R22, R24). The card stands here sealed, and as its hash.
-- position is the order of commits: whoever has read up to one misses nothing that comes later.
CREATE TABLE entry (
  id ${uuid} PRIMARY KEY,
  position BIGINT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('use', 'void')),
  admission ${uuid} NOT NULL,
  venue TEXT NOT NULL REFERENCES venue,
  event TEXT REFERENCES event,
  terminal ${uuid} NOT NULL,
  sent_by ${uuid} NOT NULL REFERENCES terminal,
  at BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  card_sealed ${bytes},
  card_key INTEGER,
  card_hash ${bytes},
  time_source TEXT,
  adults INTEGER,
  children INTEGER,
  marks TEXT,
  digest ${bytes} NOT NULL,
  CHECK (kind = 'void' OR (event IS NOT NULL AND card_hash IS NOT NULL))
);
CREATE INDEX entry_event ON entry (event, position);
CREATE INDEX entry_void ON entry (admission) WHERE kind = 'void';
CREATE INDEX entry_card ON entry (card_hash, event) WHERE kind = 'use';

-- The same id with other content: the first stands, this is what came later.
CREATE TABLE conflict (
  entry ${uuid} NOT NULL REFERENCES entry,
  digest ${bytes} NOT NULL,
  sent_by ${uuid} NOT NULL REFERENCES terminal,
  received_at BIGINT NOT NULL,
  content TEXT NOT NULL,
  card_sealed ${bytes},
  PRIMARY KEY (entry, digest)
);

-- Its row is locked until the commit of whoever takes positions, so that positions are in the order of commits.
CREATE TABLE feed (
  name TEXT PRIMARY KEY,
  last BIGINT NOT NULL
);
INSERT INTO feed (name, last) VALUES ('entries', 0);

-- All hubs of one database must hold the same keys.
CREATE TABLE hub_key (
  name TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL
);
