-- Versions of trained models, and which of them the aliases name. Files lie under MODEL_PATH; this is the truth about them.

-- A version never changes. Its name holds the time and the first digits of the SHA-256 of its manifest.
CREATE TABLE model_versions (
    model           text        NOT NULL CHECK (model ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    version         text        NOT NULL CHECK (version ~ '^[0-9]{8}-[0-9]{6}-[0-9a-f]{8}$'),
    manifest_sha256 text        NOT NULL CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),  -- vouches for every file
    provenance      jsonb       NOT NULL,
    registered_at   timestamptz NOT NULL DEFAULT now(),
    registered_by   text        NOT NULL,
    PRIMARY KEY (model, version)
);

CREATE TABLE model_aliases (
    model   text NOT NULL,
    alias   text NOT NULL CHECK (alias IN ('champion', 'challenger', 'shadow')),
    version text NOT NULL,
    PRIMARY KEY (model, alias),
    FOREIGN KEY (model, version) REFERENCES model_versions
);

CREATE TABLE model_traffic (
    model            text             NOT NULL PRIMARY KEY,
    challenger_share double precision NOT NULL CHECK (challenger_share BETWEEN 0 AND 0.5)
);

-- What the gate said; the newest counts.
CREATE TABLE model_gates (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model    text        NOT NULL,
    version  text        NOT NULL,
    against  text,                   -- the champion it was compared with; null: there was none
    passed   boolean     NOT NULL,
    verdict  jsonb       NOT NULL,
    judged_at timestamptz NOT NULL,
    FOREIGN KEY (model, version) REFERENCES model_versions
);
CREATE INDEX model_gates_of_version ON model_gates (model, version, id);

CREATE TABLE model_events (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    model    text        NOT NULL,
    action   text        NOT NULL CHECK (action IN ('registered', 'promoted', 'rolled_back', 'alias_set', 'refused', 'deleted')),
    version  text,
    alias    text        CHECK (alias IN ('champion', 'challenger', 'shadow')),
    previous text,
    by       text        NOT NULL,
    reason   text
);
CREATE INDEX model_events_of_model ON model_events (model, id);

CREATE FUNCTION refuse_model_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER model_versions_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON model_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_model_change();
CREATE TRIGGER model_gates_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON model_gates
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_model_change();
CREATE TRIGGER model_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON model_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_model_change();

-- Every process that serves listens, so that all of them move together, whoever moved an alias.
CREATE FUNCTION tell_model_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('skillpod_models', coalesce(NEW.model, OLD.model));
    RETURN NULL;
END $$;

CREATE TRIGGER model_aliases_tell AFTER INSERT OR UPDATE OR DELETE ON model_aliases
    FOR EACH ROW EXECUTE FUNCTION tell_model_change();
CREATE TRIGGER model_traffic_tell AFTER INSERT OR UPDATE OR DELETE ON model_traffic
    FOR EACH ROW EXECUTE FUNCTION tell_model_change();
