package dev.skillpod.app.http.status;

import dev.skillpod.app.http.problem.Problem;
import dev.skillpod.app.http.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says honestly that the contract's other routes are not built yet. Each goes away with the capability that answers it. */
@RestController
@Tag(name = "not built yet")
@ApiResponse(
        responseCode = "501",
        description = "Not built yet.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class NotBuiltYetController {
    @PostMapping("/api/v1/models/retrain")
    @Operation(operationId = "retrain", summary = "Train the models again (not built yet)")
    void retrain() {
        throw notBuiltYet("training over HTTP");
    }

    private static ProblemException notBuiltYet(String what) {
        return ProblemException.notBuiltYet(
                what + " is not built yet; this route answers nothing instead of an invention");
    }
}
