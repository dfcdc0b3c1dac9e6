-- Rises with every write of postings, so that a process knows when what it made of them is of yesterday.
CREATE TABLE posting_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint  NOT NULL
);
INSERT INTO posting_version (version) VALUES (0);

-- Jobs as they were posted. Shared by all tenants. An id is the job_id of market signals and outcomes, which may name jobs
-- that are not here. Skills and roles may be imported later.
CREATE TABLE postings (
    id           identifier  PRIMARY KEY,
    title        text,
    role_id      identifier,
    region       identifier,
    posted_at    timestamptz NOT NULL,
    skill_ids    text[]      NOT NULL,  -- asked for, each once
    skill_levels smallint[]  NOT NULL,  -- in the same order; null where the posting names no level
    pay_low      double precision CHECK (pay_low > 0),
    pay_high     double precision CHECK (pay_high < 'Infinity'),
    pay_currency text        CHECK (pay_currency ~ '^[A-Z]{3}$'),
    data_source  data_source NOT NULL,
    CHECK (cardinality(skill_ids) = cardinality(skill_levels)),
    CHECK (0 <= ALL (skill_levels) AND 100 >= ALL (skill_levels)),
    CHECK (num_nulls(pay_low, pay_high, pay_currency) IN (0, 3)),
    CHECK (pay_high >= pay_low)
);

-- The newest first.
CREATE INDEX postings_by_time ON postings (posted_at DESC, id);
