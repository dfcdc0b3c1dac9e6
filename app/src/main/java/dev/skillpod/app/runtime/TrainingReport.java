package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.Retraining.Result;
import dev.skillpod.app.serving.Retraining.Stage;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stages and results of a training as the database keeps them. */
public final class TrainingReport {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private TrainingReport() {}

    /** Writes stages or results. */
    public static String json(List<?> rows) {
        return MAPPER.writeValueAsString(rows);
    }

    /** Reads stages. */
    public static List<Stage> stages(String json) {
        return MAPPER.readValue(json, new TypeReference<List<Stage>>() {});
    }

    /** Reads results. */
    public static List<Result> results(String json) {
        return MAPPER.readValue(json, new TypeReference<List<Result>>() {});
    }
}
