package dev.skillpod.starter;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.model.TrainingRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The jobs that learners meet, and who gets them:
 *
 * <pre>
 * logit P(hired) = -0.2 + sum over asked skills s of effect(s) clamp((mastery(s) - level(s)) / 20, -3, 2) + 0.9 strength z
 * </pre>
 */
final class JobMarket {
    private static final int JOBS_PER_ROLE = 45;
    private static final int MOST_SKILLS = 6;
    private static final long DAY = 86_400;
    private static final long OPEN_SECONDS = 75 * DAY;
    private static final double BASE = -0.2;
    private static final double POINTS = 20;
    private static final double DRIVE_ON_HIRING = 0.9;

    private final CatalogArrays arrays;
    private final HiddenMarket market;
    private final PayModel pay;
    private final double confounderStrength;
    private final long[] posted;
    private final int[][] skills;
    private final double[][] levels;
    private final double[] seniority;
    private final String[] ids;
    private final int[][] jobsOfRole;

    JobMarket(CatalogArrays arrays, HiddenMarket market, StarterConfig config, TrainingRun run) {
        this.arrays = arrays;
        this.market = market;
        this.confounderStrength = config.confounderStrength();
        RandomGenerator random = run.random("starter.jobs");
        int count = JOBS_PER_ROLE * arrays.roles;
        ids = new String[count];
        posted = new long[count];
        skills = new int[count][];
        levels = new double[count][];
        seniority = new double[count];
        jobsOfRole = new int[arrays.roles][];
        long first = config.start().minusSeconds(OPEN_SECONDS).getEpochSecond();
        long last = config.end().getEpochSecond();
        int job = 0;
        for (int r = 0; r < arrays.roles; r++) {
            jobsOfRole[r] = new int[JOBS_PER_ROLE];
            for (int i = 0; i < JOBS_PER_ROLE; i++, job++) {
                jobsOfRole[r][i] = job;
                ids[job] = "job-%05d".formatted(job + 1);
                posted[job] = random.nextLong(first, last);
                ask(job, arrays.roleSkills[r], arrays.roleImportance[r], arrays.roleLevels[r], random);
            }
        }
        pay = new PayModel(arrays, market, asked(), count, run);
    }

    private PayModel.Asked asked() {
        return new PayModel.Asked() {
            @Override
            public int role(int job) {
                return job / JOBS_PER_ROLE;
            }

            @Override
            public int[] skills(int job) {
                return skills[job];
            }

            @Override
            public double[] levels(int job) {
                return levels[job];
            }

            @Override
            public double seniority(int job) {
                return seniority[job];
            }
        };
    }

    /** A job asks for three to six skills of its role, the important ones more often, at about the role's levels. */
    private void ask(int job, int[] roleSkills, double[] importance, double[] roleLevels, RandomGenerator random) {
        int count = Math.min(roleSkills.length, random.nextInt(3, MOST_SKILLS + 1));
        double[] left = importance.clone();
        skills[job] = new int[count];
        levels[job] = new double[count];
        seniority[job] = random.nextGaussian(-6, 7);
        for (int i = 0; i < count; i++) {
            int j = LearnerPopulation.pick(left, random);
            left[j] = 0;
            skills[job][i] = roleSkills[j];
            levels[job][i] = Math.clamp(roleLevels[j] + seniority[job] + random.nextGaussian(0, 5), 5, 98);
        }
    }

    /** Draws a job of a role that is open at {@code time}; the one posted closest before it when a few tries find none. */
    int open(int role, long time, RandomGenerator random) {
        int[] jobs = jobsOfRole[role];
        int closest = jobs[0];
        for (int i = 0; i < 24; i++) {
            int job = jobs[random.nextInt(jobs.length)];
            long age = time - posted[job];
            if (age >= 0 && age < OPEN_SECONDS) {
                return job;
            }
            if (age >= 0 && (posted[closest] > time || posted[job] > posted[closest])) {
                closest = job;
            }
        }
        return closest;
    }

    /** What everybody sees of the jobs, in the order of their ids: levels asked for are told as whole numbers. */
    List<JobPosting> postings() {
        var postings = new ArrayList<JobPosting>(ids.length);
        for (int job = 0; job < ids.length; job++) {
            var asked = new ArrayList<AskedSkill>(skills[job].length);
            for (int i = 0; i < skills[job].length; i++) {
                String skill = arrays.catalog.skills().get(skills[job][i]).id();
                asked.add(new AskedSkill(skill, (int) Math.round(levels[job][i])));
            }
            Role role = arrays.catalog.roles().get(job / JOBS_PER_ROLE);
            postings.add(new JobPosting(
                    ids[job],
                    role.title(),
                    role.id(),
                    pay.region(job),
                    Instant.ofEpochSecond(posted[job]),
                    asked,
                    pay.range(job),
                    DataSource.SYNTHETIC));
        }
        return postings;
    }

    PayModel pay() {
        return pay;
    }

    /** Finds a job by its id. */
    OptionalInt job(String id) {
        int job = id.matches("job-\\d{5}") ? Integer.parseInt(id.substring(4)) - 1 : -1;
        return job >= 0 && job < ids.length ? OptionalInt.of(job) : OptionalInt.empty();
    }

    String id(int job) {
        return ids[job];
    }

    int[] skills(int job) {
        return skills[job];
    }

    /** The probability of being hired for a job with these masteries of its skills and that drive. */
    double hireProbability(int job, float[] masteryOfAsked, double drive) {
        double logit = BASE + DRIVE_ON_HIRING * confounderStrength * drive;
        for (int i = 0; i < masteryOfAsked.length; i++) {
            double margin = Math.clamp((masteryOfAsked[i] - levels[job][i]) / POINTS, -3, 2);
            logit += market.hireEffect[skills[job][i]] * margin;
        }
        return EngagementModel.logistic(logit);
    }

    /** The masteries of a job's skills. */
    float[] masteryOfAsked(int job, LearnerState state) {
        float[] mastery = new float[skills[job].length];
        for (int i = 0; i < mastery.length; i++) {
            mastery[i] = (float) state.mastery[skills[job][i]];
        }
        return mastery;
    }

    /** How well the platform thinks that a learner fits: the mean met share of the asked levels, with noise, in [0, 1]. */
    double matchScore(int job, LoggingPolicy platform, RandomGenerator random) {
        double met = 0;
        for (int i = 0; i < skills[job].length; i++) {
            met += Math.min(1, platform.estimate(skills[job][i]) / levels[job][i]);
        }
        double score = met / skills[job].length + random.nextGaussian(0, 0.05);
        return Math.rint(Math.clamp(score, 0, 1) * 1000) / 1000;
    }

    /** How well a learner thinks to fit, in [0, 1]. */
    double feltMatch(int job, LearnerState state) {
        double met = 0;
        for (int i = 0; i < skills[job].length; i++) {
            met += Math.min(1, state.mastery[skills[job][i]] / levels[job][i]);
        }
        return met / skills[job].length;
    }
}
