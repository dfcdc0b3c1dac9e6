package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.recommend.training.ShownList.Outcome;
import dev.skillpod.core.recommend.training.ShownList.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads lists and their outcomes off the log. An engagement counts for an impression of the same learner and content when
 * it names the same list, or when it names none and follows within the horizon.
 *
 * <p>An engagement is useful when the content was finished, at least half done, or rated 4 or 5.
 */
final class ShownLists {
    private static final double HALF_DONE = 0.5;
    private static final int GOOD_RATING = 4;

    private final Catalog catalog;
    private final Duration horizon;

    ShownLists(Catalog catalog, Duration horizon) {
        this.catalog = catalog;
        this.horizon = horizon;
    }

    /** Returns the learner's lists shown in [from, until), in time order. */
    List<ShownList> read(LearnerHistory history, Instant from, Instant until) {
        var impressions = new LinkedHashMap<String, List<Engagement>>();
        for (Engagement e : history.engagements()) {
            String list = e.recommendationId();
            if (e.type() == EngagementType.IMPRESSION
                    && list != null
                    && e.position() != null
                    && !e.occurredAt().isBefore(from)
                    && e.occurredAt().isBefore(until)
                    && catalog.contentIndex(e.contentId()).isPresent()) {
                impressions.computeIfAbsent(list, k -> new ArrayList<>()).add(e);
            }
        }
        if (impressions.isEmpty()) {
            return List.of();
        }
        Map<String, List<Engagement>> steps = new HashMap<>();
        for (Engagement e : history.engagements()) {
            if (e.type() != EngagementType.IMPRESSION) {
                steps.computeIfAbsent(e.contentId(), k -> new ArrayList<>()).add(e);
            }
        }
        var lists = new ArrayList<ShownList>();
        impressions.forEach((id, shown) -> lists.add(list(history, id, shown, steps)));
        return lists;
    }

    private ShownList list(
            LearnerHistory history, String id, List<Engagement> shown, Map<String, List<Engagement>> steps) {
        shown.sort(Comparator.comparingInt(ShownLists::position));
        int n = shown.size();
        var contents = new int[n];
        var positions = new int[n];
        var propensities = new double[n];
        var outcomes = new Outcome[n];
        Instant at = shown.getFirst().occurredAt();
        for (int i = 0; i < n; i++) {
            Engagement impression = shown.get(i);
            contents[i] = catalog.contentIndex(impression.contentId()).orElseThrow();
            positions[i] = position(impression);
            Double propensity = impression.propensity();
            propensities[i] = propensity == null ? Double.NaN : propensity;
            outcomes[i] = outcome(history, id, at, steps.getOrDefault(impression.contentId(), List.of()));
        }
        return new ShownList(history, at, contents, positions, propensities, outcomes);
    }

    private Outcome outcome(LearnerHistory history, String list, Instant at, List<Engagement> steps) {
        Step step = Step.NONE;
        Instant until = at.plus(horizon);
        for (Engagement e : steps) {
            boolean named = list.equals(e.recommendationId());
            boolean follows = e.recommendationId() == null
                    && !e.occurredAt().isBefore(at)
                    && e.occurredAt().isBefore(until);
            if (named || follows) {
                Step reached = step(e);
                step = reached.compareTo(step) > 0 ? reached : step;
            }
        }
        return step == Step.USEFUL ? measured(step, history, steps.getFirst().contentId(), at) : Outcome.of(step);
    }

    private static Step step(Engagement e) {
        Double progress = e.progress();
        Integer rating = e.rating();
        return switch (e.type()) {
            case IMPRESSION, DISMISS -> Step.NONE;
            case VIEW -> Step.VIEWED;
            case START -> Step.STARTED;
            case PROGRESS -> progress != null && progress >= HALF_DONE ? Step.USEFUL : Step.STARTED;
            case COMPLETE -> Step.USEFUL;
            case RATE -> rating != null && rating >= GOOD_RATING ? Step.USEFUL : Step.NONE;
        };
    }

    /** Adds the level of each of the content's skills that was first measured after the content. */
    private Outcome measured(Step step, LearnerHistory history, String contentId, Instant at) {
        Map<String, Double> after = new HashMap<>();
        Instant known = null;
        for (Assessment a : history.assessments()) {
            if (!a.occurredAt().isBefore(at)
                    && contentId.equals(a.contentId())
                    && after.putIfAbsent(a.skillId(), a.score()) == null) {
                known = a.occurredAt();
            }
        }
        double[] scores = catalog.content(contentId).orElseThrow().skills().stream()
                .filter(s -> catalog.skillIndex(s.skillId()).isPresent())
                .mapToDouble(s -> after.getOrDefault(s.skillId(), Double.NaN))
                .toArray();
        return new Outcome(step, known, scores);
    }

    private static int position(Engagement impression) {
        Integer position = impression.position();
        return position == null ? 0 : position;
    }
}
