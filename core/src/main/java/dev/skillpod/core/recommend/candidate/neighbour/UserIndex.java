package dev.skillpod.core.recommend.candidate.neighbour;

import dev.skillpod.core.recommend.log.InteractionLog;
import java.util.Arrays;

/** The users of every item, ascending, with the item's position in the log. Immutable and thread-safe. */
final class UserIndex {
    private final int[] starts;
    private final int[] userOf;
    private final int[] placeOf;

    UserIndex(InteractionLog log) {
        starts = new int[log.items() + 1];
        System.arraycopy(log.counts(), 0, starts, 1, log.items());
        Arrays.parallelPrefix(starts, Integer::sum);
        userOf = new int[log.entries()];
        placeOf = new int[log.entries()];
        int[] next = starts.clone();
        for (int user = 0; user < log.users(); user++) {
            for (int p = log.start(user); p < log.end(user); p++) {
                int to = next[log.itemAt(p)]++;
                userOf[to] = user;
                placeOf[to] = p;
            }
        }
    }

    int count(int item) {
        return starts[item + 1] - starts[item];
    }

    int start(int item) {
        return starts[item];
    }

    int end(int item) {
        return starts[item + 1];
    }

    int userAt(int i) {
        return userOf[i];
    }

    int placeAt(int i) {
        return placeOf[i];
    }
}
