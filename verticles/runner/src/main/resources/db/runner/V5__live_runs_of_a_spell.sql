-- Each beat asks which runs of a person's spell are under way; without this it read all that ever were.
CREATE INDEX run_live_of_spell ON run (user_id, spell) WHERE status IN ('running', 'waiting');
