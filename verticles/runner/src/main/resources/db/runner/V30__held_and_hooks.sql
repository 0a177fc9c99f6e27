-- A spell that is played until somebody pauses it, whether or not a tab has it open.
CREATE TABLE held (
  user_id uuid NOT NULL,
  spell   uuid NOT NULL,
  since   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (user_id, spell)
);

-- The secret by which others post to a spell, as its SHA-256.
CREATE TABLE hook (
  secret  bytea PRIMARY KEY,
  user_id uuid NOT NULL,
  spell   uuid NOT NULL,
  UNIQUE (user_id, spell)
);
