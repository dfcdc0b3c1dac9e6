package dev.skillpod.app.runtime;

import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.store.StoreException;
import dev.skillpod.store.model.CorruptModelException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which version of a model this process serves under one alias. A new one is read and tried off the serving path; one that
 * fails is refused, which the history tells, and the one that serves goes on. Used by one thread.
 *
 * @param <T> the model
 */
final class ServedVersion<T extends TrainedModel> {
    private static final Logger LOG = LoggerFactory.getLogger(ServedVersion.class);
    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final String BY = "service";

    private final ModelKind<T> kind;
    private final boolean steadfast;
    private final Map<String, Long> refusedAt = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private Optional<CurrentModel<T>> served = Optional.empty();
    private Optional<CurrentModel<T>> before = Optional.empty();

    private ServedVersion(ModelKind<T> kind, boolean steadfast) {
        this.kind = kind;
        this.steadfast = steadfast;
    }

    /** The champion: when another is refused, the one that serves goes on. */
    static <T extends TrainedModel> ServedVersion<T> champion(ModelKind<T> kind) {
        return new ServedVersion<>(kind, true);
    }

    /** A challenger or shadow: when another is refused, there is none. */
    static <T extends TrainedModel> ServedVersion<T> beside(ModelKind<T> kind) {
        return new ServedVersion<>(kind, false);
    }

    /**
     * Changes to another version if it can be read and passes the trial; else what was served is served on.
     *
     * @param wanted the version that the alias names; empty for none
     * @param trial throws what makes a version unfit to serve
     */
    Optional<CurrentModel<T>> follow(Platform platform, Optional<String> wanted, Consumer<CurrentModel<T>> trial) {
        if (wanted.isPresent() && serves(wanted.get())) {
            return served;
        }
        if (wanted.isEmpty() || !steadfast) {
            served = Optional.empty();
        }
        if (wanted.isPresent() && before.filter(b -> is(b, wanted.get())).isPresent()) {
            serve(before); // it served already: a rollback waits for nothing
        } else if (wanted.isPresent() && !refusedLately(wanted.get())) {
            attempt(platform, wanted.get(), trial).ifPresent(fit -> serve(Optional.of(fit)));
        }
        return served;
    }

    /**
     * Follows the champion's alias; an earlier champion serves where the one that is named cannot and nothing is served yet.
     *
     * @param trial throws what makes a version unfit to serve
     */
    Optional<CurrentModel<T>> followChampion(Platform platform, ModelAliases aliases, Consumer<CurrentModel<T>> trial) {
        Optional<CurrentModel<T>> followed = follow(platform, aliases.champion(), trial);
        return followed.isPresent() || aliases.champion().isEmpty()
                ? followed
                : fallBack(platform, platform.registry().champions(kind.name()), trial);
    }

    /** Serves the first of some versions that is fit, where nothing is served: after a start with a harmed champion. */
    private Optional<CurrentModel<T>> fallBack(
            Platform platform, List<String> versions, Consumer<CurrentModel<T>> trial) {
        for (String version : versions) {
            if (served.isEmpty() && !refusedLately(version)) {
                served = attempt(platform, version, trial);
                served.ifPresent(fit -> LOG.warn("{} {} serves instead, an earlier champion", kind.name(), version));
            }
        }
        return served;
    }

    private void serve(Optional<CurrentModel<T>> next) {
        before = steadfast ? served : Optional.empty();
        served = next;
    }

    private boolean serves(String version) {
        return served.filter(now -> is(now, version)).isPresent();
    }

    private static boolean is(CurrentModel<?> model, String version) {
        return model.stored().version().equals(version);
    }

    private boolean refusedLately(String version) {
        Long at = refusedAt.get(version);
        return at != null && System.nanoTime() - at < AGAIN.toNanos();
    }

    private Optional<CurrentModel<T>> attempt(Platform platform, String version, Consumer<CurrentModel<T>> trial) {
        try {
            CurrentModel<T> read = kind.read(platform.registry(), version);
            trial.accept(read);
            refusedAt.remove(version);
            return Optional.of(read);
        } catch (CorruptModelException e) {
            refuse(platform, version, e);
        } catch (StoreException e) {
            throw e; // PostgreSQL does not answer: that says nothing of the version
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            refuse(platform, version, e); // what harmed files can do to a reader must not end the process
        }
        return Optional.empty();
    }

    private void refuse(Platform platform, String version, Throwable why) {
        refusedAt.put(version, System.nanoTime());
        if (!told.add(version)) {
            return;
        }
        String reason = why.getMessage() == null ? why.toString() : why.getMessage();
        LOG.error("{} {} is refused: {}", kind.name(), version, reason);
        try {
            platform.registry().refused(kind.name(), version, BY, reason);
        } catch (StoreException e) {
            LOG.warn("the refusal is not in the history: {}", e.getMessage());
        }
    }
}
