-- What a spell remembers of a person from run to run.
CREATE TABLE state (
  user_id uuid NOT NULL,
  spell   uuid NOT NULL,
  -- Text, as of the journal: jsonb would reorder keys and refuses some characters.
  json    text NOT NULL,
  PRIMARY KEY (user_id, spell)
);

-- Steps whose change has been made, so that none is made twice.
CREATE TABLE state_step (
  user_id uuid NOT NULL,
  spell   uuid NOT NULL,
  step    text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, spell, step)
);
CREATE INDEX state_step_at ON state_step (at);
