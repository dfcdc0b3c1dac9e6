package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.SuccessPredictions;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.gap.analysis.LearnerValues;
import dev.skillpod.core.gap.value.JobOutlook;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What the current model of outcomes predicts of stored learners, as of now: what answers of the service rest on. */
public final class TrainedPredictions implements SuccessPredictions {
    private final Platform platform;
    private final LearnerValues values;
    private final Instant asOf = Instant.now();

    private TrainedPredictions(Platform platform, LearnerValues values) {
        this.platform = platform;
        this.values = values;
    }

    /**
     * Loads the current model.
     *
     * @throws IllegalStateException when none is trained, or none of outcomes
     */
    public static TrainedPredictions of(Platform platform) {
        var current = LiveSkillGaps.current(platform)
                .filter(model -> model.trained().outcomes() != null)
                .orElseThrow(() -> new IllegalStateException(
                        "no model of application outcomes is trained: run ./skillpod train on a log with"
                                + " applications"));
        CatalogIndex index = CatalogIndexes.of(platform.database().catalog().load(), platform);
        List<JobPosting> postings = platform.database().postings().recent(LiveSkillGaps.MOST_POSTINGS);
        return new TrainedPredictions(
                platform,
                LiveSkillGaps.values(
                        current.trained(),
                        index,
                        new RoleMatcher(index),
                        postings,
                        CurrentModel.read(platform, TracingModelFiles.MODEL, TracingModelFiles::read)
                                .map(CurrentModel::trained)));
    }

    @Override
    public OptionalDouble of(LearnerKey learner) {
        LearnerHistory history = platform.database().events().history(learner);
        return values.of(history, asOf).outlook().jobs().stream()
                .mapToDouble(JobOutlook::hired)
                .average();
    }
}
