-- A run that is parked waits for a person or a time, and no process owns it.
ALTER TABLE run ALTER COLUMN owner DROP NOT NULL;
-- When the first of the times comes that a parked run waits for.
ALTER TABLE run ADD COLUMN wake_at timestamptz;
CREATE INDEX run_to_wake ON run (wake_at) WHERE status = 'waiting' AND wake_at IS NOT NULL;
