package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Touches;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The rules a recommendation must keep, whatever its score: never what was finished or dismissed, only the types asked for,
 * and nothing whose prerequisites are unmet ({@link PrerequisiteRules}).
 */
public final class Eligibility {
    private final LearnerState state;
    private final CatalogIndex index;
    private final PrerequisiteRules prerequisites;
    private final Standing now;
    private final boolean[] typeAllowed = new boolean[ContentType.values().length];

    /**
     * Makes the rules for one learner.
     *
     * @param types the only types wanted; empty for all
     */
    public Eligibility(LearnerState state, Set<ContentType> types) {
        this.state = state;
        this.index = state.index();
        this.prerequisites = new PrerequisiteRules(index);
        this.now = new Standing(state);
        for (ContentType type : ContentType.values()) {
            typeAllowed[type.ordinal()] = types.isEmpty() || types.contains(type);
        }
    }

    /** Returns the rule of what may be shown at all, prerequisites aside. */
    public IntPredicate showable() {
        return this::showable;
    }

    /** Returns whether a content may be recommended now: showable and all prerequisites met. */
    public boolean eligible(int content) {
        return showable(content) && prerequisites.met(now, content);
    }

    private boolean showable(int content) {
        Touches.Touch touch = state.touches().of(content);
        return typeAllowed[index.content(content).type()] && (touch == null || !touch.finished() && !touch.dismissed());
    }

    /** Returns the first prerequisite content that is unmet. */
    public OptionalInt unmetContent(int content) {
        return prerequisites.unmetContent(now, content);
    }

    /** Returns the main skill when the content begins out of reach, else its first prerequisite skill that is unmet. */
    public OptionalInt unmetSkill(int content) {
        return prerequisites.unmetSkill(now, content);
    }

    /** Where the learner stands now. */
    private static final class Standing implements PrerequisiteRules.Standing {
        private final LearnerState state;
        private final boolean anySkillKnown;

        Standing(LearnerState state) {
            this.state = state;
            boolean any = false;
            for (boolean known : state.levels().known()) {
                any |= known;
            }
            this.anySkillKnown = any;
        }

        @Override
        public boolean anySkillKnown() {
            return anySkillKnown;
        }

        @Override
        public boolean finished(int content) {
            Touches.Touch touch = state.touches().of(content);
            return touch != null && touch.finished();
        }

        @Override
        public double level(int skill) {
            return state.levels().level()[skill];
        }

        @Override
        public double doubt(int skill) {
            return state.levels().known()[skill] ? 0 : Math.sqrt(state.levels().variance()[skill]);
        }
    }
}
