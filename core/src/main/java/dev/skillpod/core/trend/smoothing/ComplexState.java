package dev.skillpod.core.trend.smoothing;

/**
 * Where complex exponential smoothing stands after a value.
 *
 * @param level real part of the level
 * @param hidden imaginary part of the level
 * @param real real parts of the seasonal states, the first that of the next step; one element where there are no seasons
 * @param imaginary imaginary parts of the same
 */
record ComplexState(double level, double hidden, double[] real, double[] imaginary) {

    /** Returns the state right after one unit of error in a process that stood at 0. */
    static ComplexState ofError(ComplexForm form, double[] weights, int m) {
        double[] real = new double[m];
        double[] imaginary = new double[m];
        double a0 = weights[0];
        double a1 = weights[1];
        switch (form) {
            case NONE -> {}
            case SIMPLE -> {
                real[m - 1] = a0 - a1;
                imaginary[m - 1] = a0 + a1;
            }
            case PARTIAL -> real[m - 1] = weights[2];
            case FULL -> {
                real[m - 1] = weights[2] - weights[3];
                imaginary[m - 1] = weights[2] + weights[3];
            }
        }
        return new ComplexState(a0 - a1, a0 + a1, real, imaginary);
    }

    /** Returns what is expected of the steps that follow. */
    double[] path(ComplexForm form, double[] w, int horizon) {
        double[] expected = new double[horizon];
        double[] season = real.clone();
        double[] shadow = imaginary.clone();
        double u = level;
        double p = hidden;
        boolean turning = form == ComplexForm.SIMPLE || form == ComplexForm.FULL;
        double c0 = form == ComplexForm.FULL ? w[2] : w[0];
        double c1 = form == ComplexForm.FULL ? w[3] : w[1];
        for (int h = 0; h < horizon; h++) {
            int s = h % season.length;
            expected[h] = switch (form) {
                case NONE -> u;
                case SIMPLE -> season[s];
                case PARTIAL, FULL -> u + season[s];
            };
            double before = u;
            u = before - (1 - w[1]) * p;
            p = before + (1 - w[0]) * p;
            if (turning) {
                double was = season[s];
                season[s] = was - (1 - c1) * shadow[s];
                shadow[s] = was + (1 - c0) * shadow[s];
            }
        }
        return expected;
    }
}
