-- A process in which some tab plays a spell. Of the living ones the first plays it, and the others stand by.
CREATE TABLE playing (
  user_id uuid NOT NULL,
  spell   uuid NOT NULL,
  process text NOT NULL,
  since   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (user_id, spell, process)
);
