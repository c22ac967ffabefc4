-- A dataset in one SQLite file. It opens as it is in Datasette, DuckDB and every SQLite client.
-- Ids: an article's is made of what it is (see `article_id`); everything within it is ARTICLE/e3, ARTICLE/s1 and so on.
-- Lists are JSON where a program needs them, parted by `; ` where people read them. A folder of Parquet holds the same tables.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What has been read: one row per shard of input, in the transaction that brought its articles.
CREATE TABLE shards (
  id TEXT PRIMARY KEY,          -- digest over what the shard holds and how it was read
  items INTEGER NOT NULL,       -- articles and what could not be read as one
  coded INTEGER NOT NULL,
  known INTEGER NOT NULL,       -- articles that were there already
  quarantined INTEGER NOT NULL
) WITHOUT ROWID;

-- What could not be read or coded, and why.
CREATE TABLE quarantine (
  shard TEXT NOT NULL REFERENCES shards(id), position INTEGER NOT NULL,
  source TEXT NOT NULL,         -- the file
  "offset" INTEGER,             -- number of the line, row or item in it; empty: the file as a whole
  article TEXT,                 -- the id that the article would have
  sha256 TEXT,                  -- of the text, the line or the file
  reason TEXT NOT NULL,         -- unreadable, deadline, memory, killed, died or error
  message TEXT NOT NULL,
  head TEXT NOT NULL,           -- its first 200 bytes
  PRIMARY KEY (shard, position)
) WITHOUT ROWID;
CREATE INDEX quarantine_by_source ON quarantine(source, "offset");

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,   -- for the index of words; in the order in which they came
  id TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL,      -- the id it came with, or its file's name
  title TEXT, publisher TEXT, url TEXT,
  published TEXT,               -- ISO, as exact as known
  language TEXT NOT NULL,
  length INTEGER NOT NULL,      -- characters (code points)
  sha256 TEXT NOT NULL,         -- of the text
  text TEXT NOT NULL,
  copy_of TEXT REFERENCES articles(id),  -- the article whose reading stands for this one; empty: it stands for itself
  runs INTEGER,                 -- runs of five words in it, each counted once; by them copies are found
  record TEXT,                  -- the machine's record as JSON; corrections never change it
  pipeline TEXT NOT NULL        -- version, model and knowledge, JSON
);
CREATE INDEX articles_by_text ON articles(sha256);
CREATE INDEX articles_by_original ON articles(copy_of) WHERE copy_of IS NOT NULL;

-- By what copies are found: a sample of each text's runs of words, as numbers, and the pairs of which one holds most of the other.
CREATE TABLE shingles (shingle INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES articles(number), PRIMARY KEY (shingle, article)) WITHOUT ROWID;
CREATE TABLE alike (
  article TEXT NOT NULL REFERENCES articles(id), other TEXT NOT NULL REFERENCES articles(id),
  share REAL NOT NULL,          -- of the article's text that the other holds
  PRIMARY KEY (article, other)
) WITHOUT ROWID;

-- The tables below hold the readings that stand, with the corrections made to them. They can be made anew from `articles` and `corrections`.
CREATE TABLE actors (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id),
  name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT, office TEXT, knowledge_id TEXT,
  mentions TEXT NOT NULL        -- JSON
);
CREATE TABLE places (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id),
  name TEXT NOT NULL, country TEXT, admin1 TEXT, latitude REAL, longitude REAL, precision TEXT NOT NULL, geonames_id INTEGER,
  mentions TEXT NOT NULL
);
CREATE TABLE statements (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id),
  speaker TEXT, speaker_name TEXT, act TEXT NOT NULL, form TEXT NOT NULL, addressee TEXT, addressee_name TEXT,
  via TEXT, cue TEXT, content TEXT NOT NULL,
  spans TEXT NOT NULL           -- JSON: speaker, cue, content
);
CREATE TABLE events (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id),
  story TEXT,                   -- the story it belongs to, once `sayso link` has run
  publisher TEXT, published TEXT, type TEXT NOT NULL, mode TEXT, contexts TEXT,
  actors TEXT, actor_countries TEXT, actor_sectors TEXT, recipients TEXT, recipient_countries TEXT, recipient_sectors TEXT,
  start TEXT, "end" TEXT, places TEXT, place_countries TEXT, latitude REAL, longitude REAL, precision TEXT, reality TEXT NOT NULL,
  killed_min INTEGER, killed_max INTEGER, injured_min INTEGER, injured_max INTEGER,
  captured_min INTEGER, captured_max INTEGER, displaced_min INTEGER, displaced_max INTEGER,
  attributed_to TEXT, stance TEXT, disputed TEXT, confidence REAL NOT NULL,
  "trigger" TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, evidence TEXT NOT NULL, sayso_version TEXT NOT NULL,
  codes TEXT,
  detail TEXT NOT NULL          -- the event as the record has it, JSON
);
CREATE INDEX events_by_type ON events(type, start);
CREATE INDEX events_by_article ON events(article);
CREATE INDEX events_by_story ON events(story);

-- Who and what an event or a statement is tied to, in order.
CREATE TABLE links (
  source TEXT NOT NULL,         -- id of an event or statement
  relation TEXT NOT NULL,       -- of events: actor, recipient, place, about, said; of statements: speaker, addressee, about, via
  target TEXT NOT NULL,         -- id of an actor, place, event or statement
  position INTEGER NOT NULL,
  field TEXT NOT NULL,          -- with `said`: what of the event rests on the statement (event, actors, recipients, toll); else empty
  stance TEXT,                  -- with `said`: asserts, confirms, denies or doubts
  PRIMARY KEY (source, relation, field, target, position)
) WITHOUT ROWID;
CREATE INDEX links_by_target ON links(target, relation);

-- One row per happening, however many outlets report it. Written by `sayso link`.
CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL, mode TEXT,
  actors TEXT, actor_countries TEXT, recipients TEXT, recipient_countries TEXT,
  start TEXT, "end" TEXT, places TEXT, place_countries TEXT, latitude REAL, longitude REAL, precision TEXT, reality TEXT,
  killed_min INTEGER, killed_max INTEGER, injured_min INTEGER, injured_max INTEGER,
  captured_min INTEGER, captured_max INTEGER, displaced_min INTEGER, displaced_max INTEGER,
  events INTEGER NOT NULL, articles INTEGER NOT NULL, publishers INTEGER NOT NULL,  -- copies of one text count as one publisher
  first_published TEXT, last_published TEXT,
  asserted_by TEXT, denied_by TEXT, disputed TEXT,
  detail TEXT NOT NULL          -- JSON: events, each figure of the toll with its source and date, who asserts and who denies what
);

-- What people changed. Rows are only ever added.
CREATE TABLE corrections (
  id TEXT PRIMARY KEY,          -- digest over what it says, so that the same correction given twice is one
  number INTEGER NOT NULL UNIQUE,  -- order in which they were made
  target TEXT NOT NULL,         -- id of an event, statement, actor or place; of an article for what was missed
  field TEXT NOT NULL,
  old TEXT, new TEXT,           -- JSON
  made_by TEXT NOT NULL, made_at TEXT NOT NULL, note TEXT,
  reading TEXT NOT NULL REFERENCES readings(id)  -- the machine's record that was corrected
);
-- The machine's records as they were when people corrected them: by these corrections are found again in a newer reading, or in that of a copy.
CREATE TABLE readings (id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id), record TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX corrections_by_target ON corrections(target);

CREATE VIRTUAL TABLE articles_text USING fts5(title, text, content='articles', content_rowid='number');
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_text(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
