package dev.skillpod.starter;

import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.model.TrainingRun;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws who the learners are: where they come from, where they want to go, what they can do, and how they learn. */
final class LearnerPopulation {
    /** Importance of a skill that the target role does not ask for. */
    static final float OUTSIDE_ROLE = 0.05f;

    private static final float SIDE_INTEREST = 0.75f;
    private static final float SIDE_LEVEL = 60;
    private static final LearningStyle[] STYLES = LearningStyle.values();
    private static final double[] STYLE_SHARE = {0.34, 0.14, 0.2, 0.14, 0.18};

    private final CatalogArrays arrays;
    private final HiddenMarket market;
    private final StarterConfig config;
    private final TrainingRun run;
    private final double[][] overlap;

    LearnerPopulation(CatalogArrays arrays, HiddenMarket market, StarterConfig config, TrainingRun run) {
        this.arrays = arrays;
        this.market = market;
        this.config = config;
        this.run = run;
        this.overlap = overlap(arrays);
    }

    /** Draws one learner; the same index gives the same learner in any order. */
    LearnerTraits learner(int index) {
        RandomGenerator random = run.random("starter.learner", index);
        int background = pick(market.roleShare, random);
        int target = target(background, random);
        double seniority = Math.pow(random.nextDouble(), 1.2);
        int style = pick(STYLE_SHARE, random);
        double hours = Math.exp(random.nextGaussian(1.75, 0.55));
        double motivation = random.nextGaussian();
        double speed = Math.exp(random.nextGaussian(0, 0.25));
        double drive = random.nextGaussian();
        double[] taste = TypeTaste.draw(STYLES[style], random);
        double visits = 0.036 * Math.exp(random.nextGaussian(0, 0.7) + 0.25 * motivation);
        boolean looksForJobs = random.nextDouble() < 0.65;
        double searches = 0.028 * Math.exp(random.nextGaussian(0, 0.5));

        float[] importance = new float[arrays.skills];
        float[] want = new float[arrays.skills];
        float[] goal = new float[arrays.skills];
        boolean[] used = new boolean[arrays.skills];
        Arrays.fill(importance, OUTSIDE_ROLE);
        Arrays.fill(want, OUTSIDE_ROLE);
        for (int i = 0; i < arrays.roleSkills[target].length; i++) {
            int s = arrays.roleSkills[target][i];
            importance[s] = Math.max(OUTSIDE_ROLE, (float) arrays.roleImportance[target][i]);
            want[s] = importance[s];
            goal[s] = (float) arrays.roleLevels[target][i];
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int s = random.nextInt(arrays.skills);
            want[s] = Math.max(want[s], SIDE_INTEREST);
            goal[s] = Math.max(goal[s], SIDE_LEVEL);
        }
        for (int s : arrays.roleSkills[background]) {
            used[s] = true;
        }
        return new LearnerTraits(
                index,
                "starter-%05d".formatted(index + 1),
                background,
                target,
                seniority,
                motivation,
                speed,
                drive,
                STYLES[style],
                taste,
                (int) Math.clamp(Math.round(hours), 1L, 40L),
                joinedAt(random),
                visits,
                looksForJobs ? searches : 0,
                importance,
                want,
                goal,
                used);
    }

    /** Draws what a learner can do at registration: around background, target role and what these build on. */
    LearnerState state(LearnerTraits learner) {
        RandomGenerator random = run.random("starter.mastery", learner.index());
        double[] mastery = new double[arrays.skills];
        for (int i = 0; i < arrays.roleSkills[learner.background()].length; i++) {
            double share = 0.35 + 0.75 * learner.seniority();
            double level = arrays.roleLevels[learner.background()][i] * share + random.nextGaussian(0, 9);
            mastery[arrays.roleSkills[learner.background()][i]] = Math.clamp(level, 0, 97);
        }
        for (int i = 0; i < arrays.roleSkills[learner.target()].length; i++) {
            int s = arrays.roleSkills[learner.target()][i];
            double level = arrays.roleLevels[learner.target()][i] * random.nextDouble(0, 0.45);
            if (random.nextDouble() < 0.6) {
                mastery[s] = Math.max(mastery[s], level);
            }
        }
        for (int s = 0; s < arrays.skills; s++) {
            if (learner.want()[s] == SIDE_INTEREST && mastery[s] == 0) {
                mastery[s] = random.nextDouble(0, 35);
            }
        }
        for (int i = arrays.topologicalOrder.length - 1; i >= 0; i--) {
            int s = arrays.topologicalOrder[i];
            for (int e = 0; mastery[s] > 15 && e < arrays.requires[s].length; e++) {
                int first = arrays.requires[s][e];
                double level = Math.min(arrays.requiredLevels[s][e], mastery[s]) * random.nextDouble(0.6, 1.25);
                mastery[first] = Math.min(97, Math.max(mastery[first], level));
            }
        }
        return new LearnerState(mastery, arrays.contents, learner.joinedAt());
    }

    /** Registrations per month grow by a half over the window, so that a tenth of the default year's falls in its last month. */
    private long joinedAt(RandomGenerator random) {
        int months = config.activityMonths();
        double[] share = new double[months];
        for (int m = 0; m < months; m++) {
            share[m] = months == 1 ? 1 : 1 + 0.5 * m / (months - 1);
        }
        int month = pick(share, random);
        var from = config.start().atOffset(ZoneOffset.UTC).plusMonths(month);
        long first = from.toEpochSecond();
        long last = Math.min(from.plusMonths(1).toEpochSecond(), config.end().getEpochSecond()) - 3600;
        return random.nextLong(first, last);
    }

    private int target(int background, RandomGenerator random) {
        double[] share = new double[arrays.roles];
        for (int r = 0; r < arrays.roles; r++) {
            share[r] = market.roleShare[r] * (r == background ? 2 : 0.05 + 3 * overlap[background][r]);
        }
        return pick(share, random);
    }

    /** Cosine of the importance vectors of every two roles. */
    private static double[][] overlap(CatalogArrays arrays) {
        double[][] vectors = new double[arrays.roles][arrays.skills];
        for (int r = 0; r < arrays.roles; r++) {
            double norm = 0;
            for (double importance : arrays.roleImportance[r]) {
                norm += importance * importance;
            }
            for (int i = 0; i < arrays.roleSkills[r].length; i++) {
                vectors[r][arrays.roleSkills[r][i]] = arrays.roleImportance[r][i] / Math.sqrt(norm);
            }
        }
        double[][] overlap = new double[arrays.roles][arrays.roles];
        for (int r = 0; r < arrays.roles; r++) {
            for (int q = 0; q < arrays.roles; q++) {
                for (int s : arrays.roleSkills[r]) {
                    overlap[r][q] += vectors[r][s] * vectors[q][s];
                }
            }
        }
        return overlap;
    }

    /** Draws an index with probability proportional to its share. */
    static int pick(double[] shares, RandomGenerator random) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < shares.length - 1; i++) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }
}
