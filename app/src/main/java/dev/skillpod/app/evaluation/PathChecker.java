package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.core.path.content.ContentPath;
import dev.skillpod.core.path.content.ContentPathRequest;
import dev.skillpod.core.path.content.PathLimits;
import dev.skillpod.core.path.content.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks paths against what they promise, by the catalogue's own rows and code of its own: nothing of the planner's arrays is used.
 * Where a rule speaks of a level, it is that of {@link LevelReplay}, which is led along the path's contents; what a step says it went by
 * must be just that.
 */
final class PathChecker {
    private static final double ROUNDING = 1e-3;
    private static final int TOO_FAR = 30;
    private static final int SAME_LEVEL = 10;

    private final Catalog catalog;
    private final double medianMinutes;

    PathChecker(Catalog catalog) {
        this.catalog = catalog;
        int[] minutes = catalog.contents().stream()
                .map(Content::durationMinutes)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        this.medianMinutes = minutes.length == 0 ? 60 : minutes[minutes.length / 2];
    }

    /** How often something did not hold. */
    record Violations(int prerequisites, int budget, int exclusions) {
        static final Violations NONE = new Violations(0, 0, 0);

        Violations plus(Violations other) {
            return new Violations(
                    prerequisites + other.prerequisites, budget + other.budget, exclusions + other.exclusions);
        }
    }

    /**
     * Checks one path.
     *
     * @param levels makes the levels along the path of the contents finished before
     * @param doubt how much higher the level of each skill may well be, by skill id
     */
    Violations check(
            ContentPathRequest request,
            ContentPath path,
            Function<Set<String>, LevelReplay> levels,
            Map<String, Double> doubt) {
        Set<String> finished = new HashSet<>();
        for (Engagement engagement : request.learner().before(request.asOf()).engagements()) {
            if (engagement.type() == EngagementType.COMPLETE) {
                finished.add(engagement.contentId());
            }
        }
        boolean anyKnown = doubt.values().stream().anyMatch(d -> d == 0);
        LevelReplay now = levels.apply(finished);
        int unmet = 0;
        int barred = 0;
        double minutes = 0;
        for (PathStep step : path.steps()) {
            Content content = catalog.content(step.content().id()).orElseThrow();
            barred += barred(content, request.limits(), finished) ? 1 : 0;
            boolean honest = step.believed().entrySet().stream()
                    .allMatch(e -> Math.abs(e.getValue() - now.level(e.getKey())) <= ROUNDING);
            unmet += honest && met(content, finished, now, doubt, anyKnown) ? 0 : 1;
            Integer known = content.durationMinutes();
            minutes += known == null ? medianMinutes : known;
            finished.add(content.id());
            now.finish(content);
        }
        boolean tooLong = minutes > request.limits().minutes() + 1e-6
                || path.steps().size() > request.limits().maxItems();
        return new Violations(unmet, tooLong ? 1 : 0, barred);
    }

    private static boolean barred(Content content, PathLimits limits, Set<String> finished) {
        boolean pinned = limits.pinned().contains(content.id());
        return finished.contains(content.id())
                || limits.excluded().contains(content.id())
                || !pinned && !limits.types().isEmpty() && !limits.types().contains(content.type());
    }

    private boolean met(
            Content content, Set<String> finished, LevelReplay now, Map<String, Double> doubt, boolean anyKnown) {
        for (String id : content.prerequisiteIds()) {
            Content first = catalog.content(id).orElse(null);
            if (first != null && !finished.contains(id)) {
                String main = main(first);
                if (main == null || now.level(main) < first.levelTo()) {
                    return false;
                }
            }
        }
        String main = main(content);
        if (main == null) {
            return true;
        }
        double level = now.level(main);
        if (level < content.levelFrom() - TOO_FAR) {
            return false;
        }
        if (!anyKnown || level >= Math.max(SAME_LEVEL, content.levelFrom())) {
            return true;
        }
        List<Prerequisite> edges = catalog.prerequisites().requiredBy(main);
        return edges.stream()
                .filter(e -> catalog.skill(e.requiresSkillId()).isPresent())
                .allMatch(e -> now.level(e.requiresSkillId()) + doubt.getOrDefault(e.requiresSkillId(), 0.0)
                        >= e.requiredLevel() / 2.0);
    }

    private @org.jspecify.annotations.Nullable String main(Content content) {
        return content.skills().stream()
                .map(SkillWeight::skillId)
                .filter(id -> catalog.skill(id).isPresent())
                .findFirst()
                .orElse(null);
    }
}
