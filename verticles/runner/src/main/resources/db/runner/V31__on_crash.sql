-- Whether the spell wants its run to go on by itself when the process is gone that runs it.
ALTER TABLE run ADD COLUMN resumes boolean NOT NULL DEFAULT false;
-- How often that has happened: a run that takes its process down every time is not tried for ever.
ALTER TABLE run ADD COLUMN crashes integer NOT NULL DEFAULT 0;
CREATE INDEX run_to_resume ON run (ended) WHERE status = 'interrupted' AND resumes;
