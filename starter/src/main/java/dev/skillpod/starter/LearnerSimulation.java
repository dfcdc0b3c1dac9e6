package dev.skillpod.starter;

import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Plays one learner's time line: visits to the platform, where lists are shown and contents started; finishing or giving
 * up later, at the learner's hours; assessments; and the market activity beside it.
 */
final class LearnerSimulation {
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;
    private static final double WEEK = 7 * DAY;
    private static final double ASSESSMENT_NOISE = 5;

    /** Everything about one learner: what is seen, and what is true. */
    record Life(LearnerTraits traits, LearnerState state, LearnerHistory history, List<Application> applications) {}

    private final World world;
    private final CatalogArrays arrays;
    private final LearnerTraits learner;
    private final LearnerState state;
    private final LearnerProfile profile;
    private final LoggingPolicy policy;
    private final EventLog log;
    private final QuizPractice quizzes;
    private final Timeline timeline;
    private final RandomGenerator random;
    private int lists;

    private LearnerSimulation(World world, int index) {
        this.world = world;
        this.arrays = world.arrays();
        this.learner = world.population().learner(index);
        this.state = world.population().state(learner);
        this.profile = world.selfReport().profile(learner, state);
        this.policy = new LoggingPolicy(arrays, world.market(), world.roleNames(), profile);
        this.log = new EventLog(learner, world.config().end());
        this.quizzes = new QuizPractice(world, learner, state, log);
        this.timeline = new Timeline(world.config().end().getEpochSecond());
        this.random = world.run().random("starter.behaviour", index);
    }

    static Life live(World world, int index) {
        return new LearnerSimulation(world, index).live();
    }

    private Life live() {
        long joined = learner.joinedAt();
        if (random.nextDouble() < 0.35) {
            timeline.plan(joined + 5 * MINUTE, this::placementTest);
        }
        timeline.plan(joined + 20 * MINUTE, this::visit);
        var activity = new MarketActivity(world, learner, state, policy, log, timeline);
        activity.plan();
        timeline.play(time -> state.advance(time, learner));
        state.advance(world.config().end().getEpochSecond(), learner);
        return new Life(learner, state, log.history(profile), activity.applications());
    }

    private void placementTest(long time) {
        int[] asked = arrays.roleSkills[learner.target()];
        for (int i = Math.min(asked.length, random.nextInt(2, 5)); i > 0; i--) {
            int skill = asked[random.nextInt(asked.length)];
            timeline.plan(time + i * 5 * MINUTE, at -> assess(skill, at, null));
        }
    }

    private void visit(long time) {
        if (random.nextDouble() < 0.06) {
            int[] asked = arrays.roleSkills[learner.target()];
            assess(asked[random.nextInt(asked.length)], time - MINUTE, null);
        }
        LoggingPolicy.Slate slate = policy.draw(state, world.config().listLength(), random);
        String list = log.recommendationId(++lists);
        for (int k = 0; k < slate.contents().length; k++) {
            int content = slate.contents()[k];
            var shown = new EventLog.Shown(list, k + 1);
            log.impression(time, id(content), shown, slate.propensities()[k]);
            if (random.nextDouble() < EngagementModel.examination(k + 1)) {
                consider(content, shown, time + (k + 1) * 20L);
            }
            state.shown[content]++;
        }
        quizzes.visit(time);
        double age = (time - learner.joinedAt()) / (double) DAY;
        double perDay = learner.visitsPerDay() * (0.35 + 0.65 * Math.exp(-age / 45));
        timeline.plan(time + (long) (DAY * (0.25 + random.nextExponential() / perDay)), this::visit);
    }

    private void consider(int content, EventLog.Shown shown, long time) {
        EngagementModel engagement = world.engagement();
        double relevance = engagement.relevance(learner, state, content);
        boolean viewed = random.nextDouble() < engagement.view(learner, state, content, relevance);
        if (viewed) {
            log.engagement(time, EngagementType.VIEW, id(content), shown, null, null, null);
            if (random.nextDouble() < engagement.start(learner, state, content, relevance)) {
                start(content, shown, time + random.nextLong(20, 300));
                return;
            }
        }
        if (random.nextDouble() < EngagementModel.dismissal(relevance, viewed)) {
            state.dismissed[content] = true;
            log.engagement(time + 15, EngagementType.DISMISS, id(content), shown, null, null, null);
        }
    }

    private void start(int content, EventLog.Shown shown, long time) {
        state.started[content] = true;
        log.engagement(time, EngagementType.START, id(content), shown, null, 0.0, null);
        double work = world.engagement().weeks(learner, content) * WEEK * random.nextDouble(0.5, 1.5);
        double whole = Math.max(work, arrays.minutes[content] * MINUTE);
        boolean finishes = random.nextDouble() < world.engagement().finish(learner, state, content);
        double until = finishes ? 1 : random.nextDouble(0.05, 0.8);
        if (arrays.minutes[content] > 45 && until > 0.3) {
            double part = until * random.nextDouble(0.3, 0.8);
            timeline.plan(time + (long) (whole * part), at -> progress(content, shown, at, part));
        }
        long last = time + Math.max(MINUTE, (long) (whole * until));
        timeline.plan(last, at -> {
            if (finishes) {
                finish(content, shown, at);
            } else {
                giveUp(content, shown, at, until);
            }
        });
    }

    private void progress(int content, EventLog.Shown shown, long time, double part) {
        log.engagement(time, EngagementType.PROGRESS, id(content), shown, null, percent(part), null);
    }

    private void giveUp(int content, EventLog.Shown shown, long time, double part) {
        state.started[content] = false;
        if (random.nextDouble() < 0.5) {
            progress(content, shown, time, part);
        }
        if (random.nextDouble() < 0.08) {
            rate(content, shown, time + 2 * MINUTE, world.engagement().ratingMean(learner, state, content) - 1);
        }
    }

    private void finish(int content, EventLog.Shown shown, long time) {
        double liking = world.engagement().ratingMean(learner, state, content);
        int[] taught = arrays.contentSkills[content];
        double[] raises = new double[taught.length];
        for (int j = 0; j < taught.length; j++) {
            raises[j] = world.gains().raise(learner, state, content, j);
        }
        for (int j = 0; j < taught.length; j++) {
            state.learn(taught[j], raises[j], time);
            quizzes.learnt(taught[j], time);
        }
        state.started[content] = false;
        state.finished[content] = true;
        log.engagement(time, EngagementType.COMPLETE, id(content), shown, null, 1.0, null);
        for (int j = 0; j < taught.length; j++) {
            if (random.nextDouble() < 0.75) {
                int skill = taught[j];
                timeline.plan(time + (j + 1) * 10 * MINUTE, at -> assess(skill, at, id(content)));
            }
        }
        if (random.nextDouble() < 0.4) {
            rate(content, shown, time + 5 * MINUTE, liking);
        }
    }

    private void rate(int content, EventLog.Shown shown, long time, double liking) {
        int stars = (int) Math.clamp(Math.round(liking + random.nextGaussian(0, 0.7)), 1L, 5L);
        log.engagement(time, EngagementType.RATE, id(content), shown, null, null, stars);
    }

    private void assess(int skill, long time, @Nullable String contentId) {
        quizzes.test(skill, time, contentId);
        double score = state.mastery[skill] + random.nextGaussian(0, ASSESSMENT_NOISE);
        double rounded = Math.rint(Math.clamp(score, 0, 100) * 10) / 10;
        policy.assessed(skill, rounded);
        log.assessment(time, arrays.catalog.skills().get(skill).id(), rounded, contentId);
    }

    private String id(int content) {
        return arrays.catalog.contents().get(content).id();
    }

    private static double percent(double part) {
        return Math.rint(part * 100) / 100;
    }
}
