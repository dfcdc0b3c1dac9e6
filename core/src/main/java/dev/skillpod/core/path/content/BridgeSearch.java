package dev.skillpod.core.path.content;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Looks ahead over prerequisites: finds the candidates that must be done before one that may not come next yet. The unmet prerequisite
 * content, or what best brings the missing skill up; and so on down to something that may come next. Not thread-safe.
 */
final class BridgeSearch {
    /** The most candidates of one bridge. */
    private static final int LONGEST = 6;

    private final PathState scratch;

    BridgeSearch(PathProblem problem, LearnerDraws draws) {
        this.scratch = new PathState(problem, draws);
    }

    /**
     * Does a candidate with all that must come before it.
     *
     * @param from the state to start from; not changed
     * @return the state afterwards, valid until the next call; null when there is no way within the limits
     */
    @Nullable
    PathState reach(PathState from, int candidate) {
        scratch.become(from);
        return unlock(candidate, from.size() + LONGEST) && scratch.allowed(candidate) && advance(candidate)
                ? scratch
                : null;
    }

    private boolean advance(int candidate) {
        scratch.advance(candidate);
        return true;
    }

    /** Does what must come before a candidate, until it may come next or the path has {@code most} steps. */
    private boolean unlock(int candidate, int most) {
        int content = scratch.problem.contents[candidate];
        while (scratch.size() < most) {
            if (!scratch.fits(candidate)) {
                return false;
            }
            OptionalInt next = scratch.problem.rules.unmetContent(scratch, content);
            int before;
            if (next.isPresent()) {
                before = scratch.problem.candidateOf[next.getAsInt()];
            } else {
                OptionalInt skill = scratch.problem.rules.unmetSkill(scratch, content);
                if (skill.isEmpty()) {
                    return true;
                }
                before = raising(skill.getAsInt(), scratch.problem.rules.levelNeeded(content, skill.getAsInt()));
            }
            if (before < 0 || scratch.done(before) || !unlock(before, most - 1) || !scratch.allowed(before)) {
                return false;
            }
            scratch.advance(before);
        }
        return false;
    }

    /** Returns the candidate that covers most of the way up to a level per minute, or -1. */
    private int raising(int skill, double needed) {
        double level = scratch.level(skill);
        int best = -1;
        double bestWorth = 0;
        for (int content : scratch.problem.index.contentsOf(skill)) {
            int candidate = scratch.problem.candidateOf[content];
            if (candidate < 0 || !scratch.fits(candidate)) {
                continue;
            }
            double rise = scratch.rise(candidate, skill);
            double worth = Math.min(rise, needed - level) / Math.sqrt(scratch.problem.minutes[candidate]);
            if (scratch.problem.row(candidate).mainSkill() != skill
                    || scratch.problem.rules.unmetContent(scratch, content).isPresent()) {
                worth *= 0.5;
            }
            if (rise > 0 && worth > bestWorth) {
                bestWorth = worth;
                best = candidate;
            }
        }
        return best;
    }
}
