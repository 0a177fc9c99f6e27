-- The schema has the name of its room; it is quoted because "user" is a word of SQL.
-- Secrets (refresh tokens, API keys, link codes) are kept as SHA-256 digests of 256 random bits, so that
-- whoever reads a backup can spend none of them. Every time is the database's own.

CREATE TABLE "user".account (
  id            uuid PRIMARY KEY,
  email         text NOT NULL UNIQUE,   -- as it is compared: NFC, lower case
  name          text,
  password_hash text,                   -- argon2id with its parameters; absent: no password opens it
  roles         text[] NOT NULL,
  created       timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE "user".session (
  id        uuid PRIMARY KEY,
  account   uuid NOT NULL REFERENCES "user".account ON DELETE CASCADE,
  created   timestamptz NOT NULL DEFAULT now(),
  last_used timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_account ON "user".session (account, last_used DESC);

-- All refresh tokens a session ever had: a spent one that comes again gives a thief away.
CREATE TABLE "user".refresh_token (
  digest  bytea PRIMARY KEY,
  session uuid NOT NULL REFERENCES "user".session ON DELETE CASCADE,
  created timestamptz NOT NULL DEFAULT now(),
  spent   timestamptz
);
CREATE INDEX refresh_token_session ON "user".refresh_token (session);

CREATE TABLE "user".api_key (
  id        uuid PRIMARY KEY,
  account   uuid NOT NULL REFERENCES "user".account ON DELETE CASCADE,
  name      text NOT NULL,
  digest    bytea NOT NULL UNIQUE,
  hint      text NOT NULL,
  created   timestamptz NOT NULL DEFAULT now(),
  last_used timestamptz
);
CREATE INDEX api_key_account ON "user".api_key (account, created DESC);

-- Sessions, API keys and accounts that ended while access tokens of theirs may still live.
CREATE TABLE "user".revocation (
  id       uuid PRIMARY KEY,
  until    timestamptz NOT NULL
);
CREATE INDEX revocation_until ON "user".revocation (until);

CREATE TABLE "user".link_code (
  digest bytea PRIMARY KEY,
  until  timestamptz NOT NULL
);

-- Attempts that count against a limit, one row for each counter that the attempt fills. Counters and what
-- the attempt belongs to are digests: no address and no e-mail of a stranger is kept.
CREATE TABLE "user".attempt (
  counter bytea NOT NULL,
  made_by bytea NOT NULL,
  at      timestamptz NOT NULL
);
CREATE INDEX attempt_counter ON "user".attempt (counter, at);
CREATE INDEX attempt_made_by ON "user".attempt (made_by);
CREATE INDEX attempt_at ON "user".attempt (at);

-- Network addresses an account was signed in from: strangers who fail elsewhere do not lock these out.
CREATE TABLE "user".known_address (
  account   uuid NOT NULL REFERENCES "user".account ON DELETE CASCADE,
  address   bytea NOT NULL,
  last_used timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, address)
);
