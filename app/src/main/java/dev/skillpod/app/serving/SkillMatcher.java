package dev.skillpod.app.serving;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Skill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the skill a caller means, by id, name or alias, and what an unknown id might have meant. Belongs to one snapshot
 * of the catalogue. Thread-safe.
 */
public final class SkillMatcher {
    private static final int SUGGESTIONS = 3;

    private final Catalog catalog;
    private final Map<String, String> idByName;
    private @Nullable NearestNames nearestSkills;
    private @Nullable NearestNames nearestContents;

    /** Indexes the names of a catalogue. Where two skills share a name, ids beat names, names beat aliases. */
    public SkillMatcher(Catalog catalog) {
        this.catalog = catalog;
        this.idByName = HashMap.newHashMap(catalog.skills().size() * 3);
        catalog.skills().forEach(s -> idByName.putIfAbsent(key(s.id()), s.id()));
        catalog.skills().forEach(s -> idByName.putIfAbsent(key(s.name()), s.id()));
        catalog.skills().forEach(s -> s.aliases().forEach(a -> idByName.putIfAbsent(key(a), s.id())));
    }

    /** Returns the snapshot this belongs to. */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Returns the id of the skill that is meant: {@code skillId} itself when the catalogue knows it, else the skill with
     * that id, name or alias in any case, else the one named {@code skillName}.
     *
     * @param skillName what the caller calls the skill, or null
     */
    public Optional<String> match(String skillId, @Nullable String skillName) {
        if (catalog.skillIndex(skillId).isPresent()) {
            return Optional.of(skillId);
        }
        String id = idByName.get(key(skillId));
        if (id == null && skillName != null) {
            id = idByName.get(key(skillName));
        }
        return Optional.ofNullable(id);
    }

    /** Returns up to three skill ids whose id, name or alias looks most like {@code text}, best first. */
    public List<String> nearestSkills(String text) {
        return nearestSkillNames().nearest(text, SUGGESTIONS);
    }

    /** Returns up to three content ids that look most like {@code text}, best first. */
    public List<String> nearestContents(String text) {
        return nearestContentNames().nearest(text, SUGGESTIONS);
    }

    private synchronized NearestNames nearestSkillNames() {
        if (nearestSkills == null) {
            var entries = new ArrayList<NearestNames.Entry>();
            for (Skill skill : catalog.skills()) {
                entries.add(new NearestNames.Entry(skill.id(), skill.id()));
                entries.add(new NearestNames.Entry(skill.id(), skill.name()));
                skill.aliases().forEach(a -> entries.add(new NearestNames.Entry(skill.id(), a)));
            }
            nearestSkills = new NearestNames(entries);
        }
        return nearestSkills;
    }

    private synchronized NearestNames nearestContentNames() {
        if (nearestContents == null) {
            nearestContents = new NearestNames(catalog.contents().stream()
                    .map(Content::id)
                    .map(id -> new NearestNames.Entry(id, id))
                    .toList());
        }
        return nearestContents;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
