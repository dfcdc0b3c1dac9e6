package dev.skillpod.core.path.learnt;

import dev.skillpod.core.path.practice.Interaction;
import java.util.List;

/**
 * What a platform records of one learner: interactions in their order, and the answers of an exam after them, from which nothing is
 * learnt.
 *
 * @param interactions oldest first
 * @param exam items asked at the end, each at most once; may be empty
 */
public record PracticeLog(List<Interaction> interactions, List<Interaction> exam) {
    public PracticeLog {
        interactions = List.copyOf(interactions);
        exam = List.copyOf(exam);
    }
}
