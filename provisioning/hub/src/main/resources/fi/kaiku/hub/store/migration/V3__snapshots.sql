-- The registry as whole files, encrypted, each under the SHA-256 of its bytes; in pieces of 1 MiB, so that any hub serves them.

CREATE TABLE snapshot (
  digest TEXT PRIMARY KEY,
  position BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  token TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

CREATE TABLE snapshot_piece (
  digest TEXT NOT NULL REFERENCES snapshot,
  number INTEGER NOT NULL,
  content ${bytes} NOT NULL,
  PRIMARY KEY (digest, number)
);

-- Of several hubs on one database one builds; its turn ends at this time, should it die meanwhile.
CREATE TABLE snapshot_turn (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  until BIGINT NOT NULL
);
INSERT INTO snapshot_turn (one, until) VALUES (1, 0);
