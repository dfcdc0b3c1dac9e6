package dev.skillpod.core.path.content;

/**
 * What a gain is measured against: minutes, places in the path, or a mixture of the two, each as a share of what there is in all.
 *
 * @param byMinutes weight of the minutes, in [0, 1]; the rest is that of the places
 */
record Weighing(double byMinutes) {
    static final Weighing PER_ITEM = new Weighing(0);
    static final Weighing PER_MINUTE = new Weighing(1);

    /** Returns a gain per share of the limits that it uses. */
    double worth(double gain, double minutes, int items, PathLimits limits) {
        return gain / (byMinutes * minutes / limits.minutes() + (1 - byMinutes) * items / limits.maxItems());
    }
}
