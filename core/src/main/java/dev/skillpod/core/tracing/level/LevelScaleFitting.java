package dev.skillpod.core.tracing.level;

import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.Difficulties;
import dev.skillpod.core.tracing.ability.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits a {@link LevelScale} by penalised maximum likelihood to answers beside which a level was measured; items' difficulties are
 * those of the ability model. Collects first, then fits; not thread-safe.
 *
 * <p>Measured levels are noisy, which flattens the slope a little, so that answers are trusted a little less than they could be.
 */
public final class LevelScaleFitting {
    /** Answers below which no scale is fitted. */
    public static final int FEWEST = 200;

    private static final int PASSES = 40;
    private static final double SKILL_PRECISION = 2;
    private static final double SLOPE_START = 0.05;
    private static final double LEAST_SLOPE = 1e-3;
    private static final double RIDGE = 1e-6;

    private final List<Question> questions = new ArrayList<>();
    private final List<Double> levels = new ArrayList<>();
    private final List<Boolean> outcomes = new ArrayList<>();

    /** Adds an answer of a learner whose level of the only skill asked for was measured about that time. */
    public void add(Question question, double level, boolean correct) {
        questions.add(question);
        levels.add(level);
        outcomes.add(correct);
    }

    /** Returns how many answers were added. */
    public int size() {
        return questions.size();
    }

    /** Returns the scale; empty when there are too few answers, or higher levels do not answer better. */
    public Optional<LevelScale> fit(Difficulties difficulties) {
        if (size() < FEWEST) {
            return Optional.empty();
        }
        int skills = difficulties.skills();
        var offsets = new double[size()];
        for (int i = 0; i < offsets.length; i++) {
            Question question = questions.get(i);
            offsets[i] = difficulties.easiness(question) - difficulties.skillEasiness(question);
        }
        var shifts = new double[skills];
        double intercept = 0;
        double slope = SLOPE_START;
        for (int pass = 0; pass < PASSES; pass++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = RIDGE;
            double h01 = 0;
            double h11 = RIDGE;
            var gradients = new double[skills];
            var curvatures = new double[skills];
            for (int i = 0; i < offsets.length; i++) {
                int skill = questions.get(i).skill(0);
                double x = levels.get(i) - LevelScale.MIDDLE;
                double p = Expectation.logistic(intercept + shifts[skill] + offsets[i] + slope * x);
                double error = (outcomes.get(i) ? 1 : 0) - p;
                double w = p * (1 - p);
                g0 += error;
                g1 += error * x;
                h00 += w;
                h01 += w * x;
                h11 += w * x * x;
                gradients[skill] += error;
                curvatures[skill] += w;
            }
            double determinant = h00 * h11 - h01 * h01;
            double step0 = (h11 * g0 - h01 * g1) / determinant;
            double step1 = (h00 * g1 - h01 * g0) / determinant;
            intercept += step0;
            slope += step1;
            for (int s = 0; s < skills; s++) {
                double gradient = gradients[s] - curvatures[s] * step0 - SKILL_PRECISION * shifts[s];
                shifts[s] += gradient / (curvatures[s] + SKILL_PRECISION);
            }
        }
        if (!(slope >= LEAST_SLOPE && slope <= 1)) {
            return Optional.empty();
        }
        return Optional.of(scale(intercept, slope, shifts, offsets));
    }

    private LevelScale scale(double intercept, double slope, double[] shifts, double[] offsets) {
        double information = 0;
        for (int i = 0; i < offsets.length; i++) {
            double p = Expectation.logistic(intercept
                    + shifts[questions.get(i).skill(0)]
                    + offsets[i]
                    + slope * (levels.get(i) - LevelScale.MIDDLE));
            information += p * (1 - p) / offsets.length;
        }
        var intercepts = new ArrayList<Double>();
        for (double shift : shifts) {
            intercepts.add(intercept + shift);
        }
        return new LevelScale(slope, intercept, intercepts, information);
    }
}
