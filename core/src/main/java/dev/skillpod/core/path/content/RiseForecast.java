package dev.skillpod.core.path.content;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.feature.RiseColumn;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What finishing a content adds to one learner's skills at any point of a path, by the model that the recommender ranks with: the
 * distance up to the level the content leads to, times the skill's share in it, times the part of such promises that is kept, times
 * the content's own efficiency; and of a learnt expectation only what is left after a choice among many. Levels and deviations are rounded to whole levels and readiness to twentieths before the model is
 * asked, so that what was asked before is remembered. Not thread-safe.
 */
final class RiseForecast {
    private static final int READINESS_STEPS = 20;

    /** Readiness is rounded to eighths where a whole curve of levels is asked for. */
    private static final int CURVE_STEPS = 8;

    private static final long USED = 1L << 62;
    private static final int FIRST_SLOTS = 1 << 12;

    private final RiseRows rows;
    private final ProgressModel model;
    private final CatalogIndex index;
    private final float[] efficiency;
    private final PathCalibration calibration;
    private final double[] row = new double[RiseColumn.count()];
    private long[] keys = new long[FIRST_SLOTS];
    private double[] values = new double[FIRST_SLOTS];
    private int used;
    private final Map<Long, Curve> curves = new HashMap<>();

    RiseForecast(LearnerContext context, ProgressModel model, PathCalibration calibration) {
        this.rows = new RiseRows(context);
        this.model = model;
        this.index = context.state().index();
        this.efficiency = context.statistics().efficiency();
        this.calibration = calibration;
    }

    /** Returns how much the forecast is believed. */
    PathCalibration calibration() {
        return calibration;
    }

    /**
     * Returns the expected share of the distance to the level a content leads to that its {@code i}-th skill covers, in [0, 1].
     *
     * @param level of the skill
     * @param variance of that level's error
     * @param readiness mean share of the required level reached over the skill's prerequisites, in [0, 1]
     * @param prerequisitesFinished share of the content's prerequisite contents that are finished, in [0, 1]
     */
    double share(int content, int i, double level, double variance, double readiness, double prerequisitesFinished) {
        if (!model.trained()) {
            return Math.min(1, index.content(content).weights()[i] * model.kept(row) * efficiency[content]);
        }
        long key = USED
                | (long) content << 32
                | (long) (i & 0xFF) << 24
                | Math.round(level) << 17
                | Math.min(63, Math.round(Math.sqrt(variance))) << 11
                | Math.round(readiness * READINESS_STEPS) << 6
                | Math.round(prerequisitesFinished * READINESS_STEPS);
        int slot = slot(key);
        if (keys[slot] != key) {
            slot = room(slot, key);
            keys[slot] = key;
            values[slot] = ask(content, i, level, variance, readiness, prerequisitesFinished);
            used++;
        }
        return values[slot];
    }

    /** What part of the distance is covered from each level that is certain but for the error of a measurement. */
    final class Curve {
        private static final int WIDTH = 5;
        private static final double VARIANCE = 25;

        private final int content;
        private final int i;
        private final double readiness;
        private final double finished;
        private final double[] shares = new double[100 / WIDTH + 1];

        private Curve(int content, int i, double readiness, double finished) {
            this.content = content;
            this.i = i;
            this.readiness = readiness;
            this.finished = finished;
            Arrays.fill(shares, -1);
        }

        /** Returns the share at a level in [0, 100], which is rounded to {@value #WIDTH} levels. */
        double at(double level) {
            int k = (int) (level / WIDTH + 0.5);
            double share = shares[k];
            return share >= 0 ? share : (shares[k] = share(content, i, k * WIDTH, VARIANCE, readiness, finished));
        }
    }

    /**
     * Returns the expected shares of the distance to the level that a content leads to for learners of known level.
     *
     * @param readiness as in {@link #share}
     * @param prerequisitesFinished likewise
     */
    Curve curve(int content, int i, double readiness, double prerequisitesFinished) {
        long ready = Math.round(readiness * CURVE_STEPS);
        long finished = Math.round(prerequisitesFinished * CURVE_STEPS);
        long key = (long) content << 24 | (long) (i & 0xFF) << 12 | ready << 6 | finished;
        Curve known = curves.get(key);
        if (known == null) {
            known = new Curve(content, i, (double) ready / CURVE_STEPS, (double) finished / CURVE_STEPS);
            curves.put(key, known);
        }
        return known;
    }

    private double ask(int content, int i, double level, double variance, double readiness, double finished) {
        double sd = Math.min(63, Math.round(Math.sqrt(variance)));
        var moment = new RiseRows.Moment(
                Math.round(level),
                sd * sd,
                (double) Math.round(readiness * READINESS_STEPS) / READINESS_STEPS,
                (double) Math.round(finished * READINESS_STEPS) / READINESS_STEPS);
        rows.extract(content, i, moment, row, 0);
        return Math.min(
                1,
                calibration.keptAfterChoice()
                        * index.content(content).weights()[i]
                        * model.kept(row)
                        * efficiency[content]);
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int room(int slot, long key) {
        if (2 * used < keys.length) {
            return slot;
        }
        long[] oldKeys = keys;
        double[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new double[2 * oldKeys.length];
        Arrays.setAll(oldKeys, at -> {
            if (oldKeys[at] != 0) {
                int moved = slot(oldKeys[at]);
                keys[moved] = oldKeys[at];
                values[moved] = oldValues[at];
            }
            return oldKeys[at];
        });
        return slot(key);
    }
}
