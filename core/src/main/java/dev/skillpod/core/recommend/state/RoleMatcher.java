package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Role;
import java.util.HashMap;
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
    private final Map<String, Integer> byName = new HashMap<>();

    /** Makes a matcher over the roles of a catalogue. */
    public RoleMatcher(CatalogIndex index) {
        this.index = index;
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

    /** Returns the role worked towards: the one the target role means, else the first that a career goal means. */
    public OptionalInt match(LearnerProfile profile) {
        String target = profile.targetRole();
        if (target != null && !target.isBlank()) {
            OptionalInt role = match(target);
            if (role.isPresent()) {
                return role;
            }
        }
        for (String goal : profile.careerGoals()) {
            OptionalInt role = match(goal);
            if (role.isPresent()) {
                return role;
            }
        }
        return OptionalInt.empty();
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
