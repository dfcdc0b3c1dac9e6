package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.ModelVersions;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.core.model.NothingToRollBackException;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.PromotionRefusedException;
import dev.skillpod.core.model.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One model with two versions, the older of which is the champion; the gate refuses the newest. */
public final class InMemoryModelVersions implements ModelVersions {
    /** The champion, as in the examples of the document. */
    public static final String CHAMPION = "20261123-073239-633a0f67";

    /** The version that the gate refuses. */
    public static final String WORSE = "20261124-073239-00000000";

    private static final String MODEL = "recommender";
    private static final GateVerdict REFUSED = new GateVerdict(
            CHAMPION,
            List.of(
                    GateCheck.of("rows", true, null, 2_000.0, "lists_validated must be at least 50, was 2000"),
                    new GateCheck("useful_per_list", false, 1.2, 1.0, -0.3, -0.1, "must not be less")),
            Instant.parse("2026-11-24T08:00:00Z"));

    private final Map<ModelAlias, String> aliases = new EnumMap<>(ModelAlias.class);
    private final List<ModelEvent> events = new ArrayList<>();
    private double share;
    private boolean rolledBack;

    /** Begins anew. */
    public synchronized void reset() {
        aliases.clear();
        aliases.put(ModelAlias.CHAMPION, CHAMPION);
        events.clear();
        rolledBack = false;
        share = 0;
    }

    /** Makes the registry. */
    public InMemoryModelVersions() {
        reset();
    }

    private static ModelVersion version(String version, GateVerdict verdict, double ndcg) {
        var provenance = new Provenance(
                "recommender",
                Instant.parse("2026-11-23T07:32:39Z"),
                42,
                Instant.parse("2025-11-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"),
                "synthetic",
                Map.of("engagements", 1000L),
                Map.of("ranker_trees", "200"),
                Map.of("ndcg_at_10_ranker", ndcg),
                "0.1.0+abc");
        return new ModelVersion(MODEL, version, provenance, Instant.parse("2026-11-23T07:33:00Z"), "test", verdict);
    }

    @Override
    public List<String> models() {
        return List.of(MODEL);
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return List.of(version(WORSE, REFUSED, 0.5), version(CHAMPION, null, Double.NaN));
    }

    @Override
    public Optional<ModelVersion> find(String model, String version) {
        return versions(model).stream().filter(v -> v.version().equals(version)).findFirst();
    }

    @Override
    public boolean sound(String model, String version) {
        return version.equals(CHAMPION);
    }

    @Override
    public synchronized ModelAliases aliases(String model) {
        return new ModelAliases(model, aliases, share);
    }

    @Override
    public synchronized List<ModelEvent> history(String model, int limit) {
        return events.reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized ModelAliases promote(Promotion wish) {
        find(wish.model(), wish.version()).orElseThrow(() -> new NoSuchVersionException(wish.model(), wish.version()));
        if (wish.version().equals(WORSE) && wish.alias() == ModelAlias.CHAMPION && !wish.force()) {
            throw new PromotionRefusedException(MODEL, WORSE, REFUSED, String.join("; ", REFUSED.reasons()));
        }
        String before = aliases.put(wish.alias(), wish.version());
        events.add(new ModelEvent(
                Instant.parse("2026-11-24T09:00:00Z"),
                ModelEvent.Action.PROMOTED,
                MODEL,
                wish.version(),
                wish.alias(),
                before,
                wish.by(),
                wish.reason()));
        return aliases(MODEL);
    }

    @Override
    public synchronized ModelAliases rollback(String model, String by, String reason) {
        rolledBack = !rolledBack;
        if (rolledBack) {
            events.add(new ModelEvent(
                    Instant.parse("2026-11-24T09:00:00Z"),
                    ModelEvent.Action.ROLLED_BACK,
                    MODEL,
                    CHAMPION,
                    ModelAlias.CHAMPION,
                    WORSE,
                    by,
                    reason));
            return aliases(MODEL);
        }
        throw new NothingToRollBackException(model);
    }

    @Override
    public synchronized ModelAliases clear(String model, ModelAlias alias, String by, String reason) {
        aliases.remove(alias);
        return aliases(MODEL);
    }

    @Override
    public synchronized ModelAliases share(String model, double challengerShare, String by) {
        share = challengerShare;
        return aliases(MODEL);
    }
}
