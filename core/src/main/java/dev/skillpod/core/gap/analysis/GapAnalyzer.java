package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.gap.level.CurrentLevels;
import dev.skillpod.core.gap.level.ReportedLevels;
import dev.skillpod.core.gap.level.SkillLevel;
import dev.skillpod.core.gap.market.SkillDemand;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.relation.Neighbour;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.LearnerOutlook;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds a learner's skill gaps: every required skill whose level the learner has not reached, neither by the skill itself nor by
 * what a neighbouring skill lends. What is required does not depend on what the learner can do, and levels never fall when a skill
 * is added or raised, so that no gap ever grows by that.
 *
 * <p>Bound to one catalogue and one version of the models; thread-safe.
 */
public final class GapAnalyzer {
    /** Levels below which a difference is no gap: it would be shown as 0. */
    static final double LEAST = 0.5;

    private static final int MOST_ADJACENT = 3;

    private final CatalogIndex index;
    private final RequirementFinder requirements;
    private final SkillRelations relations;
    private final UsualLevels usual;
    private final Supplier<SkillDemand> demand;
    private final @Nullable LearnerValues values;
    private final @Nullable TrainedTracing tracing;

    /**
     * Makes an analyzer.
     *
     * @param usual the levels usually asked for
     * @param demand the demand as it is known at the time of a request
     * @param values what closing a gap is worth, or null when nothing is trained: gaps then come without a value
     */
    public GapAnalyzer(
            CatalogIndex index,
            RequirementFinder requirements,
            SkillRelations relations,
            UsualLevels usual,
            Supplier<SkillDemand> demand,
            @Nullable LearnerValues values) {
        this(index, requirements, relations, usual, demand, values, null);
    }

    private GapAnalyzer(
            CatalogIndex index,
            RequirementFinder requirements,
            SkillRelations relations,
            UsualLevels usual,
            Supplier<SkillDemand> demand,
            @Nullable LearnerValues values,
            @Nullable TrainedTracing tracing) {
        this.index = index;
        this.requirements = requirements;
        this.relations = relations;
        this.usual = usual;
        this.demand = demand;
        this.values = values;
        this.tracing = tracing;
    }

    /** Returns this analyzer, with levels moved by answers to single items as a tracing model reads them. */
    public GapAnalyzer with(@Nullable TrainedTracing answers) {
        return new GapAnalyzer(index, requirements, relations, usual, demand, values, answers);
    }

    /** Returns what finds the requirements. */
    public RequirementFinder requirementFinder() {
        return requirements;
    }

    /** Returns the demand for skills as it is known now. */
    public SkillDemand demand() {
        return demand.get();
    }

    /** Analyzes one learner. */
    public GapReport analyze(GapRequest request) {
        var found = requirements.find(request.learner(), request.targets(), request.asOf());
        var levels = levels(request);
        var worth = values == null ? null : values.of(request.learner(), request.asOf());
        var touches = Touches.of(request.learner().before(request.asOf()), index);
        var analysis = new Analysis(levels, new NextSteps(index, levels, touches), demand.get(), worth);
        List<Gap> gaps = found.requirements().stream()
                .flatMap(requirement -> analysis.gap(requirement).stream())
                .sorted(Comparator.comparing(Gap::priority)
                        .thenComparing(Comparator.comparingLong(Gap::tenths).reversed())
                        .thenComparing(gap -> gap.requirement().skillId()))
                .toList();
        return new GapReport(
                gaps,
                found.requirements(),
                levels.all(),
                found.role(),
                worth == null
                        ? List.of()
                        : worth.jobs().stream().map(JobPosting::id).toList(),
                found.warnings());
    }

    /**
     * Says what raising skills would change for one learner.
     *
     * @param skillIds skills; one that the catalogue does not know comes without a value
     * @param targetLevel the level to reach, in [0, 100]; null for what is required of the learner, or else what is usual
     */
    public List<Prediction> predict(GapRequest request, List<String> skillIds, @Nullable Integer targetLevel) {
        var required = new HashMap<String, Double>();
        requirements
                .find(request.learner(), request.targets(), request.asOf())
                .requirements()
                .forEach(requirement -> required.put(requirement.skillId(), requirement.level()));
        var levels = levels(request);
        var worth = values == null ? null : values.of(request.learner(), request.asOf());
        return skillIds.stream()
                .map(id -> {
                    double target = targetLevel == null ? required.getOrDefault(id, usual.of(id)) : targetLevel;
                    OptionalInt skill = index.catalog().skillIndex(id);
                    SkillLevel level = levels.of(id);
                    if (worth == null || skill.isEmpty()) {
                        return new Prediction(id, name(id), level.level(), target, null, null);
                    }
                    LearnerOutlook outlook = worth.outlook();
                    return new Prediction(
                            id,
                            name(id),
                            level.level(),
                            target,
                            outlook.closing(skill.getAsInt(), level.retention(), target)
                                    .orElse(null),
                            outlook.pay(skill.getAsInt(), level.retention(), target)
                                    .orElse(null));
                })
                .toList();
    }

    /** Says what ten more levels of skills change on average over all who applied to jobs that ask for them. */
    public List<Prediction> predict(List<String> skillIds) {
        return skillIds.stream()
                .map(id -> {
                    OptionalInt skill = index.catalog().skillIndex(id);
                    return values == null || skill.isEmpty()
                            ? new Prediction(id, name(id), null, null, null, null)
                            : new Prediction(
                                    id,
                                    name(id),
                                    null,
                                    null,
                                    values.population(skill.getAsInt()).orElse(null),
                                    values.populationPay(skill.getAsInt()).orElse(null));
                })
                .toList();
    }

    private ReportedLevels levels(GapRequest request) {
        return ReportedLevels.of(request.learner(), request.requested(), index.catalog(), request.asOf(), tracing);
    }

    private String name(String skillId) {
        return index.catalog().skill(skillId).map(Skill::name).orElse(skillId);
    }

    /** What is the same for all gaps of one learner. */
    private final class Analysis {
        private final CurrentLevels levels;
        private final NextSteps steps;
        private final SkillDemand market;
        private final LearnerValues.@Nullable Valued worth;

        Analysis(CurrentLevels levels, NextSteps steps, SkillDemand market, LearnerValues.@Nullable Valued worth) {
            this.levels = levels;
            this.steps = steps;
            this.market = market;
            this.worth = worth;
        }

        List<Gap> gap(Requirement requirement) {
            SkillLevel level = levels.of(requirement.skillId());
            OptionalInt skill = index.catalog().skillIndex(requirement.skillId());
            List<AdjacentSkill> adjacent = skill.isPresent() ? adjacent(skill.getAsInt(), level) : List.of();
            double reached = adjacent.isEmpty()
                    ? level.level()
                    : Math.max(level.level(), adjacent.getFirst().lends());
            double size = requirement.level() - reached;
            if (size < LEAST) {
                return List.of();
            }
            var asked = market.score(requirement.skillId());
            ClosingValue value = skill.isPresent() && worth != null
                    ? worth.outlook()
                            .closing(skill.getAsInt(), level.retention(), requirement.level())
                            .orElse(null)
                    : null;
            return List.of(new Gap(
                    requirement,
                    level,
                    GapType.of(requirement, level, market),
                    size,
                    Urgency.of(size, requirement, asked),
                    asked,
                    adjacent,
                    value,
                    Impact.sentence(requirement, level.level(), value).orElse(null),
                    skill.isPresent() ? steps.of(skill.getAsInt(), reached, requirement.level()) : List.of()));
        }

        private List<AdjacentSkill> adjacent(int skill, SkillLevel own) {
            var adjacent = new ArrayList<AdjacentSkill>();
            for (Neighbour neighbour : relations.of(skill)) {
                Skill other = index.catalog().skills().get(neighbour.skill());
                var lender = new AdjacentSkill(
                        other.id(), other.name(), levels.of(other.id()).level(), neighbour.transfer());
                if (lender.lends() > own.level()) {
                    adjacent.add(lender);
                }
            }
            return adjacent.stream()
                    .sorted(Comparator.comparingDouble(AdjacentSkill::lends)
                            .reversed()
                            .thenComparing(AdjacentSkill::skillId))
                    .limit(MOST_ADJACENT)
                    .toList();
        }
    }
}
