package dev.skillpod.app.runtime;

import dev.skillpod.core.model.Provenance;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a training would see, by counting. Enough is the least that every training asks for in sum; how the log is cut in time is
 * known to the training alone, which may still find a part of it too small and says so.
 *
 * @param from the earliest record, or null when there is none
 * @param until the newest record, or null when there is none
 * @param rows rows by kind; what provenance counts too has the same name
 * @param parameters the settings that are known before; those of provenance have the same names
 * @param enough whether the least that a training needs is there
 * @param missing what is missing, or null when there is enough
 */
public record TrainingPlan(
        @Nullable Instant from,
        @Nullable Instant until,
        Map<String, Long> rows,
        Map<String, String> parameters,
        boolean enough,
        @Nullable String missing) {
    /** So much more, as a share of what there was, makes another training worth the while. */
    private static final double MUCH = 0.2;

    public TrainingPlan {
        rows = Map.copyOf(rows);
        parameters = Map.copyOf(parameters);
    }

    /** Makes a plan; {@code needed} says in a few words what is needed, when it is not there. */
    static TrainingPlan of(
            @Nullable Instant from,
            @Nullable Instant until,
            Map<String, Long> rows,
            Map<String, String> parameters,
            boolean enough,
            String needed) {
        return new TrainingPlan(from, until, rows, parameters, enough, enough ? null : needed);
    }

    /**
     * Returns whether a training would hardly find anything else than that of a version did: the same program and settings, and of no
     * kind of row a fifth more.
     */
    boolean repeats(Provenance version) {
        return version.codeVersion().equals(CodeVersion.current())
                && parameters.entrySet().stream()
                        .allMatch(p -> p.getValue().equals(version.parameters().getOrDefault(p.getKey(), p.getValue())))
                && rows.entrySet().stream().allMatch(row -> {
                    Long before = version.rowCounts().get(row.getKey());
                    return before == null || row.getValue() < before + Math.max(1, MUCH * before);
                });
    }
}
