package dev.skillpod.core.recommend.candidate.neighbour;

import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.Recency;
import java.util.Arrays;

/**
 * Scores items by the votes of alike users; the log itself is the model. Immutable and thread-safe.
 *
 * <p>A user in the log is also a neighbour of their own history, which is harmless: they can only vote for what they have.
 */
public final class NeighbourScorer implements HistoryScorer {
    /** Newest items of a history that look for neighbours. */
    private static final int LONGEST = 30;
    /** Users looked at per shared item; of more, every n-th. */
    private static final int MOST_USERS = 20_000;

    private final InteractionLog log;
    private final NeighbourConfig config;
    private final UserIndex index;
    private final float[] rarity;
    private final float[] userWeight;
    private final float[] falling;

    /** Indexes a log. */
    public NeighbourScorer(InteractionLog log, NeighbourConfig config) {
        this(log, config, new UserIndex(log));
    }

    private NeighbourScorer(InteractionLog log, NeighbourConfig config, UserIndex index) {
        this.log = log;
        this.config = config;
        this.index = index;
        this.rarity = new float[log.items()];
        for (int item = 0; item < rarity.length; item++) {
            rarity[item] = (float) Math.pow(1 + index.count(item), -config.rarityExponent());
        }
        this.userWeight = new float[log.users()];
        int longest = 1;
        for (int user = 0; user < userWeight.length; user++) {
            longest = Math.max(longest, log.length(user));
            userWeight[user] = (float) Math.pow(Math.max(1, log.length(user)), -config.lengthExponent());
        }
        this.falling = new float[longest + 1];
        for (int distance = 1; distance <= longest; distance++) {
            falling[distance] = (float) Math.pow(distance, -config.distance());
        }
    }

    /** Returns the same users with other settings. */
    public NeighbourScorer with(NeighbourConfig other) {
        return new NeighbourScorer(log, other, index);
    }

    /** Returns the settings. */
    public NeighbourConfig config() {
        return config;
    }

    @Override
    public int items() {
        return rarity.length;
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        Arrays.fill(out, 0, items(), 0);
        var met = new AlikeUsers(log.users());
        float[] recencies = Recency.weights(history.length, config.recency());
        for (int i = history.length - 1; i >= Math.max(0, history.length - LONGEST); i--) {
            int item = history[i];
            float weight = recencies[i] * rarity[item];
            int step = (index.count(item) + MOST_USERS - 1) / MOST_USERS;
            for (int p = index.start(item); p < index.end(item); p += step) {
                met.add(index.userAt(p), index.placeAt(p), weight);
            }
        }
        met.scale(userWeight);
        float least = met.threshold(config.neighbours());
        for (int n = 0; n < met.size(); n++) {
            if (met.likeness(n) >= least) {
                vote(met.user(n), met.likeness(n), met.place(n), out);
            }
        }
    }

    /** {@code place} is that of the newest item of the history which the user shares. */
    private void vote(int user, float likeness, int place, float[] out) {
        float earlier = (float) (likeness * config.before());
        for (int p = log.start(user); p < log.end(user); p++) {
            out[log.itemAt(p)] += p > place ? likeness * falling[p - place] : earlier * falling[place - p + 1];
        }
    }
}
