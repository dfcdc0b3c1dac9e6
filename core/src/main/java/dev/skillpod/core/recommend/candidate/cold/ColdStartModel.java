package dev.skillpod.core.recommend.candidate.cold;

/**
 * Ranks contents without interactions for users with a history. Immutable and thread-safe.
 *
 * @param evidence what each item of a history says about each new content
 * @param fusion how much each evidence is worth
 */
public record ColdStartModel(ColdEvidence evidence, ChoiceModel fusion) {
    /**
     * Returns a user's score of each new content, in the order they were given at training; by expected popularity
     * alone when nothing is known of the user.
     *
     * @param history items of the log
     */
    public float[] scores(int[] history) {
        return fusion.scores(evidence.of(history));
    }
}
