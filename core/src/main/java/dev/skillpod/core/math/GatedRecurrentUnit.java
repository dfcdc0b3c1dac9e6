package dev.skillpod.core.math;

import java.util.random.RandomGenerator;

/**
 * A gated recurrent unit over a sequence of tokens (Cho et al. 2014; the reset gate is applied after the matrix product, as in cuDNN).
 *
 * <p>With h the state and E the row of the token: z = s(E_z + U_z h + b_z), r = s(E_r + U_r h + b_r), n = tanh(E_n + r (U_n h + b_n)), and
 * the next state is (1 - z) n + z h. Thread-safe as long as nobody changes its parameters.
 */
public final class GatedRecurrentUnit {
    private final int tokens;
    private final int units;
    private final int wide;
    private final int recurrent;
    private final int biases;
    private final float[] parameters;

    /**
     * Makes a unit from its parameters.
     *
     * @param tokens different tokens, at least 1
     * @param units numbers in the state, at least 1
     * @param parameters the rows of the tokens, the recurrent weights from each unit, the biases; each row is for z, r and n; kept, not
     *     copied
     */
    public GatedRecurrentUnit(int tokens, int units, float[] parameters) {
        if (parameters.length != count(tokens, units)) {
            throw new IllegalArgumentException(
                    "parameters must be " + count(tokens, units) + " numbers, was " + parameters.length);
        }
        this.tokens = tokens;
        this.units = units;
        this.parameters = parameters;
        wide = 3 * units;
        recurrent = tokens * wide;
        biases = recurrent + units * wide;
    }

    /** Returns the number of parameters. */
    public static int count(int tokens, int units) {
        return (tokens + units + 1) * 3 * units;
    }

    /** Makes a unit with random weights. */
    public static GatedRecurrentUnit random(int tokens, int units, RandomGenerator random) {
        var parameters = new float[count(tokens, units)];
        double deviation = 1 / Math.sqrt(units);
        for (int i = 0; i < parameters.length - 3 * units; i++) {
            parameters[i] = (float) (random.nextGaussian() * deviation);
        }
        return new GatedRecurrentUnit(tokens, units, parameters);
    }

    /** Returns the numbers in the state. */
    public int units() {
        return units;
    }

    /** Returns the number of different tokens. */
    public int tokens() {
        return tokens;
    }

    /** Returns the parameters themselves. */
    public float[] parameters() {
        return parameters;
    }

    /** Returns the length of the trace of one step. */
    public int traceLength() {
        return 4 * units;
    }

    /**
     * Takes one step.
     *
     * @param states holds the state before
     * @param from where it begins
     * @param next receives the state after
     * @param to where it begins
     * @param trace receives z, r, n and U_n h + b_n, for {@link #backward}
     * @param at where the trace begins
     */
    public void step(int token, float[] states, int from, float[] next, int to, float[] trace, int at) {
        var sums = new float[wide];
        System.arraycopy(parameters, biases, sums, 0, wide);
        for (int i = 0; i < units; i++) {
            float h = states[from + i];
            if (h != 0) {
                int row = recurrent + i * wide;
                for (int j = 0; j < wide; j++) {
                    sums[j] += h * parameters[row + j];
                }
            }
        }
        int row = token * wide;
        for (int j = 0; j < units; j++) {
            float z = logistic(sums[j] + parameters[row + j]);
            float r = logistic(sums[units + j] + parameters[row + units + j]);
            float m = sums[2 * units + j];
            float n = (float) Math.tanh(parameters[row + 2 * units + j] + r * m);
            trace[at + j] = z;
            trace[at + units + j] = r;
            trace[at + 2 * units + j] = n;
            trace[at + 3 * units + j] = m;
            next[to + j] = (1 - z) * n + z * states[from + j];
        }
    }

    /**
     * Goes one step back.
     *
     * @param states holds the state before the step, from {@code from}
     * @param slopes the slopes of the loss in the state after the step; receives those in the state before it
     * @param trace as {@link #step} left it
     * @param gradient as long as the parameters; the slopes in them are added
     */
    public void backward(int token, float[] states, int from, float[] slopes, float[] trace, int at, float[] gradient) {
        var inner = new float[wide];
        int row = token * wide;
        for (int j = 0; j < units; j++) {
            float z = trace[at + j];
            float r = trace[at + units + j];
            float n = trace[at + 2 * units + j];
            float m = trace[at + 3 * units + j];
            float slope = slopes[j];
            float inN = slope * (1 - z) * (1 - n * n);
            float inZ = slope * (states[from + j] - n) * z * (1 - z);
            float inR = inN * m * r * (1 - r);
            inner[j] = inZ;
            inner[units + j] = inR;
            inner[2 * units + j] = inN * r;
            gradient[row + j] += inZ;
            gradient[row + units + j] += inR;
            gradient[row + 2 * units + j] += inN;
            slopes[j] = slope * z;
        }
        for (int j = 0; j < wide; j++) {
            gradient[biases + j] += inner[j];
        }
        for (int i = 0; i < units; i++) {
            int weights = recurrent + i * wide;
            float h = states[from + i];
            float sum = 0;
            for (int j = 0; j < wide; j++) {
                gradient[weights + j] += h * inner[j];
            }
            for (int j = 0; j < wide; j++) {
                sum += parameters[weights + j] * inner[j];
            }
            slopes[i] += sum;
        }
    }

    private static float logistic(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }
}
