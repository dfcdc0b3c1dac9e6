package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Role;
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

    private OptionalInt nearest(float[] query) {
        float[][] roles = index.embedding().roles();
        int best = -1;
        float bestSimilarity = THRESHOLD;
        for (int i = 0; i < roles.length; i++) {
            float similarity = Vectors.dot(query, roles[i]);
            if (similarity >= bestSimilarity) {
                bestSimilarity = similarity;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
