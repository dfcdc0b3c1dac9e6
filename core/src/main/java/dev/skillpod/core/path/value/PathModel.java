package dev.skillpod.core.path.value;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.path.belief.BeliefFeatures;
import dev.skillpod.core.path.belief.BeliefPolicy;
import dev.skillpod.core.path.belief.SearchConfig;
import dev.skillpod.core.path.belief.StatePrior;
import dev.skillpod.core.path.practice.PracticeDynamics;
import java.util.List;
import java.util.TreeMap;

/**
 * What was learnt about a world of practice: how abilities are spread, and the value of positions by one network per training
 * seed. Immutable and thread-safe.
 *
 * @param origin what it was trained on and how, for people to read
 * @param looked the most particles that features are made of
 * @param prior how abilities are spread before anything is seen
 * @param networks the networks by the seed of their training, at least one
 */
public record PathModel(String origin, int looked, StatePrior prior, TreeMap<Long, MultilayerPerceptron> networks) {
    /** The name of the policies it makes. */
    public static final String NAME = "belief search";

    /** Copies the map. */
    public PathModel {
        networks = new TreeMap<>(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one network");
        }
    }

    @Override
    public TreeMap<Long, MultilayerPerceptron> networks() {
        return new TreeMap<>(networks);
    }

    /** Returns the policy that values positions by the mean of all networks. */
    public BeliefPolicy policy(PracticeDynamics dynamics, SearchConfig search) {
        return policy(NAME, dynamics, search, List.copyOf(networks.values()));
    }

    /**
     * Returns the policy that values positions by the network of one training seed.
     *
     * @throws IllegalArgumentException when there is no network of that seed
     */
    public BeliefPolicy policy(PracticeDynamics dynamics, SearchConfig search, long seed) {
        MultilayerPerceptron network = networks.get(seed);
        if (network == null) {
            throw new IllegalArgumentException("seed must be one of " + networks.keySet() + ", was " + seed);
        }
        return policy(NAME + ", seed " + seed, dynamics, search, List.of(network));
    }

    private BeliefPolicy policy(
            String name, PracticeDynamics dynamics, SearchConfig search, List<MultilayerPerceptron> chosen) {
        var value = new ValueNetwork(new BeliefFeatures(dynamics, looked), chosen);
        return new BeliefPolicy(name, dynamics, prior, value, search);
    }
}
