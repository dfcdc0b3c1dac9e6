package dev.skillpod.app.http.posting;

import dev.skillpod.app.http.json.BulkMapping;
import dev.skillpod.app.http.json.JsonLines;
import dev.skillpod.app.http.json.LineErrors;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.app.serving.JobBoard;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Catalog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Puts and shows job postings. */
@RestController
@RequestMapping(path = "/api/v1/postings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "postings")
public class PostingController {
    private static final Duration MOST_AHEAD = Duration.ofDays(1);
    private static final int MOST_WARNINGS = 20;

    private final JsonLines lines;
    private final RequestValidator validator;
    private final CatalogSource source;
    private final JobBoard board;
    private final InstantSource clock;

    PostingController(
            JsonLines lines, RequestValidator validator, CatalogSource source, JobBoard board, InstantSource clock) {
        this.lines = lines;
        this.validator = validator;
        this.source = source;
        this.board = board;
        this.clock = clock;
    }

    @BulkMapping(method = RequestMethod.PUT, row = PostingBody.class, line = "posting")
    @Operation(
            operationId = "putPostings",
            summary = "Create or replace job postings",
            description = "1 to 10,000 rows, as a JSON array or as NDJSON. A posting of the same job_id is replaced"
                    + " wholly. All are put or none: errors name each wrong line (the first 100, total_errors has their"
                    + " number). Skills and roles that the catalogue does not know yet are warned of.")
    PostingsPut put(HttpServletRequest request) throws IOException {
        Instant latest = clock.instant().plus(MOST_AHEAD);
        var errors = new LineErrors();
        var postings = new LinkedHashMap<String, JobPosting>();
        lines.read(request.getInputStream(), JsonLines.isNdjson(request), PostingBody.class, errors, (body, line) -> {
            List<FieldError> found = new ArrayList<>(validator.errors(body));
            if (found.isEmpty()) {
                found.addAll(body.contradictions(latest));
            }
            if (found.isEmpty() && postings.putIfAbsent(body.jobId(), body.posting()) != null) {
                found.add(new FieldError(
                        "job_id",
                        "must occur once, occurred again: \"" + Excerpt.of(body.jobId()) + '"',
                        ErrorCode.CONFLICT));
            }
            found.forEach(error -> errors.add(line, error));
        });
        errors.throwIfAny();
        List<JobPosting> rows = List.copyOf(postings.values());
        List<String> warnings = warnings(rows);
        var written = board.putPostings(rows);
        return new PostingsPut(written.created(), written.replaced(), warnings);
    }

    @GetMapping("/{job_id}")
    @Operation(operationId = "getPosting", summary = "Show a job posting")
    PostingView get(@PathVariable("job_id") String id) {
        PathId.check("job_id", id);
        return board.posting(id)
                .map(PostingView::of)
                .orElseThrow(() -> ProblemException.notFound("there is no job posting of this id"));
    }

    private List<String> warnings(List<JobPosting> postings) {
        Catalog catalog = source.catalog();
        Stream<String> skills = postings.stream()
                .flatMap(posting -> posting.skills().stream())
                .map(AskedSkill::skillId)
                .distinct()
                .filter(id -> catalog.skillIndex(id).isEmpty())
                .map(id -> "skill_id names '%s', which is not in the catalogue yet".formatted(Excerpt.of(id)));
        Stream<String> roles = postings.stream()
                .map(JobPosting::roleId)
                .filter(Objects::nonNull)
                .distinct()
                .filter(id -> catalog.role(id).isEmpty())
                .map(id -> "role_id names '%s', which is not in the catalogue yet".formatted(Excerpt.of(id)));
        return Stream.concat(skills, roles).limit(MOST_WARNINGS).toList();
    }
}
