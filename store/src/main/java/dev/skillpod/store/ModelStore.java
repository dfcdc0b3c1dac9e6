package dev.skillpod.store;

import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.ModelEvent.Action;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.core.model.NothingToRollBackException;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.PromotionRefusedException;
import dev.skillpod.core.model.Provenance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The registry's tables: versions, aliases, verdicts and history. Thread-safe; changes of one model wait for each other, also
 * between processes, and each is told to who listens.
 */
public final class ModelStore {
    private static final String VERSIONS = "SELECT v.model, v.version, v.provenance, v.registered_at, v.registered_by,"
            + " g.verdict FROM model_versions v LEFT JOIN LATERAL (SELECT verdict FROM model_gates"
            + " WHERE model = v.model AND version = v.version ORDER BY id DESC LIMIT 1) g ON true WHERE v.model = ?";
    private static final int LONGEST = 2_000;

    private final Sql sql;

    ModelStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes a version known; nothing happens when it is already.
     *
     * @param manifestSha256 of the manifest, which vouches for every file
     * @return whether it was new
     */
    public boolean add(String model, String version, String manifestSha256, Provenance provenance, String by) {
        return sql.write(h -> {
            lock(h, model);
            int added = h.execute(
                    "INSERT INTO model_versions (model, version, manifest_sha256, provenance, registered_by)"
                            + " VALUES (?, ?, ?, CAST(? AS jsonb), ?) ON CONFLICT DO NOTHING",
                    model,
                    version,
                    manifestSha256,
                    ModelJson.of(provenance),
                    text(by));
            if (added == 1) {
                tell(h, Action.REGISTERED, model, version, null, null, by, null);
            }
            return added == 1;
        });
    }

    /** Returns the versions of a model, newest first. */
    public List<ModelVersion> versions(String model) {
        return sql.query(h -> h.createQuery(VERSIONS + " ORDER BY v.version DESC")
                .bind(0, model)
                .map((row, context) -> version(row))
                .list());
    }

    /** Returns a version. */
    public Optional<ModelVersion> find(String model, String version) {
        return sql.query(h -> find(h, model, version));
    }

    /** Returns the SHA-256 of a version's manifest. */
    public Optional<String> manifest(String model, String version) {
        return sql.query(
                h -> h.createQuery("SELECT manifest_sha256 FROM model_versions WHERE model = ? AND version = ?")
                        .bind(0, model)
                        .bind(1, version)
                        .mapTo(String.class)
                        .findOne());
    }

    /** Returns what the aliases of a model name now. */
    public ModelAliases aliases(String model) {
        return sql.snapshot(h -> aliases(h, model));
    }

    /** Keeps a verdict about a version. */
    public void judged(String model, String version, GateVerdict verdict, String by) {
        sql.write(h -> {
            lock(h, model);
            known(h, model, version);
            h.execute(
                    "INSERT INTO model_gates (model, version, against, passed, verdict, judged_at)"
                            + " VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?)",
                    model,
                    version,
                    verdict.against(),
                    verdict.passed(),
                    ModelJson.of(verdict),
                    OffsetDateTime.ofInstant(verdict.judgedAt(), ZoneOffset.UTC));
            if (!verdict.passed()) {
                String reasons = "gate: " + String.join("; ", verdict.reasons());
                tell(h, Action.REFUSED, model, version, null, null, by, reasons);
            }
            return true;
        });
    }

    /** Lets an alias name a version, as {@link dev.skillpod.core.model.ModelRegistry#promote} says. */
    public ModelAliases promote(Promotion wish) {
        return sql.write(h -> {
            lock(h, wish.model());
            ModelVersion version = known(h, wish.model(), wish.version());
            ModelAliases before = aliases(h, wish.model());
            if (before.version(wish.alias()).filter(wish.version()::equals).isPresent()) {
                return before;
            }
            boolean champion = wish.alias() == ModelAlias.CHAMPION;
            if (champion && !wish.force()) {
                requireVerdict(version, before.champion().orElse(null));
            }
            if (!champion && before.champion().filter(wish.version()::equals).isPresent()) {
                throw new PromotionRefusedException(wish.model(), wish.version(), null, "it is the champion already");
            }
            String reason = wish.force() ? forced(version, wish.reason()) : wish.reason();
            set(h, before, wish.alias(), wish.version());
            if (champion) {
                for (ModelAlias other : before.of(wish.version())) {
                    remove(h, wish.model(), other);
                }
            }
            tell(
                    h,
                    champion ? Action.PROMOTED : Action.ALIAS_SET,
                    wish.model(),
                    wish.version(),
                    wish.alias(),
                    before.version(wish.alias()).orElse(null),
                    wish.by(),
                    reason);
            return aliases(h, wish.model());
        });
    }

    private static String forced(ModelVersion version, @Nullable String reason) {
        String gate =
                version.gate().map(v -> v.passed() ? "" : ", past the gate").orElse(", without a verdict of the gate");
        return "forced" + gate + (reason == null ? "" : ": " + reason);
    }

    private static void requireVerdict(ModelVersion version, @Nullable String champion) {
        GateVerdict verdict = version.verdict();
        String why = verdict == null
                ? "the gate has not judged it"
                : !verdict.passed()
                        ? String.join("; ", verdict.reasons())
                        : Objects.equals(verdict.against(), champion)
                                ? null
                                : "it was judged against " + verdict.against() + ", but the champion is " + champion;
        if (why != null) {
            throw new PromotionRefusedException(version.model(), version.version(), verdict, why);
        }
    }

    /** Makes a version the champion where there is none; returns whether it did. */
    public boolean adoptChampion(String model, String version, String by, String reason) {
        return sql.write(h -> {
            lock(h, model);
            known(h, model, version);
            ModelAliases before = aliases(h, model);
            if (before.champion().isPresent()) {
                return false;
            }
            set(h, before, ModelAlias.CHAMPION, version);
            tell(h, Action.PROMOTED, model, version, ModelAlias.CHAMPION, null, by, reason);
            return true;
        });
    }

    /** Goes back, as {@link dev.skillpod.core.model.ModelRegistry#rollback} says. */
    public ModelAliases rollback(String model, Predicate<String> usable, String by, @Nullable String reason) {
        return sql.write(h -> {
            lock(h, model);
            ModelAliases before = aliases(h, model);
            Deque<String> champions = champions(h, model);
            String now = champions.poll();
            String to = champions.stream()
                    .filter(version -> !version.equals(now) && usable.test(version))
                    .findFirst()
                    .orElseThrow(() -> new NothingToRollBackException(model));
            set(h, before, ModelAlias.CHAMPION, to);
            for (ModelAlias other : before.of(to)) {
                remove(h, model, other);
            }
            tell(h, Action.ROLLED_BACK, model, to, ModelAlias.CHAMPION, now, by, reason);
            return aliases(h, model);
        });
    }

    /** Takes an alias other than the champion away. */
    public ModelAliases clear(String model, ModelAlias alias, String by, @Nullable String reason) {
        if (alias == ModelAlias.CHAMPION) {
            throw new IllegalArgumentException("alias must be challenger or shadow, was champion");
        }
        return sql.write(h -> {
            lock(h, model);
            Optional<String> before = aliases(h, model).version(alias);
            if (before.isPresent()) {
                remove(h, model, alias);
                tell(h, Action.ALIAS_SET, model, null, alias, before.get(), by, reason);
            }
            return aliases(h, model);
        });
    }

    /** Sets the share of the learners that the challenger answers. */
    public ModelAliases share(String model, double share, String by) {
        new ModelAliases(model, Map.of(), share);
        return sql.write(h -> {
            lock(h, model);
            h.execute(
                    "INSERT INTO model_traffic (model, challenger_share) VALUES (?, ?)"
                            + " ON CONFLICT (model) DO UPDATE SET challenger_share = excluded.challenger_share",
                    model,
                    share);
            ModelAliases now = aliases(h, model);
            String challenger = now.version(ModelAlias.CHALLENGER).orElse(null);
            String reason = "challenger_share " + share;
            tell(h, Action.ALIAS_SET, model, challenger, ModelAlias.CHALLENGER, challenger, by, reason);
            return now;
        });
    }

    /** Adds to the history that a version was refused. */
    public void refused(String model, String version, String by, String reason) {
        sql.write(h -> {
            tell(h, Action.REFUSED, model, version, null, null, by, reason);
            return true;
        });
    }

    /** Returns what happened to a model, newest first. */
    public List<ModelEvent> history(String model, int limit) {
        return sql.query(h -> h.createQuery("SELECT at, action, model, version, alias, previous, by, reason"
                        + " FROM model_events WHERE model = ? ORDER BY id DESC LIMIT ?")
                .bind(0, model)
                .bind(1, limit)
                .map((row, context) -> event(row))
                .list());
    }

    /** Returns the champion of now, the one before, and so on, as promotions and rollbacks left them. */
    public List<String> champions(String model) {
        return sql.query(h -> List.copyOf(champions(h, model)));
    }

    /** Replays promotions and returns from them: the champion of now first, then the one before, and so on. */
    private static Deque<String> champions(Handle h, String model) {
        var stack = new ArrayDeque<String>();
        h.createQuery("SELECT action, version FROM model_events WHERE model = ? AND alias = 'champion'"
                        + " AND action IN ('promoted', 'rolled_back') ORDER BY id")
                .bind(0, model)
                .map((row, context) -> List.of(row.getString(1), row.getString(2)))
                .forEach(event -> {
                    String version = event.getLast();
                    if (event.getFirst().equals(Action.PROMOTED.wireName())) {
                        stack.push(version);
                    } else {
                        while (!stack.isEmpty() && !stack.peek().equals(version)) {
                            stack.pop();
                        }
                    }
                });
        return stack;
    }

    private static void lock(Handle h, String model) {
        h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('skillpod.models.' || ?, 0)) IS NULL")
                .bind(0, model)
                .mapTo(Boolean.class)
                .one();
    }

    private static ModelVersion known(Handle h, String model, String version) {
        return find(h, model, version).orElseThrow(() -> new NoSuchVersionException(model, version));
    }

    private static Optional<ModelVersion> find(Handle h, String model, String version) {
        return h.createQuery(VERSIONS + " AND v.version = ?")
                .bind(0, model)
                .bind(1, version)
                .map((row, context) -> version(row))
                .findOne();
    }

    private static ModelAliases aliases(Handle h, String model) {
        var versions = new EnumMap<ModelAlias, String>(ModelAlias.class);
        h.createQuery("SELECT alias, version FROM model_aliases WHERE model = ?")
                .bind(0, model)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(row -> ModelAlias.of(row.getKey()).ifPresent(alias -> versions.put(alias, row.getValue())));
        double share = h.createQuery("SELECT challenger_share FROM model_traffic WHERE model = ?")
                .bind(0, model)
                .mapTo(Double.class)
                .findOne()
                .orElse(0.0);
        return new ModelAliases(model, versions, share);
    }

    private static void set(Handle h, ModelAliases before, ModelAlias alias, String version) {
        h.execute(
                "INSERT INTO model_aliases (model, alias, version) VALUES (?, ?, ?)"
                        + " ON CONFLICT (model, alias) DO UPDATE SET version = excluded.version",
                before.model(),
                alias.wireName(),
                version);
    }

    private static void remove(Handle h, String model, ModelAlias alias) {
        h.execute("DELETE FROM model_aliases WHERE model = ? AND alias = ?", model, alias.wireName());
    }

    private static void tell(
            Handle h,
            Action action,
            String model,
            @Nullable String version,
            @Nullable ModelAlias alias,
            @Nullable String previous,
            String by,
            @Nullable String reason) {
        h.execute(
                "INSERT INTO model_events (model, action, version, alias, previous, by, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                model,
                action.wireName(),
                version,
                alias == null ? null : alias.wireName(),
                previous,
                text(by),
                reason == null ? null : text(reason));
    }

    /** PostgreSQL holds no NUL, and nobody reads more. */
    private static String text(String text) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    private static ModelVersion version(ResultSet row) throws SQLException {
        String verdict = row.getString(6);
        return new ModelVersion(
                row.getString(1),
                row.getString(2),
                ModelJson.provenance(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                verdict == null ? null : ModelJson.verdict(verdict));
    }

    private static ModelEvent event(ResultSet row) throws SQLException {
        String alias = row.getString(5);
        return new ModelEvent(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                Action.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                row.getString(4),
                alias == null ? null : ModelAlias.of(alias).orElse(null),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
