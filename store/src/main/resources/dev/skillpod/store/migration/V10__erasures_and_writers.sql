-- An erasure and those who write what was made of learners (lists, paths, results) wait for each other: each such transaction
-- holds this lock shared from its first row to its end, an erasure alone while it notes its instant. So a row that was let in is
-- there to be deleted, and a row that comes later finds the instant noted.
CREATE FUNCTION erasure_lock() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 6212382::bigint';

-- Returns whether the learner was erased since something was made of them; waits for an erasure that is about to end.
CREATE FUNCTION erased_meanwhile(tenant text, learner text, made_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(erasure_lock());
    RETURN erased_since(tenant, learner, made_at);  -- a statement of its own, so that it sees what ended while the first waited
END $$;

-- Of lists and of paths.
CREATE OR REPLACE FUNCTION skip_late_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE WHEN erased_meanwhile(NEW.tenant_id, NEW.user_id, NEW.created_at) THEN NULL ELSE NEW END;
END $$;
CREATE TRIGGER learning_paths_not_after_erasure BEFORE INSERT ON learning_paths
    FOR EACH ROW EXECUTE FUNCTION skip_late_list();

CREATE OR REPLACE FUNCTION skip_late_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF erased_meanwhile(NEW.tenant_id, NEW.user_id,
        (SELECT created_at FROM jobs WHERE tenant_id = NEW.tenant_id AND id = NEW.job_id))
    THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
