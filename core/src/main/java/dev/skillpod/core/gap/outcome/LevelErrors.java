package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.recommend.state.LevelSpread;

/**
 * How far levels lie from what a profile lets expect, for learners who apply for jobs; all in levels, as standard deviations.
 *
 * @param claimed of one claimed skill alone, above 0
 * @param claimedShared of all claimed skills of a learner together, at least 0
 * @param unclaimed of one skill that is not claimed, alone, above 0
 * @param unclaimedShared of all these of a learner together, at least 0
 */
record LevelErrors(double claimed, double claimedShared, double unclaimed, double unclaimedShared) {
    /** Returns what first measurements showed, with the errors of unclaimed skills stretched. */
    static LevelErrors of(LevelSpread spread, double stretch, double sharedPart) {
        double unclaimed = spread.unclaimed() * stretch;
        return new LevelErrors(
                Math.sqrt(Math.max(1, spread.claimed() * spread.claimed() - spread.shared() * spread.shared())),
                spread.shared(),
                unclaimed * Math.sqrt(1 - sharedPart),
                unclaimed * Math.sqrt(sharedPart));
    }
}
