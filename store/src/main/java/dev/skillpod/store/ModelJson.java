package dev.skillpod.store;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.Provenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Provenance and verdicts as the registry's tables keep them. */
final class ModelJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ModelJson() {}

    private record Verdict(@Nullable String against, List<GateCheck> checks, Instant judgedAt) {}

    static String of(Provenance provenance) {
        return JSON.writeValueAsString(provenance);
    }

    static Provenance provenance(String json) {
        return JSON.readValue(json, Provenance.class);
    }

    static String of(GateVerdict verdict) {
        return JSON.writeValueAsString(new Verdict(verdict.against(), verdict.checks(), verdict.judgedAt()));
    }

    static GateVerdict verdict(String json) {
        Verdict read = JSON.readValue(json, Verdict.class);
        return new GateVerdict(read.against(), read.checks(), read.judgedAt());
    }
}
