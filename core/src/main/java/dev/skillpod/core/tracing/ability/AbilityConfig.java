package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;

/**
 * The hyperparameters of ability filtering; variances are of log-odds.
 *
 * @param generalVariance prior variance of general ability, in [1e-6, 100]
 * @param generalDrift variance that general ability gains per answer, in [0, 10]
 * @param skillVariance prior variance of the ability in a skill, in [1e-6, 100]
 * @param skillDrift variance that a skill's ability gains per answer, up to the prior's, in [0, 10]
 * @param moodVariance prior variance of the mood, in [1e-6, 100]
 * @param moodRetention what is left of the mood after an answer, in [0, 1)
 * @param itemVariance variance of items' easiness around their skills', in [1e-6, 100]
 * @param paceVariance prior variance of the learner's own shift of log2 half-lives, in [0, 10]
 * @param passes passes over the log, in [1, 100]
 * @param strengthsOnly whether time without practice takes strengths away only, and a right answer brings them back whole;
 *     otherwise weaknesses, too, return to what is usual, and what is forgotten has to be shown anew
 */
public record AbilityConfig(
        double generalVariance,
        double generalDrift,
        double skillVariance,
        double skillDrift,
        double moodVariance,
        double moodRetention,
        double itemVariance,
        double paceVariance,
        int passes,
        boolean strengthsOnly) {
    private static final double LEAST = 1e-6;

    public AbilityConfig {
        check("generalVariance", generalVariance, LEAST, 100);
        check("generalDrift", generalDrift, 0, 10);
        check("skillVariance", skillVariance, LEAST, 100);
        check("skillDrift", skillDrift, 0, 10);
        check("moodVariance", moodVariance, LEAST, 100);
        if (!(moodRetention >= 0 && moodRetention < 1)) {
            throw new IllegalArgumentException("moodRetention must be in [0, 1), was " + moodRetention);
        }
        check("itemVariance", itemVariance, LEAST, 100);
        check("paceVariance", paceVariance, 0, 10);
        check("passes", passes, 1, 100);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }

    /** Returns these settings with other variances of the ability in a skill. */
    public AbilityConfig withSkills(double variance, double drift) {
        return new AbilityConfig(
                generalVariance,
                generalDrift,
                variance,
                drift,
                moodVariance,
                moodRetention,
                itemVariance,
                paceVariance,
                passes,
                strengthsOnly);
    }

    /** Returns these settings, with weaknesses that stay until they are practised. */
    public AbilityConfig withStrengthsOnly() {
        return new AbilityConfig(
                generalVariance,
                generalDrift,
                skillVariance,
                skillDrift,
                moodVariance,
                moodRetention,
                itemVariance,
                paceVariance,
                passes,
                true);
    }

    void write(NumberOutput out) {
        out.reals(new double[] {
                    generalVariance,
                    generalDrift,
                    skillVariance,
                    skillDrift,
                    moodVariance,
                    moodRetention,
                    itemVariance,
                    paceVariance
                })
                .integer(passes)
                .integer(strengthsOnly ? 1 : 0);
    }

    static AbilityConfig read(NumberInput in) {
        double[] n = in.reals("variances");
        if (n.length != 8) {
            throw new IllegalArgumentException("variances must be 8, were " + n.length);
        }
        return new AbilityConfig(
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                n[5],
                n[6],
                n[7],
                in.integer("passes", 1, 100),
                in.integer("strengths only", 0, 1) == 1);
    }

    /** Returns the settings that docs/models/tracing.md measures. */
    public static AbilityConfig defaults() {
        return new AbilityConfig(1.6, 0.0015, 0.1667, 0.02, 0.3, 0.8, 0.667, 0.25, 6, false);
    }
}
