-- When somebody last looked whether the spell is still there; what is remembered for one that is gone goes too.
ALTER TABLE state ADD COLUMN looked timestamptz NOT NULL DEFAULT now();
CREATE INDEX state_looked ON state (looked);
