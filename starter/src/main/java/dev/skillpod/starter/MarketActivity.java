package dev.skillpod.starter;

import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** How one learner meets the market: searches, looks at jobs, applies, hears back. */
final class MarketActivity {
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;
    private static final double SEARCHES_OF_OTHERS_PER_DAY = 0.008;

    private final World world;
    private final CatalogArrays arrays;
    private final LearnerTraits learner;
    private final LearnerState state;
    private final LoggingPolicy platform;
    private final EventLog log;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final List<Application> applications = new ArrayList<>();
    private boolean hired;

    MarketActivity(
            World world,
            LearnerTraits learner,
            LearnerState state,
            LoggingPolicy platform,
            EventLog log,
            Timeline timeline) {
        this.world = world;
        this.arrays = world.arrays();
        this.learner = learner;
        this.state = state;
        this.platform = platform;
        this.log = log;
        this.timeline = timeline;
        this.random = world.run().random("starter.market-activity", learner.index());
    }

    List<Application> applications() {
        return applications;
    }

    void plan() {
        timeline.plan(learner.joinedAt() + untilNext(1.5), this::search);
    }

    private long untilNext(double factor) {
        boolean looking = learner.searchesPerDay() > 0;
        double perDay = looking ? learner.searchesPerDay() : SEARCHES_OF_OTHERS_PER_DAY;
        return (long) (DAY * random.nextExponential() * (hired ? 4 : 1) / (perDay * factor));
    }

    private void search(long time) {
        timeline.plan(time + untilNext(1), this::search);
        long at = time;
        if (random.nextDouble() < 0.6) {
            log.signal(at, SignalType.SKILL_SEARCH, List.of(id(wantedSkill())), null, null, null);
            at += 2 * MINUTE;
        }
        if (learner.searchesPerDay() == 0) {
            return;
        }
        for (int i = 1 + (int) (random.nextExponential() * 2.5); i > 0; i--) {
            at += random.nextLong(MINUTE, 6 * MINUTE);
            look(world.jobs().open(role(), at, random), at);
        }
        if (random.nextDouble() < 0.2) {
            aside(at + MINUTE);
        }
    }

    private void look(int job, long time) {
        List<String> skills = ids(world.jobs().skills(job));
        String jobId = world.jobs().id(job);
        double match = world.jobs().matchScore(job, platform, random);
        log.signal(time, SignalType.JOB_VIEW, skills, jobId, null, match);
        double felt = world.jobs().feltMatch(job, state);
        if (random.nextDouble() < EngagementModel.logistic(-3.2 + 4 * felt)) {
            apply(job, jobId, skills, match, time + MINUTE);
        }
    }

    private void apply(int job, String jobId, List<String> skills, double match, long time) {
        String signalId = log.signal(time, SignalType.JOB_APPLICATION, skills, jobId, null, match);
        if (signalId == null) {
            return;
        }
        float[] mastery = world.jobs().masteryOfAsked(job, state);
        double probability = world.jobs().hireProbability(job, mastery, learner.drive());
        boolean gotIt = random.nextDouble() < probability;
        Outcome outcome = gotIt ? Outcome.HIRED : failure(probability);
        long heard = time + (long) (DAY * (2 + 12 * random.nextExponential()));
        String outcomeId = log.outcome(heard, jobId, outcome, skills, match);
        applications.add(new Application(learner.index(), job, mastery, signalId, outcomeId));
        if (outcomeId != null) {
            timeline.plan(heard, at -> answered(outcome, jobId, skills, match, at));
        }
    }

    /** How an application ends that does not lead to the job: the closer it was, the later the stage. */
    private Outcome failure(double probability) {
        double draw = random.nextDouble();
        if (draw < 0.04) {
            return Outcome.WITHDRAWN;
        }
        if (draw < 0.04 + 0.5 * probability) {
            return Outcome.INTERVIEWED;
        }
        if (draw < 0.10 + 0.6 * probability) {
            return Outcome.SHORTLISTED;
        }
        return draw < 0.85 ? Outcome.REJECTED : draw < 0.93 ? Outcome.VIEWED : Outcome.IGNORED;
    }

    private void answered(Outcome outcome, String jobId, List<String> skills, double match, long time) {
        if (outcome == Outcome.HIRED) {
            hired = true;
            log.signal(time, SignalType.JOB_ACCEPTANCE, skills, jobId, outcome, match);
            long begin = time + random.nextLong(7, 45) * DAY;
            log.signal(begin, SignalType.CONTRACT_STARTED, skills, jobId, null, null);
            if (random.nextDouble() < 0.3) {
                long over = begin + random.nextLong(30, 120) * DAY;
                log.signal(over, SignalType.CONTRACT_COMPLETED, skills, jobId, null, null);
                log.signal(over + 3 * DAY, SignalType.CLIENT_FEEDBACK, skills, jobId, null, null);
            }
        } else if (outcome == Outcome.REJECTED) {
            log.signal(time, SignalType.JOB_REJECTION, skills, jobId, outcome, match);
            if (random.nextDouble() < 0.15) {
                log.signal(time + 10, SignalType.PROFILE_GAP, List.of(skills.getFirst()), jobId, null, null);
            }
        }
    }

    private void aside(long time) {
        SignalType type = switch (random.nextInt(3)) {
            case 0 -> SignalType.MARKET_TREND;
            case 1 -> SignalType.COMPETITOR_ANALYSIS;
            default -> SignalType.CERTIFICATION_REQUIRED;
        };
        log.signal(time, type, List.of(id(wantedSkill())), null, null, null);
    }

    private int role() {
        double draw = random.nextDouble();
        if (draw < 0.6) {
            return learner.target();
        }
        return draw < 0.92 ? learner.background() : random.nextInt(arrays.roles);
    }

    /** A skill of the target role, the important ones more often; now and then any skill, by market. */
    private int wantedSkill() {
        if (random.nextDouble() < 0.8) {
            int role = learner.target();
            return arrays.roleSkills[role][LearnerPopulation.pick(arrays.roleImportance[role], random)];
        }
        return LearnerPopulation.pick(world.market().skillMarket, random);
    }

    private List<String> ids(int[] skills) {
        var ids = new ArrayList<String>(skills.length);
        for (int s : skills) {
            ids.add(id(s));
        }
        return ids;
    }

    private String id(int skill) {
        return arrays.catalog.skills().get(skill).id();
    }
}
