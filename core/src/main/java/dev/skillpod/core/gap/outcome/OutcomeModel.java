package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.value.JobOutlook;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The probability of each stage for a learner and a job, bound to a catalogue: what is believed of the learner from profile,
 * lessons, measurements, visits and answers ({@link LearnerReplay}), and a model per stage. Immutable and thread-safe.
 */
public final class OutcomeModel {
    private final Beliefs beliefs;
    private final LevelModel levels;
    private final JobDemands usual;
    private final StageModel[] stages;
    private final LogisticBaseline baseline;

    OutcomeModel(Beliefs beliefs, LevelModel levels, float[] usual, StageModel[] stages, LogisticBaseline baseline) {
        this.beliefs = beliefs;
        this.levels = levels;
        this.usual = new JobDemands(usual, beliefs.index());
        this.stages = stages;
        this.baseline = baseline;
    }

    /**
     * A job with the probability of each stage.
     *
     * @param asked what it asks for
     * @param outlook the probabilities
     */
    public record JobChance(AskedLevels asked, JobOutlook outlook) {}

    /**
     * Returns the chances with some jobs.
     *
     * @param history what is known of the learner before {@code asOf}; later events are left aside
     * @param role index of the role worked towards
     * @param jobs known postings, for what the learner applied for before
     */
    public List<JobChance> chances(
            LearnerHistory history, OptionalInt role, Instant asOf, List<JobPosting> jobs, JobDemands demands) {
        CatalogIndex index = beliefs.index();
        var replay = new LearnerReplay(Applicant.of(history.before(asOf), role, demands, index, levels), beliefs);
        replay.before(asOf);
        var chances = new ArrayList<JobChance>(jobs.size());
        for (JobPosting job : jobs) {
            AskedLevels asked = demands.of(job);
            chances.add(new JobChance(asked, outlook(job.id(), replay.row(asked))));
        }
        return chances;
    }

    /** Returns the demands of jobs of which no posting is known: the levels usually asked for. */
    public JobDemands usualDemands() {
        return usual;
    }

    JobOutlook outlook(String jobId, double[] columns) {
        double hired = stages[Stage.HIRED.ordinal() - 1].probability(columns);
        double interviewed = beside(hired, Stage.INTERVIEWED, columns);
        double shortlisted = beside(interviewed, Stage.SHORTLISTED, columns);
        double viewed = beside(shortlisted, Stage.VIEWED, columns);
        return new JobOutlook(jobId, viewed, shortlisted, interviewed, hired);
    }

    private double beside(double later, Stage stage, double[] columns) {
        return later + (1 - later) * stages[stage.ordinal() - 1].probability(columns);
    }

    /**
     * An answered application with what the model and the baseline said when it was sent.
     *
     * @param application how it ended
     * @param outlook by the model
     * @param baseline probability of being hired by the logistic regression
     * @param logistic the same by the cumulative logit alone, before trees and calibration
     * @param levels believed levels of the skills asked for
     */
    public record BackTest(
            Application application, JobOutlook outlook, double baseline, double logistic, double[] levels) {}

    /**
     * Looks back at applications, each by what was known when it was sent.
     *
     * @param from applications sent from then on
     */
    public List<BackTest> backTest(
            List<LearnerHistory> histories, JobDemands demands, RoleMatcher roles, Instant from) {
        var tests = new ArrayList<BackTest>();
        for (Applicant applicant : Applicant.of(histories, demands, beliefs.index(), roles, levels)) {
            for (ApplicationRow row : OutcomeRows.of(applicant, 0, beliefs)) {
                Application application = row.application();
                if (!application.appliedAt().isBefore(from)) {
                    tests.add(new BackTest(
                            application,
                            outlook(application.jobId(), row.columns()),
                            baseline.probability(row.columns()),
                            Logit.sigmoid(row.columns()[OutcomeColumn.LOGIT.ordinal()]),
                            row.levels()));
                }
            }
        }
        return tests;
    }
}
