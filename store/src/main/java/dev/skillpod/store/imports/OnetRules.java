package dev.skillpod.store.imports;

import dev.skillpod.core.catalog.SkillRequirement;
import java.util.Locale;
import java.util.Map;

/**
 * How O*NET's scales and flags become levels and importances. docs/imports.md states the same rules for readers.
 *
 * <p>Importance (IM, 1 to 5) is shifted and scaled to [0, 1], level (LV, 0 to 7) to [0, 100]. Technologies have no scale in
 * O*NET, so theirs is a convention: importance by the flags "in demand" and "hot technology", level by the occupation's job
 * zone (1, little preparation, to 5, extensive), ten more for those in demand.
 */
final class OnetRules {
    /** The most technologies a role requires. */
    static final int MAX_TECHNOLOGIES = 30;

    /** Technologies that are neither hot nor in demand are required only until a role has this many. */
    static final int ENOUGH_TECHNOLOGIES = 10;

    /** The most other titles a role keeps. */
    static final int MAX_ALIASES = 40;

    private static final int UNKNOWN_ZONE = 3;

    /** Titles of the major groups of the Standard Occupational Classification of 2018, by the first two digits. */
    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("11", "Management"),
            Map.entry("13", "Business and Financial Operations"),
            Map.entry("15", "Computer and Mathematical"),
            Map.entry("17", "Architecture and Engineering"),
            Map.entry("19", "Life, Physical, and Social Science"),
            Map.entry("21", "Community and Social Service"),
            Map.entry("23", "Legal"),
            Map.entry("25", "Educational Instruction and Library"),
            Map.entry("27", "Arts, Design, Entertainment, Sports, and Media"),
            Map.entry("29", "Healthcare Practitioners and Technical"),
            Map.entry("31", "Healthcare Support"),
            Map.entry("33", "Protective Service"),
            Map.entry("35", "Food Preparation and Serving"),
            Map.entry("37", "Building and Grounds Cleaning and Maintenance"),
            Map.entry("39", "Personal Care and Service"),
            Map.entry("41", "Sales and Related"),
            Map.entry("43", "Office and Administrative Support"),
            Map.entry("45", "Farming, Fishing, and Forestry"),
            Map.entry("47", "Construction and Extraction"),
            Map.entry("49", "Installation, Maintenance, and Repair"),
            Map.entry("51", "Production"),
            Map.entry("53", "Transportation and Material Moving"),
            Map.entry("55", "Military Specific"));

    private OnetRules() {}

    /** Returns the area of an occupation. */
    static String area(String code) {
        return AREAS.getOrDefault(code.substring(0, 2), "Other Occupations");
    }

    /** Returns what an occupation requires of a rated element; both ratings as O*NET has them. */
    static SkillRequirement rated(String skillId, double importance, double level) {
        return new SkillRequirement(
                skillId, (int) Math.round(100 * level / 7), Math.round(1_000 * (importance - 1) / 4) / 1_000.0);
    }

    /** Returns what an occupation requires of a technology. */
    static SkillRequirement technology(String skillId, boolean inDemand, boolean hot, Integer zone) {
        double importance = inDemand ? (hot ? 0.9 : 0.8) : (hot ? 0.6 : 0.3);
        return new SkillRequirement(skillId, 20 + 10 * zone + (inDemand ? 10 : 0), importance);
    }

    /** Returns the job zone of an occupation that has none. */
    static int unknownZone() {
        return UNKNOWN_ZONE;
    }

    /** Returns a name as an id: lower-case letters and digits, {@code +} and {@code #} in words, the rest dashes. */
    static String slug(String name) {
        String words = name.toLowerCase(Locale.ROOT)
                .replace("+", "plus")
                .replace("#", "sharp")
                .replaceAll("[^\\p{L}\\p{N}]+", "-");
        String slug = words.replaceAll("^-|-$", "");
        return slug.length() > 150 ? slug.substring(0, 150) : slug;
    }
}
