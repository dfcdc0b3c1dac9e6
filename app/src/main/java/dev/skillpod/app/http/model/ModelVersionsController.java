package dev.skillpod.app.http.model;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.Paging;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.app.serving.ModelVersions;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelDifference;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.core.model.NothingToRollBackException;
import dev.skillpod.core.model.PromotionRefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the versions of a model and says which of them answers. */
@RestController
@RequestMapping(path = "/api/v1/models/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "models")
public class ModelVersionsController {
    private final ModelVersions models;
    private final RequestValidator validator;

    ModelVersionsController(ModelVersions models, RequestValidator validator) {
        this.models = models;
        this.validator = validator;
    }

    @GetMapping("/versions")
    @Operation(
            operationId = "modelVersions",
            summary = "List the versions of a model",
            description = "The newest first, with where they come from, what they scored and what the gate said.")
    VersionView.Versions versions(@PathVariable("name") String name) {
        String model = known(name);
        ModelAliases aliases = models.aliases(model);
        return new VersionView.Versions(
                model,
                models.versions(model).stream()
                        .map(version -> VersionView.of(version, aliases, models.sound(model, version.version())))
                        .toList());
    }

    @GetMapping("/versions/{version}")
    @Operation(operationId = "modelVersion", summary = "Show a version of a model")
    VersionView version(@PathVariable("name") String name, @PathVariable("version") String version) {
        String model = known(name);
        return VersionView.of(find(model, "version", version), models.aliases(model), models.sound(model, version));
    }

    @GetMapping("/diff")
    @Operation(operationId = "compareModelVersions", summary = "Compare two versions of a model")
    DifferenceView diff(
            @PathVariable("name") String name, @RequestParam("from") String from, @RequestParam("to") String to) {
        String model = known(name);
        return DifferenceView.of(
                from,
                to,
                ModelDifference.between(
                        find(model, "from", from).provenance(),
                        find(model, "to", to).provenance()));
    }

    @GetMapping("/history")
    @Operation(
            operationId = "modelHistory",
            summary = "Tell what happened to a model",
            description = "The newest first. The history only grows.")
    HistoryView history(
            @PathVariable("name") String name, @RequestParam(name = "limit", required = false) @Nullable String limit) {
        return HistoryView.of(models.history(known(name), Paging.of(null, limit).limit()));
    }

    @PostMapping(path = "/promote", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "promoteModel",
            summary = "Let an alias name a version",
            description =
                    "The champion answers: the gate judges the version against the champion of now first, which may"
                            + " take a minute, and refuses it with 409 and one error per rule that was not met. Challenger"
                            + " and shadow are not judged. Running services follow at once.")
    AliasesView promote(@PathVariable("name") String name, @RequestBody PromoteBody body, HttpServletRequest request) {
        String model = known(name);
        validator.check(body);
        try {
            return AliasesView.of(models.promote(body.wish(model, by(request))));
        } catch (NoSuchVersionException e) {
            throw ProblemException.notFound(String.valueOf(e.getMessage()));
        } catch (PromotionRefusedException e) {
            throw ProblemException.conflict(
                    String.valueOf(e.getMessage()),
                    e.verdict().map(ModelVersionsController::errors).orElse(List.of()));
        }
    }

    @PostMapping(path = "/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "rollBackModel",
            summary = "Let the champion before be champion again",
            description = "Goes back one step, past versions that cannot be read. 409 when there is no earlier one.")
    AliasesView rollback(
            @PathVariable("name") String name, @RequestBody RollbackBody body, HttpServletRequest request) {
        String model = known(name);
        validator.check(body);
        try {
            return AliasesView.of(models.rollback(model, by(request), body.reason()));
        } catch (NothingToRollBackException e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    @PutMapping(path = "/traffic", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "splitModelTraffic",
            summary = "Say which share of the learners the challenger answers",
            description = "Learners are chosen by a hash of tenant and user, so that each keeps the same version.")
    AliasesView traffic(@PathVariable("name") String name, @RequestBody TrafficBody body, HttpServletRequest request) {
        String model = known(name);
        validator.check(body);
        return AliasesView.of(models.share(model, body.challengerShare(), by(request)));
    }

    @DeleteMapping("/aliases/{alias}")
    @Operation(operationId = "clearModelAlias", summary = "Take the alias challenger or shadow away")
    AliasesView clear(
            @PathVariable("name") String name, @PathVariable("alias") String alias, HttpServletRequest request) {
        String model = known(name);
        ModelAlias named = ModelAlias.of(alias)
                .filter(a -> a != ModelAlias.CHAMPION)
                .orElseThrow(() -> ProblemException.notFound("alias must be challenger or shadow"));
        return AliasesView.of(models.clear(model, named, by(request), null));
    }

    private String known(String name) {
        if (!models.models().contains(name)) {
            throw ProblemException.notFound(
                    "there is no model '" + Excerpt.of(name) + "'; there are " + String.join(", ", models.models()));
        }
        return name;
    }

    private ModelVersion find(String model, String field, String version) {
        return models.find(model, PathId.check(field, version))
                .orElseThrow(() ->
                        ProblemException.notFound("model " + model + " has no version '" + Excerpt.of(version) + "'"));
    }

    private static List<FieldError> errors(GateVerdict verdict) {
        return verdict.checks().stream()
                .filter(check -> !check.passed())
                .map(ModelVersionsController::error)
                .toList();
    }

    private static FieldError error(GateCheck check) {
        return new FieldError("gate." + check.name(), check.detail(), ErrorCode.CONFLICT);
    }

    /** Returns who asks, as the history tells it. */
    private static String by(HttpServletRequest request) {
        String user = request.getRemoteUser();
        return user == null ? "http" : user;
    }
}
