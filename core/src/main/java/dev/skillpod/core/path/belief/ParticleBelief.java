package dev.skillpod.core.path.belief;

import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.PracticeDynamics;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A sample of the abilities that agree with all that one learner did and answered. Not thread-safe.
 *
 * <p>Since answers follow from abilities, a state agrees or it does not. Particles are drawn from the prior and kept when
 * replaying the interactions gives the answers seen; each new answer removes those that would have answered otherwise. When few are left they
 * are copied, and every copy moves away by Gibbs-like steps (Metropolis with proposals from the prior, one item at a time; Gilks and Berzuini 2001,
 * "Following a moving target"), which leave the distribution of the agreeing states as it is. When nothing agrees, which the prior should rule out,
 * the states with the fewest disagreements count as agreeing.
 */
public final class ParticleBelief {
    private static final int DRAWS_PER_PARTICLE = 8;
    private static final int RESTARTS = 50;
    private static final int MOVES_PER_RESTART = 400;
    private static final double REFILL_BELOW = 0.25;
    private static final int FEW = 16;

    private final PracticeDynamics dynamics;
    private final StatePrior prior;
    private final int[] goal;
    private final RandomGenerator random;
    private final int items;
    private final int stride;
    private final int capacity;
    private final int warmUp;
    private final double[] origins;
    private final double[] particles;
    private final double[] trialOrigin;
    private final double[] trial;
    private int[] practised;
    private boolean[] answers;
    private int length;
    private int size;
    private final int lastAtStart;
    private int last;
    private int tolerated;

    /**
     * Draws a sample that agrees with the interactions before an episode.
     *
     * @param goal the items to be able to answer
     * @param warmUp the interactions before the episode, oldest first
     * @param last the last item accepted at the start of the episode, or {@link PracticeDynamics#NO_ITEM}
     * @param capacity the most particles, at least 1
     */
    public ParticleBelief(
            PracticeDynamics dynamics,
            StatePrior prior,
            int[] goal,
            List<Interaction> warmUp,
            int last,
            int capacity,
            RandomGenerator random) {
        this.dynamics = dynamics;
        this.prior = prior;
        this.goal = goal.clone();
        this.random = random;
        this.capacity = capacity;
        this.warmUp = warmUp.size();
        this.lastAtStart = last;
        this.last = last;
        items = dynamics.items();
        stride = stride(items);
        origins = new double[capacity * items];
        particles = new double[capacity * stride];
        trialOrigin = new double[items];
        trial = new double[stride];
        practised = new int[warmUp.size() + 32];
        answers = new boolean[practised.length];
        for (Interaction interaction : warmUp) {
            append(interaction);
        }
        draw();
        if (size < capacity) {
            if (size == 0) {
                search();
            }
            refill();
        }
    }

    /** Returns the numbers per particle. */
    static int stride(int items) {
        return items + 2;
    }

    /** Returns the particles, {@link #size} of them count; the array changes with the belief and must not be changed. */
    public double[] particles() {
        return particles;
    }

    /** Returns the number of particles, at least 1. */
    public int size() {
        return size;
    }

    /** Returns the last item accepted, or {@link PracticeDynamics#NO_ITEM}. */
    public int last() {
        return last;
    }

    /** Returns the expected reward if the episode ended now. */
    public double expectedReward() {
        double sum = 0;
        for (int p = 0; p < size; p++) {
            int at = p * stride;
            sum += (dynamics.score(particles, at, goal) - particles[at + items + 1]) * particles[at + items];
        }
        return sum / size;
    }

    /** Returns the goal; the array must not be changed. */
    int[] goal() {
        return goal;
    }

    private void append(Interaction interaction) {
        if (length == practised.length) {
            practised = Arrays.copyOf(practised, 2 * length);
            answers = Arrays.copyOf(answers, 2 * length);
        }
        practised[length] = interaction.item();
        answers[length++] = interaction.correct();
    }

    /** Takes in what the learner did next. */
    public void observe(Interaction interaction) {
        int item = interaction.item();
        boolean accepted = dynamics.accepts(last, item);
        append(interaction);
        if (accepted) {
            last = item;
        }
        int kept = 0;
        for (int p = 0; p < size; p++) {
            int at = p * stride;
            if (accepted) {
                dynamics.practise(particles, at, item);
            }
            if (dynamics.answers(particles, at, item) == interaction.correct()) {
                if (kept != p) {
                    System.arraycopy(particles, at, particles, kept * stride, stride);
                    System.arraycopy(origins, p * items, origins, kept * items, items);
                }
                kept++;
            }
        }
        size = kept;
        if (size == 0) {
            search();
        }
        if (size < REFILL_BELOW * capacity) {
            refill();
        }
    }

    /** Draws from the prior and keeps what agrees. */
    private void draw() {
        for (int draws = 0; size < capacity && draws < capacity * DRAWS_PER_PARTICLE; draws++) {
            prior.draw(trialOrigin, 0, random);
            if (replay(0) == 0) {
                keep(size++);
            }
        }
    }

    /** Replays all interactions from the trial origin into the trial particle; stops above {@code most} disagreements. */
    private int replay(int most) {
        System.arraycopy(trialOrigin, 0, trial, 0, items);
        int disagreements = 0;
        int before = PracticeDynamics.NO_ITEM;
        int startScore = 0;
        for (int x = 0; x < length; x++) {
            if (x == warmUp) {
                startScore = dynamics.score(trial, 0, goal);
                before = lastAtStart;
            }
            int item = practised[x];
            if (dynamics.accepts(before, item)) {
                dynamics.practise(trial, 0, item);
                before = item;
            } else if (x > 0 && x != warmUp && practised[x - 1] == item && answers[x - 1] == answers[x]) {
                continue; // refused again: nothing changed, nothing new is learnt
            }
            if (dynamics.answers(trial, 0, item) != answers[x] && ++disagreements > most) {
                return disagreements;
            }
        }
        if (length == warmUp) {
            startScore = dynamics.score(trial, 0, goal);
        }
        int missing = goal.length - startScore;
        trial[items] = missing > 0 ? 1.0 / missing : 0;
        trial[items + 1] = startScore;
        return disagreements;
    }

    private void keep(int particle) {
        System.arraycopy(trialOrigin, 0, origins, particle * items, items);
        System.arraycopy(trial, 0, particles, particle * stride, stride);
    }

    /** Finds one state with as few disagreements as can be found by changing one item at a time. */
    private void search() {
        int fewest = Integer.MAX_VALUE;
        var best = new double[items];
        for (int restart = 0; restart < RESTARTS && fewest > 0; restart++) {
            prior.draw(trialOrigin, 0, random);
            int now = replay(length);
            for (int move = 0; move < MOVES_PER_RESTART && now > 0; move++) {
                int item = random.nextInt(items);
                double old = trialOrigin[item];
                trialOrigin[item] = prior.draw(item, random);
                int then = replay(length);
                if (then <= now) {
                    now = then;
                } else {
                    trialOrigin[item] = old;
                }
            }
            if (now < fewest) {
                fewest = now;
                System.arraycopy(trialOrigin, 0, best, 0, items);
            }
        }
        System.arraycopy(best, 0, trialOrigin, 0, items);
        tolerated = replay(length);
        keep(0);
        size = 1;
    }

    /** Copies particles until the capacity is reached, and moves each copy. */
    private void refill() {
        int base = size;
        int sweeps = base < FEW ? 3 : 1;
        while (size < capacity) {
            int source = size < 2 * base ? size - base : random.nextInt(size);
            System.arraycopy(particles, source * stride, particles, size * stride, stride);
            System.arraycopy(origins, source * items, origins, size * items, items);
            for (int move = 0; move < sweeps * items; move++) {
                int item = move % items;
                System.arraycopy(origins, size * items, trialOrigin, 0, items);
                trialOrigin[item] = prior.draw(item, random);
                if (trialOrigin[item] != origins[size * items + item] && replay(tolerated) <= tolerated) {
                    keep(size);
                }
            }
            size++;
        }
    }
}
