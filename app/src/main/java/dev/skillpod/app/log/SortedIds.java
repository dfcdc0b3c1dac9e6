package dev.skillpod.app.log;

import java.util.Arrays;

/** Watches whether each user's items come sorted by id, by number or by text: then their order tells nothing. */
final class SortedIds {
    /** Share of steps in one direction from which on the order is taken for a sorting. */
    private static final double SORTED = 0.98;

    /** Steps below which a run in one direction may be chance. */
    private static final int FEWEST_STEPS = 20;

    private String[] last = new String[1024];
    private long steps;
    private long numberUp;
    private long textUp;

    void add(int user, String item) {
        if (user >= last.length) {
            last = Arrays.copyOf(last, Math.max(user + 1, last.length * 2));
        }
        String before = last[user];
        if (before != null && !before.equals(item)) {
            steps++;
            textUp += before.compareTo(item) < 0 ? 1 : 0;
            numberUp += byNumber(before, item) < 0 ? 1 : 0;
        }
        last[user] = item;
    }

    private static int byNumber(String a, String b) {
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    boolean sorted() {
        return steps >= FEWEST_STEPS && (extreme(numberUp) || extreme(textUp));
    }

    private boolean extreme(long up) {
        return up >= SORTED * steps || up <= (1 - SORTED) * steps;
    }
}
