package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelColumn;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the log says of levels: the first measurement of each skill of each learner, and how far measurements repeat and
 * contents keep what they promise.
 */
final class FirstMeasurements {
    private static final Duration SOON = Duration.ofDays(30);
    private static final double WEIGHT_AFTER_CONTENT = 0.3;

    /**
     * A first measurement.
     *
     * @param learner position of the learner
     * @param claimed whether the learner claimed the skill
     * @param row the learner's row of {@link LevelColumn} for the skill
     * @param level measured, or, right after a first content, what it must have been before
     * @param weight 1, or less after a content
     */
    record First(int learner, boolean claimed, double[] row, double level, double weight) {}

    private final CatalogIndex index;
    private final List<First> firsts = new ArrayList<>();
    private double repeatedSquares;
    private int repeated;
    private double rises;
    private double promises;

    FirstMeasurements(CatalogIndex index) {
        this.index = index;
    }

    static FirstMeasurements read(List<LearnerHistory> histories, CatalogIndex index, RoleMatcher roles) {
        var all = new FirstMeasurements(index);
        histories.forEach(all::pairs);
        for (int learner = 0; learner < histories.size(); learner++) {
            LearnerHistory history = histories.get(learner);
            if (!history.assessments().isEmpty()) {
                all.firsts(learner, history, roles);
            }
        }
        return all;
    }

    List<First> firsts() {
        return firsts;
    }

    /** Returns the standard deviation of one measurement: repeated ones differ by twice its variance. */
    double measurementSd() {
        return repeated < 20 ? 6 : Math.max(1, Math.sqrt(repeatedSquares / repeated / 2));
    }

    /** Returns the part of their promises that finished contents keep, from measurements before and after. */
    double keptShare() {
        return promises < 1000 ? 0.2 : Math.clamp(rises / promises, 0, 1);
    }

    private void pairs(LearnerHistory history) {
        Assessment[] last = new Assessment[index.skillCount()];
        Instant[] taught = taughtFirst(history);
        for (Assessment a : history.assessments()) {
            var skill = index.catalog().skillIndex(a.skillId());
            if (skill.isEmpty()) {
                continue;
            }
            int s = skill.getAsInt();
            Assessment before = last[s];
            last[s] = a;
            if (before == null) {
                continue;
            }
            boolean untaught = taught[s].isAfter(a.occurredAt());
            if (untaught && before.occurredAt().plus(SOON).isAfter(a.occurredAt())) {
                repeatedSquares += Math.pow(a.score() - before.score(), 2);
                repeated++;
            }
            String contentId = a.contentId();
            if (contentId != null && taughtBetween(history, s, before.occurredAt(), a.occurredAt()) == 1) {
                index.catalog().contentIndex(contentId).ifPresent(c -> {
                    double promise = weight(c, s) * Math.max(0, index.content(c).levelTo() - before.score());
                    rises += promise > 0 ? a.score() - before.score() : 0;
                    promises += promise;
                });
            }
        }
    }

    private void firsts(int learner, LearnerHistory history, RoleMatcher roles) {
        double[] rows = index.levelRows().of(history.profile(), roles.match(history));
        int width = LevelColumn.count();
        var seen = new boolean[index.skillCount()];
        Instant[] taught = taughtFirst(history);
        for (Assessment a : history.assessments()) {
            index.catalog().skillIndex(a.skillId()).ifPresent(s -> {
                if (seen[s]) {
                    return;
                }
                seen[s] = true;
                double[] row = Arrays.copyOfRange(rows, s * width, (s + 1) * width);
                boolean claimed = !Double.isNaN(row[LevelColumn.CLAIM.ordinal()]);
                String contentId = a.contentId();
                if (!taught[s].isBefore(a.occurredAt())) {
                    firsts.add(new First(learner, claimed, row, a.score(), 1));
                } else if (contentId != null) {
                    index.catalog()
                            .contentIndex(contentId)
                            .ifPresent(c -> firsts.add(
                                    new First(learner, claimed, row, before(c, s, a.score()), WEIGHT_AFTER_CONTENT)));
                }
            });
        }
    }

    /** Returns the level from which the usual rise leads to {@code after}. */
    private double before(int content, int skill, double after) {
        double share = keptShare() * weight(content, skill);
        double to = index.content(content).levelTo();
        return after >= to || share >= 1 ? after : Math.max(0, (after - share * to) / (1 - share));
    }

    private double weight(int content, int skill) {
        var row = index.content(content);
        for (int i = 0; i < row.skills().length; i++) {
            if (row.skills()[i] == skill) {
                return row.weights()[i];
            }
        }
        return 0;
    }

    private long taughtBetween(LearnerHistory history, int skill, Instant from, Instant until) {
        return history.engagements().stream()
                .filter(e -> e.type() == EngagementType.COMPLETE
                        && !e.occurredAt().isBefore(from)
                        && !e.occurredAt().isAfter(until))
                .flatMapToInt(e -> index.catalog().contentIndex(e.contentId()).stream())
                .filter(c -> weight(c, skill) > 0)
                .count();
    }

    /** Returns when a content that teaches a skill was first finished, per skill; the end of time where none was. */
    private Instant[] taughtFirst(LearnerHistory history) {
        var taught = new Instant[index.skillCount()];
        Arrays.fill(taught, Instant.MAX);
        for (Engagement e : history.engagements()) {
            if (e.type() == EngagementType.COMPLETE) {
                index.catalog().contentIndex(e.contentId()).ifPresent(c -> {
                    for (int s : index.content(c).skills()) {
                        taught[s] = e.occurredAt().isBefore(taught[s]) ? e.occurredAt() : taught[s];
                    }
                });
            }
        }
        return taught;
    }
}
