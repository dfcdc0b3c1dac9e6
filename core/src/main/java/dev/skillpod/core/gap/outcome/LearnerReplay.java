package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Plays one learner's history in time order onto a {@link LearnerBelief}: what was believed at any moment rests on nothing
 * later. One thread at a time; the same code runs in training and in serving.
 */
final class LearnerReplay {
    private final Applicant applicant;
    private final Beliefs beliefs;
    private final LearnerBelief belief;
    private final List<Engagement> engagements = new ArrayList<>();
    private int nextEngagement;
    private int nextMeasured;
    private int nextVisit;
    private int nextAnswered;
    private int started;
    private int finished;
    private double surprise;

    LearnerReplay(Applicant applicant, Beliefs beliefs) {
        this.applicant = applicant;
        this.beliefs = beliefs;
        for (Engagement engagement : applicant.history().engagements()) {
            if (engagement.type() == EngagementType.COMPLETE || engagement.type() == EngagementType.START) {
                engagements.add(engagement);
            }
        }
        belief = new LearnerBelief(applicant.prior(), applicant.claimed(), beliefs.spread(), beliefs.errors());
    }

    /**
     * Returns what was believed when an application was sent: from everything before, and from its being sent. Later calls
     * must not go back in time.
     */
    LearnerBelief when(Application application) {
        return before(application.appliedAt().plusNanos(1));
    }

    /** Returns what is believed from everything strictly before {@code asOf}; later calls must not go back in time. */
    LearnerBelief before(Instant asOf) {
        List<Assessment> measured = applicant.history().assessments();
        List<Visit> visits = applicant.visits();
        List<Application> answered = applicant.answered();
        while (true) {
            Instant engage = at(engagements, nextEngagement, Engagement::occurredAt);
            Instant measure = at(measured, nextMeasured, Assessment::occurredAt);
            Instant answer = at(answered, nextAnswered, Application::answeredAt);
            Instant visit = at(visits, nextVisit, Visit::at);
            Instant next = earliest(earliest(engage, measure), earliest(visit, answer));
            if (next.compareTo(asOf) >= 0) {
                return belief;
            }
            if (visit.equals(next)) {
                Visit seen = visits.get(nextVisit++);
                belief.visit(seen.asked(), seen.applied(), beliefs.apply());
            } else if (engage.equals(next)) {
                engage(engagements.get(nextEngagement++));
            } else if (measure.equals(next)) {
                Assessment assessment = measured.get(nextMeasured++);
                beliefs.index()
                        .catalog()
                        .skillIndex(assessment.skillId())
                        .ifPresent(s -> belief.measure(s, assessment.score()));
            } else {
                answer(answered.get(nextAnswered++));
            }
        }
    }

    private void engage(Engagement engagement) {
        if (engagement.type() == EngagementType.START) {
            started++;
            return;
        }
        finished++;
        CatalogIndex index = beliefs.index();
        index.catalog().contentIndex(engagement.contentId()).ifPresent(c -> belief.finish(index.content(c)));
    }

    private void answer(Application application) {
        SuccessWeights weights = beliefs.success();
        double expected = belief.logit(application.asked(), weights).probability(0);
        surprise += (application.stage() == Stage.HIRED ? 1 : 0) - expected;
        belief.answer(application.asked(), application.stage(), weights);
    }

    /** Returns a row of {@link OutcomeColumn} for a job, by what is believed now. */
    double[] row(AskedLevels asked) {
        var row = new double[OutcomeColumn.count()];
        Logit logit = belief.logit(asked, beliefs.success());
        double sum = 0;
        double least = 0;
        int claims = 0;
        for (int i = 0; i < asked.skills().length; i++) {
            double margin = (belief.level(asked.skills()[i]) - asked.levels()[i]) / SuccessWeights.POINTS;
            sum += margin;
            least = i == 0 ? margin : Math.min(least, margin);
            claims += applicant.claimed()[asked.skills()[i]] ? 1 : 0;
        }
        int n = Math.max(1, asked.skills().length);
        Proficiency experience = applicant.history().profile().experienceLevel();
        row[OutcomeColumn.LOGIT.ordinal()] = logit.flattening() * logit.mean();
        row[OutcomeColumn.LOGIT_VARIANCE.ordinal()] = logit.variance();
        row[OutcomeColumn.DRIVE.ordinal()] = belief.drive();
        row[OutcomeColumn.ASKED.ordinal()] = asked.skills().length;
        row[OutcomeColumn.MEAN_MARGIN.ordinal()] = sum / n;
        row[OutcomeColumn.LEAST_MARGIN.ordinal()] = least;
        row[OutcomeColumn.CLAIMED.ordinal()] = claims / (double) n;
        row[OutcomeColumn.ANSWERED.ordinal()] = nextAnswered;
        row[OutcomeColumn.SURPRISE.ordinal()] = nextAnswered == 0 ? 0 : surprise / nextAnswered;
        row[OutcomeColumn.FINISHED.ordinal()] = finished;
        row[OutcomeColumn.FINISHING.ordinal()] = (finished + 1.0) / (started + 2.0);
        row[OutcomeColumn.EXPERIENCE.ordinal()] = experience == null ? Double.NaN : experience.ordinal();
        return row;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static <T> Instant at(List<T> events, int next, Function<T, Instant> time) {
        return next < events.size() ? time.apply(events.get(next)) : Instant.MAX;
    }
}
