package dev.skillpod.app.http.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.links.Link;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/** Says which operations go on with what another one answered: a batch is followed by its job id. */
final class Links {
    private static final List<String> JOB_OPERATIONS = List.of("getJob", "getJobResults", "cancelJob");

    private Links() {}

    /** Gives an operation's answer its links. */
    static void addTo(Operation operation) {
        ApiResponse queued = operation.getResponses().get("202");
        if ("batch".equals(operation.getOperationId()) && queued != null) {
            for (String next : JOB_OPERATIONS) {
                queued.addLink(next, new Link().operationId(next).addParameter("job_id", "$response.body#/job_id"));
            }
        }
    }
}
