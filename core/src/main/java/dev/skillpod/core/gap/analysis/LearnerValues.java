package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.requirement.TargetRole;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.GapValuer;
import dev.skillpod.core.gap.value.Interval;
import dev.skillpod.core.gap.value.LearnerOutlook;
import dev.skillpod.core.gap.value.PlausibleJobs;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says what raising a skill is worth, to one learner over the jobs that the learner plausibly goes for. Thread-safe. */
public final class LearnerValues {
    private final CatalogIndex index;
    private final RoleMatcher roles;
    private final LevelModel levels;
    private final PlausibleJobs jobs;
    private final GapValuer valuer;

    /** One learner over the jobs that the learner plausibly goes for. */
    public record Valued(List<JobPosting> jobs, LearnerOutlook outlook) {
        public Valued {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * Joins what is needed to look at a learner.
     *
     * @param levels the level model that the valuer was trained with
     */
    public LearnerValues(
            CatalogIndex index, RoleMatcher roles, LevelModel levels, PlausibleJobs jobs, GapValuer valuer) {
        this.index = index;
        this.roles = roles;
        this.levels = levels;
        this.jobs = jobs;
        this.valuer = valuer;
    }

    /** Looks at a learner as of an instant. */
    public Valued of(LearnerHistory learner, Instant asOf) {
        LearnerState state = LearnerState.of(index, roles, levels, learner, List.of(), asOf);
        List<JobPosting> plausible = jobs.of(learner, TargetRole.of(learner, roles), index, asOf);
        return new Valued(plausible, valuer.outlook(learner, state, plausible));
    }

    /** Returns what raising a skill by ten levels is worth on average; empty where the log supports no estimate. */
    public Optional<ClosingValue> population(int skill) {
        return valuer.population(skill);
    }

    /** Returns what ten levels more change of the median pay on average, in percent; empty where postings say too little. */
    public Optional<Interval> populationPay(int skill) {
        return valuer.populationPay(skill);
    }
}
