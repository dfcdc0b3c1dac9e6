package dev.skillpod.app.http.job;

import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.request.HeaderText;
import dev.skillpod.app.http.validation.Ids;
import dev.skillpod.app.http.validation.Paging;
import dev.skillpod.app.http.validation.TenantGate;
import dev.skillpod.app.jobs.BatchJobs;
import dev.skillpod.app.jobs.JobsFullException;
import dev.skillpod.app.serving.Job;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Queues batches and lets callers follow, read and cancel them. */
@RestController
@Tag(name = "jobs")
public class JobController {
    /** The most users of one batch. */
    private static final int MOST_USERS = 10_000;

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final BatchJobs jobs;
    private final TenantGate tenants;

    JobController(BatchJobs jobs, TenantGate tenants) {
        this.jobs = jobs;
        this.tenants = tenants;
    }

    @PostMapping(
            path = "/api/v1/recommendations/batch",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "batch",
            summary = "Recommend contents to many users",
            description = "1 to 10,000 user ids of one tenant; a repeated id counts once. Each user gets what generate"
                    + " answers with its defaults and the stored profile.")
    @ApiResponse(
            responseCode = "202",
            description = "Queued.",
            headers =
                    @Header(
                            name = "Location",
                            required = true,
                            description = "Where to follow the job.",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    ResponseEntity<BatchQueued> batch(
            @RequestBody List<@Nullable String> userIds,
            @RequestHeader(name = "x-tenant-id", required = false) @Nullable String tenantId) {
        List<String> users = Ids.check("user", userIds, MOST_USERS);
        String named = tenantId == null ? null : HeaderText.utf8(tenantId);
        try {
            Job job = jobs.submit(tenants.named("x-tenant-id", named), users);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/jobs/" + job.id()))
                    .body(BatchQueued.of(job));
        } catch (JobsFullException e) {
            throw ProblemException.unavailable(String.valueOf(e.getMessage()), RETRY);
        }
    }

    @GetMapping(path = "/api/v1/jobs/{job_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getJob", summary = "Show where a job stands")
    JobView get(@PathVariable("job_id") String id) {
        return JobView.of(find(id));
    }

    @GetMapping(path = "/api/v1/jobs/{job_id}/results", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getJobResults",
            summary = "Show a job's results",
            description = "A page of the results there are so far, in the order of the request.")
    JobResults results(
            @PathVariable("job_id") String id,
            @RequestParam(name = "offset", required = false) @Nullable String offset,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(offset, limit);
        Job job = find(id);
        List<JobResults.Answer> answers = jobs.results(job, paging.offset(), paging.limit()).stream()
                .map(result -> new JobResults.Answer(result.json()))
                .toList();
        return new JobResults(job.id(), job.state(), jobs.available(job), paging.offset(), paging.limit(), answers);
    }

    @DeleteMapping(path = "/api/v1/jobs/{job_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description = "Stops a job that has not ended; the results so far remain. 409 when it has ended already.")
    JobView cancel(@PathVariable("job_id") String id) {
        BatchJobs.Cancelled cancelled = jobs.cancel(tenants.bound(), parse(id)).orElseThrow(JobController::unknown);
        if (!cancelled.byThisCall()) {
            throw ProblemException.conflict(
                    "the job has ended already; its state is " + cancelled.job().state());
        }
        return JobView.of(cancelled.job());
    }

    private Job find(String id) {
        return jobs.find(tenants.bound(), parse(id)).orElseThrow(JobController::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("there is no job of this id");
    }

    /** An id that is no UUID is the id of no job. */
    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }
}
