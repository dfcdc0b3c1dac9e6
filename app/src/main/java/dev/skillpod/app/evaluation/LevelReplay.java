package dev.skillpod.app.evaluation;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.core.path.content.PathCalibration;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.feature.RiseColumn;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Levels along a path, by what docs/models/paths-contents.md says of a finished content and by the catalogue's rows: nothing that the
 * planner computed or told is used, only the levels believed at the start and the trained model of what is kept.
 */
final class LevelReplay {
    private static final double LESSON_VARIANCE = 25;
    private static final double MOST_SD = 63;
    private static final double TWENTIETHS = 20;
    private static final double UNMEASURED_KEPT = 0.2;

    private final Catalog catalog;
    private final ProgressModel progress;
    private final ContentStatistics statistics;
    private final PathCalibration calibration;
    private final RiseRows rows;
    private final Map<String, Double> levels = new HashMap<>();
    private final Map<String, Double> variances = new HashMap<>();
    private final Set<String> finished = new HashSet<>();

    /** Starts where a learner is believed to be. */
    LevelReplay(
            LearnerState state,
            ProgressModel progress,
            ContentStatistics statistics,
            PathCalibration calibration,
            Set<String> finished) {
        this.catalog = state.index().catalog();
        this.progress = progress;
        this.statistics = statistics;
        this.calibration = calibration;
        this.finished.addAll(finished);
        Taste unknown = Taste.unknown(catalog.contents().size());
        this.rows = new RiseRows(new LearnerContext(
                state,
                unknown,
                unknown,
                unknown,
                statistics,
                MarketDemand.unknown(catalog.skills().size())));
        for (int s = 0; s < catalog.skills().size(); s++) {
            String id = catalog.skills().get(s).id();
            levels.put(id, (double) state.levels().level()[s]);
            variances.put(id, (double) state.levels().variance()[s]);
        }
    }

    /** Returns the level of a skill now; 0 for one that the catalogue does not know. */
    double level(String skillId) {
        return levels.getOrDefault(skillId, 0.0);
    }

    /** Finishes a content: all of its skills rise from where they were before it. */
    void finish(Content content) {
        List<SkillWeight> taught = content.skills().stream()
                .filter(s -> catalog.skill(s.skillId()).isPresent())
                .toList();
        var risen = new HashMap<String, Double>();
        for (int i = 0; i < taught.size(); i++) {
            String id = taught.get(i).skillId();
            double distance = RiseRows.distance(content.levelTo(), level(id), variances.getOrDefault(id, 0.0));
            risen.put(id, Math.min(100, level(id) + share(content, i, id) * distance));
        }
        risen.forEach((id, level) -> {
            levels.put(id, level);
            variances.merge(id, LESSON_VARIANCE, Double::sum);
        });
        finished.add(content.id());
    }

    private double share(Content content, int i, String skill) {
        int at = catalog.contentIndex(content.id()).orElseThrow();
        double sd = Math.min(MOST_SD, Math.round(Math.sqrt(variances.getOrDefault(skill, 0.0))));
        var row = new double[RiseColumn.count()];
        rows.extract(
                at,
                i,
                new RiseRows.Moment(
                        Math.round(level(skill)),
                        sd * sd,
                        twentieths(readiness(skill)),
                        twentieths(prerequisites(content))),
                row,
                0);
        double kept = progress.trained() ? calibration.keptAfterChoice() * progress.kept(row) : UNMEASURED_KEPT;
        return Math.min(1, row[RiseColumn.WEIGHT.ordinal()] * kept * statistics.efficiency()[at]);
    }

    private double readiness(String skill) {
        List<Prerequisite> edges = catalog.prerequisites().requiredBy(skill).stream()
                .filter(e -> catalog.skill(e.requiresSkillId()).isPresent())
                .toList();
        return edges.stream()
                .mapToDouble(
                        e -> e.requiredLevel() <= 0 ? 1 : Math.min(1, level(e.requiresSkillId()) / e.requiredLevel()))
                .average()
                .orElse(1);
    }

    private double prerequisites(Content content) {
        return content.prerequisiteIds().stream()
                .filter(id -> catalog.content(id).isPresent())
                .mapToDouble(id -> finished.contains(id) ? 1 : 0)
                .average()
                .orElse(1);
    }

    private static double twentieths(double share) {
        return Math.round(share * TWENTIETHS) / TWENTIETHS;
    }
}
