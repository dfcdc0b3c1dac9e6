package dev.skillpod.starter;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * What is true behind a starter world's log at its end, for evaluation only. Immutable and thread-safe.
 *
 * <p>Gains are in importance-weighted points of mastery: one point more of a skill that the learner's true target role
 * holds for fully important counts 1.
 */
public final class StarterTruth {
    private final World world;
    private final LearnerSimulation.Life[] lives;
    private final Map<String, Integer> learners;
    private final Map<String, Application> applications = new HashMap<>();

    StarterTruth(World world, LearnerSimulation.Life[] lives) {
        this.world = world;
        this.lives = lives;
        this.learners = HashMap.newHashMap(lives.length);
        for (int i = 0; i < lives.length; i++) {
            learners.put(lives[i].traits().userId(), i);
            for (Application application : lives[i].applications()) {
                applications.put(application.signalId(), application);
                if (application.outcomeId() != null) {
                    applications.put(application.outcomeId(), application);
                }
            }
        }
    }

    StarterConfig config() {
        return world.config();
    }

    /** Returns the instant of which mastery and gains are true: the end of the log. */
    public Instant asOf() {
        return world.config().end();
    }

    /**
     * Returns the true mastery of every skill, in [0, 100], in the catalogue's index order.
     *
     * @throws IllegalArgumentException when no such learner exists
     */
    public double[] trueMastery(String userId) {
        return life(userId).state().mastery.clone();
    }

    /**
     * Returns the id of the role that the learner works towards, whatever the profile says.
     *
     * @throws IllegalArgumentException when no such learner exists
     */
    public String targetRole(String userId) {
        return world.arrays()
                .catalog
                .roles()
                .get(life(userId).traits().target())
                .id();
    }

    /**
     * Returns the unobserved confounder z of a learner: drive and backing, standard normal.
     *
     * @throws IllegalArgumentException when no such learner exists
     */
    public double confounder(String userId) {
        return life(userId).traits().drive();
    }

    /**
     * Returns the expected true gain of showing a content in first place: the probability of finishing it, times what
     * finishing would add.
     *
     * @throws IllegalArgumentException when no such learner or content exists
     */
    public double trueGain(String userId, String contentId) {
        return gain(life(userId), content(contentId));
    }

    /**
     * Returns {@link #trueGain} of every content, in the catalogue's index order; contents that are finished or dismissed
     * have one too.
     *
     * @throws IllegalArgumentException when no such learner exists
     */
    public double[] trueGains(String userId) {
        LearnerSimulation.Life life = life(userId);
        double[] gains = new double[world.arrays().contents];
        for (int c = 0; c < gains.length; c++) {
            gains[c] = gain(life, c);
        }
        return gains;
    }

    /**
     * Returns the true mastery of every skill, in the catalogue's index order, if the learner finished some contents one after the
     * other; no time passes, so nothing is forgotten. A content given twice counts twice.
     *
     * @throws IllegalArgumentException when no such learner or content exists
     */
    public double[] masteryAfter(String userId, List<String> contentIds) {
        LearnerSimulation.Life life = life(userId);
        LearnerState state = life.state().copy();
        for (String contentId : contentIds) {
            int content = content(contentId);
            int[] taught = world.arrays().contentSkills[content];
            double[] raises = new double[taught.length];
            for (int j = 0; j < taught.length; j++) {
                raises[j] = world.gains().raise(life.traits(), state, content, j);
            }
            for (int j = 0; j < taught.length; j++) {
                state.mastery[taught[j]] = Math.min(100, state.mastery[taught[j]] + raises[j]);
            }
            state.finished[content] = true;
        }
        return state.mastery.clone();
    }

    /**
     * Returns what finishing some contents one after the other would add, in importance-weighted points of mastery.
     *
     * @throws IllegalArgumentException when no such learner or content exists
     */
    public double trueGainOf(String userId, List<String> contentIds) {
        LearnerSimulation.Life life = life(userId);
        double[] after = masteryAfter(userId, contentIds);
        double gain = 0;
        for (int s = 0; s < after.length; s++) {
            gain += life.traits().importance()[s] * (after[s] - life.state().mastery[s]);
        }
        return gain;
    }

    /**
     * Returns the probability that the learner would finish a content shown in first place.
     *
     * @throws IllegalArgumentException when no such learner or content exists
     */
    public double completionProbability(String userId, String contentId) {
        LearnerSimulation.Life life = life(userId);
        return world.engagement().completionWhenShownFirst(life.traits(), life.state(), content(contentId));
    }

    /**
     * Returns the probability that the learner would finish a content shown at a position.
     *
     * @param content its index in the catalogue
     * @param position from 1
     * @throws IllegalArgumentException when no such learner exists
     */
    public double completionProbability(String userId, int content, int position) {
        return StarterTrial.finish(world, life(userId), content, position);
    }

    /**
     * Draws a list as the logging policy would show it now, and its outcome.
     *
     * @throws IllegalArgumentException when no such learner exists
     */
    public StarterTrial trial(String userId, RandomGenerator random) {
        return StarterTrial.draw(world, life(userId), random);
    }

    /**
     * Returns the mean true gain of the best {@code k} of some contents: the most that a list of k can reach.
     *
     * @param eligibleContents ids to choose from; fewer than k count as k with gains of 0
     * @throws IllegalArgumentException when no such learner or content exists, or k is not positive
     */
    public double bestPossible(String userId, int k, Collection<String> eligibleContents) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        LearnerSimulation.Life life = life(userId);
        double[] gains = new double[eligibleContents.size()];
        int n = 0;
        for (String id : eligibleContents) {
            gains[n++] = gain(life, content(id));
        }
        Arrays.sort(gains);
        double sum = 0;
        for (int i = n - 1; i >= Math.max(0, n - k); i--) {
            sum += gains[i];
        }
        return sum / k;
    }

    /**
     * Returns the probability with which an application led to the job.
     *
     * @param eventId id of the application's signal or of its outcome
     * @throws IllegalArgumentException when no application has such an event
     */
    public double hireProbability(String eventId) {
        Application application = application(eventId);
        return hireProbability(
                application, lives[application.learner()].traits().drive(), -1, 0);
    }

    /**
     * Returns the probability with which an application would have led to the job, had the confounder been {@code
     * confounder}.
     *
     * @param eventId id of the application's signal or of its outcome
     * @throws IllegalArgumentException when no application has such an event
     */
    public double hireProbability(String eventId, double confounder) {
        return hireProbability(application(eventId), confounder, -1, 0);
    }

    /**
     * Returns the average effect of 10 more points of a skill on the probability of being hired, over the logged
     * applications to jobs that ask for the skill; empty when there are none.
     *
     * @throws IllegalArgumentException when no such skill exists
     */
    public OptionalDouble trueEffect(String skillId) {
        return trueEffect(skillId, 10);
    }

    /**
     * Returns the average effect of {@code points} more points of a skill, with mastery cut to [0, 100] and everything
     * else as it was: mean of P(hired | raised) - P(hired | as it was) over the logged applications to jobs that ask for
     * the skill; empty when there are none.
     *
     * @throws IllegalArgumentException when no such skill exists
     */
    public OptionalDouble trueEffect(String skillId, double points) {
        int skill = skill(skillId);
        double sum = 0;
        int count = 0;
        for (LearnerSimulation.Life life : lives) {
            for (Application application : life.applications()) {
                int at = indexOf(world.jobs().skills(application.job()), skill);
                if (at >= 0) {
                    double drive = life.traits().drive();
                    sum += hireProbability(application, drive, at, points) - hireProbability(application, drive, -1, 0);
                    count++;
                }
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /**
     * Returns the probability with which an application would have led to the job, had the learner been {@code points}
     * levels better at a skill, with mastery cut to [0, 100] and everything else as it was. A skill that the job does not ask
     * for changes nothing.
     *
     * @param eventId id of the application's signal or of its outcome
     * @throws IllegalArgumentException when no application has such an event, or no such skill exists
     */
    public double hireProbabilityWithMore(String eventId, String skillId, double points) {
        Application application = application(eventId);
        int at = indexOf(world.jobs().skills(application.job()), skill(skillId));
        double drive = lives[application.learner()].traits().drive();
        return hireProbability(application, drive, at, at < 0 ? 0 : points);
    }

    /**
     * Returns the true mastery of a skill when applying, in [0, 100]; empty when the job does not ask for it.
     *
     * @param eventId id of the application's signal or of its outcome
     * @throws IllegalArgumentException when no application has such an event, or no such skill exists
     */
    public OptionalDouble masteryWhenApplying(String eventId, String skillId) {
        Application application = application(eventId);
        int at = indexOf(world.jobs().skills(application.job()), skill(skillId));
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(application.masteryOfAsked()[at]);
    }

    /**
     * Returns the probability of being hired for a job, by the simulator's own formula.
     *
     * @param masteryOfAsked mastery of the job's skills, in the order of its posting, in [0, 100]
     * @param confounder the learner's z
     * @throws IllegalArgumentException when no such job exists, or it asks for another number of skills
     */
    public double hireProbability(String jobId, double[] masteryOfAsked, double confounder) {
        int job = job(jobId);
        float[] mastery = new float[world.jobs().skills(job).length];
        if (masteryOfAsked.length != mastery.length) {
            throw new IllegalArgumentException(
                    "job " + jobId + " asks for " + mastery.length + " skills, levels were " + masteryOfAsked.length);
        }
        for (int i = 0; i < mastery.length; i++) {
            mastery[i] = (float) masteryOfAsked[i];
        }
        return world.jobs().hireProbability(job, mastery, confounder);
    }

    /**
     * Returns what 20 levels more of a skill that is asked for add to the natural logarithm of a job's median pay.
     *
     * @throws IllegalArgumentException when no such skill exists
     */
    public double payEffect(String skillId) {
        return world.jobs().pay().effect(skill(skillId));
    }

    /**
     * Returns the median yearly pay, in EUR, of jobs that ask for just what a job asks for, in its region.
     *
     * @throws IllegalArgumentException when no such job exists
     */
    public double medianPay(String jobId) {
        return world.jobs().pay().median(job(jobId));
    }

    private double hireProbability(Application application, double drive, int raised, double points) {
        float[] mastery = application.masteryOfAsked();
        if (raised >= 0) {
            mastery = mastery.clone();
            mastery[raised] = (float) Math.clamp(mastery[raised] + points, 0, 100);
        }
        return world.jobs().hireProbability(application.job(), mastery, drive);
    }

    private double gain(LearnerSimulation.Life life, int content) {
        double gain = world.gains().gain(life.traits(), life.state(), content);
        return gain == 0 ? 0 : gain * world.engagement().completionWhenShownFirst(life.traits(), life.state(), content);
    }

    private LearnerSimulation.Life life(String userId) {
        Integer index = learners.get(userId);
        if (index == null) {
            throw new IllegalArgumentException("no such learner: " + userId);
        }
        return lives[index];
    }

    private int skill(String skillId) {
        return world.arrays()
                .catalog
                .skillIndex(skillId)
                .orElseThrow(() -> new IllegalArgumentException("no such skill: " + skillId));
    }

    private int job(String jobId) {
        return world.jobs().job(jobId).orElseThrow(() -> new IllegalArgumentException("no such job: " + jobId));
    }

    private int content(String contentId) {
        return world.arrays()
                .catalog
                .contentIndex(contentId)
                .orElseThrow(() -> new IllegalArgumentException("no such content: " + contentId));
    }

    private Application application(String eventId) {
        Application application = applications.get(eventId);
        if (application == null) {
            throw new IllegalArgumentException("no application has the event: " + eventId);
        }
        return application;
    }

    private static int indexOf(int[] values, int value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }
}
