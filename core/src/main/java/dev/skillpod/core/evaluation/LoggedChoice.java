package dev.skillpod.core.evaluation;

/**
 * One choice that a randomised policy made and logged, beside what a candidate policy would have done in its place.
 *
 * @param unit who it belongs to (a list or a learner): choices of one unit may hang together, units are independent
 * @param reward what came of it
 * @param logged probability with which the logging policy chose what it chose, in (0, 1]
 * @param candidate probability with which the candidate would have chosen the same, in [0, 1]
 * @param expected what a model expects as the reward of the choice; 0 without a model
 * @param expectedOfCandidate what it expects of the candidate's choice: the mean over everything the candidate may choose
 */
public record LoggedChoice(
        long unit, double reward, double logged, double candidate, double expected, double expectedOfCandidate) {
    public LoggedChoice {
        if (!(logged > 0 && logged <= 1)) {
            throw new IllegalArgumentException("logged must be in (0, 1], was " + logged);
        }
        if (!(candidate >= 0 && candidate <= 1 + 1e-9)) {
            throw new IllegalArgumentException("candidate must be in [0, 1], was " + candidate);
        }
        if (!Double.isFinite(reward) || !Double.isFinite(expected) || !Double.isFinite(expectedOfCandidate)) {
            throw new IllegalArgumentException("reward and what is expected must be finite, were " + reward + ", "
                    + expected + " and " + expectedOfCandidate);
        }
    }

    /** Returns the importance weight, at least 0. */
    public double weight() {
        return candidate / logged;
    }
}
