package dev.skillpod.app.serving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the skills of one request into ids and collects, as warnings, those that the catalogue does not know. Used by one
 * thread for one request.
 */
public final class SkillNames {
    private static final int MOST_WARNINGS = 20;

    /** The most texts of one request that are looked up by meaning, which takes milliseconds each. */
    private static final int MOST_MEANINGS = 20;

    private final SkillMatcher matcher;
    private final SkillMeaning meaning;
    private final Map<String, Optional<String>> meant = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> unknown = new HashSet<>();

    /** Matches against one snapshot of the catalogue, by id, name and alias. */
    public SkillNames(SkillMatcher matcher) {
        this(matcher, SkillMeaning.NONE);
    }

    /** Matches against one snapshot of the catalogue, by id, name and alias, and what these do not find by meaning. */
    public SkillNames(SkillMatcher matcher, SkillMeaning meaning) {
        this.matcher = matcher;
        this.meaning = meaning;
    }

    /**
     * Returns the id of the skill that is meant; an unknown one is returned as it is, with a warning that names the
     * nearest known ids.
     */
    public String idOf(String skillId, @Nullable String skillName) {
        String text = skillName == null || skillName.isBlank() ? skillId : skillName;
        return matcher.match(skillId, skillName).or(() -> byMeaning(text)).orElseGet(() -> {
            warnUnknown(skillId, text);
            return skillId;
        });
    }

    private Optional<String> byMeaning(String text) {
        if (!meant.containsKey(text) && meant.size() >= MOST_MEANINGS) {
            return Optional.empty();
        }
        return meant.computeIfAbsent(text, t -> {
            Optional<String> id = meaning.meant(t);
            id.ifPresent(skill -> warn("skill '" + Excerpt.of(t) + "' was taken to mean '" + skill + "'"));
            return id;
        });
    }

    /** Adds a sentence to the warnings, unless there are too many already. */
    public void warn(String sentence) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(sentence);
        }
    }

    /** Returns the warnings so far, at most 20 and one that says how many unknown skills were left out. */
    public List<String> warnings() {
        int untold = unknown.size() - MOST_WARNINGS;
        if (untold <= 0) {
            return List.copyOf(warnings);
        }
        var all = new ArrayList<>(warnings);
        all.add(untold + " further skills are not in the catalogue");
        return List.copyOf(all);
    }

    private void warnUnknown(String skillId, String text) {
        if (!unknown.add(skillId) || unknown.size() > MOST_WARNINGS) {
            return;
        }
        List<String> nearest = meant.containsKey(text) ? meaning.nearest(text) : List.of();
        if (nearest.isEmpty()) {
            nearest = matcher.nearestSkills(skillId);
        }
        warn("skill '" + Excerpt.of(skillId) + "' is not in the catalogue"
                + (nearest.isEmpty() ? "" : "; nearest known ids: " + String.join(", ", nearest)));
    }
}
