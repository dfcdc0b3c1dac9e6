-- Trainings in the background: what was asked for, how far it is, what came of it. A training is a process of its own, which
-- shows by heartbeat_at that it lives; one whose process fell silent has failed.
CREATE TABLE training_jobs (
    id               uuid        PRIMARY KEY,
    models           text[]      NOT NULL CHECK (cardinality(models) >= 1),
    state            text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    trigger          text        NOT NULL CHECK (trigger IN ('REQUEST', 'SCHEDULE', 'FRESHNESS')),
    requested_by     text        NOT NULL,
    seed             bigint      NOT NULL,
    threads          integer     NOT NULL CHECK (threads BETWEEN 1 AND 256),
    promote          text        NOT NULL CHECK (promote IN ('IF_BETTER', 'NEVER')),
    engagements      bigint      NOT NULL CHECK (engagements >= 0),  -- in the log when it was asked for
    stages           jsonb       NOT NULL DEFAULT '[]',            -- [{model, name, state, started_at, finished_at}]
    results          jsonb       NOT NULL DEFAULT '[]',            -- [{model, version, promoted, gate, reason}]
    error            text,
    cancel_requested boolean     NOT NULL DEFAULT false,
    owner            uuid        NOT NULL,                         -- the process that started the training process
    heartbeat_at     timestamptz NOT NULL DEFAULT now(),
    created_at       timestamptz NOT NULL DEFAULT now(),
    started_at       timestamptz,
    finished_at      timestamptz
);
CREATE INDEX training_jobs_newest ON training_jobs (created_at DESC);

-- Who trains which model now. A model has one row at most, on however many replicas; it goes when its job ends.
CREATE TABLE training_leases (
    model  text PRIMARY KEY,
    job_id uuid NOT NULL REFERENCES training_jobs ON DELETE CASCADE
);
CREATE INDEX training_leases_job ON training_leases (job_id);

-- When a training was last due by schedule or by new data, so that of several replicas one alone starts it.
CREATE TABLE training_triggers (
    name     text        PRIMARY KEY,
    fired_at timestamptz NOT NULL
);

-- How likely each content of a served list was thought to be useful, so that it can be compared with what came of it.
ALTER TABLE recommendations
    ADD COLUMN relevances double precision[],
    ADD CHECK (relevances IS NULL OR cardinality(relevances) = cardinality(content_ids));
