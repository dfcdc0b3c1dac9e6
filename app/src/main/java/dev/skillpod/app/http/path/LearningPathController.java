package dev.skillpod.app.http.path;

import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.path.PathShelf.Kept;
import dev.skillpod.app.http.request.Admission;
import dev.skillpod.app.http.request.RequestId;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.http.validation.TenantGate;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.app.serving.StoredHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans learning paths, shows them, and plans them again when something changes. */
@RestController
@RequestMapping(path = "/api/v1/learning-paths", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "learning paths")
public class LearningPathController {
    private static final String NOT_KEPT = "postgresql is down: the path is not kept";
    private static final String ERASED = "the learner was erased meanwhile: the path is not kept";

    private final RequestValidator validator;
    private final PathPlanning planning;
    private final PathShelf shelf;
    private final InstantSource clock;
    private final Admission admission;
    private final LearnerDirectory learners;
    private final Degradation degradation;
    private final TenantGate tenants;
    private final RequestTrace trace;

    LearningPathController(
            RequestValidator validator,
            PathPlanning planning,
            PathShelf shelf,
            InstantSource clock,
            Admission admission,
            LearnerDirectory learners,
            Degradation degradation,
            TenantGate tenants,
            RequestTrace trace) {
        this.validator = validator;
        this.planning = planning;
        this.shelf = shelf;
        this.clock = clock;
        this.admission = admission;
        this.learners = learners;
        this.degradation = degradation;
        this.tenants = tenants;
        this.trace = trace;
    }

    @PostMapping(path = "/generate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "generatePath",
            summary = "Plan a learner's path",
            description =
                    "The contents that bring the learner nearest to the target role, the target_skills and what the"
                            + " market activity asks for, in order, within the hours until the deadline. Each step says"
                            + " what it is expected to do, why it comes there, and what could come instead. No path"
                            + " attains less than simpler ways to choose, which are told beside it. The path is kept.")
    PathView generate(@RequestBody PathRequest body, HttpServletRequest http) {
        validator.check(body);
        return admission.admit(() -> {
            Instant now = now();
            var stored = new StoredHistory(learners, degradation, trace);
            PathDocument document = planning.plan(body, stored::of, List.of(), now);
            var degraded = new ArrayList<>(stored.degraded());
            Kept path;
            try {
                path = shelf.keep(document, now);
                if (!path.inStore()) {
                    degraded.add(ERASED);
                }
            } catch (StoreUnavailableException e) {
                path = shelf.unkept(document, now);
                degraded.add(NOT_KEPT);
            }
            return view(path, null, List.of(), http, degraded);
        });
    }

    @GetMapping("/{path_id:[0-9a-fA-F-]+}")
    @Operation(
            operationId = "getPath",
            summary = "Show a path",
            description = "When the learner finished contents or levels were measured since, the path is planned again"
                    + " first.")
    PathView get(
            @PathVariable("path_id") String id,
            @RequestParam(name = "tenant_id", required = false) @Nullable String tenantId,
            HttpServletRequest http) {
        return admission.admit(() -> {
            Kept kept = shelf.find(tenant(tenantId), id);
            String news = planning.news(kept.path().learner(), kept.document());
            Instant now = now();
            if (news == null) {
                return view(kept, null, List.of(), http);
            }
            if (PathPlanning.over(kept.document().request(), now)) {
                return view(
                        kept, null, List.of(news + ", but the deadline is over: send a new one to plan again"), http);
            }
            var again = planning.plan(kept.document().request(), kept.document().done(), now);
            return view(shelf.replace(kept, again, now), news, List.of(), http);
        });
    }

    @PatchMapping(path = "/{path_id:[0-9a-fA-F-]+}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changePath",
            summary = "Change a path and plan it again",
            description = "Pins and excludes contents, marks steps done, changes hours, deadline and length. 409 when"
                    + " another request changed the path meanwhile.")
    PathView change(
            @PathVariable("path_id") String id,
            @RequestParam(name = "tenant_id", required = false) @Nullable String tenantId,
            @RequestBody PathChange body,
            HttpServletRequest http) {
        validator.check(body);
        return admission.admit(() -> {
            Kept kept = shelf.find(tenant(tenantId), id);
            Instant now = now();
            var done = PathDocument.with(kept.document().done(), ProfileMapping.orEmpty(body.doneContentIds()), now);
            var again = planning.plan(body.applyTo(kept.document().request()), done, now);
            return view(shelf.replace(kept, again, now), "the path was changed by this request", List.of(), http);
        });
    }

    private PathView view(Kept kept, @Nullable String because, List<String> warnings, HttpServletRequest http) {
        return view(kept, because, warnings, http, degradation.reasons());
    }

    private static PathView view(
            Kept kept,
            @Nullable String because,
            List<String> warnings,
            HttpServletRequest http,
            List<String> degraded) {
        var all = new ArrayList<>(warnings);
        all.addAll(kept.document().plan().warnings());
        return new PathView(
                kept.inStore() ? kept.path().id() : null,
                kept.path().version(),
                kept.path().learner().tenantId(),
                kept.path().learner().userId(),
                kept.path().createdAt().toString(),
                kept.path().updatedAt().toString(),
                because,
                kept.document().plan(),
                kept.document().done().stream()
                        .map(PathDocument.Done::contentId)
                        .toList(),
                List.copyOf(all),
                RequestId.millisSinceStart(http),
                degraded);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String tenant(@Nullable String sent) {
        return tenants.named("tenant_id", sent);
    }
}
