package dev.skillpod.core.gap.outcome;

import java.util.ArrayList;
import java.util.List;

/** Turns applicants into rows: each application with what was known when it was sent. */
final class OutcomeRows {
    private OutcomeRows() {}

    static List<ApplicationRow> of(List<Applicant> applicants, Beliefs beliefs) {
        var rows = new ArrayList<ApplicationRow>();
        for (int learner = 0; learner < applicants.size(); learner++) {
            rows.addAll(of(applicants.get(learner), learner, beliefs));
        }
        return rows;
    }

    static List<ApplicationRow> of(Applicant applicant, int learner, Beliefs beliefs) {
        var rows = new ArrayList<ApplicationRow>();
        var replay = new LearnerReplay(applicant, beliefs);
        for (Application application : applicant.byTime()) {
            LearnerBelief belief = replay.when(application);
            AskedLevels asked = application.asked();
            Saturation saturation = beliefs.success().saturation();
            var margins = new double[asked.skills().length];
            var inside = new double[margins.length];
            var levels = new double[asked.skills().length];
            for (int i = 0; i < levels.length; i++) {
                int s = asked.skills()[i];
                levels[i] = belief.level(s);
                margins[i] = belief.margin(s, asked.levels()[i], saturation);
                inside[i] = belief.inside(s, asked.levels()[i], saturation);
            }
            double offset = beliefs.success().drive() * belief.drive();
            double flattening = belief.logit(asked, beliefs.success()).flattening();
            rows.add(new ApplicationRow(
                    learner, application, levels, margins, inside, offset, flattening, replay.row(asked)));
        }
        return rows;
    }
}
