package dev.skillpod.starter;

import java.util.PriorityQueue;

/** What is planned for one learner, played in time order until the end of the log. */
final class Timeline {
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final long end;
    private int planned;

    Timeline(long end) {
        this.end = end;
    }

    /** Plans an action; what is due after the end never happens. */
    void plan(long time, Due.Action action) {
        if (time < end) {
            due.add(new Due(time, planned++, action));
        }
    }

    /** Plays everything, {@code clock} before each action. */
    void play(Due.Action clock) {
        for (Due next = due.poll(); next != null; next = due.poll()) {
            clock.at(next.time());
            next.action().at(next.time());
        }
    }
}
