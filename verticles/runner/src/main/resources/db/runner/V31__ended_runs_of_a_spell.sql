-- Each beat asks which runs of a person's spell have ended lately; without this it read the newest that began.
CREATE INDEX run_ended_of_spell ON run (user_id, spell, ended) WHERE ended IS NOT NULL;
