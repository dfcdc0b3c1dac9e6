package dev.skillpod.starter;

import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.catalog.Role;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The policy that chose what was shown while the log was written, for one learner: a Plackett-Luce model (Plackett 1975)
 * over the contents that are neither finished, dismissed nor under way, with weights
 *
 * <pre>w(c) = 0.35 popularity(c) / sum + 0.50 match(c) / sum + 0.15 / number of contents</pre>
 *
 * <p>Position after position, a content is drawn in proportion to its weight among those left; the logged propensity is
 * exactly that probability: of this content at this position, given those above. The policy knows profile and assessments
 * only, never the truth.
 */
final class LoggingPolicy {
    private static final double POPULARITY = 0.35;
    private static final double MATCH = 0.50;
    private static final double UNIFORM = 0.15;
    private static final double CLAIMED_SKILL = 0.3;

    /** What was drawn: content indices, top position first, and their propensities. */
    record Slate(int[] contents, double[] propensities) {}

    private final CatalogArrays arrays;
    private final HiddenMarket market;
    private final double[] interest;
    private final double[] estimate;
    private final double[] matches;
    private final double[] cumulative;

    LoggingPolicy(CatalogArrays arrays, HiddenMarket market, Map<String, Integer> roleNames, LearnerProfile profile) {
        this.arrays = arrays;
        this.market = market;
        interest = new double[arrays.skills];
        estimate = new double[arrays.skills];
        matches = new double[arrays.contents];
        cumulative = new double[arrays.contents];
        for (LearnerSkill claim : profile.skills()) {
            int s = arrays.catalog.skillIndex(claim.skillId()).orElseThrow();
            interest[s] = CLAIMED_SKILL;
            estimate[s] = claim.level();
        }
        String target = profile.targetRole();
        Integer role = target == null ? null : roleNames.get(target.toLowerCase(Locale.ROOT));
        if (role != null) {
            for (int i = 0; i < arrays.roleSkills[role].length; i++) {
                int s = arrays.roleSkills[role][i];
                interest[s] = Math.max(interest[s], arrays.roleImportance[role][i]);
            }
        }
    }

    /** Returns the roles by id, title and alias in lower case; the first role with a name keeps it. */
    static Map<String, Integer> roleNames(CatalogArrays arrays) {
        var names = new HashMap<String, Integer>();
        for (int r = 0; r < arrays.roles; r++) {
            Role role = arrays.catalog.roles().get(r);
            names.putIfAbsent(role.id().toLowerCase(Locale.ROOT), r);
            names.putIfAbsent(role.title().toLowerCase(Locale.ROOT), r);
            for (String alias : role.aliases()) {
                names.putIfAbsent(alias.toLowerCase(Locale.ROOT), r);
            }
        }
        return names;
    }

    /** Takes note of a measured level. */
    void assessed(int skill, double score) {
        estimate[skill] = score;
    }

    /** Returns what the platform believes of a skill: the last measured level, else the claimed one, else 0. */
    double estimate(int skill) {
        return estimate[skill];
    }

    /** Draws a list of at most {@code length} contents. */
    Slate draw(LearnerState state, int length, RandomGenerator random) {
        int eligible = 0;
        double popular = 0;
        double matching = 0;
        for (int c = 0; c < arrays.contents; c++) {
            if (open(state, c)) {
                matches[c] = match(c);
                eligible++;
                popular += market.popularity[c];
                matching += matches[c];
            }
        }
        double perPopularity = eligible == 0 ? 0 : POPULARITY / popular;
        double perMatch = matching == 0 ? 0 : MATCH / matching;
        double floor = eligible == 0 ? 0 : (matching == 0 ? UNIFORM + MATCH : UNIFORM) / eligible;
        double total = 0;
        for (int c = 0; c < arrays.contents; c++) {
            if (open(state, c)) {
                total += perPopularity * market.popularity[c] + perMatch * matches[c] + floor;
            }
            cumulative[c] = total;
        }
        return draw(Math.min(length, eligible), total, random);
    }

    /*
     * Drawing from all contents and drawing again when the content is taken already is the same as drawing among those
     * left, because the ratio of the weights of those left stays what it is.
     */
    private Slate draw(int length, double total, RandomGenerator random) {
        int[] contents = new int[length];
        double[] propensities = new double[length];
        double left = total;
        for (int k = 0; k < length; k++) {
            int c = find(random.nextDouble() * total);
            while (taken(contents, k, c)) {
                c = find(random.nextDouble() * total);
            }
            double weight = weight(c);
            contents[k] = c;
            propensities[k] = Math.min(1, weight / left);
            left -= weight;
        }
        return new Slate(contents, propensities);
    }

    private double weight(int c) {
        return cumulative[c] - (c == 0 ? 0 : cumulative[c - 1]);
    }

    /** The first content whose cumulative weight exceeds {@code point}; it has a weight of its own. */
    private int find(double point) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        while (weight(low) == 0) { // only when rounding took the point to the total
            low--;
        }
        return low;
    }

    private static boolean taken(int[] contents, int count, int c) {
        for (int i = 0; i < count; i++) {
            if (contents[i] == c) {
                return true;
            }
        }
        return false;
    }

    private static boolean open(LearnerState state, int c) {
        return !(state.finished[c] || state.dismissed[c] || state.started[c]);
    }

    /** Square of the wanted share of what a content teaches times how its levels suit the believed level of its main skill. */
    private double match(int c) {
        int[] taught = arrays.contentSkills[c];
        double wanted = 0;
        for (int j = 0; j < taught.length; j++) {
            wanted += arrays.contentWeights[c][j] * interest[taught[j]];
        }
        if (wanted == 0) {
            return 0;
        }
        double level = estimate[taught[0]];
        double distance = Math.max(0, Math.max(arrays.levelFrom[c] - level, level - arrays.levelTo[c]));
        double match = wanted * (0.15 + Math.max(0, 1 - distance / 25));
        return match * match;
    }
}
