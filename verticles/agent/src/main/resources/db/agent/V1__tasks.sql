CREATE TABLE agent.task (
  id        uuid PRIMARY KEY,
  number    bigint GENERATED ALWAYS AS IDENTITY,
  owner     uuid NOT NULL,
  key       text,
  type      text,
  objective text NOT NULL,
  agent     text,
  project   text,
  status    text NOT NULL,
  -- Text, not jsonb, which reorders keys and refuses some characters.
  event     text,
  -- How many there are, which numbers the next.
  steps     integer NOT NULL DEFAULT 0,
  created   timestamptz NOT NULL DEFAULT now(),
  updated   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner, key)
);

CREATE INDEX task_of_owner ON agent.task (owner, number);

CREATE TABLE agent.step (
  task       uuid NOT NULL REFERENCES agent.task (id) ON DELETE CASCADE,
  n          integer NOT NULL,
  key        text,
  reasoning  text,
  skill      text,
  result     text,
  success    text,
  reflection text,
  made       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (task, n),
  UNIQUE (task, key)
);
