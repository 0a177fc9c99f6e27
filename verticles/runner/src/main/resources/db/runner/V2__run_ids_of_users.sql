-- Clients make run ids. If they had to be unique among all users, a conflict would tell that a stranger's exists.
ALTER TABLE run DROP CONSTRAINT run_pkey;
ALTER TABLE run ADD PRIMARY KEY (user_id, id);

ALTER TABLE run_journal ADD COLUMN user_id uuid;
UPDATE run_journal j SET user_id = r.user_id FROM run r WHERE r.id = j.run;
ALTER TABLE run_journal ALTER COLUMN user_id SET NOT NULL;
ALTER TABLE run_journal DROP CONSTRAINT run_journal_pkey;
ALTER TABLE run_journal ADD PRIMARY KEY (user_id, run, first_seq, day);

ALTER TABLE value ADD COLUMN user_id uuid;
UPDATE value v SET user_id = r.user_id FROM run r WHERE r.id = v.run;
-- Values are written before their run's first row, and some are left of runs that never began.
DELETE FROM value WHERE user_id IS NULL;
ALTER TABLE value ALTER COLUMN user_id SET NOT NULL;
ALTER TABLE value DROP CONSTRAINT value_pkey;
ALTER TABLE value ADD PRIMARY KEY (user_id, run, ref, day);
