package dev.skillpod.core.path.content;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.recommend.candidate.review.Reviews;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.core.tracing.memory.SkillMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is to be reviewed before a path begins: skills of the goal and what they build on, of which by the learner's answers much
 * is likely forgotten. A review takes the content that suits best and was not finished yet, or else one that was. At most {@value
 * #MOST} reviews, and at most a fifth of the path's minutes.
 */
final class ReviewPlanner {
    private static final int MOST = 3;
    private static final double SHARE = 0.2;

    private final LearnerState state;
    private final PathLimits limits;

    ReviewPlanner(LearnerState state, PathLimits limits) {
        this.state = state;
        this.limits = limits;
    }

    /** Returns the reviews, the most forgotten skill first. */
    List<ReviewStep> plan(List<Requirement> requirements) {
        Set<Integer> wanted = wanted(requirements);
        var steps = new ArrayList<ReviewStep>();
        double left = SHARE * limits.minutes();
        for (SkillMemory memory : Reviews.due(state)) {
            int skill = state.index().catalog().skillIndex(memory.skillId()).orElseThrow();
            if (!wanted.contains(skill) || steps.size() == MOST) {
                continue;
            }
            Optional<ReviewStep> step = step(skill, memory, left);
            if (step.isPresent()) {
                steps.add(step.get());
                left -= step.get().minutes();
            }
        }
        return steps;
    }

    private Set<Integer> wanted(List<Requirement> requirements) {
        var wanted = new HashSet<Integer>();
        Deque<Integer> open = new ArrayDeque<>();
        for (Requirement requirement : requirements) {
            state.index().catalog().skillIndex(requirement.skillId()).ifPresent(open::add);
        }
        while (!open.isEmpty()) {
            int skill = open.remove();
            if (wanted.add(skill)) {
                Arrays.stream(state.index().skill(skill).requires()).forEach(open::add);
            }
        }
        return wanted;
    }

    private Optional<ReviewStep> step(int skill, SkillMemory memory, double minutes) {
        return Arrays.stream(state.index().contentsOf(skill))
                .boxed()
                .filter(c -> state.index().content(c).mainSkill() == skill)
                .filter(c -> state.index().content(c).minutes() <= minutes && usable(c))
                .min(Comparator.<Integer, Boolean>comparing(this::finished).thenComparing(Reviews.order(state)))
                .map(c -> {
                    Content content = state.index().catalog().contents().get(c);
                    return new ReviewStep(
                            content,
                            state.index().content(c).minutes(),
                            content.durationMinutes() == null,
                            finished(c),
                            state.index().catalog().skills().get(skill).name(),
                            memory);
                });
    }

    private boolean usable(int content) {
        Touches.Touch touch = state.touches().of(content);
        String id = state.index().catalog().contents().get(content).id();
        var type = ContentType.values()[state.index().content(content).type()];
        return Reviews.of(state, content).isPresent()
                && (touch == null || !touch.dismissed())
                && !limits.excluded().contains(id)
                && !limits.pinned().contains(id)
                && (limits.types().isEmpty() || limits.types().contains(type));
    }

    private boolean finished(int content) {
        Touches.Touch touch = state.touches().of(content);
        return touch != null && touch.finished();
    }
}
