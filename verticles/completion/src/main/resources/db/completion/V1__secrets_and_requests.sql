CREATE TABLE completion.secret (
  owner  uuid NOT NULL,
  -- Of the vendor whose key it is.
  name   text NOT NULL,
  -- Of this value: what is sealed is bound to owner, name and id.
  id     uuid NOT NULL,
  sealed bytea NOT NULL,
  hint   text NOT NULL,
  kept   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, name)
);

CREATE TABLE completion.request (
  -- Order of arrival.
  number        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            uuid NOT NULL,
  owner         uuid NOT NULL,
  at            timestamptz NOT NULL,
  kind          text NOT NULL,
  provider      text NOT NULL,
  model         text NOT NULL,
  prompt_tokens integer,
  answer_tokens integer,
  -- US dollars.
  cost          double precision,
  ms            bigint NOT NULL,
  status        text NOT NULL
);

CREATE INDEX request_of_owner ON completion.request (owner, number DESC);
CREATE INDEX request_in_time ON completion.request (at);
