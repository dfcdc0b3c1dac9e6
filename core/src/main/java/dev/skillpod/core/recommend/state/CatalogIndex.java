package dev.skillpod.core.recommend.state;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as arrays, with the meaning of every text: made once per catalogue snapshot, shared by all requests.
 *
 * <p>References to unknown ids are dropped. Immutable by convention (callers must not write to the arrays) and
 * thread-safe.
 */
public final class CatalogIndex {
    private final Catalog catalog;
    private final CatalogEmbedding embedding;
    private final ContentRow[] contents;
    private final SkillRow[] skills;
    private final RoleRow[] roles;
    private final int[][] contentsBySkill;
    private final LevelRows levelRows;
    private @Nullable CatalogWords words;

    /**
     * A content in arrays.
     *
     * @param skills skill indexes, the main skill first; may be empty
     * @param weights share of each of these skills, in (0, 1]
     * @param levelFrom level from which on it is useful
     * @param levelTo level it leads to
     * @param type ordinal of its type
     * @param minutes duration, or the catalogue's median where unknown
     * @param prerequisites content indexes
     */
    public record ContentRow(
            int[] skills,
            float[] weights,
            float levelFrom,
            float levelTo,
            int type,
            float minutes,
            int[] prerequisites) {
        /** Returns the index of the main skill, or -1 when the content names none. */
        public int mainSkill() {
            return skills.length == 0 ? -1 : skills[0];
        }
    }

    /**
     * A skill in arrays.
     *
     * @param requires skill indexes of the direct prerequisites
     * @param levels the level each of these should have reached
     */
    public record SkillRow(int[] requires, float[] levels) {}

    /**
     * A role in arrays.
     *
     * @param skills skill indexes
     * @param levels required level of each
     * @param importances importance of each, in [0, 1]
     */
    public record RoleRow(int[] skills, float[] levels, float[] importances) {}

    /** Indexes a catalogue together with its texts' vectors. */
    public CatalogIndex(Catalog catalog, CatalogEmbedding embedding) {
        this.catalog = catalog;
        this.embedding = embedding;
        float median = medianMinutes(catalog.contents());
        this.contents = catalog.contents().stream().map(c -> row(c, median)).toArray(ContentRow[]::new);
        this.skills = catalog.skills().stream().map(this::row).toArray(SkillRow[]::new);
        this.roles = catalog.roles().stream().map(this::row).toArray(RoleRow[]::new);
        this.contentsBySkill = contentsBySkill();
        this.levelRows = new LevelRows(this);
    }

    /** Returns the catalogue this was made from. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns the vectors of the catalogue's texts. */
    public CatalogEmbedding embedding() {
        return embedding;
    }

    /** Returns the catalogue's words; the first call makes them, and takes long. */
    public synchronized CatalogWords words() {
        CatalogWords known = words;
        if (known == null) {
            known = CatalogWords.of(catalog);
            words = known;
        }
        return known;
    }

    /** Returns a content's row. */
    public ContentRow content(int index) {
        return contents[index];
    }

    /** Returns a skill's row. */
    public SkillRow skill(int index) {
        return skills[index];
    }

    /** Returns a role's row. */
    public RoleRow role(int index) {
        return roles[index];
    }

    /** Returns the contents that teach a skill, ascending. */
    public int[] contentsOf(int skill) {
        return contentsBySkill[skill];
    }

    /** Returns what turns profiles into rows for {@link LevelModel}. */
    public LevelRows levelRows() {
        return levelRows;
    }

    /** Returns the number of contents. */
    public int contentCount() {
        return contents.length;
    }

    /** Returns the number of skills. */
    public int skillCount() {
        return skills.length;
    }

    private int[][] contentsBySkill() {
        var counts = new int[skills.length];
        for (ContentRow content : contents) {
            for (int skill : content.skills()) {
                counts[skill]++;
            }
        }
        var lists = new int[skills.length][];
        Arrays.setAll(lists, skill -> new int[counts[skill]]);
        for (int c = contents.length - 1; c >= 0; c--) {
            for (int skill : contents[c].skills()) {
                lists[skill][--counts[skill]] = c;
            }
        }
        return lists;
    }

    private ContentRow row(Content content, float medianMinutes) {
        List<SkillWeight> known = content.skills().stream()
                .filter(s -> catalog.skillIndex(s.skillId()).isPresent())
                .toList();
        int[] indexes = known.stream()
                .mapToInt(s -> catalog.skillIndex(s.skillId()).orElseThrow())
                .toArray();
        float[] weights = floats(known.stream().mapToDouble(SkillWeight::weight).toArray());
        int[] prerequisites = content.prerequisiteIds().stream()
                .flatMapToInt(id -> catalog.contentIndex(id).stream())
                .toArray();
        Integer minutes = content.durationMinutes();
        return new ContentRow(
                indexes,
                weights,
                content.levelFrom(),
                content.levelTo(),
                content.type().ordinal(),
                minutes == null ? medianMinutes : minutes,
                prerequisites);
    }

    private SkillRow row(Skill skill) {
        List<Prerequisite> edges = catalog.prerequisites().requiredBy(skill.id()).stream()
                .filter(e -> catalog.skillIndex(e.requiresSkillId()).isPresent())
                .toList();
        int[] requires = edges.stream()
                .mapToInt(e -> catalog.skillIndex(e.requiresSkillId()).orElseThrow())
                .toArray();
        return new SkillRow(
                requires,
                floats(edges.stream().mapToDouble(Prerequisite::requiredLevel).toArray()));
    }

    private RoleRow row(Role role) {
        List<SkillRequirement> known = role.requirements().stream()
                .filter(r -> catalog.skillIndex(r.skillId()).isPresent())
                .toList();
        return new RoleRow(
                known.stream()
                        .mapToInt(r -> catalog.skillIndex(r.skillId()).orElseThrow())
                        .toArray(),
                floats(known.stream()
                        .mapToDouble(SkillRequirement::requiredLevel)
                        .toArray()),
                floats(known.stream().mapToDouble(SkillRequirement::importance).toArray()));
    }

    private static float medianMinutes(List<Content> contents) {
        int[] minutes = contents.stream()
                .flatMapToInt(c -> {
                    Integer m = c.durationMinutes();
                    return m == null ? java.util.stream.IntStream.empty() : java.util.stream.IntStream.of(m);
                })
                .sorted()
                .toArray();
        return minutes.length == 0 ? 60 : minutes[minutes.length / 2];
    }

    private static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
