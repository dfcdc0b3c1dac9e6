package dev.skillpod.app.http.training;

import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.QueryValue;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.http.validation.UnknownFields;
import dev.skillpod.app.serving.Retraining;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trains models again, and lets callers follow and cancel trainings. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "models")
public class RetrainController {
    private static final String PATH = "/api/v1/models/retrain";
    private static final String SOMEBODY = "a caller";

    private final Retraining retraining;
    private final RequestValidator validator;

    RetrainController(Retraining retraining, RequestValidator validator) {
        this.retraining = retraining;
        this.validator = validator;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "retrain",
            summary = "Train models again",
            description =
                    "A process of its own trains, and the service goes on answering with the models it has. Of each"
                            + " model one training at a time is under way: a second order gets that one, with"
                            + " already_running. A dry run answers 200 and says what would be trained on.")
    @ApiResponse(
            responseCode = "202",
            description = "Begun, or under way already.",
            headers =
                    @Header(
                            name = "Location",
                            required = true,
                            description = "Where to follow the training.",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200",
            description = "A dry run.",
            content = @Content(schema = @Schema(implementation = RetrainAnswer.class)))
    ResponseEntity<RetrainAnswer> retrain(@RequestBody RetrainRequest request, HttpServletRequest http) {
        UnknownFields.refuse(request.unknown(), RetrainRequest.FIELDS);
        Retraining.Order order = validator.check(request).order(retraining, requestedBy(http));
        if (Boolean.TRUE.equals(request.dryRun())) {
            return ResponseEntity.ok(RetrainAnswer.of(retraining.preview(order)));
        }
        Retraining.Placed placed = retraining.order(order);
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + placed.training().id()))
                .body(RetrainAnswer.of(placed));
    }

    @GetMapping(PATH)
    @Operation(operationId = "getTrainings", summary = "Show the newest trainings")
    Trainings list(@RequestParam(name = "limit", required = false) @Nullable String limit) {
        return new Trainings(retraining.latest(QueryValue.integer("limit", limit, 100, 1, 1000)).stream()
                .map(TrainingView::of)
                .toList());
    }

    @GetMapping(PATH + "/{job_id}")
    @Operation(operationId = "getTraining", summary = "Show where a training stands")
    TrainingView get(@PathVariable("job_id") String id) {
        return TrainingView.of(retraining.find(parse(id)).orElseThrow(RetrainController::unknown));
    }

    @DeleteMapping(PATH + "/{job_id}")
    @Operation(
            operationId = "cancelTraining",
            summary = "Cancel a training",
            description =
                    "Ends its process and deletes what is not finished; models that were done stay. One that runs on"
                            + " another replica ends within seconds. 409 when it has ended already.")
    @ApiResponse(responseCode = "202", description = "It ends.", useReturnTypeSchema = true)
    ResponseEntity<TrainingView> cancel(@PathVariable("job_id") String id) {
        Retraining.Cancelled cancelled = retraining.cancel(parse(id)).orElseThrow(RetrainController::unknown);
        if (!cancelled.byThisCall()) {
            throw ProblemException.conflict("the training has ended already; its state is "
                    + cancelled.training().state().name().toLowerCase(Locale.ROOT));
        }
        return ResponseEntity.accepted().body(TrainingView.of(cancelled.training()));
    }

    /** Names the key, as the audit log does. */
    private static String requestedBy(HttpServletRequest http) {
        String user = http.getRemoteUser();
        return user == null ? SOMEBODY : user;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("there is no training of this id");
    }

    /** An id that is no UUID is the id of no training. */
    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }
}
