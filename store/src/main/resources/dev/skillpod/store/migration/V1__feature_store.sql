-- The feature store: what can be learnt (catalogue), who learns (learners), what happened (events), what the market
-- asks for (demand), what was answered (recommendations) and what runs in the background (jobs).
--
-- Conventions
--  * Catalogue and demand are shared by all tenants; every other table has tenant_id in its primary key.
--  * data_source says of each row whether it was observed (REAL) or made by a simulator (SYNTHETIC).
--  * Enum-like columns are text with a CHECK; the words are those of the wire contract.
--  * Times are timestamptz with microseconds, in UTC.

-- An id of any kind. Collation "C" orders by code point on every server, so that training always sees the same order.
CREATE DOMAIN identifier AS text COLLATE "C" CHECK (char_length(VALUE) BETWEEN 1 AND 200);

CREATE DOMAIN data_source AS text CHECK (VALUE IN ('REAL', 'SYNTHETIC'));

-- A level of a skill.
CREATE DOMAIN skill_level AS smallint CHECK (VALUE BETWEEN 0 AND 100);

---------------------------------------------------------------------------------------------------------- catalogue

-- One row. Every write to the catalogue raises the number (and thereby waits for the write before it), so that services
-- know when their snapshot is stale.
CREATE TABLE catalog_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint  NOT NULL
);
INSERT INTO catalog_version (version) VALUES (0);

CREATE TABLE skills (
    id          identifier  PRIMARY KEY,
    name        text        NOT NULL,
    area        text        NOT NULL,
    description text        NOT NULL,
    data_source data_source NOT NULL,
    updated_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE skill_aliases (
    skill_id identifier NOT NULL REFERENCES skills ON DELETE CASCADE,
    place    integer    NOT NULL,
    alias    text       NOT NULL,
    PRIMARY KEY (skill_id, place)
);

-- References inside the catalogue are not foreign keys where the other side may be imported later: a reference to an
-- unknown id is reported to whoever writes it, and finds nothing until the id exists.

-- skill_id should not be started before requires_skill_id has reached required_level. Acyclic: CatalogStore checks.
CREATE TABLE prerequisites (
    skill_id          identifier  NOT NULL,
    requires_skill_id identifier  NOT NULL,
    required_level    skill_level NOT NULL,
    data_source       data_source NOT NULL,
    PRIMARY KEY (skill_id, requires_skill_id),
    CHECK (skill_id <> requires_skill_id)
);

CREATE TABLE roles (
    id          identifier  PRIMARY KEY,
    title       text        NOT NULL,
    area        text        NOT NULL,
    description text        NOT NULL,
    data_source data_source NOT NULL,
    updated_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE role_aliases (
    role_id identifier NOT NULL REFERENCES roles ON DELETE CASCADE,
    place   integer    NOT NULL,
    alias   text       NOT NULL,
    PRIMARY KEY (role_id, place)
);

CREATE TABLE role_skills (
    role_id        identifier       NOT NULL REFERENCES roles ON DELETE CASCADE,
    place          integer          NOT NULL,
    skill_id       identifier       NOT NULL,
    required_level skill_level      NOT NULL,
    importance     double precision NOT NULL CHECK (importance BETWEEN 0 AND 1),
    PRIMARY KEY (role_id, skill_id)
);

CREATE TABLE contents (
    id               identifier  PRIMARY KEY,
    type             text        NOT NULL CHECK (type IN
        ('VIDEO', 'ARTICLE', 'COURSE', 'TUTORIAL', 'PROJECT', 'QUIZ', 'ASSESSMENT', 'WORKSHOP', 'MENTORING',
         'CERTIFICATION', 'BOOK', 'PODCAST', 'BOOTCAMP')),
    title            text        NOT NULL,
    description      text,
    provider         text,
    url              text,
    level_from       skill_level NOT NULL,
    level_to         skill_level NOT NULL CHECK (level_to >= level_from),
    duration_minutes integer     CHECK (duration_minutes >= 1),
    data_source      data_source NOT NULL,
    updated_at       timestamptz NOT NULL DEFAULT now()
);

-- What a content teaches; place 0 is its main skill.
CREATE TABLE content_skills (
    content_id identifier       NOT NULL REFERENCES contents ON DELETE CASCADE,
    place      integer          NOT NULL,
    skill_id   identifier       NOT NULL,
    weight     double precision NOT NULL CHECK (weight > 0 AND weight <= 1),
    PRIMARY KEY (content_id, skill_id)
);

-- Contents to finish before this one. Acyclic: CatalogStore checks.
CREATE TABLE content_prerequisites (
    content_id          identifier NOT NULL REFERENCES contents ON DELETE CASCADE,
    place               integer    NOT NULL,
    requires_content_id identifier NOT NULL,
    PRIMARY KEY (content_id, requires_content_id),
    CHECK (content_id <> requires_content_id)
);

----------------------------------------------------------------------------------------------------------- learners

-- What learners say of themselves. A learner may have events and no row here.
CREATE TABLE learners (
    tenant_id             identifier  NOT NULL,
    user_id               identifier  NOT NULL,
    skills                jsonb       NOT NULL DEFAULT '[]',  -- [{"skill_id", "level" 0..100, "years" or absent}]
    career_goals          jsonb       NOT NULL DEFAULT '[]',  -- ["in the learner's words"]
    target_role           text,                               -- id, title or free text
    experience_level      text        CHECK (experience_level IN ('BEGINNER', 'INTERMEDIATE', 'ADVANCED', 'EXPERT')),
    learning_style        text        CHECK (learning_style IN
        ('SELF_PACED', 'INSTRUCTOR_LED', 'PROJECT_BASED', 'INTERACTIVE', 'MIXED')),
    weekly_learning_hours smallint    NOT NULL CHECK (weekly_learning_hours BETWEEN 1 AND 80),
    data_source           data_source NOT NULL,
    created_at            timestamptz NOT NULL DEFAULT now(),
    updated_at            timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, user_id)
);

------------------------------------------------------------------------------------------------------------- events

-- Everything that happened to learners, in one append-only log. Columns that a kind does not have are null.
CREATE TABLE events (
    tenant_id         identifier       NOT NULL,
    event_id          identifier       NOT NULL,
    user_id           identifier       NOT NULL,
    occurred_at       timestamptz      NOT NULL,
    seq               bigint           GENERATED ALWAYS AS IDENTITY,  -- arrival; orders events of the same instant
    kind              text             NOT NULL,
    type              text,                                  -- of an engagement or a market signal
    content_id        identifier,
    skill_id          identifier,                            -- of an assessment
    skill_ids         text[],                                -- of a signal or an outcome
    job_id            identifier,
    recommendation_id identifier,
    position          integer          CHECK (position >= 1),
    propensity        double precision CHECK (propensity > 0 AND propensity <= 1),
    progress          double precision CHECK (progress BETWEEN 0 AND 1),
    rating            smallint         CHECK (rating BETWEEN 1 AND 5),
    score             double precision CHECK (score BETWEEN 0 AND 100),
    outcome           text             CHECK (outcome IN
        ('IGNORED', 'VIEWED', 'SHORTLISTED', 'INTERVIEWED', 'HIRED', 'REJECTED', 'WITHDRAWN')),
    match_score       double precision,
    data_source       data_source      NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (tenant_id, event_id),
    CONSTRAINT events_kind CHECK (CASE kind
        WHEN 'ENGAGEMENT' THEN content_id IS NOT NULL AND type IN
            ('IMPRESSION', 'VIEW', 'START', 'PROGRESS', 'COMPLETE', 'DISMISS', 'RATE')
        WHEN 'ASSESSMENT' THEN type IS NULL AND skill_id IS NOT NULL AND score IS NOT NULL
        WHEN 'MARKET_SIGNAL' THEN skill_ids IS NOT NULL AND type IN
            ('JOB_VIEW', 'JOB_APPLICATION', 'JOB_REJECTION', 'JOB_ACCEPTANCE', 'CONTRACT_STARTED',
             'CONTRACT_COMPLETED', 'CLIENT_FEEDBACK', 'SKILL_SEARCH', 'PROFILE_GAP', 'COMPETITOR_ANALYSIS',
             'MARKET_TREND', 'CERTIFICATION_REQUIRED')
        WHEN 'APPLICATION_OUTCOME' THEN
            type IS NULL AND job_id IS NOT NULL AND outcome IS NOT NULL AND skill_ids IS NOT NULL
        ELSE false END)
);

-- A learner's history, and the whole log learner by learner.
CREATE INDEX events_by_learner ON events (tenant_id, user_id, occurred_at, seq);

-- Append-only: rows never change and never go, except that a learner's own rows may be erased by a transaction that
-- names the learner in skillpod.erase_tenant and skillpod.erase_user (see Database.erase).
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
        AND OLD.tenant_id = current_setting('skillpod.erase_tenant', true)
        AND OLD.user_id = current_setting('skillpod.erase_user', true)
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'events is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
    FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();

------------------------------------------------------------------------------------------------------------- demand

-- How much a skill was asked for in a month. Region '' is the whole market.
CREATE TABLE demand (
    skill_id    identifier       NOT NULL,
    region      text COLLATE "C" NOT NULL DEFAULT '' CHECK (char_length(region) <= 200),
    period      date             NOT NULL CHECK (extract(day FROM period) = 1),
    postings    double precision NOT NULL CHECK (postings >= 0),
    applicants  double precision CHECK (applicants >= 0),
    median_pay  double precision CHECK (median_pay >= 0),
    data_source data_source      NOT NULL,
    PRIMARY KEY (skill_id, region, period)
);

---------------------------------------------------------------------------------------------------- recommendations

-- The lists that were served, so that a later event can refer to one and training knows what was shown.
CREATE TABLE recommendations (
    tenant_id     identifier         NOT NULL,
    id            uuid               NOT NULL,
    user_id       identifier         NOT NULL,
    created_at    timestamptz        NOT NULL,
    model_version text               NOT NULL,
    method        text               NOT NULL CHECK (method IN ('HYBRID', 'COLD_START', 'POPULAR_FALLBACK')),
    content_ids   text[]             NOT NULL,  -- best first
    scores        double precision[] NOT NULL,  -- overall scores, in the same order
    data_source   text               NOT NULL CHECK (data_source IN ('real', 'synthetic', 'mixed', 'none')),  -- of the models; none: untrained
    PRIMARY KEY (tenant_id, id),
    CHECK (cardinality(content_ids) = cardinality(scores))
);
CREATE INDEX recommendations_by_learner ON recommendations (tenant_id, user_id, created_at);

--------------------------------------------------------------------------------------------------------------- jobs

-- Work in the background: batches of recommendations, imports, retraining.
CREATE TABLE jobs (
    tenant_id        identifier  NOT NULL,
    id               uuid        NOT NULL,
    kind             identifier  NOT NULL,
    state            text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    done             bigint      NOT NULL DEFAULT 0 CHECK (done >= 0),
    total            bigint      NOT NULL DEFAULT 0 CHECK (total >= 0),  -- 0 when unknown
    cancel_requested boolean     NOT NULL DEFAULT false,
    request          jsonb,
    result           jsonb,
    error            text,
    owner            uuid        NOT NULL,  -- the process that runs it
    heartbeat_at     timestamptz NOT NULL DEFAULT now(),
    created_at       timestamptz NOT NULL DEFAULT now(),
    started_at       timestamptz,
    finished_at      timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX jobs_id ON jobs (id);
CREATE INDEX jobs_unfinished ON jobs (owner) WHERE state IN ('QUEUED', 'RUNNING');

-- What a job has brought forth so far, one row per user.
CREATE TABLE job_results (
    tenant_id identifier NOT NULL,
    job_id    uuid       NOT NULL,
    position  integer    NOT NULL CHECK (position >= 0),  -- the user's place in the request
    user_id   identifier NOT NULL,
    result    json       NOT NULL,
    PRIMARY KEY (job_id, position),
    FOREIGN KEY (tenant_id, job_id) REFERENCES jobs ON DELETE CASCADE
);
CREATE INDEX job_results_user ON job_results (tenant_id, user_id);
