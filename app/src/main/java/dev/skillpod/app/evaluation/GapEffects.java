package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.gap.effect.SkillEffects;
import dev.skillpod.core.gap.outcome.Application;
import dev.skillpod.core.gap.outcome.JobDemands;
import dev.skillpod.core.gap.outcome.Stage;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.GapValuer;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.state.SkillLevels;
import dev.skillpod.starter.StarterWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Average effects on one starter world, estimated and true.
 *
 * @param strength of the confounder
 * @param seed of the world
 * @param skills skills with an estimate
 * @param truth true effect of 10 levels more on the probability of being hired, averaged over the applications that ask for a skill
 * @param estimate the same as estimated
 * @param uncorrected the same by the weights of the outcome model alone, before the orthogonal correction
 * @param naive hired share of those at or above the asked level less that of those below, per 10 levels between them
 * @param covered share of the skills whose true effect lies in the 95 % interval
 */
record GapEffects(
        double strength,
        long seed,
        int skills,
        double truth,
        double estimate,
        double uncorrected,
        double naive,
        double covered) {
    /** Ten levels in the unit of effects, which is 20 levels. */
    private static final double TEN_LEVELS = 0.5;

    static GapEffects of(StarterWorld world, CatalogIndex index, TrainedGapModels trained, double strength, long seed) {
        GapValuer valuer = trained.bind(index, world.postings());
        SkillEffects effects = Objects.requireNonNull(trained.effects(), "the world has applications")
                .bind(index.catalog().skills().stream().map(Skill::id).toList());
        double[] weightsOfOutcomes = Objects.requireNonNull(trained.outcomes()).effects();
        double[][] naive = naive(world, index, trained);
        double weights = 0;
        double truth = 0;
        double estimate = 0;
        double uncorrected = 0;
        double naiveSum = 0;
        int skills = 0;
        int covered = 0;
        for (int s = 0; s < index.skillCount(); s++) {
            Optional<ClosingValue> value = valuer.population(s);
            double[] sums = naive[s];
            if (value.isEmpty() || sums[0] < 5 || sums[3] < 5) {
                continue;
            }
            String id = index.catalog().skills().get(s).id();
            double effect = world.truth().trueEffect(id, 10).orElse(0);
            double weight = value.get().applications();
            weights += weight;
            truth += weight * effect;
            estimate += weight * value.get().increase().value();
            uncorrected += weight * effects.change(s, weightsOfOutcomes[s] * TEN_LEVELS);
            double apart = sums[2] / sums[0] - sums[5] / sums[3];
            naiveSum += weight * (sums[1] / sums[0] - sums[4] / sums[3]) / Math.max(1, apart) * 10;
            covered += effect >= value.get().increase().lower()
                            && effect <= value.get().increase().upper()
                    ? 1
                    : 0;
            skills++;
        }
        return new GapEffects(
                strength,
                seed,
                skills,
                truth / weights,
                estimate / weights,
                uncorrected / weights,
                naiveSum / weights,
                covered / (double) skills);
    }

    /** Per skill: count, hired and sum of levels at or above what is asked, then below. */
    private static double[][] naive(StarterWorld world, CatalogIndex index, TrainedGapModels trained) {
        var sums = new double[index.skillCount()][6];
        var demands = new JobDemands(world.postings(), index);
        var roles = new RoleMatcher(index);
        LevelModel model = trained.outcomes() == null
                ? LevelModel.untrained()
                : LevelModel.parse(trained.outcomes().levels());
        for (LearnerHistory history : world.histories()) {
            for (Application application : Application.of(history, demands)) {
                LearnerHistory before = history.before(application.appliedAt());
                SkillLevels levels = SkillLevels.of(before, roles.match(before), index, model);
                for (int i = 0; i < application.asked().skills().length; i++) {
                    int s = application.asked().skills()[i];
                    int at = levels.level()[s] >= application.asked().levels()[i] ? 0 : 3;
                    sums[s][at]++;
                    sums[s][at + 1] += application.stage() == Stage.HIRED ? 1 : 0;
                    sums[s][at + 2] += levels.level()[s];
                }
            }
        }
        return sums;
    }

    static EvaluationTable table(List<GapEffects> all) {
        var rows = new ArrayList<List<String>>();
        for (double strength :
                all.stream().mapToDouble(GapEffects::strength).distinct().toArray()) {
            List<GapEffects> some =
                    all.stream().filter(e -> e.strength() == strength).toList();
            some.forEach(e -> rows.add(row(Long.toString(e.seed()), strength, List.of(e))));
            rows.add(row("all", strength, some));
        }
        return new EvaluationTable(
                "Effect of 10 levels more of a skill on the probability of being hired, starter worlds",
                List.of(
                        "Mean over the logged applications that ask for a skill, and over skills by their applications."
                                + " Coverage: skills whose true effect lies in the 95 % interval.",
                        "Uncorrected: by the weights of the outcome model alone, without the orthogonal correction.",
                        "Naive: hired share at or above the level asked for less that below, per 10 levels between."),
                List.of(
                        "confounder",
                        "world",
                        "skills",
                        "true",
                        "estimated",
                        "error",
                        "uncorrected",
                        "its error",
                        "naive",
                        "error of naive",
                        "coverage"),
                rows);
    }

    private static List<String> row(String world, double strength, List<GapEffects> some) {
        double truth = some.stream().mapToDouble(GapEffects::truth).average().orElse(0);
        double estimate =
                some.stream().mapToDouble(GapEffects::estimate).average().orElse(0);
        double uncorrected =
                some.stream().mapToDouble(GapEffects::uncorrected).average().orElse(0);
        double naive = some.stream().mapToDouble(GapEffects::naive).average().orElse(0);
        double skills = some.stream().mapToDouble(GapEffects::skills).average().orElse(0);
        double covered =
                some.stream().mapToDouble(GapEffects::covered).average().orElse(0);
        return List.of(
                format("%.1f", strength),
                world,
                format("%.0f", skills),
                format("%.4f", truth),
                format("%.4f", estimate),
                format("%+.1f %%", 100 * (estimate / truth - 1)),
                format("%.4f", uncorrected),
                format("%+.1f %%", 100 * (uncorrected / truth - 1)),
                format("%.4f", naive),
                format("%+.0f %%", 100 * (naive / truth - 1)),
                format("%.3f", covered));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
