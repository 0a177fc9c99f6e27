CREATE TABLE event.event (
  id           uuid PRIMARY KEY,
  -- Order of arrival, for events of one moment.
  number       bigint GENERATED ALWAYS AS IDENTITY,
  owner        uuid NOT NULL,
  key          text,
  type         text NOT NULL,
  content      text NOT NULL,
  -- Contents are long, and are looked up whole.
  digest       bytea NOT NULL,
  sender       text,
  observer     text,
  client       text,
  channel      text,
  channel_type text,
  project      text,
  agent        text,
  entities     text[] NOT NULL,
  connector    text,
  -- Text, not jsonb, which reorders keys and refuses some characters.
  raw          text,
  happened     timestamptz NOT NULL,
  -- Brought to length 1, so that nearness is a sum of products; its numbers as they were given come back by
  -- the length.
  direction    real[],
  length       double precision,
  CHECK ((direction IS NULL) = (length IS NULL)),
  UNIQUE (owner, key)
);

CREATE INDEX event_of_owner ON event.event (owner, type, happened DESC, number DESC);
CREATE INDEX event_in_time ON event.event (owner, happened DESC, number DESC);
CREATE INDEX event_by_content ON event.event (owner, digest) WHERE direction IS NOT NULL;
