package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.tracing.Question;
import java.util.HashMap;
import java.util.Map;

/**
 * One learner's abilities, moved by each answer. Not thread-safe while it is changed; {@link #copy} is independent.
 *
 * <p>Its clock runs in days where the model knows times, otherwise in answers: an answer right after another on the same
 * skill has gap 0. A question without a time, or with one before the last answer, is taken to come right after it.
 */
public final class AbilityState {
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double LN2_SQUARED = Math.log(2) * Math.log(2);

    private final AbilityModel model;
    private final Map<Integer, SkillAbility> skills;
    private double general;
    private double generalVariance;
    private double mood;
    private double moodVariance;
    private double pace;
    private double paceVariance;
    private int answers;
    private double lastAt;

    AbilityState(AbilityModel model) {
        this.model = model;
        skills = new HashMap<>();
        generalVariance = model.config().generalVariance();
        moodVariance = model.config().moodVariance();
        paceVariance = model.config().paceVariance();
    }

    private AbilityState(AbilityState other) {
        model = other.model;
        skills = new HashMap<>(other.skills);
        general = other.general;
        generalVariance = other.generalVariance;
        mood = other.mood;
        moodVariance = other.moodVariance;
        pace = other.pace;
        paceVariance = other.paceVariance;
        answers = other.answers;
        lastAt = other.lastAt;
    }

    /** Returns an independent copy. */
    public AbilityState copy() {
        return new AbilityState(this);
    }

    /** Returns what the abilities say about a question. */
    public Expectation expect(Question question) {
        return expect(question, model.difficulties().easiness(question));
    }

    private Expectation expect(Question question, double easiness) {
        double now = clock(question);
        int count = question.skillCount();
        double mean = 0;
        double variance = 0;
        double slope = 0;
        for (int k = 0; k < count; k++) {
            Faded faded = faded(question.skill(k), now);
            mean += faded.mean / count;
            variance += faded.variance / ((double) count * count);
            slope += faded.paceSlope / count;
        }
        return new Expectation(
                easiness, general, mood, mean, generalVariance, moodVariance, variance + slope * slope * paceVariance);
    }

    /** Moves the abilities by an answer. */
    public void answer(Question question, boolean correct) {
        AbilityConfig config = model.config();
        Expectation before = expect(question);
        double p = Expectation.logistic(before.mean());
        double information = p * (1 - p);
        double spread = 1 + information * before.variance();
        double step = ((correct ? 1 : 0) - p) / spread;
        double loss = information / spread;
        double now = clock(question);
        int count = question.skillCount();
        double slope = 0;
        for (int k = 0; k < count; k++) {
            int skill = question.skill(k);
            Faded faded = faded(skill, now);
            slope += faded.paceSlope / count;
            double gain = faded.variance / count;
            double variance = faded.variance - gain * gain * loss;
            skills.put(
                    skill,
                    new SkillAbility(
                            (correct ? recalled(skill, faded) : faded.mean) + gain * step,
                            Math.min(config.skillVariance(), variance + config.skillDrift()),
                            faded.practices + 1,
                            now));
        }
        general += generalVariance * step;
        generalVariance += config.generalDrift() - generalVariance * generalVariance * loss;
        double paceGain = slope * paceVariance;
        pace += paceGain * step;
        paceVariance -= paceGain * paceGain * loss;
        double kept = config.moodRetention();
        mood = kept * (mood + moodVariance * step);
        moodVariance = kept * kept * (moodVariance - moodVariance * moodVariance * loss)
                + (1 - kept * kept) * config.moodVariance();
        answers++;
        lastAt = now;
    }

    /**
     * Returns what is to be expected of a typical item of a skill, the mood left out.
     *
     * @param skill known or not
     * @param time unix time in seconds, or {@link Question#NO_TIME}
     */
    public Expectation mastery(int skill, long time) {
        Question typical = Question.of(0, new int[] {skill}, time);
        Expectation expected = expect(typical, model.difficulties().skillEasiness(skill));
        return new Expectation(
                expected.easiness(), general, 0, expected.skill(), generalVariance, 0, expected.skillVariance());
    }

    /** Returns the skill's half-life for this learner, see {@link Forgetting#halfLife}. */
    public double halfLife(int skill) {
        SkillAbility known = skills.get(skill);
        return model.forgetting().halfLife(skill, known == null ? 0 : known.practices(), pace);
    }

    /** Returns the learner's own shift of log2 half-lives; 0 for an average learner. */
    public double pace() {
        return pace;
    }

    /** Returns how many answers on the skill there were. */
    public int practices(int skill) {
        SkillAbility known = skills.get(skill);
        return known == null ? 0 : known.practices();
    }

    /** Returns the time since the skill's last practice, in days or answers; 0 when it was never practised. */
    public double gap(Question question, int skill) {
        SkillAbility known = skills.get(skill);
        return known == null ? 0 : gap(known, clock(question));
    }

    private double gap(SkillAbility known, double now) {
        return Math.max(0, now - known.lastAt() - (model.timed() ? 0 : 1));
    }

    private double clock(Question question) {
        if (!model.timed()) {
            return answers;
        }
        return question.time() == Question.NO_TIME ? lastAt : Math.max(lastAt, question.time() / SECONDS_PER_DAY);
    }

    /** Returns the ability that a right answer finds: a strength that was recalled is there again. */
    private double recalled(int skill, Faded faded) {
        SkillAbility known = skills.get(skill);
        return known == null || !model.config().strengthsOnly() ? faded.mean : Math.max(faded.mean, known.mean());
    }

    /** An ability as it is after some time without practice; {@code paceSlope} is its derivative by the pace. */
    private record Faded(double mean, double variance, int practices, double paceSlope) {}

    private Faded faded(int skill, double now) {
        double prior = model.config().skillVariance();
        SkillAbility known = skills.get(skill);
        if (known == null) {
            return new Faded(0, prior, 0, 0);
        }
        double gap = gap(known, now);
        if (gap == 0) {
            return new Faded(known.mean(), known.variance(), known.practices(), 0);
        }
        double halfLives = gap / model.forgetting().halfLife(skill, known.practices(), pace);
        double kept = Math.pow(2, -halfLives);
        boolean fades = known.mean() > 0 || !model.config().strengthsOnly();
        double mean = fades ? kept * known.mean() : known.mean();
        return new Faded(
                mean,
                kept * kept * known.variance() + (1 - kept * kept) * prior,
                known.practices(),
                fades ? mean * LN2_SQUARED * halfLives : 0);
    }
}
