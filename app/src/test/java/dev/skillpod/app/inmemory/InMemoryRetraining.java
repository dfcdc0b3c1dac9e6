package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.Retraining;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Trainings that begin and stay at their first stage until they are cancelled. Of two models, one at a time. */
public final class InMemoryRetraining implements Retraining {
    private static final Instant AT = Instant.parse("2026-11-26T18:00:00Z");

    private static final GateVerdict GATE =
            new GateVerdict(null, List.of(GateCheck.of("loadable", true, null, null, "it must load")), AT);

    private final Map<UUID, Training> trainings = new LinkedHashMap<>();
    private volatile Order last;

    @Override
    public List<String> models() {
        return List.of("recommender", "gap-values");
    }

    @Override
    public int mostThreads() {
        return 2;
    }

    /** Returns the last order that was given. */
    public Order last() {
        return last;
    }

    @Override
    public synchronized Placed order(Order order) {
        last = order;
        for (Training training : trainings.values()) {
            if (!training.state().ended()) {
                return new Placed(training, true);
            }
        }
        var training = training(UUID.randomUUID(), State.RUNNING, order);
        trainings.put(training.id(), training);
        return new Placed(training, false);
    }

    @Override
    public List<Preview> preview(Order order) {
        return (order.models().isEmpty() ? models() : order.models())
                .stream()
                        .map(model -> new Preview(
                                model,
                                AT,
                                AT,
                                Map.of("rows", 7L),
                                Map.of("seed", "" + order.seed()),
                                false,
                                "too little",
                                12L))
                        .toList();
    }

    @Override
    public synchronized Optional<Training> find(UUID id) {
        return Optional.ofNullable(trainings.get(id));
    }

    @Override
    public synchronized List<Training> latest(int limit) {
        return trainings.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized Optional<Training> running() {
        return trainings.values().stream().filter(t -> !t.state().ended()).findFirst();
    }

    @Override
    public synchronized Optional<Cancelled> cancel(UUID id) {
        Training training = trainings.get(id);
        if (training == null) {
            return Optional.empty();
        }
        boolean open = !training.state().ended();
        if (open) {
            training = training(
                    id, State.CANCELLED, new Order(training.models(), null, null, true, training.requestedBy()));
            trainings.put(id, training);
        }
        return Optional.of(new Cancelled(training, open));
    }

    private Training training(UUID id, State state, Order order) {
        boolean over = state.ended();
        return new Training(
                id,
                state,
                order.models().isEmpty() ? models() : order.models(),
                over ? null : "reading the log",
                List.of(new Stage("recommender", "reading the log", state, AT, over ? AT : null)),
                0.25,
                over ? null : 30L,
                AT,
                AT,
                over ? AT : null,
                "request",
                order.requestedBy(),
                List.of(new Result("gap-values", "20261126-180000-ab12cd34", true, GATE, null)),
                null);
    }
}
