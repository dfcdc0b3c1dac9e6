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
 * and nothing whose prerequisites are unmet.
 *
 * <p>A prerequisite content is met when it was finished or the learner's level is already where it leads to. A prerequisite
 * skill is met when the learner has at least half of the level required; or already stands where the content begins; and
 * nothing is held against a learner of whom no skill is known. The main skill itself is unmet when the content begins more
 * than 30 levels above the learner.
 */
public final class Eligibility {
    private static final float SHARE_OF_REQUIRED = 0.5f;
    private static final float SAME_LEVEL = 10;

    /** A content that begins further than this above the learner's level is out of reach. */
    private static final float TOO_FAR = 30;

    private final LearnerState state;
    private final CatalogIndex index;
    private final boolean anySkillKnown;
    private final boolean[] typeAllowed = new boolean[ContentType.values().length];

    /**
     * Makes the rules for one learner.
     *
     * @param types the only types wanted; empty for all
     */
    public Eligibility(LearnerState state, Set<ContentType> types) {
        this.state = state;
        this.index = state.index();
        boolean any = false;
        for (boolean known : state.levels().known()) {
            any |= known;
        }
        this.anySkillKnown = any;
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
        return showable(content)
                && unmetContent(content).isEmpty()
                && unmetSkill(content).isEmpty();
    }

    private boolean showable(int content) {
        Touches.Touch touch = state.touches().of(content);
        return typeAllowed[index.content(content).type()] && (touch == null || !touch.finished() && !touch.dismissed());
    }

    /** Returns the first prerequisite content that is unmet. */
    public OptionalInt unmetContent(int content) {
        for (int prerequisite : index.content(content).prerequisites()) {
            Touches.Touch touch = state.touches().of(prerequisite);
            if (touch != null && touch.finished()) {
                continue;
            }
            var row = index.content(prerequisite);
            int main = row.mainSkill();
            if (main < 0 || state.levels().level()[main] < row.levelTo()) {
                return OptionalInt.of(prerequisite);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the main skill when the content begins out of reach, else its first prerequisite skill that is unmet. */
    public OptionalInt unmetSkill(int content) {
        var row = index.content(content);
        int main = row.mainSkill();
        if (main >= 0 && state.levels().level()[main] < row.levelFrom() - TOO_FAR) {
            return OptionalInt.of(main);
        }
        if (!anySkillKnown || main < 0) {
            return OptionalInt.empty();
        }
        if (state.levels().level()[main] >= Math.max(SAME_LEVEL, row.levelFrom())) {
            return OptionalInt.empty();
        }
        var requires = index.skill(main);
        for (int i = 0; i < requires.requires().length; i++) {
            int required = requires.requires()[i];
            if (atMost(required) < SHARE_OF_REQUIRED * requires.levels()[i]) {
                return OptionalInt.of(required);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the level, one standard deviation higher where it is only estimated: doubt is not held against a learner. */
    private double atMost(int skill) {
        var levels = state.levels();
        double doubt = levels.known()[skill] ? 0 : Math.sqrt(levels.variance()[skill]);
        return levels.level()[skill] + doubt;
    }
}
