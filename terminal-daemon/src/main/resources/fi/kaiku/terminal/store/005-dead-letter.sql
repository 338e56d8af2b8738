-- Why upstream refused an entry that is DEAD; empty for all others.
ALTER TABLE outbox ADD COLUMN refusal TEXT NOT NULL DEFAULT '';
CREATE INDEX outbox_dead ON outbox (seq) WHERE state = 'DEAD';
