package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.MarketSignal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the role a learner works towards. The first that answers decides: the target role of the profile; a role that a
 * career goal names; the role whose skills the goals name and the learner's market activity is about, the meaning of the
 * goals beside it; the role a goal means; the role most like the skills the learner has. Thread-safe.
 */
final class TargetRole {
    /** A skill named in a goal counts as much as this many skills of market signals. */
    private static final float NAMED = 4;

    /** Cosine of named and searched skills to a role's importances below which they are taken to mean no role. */
    private static final double LEAST_LIKENESS = 0.35;

    private final CatalogIndex index;
    private final List<String> skillNames;
    private final List<String> roleTitles;

    TargetRole(CatalogIndex index) {
        this.index = index;
        this.skillNames = index.catalog().skills().stream()
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
        this.roleTitles = index.catalog().roles().stream()
                .map(r -> r.title().toLowerCase(Locale.ROOT))
                .toList();
    }

    OptionalInt of(LearnerHistory history, RoleMatcher matcher) {
        LearnerProfile profile = history.profile();
        String target = profile.targetRole();
        if (target != null && !target.isBlank()) {
            OptionalInt role = matcher.match(target);
            if (role.isPresent()) {
                return role;
            }
        }
        for (String goal : profile.careerGoals()) {
            OptionalInt named = named(goal.toLowerCase(Locale.ROOT));
            if (named.isPresent()) {
                return named;
            }
        }
        OptionalInt like = likest(history, matcher);
        if (like.isPresent()) {
            return like;
        }
        return profile.careerGoals().stream()
                .map(matcher::match)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElseGet(() -> fromSkills(profile));
    }

    /** Returns the role whose importances are most like the learner's levels: who is on the way somewhere goes on there. */
    private OptionalInt fromSkills(LearnerProfile profile) {
        var levels = new float[index.skillCount()];
        profile.skills()
                .forEach(
                        skill -> index.catalog().skillIndex(skill.skillId()).ifPresent(s -> levels[s] = skill.level()));
        return likest(levels, role -> 0);
    }

    /** Returns the role named last in a goal: who moves from one to another names the new one last. */
    private OptionalInt named(String goal) {
        int best = -1;
        int bestEnd = 0;
        for (int r = 0; r < roleTitles.size(); r++) {
            int at = lastWord(goal, roleTitles.get(r));
            int end = at + roleTitles.get(r).length();
            boolean longer = best >= 0
                    && end == bestEnd
                    && roleTitles.get(r).length() > roleTitles.get(best).length();
            if (at >= 0 && (end > bestEnd || longer)) {
                best = r;
                bestEnd = end;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private OptionalInt likest(LearnerHistory history, RoleMatcher matcher) {
        var wanted = new float[index.skillCount()];
        for (String goal : history.profile().careerGoals()) {
            String text = goal.toLowerCase(Locale.ROOT);
            for (int s = 0; s < wanted.length; s++) {
                wanted[s] += lastWord(text, skillNames.get(s)) >= 0 ? NAMED : 0;
            }
        }
        for (MarketSignal signal : history.signals()) {
            for (String id : signal.skillIds()) {
                index.catalog()
                        .skillIndex(id)
                        .ifPresent(s -> wanted[s] += 1f / signal.skillIds().size());
            }
        }
        return likest(wanted, role -> matcher.likeness(history.profile().careerGoals(), role));
    }

    private OptionalInt likest(float[] wanted, IntToDoubleFunction bonus) {
        double norm = Math.sqrt(Vectors.dot(wanted, wanted));
        int best = -1;
        double bestScore = 0;
        for (int r = 0; r < roleTitles.size() && norm > 0; r++) {
            var role = index.role(r);
            double dot = 0;
            double squares = 0;
            for (int i = 0; i < role.skills().length; i++) {
                dot += wanted[role.skills()[i]] * role.importances()[i];
                squares += role.importances()[i] * role.importances()[i];
            }
            double likeness = squares > 0 ? dot / (norm * Math.sqrt(squares)) : 0;
            double score = likeness + bonus.applyAsDouble(r);
            if (likeness >= LEAST_LIKENESS && score > bestScore) {
                bestScore = score;
                best = r;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Returns where a word or phrase last occurs as a whole, or -1. */
    private static int lastWord(String text, String phrase) {
        int at = text.lastIndexOf(phrase);
        while (at >= 0) {
            int end = at + phrase.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends && !phrase.isEmpty()) {
                return at;
            }
            at = at == 0 ? -1 : text.lastIndexOf(phrase, at - 1);
        }
        return -1;
    }
}
