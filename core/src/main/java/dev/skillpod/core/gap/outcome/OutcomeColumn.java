package dev.skillpod.core.gap.outcome;

import java.util.Arrays;
import java.util.List;

/** The columns of a row that the stage of an application is estimated from. None of them is a protected attribute. */
enum OutcomeColumn {
    /** Logit of being hired by {@link SuccessWeights}, flattened by what is not known. */
    LOGIT,
    /** Variance of that logit. */
    LOGIT_VARIANCE,
    /** Believed drive: whether the learner fared better so far than the levels let expect. */
    DRIVE,
    /** Number of skills asked for. */
    ASKED,
    /** Mean margin of levels to what is asked, in 20 levels. */
    MEAN_MARGIN,
    /** Least such margin. */
    LEAST_MARGIN,
    /** Share of the skills asked for that the learner claims. */
    CLAIMED,
    /** Applications answered before. */
    ANSWERED,
    /** Mean of what came of them less what was expected; 0 without any. */
    SURPRISE,
    /** Contents finished before. */
    FINISHED,
    /** Contents finished per content begun, with one half for nobody's first two. */
    FINISHING,
    /** Overall experience by the profile, as an ordinal; NaN when unsaid. */
    EXPERIENCE;

    private static final int COUNT = values().length;

    static int count() {
        return COUNT;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(OutcomeColumn::name).toList();
    }
}
