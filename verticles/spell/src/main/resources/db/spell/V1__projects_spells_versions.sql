CREATE TABLE spell.project (
  id           uuid PRIMARY KEY,
  number       bigint GENERATED ALWAYS AS IDENTITY,
  owner        uuid NOT NULL,
  name         text NOT NULL,
  made_on_need boolean NOT NULL DEFAULT false,
  created      timestamptz NOT NULL DEFAULT now(),
  UNIQUE (id, owner)
);

-- Two first requests of one user make one project.
CREATE UNIQUE INDEX project_made_on_need ON spell.project (owner) WHERE made_on_need;
CREATE INDEX project_of_owner ON spell.project (owner, number);

CREATE TABLE spell.spell (
  id          uuid PRIMARY KEY,
  -- Order of creation; times are equal for all the spells of one import.
  number      bigint GENERATED ALWAYS AS IDENTITY,
  owner       uuid NOT NULL,
  project     uuid NOT NULL,
  name        text NOT NULL,
  -- In lower case by the program: lower() knows ASCII only where the database's locale is C.
  folded_name text NOT NULL,
  -- What the files it came from called it, by which other spells of those files may name it.
  old_ids     text[] NOT NULL,
  -- What its file said beside the graph.
  wrapper     text NOT NULL,
  version     integer NOT NULL,
  published   integer,
  created     timestamptz NOT NULL DEFAULT now(),
  updated     timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (project, owner) REFERENCES spell.project (id, owner)
);

CREATE INDEX spell_of_owner ON spell.spell (owner, number);
CREATE INDEX spell_of_project ON spell.spell (project, name);

-- Rows are added and never changed. The graph is text because jsonb reorders keys, rewrites numbers and
-- refuses \u0000.
CREATE TABLE spell.version (
  spell   uuid NOT NULL REFERENCES spell.spell (id) ON DELETE CASCADE,
  version integer NOT NULL,
  name    text NOT NULL,
  graph   text NOT NULL,
  saved   timestamptz NOT NULL,
  PRIMARY KEY (spell, version)
);
