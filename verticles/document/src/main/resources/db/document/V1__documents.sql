CREATE TABLE document.store (
  id      uuid PRIMARY KEY,
  number  bigint GENERATED ALWAYS AS IDENTITY,
  owner   uuid NOT NULL,
  name    text NOT NULL,
  created timestamptz NOT NULL DEFAULT now(),
  UNIQUE (id, owner),
  UNIQUE (owner, name)
);

CREATE TABLE document.document (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY,
  owner       uuid NOT NULL,
  key         text,
  store       uuid,
  title       text,
  description text,
  keywords    text,
  content     text NOT NULL,
  type        text,
  included    boolean NOT NULL,
  happened    timestamptz NOT NULL,
  -- What its texts come to; the owner's are summed up before more is kept.
  characters  integer NOT NULL,
  passages    integer NOT NULL,
  placed      integer NOT NULL,
  -- One more at each edit, so that two at once cannot leave the passages of one and the text of the other.
  revision    integer NOT NULL DEFAULT 1,
  UNIQUE (owner, key),
  FOREIGN KEY (store, owner) REFERENCES document.store (id, owner) ON DELETE CASCADE
);

CREATE INDEX document_of_owner ON document.document (owner, number);
CREATE INDEX document_of_store ON document.document (store, number);

CREATE TABLE document.passage (
  document  uuid NOT NULL REFERENCES document.document (id) ON DELETE CASCADE,
  n         integer NOT NULL,
  content   text NOT NULL,
  -- Of the content in lower case by the program: lower() knows ASCII only where the database's locale is C.
  words     tsvector NOT NULL,
  -- Brought to length 1, so that nearness is a sum of products.
  direction real[],
  -- Who placed it; absent if its embedding was given.
  space     text,
  PRIMARY KEY (document, n)
);

CREATE INDEX passage_words ON document.passage USING gin (words);
