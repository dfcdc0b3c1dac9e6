package dev.skillpod.core.gap.requirement;

import java.util.List;
import java.util.Optional;

/**
 * A skill that is required, and why.
 *
 * @param skillId the skill; an id that the catalogue does not know is legal
 * @param skillName its name
 * @param level the level required, in [0, 100]
 * @param weight how much it matters, in [0, 1]: {@code 1 - product over the evidence of (1 - weight)}
 * @param evidence what it rests on, at least one: request, role, market, in that order
 */
public record Requirement(String skillId, String skillName, double level, double weight, List<Evidence> evidence) {
    public Requirement {
        evidence = List.copyOf(evidence);
    }

    /**
     * Combines evidence. A level that the request names is the level required; otherwise it is the mean of the levels called
     * for, by weight, to a tenth.
     */
    static Requirement of(String skillId, String skillName, List<Evidence> evidence) {
        double missing = 1;
        double levels = 0;
        double weights = 0;
        for (Evidence e : evidence) {
            missing *= 1 - e.weight();
            levels += e.weight() * e.level();
            weights += e.weight();
        }
        double mean = weights > 0
                ? Math.rint(10 * levels / weights) / 10
                : evidence.getFirst().level();
        double level = evidence.stream()
                .filter(e -> e instanceof Evidence.Asked)
                .mapToDouble(Evidence::level)
                .findFirst()
                .orElse(mean);
        return new Requirement(skillId, skillName, level, 1 - missing, evidence);
    }

    /** Returns the evidence of the learner's market activity, if there is any. */
    public Optional<Evidence.ByMarket> market() {
        return evidence.stream()
                .filter(Evidence.ByMarket.class::isInstance)
                .map(Evidence.ByMarket.class::cast)
                .findFirst();
    }

    /** Returns whether nothing but market activity speaks for it. */
    public boolean marketOnly() {
        return evidence.stream().allMatch(Evidence.ByMarket.class::isInstance);
    }
}
