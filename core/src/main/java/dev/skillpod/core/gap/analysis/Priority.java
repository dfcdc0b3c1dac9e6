package dev.skillpod.core.gap.analysis;

/** How soon a gap should be closed, the most urgent first. */
public enum Priority {
    CRITICAL(60),
    HIGH(35),
    MEDIUM(15),
    LOW(0);

    private final double from;

    Priority(double from) {
        this.from = from;
    }

    /** Returns the priority of an urgency in [0, 100], see {@link Urgency}. */
    static Priority of(double urgency) {
        for (Priority priority : values()) {
            if (urgency >= priority.from) {
                return priority;
            }
        }
        return LOW;
    }
}
