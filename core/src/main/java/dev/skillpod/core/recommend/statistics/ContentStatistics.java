package dev.skillpod.core.recommend.statistics;

/**
 * How contents did with all learners before an instant; one entry per content index. Rates are shrunk towards the mean of
 * all contents, so that a content nobody has met has the average rate.
 *
 * @param popularity starts, each halved every 60 days
 * @param trend starts of the last 30 days against the 90 days before, as a log ratio; 0 is no change
 * @param startRate starts per impression
 * @param completionRate completions per start
 * @param rating mean rating, in [1, 5]
 * @param dismissRate dismissals per impression
 * @param efficiency measured rises of skills after finishing it, as a multiple of what was expected; 1 is as expected
 * @param starts number of starts ever
 */
public record ContentStatistics(
        float[] popularity,
        float[] trend,
        float[] startRate,
        float[] completionRate,
        float[] rating,
        float[] dismissRate,
        float[] efficiency,
        int[] starts) {

    /** Returns the statistics of contents that nobody has met. */
    public static ContentStatistics none(int contents) {
        return new ContentStatistics(
                new float[contents],
                new float[contents],
                new float[contents],
                new float[contents],
                new float[contents],
                new float[contents],
                filled(contents, 1),
                new int[contents]);
    }

    /** Returns the number of contents. */
    public int size() {
        return starts.length;
    }

    /**
     * Returns the same statistics for another order of contents.
     *
     * @param from for each new index the old one, or -1 for a content that was not there: it gets the averages of none
     */
    public ContentStatistics reorder(int[] from) {
        return new ContentStatistics(
                pick(popularity, from, 0),
                pick(trend, from, 0),
                pick(startRate, from, mean(startRate)),
                pick(completionRate, from, mean(completionRate)),
                pick(rating, from, mean(rating)),
                pick(dismissRate, from, mean(dismissRate)),
                pick(efficiency, from, mean(efficiency)),
                pick(starts, from));
    }

    private static float[] filled(int length, float value) {
        var values = new float[length];
        java.util.Arrays.fill(values, value);
        return values;
    }

    private static float[] pick(float[] values, int[] from, float missing) {
        var picked = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            picked[i] = from[i] < 0 ? missing : values[from[i]];
        }
        return picked;
    }

    private static int[] pick(int[] values, int[] from) {
        var picked = new int[from.length];
        for (int i = 0; i < from.length; i++) {
            picked[i] = from[i] < 0 ? 0 : values[from[i]];
        }
        return picked;
    }

    private static float mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : (float) (sum / values.length);
    }
}
