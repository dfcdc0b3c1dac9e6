package dev.skillpod.app.runtime;

import dev.skillpod.core.monitoring.FeatureSnapshot;
import dev.skillpod.core.monitoring.FeatureWindow;
import dev.skillpod.core.recommend.engine.RankingListener;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what this process ranks and counts it beside what the serving model was trained on. A new model begins anew; a change of the
 * catalogue does not. Thread-safe.
 */
public final class FeatureWatch implements RankingListener {
    private final InstantSource clock;
    private volatile @Nullable Watched watched;

    private record Watched(String version, FeatureWindow window) {}

    FeatureWatch(InstantSource clock) {
        this.clock = clock;
    }

    /** Watches a model from now on; does nothing when it is watched already. */
    void follow(String version, @Nullable FeatureSnapshot snapshot) {
        Watched now = watched;
        if (now == null || !now.version().equals(version)) {
            watched = snapshot == null ? null : new Watched(version, new FeatureWindow(snapshot));
        }
    }

    @Override
    public void ranked(double[] rows, int count) {
        Watched now = watched;
        if (now != null) {
            now.window().add(rows, count, clock.instant());
        }
    }

    /** Returns how far each feature is from what was trained on; empty as long as that cannot be said. */
    public List<FeatureWindow.Drift> drift() {
        Watched now = watched;
        return now == null ? List.of() : now.window().drift(clock.instant());
    }
}
