package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.TopK;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds the role a text means: by id, title or alias; else the nearest by meaning, when it is near enough.
 *
 * <p>Thread-safe.
 */
public final class RoleMatcher {
    /** Cosine similarity below which a text is taken to mean no role of the catalogue. */
    static final float THRESHOLD = 0.42f;

    private final CatalogIndex index;
    private final TargetRole target;
    private final Map<String, Integer> byName = new HashMap<>();

    /** Makes a matcher over the roles of a catalogue. */
    public RoleMatcher(CatalogIndex index) {
        this.index = index;
        this.target = new TargetRole(index);
        var roles = index.catalog().roles();
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            int at = i;
            role.aliases().forEach(alias -> byName.putIfAbsent(key(alias), at));
        }
        for (int i = 0; i < roles.size(); i++) {
            byName.put(key(roles.get(i).title()), i);
            byName.put(key(roles.get(i).id()), i);
        }
    }

    /**
     * Returns the role a learner works towards: the one the target role means, else the one the career goals name, else the
     * one whose skills goals and market activity are about; empty when nothing points at one.
     */
    public OptionalInt match(LearnerHistory history) {
        return target.of(history, this);
    }

    /** Returns the mean similarity in meaning of texts to a role, in [-1, 1]; 0 without texts. */
    double likeness(List<String> texts, int role) {
        double sum = 0;
        for (String text : texts) {
            sum += text.isBlank()
                    ? 0
                    : Vectors.dot(
                            index.embedding().embedder().embed(text),
                            index.embedding().roles()[role]);
        }
        return texts.isEmpty() ? 0 : sum / texts.size();
    }

    /** Returns the index of the role that the text means, or empty when none is near enough. */
    public OptionalInt match(String text) {
        Integer exact = byName.get(key(text));
        if (exact != null) {
            return OptionalInt.of(exact);
        }
        return text.isBlank()
                ? OptionalInt.empty()
                : nearest(index.embedding().embedder().embed(text));
    }

    /** Returns the titles of the {@code count} roles nearest in meaning to a text, the nearest first. */
    public List<String> nearest(String text, int count) {
        return nearest(index.embedding().embedder().embed(text), count).stream()
                .map(hit -> index.catalog().roles().get(hit.index()).title())
                .toList();
    }

    private OptionalInt nearest(float[] query) {
        return nearest(query, 1).stream()
                .filter(hit -> hit.score() >= THRESHOLD)
                .mapToInt(Hit::index)
                .findFirst();
    }

    private List<Hit> nearest(float[] query, int count) {
        float[][] roles = index.embedding().roles();
        var top = new TopK(count);
        for (int i = 0; i < roles.length; i++) {
            top.offer(i, Vectors.dot(query, roles[i]));
        }
        return top.hits();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
