-- Times are ISO 8601 in UTC with six decimals, so that their order as text is their order in time.

-- A question with its checklist and bank as they were when it was asked. Equal ones are kept once.
CREATE TABLE snapshot (
    id          INTEGER PRIMARY KEY,
    hash        BLOB NOT NULL UNIQUE,
    bank_id     TEXT NOT NULL,
    bank_title  TEXT NOT NULL,
    language    TEXT NOT NULL,
    ask         TEXT NOT NULL,
    question    TEXT NOT NULL
);

-- The small columns come first: a list then never reads the pages that hold long answers.
-- bank_id, question_id and competency repeat the snapshot, so that an index can lead with them.
-- score is the one that stands, the user's verdicts included; assessment is the scorer's own word.
-- rehearsal_id refers to no table: an answer is kept even where its rehearsal is not.
CREATE TABLE attempt (
    id           TEXT NOT NULL PRIMARY KEY,
    snapshot_id  INTEGER NOT NULL REFERENCES snapshot (id),
    rehearsal_id TEXT,
    bank_id      TEXT NOT NULL,
    question_id  TEXT NOT NULL,
    competency   TEXT NOT NULL,
    answered_at  TEXT NOT NULL,
    seconds      REAL,
    spoken       INTEGER NOT NULL,
    status       TEXT CHECK (status IN ('scored', 'not_scored')),
    score        REAL,
    answer       TEXT NOT NULL,
    assessment   TEXT
);

CREATE INDEX attempt_by_time ON attempt (answered_at, id);
CREATE INDEX attempt_by_bank ON attempt (bank_id, answered_at, id);
CREATE INDEX attempt_by_question ON attempt (bank_id, question_id, answered_at, id);
CREATE INDEX attempt_by_competency ON attempt (competency, answered_at, id);
CREATE INDEX attempt_by_snapshot ON attempt (snapshot_id);
CREATE INDEX attempt_by_rehearsal ON attempt (rehearsal_id, answered_at, id) WHERE rehearsal_id IS NOT NULL;
CREATE INDEX attempt_unscored ON attempt (answered_at, id) WHERE status IS NULL;
CREATE INDEX attempt_scores ON attempt (answered_at, id, competency, score) WHERE score IS NOT NULL;

CREATE TABLE overrule (
    attempt_id TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    point_id   TEXT NOT NULL,
    verdict    TEXT NOT NULL CHECK (verdict IN ('found', 'unclear', 'missed')),
    PRIMARY KEY (attempt_id, point_id)
) WITHOUT ROWID;

CREATE TABLE rehearsal (
    id         TEXT NOT NULL PRIMARY KEY,
    started_at TEXT NOT NULL,
    mode       TEXT NOT NULL,
    think      INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    status     TEXT NOT NULL CHECK (status IN ('open', 'finished', 'left'))
);

CREATE INDEX rehearsal_open ON rehearsal (started_at, id) WHERE status = 'open';

CREATE TABLE rehearsal_question (
    rehearsal_id TEXT NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    snapshot_id  INTEGER NOT NULL REFERENCES snapshot (id),
    PRIMARY KEY (rehearsal_id, number)
) WITHOUT ROWID;

CREATE INDEX rehearsal_question_by_snapshot ON rehearsal_question (snapshot_id);

-- As with attempts, a draft is kept even where its rehearsal is not.
CREATE TABLE draft (
    rehearsal_id TEXT NOT NULL,
    position     INTEGER NOT NULL,
    text         TEXT NOT NULL,
    seconds      REAL NOT NULL,
    saved_at     TEXT NOT NULL,
    PRIMARY KEY (rehearsal_id, position)
);
