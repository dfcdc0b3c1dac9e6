package dev.skillpod.app.http.catalog;

import dev.skillpod.app.http.json.BulkMapping;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.Paging;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.CatalogWriter;
import dev.skillpod.app.serving.SkillEntry;
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

/** Puts and shows skills. */
@RestController
@RequestMapping(path = "/api/v1/skills", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalogue")
public class SkillController {
    private final RowReader rows;
    private final CatalogSource source;
    private final CatalogWriter writer;

    SkillController(RowReader rows, CatalogSource source, CatalogWriter writer) {
        this.rows = rows;
        this.source = source;
        this.writer = writer;
    }

    @PutMapping(path = "/{skill_id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putSkill",
            summary = "Create or replace a skill",
            description = "Replaces the whole row: 201 when there was none, else 200. Prerequisites"
                    + " that form a cycle are a 422 that names it.")
    @ApiResponse(responseCode = "200", description = "Replaced.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Created.", useReturnTypeSchema = true)
    ResponseEntity<RowsPut> put(@PathVariable("skill_id") String id, @RequestBody SkillBody body) {
        var row = rows.single("skill_id", id, body);
        List<String> warnings = rows.warnings(List.of(row));
        return RowsPut.single(write(List.of(row)), warnings);
    }

    @BulkMapping(method = RequestMethod.PUT, row = SkillBody.class, line = "skill")
    @Operation(
            operationId = "putSkills",
            summary = "Create or replace many skills",
            description =
                    "1 to 10,000 rows, as a JSON array or as NDJSON; each needs its skill_id. All are put or none:"
                            + " errors name each wrong line (the first 100, total_errors has their number). Prerequisites"
                            + " that form a cycle are a 422 that names it.")
    RowsPut putMany(HttpServletRequest request) throws IOException {
        var many = rows.many(request, "skill_id", SkillBody.class);
        List<String> warnings = rows.warnings(many);
        return RowsPut.of(write(many), warnings);
    }

    @GetMapping("/{skill_id}")
    @Operation(operationId = "getSkill", summary = "Show a skill")
    SkillView get(@PathVariable("skill_id") String id) {
        PathId.check("skill_id", id);
        var catalog = source.catalog();
        return catalog.skill(id)
                .map(skill -> SkillView.of(skill, catalog.prerequisites()))
                .orElseThrow(() -> ProblemException.notFound("the catalogue has no skill of this id"));
    }

    @GetMapping
    @Operation(
            operationId = "getSkills",
            summary = "Show skills",
            description = "A page of the catalogue's skills, in a stable order.")
    Page<SkillView> page(
            @RequestParam(name = "offset", required = false) @Nullable String offset,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        var catalog = source.catalog();
        return Page.of(
                catalog.skills(), Paging.of(offset, limit), skill -> SkillView.of(skill, catalog.prerequisites()));
    }

    private CatalogWriter.Upserted write(List<SkillBody> bodies) {
        List<SkillEntry> entries = bodies.stream().map(SkillBody::entry).toList();
        PrerequisiteCheck.check(source.catalog(), entries);
        return writer.putSkills(entries);
    }
}
