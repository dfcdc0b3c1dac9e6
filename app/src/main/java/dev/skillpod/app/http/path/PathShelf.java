package dev.skillpod.app.http.path;

import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.serving.PathLog;
import dev.skillpod.app.serving.PathLog.PlannedPath;
import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps paths with their documents. Thread-safe. */
@Component
class PathShelf {
    private final PathLog log;
    private final JsonMapper mapper;

    PathShelf(PathLog log, JsonMapper mapper) {
        this.log = log;
        this.mapper = mapper;
    }

    /** A path and what is stored of it. */
    record Kept(PlannedPath path, PathDocument document) {
        boolean inStore() {
            return path.version() > 0;
        }
    }

    /** Keeps a new path, unless its learner was erased since {@code now}: then it is {@link #unkept}. */
    Kept keep(PathDocument document, Instant now) {
        var learner = new LearnerKey(
                document.request().userContext().tenantId(),
                document.request().userContext().userId());
        PlannedPath path = planned(UUID.randomUUID(), learner, 1, document, now, now);
        return log.add(path) ? new Kept(path, document) : unkept(document, now);
    }

    /** Returns a path that is not kept: version 0, under an id that nobody can ask for. */
    Kept unkept(PathDocument document, Instant now) {
        var user = document.request().userContext();
        var learner = new LearnerKey(user.tenantId(), user.userId());
        return new Kept(planned(new UUID(0, 0), learner, 0, document, now, now), document);
    }

    /**
     * Returns a tenant's path.
     *
     * @throws ProblemException 404 when there is none of that id
     */
    Kept find(String tenantId, String id) {
        PlannedPath path = log.find(tenantId, parse(id)).orElseThrow(PathShelf::unknown);
        return new Kept(path, mapper.readValue(path.document(), PathDocument.class));
    }

    /**
     * Replaces a path by a new plan.
     *
     * @throws ProblemException 409 when it was changed meanwhile
     */
    Kept replace(Kept old, PathDocument document, Instant now) {
        PlannedPath path = planned(
                old.path().id(),
                old.path().learner(),
                old.path().version() + 1,
                document,
                old.path().createdAt(),
                now);
        if (!log.replace(path)) {
            throw ProblemException.conflict("the path was changed by another request; read it again");
        }
        return new Kept(path, document);
    }

    private PlannedPath planned(
            UUID id, LearnerKey learner, int version, PathDocument document, Instant createdAt, Instant now) {
        return new PlannedPath(
                id,
                learner,
                version,
                document.plan().policy(),
                document.plan().modelVersion(),
                mapper.writeValueAsString(document),
                createdAt,
                now);
    }

    /** An id that is no UUID is the id of no path. */
    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("there is no learning path of this id");
    }
}
