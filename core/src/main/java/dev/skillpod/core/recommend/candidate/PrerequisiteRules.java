package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.OptionalInt;

/**
 * What a content builds on, and when that is met: the same for what is recommended now and for what is planned later.
 *
 * <p>A prerequisite content is met when it was finished or the learner's level is already where it leads to. A prerequisite
 * skill is met when the learner has at least half of the level required; or already stands where the content begins; and
 * nothing is held against a learner of whom no skill is known. The main skill itself is unmet when the content begins more
 * than 30 levels above the learner.
 *
 * <p>Immutable and thread-safe.
 */
public final class PrerequisiteRules {
    private static final float SHARE_OF_REQUIRED = 0.5f;
    private static final float SAME_LEVEL = 10;

    /** A content that begins further than this above the learner's level is out of reach. */
    private static final float TOO_FAR = 30;

    private final CatalogIndex index;

    /** Where a learner stands at some point, by the catalogue's indexes. */
    public interface Standing {
        /** Returns whether anything is known of the learner's skills. */
        boolean anySkillKnown();

        /** Returns whether a content is finished. */
        boolean finished(int content);

        /** Returns the level of a skill, in [0, 100]. */
        double level(int skill);

        /** Returns how much higher than that the level may well be, at least 0: doubt is not held against a learner. */
        double doubt(int skill);
    }

    /** Makes the rules over a catalogue. */
    public PrerequisiteRules(CatalogIndex index) {
        this.index = index;
    }

    /** Returns whether nothing is unmet. */
    public boolean met(Standing learner, int content) {
        return unmetContent(learner, content).isEmpty()
                && unmetSkill(learner, content).isEmpty();
    }

    /** Returns the first prerequisite content that is unmet. */
    public OptionalInt unmetContent(Standing learner, int content) {
        for (int prerequisite : index.content(content).prerequisites()) {
            if (learner.finished(prerequisite)) {
                continue;
            }
            var row = index.content(prerequisite);
            int main = row.mainSkill();
            if (main < 0 || learner.level(main) < row.levelTo()) {
                return OptionalInt.of(prerequisite);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the main skill when the content begins out of reach, else its first prerequisite skill that is unmet. */
    public OptionalInt unmetSkill(Standing learner, int content) {
        var row = index.content(content);
        int main = row.mainSkill();
        if (main >= 0 && learner.level(main) < row.levelFrom() - TOO_FAR) {
            return OptionalInt.of(main);
        }
        if (!learner.anySkillKnown() || main < 0) {
            return OptionalInt.empty();
        }
        if (learner.level(main) >= Math.max(SAME_LEVEL, row.levelFrom())) {
            return OptionalInt.empty();
        }
        var requires = index.skill(main);
        for (int i = 0; i < requires.requires().length; i++) {
            int required = requires.requires()[i];
            if (learner.level(required) + learner.doubt(required) < SHARE_OF_REQUIRED * requires.levels()[i]) {
                return OptionalInt.of(required);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the least level of the unmet skill at which it would be met, in [0, 100]. */
    public double levelNeeded(int content, int unmetSkill) {
        var row = index.content(content);
        if (row.mainSkill() == unmetSkill) {
            return Math.max(0, row.levelFrom() - TOO_FAR);
        }
        var requires = index.skill(row.mainSkill());
        double needed = 0;
        for (int i = 0; i < requires.requires().length; i++) {
            if (requires.requires()[i] == unmetSkill) {
                needed = Math.max(needed, SHARE_OF_REQUIRED * requires.levels()[i]);
            }
        }
        return needed;
    }
}
