/** Percentiles by nearest rank. */
final class Percentiles {
    private Percentiles() {}

    /**
     * Returns a percentile in milliseconds.
     *
     * @param nanos in ascending order, at least one
     * @param share 0 to 1
     */
    static double millis(long[] nanos, double share) {
        return nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)] / 1e6;
    }
}
