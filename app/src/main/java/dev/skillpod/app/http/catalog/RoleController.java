package dev.skillpod.app.http.catalog;

import dev.skillpod.app.http.json.BulkMapping;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.Paging;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.CatalogWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Puts and shows roles. */
@RestController
@RequestMapping(path = "/api/v1/roles", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalogue")
public class RoleController {
    private final RowReader rows;
    private final CatalogSource source;
    private final CatalogWriter writer;

    RoleController(RowReader rows, CatalogSource source, CatalogWriter writer) {
        this.rows = rows;
        this.source = source;
        this.writer = writer;
    }

    @PutMapping(path = "/{role_id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putRole",
            summary = "Create or replace a role",
            description = "Replaces the whole row: 201 when there was none, else 200.")
    @ApiResponse(responseCode = "200", description = "Replaced.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Created.", useReturnTypeSchema = true)
    ResponseEntity<RowsPut> put(@PathVariable("role_id") String id, @RequestBody RoleBody body) {
        var row = rows.single("role_id", id, body);
        List<String> warnings = rows.warnings(List.of(row));
        return RowsPut.single(write(List.of(row)), warnings);
    }

    @BulkMapping(method = RequestMethod.PUT, row = RoleBody.class, line = "role")
    @Operation(
            operationId = "putRoles",
            summary = "Create or replace many roles",
            description = "1 to 10,000 rows, as a JSON array or as NDJSON; each needs its role_id. All are put or none:"
                    + " errors name each wrong line (the first 100, total_errors has their number).")
    RowsPut putMany(HttpServletRequest request) throws IOException {
        var many = rows.many(request, "role_id", RoleBody.class);
        List<String> warnings = rows.warnings(many);
        return RowsPut.of(write(many), warnings);
    }

    @GetMapping("/{role_id}")
    @Operation(operationId = "getRole", summary = "Show a role")
    RoleView get(@PathVariable("role_id") String id) {
        PathId.check("role_id", id);
        var catalog = source.catalog();
        return catalog.role(id)
                .map(RoleView::of)
                .orElseThrow(() -> ProblemException.notFound("the catalogue has no role of this id"));
    }

    @GetMapping
    @Operation(
            operationId = "getRoles",
            summary = "Show roles",
            description = "A page of the catalogue's roles, in a stable order.")
    Page<RoleView> page(
            @RequestParam(name = "offset", required = false) @Nullable String offset,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        var catalog = source.catalog();
        return Page.of(catalog.roles(), Paging.of(offset, limit), RoleView::of);
    }

    private CatalogWriter.Upserted write(List<RoleBody> bodies) {
        return writer.putRoles(bodies.stream().map(RoleBody::role).toList());
    }
}
