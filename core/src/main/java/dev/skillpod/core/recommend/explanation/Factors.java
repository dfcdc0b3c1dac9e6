package dev.skillpod.core.recommend.explanation;

import dev.skillpod.core.recommend.Factor;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.feature.FeatureGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A score split into reasons.
 *
 * @param base the score of a typical content for a typical learner
 * @param byGroup what each group of features adds
 * @param opens what is added because it opens the way to another content; 0 when it does not
 */
public record Factors(double base, Map<FeatureGroup, Double> byGroup, double opens) {
    /** Name of the part of every score that does not depend on learner and content. */
    public static final String BASE = "Typical content for a typical learner";

    private static final String OPENS = "Opens the way to what you need next";

    /**
     * Groups contributions.
     *
     * @param contributions one per feature and, last, the base
     */
    public static Factors of(double[] contributions, double opens) {
        var byGroup = new EnumMap<FeatureGroup, Double>(FeatureGroup.class);
        for (int f = 0; f < contributions.length - 1; f++) {
            byGroup.merge(Feature.group(f), contributions[f], Double::sum);
        }
        return new Factors(contributions[contributions.length - 1], byGroup, opens);
    }

    /** Returns the factors, the base first, then by size; they sum to the score. */
    public List<Factor> list() {
        var list = new ArrayList<Factor>();
        byGroup.forEach((group, value) -> list.add(new Factor(group.words(), value)));
        if (opens != 0) {
            list.add(new Factor(OPENS, opens));
        }
        list.sort(Comparator.comparingDouble((Factor f) -> -Math.abs(f.value())).thenComparing(Factor::name));
        list.addFirst(new Factor(BASE, base));
        return list;
    }

    /** Returns the groups that speak for the content, strongest first. */
    public List<FeatureGroup> strongest() {
        return byGroup.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<FeatureGroup, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
