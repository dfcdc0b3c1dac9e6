package dev.skillpod.core.gap.requirement;

import java.util.List;

/** Why a skill is taken to be required. */
public sealed interface Evidence {
    /** Returns the level it calls for, in [0, 100]. */
    double level();

    /** Returns how much it counts, in [0, 1]. */
    double weight();

    /**
     * The request names the skill as a target.
     *
     * @param level the level named
     */
    record Asked(double level) implements Evidence {
        /** What a target named by the caller counts: as much as a skill that matters most to a role. */
        public static final double WEIGHT = 0.8;

        @Override
        public double weight() {
            return WEIGHT;
        }
    }

    /**
     * The role worked towards requires the skill.
     *
     * @param roleId the role
     * @param roleTitle its title
     * @param level the level it requires
     * @param weight the importance it gives the skill
     */
    record ByRole(String roleId, String roleTitle, double level, double weight) implements Evidence {}

    /**
     * Roles like the one worked towards require the skill; the role's own list in the catalogue says nothing of it.
     *
     * @param roleTitle the role, or the text, worked towards
     * @param level the level that the roles like it require
     * @param probability that it is required, in [0, 1]
     * @param weight that probability times the importance the skill has to the roles like it
     */
    record ByLikeRoles(String roleTitle, double level, double probability, double weight) implements Evidence {}

    /**
     * The learner's market activity asks for the skill.
     *
     * @param level mean level asked for, the pressing and recent jobs counting more
     * @param weight {@code 1 - e^-p} for the pressure p of its jobs and other signals, see {@link
     *     dev.skillpod.core.recommend.state.MarketPressure}
     * @param counts what happened
     * @param jobIds the jobs that ask for it, the most pressing first, at most {@value MarketEvidence#MOST_JOBS}
     */
    record ByMarket(double level, double weight, SignalCounts counts, List<String> jobIds) implements Evidence {
        public ByMarket {
            jobIds = List.copyOf(jobIds);
        }
    }
}
