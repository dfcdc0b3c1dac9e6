package dev.skillpod.store.imports;

import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What O*NET's tables say of one occupation, until it can be made a role. Not thread-safe. */
final class OnetOccupation {
    /** The two ratings of an element. */
    private static final class Rating {
        private @Nullable Double importance;
        private @Nullable Double level;
        private boolean left;
    }

    private record Technology(String key, boolean inDemand, boolean hot) {
        int rank() {
            return inDemand ? 0 : hot ? 1 : 2;
        }
    }

    private record Alias(String title, int sources) {}

    private final String code;
    private final String title;
    private final String description;
    private final Map<String, Alias> aliases = new LinkedHashMap<>();
    private final Map<String, Rating> ratings = new LinkedHashMap<>();
    private final Map<String, Technology> technologies = new LinkedHashMap<>();
    private int zone = OnetRules.unknownZone();

    OnetOccupation(String code, String title, String description) {
        this.code = code;
        this.title = title;
        this.description = description;
    }

    void zone(int jobZone) {
        zone = jobZone;
    }

    /** Adds another title, given by so many sources; returns false when it says nothing new. */
    boolean alias(String other, int sources) {
        String key = other.toLowerCase(Locale.ROOT);
        return !key.equals(title.toLowerCase(Locale.ROOT))
                && aliases.putIfAbsent(key, new Alias(other, sources)) == null;
    }

    void importance(String key, double value) {
        ratings.computeIfAbsent(key, k -> new Rating()).importance = value;
    }

    void level(String key, double value) {
        ratings.computeIfAbsent(key, k -> new Rating()).level = value;
    }

    /** Leaves an element out, because O*NET advises so or found it not relevant. */
    void leaveOut(String key) {
        ratings.computeIfAbsent(key, k -> new Rating()).left = true;
    }

    /** Adds a technology; returns false when the occupation has it already. */
    boolean technology(String key, boolean inDemand, boolean hot) {
        return technologies.putIfAbsent(key, new Technology(key, inDemand, hot)) == null;
    }

    Role role(OnetSkills skills, DataSource source) {
        var requirements = new LinkedHashMap<String, SkillRequirement>();
        ratings.forEach((key, rating) -> {
            if (!rating.left && rating.importance != null && rating.level != null && rating.level > 0) {
                var requirement = OnetRules.rated(skills.id(key), rating.importance, rating.level);
                requirements.putIfAbsent(requirement.skillId(), requirement);
            }
        });
        for (Technology technology : chosen()) {
            var requirement =
                    OnetRules.technology(skills.id(technology.key()), technology.inDemand(), technology.hot(), zone);
            requirements.putIfAbsent(requirement.skillId(), requirement);
        }
        List<SkillRequirement> byImportance = requirements.values().stream()
                .sorted(Comparator.comparingDouble(SkillRequirement::importance).reversed())
                .toList();
        List<String> titles = aliases.values().stream()
                .sorted(Comparator.comparingInt(Alias::sources).reversed())
                .limit(OnetRules.MAX_ALIASES)
                .map(Alias::title)
                .toList();
        return new Role("onet-" + code, title, OnetRules.area(code), titles, description, byImportance, source);
    }

    /** Takes technologies in demand first, then hot ones, then others while there are few; each in the file's order. */
    private List<Technology> chosen() {
        var chosen = new ArrayList<Technology>();
        for (Technology technology : technologies.values().stream()
                .sorted(Comparator.comparingInt(Technology::rank))
                .toList()) {
            int most = technology.rank() == 2 ? OnetRules.ENOUGH_TECHNOLOGIES : OnetRules.MAX_TECHNOLOGIES;
            if (chosen.size() < most) {
                chosen.add(technology);
            }
        }
        return chosen;
    }
}
