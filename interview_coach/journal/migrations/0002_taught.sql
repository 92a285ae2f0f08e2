-- What the user's verdicts taught: a sentence of an answer that is an example of one point from then on.
-- One for each verdict of the user. bank_id and question_id repeat the attempt, so that an index can lead with them.
CREATE TABLE taught (
    attempt_id  TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    point_id    TEXT NOT NULL,
    bank_id     TEXT NOT NULL,
    question_id TEXT NOT NULL,
    sentence    TEXT NOT NULL,
    counts      INTEGER NOT NULL CHECK (counts IN (0, 1)),
    taught_at   TEXT NOT NULL,
    PRIMARY KEY (attempt_id, point_id)
) WITHOUT ROWID;

CREATE INDEX taught_by_time ON taught (taught_at, attempt_id, point_id);
CREATE INDEX taught_by_question ON taught (bank_id, question_id, taught_at);
