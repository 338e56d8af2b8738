-- The event that was chosen at a desk last, to be chosen there again after a restart.
CREATE TABLE station_event (
  seq INTEGER PRIMARY KEY,
  station TEXT NOT NULL UNIQUE,
  event_id TEXT NOT NULL
) STRICT;
