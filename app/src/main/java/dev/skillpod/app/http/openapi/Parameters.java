package dev.skillpod.app.http.openapi;

import dev.skillpod.app.http.validation.Paging;
import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes the parameters that many operations share, by their names. */
final class Parameters {
    private Parameters() {}

    /** Gives an operation's parameters their schemas, descriptions and examples. */
    static void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(Parameters::describe);
        }
        switch (operation.getOperationId()) {
            case "batch" ->
                operation.getRequestBody().getContent().values().forEach(body -> body.setSchema(ids(10_000)));
            case "analyzeTrends" ->
                operation.getRequestBody().getContent().values().forEach(body -> body.setSchema(ids(20)));
            case "predictSkillGaps" ->
                operation.getRequestBody().getContent().values().forEach(body -> {
                    var either = new JsonSchema();
                    either.setOneOf(
                            List.of(ids(100), new JsonSchema().$ref("#/components/schemas/PersonalPrediction")));
                    body.setSchema(either);
                });
            case "servedRequests" -> operation.getParameters().forEach(ServiceParameters::describe);
            case "getPosting" ->
                operation
                        .getParameters()
                        .forEach(job -> job.schema(string(Text.NAME)).example("job-00001"));
            case "findLearners" -> operation.getParameters().forEach(Parameters::describeSearch);
            case "forecastTrend", "topTrends" -> operation.getParameters().forEach(TrendParameters::describe);
            default -> {}
        }
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "offset" -> {
                parameter.description("How many entries to leave out.").schema(integer(0, Integer.MAX_VALUE, 0));
                parameter.example(0);
            }
            case "limit" -> {
                parameter.description("How many entries at most.").schema(integer(1, Paging.MOST, 100));
                parameter.example(100);
            }
            case "job_id" -> {
                Schema<?> uuid = string(null);
                uuid.setFormat("uuid");
                parameter.schema(uuid).example("0b1f6a9e-2f0f-4d0e-9d0b-5a4a8a1c2d3e");
            }
            case "path_id" -> {
                Schema<?> uuid = string(null);
                uuid.setFormat("uuid");
                parameter.schema(uuid).example("5c1f7a3e-8d2b-4f60-9a41-0e6b7c8d9e10");
            }
            case "key_id" -> parameter.schema(string(null)).example("k3v9qd2m7xw1");
            case "skill_id" -> parameter.schema(string(Text.NAME)).example("django");
            case "role_id" -> parameter.schema(string(Text.NAME)).example("backend-engineer");
            case "content_id" -> parameter.schema(string(Text.NAME)).example("se-001");
            case "tenant_id" -> parameter.schema(string(Text.NAME)).example("acme");
            case "user_id" -> parameter.schema(string(Text.NAME)).example("user-42");
            case "name" -> parameter.schema(string(Text.NAME)).example("recommender");
            case "version", "from", "to" -> parameter.schema(string(Text.NAME)).example("20261123-073239-633a0f67");
            case "alias" -> parameter.schema(string(Text.NAME)).example("shadow");
            case "x-tenant-id" ->
                parameter
                        .description("The tenant of the users; left out, that of the key, or else default.")
                        .schema(string(Text.NAME))
                        .example("acme");
            default -> {}
        }
    }

    private static void describeSearch(Parameter parameter) {
        switch (parameter.getName()) {
            case "limit" ->
                parameter
                        .description("How many learners at most.")
                        .schema(integer(1, 50, 10))
                        .example(10);
            case "tenant_id" ->
                parameter
                        .description("The tenant of the learners; default when left out.")
                        .schema(string(Text.NAME))
                        .example("default");
            case "user_id_prefix" ->
                parameter
                        .description("What the user id begins with; all learners when left out or empty.")
                        .schema(nameOrEmpty())
                        .example("starter-0000");
            default -> {}
        }
    }

    static Schema<?> string(@Nullable Integer longest) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("string"));
        if (longest != null) {
            schema.setMinLength(1);
            schema.setMaxLength(longest);
            schema.setPattern(ConstraintSchemas.NAME);
        }
        return schema;
    }

    private static Schema<?> nameOrEmpty() {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("string"));
        schema.setMaxLength(Text.NAME);
        schema.setPattern(ConstraintSchemas.NAME_OR_EMPTY);
        return schema;
    }

    static Schema<?> integer(int from, int to, int otherwise) {
        Schema<?> schema = integer(from, to);
        schema.setDefault(otherwise);
        return schema;
    }

    static Schema<?> integer(int from, int to) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("integer"));
        schema.setMinimum(BigDecimal.valueOf(from));
        schema.setMaximum(BigDecimal.valueOf(to));
        return schema;
    }

    /** A schema of its own each time: springdoc gives equal types one object. */
    private static Schema<?> ids(int most) {
        var list = new JsonSchema();
        list.setTypes(Set.of("array"));
        list.setMinItems(1);
        list.setMaxItems(most);
        list.setItems(string(Text.NAME));
        return list;
    }
}
