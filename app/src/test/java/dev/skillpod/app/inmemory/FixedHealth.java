package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.ModelHealth;
import dev.skillpod.app.serving.Retraining;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One of everything; what is trained is what the trainings in memory say. */
public final class FixedHealth implements ModelHealth {
    private final Retraining retraining;

    FixedHealth(Retraining retraining) {
        this.retraining = retraining;
    }

    @Override
    public List<Drift> drift() {
        return List.of(new Drift("als", "taste", 0.125, "moderate"));
    }

    @Override
    public List<Freshness> freshness() {
        return List.of(
                new Freshness("demand", null, null, "empty"),
                new Freshness("engagement", Instant.parse("2026-01-02T00:00:00Z"), 60L, "fresh"));
    }

    @Override
    public List<Calibration> calibration() {
        return List.of(new Calibration("als", "useful_engagement_at_1", 0.25, 0.5, 8));
    }

    @Override
    public Optional<Retraining.Training> retraining() {
        return retraining.running();
    }
}
