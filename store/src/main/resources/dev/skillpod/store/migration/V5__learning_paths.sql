-- Learning paths as they were planned last, with the request they were planned for. The document is the service's own.
CREATE TABLE learning_paths (
    tenant_id     identifier  NOT NULL,
    id            uuid        NOT NULL,
    user_id       identifier  NOT NULL,
    version       integer     NOT NULL CHECK (version >= 1),  -- rises by one whenever it is planned again
    policy        text        NOT NULL,
    model_version text        NOT NULL,
    document      jsonb       NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- To erase a learner.
CREATE INDEX learning_paths_of_learner ON learning_paths (tenant_id, user_id);
