package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerKey;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers that were made before for the very same question, state of the models and state of the learner. Thread-safe. */
public interface AnswerCache {
    /** Keeps nothing. */
    AnswerCache NONE = new AnswerCache() {
        @Override
        public <T> T answer(
                String kind, @Nullable LearnerKey learner, List<?> question, Class<T> type, Supplier<T> make) {
            return make.get();
        }
    };

    /**
     * Returns the answer to a question, made now or kept from an earlier time.
     *
     * @param kind the kind of answer, such as {@code skill-gaps}
     * @param learner whose answer it is; null for one that belongs to nobody
     * @param question everything that the answer depends on, versions of models included, and nothing else (not the time): of
     *     records, collections, strings and numbers
     * @param type what the answer is: a record that JSON can hold
     * @param make makes it; what it throws is thrown
     */
    <T> T answer(String kind, @Nullable LearnerKey learner, List<?> question, Class<T> type, Supplier<T> make);
}
