package dev.skillpod.core.recommend.feature;

import static dev.skillpod.core.recommend.feature.Feature.*;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.candidate.gap.Progress;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.core.recommend.state.Vectors;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Fills the feature rows of one learner. Sums over the learner are made once, in the constructor. Not thread-safe: one per
 * request.
 */
public final class FeatureExtractor {
    private static final float SECONDS_A_DAY = 86_400;
    private static final int MOST_IMPRESSIONS = 10;

    private final LearnerContext context;
    private final ProgressModel progress;
    private final RiseRows rises;
    private final LearnerState state;
    private final CatalogIndex index;
    private final float totalNeed;
    private final float[] skillInterest;
    private final float[] skillDismissals;
    private final double[] learner;
    private final float @Nullable [] lastVector;

    /**
     * Prepares the rows of one learner.
     *
     * @param progress what contents are expected to bring
     */
    public FeatureExtractor(LearnerContext context, ProgressModel progress) {
        this.progress = progress;
        this.rises = new RiseRows(context);
        this.context = context;
        this.state = context.state();
        this.index = state.index();
        this.totalNeed = state.needs().total(state.levels());
        this.skillInterest = new float[index.skillCount()];
        this.skillDismissals = new float[index.skillCount()];
        for (Touches.Touch touch : state.touches().all()) {
            int main = index.content(touch.content()).mainSkill();
            if (main >= 0) {
                skillInterest[main] += touch.interest();
                skillDismissals[main] += touch.dismissed() ? 1 : 0;
            }
        }
        OptionalInt last = state.touches().lastFinished();
        this.lastVector = last.isPresent() ? index.embedding().contents()[last.getAsInt()] : null;
        this.learner = learnerRow();
    }

    /**
     * Writes the rows of some contents, one after the other.
     *
     * @param contents their indexes
     * @param out receives {@link Feature#count()} values per content
     * @param at where in {@code out} the first row begins
     */
    public void extract(int[] contents, double[] out, int at) {
        double[] expected = progress.expected(rises, contents);
        for (int i = 0; i < contents.length; i++) {
            int row = at + i * Feature.count();
            extract(contents[i], out, row);
            out[row + EXPECTED_PROGRESS.ordinal()] = expected[i];
        }
    }

    private void extract(int content, double[] out, int at) {
        System.arraycopy(learner, 0, out, at, learner.length);
        var row = index.content(content);
        level(content, row, out, at);
        goal(content, row, out, at);
        interest(content, row, out, at);
        market(row, out, at);
        quality(content, out, at);
        format(row, out, at);
    }

    private double[] learnerRow() {
        var row = new double[Feature.count()];
        Touches touches = state.touches();
        var profile = state.profile();
        row[FINISHED.ordinal()] = touches.finished();
        row[FINISHED_SHARE.ordinal()] = finishedShare();
        row[OWN_EFFICIENCY.ordinal()] = state.levels().efficiency();
        row[DAYS_INACTIVE.ordinal()] = touches.lastActive().equals(Instant.MIN)
                ? Double.NaN
                : Duration.between(touches.lastActive(), state.asOf()).toSeconds() / SECONDS_A_DAY;
        row[WEEKLY_HOURS.ordinal()] = profile.weeklyLearningHours();
        row[EXPERIENCE.ordinal()] = ordinal(profile.experienceLevel());
        row[STYLE.ordinal()] = ordinal(profile.learningStyle());
        return row;
    }

    private void goal(int content, CatalogIndex.ContentRow row, double[] out, int at) {
        float covered = Progress.towardsNeeds(state, content);
        double importance = 0;
        for (int i = 0; i < row.skills().length; i++) {
            importance += row.weights()[i] * state.needs().importance()[row.skills()[i]];
        }
        int main = row.mainSkill();
        float[] goal = state.goalVector();
        out[at + NEEDED_PROGRESS.ordinal()] = covered;
        out[at + REACHABLE_PROGRESS.ordinal()] = covered <= 0 ? 0 : covered * Progress.levelFit(state, content);
        double promised = Progress.promised(state, content);
        out[at + PROMISED_PROGRESS.ordinal()] = promised;
        out[at + LIKELY_PROGRESS.ordinal()] =
                promised * Progress.levelFit(state, content) * out[at + READINESS.ordinal()];
        out[at + NEEDED_SHARE.ordinal()] = totalNeed > 0 ? covered / totalNeed : Double.NaN;
        out[at + NEED_IMPORTANCE.ordinal()] = importance;
        out[at + MAIN_GAP.ordinal()] = main < 0 ? 0 : state.needs().gap(main, state.levels());
        out[at + GOAL_SIMILARITY.ordinal()] =
                goal == null ? Double.NaN : Vectors.dot(goal, index.embedding().contents()[content]);
    }

    private void level(int content, CatalogIndex.ContentRow row, double[] out, int at) {
        int main = row.mainSkill();
        float level = main < 0 ? 0 : state.levels().level()[main];
        out[at + MAIN_LEVEL.ordinal()] = level;
        out[at + LEVEL_ABOVE_START.ordinal()] = level - row.levelFrom();
        out[at + LEVEL_TO_GAIN.ordinal()] = row.levelTo() - level;
        out[at + MAIN_SKILL_KNOWN.ordinal()] = main >= 0 && state.levels().known()[main] ? 1 : 0;
        out[at + READINESS.ordinal()] = main < 0 ? 1 : state.readiness(main);
        out[at + PREREQUISITES_FINISHED.ordinal()] = state.prerequisitesFinished(content);
        out[at + LEVEL_FROM.ordinal()] = row.levelFrom();
        out[at + LEVEL_TO.ordinal()] = row.levelTo();
    }

    private void interest(int content, CatalogIndex.ContentRow row, double[] out, int at) {
        float[] vector = index.embedding().contents()[content];
        float[] interest = state.interestVector();
        Touches.Touch touch = state.touches().of(content);
        int main = row.mainSkill();
        out[at + TASTE.ordinal()] = score(context.taste(), content);
        out[at + TOGETHER.ordinal()] = score(context.together(), content);
        out[at + NEXT.ordinal()] = score(context.next(), content);
        out[at + INTEREST_SIMILARITY.ordinal()] = interest == null ? Double.NaN : Vectors.dot(interest, vector);
        out[at + LAST_SIMILARITY.ordinal()] = lastVector == null ? Double.NaN : Vectors.dot(lastVector, vector);
        out[at + MAIN_SKILL_INTEREST.ordinal()] = main < 0 ? 0 : skillInterest[main];
        out[at + MAIN_SKILL_DISMISSALS.ordinal()] = main < 0 ? 0 : skillDismissals[main];
        out[at + OWN_INTEREST.ordinal()] = touch == null ? 0 : touch.interest();
        out[at + OWN_IMPRESSIONS.ordinal()] = touch == null ? 0 : Math.min(MOST_IMPRESSIONS, touch.shown());
        out[at + OWN_VIEWS.ordinal()] = touch == null ? 0 : touch.views();
    }

    private static double score(Taste taste, int content) {
        return taste.known() ? taste.scores()[content] : Double.NaN;
    }

    private void market(CatalogIndex.ContentRow row, double[] out, int at) {
        double pressure = 0;
        for (int i = 0; i < row.skills().length; i++) {
            pressure += row.weights()[i] * state.pressure().pressure()[row.skills()[i]];
        }
        int main = row.mainSkill();
        out[at + PRESSURE.ordinal()] = pressure;
        out[at + DEMAND_LEVEL.ordinal()] = main < 0 ? 0.5 : context.demand().level()[main];
        out[at + DEMAND_GROWTH.ordinal()] = main < 0 ? 0 : context.demand().growth()[main];
    }

    private void quality(int content, double[] out, int at) {
        var statistics = context.statistics();
        out[at + POPULARITY.ordinal()] = Math.log1p(statistics.popularity()[content]);
        out[at + TREND.ordinal()] = statistics.trend()[content];
        out[at + START_RATE.ordinal()] = statistics.startRate()[content];
        out[at + COMPLETION_RATE.ordinal()] = statistics.completionRate()[content];
        out[at + RATING.ordinal()] = statistics.rating()[content];
        out[at + DISMISS_RATE.ordinal()] = statistics.dismissRate()[content];
        out[at + EFFICIENCY.ordinal()] = statistics.efficiency()[content];
    }

    private void format(CatalogIndex.ContentRow row, double[] out, int at) {
        Touches touches = state.touches();
        int type = row.type();
        out[at + TYPE.ordinal()] = type;
        out[at + TYPE_FINISHED.ordinal()] =
                (touches.finished(type) + 3 * finishedShare()) / (touches.started(type) + 3);
        out[at + TYPE_STARTED.ordinal()] = (touches.started(type) + 0.5) / (touches.started() + 6.5);
        out[at + DURATION.ordinal()] = Math.log(row.minutes());
        out[at + WEEKS.ordinal()] = row.minutes() / (60.0 * state.profile().weeklyLearningHours());
    }

    private double finishedShare() {
        return (state.touches().finished() + 2.0) / (state.touches().started() + 4.0);
    }

    private static double ordinal(@Nullable Enum<?> value) {
        return value == null ? Double.NaN : value.ordinal();
    }
}
