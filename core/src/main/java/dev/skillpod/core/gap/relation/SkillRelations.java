package dev.skillpod.core.gap.relation;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.math.Hit;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.text.TextEmbedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * What each skill gains from its neighbours: the skills whose level counts in part for it.
 *
 * <p>Two kinds of neighbours:
 *
 * <ul>
 *   <li>Substitutes. Their closeness is the likeness of names and descriptions, of the company they keep in roles, contents
 *       and postings, and of their prerequisites, plus a constant for the same area; the transfer grows with it from a
 *       threshold on. The weights are near those of a logistic regression on pairs of the starter catalogue judged by hand
 *       (docs/models/roles.md). That two skills occur together counts for nothing: that makes complements.
 *   <li>Dependents. Who has learned PostgreSQL has learned the SQL that it requires: the share of the dependent's level that
 *       counts is the required level out of 100. The other way round a prerequisite counts as a substitute, but with a lower
 *       limit.
 * </ul>
 *
 * <p>Neighbours are looked up when first asked for and then kept: about a millisecond per skill in a catalogue of ten
 * thousand. Deterministic, immutable to its callers and thread-safe.
 */
public final class SkillRelations {
    /** Most neighbours of a skill. */
    public static final int MOST_NEIGHBOURS = 16;

    /** Greatest transfer: even the closest neighbour is another skill. */
    public static final double GREATEST_TRANSFER = 0.6;

    private static final double GREATEST_FROM_PREREQUISITE = 0.35;
    private static final double LEAST_TRANSFER = 0.1;
    private static final int CANDIDATES = 64;

    private static final double CONTEXTS_WEIGHT = 1;
    private static final double PREREQUISITES_WEIGHT = 1;
    private static final double SAME_AREA = 2.5;

    /** The closeness at which the transfer is 0, and that by which it grows until it is greatest. */
    private static final double DISTANT = 4.5;

    private static final double RANGE = 4;

    private final CatalogIndex index;
    private final SkillMeaning meaning;
    private final SkillContexts contexts;
    private final PrerequisiteLikeness prerequisites;
    private final int[][] dependents;
    private final AtomicReferenceArray<List<Neighbour>> neighbours;

    private SkillRelations(CatalogIndex index, SkillMeaning meaning, SkillContexts contexts) {
        this.index = index;
        this.meaning = meaning;
        this.contexts = contexts;
        this.prerequisites = new PrerequisiteLikeness(index);
        int n = index.skillCount();
        var lists = new ArrayList<List<Integer>>();
        IntStream.range(0, n).forEach(s -> lists.add(new ArrayList<>()));
        for (int s = 0; s < n; s++) {
            for (int required : index.skill(s).requires()) {
                lists.get(required).add(s);
            }
        }
        dependents = lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        neighbours = new AtomicReferenceArray<>(n);
    }

    /** Relates the skills of a catalogue, embedding their names with the embedder of the index. */
    public static SkillRelations of(CatalogIndex index, List<JobPosting> postings) {
        return of(index, postings, index.embedding().embedder());
    }

    /**
     * Relates the skills of a catalogue.
     *
     * @param index the catalogue; references to skills it does not have are left out
     * @param postings any number; may be empty
     * @param embedder of the same model as the index; one that remembers texts makes the next start faster
     */
    public static SkillRelations of(CatalogIndex index, List<JobPosting> postings, TextEmbedder embedder) {
        return new SkillRelations(
                index,
                SkillMeaning.of(index.catalog().skills(), index.embedding().skills(), embedder),
                SkillContexts.of(index, postings));
    }

    /**
     * Returns the neighbours whose levels count for a skill.
     *
     * @param skill index in the catalogue
     * @return at most {@value #MOST_NEIGHBOURS}, the greatest transfer first, of equal ones the lower index first; may be empty
     */
    public List<Neighbour> of(int skill) {
        List<Neighbour> known = neighbours.get(skill);
        if (known == null) {
            known = find(skill);
            neighbours.set(skill, known);
        }
        return known;
    }

    private List<Neighbour> find(int skill) {
        Set<Integer> candidates = new LinkedHashSet<>();
        meaning.nearest(skill, CANDIDATES).stream().map(Hit::index).forEach(candidates::add);
        for (int dependent : dependents[skill]) {
            candidates.add(dependent);
        }
        return candidates.stream()
                .map(other -> new Neighbour(other, transfer(skill, other)))
                .filter(neighbour -> neighbour.transfer() >= LEAST_TRANSFER)
                .sorted(Comparator.comparingDouble(Neighbour::transfer)
                        .reversed()
                        .thenComparingInt(Neighbour::skill))
                .limit(MOST_NEIGHBOURS)
                .toList();
    }

    private double transfer(int skill, int other) {
        double alike = Math.clamp((closeness(skill, other) - DISTANT) / RANGE, 0, 1) * GREATEST_TRANSFER;
        if (prerequisites.required(skill, other) > 0) {
            return Math.min(alike, GREATEST_FROM_PREREQUISITE);
        }
        double implied = Math.min(GREATEST_TRANSFER, prerequisites.required(other, skill));
        return Math.max(alike, implied);
    }

    private double closeness(int skill, int other) {
        return meaning.likeness(skill, other)
                + CONTEXTS_WEIGHT * contexts.likeness(skill, other)
                + PREREQUISITES_WEIGHT * prerequisites.likeness(skill, other)
                + area(skill, other);
    }

    /** Returns what the areas add: where one is not known, half of what the same area does. */
    private double area(int skill, int other) {
        Skill a = index.catalog().skills().get(skill);
        Skill b = index.catalog().skills().get(other);
        if (a.area().isBlank() || b.area().isBlank()) {
            return SAME_AREA / 2;
        }
        return a.area().equals(b.area()) ? SAME_AREA : 0;
    }
}
