-- R23: a sale that an agent has reported by list, entered back-dated. No ticket or print job belongs to it.
ALTER TABLE admission ADD COLUMN agent_report INTEGER NOT NULL DEFAULT 0 CHECK (agent_report IN (0, 1));
