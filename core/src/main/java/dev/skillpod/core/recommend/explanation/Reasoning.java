package dev.skillpod.core.recommend.explanation;

import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.review.Reviews;
import dev.skillpod.core.recommend.feature.FeatureGroup;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.core.recommend.state.Vectors;
import dev.skillpod.core.tracing.memory.SkillMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes the sentence that gives the reason: the facts behind the two strongest factors, each of which can be looked up.
 */
public final class Reasoning {
    private static final int FACTS = 2;

    /** Levels that an estimate may differ from the learner's word without being told. */
    private static final int SAME = 5;

    /** A learner this far below where a content begins is not told that the level fits. */
    private static final float FAR_BELOW = 15;

    /** Cosine from which on a content's text is called close to a role's. */
    private static final float CLOSE = 0.4f;

    private static final double NOTICEABLE_GROWTH = 0.05;

    private static final String EXPLORED =
            " It ranks lower and was put here by chance, to learn what else may suit you.";

    private final LearnerContext context;
    private final LearnerState state;
    private final CatalogIndex index;

    /** Prepares the sentences for one learner. */
    public Reasoning(LearnerContext context) {
        this.context = context;
        this.state = context.state();
        this.index = state.index();
    }

    /**
     * Writes one sentence.
     *
     * @param content the recommended content
     * @param factors its score, split
     * @param opens the content it opens the way to, or empty
     * @param explored whether chance put it there, which is then told
     */
    public String sentence(int content, Factors factors, OptionalInt opens, boolean explored) {
        var facts = new ArrayList<String>();
        opens.ifPresent(next -> facts.add("it opens the way to " + quoted(next) + ", which builds on it"));
        Reviews.of(state, content).ifPresent(memory -> facts.add(forgotten(memory)));
        for (FeatureGroup group : factors.strongest()) {
            if (facts.size() < FACTS) {
                fact(group, content, facts.isEmpty()).ifPresent(facts::add);
            }
        }
        if (facts.isEmpty()) {
            facts.add(quality(content));
        }
        String sentence = String.join("; ", facts);
        String whole = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
        return explored ? whole + EXPLORED : whole;
    }

    /** Says what was shown, when, and how much of it is likely forgotten. */
    private String forgotten(SkillMemory memory) {
        int skill = index.catalog().skillIndex(memory.skillId()).orElseThrow();
        return String.format(
                Locale.ROOT,
                "you answered right on %s %s ago; about %.0f %% of what you showed is likely to be forgotten by now",
                skillName(skill),
                span(memory.daysSince()),
                100 * memory.forgotten());
    }

    private static String span(double days) {
        if (days < 13.5) {
            long whole = Math.max(1, Math.round(days));
            return whole == 1 ? "a day" : whole + " days";
        }
        return days < 80 ? Math.round(days / 7) + " weeks" : Math.round(days / 30.44) + " months";
    }

    /** @param first whether the learner's level has not been told yet */
    private Optional<String> fact(FeatureGroup group, int content, boolean first) {
        return switch (group) {
            case GOAL -> goal(content);
            case LEVEL -> level(content, first);
            case COLLABORATIVE ->
                context.taste().known() ? Optional.of("learners with a history like yours chose it") : Optional.empty();
            case INTEREST -> interest(content);
            case MARKET -> market(content);
            case QUALITY -> Optional.of(quality(content));
            case FORMAT -> Optional.of(format(content));
            case LEARNER -> Optional.empty();
        };
    }

    private Optional<String> goal(int content) {
        int main = index.content(content).mainSkill();
        if (main >= 0 && state.needs().gap(main, state.levels()) > 0) {
            String skill = skillName(main);
            long required = Math.round(state.needs().required()[main]);
            if (state.needs().asked()[main]) {
                return Optional.of(
                        "it works on " + skill + ", a gap you named (goal " + required + ", " + levelNow(main) + ")");
            }
            return Optional.of("it teaches " + skill + ", which "
                    + whoNeeds(main)
                            .map(who -> who + " at level " + required)
                            .orElse("your recent market activity asks for,")
                    + " while " + levelNow(main));
        }
        OptionalInt role = state.needs().role();
        return role.isPresent()
                        && Vectors.dot(
                                        index.embedding().roles()[role.getAsInt()],
                                        index.embedding().contents()[content])
                                >= CLOSE
                ? Optional.of("its topic is close to the work of " + roleTitle())
                : Optional.empty();
    }

    private Optional<String> level(int content, boolean tellLevel) {
        var row = index.content(content);
        int main = row.mainSkill();
        if (main < 0) {
            return Optional.empty();
        }
        float now = state.levels().level()[main];
        if (now > row.levelTo() || now < row.levelFrom() - FAR_BELOW) {
            return Optional.empty();
        }
        String span = "level " + Math.round(row.levelFrom()) + " to " + Math.round(row.levelTo());
        return Optional.of(
                tellLevel && state.levels().known()[main]
                        ? "it leads from " + span + " in " + skillName(main) + " and " + levelNow(main)
                        : "it leads from " + span + " in " + skillName(main));
    }

    private Optional<String> interest(int content) {
        float[] vector = index.embedding().contents()[content];
        Touches.Touch nearest = null;
        float best = 0;
        for (Touches.Touch touch : state.touches().all()) {
            float similarity = Vectors.dot(vector, index.embedding().contents()[touch.content()]);
            if (touch.content() != content && touch.interest() > 0 && similarity > best) {
                best = similarity;
                nearest = touch;
            }
        }
        if (nearest == null) {
            return Optional.empty();
        }
        String did = nearest.finished() ? "finished" : nearest.started() ? "started" : "looked at";
        return Optional.of("it is close to " + quoted(nearest.content()) + ", which you " + did);
    }

    private Optional<String> market(int content) {
        int main = index.content(content).mainSkill();
        if (main < 0) {
            return Optional.empty();
        }
        if (state.pressure().pressure()[main] > 0) {
            return Optional.of("your recent market activity asks for " + skillName(main));
        }
        double growth = Math.expm1(context.demand().growth()[main]);
        if (growth >= NOTICEABLE_GROWTH) {
            return Optional.of(String.format(
                    Locale.ROOT, "job postings for %s grew by %.0f %% in a year", skillName(main), 100 * growth));
        }
        double level = context.demand().level()[main];
        return level > 0.5
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%s is among the %.0f %% of skills most asked for",
                        skillName(main),
                        Math.max(1, 100 * (1 - level))))
                : Optional.empty();
    }

    private String quality(int content) {
        if (context.statistics().starts()[content] == 0) {
            return "it is new and nobody has started it yet";
        }
        return String.format(
                Locale.ROOT,
                "about %.0f %% of the learners who start it finish it",
                100 * context.statistics().completionRate()[content]);
    }

    private String format(int content) {
        Content row = index.catalog().contents().get(content);
        String type = row.type().name().toLowerCase(Locale.ROOT);
        Integer minutes = row.durationMinutes();
        return minutes == null
                ? "it comes as " + article(type)
                : "it comes as " + article(type) + " of " + duration(minutes);
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String duration(int minutes) {
        return minutes < 90 ? minutes + " minutes" : Math.round(minutes / 60.0) + " hours";
    }

    /** Says what is known of a level: the estimate, beside the learner's own word where they differ. */
    private String levelNow(int skill) {
        if (!state.levels().known()[skill]) {
            return "we know of no level of yours yet";
        }
        long estimate = Math.round(state.levels().level()[skill]);
        String id = index.catalog().skills().get(skill).id();
        for (LearnerSkill claim : state.profile().skills()) {
            if (claim.skillId().equals(id) && Math.abs(claim.level() - estimate) > SAME) {
                return "we estimate your level at " + estimate + " (you said " + claim.level() + ")";
            }
        }
        return "you are at " + estimate;
    }

    /** Names who needs a skill: the role, or a gap that builds on it; empty when it is the market. */
    private Optional<String> whoNeeds(int skill) {
        OptionalInt role = state.needs().role();
        if (role.isPresent()) {
            for (int required : index.role(role.getAsInt()).skills()) {
                if (required == skill) {
                    return Optional.of(roleTitle() + " needs");
                }
            }
        }
        for (int asked = 0; asked < index.skillCount(); asked++) {
            if (state.needs().asked()[asked]
                    && Arrays.stream(index.skill(asked).requires()).anyMatch(r -> r == skill)) {
                return Optional.of(skillName(asked) + " builds on");
            }
        }
        return Optional.empty();
    }

    /** Names the role, and that it was inferred where the learner named none. */
    private String roleTitle() {
        OptionalInt role = state.needs().role();
        if (role.isEmpty()) {
            return "your goal";
        }
        String title = index.catalog().roles().get(role.getAsInt()).title();
        String target = state.profile().targetRole();
        return target == null || target.isBlank() ? title + " (where your goals and skills point)" : title;
    }

    private String skillName(int skill) {
        return index.catalog().skills().get(skill).name();
    }

    private String quoted(int content) {
        return "\u201c" + index.catalog().contents().get(content).title() + "\u201d";
    }
}
