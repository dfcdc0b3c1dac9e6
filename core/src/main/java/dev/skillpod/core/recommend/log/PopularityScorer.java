package dev.skillpod.core.recommend.log;

/**
 * The baseline: every item's number of users, where the log has times with an exponential decay, the same for everybody.
 *
 * <p>Immutable and thread-safe.
 */
public final class PopularityScorer implements HistoryScorer {
    private final float[] scores;

    private PopularityScorer(float[] scores) {
        this.scores = scores;
    }

    /**
     * Counts the items of a log.
     *
     * @param halfLifeDays age at which an interaction counts half, greater than 0; infinite for plain counts. The age is
     *     taken from the log's last time; without times everything counts 1
     */
    public static PopularityScorer of(InteractionLog log, double halfLifeDays) {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays must be greater than 0, was " + halfLifeDays);
        }
        long last = InteractionLog.NO_TIME;
        for (int p = 0; p < log.entries(); p++) {
            last = Math.max(last, log.timeAt(p));
        }
        var counts = new double[log.items()];
        for (int p = 0; p < log.entries(); p++) {
            long time = log.timeAt(p);
            double days = time == InteractionLog.NO_TIME ? 0 : (last - time) / 86_400.0;
            counts[log.itemAt(p)] += Double.isInfinite(halfLifeDays) ? 1 : Math.pow(0.5, days / halfLifeDays);
        }
        var scores = new float[counts.length];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = (float) counts[item];
        }
        return new PopularityScorer(scores);
    }

    @Override
    public int items() {
        return scores.length;
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        System.arraycopy(scores, 0, out, 0, scores.length);
    }
}
