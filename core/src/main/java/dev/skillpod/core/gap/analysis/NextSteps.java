package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.gap.level.CurrentLevels;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a learner can do about a gap with the contents of the catalogue: first the prerequisites that are missing, then the
 * contents that cover most of the gap from where the learner stands.
 */
final class NextSteps {
    private static final int MOST_PREREQUISITES = 2;
    private static final int MOST_CONTENTS = 2;

    /** Levels of distance between learner and content that halve the worth of the content. */
    private static final double TOLERANCE = 15;

    private final CatalogIndex index;
    private final CurrentLevels levels;
    private final Touches touches;

    NextSteps(CatalogIndex index, CurrentLevels levels, Touches touches) {
        this.index = index;
        this.levels = levels;
        this.touches = touches;
    }

    private record Offer(int content, double worth) {}

    /**
     * Returns the steps, first things first.
     *
     * @param skill its index
     * @param level where the learner stands, in [0, 100]
     * @param required where the learner should be, above {@code level}
     */
    List<NextStep> of(int skill, double level, double required) {
        var steps = new ArrayList<NextStep>();
        prerequisites(skill, level, steps);
        List<Offer> offers = offers(skill, level, required);
        offers.forEach(offer -> content(offer.content(), skill, steps));
        if (offers.isEmpty()) {
            steps.add(new NextStep(
                    "The catalogue has no content that teaches " + name(skill) + " beyond level " + Math.round(level),
                    null,
                    id(skill)));
        }
        return steps;
    }

    private void prerequisites(int skill, double level, List<NextStep> steps) {
        var row = index.skill(skill);
        for (int i = 0; i < row.requires().length && steps.size() < MOST_PREREQUISITES; i++) {
            int first = row.requires()[i];
            double has = levels.of(id(first)).level();
            if (has < row.levels()[i] && has <= level) {
                steps.add(new NextStep(
                        "First bring " + name(first) + " to level " + Math.round(row.levels()[i]) + " (now "
                                + Math.round(has) + "): " + name(skill) + " builds on it",
                        null,
                        id(first)));
            }
        }
    }

    private List<Offer> offers(int skill, double level, double required) {
        var offers = new ArrayList<Offer>();
        for (int c : index.contentsOf(skill)) {
            var row = index.content(c);
            double covered = Math.min(required, row.levelTo()) - level;
            if (row.mainSkill() == skill && covered > 0 && open(c)) {
                double missing = Math.max(0, row.levelFrom() - level) / TOLERANCE;
                offers.add(new Offer(c, covered * row.weights()[0] / (1 + missing * missing)));
            }
        }
        return offers.stream()
                .sorted(Comparator.comparingDouble(Offer::worth).reversed().thenComparingInt(Offer::content))
                .limit(MOST_CONTENTS)
                .toList();
    }

    private void content(int content, int skill, List<NextStep> steps) {
        for (int before : index.content(content).prerequisites()) {
            if (open(before) && !named(before, steps)) {
                steps.add(new NextStep(
                        "Finish " + described(before) + " first: " + quoted(content) + " builds on it",
                        catalogContent(before).id(),
                        id(skill)));
            }
        }
        var row = index.content(content);
        if (!named(content, steps)) {
            steps.add(new NextStep(
                    "Finish " + described(content) + ": it leads from level " + Math.round(row.levelFrom()) + " to "
                            + Math.round(row.levelTo()) + " in " + name(skill),
                    catalogContent(content).id(),
                    id(skill)));
        }
    }

    private boolean named(int content, List<NextStep> steps) {
        String id = catalogContent(content).id();
        return steps.stream().anyMatch(step -> id.equals(step.contentId()));
    }

    private boolean open(int content) {
        Touches.Touch touch = touches.of(content);
        return touch == null || !touch.finished() && !touch.dismissed();
    }

    private String described(int content) {
        Content row = catalogContent(content);
        Integer minutes = row.durationMinutes();
        String type = row.type().name().toLowerCase(Locale.ROOT);
        return quoted(content) + " (" + type + (minutes == null ? "" : ", " + minutes + " min") + ")";
    }

    private String quoted(int content) {
        return "'" + catalogContent(content).title() + "'";
    }

    private Content catalogContent(int content) {
        return index.catalog().contents().get(content);
    }

    private String id(int skill) {
        return skillOf(skill).id();
    }

    private String name(int skill) {
        return skillOf(skill).name();
    }

    private Skill skillOf(int skill) {
        return index.catalog().skills().get(skill);
    }
}
