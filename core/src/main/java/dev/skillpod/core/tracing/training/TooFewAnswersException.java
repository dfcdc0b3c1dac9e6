package dev.skillpod.core.tracing.training;

import dev.skillpod.core.model.InsufficientDataException;

/** The answers do not suffice to learn from; the message says what is there and what is needed. */
public final class TooFewAnswersException extends InsufficientDataException {
    TooFewAnswersException(long right, long wrong, long learners) {
        super("the log holds " + (right + wrong) + " answers (" + right + " right, " + wrong + " wrong) of " + learners
                + " learners; needed are " + TracingTrainer.FEWEST_ANSWERS + " of " + TracingTrainer.FEWEST_LEARNERS
                + " learners, " + TracingTrainer.FEWEST_OF_EITHER + " of them right and as many wrong");
    }
}
