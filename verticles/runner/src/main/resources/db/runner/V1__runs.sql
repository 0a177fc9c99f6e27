-- A process of the mesh; its lease says until when it is believed to live.
CREATE TABLE process (
  id      text PRIMARY KEY,
  lease   timestamptz NOT NULL
);

CREATE TABLE run (
  id              uuid PRIMARY KEY,
  -- The day it started, in UTC: all its journal rows and values lie in that day's partition.
  day             date NOT NULL,
  user_id         uuid NOT NULL,
  spell           uuid NOT NULL,
  version         integer NOT NULL,
  status          text NOT NULL,
  idempotency_key text,
  -- SHA-256 of what was asked, to tell a repeated request from another one under the same id or key.
  request_hash    bytea NOT NULL,
  tab             text,
  owner           text NOT NULL,
  -- One more at each takeover; an owner with an older one writes nothing.
  fence           integer NOT NULL,
  last_seq        bigint NOT NULL,
  started         timestamptz NOT NULL,
  ended           timestamptz,
  ms              bigint
);

CREATE UNIQUE INDEX run_idempotency ON run (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX run_of_user ON run (user_id, started DESC, id DESC);
CREATE INDEX run_of_spell ON run (user_id, spell, started DESC, id DESC);
CREATE INDEX run_under_way ON run (owner) WHERE status IN ('running', 'waiting');

-- The message is the JSON that was published, kept as text: jsonb would reorder keys and rewrite numbers.
CREATE TABLE run_journal (
  day       date NOT NULL,
  run       uuid NOT NULL,
  first_seq bigint NOT NULL,
  last_seq  bigint NOT NULL,
  message   text NOT NULL,
  PRIMARY KEY (run, first_seq, day)
) PARTITION BY RANGE (day);

-- Values that are too large to travel in events. The ref is a digest, so equal values are kept once.
CREATE TABLE value (
  day   date NOT NULL,
  run   uuid NOT NULL,
  ref   text NOT NULL,
  json  bytea NOT NULL,
  PRIMARY KEY (run, ref, day)
) PARTITION BY RANGE (day);
