-- journal.db, first schema. Times are milliseconds since 1970 (UTC), days are days since 1970 by the
-- calendar of Europe/Helsinki, ids are UUIDs of 16 bytes. Enum values are the names of the Java constants.
--
-- Every table has an integer key: a damaged file is read back by walking those keys past the damage.
-- Facts are append-only, held so by triggers; personal data stands in two tables of its own (card_use,
-- pending_card), which are emptied row by row (R28) without touching the facts.

PRAGMA application_id = 1262569803;

-- What an event was when it was sold: tickets are printed, and lists shown, from here.
CREATE TABLE event_seen (
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  title_fi TEXT NOT NULL,
  title_sv TEXT NOT NULL,
  title_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  organiser TEXT NOT NULL,
  service_fee_cents INTEGER NOT NULL CHECK (service_fee_cents >= 0)
) STRICT;
CREATE INDEX event_seen_event ON event_seen (event_id);

-- One press of Issue; a repeat of its id is answered from here.
CREATE TABLE visit (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  station TEXT NOT NULL,
  at INTEGER NOT NULL,
  tickets INTEGER NOT NULL CHECK (tickets > 0),
  take_back INTEGER NOT NULL CHECK (take_back >= 0)
) STRICT;

-- One card's use (R22).
CREATE TABLE admission (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  visit INTEGER NOT NULL REFERENCES visit,
  event INTEGER NOT NULL REFERENCES event_seen,
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  card_kind TEXT NOT NULL,
  entry_way TEXT NOT NULL,
  time_source TEXT NOT NULL,
  unverified INTEGER NOT NULL CHECK (unverified IN (0, 1)),
  adults INTEGER NOT NULL CHECK (adults >= 0),
  children INTEGER NOT NULL CHECK (children >= 0),
  CHECK (adults + children > 0)
) STRICT;
CREATE INDEX admission_visit ON admission (visit);
CREATE INDEX admission_day ON admission (day);

-- Which card it was: erased after erase_after (R28).
CREATE TABLE card_use (
  admission INTEGER PRIMARY KEY REFERENCES admission,
  event_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  key_number INTEGER NOT NULL,
  card_hash BLOB NOT NULL CHECK (length(card_hash) = 16),
  tail TEXT NOT NULL CHECK (length(tail) = 3),
  erase_after INTEGER NOT NULL
) STRICT;
CREATE INDEX card_use_card ON card_use (card_hash, event_id);
CREATE INDEX card_use_erase ON card_use (erase_after);

-- The clear card id, encrypted, until the use is recorded upstream (R28).
CREATE TABLE pending_card (
  admission INTEGER PRIMARY KEY REFERENCES admission,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE void (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  admission INTEGER NOT NULL UNIQUE REFERENCES admission,
  act BLOB NOT NULL CHECK (length(act) = 16),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  take_back INTEGER NOT NULL CHECK (take_back >= 0),
  cancelled INTEGER NOT NULL CHECK (cancelled >= 0)
) STRICT;
CREATE INDEX void_act ON void (act);

CREATE TABLE ticket (
  seq INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  admission INTEGER NOT NULL REFERENCES admission,
  kind TEXT NOT NULL CHECK (kind IN ('ADULT', 'CHILD')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_admission ON ticket (admission);
CREATE TABLE ticket_void (
  ticket INTEGER PRIMARY KEY REFERENCES ticket,
  at INTEGER NOT NULL,
  replaced_by TEXT NOT NULL
) STRICT;

-- R18: counted here, sent nowhere. The outbox knows nothing of these two tables.
CREATE TABLE assistant_ticket (
  seq INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  admission INTEGER NOT NULL REFERENCES admission,
  kind TEXT NOT NULL CHECK (kind IN ('ASSISTANT', 'INTERPRETER')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX assistant_ticket_admission ON assistant_ticket (admission);
CREATE TABLE assistant_ticket_void (
  ticket INTEGER PRIMARY KEY REFERENCES assistant_ticket,
  at INTEGER NOT NULL,
  replaced_by TEXT NOT NULL
) STRICT;

-- One ticket on one printer, once. The state is the last one; print_job_change tells how it came.
CREATE TABLE print_job (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  admission INTEGER NOT NULL REFERENCES admission,
  ticket INTEGER REFERENCES ticket,
  assistant_ticket INTEGER REFERENCES assistant_ticket,
  station TEXT NOT NULL,
  printer TEXT NOT NULL,
  edition TEXT NOT NULL CHECK (edition IN ('ORIGINAL', 'COPY')),
  at INTEGER NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'CONFIRMED', 'UNKNOWN', 'FAILED', 'CANCELLED')),
  CHECK ((ticket IS NULL) <> (assistant_ticket IS NULL))
) STRICT;
CREATE INDEX print_job_admission ON print_job (admission);
CREATE INDEX print_job_open ON print_job (state, printer)
  WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN', 'FAILED');
CREATE TABLE print_job_change (
  seq INTEGER PRIMARY KEY,
  job INTEGER NOT NULL REFERENCES print_job,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  detail TEXT NOT NULL
) STRICT;

-- What goes upstream, by R22 and nothing else; the card stands in pending_card under the admission's id.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  admission BLOB NOT NULL CHECK (length(admission) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('USE', 'VOID')),
  payload TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'ATTEMPTED', 'RECORDED', 'DROPPED', 'DEAD'))
) STRICT;
CREATE INDEX outbox_unsent ON outbox (seq) WHERE state IN ('WAITING', 'ATTEMPTED');

CREATE TABLE use_counter (
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  adults INTEGER NOT NULL CHECK (adults >= 0),
  children INTEGER NOT NULL CHECK (children >= 0),
  assistants INTEGER NOT NULL CHECK (assistants >= 0),
  interpreters INTEGER NOT NULL CHECK (interpreters >= 0),
  UNIQUE (event_id, day)
) STRICT;
CREATE INDEX use_counter_day ON use_counter (day);

-- R28: by day and reason only.
CREATE TABLE refusal_counter (
  seq INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  refusals INTEGER NOT NULL,
  UNIQUE (day, reason)
) STRICT;

-- Answers to presses that carry a key of their own: a repeat gets the first one.
CREATE TABLE once (
  seq INTEGER PRIMARY KEY,
  key BLOB NOT NULL CHECK (length(key) = 16),
  act TEXT NOT NULL,
  admission INTEGER NOT NULL REFERENCES admission,
  tickets INTEGER NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (key, act, admission)
) STRICT;

CREATE TABLE tally (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
INSERT INTO tally (name, amount) VALUES ('UNSENT', 0);

-- Written to find out whether a full disk has space again; empty otherwise.
CREATE TABLE space_probe (
  seq INTEGER PRIMARY KEY,
  filler BLOB NOT NULL
) STRICT;

CREATE TRIGGER event_seen_stays BEFORE UPDATE ON event_seen BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER visit_stays BEFORE UPDATE ON visit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER admission_stays BEFORE UPDATE ON admission BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER void_stays BEFORE UPDATE ON void BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ticket_stays BEFORE UPDATE ON ticket BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ticket_void_stays BEFORE UPDATE ON ticket_void BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assistant_ticket_stays BEFORE UPDATE ON assistant_ticket BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assistant_ticket_void_stays BEFORE UPDATE ON assistant_ticket_void BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER print_job_stays BEFORE UPDATE OF seq, id, admission, ticket, assistant_ticket, station, printer, edition, at ON print_job BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER print_job_change_stays BEFORE UPDATE ON print_job_change BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER outbox_stays BEFORE UPDATE OF seq, id, admission, kind, payload ON outbox BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER event_seen_kept BEFORE DELETE ON event_seen BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER visit_kept BEFORE DELETE ON visit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER admission_kept BEFORE DELETE ON admission BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER void_kept BEFORE DELETE ON void BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ticket_kept BEFORE DELETE ON ticket BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ticket_void_kept BEFORE DELETE ON ticket_void BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assistant_ticket_kept BEFORE DELETE ON assistant_ticket BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assistant_ticket_void_kept BEFORE DELETE ON assistant_ticket_void BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER print_job_kept BEFORE DELETE ON print_job BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER print_job_change_kept BEFORE DELETE ON print_job_change BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'append-only'); END;
