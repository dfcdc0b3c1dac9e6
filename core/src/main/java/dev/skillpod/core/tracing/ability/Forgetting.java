package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;

/**
 * How fast an ability returns to what is usual when it is not practised: half-lives by skill and practice, on the clock of
 * {@link AbilityState}. Immutable and thread-safe.
 *
 * <p>The log2 half-life is linear, as in half-life regression (Settles and Meeder 2016): {@code base + skill's shift + growth *
 * log2(1 + practices)}; the learner's own shift ({@link AbilityState#pace}) comes on top.
 */
public final class Forgetting {
    private static final double LONGEST = 40;

    private final double base;
    private final double growth;
    private final double[] shifts;

    /**
     * Describes half-lives.
     *
     * @param base log2 of the half-life of an average skill that was never practised
     * @param growth what a doubling of practices adds to it
     * @param shifts what each skill adds; other skills add nothing
     */
    Forgetting(double base, double growth, double[] shifts) {
        this.base = base;
        this.growth = growth;
        this.shifts = shifts.clone();
    }

    /**
     * Returns a half-life.
     *
     * @param skill known or not
     * @param practices answers on the skill so far, at least 0
     * @param pace the learner's shift of log2 half-lives; 0 for an average learner
     * @return above 0, in days, or in answers where times are unknown
     */
    public double halfLife(int skill, int practices, double pace) {
        double shift = skill < shifts.length ? shifts[skill] : 0;
        double log2 = base + shift + growth * Math.log(1.0 + practices) / Math.log(2) + pace;
        return Math.pow(2, Math.clamp(log2, -LONGEST, LONGEST));
    }

    void write(NumberOutput out) {
        out.real(base).real(growth).reals(shifts);
    }

    static Forgetting read(NumberInput in) {
        return new Forgetting(in.real("the base"), in.real("the growth"), in.reals("the skills' shifts"));
    }

    double base() {
        return base;
    }

    double growth() {
        return growth;
    }

    double[] shifts() {
        return shifts.clone();
    }
}
