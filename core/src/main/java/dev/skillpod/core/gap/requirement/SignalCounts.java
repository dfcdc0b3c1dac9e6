package dev.skillpod.core.gap.requirement;

/**
 * What happened on the market that was about one skill; a job counts once, by the furthest it came to.
 *
 * @param viewed jobs looked at
 * @param applied jobs applied to, without an answer yet or with one on the way
 * @param rejected jobs that turned the learner down or never answered
 * @param won jobs that the learner got
 * @param searched searches, gaps shown in the profile and certificates asked for
 * @param competitors comparisons with competitors
 * @param trends news of the market
 */
public record SignalCounts(int viewed, int applied, int rejected, int won, int searched, int competitors, int trends) {
    /** Returns the number of jobs. */
    public int jobs() {
        return viewed + applied + rejected + won;
    }
}
