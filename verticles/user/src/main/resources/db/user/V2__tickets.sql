-- Tickets with which browsers open sockets; kept as digests, like every secret, and gone once spent.
CREATE TABLE "user".ticket (
  digest  bytea PRIMARY KEY,
  session uuid NOT NULL REFERENCES "user".session ON DELETE CASCADE,
  until   timestamptz NOT NULL
);
CREATE INDEX ticket_session ON "user".ticket (session);
CREATE INDEX ticket_until ON "user".ticket (until);
