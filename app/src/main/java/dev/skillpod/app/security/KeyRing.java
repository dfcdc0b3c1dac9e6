package dev.skillpod.app.security;

import dev.skillpod.app.access.AdminKeyNotice;
import dev.skillpod.app.access.ApiKey;
import dev.skillpod.app.access.ApiKeys;
import dev.skillpod.app.access.Caller;
import dev.skillpod.app.access.KeyText;
import dev.skillpod.app.access.Role;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.http.request.HeaderText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys as this process knows them: those of the environment, the admin key of this start, and a copy of the stored ones
 * that is compared with the store every two seconds. No request waits for the store once it was read. Thread-safe.
 *
 * <p>While the store does not answer, the keys in the copy go on for {@link #GRACE}; a key that is not in the copy may have
 * been made meanwhile, so it is told to come back. Nothing opens because something failed.
 */
final class KeyRing implements AutoCloseable {
    /** How long a copy is good enough to say that a key does not exist. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** How long known keys go on without the store. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final long EVERY_MILLIS = 2_000;
    private static final long FIRST_MILLIS = 200;
    private static final Duration NOTE_USE = Duration.ofMinutes(1);
    private static final Caller KEYLESS =
            new Caller("no key, this machine", Set.of(Role.CALLER, Role.INGEST), null, true);

    /** What is known of a key that was shown. */
    sealed interface Found {
        /** It is good. */
        record Good(Caller caller) implements Found {}

        /** There is no such key. */
        record None() implements Found {}

        /** Nobody can tell now. */
        record Later() implements Found {}
    }

    private record Fixed(byte[] digest, Caller caller) {}

    /** The keys that are not revoked, and whether there has ever been one. */
    private record Copy(Map<String, ApiKey> keys, boolean ever, long version, Instant readAt) {}

    private final Settings settings;
    private final ApiKeys store;
    private final AdminKeyNotice notice;
    private final InstantSource clock;
    private final List<Fixed> ofEnvironment = new ArrayList<>();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final Thread refresher;
    private volatile @Nullable Copy copy;
    private volatile @Nullable Fixed ofThisStart;
    private Instant usesNoted = Instant.EPOCH;

    KeyRing(Settings settings, ApiKeys store, AdminKeyNotice notice, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.notice = notice;
        this.clock = clock;
        settings.serviceToken()
                .ifPresent(token -> ofEnvironment.add(
                        fixed(token, new Caller("ML_SERVICE_TOKEN", Set.of(Role.CALLER, Role.INGEST), null))));
        settings.access()
                .adminKey()
                .ifPresent(key -> ofEnvironment.add(fixed(key, new Caller("ADMIN_KEY", Set.of(Role.ADMIN), null))));
        this.refresher = Thread.ofPlatform().name("skillpod-keys").daemon().unstarted(this::refreshForEver);
    }

    private static Fixed fixed(String text, Caller caller) {
        return new Fixed(KeyText.sha256(text.getBytes(StandardCharsets.UTF_8)), caller);
    }

    /** Begins to follow the store; looks once before it returns. */
    void start() {
        refresh();
        refresher.start();
    }

    /** Looks up what a request showed in a header. */
    Found find(String shown) {
        byte[] digest = KeyText.sha256(HeaderText.bytes(shown));
        for (Fixed key : ofEnvironment) {
            if (MessageDigest.isEqual(digest, key.digest)) {
                return new Found.Good(key.caller);
            }
        }
        Fixed now = ofThisStart;
        if (now != null && MessageDigest.isEqual(digest, now.digest)) {
            return new Found.Good(now.caller);
        }
        return KeyText.parse(shown).map(this::stored).orElseGet(Found.None::new);
    }

    private Found stored(KeyText shown) {
        Copy known = known();
        if (known == null) {
            return new Found.Later();
        }
        Duration age = Duration.between(known.readAt, clock.instant());
        ApiKey key = known.keys.get(shown.keyId());
        if (key == null) {
            return age.compareTo(FRESH) <= 0 ? new Found.None() : new Found.Later();
        }
        if (!shown.matches(key)) {
            return new Found.None();
        }
        if (age.compareTo(GRACE) > 0) {
            return new Found.Later();
        }
        used.put(key.keyId(), clock.instant());
        return new Found.Good(key.caller());
    }

    /**
     * Whether callers of this machine need no key: it alone can reach the service, and there has never been a key. Revoking the
     * last one does not open what it had closed.
     */
    Found withoutKey() {
        if (settings.guarded() || !settings.loopbackOnly()) {
            return new Found.None();
        }
        Copy known = known();
        if (known == null || Duration.between(known.readAt, clock.instant()).compareTo(GRACE) > 0) {
            return new Found.Later();
        }
        return known.ever ? new Found.None() : new Found.Good(KEYLESS);
    }

    /** Returns the copy; the first one is read here when a request comes before it. */
    private @Nullable Copy known() {
        if (copy == null) {
            refresh();
        }
        return copy;
    }

    /** Compares the copy with the store. */
    synchronized void refresh() {
        try {
            long version = store.version();
            Copy known = copy;
            Instant now = clock.instant();
            if (known == null || known.version != version) {
                List<ApiKey> all = store.list();
                Map<String, ApiKey> keys = all.stream()
                        .filter(key -> key.revokedAt() == null)
                        .collect(Collectors.toUnmodifiableMap(ApiKey::keyId, key -> key));
                giveAdminKey(keys);
                copy = new Copy(keys, !all.isEmpty(), version, now);
            } else {
                copy = new Copy(known.keys, known.ever, version, now);
            }
            noteUses(now);
        } catch (RuntimeException e) {
            LOG.debug("the keys cannot be read: {}", e.getMessage());
        }
    }

    /** Makes the admin key of this start, when there is no other way in for an administrator. */
    private void giveAdminKey(Map<String, ApiKey> keys) {
        boolean needed = copy == null
                && settings.access().adminKey().isEmpty()
                && settings.access().oidc().isEmpty()
                && keys.values().stream().noneMatch(key -> key.role() == Role.ADMIN);
        if (needed) {
            KeyText key = KeyText.random();
            ofThisStart = fixed(key.reveal(), new Caller("admin key of this start", Set.of(Role.ADMIN), null));
            notice.show(key);
        }
    }

    private void noteUses(Instant now) {
        if (Duration.between(usesNoted, now).compareTo(NOTE_USE) >= 0 && !used.isEmpty()) {
            var noted = new HashMap<>(used);
            store.used(noted);
            noted.forEach(used::remove);
            usesNoted = now;
        }
    }

    private void refreshForEver() {
        try {
            while (true) {
                Thread.sleep(copy == null ? FIRST_MILLIS : EVERY_MILLIS);
                refresh();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        refresher.interrupt();
    }
}
