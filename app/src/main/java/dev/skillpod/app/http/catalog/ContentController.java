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

/** Puts and shows contents. */
@RestController
@RequestMapping(path = "/api/v1/contents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalogue")
public class ContentController {
    private final RowReader rows;
    private final CatalogSource source;
    private final CatalogWriter writer;

    ContentController(RowReader rows, CatalogSource source, CatalogWriter writer) {
        this.rows = rows;
        this.source = source;
        this.writer = writer;
    }

    @PutMapping(path = "/{content_id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putContent",
            summary = "Create or replace a content",
            description = "Replaces the whole row: 201 when there was none, else 200.")
    @ApiResponse(responseCode = "200", description = "Replaced.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Created.", useReturnTypeSchema = true)
    ResponseEntity<RowsPut> put(@PathVariable("content_id") String id, @RequestBody ContentBody body) {
        var row = rows.single("content_id", id, body);
        List<String> warnings = rows.warnings(List.of(row));
        return RowsPut.single(write(List.of(row)), warnings);
    }

    @BulkMapping(method = RequestMethod.PUT, row = ContentBody.class, line = "content")
    @Operation(
            operationId = "putContents",
            summary = "Create or replace many contents",
            description =
                    "1 to 10,000 rows, as a JSON array or as NDJSON; each needs its content_id. All are put or none:"
                            + " errors name each wrong line (the first 100, total_errors has their number).")
    RowsPut putMany(HttpServletRequest request) throws IOException {
        var many = rows.many(request, "content_id", ContentBody.class);
        List<String> warnings = rows.warnings(many);
        return RowsPut.of(write(many), warnings);
    }

    @GetMapping("/{content_id}")
    @Operation(operationId = "getContent", summary = "Show a content")
    ContentView get(@PathVariable("content_id") String id) {
        PathId.check("content_id", id);
        var catalog = source.catalog();
        return catalog.content(id)
                .map(ContentView::of)
                .orElseThrow(() -> ProblemException.notFound("the catalogue has no content of this id"));
    }

    @GetMapping
    @Operation(
            operationId = "getContents",
            summary = "Show contents",
            description = "A page of the catalogue's contents, in a stable order.")
    Page<ContentView> page(
            @RequestParam(name = "offset", required = false) @Nullable String offset,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        var catalog = source.catalog();
        return Page.of(catalog.contents(), Paging.of(offset, limit), ContentView::of);
    }

    private CatalogWriter.Upserted write(List<ContentBody> bodies) {
        return writer.putContents(bodies.stream().map(ContentBody::content).toList());
    }
}
