-- Keys of callers, the log of administrators' acts, erased learners, and the second lock between tenants.

-- Rises with every change of the keys, so that services notice at the price of one row.
CREATE TABLE api_key_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint  NOT NULL
);
INSERT INTO api_key_version (version) VALUES (0);

CREATE TABLE api_keys (
    key_id       text        PRIMARY KEY CHECK (key_id ~ '^[a-z0-9]{12}$'),
    secret_hash  bytea       NOT NULL CHECK (octet_length(secret_hash) = 32),  -- SHA-256 of 256 random bits
    role         text        NOT NULL CHECK (role IN ('CALLER', 'INGEST', 'ADMIN')),
    tenant_id    identifier,                                                   -- null: any tenant
    name         text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    created_at   timestamptz NOT NULL DEFAULT now(),
    created_by   text        NOT NULL,
    last_used_at timestamptz,                                                  -- to the minute or so
    revoked_at   timestamptz,
    CHECK (role <> 'ADMIN' OR tenant_id IS NULL)
);

CREATE TABLE audit_log (
    seq        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    actor      text        NOT NULL,  -- key:<key_id>, jwt:<subject>, ML_SERVICE_TOKEN, ...
    role       text        NOT NULL,
    action     text        NOT NULL,
    subject    text        NOT NULL,
    outcome    text        NOT NULL,
    request_id text
);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_log is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Whom nothing may be written about that was computed before: by digest, so that the list does not keep the id.
CREATE TABLE erasures (
    tenant_id    identifier  NOT NULL,
    learner_hash bytea       NOT NULL CHECK (octet_length(learner_hash) = 32),  -- SHA-256 of the user id
    erased_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, learner_hash)
);

CREATE FUNCTION erased_since(tenant text, learner text, since timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM erasures
        WHERE tenant_id = tenant AND learner_hash = sha256(convert_to(learner, 'UTF8')) AND erased_at >= since)
$$;

-- A list or a result that was made before the learner was erased, and arrives afterwards, is not written.
CREATE FUNCTION skip_late_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE WHEN erased_since(NEW.tenant_id, NEW.user_id, NEW.created_at) THEN NULL ELSE NEW END;
END $$;
CREATE TRIGGER recommendations_not_after_erasure BEFORE INSERT ON recommendations
    FOR EACH ROW EXECUTE FUNCTION skip_late_list();

CREATE FUNCTION skip_late_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF erased_since(NEW.tenant_id, NEW.user_id,
        (SELECT created_at FROM jobs WHERE tenant_id = NEW.tenant_id AND id = NEW.job_id))
    THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER job_results_not_after_erasure BEFORE INSERT ON job_results
    FOR EACH ROW EXECUTE FUNCTION skip_late_result();

-- Shows rows of the tenant in skillpod.tenant only, and all when skillpod.all_tenants is on (training, imports). Both are set
-- for one transaction; without them there is nothing to see. FORCE: the owner is bound too. Later migrations call it for
-- every table with a tenant_id.
CREATE FUNCTION isolate_tenants(isolated regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', isolated);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', isolated);
    -- The sub-selects are evaluated once per query and not once per row.
    EXECUTE format(
        'CREATE POLICY own_tenant ON %s USING (tenant_id = (SELECT current_setting(''skillpod.tenant'', true))'
        ' OR (SELECT current_setting(''skillpod.all_tenants'', true) = ''on''))', isolated);
END $$;

-- Every table there is with a tenant, except the keys: which tenant a key belongs to must be known to let it in.
DO $$ BEGIN
    PERFORM isolate_tenants(c.oid::regclass) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'api_keys'
        AND a.attname = 'tenant_id' AND NOT a.attisdropped;
END $$;
