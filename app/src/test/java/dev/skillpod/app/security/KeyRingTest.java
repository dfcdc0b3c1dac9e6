package dev.skillpod.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.access.Caller;
import dev.skillpod.app.access.KeyText;
import dev.skillpod.app.access.Role;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.inmemory.InMemoryAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final InMemoryAccess store = new InMemoryAccess();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");

    private KeyRing ring(Map<String, String> environment) {
        return new KeyRing(Settings.read(environment), store, store, () -> now);
    }

    private static Caller good(KeyRing.Found found) {
        return ((KeyRing.Found.Good) found).caller();
    }

    @Test
    void aStoredKeyIsKnownAfterTheNextLookAndRevokedAfterTheOneAfter() {
        KeyRing ring = ring(Map.of());
        ring.refresh();
        String key = store.make(Role.CALLER, "acme");
        assertThat(ring.find(key)).isInstanceOf(KeyRing.Found.None.class);

        ring.refresh();
        assertThat(good(ring.find(key)).tenantId()).isEqualTo("acme");
        assertThat(ring.find(key.substring(0, 59) + '!')).isInstanceOf(KeyRing.Found.None.class);

        store.revoke(KeyText.parse(key).orElseThrow().keyId());
        ring.refresh();
        assertThat(ring.find(key)).isInstanceOf(KeyRing.Found.None.class);
    }

    @Test
    void withoutTheStoreKnownKeysGoOnForAWhileAndUnknownOnesMustWait() {
        KeyRing ring = ring(Map.of("ML_SERVICE_TOKEN", "token"));
        String key = store.make(Role.CALLER, null);
        String unknown = KeyText.random().reveal();
        store.setAway(true);
        assertThat(ring.find(key)).isInstanceOf(KeyRing.Found.Later.class);
        store.setAway(false);
        ring.refresh();
        store.setAway(true);

        now = now.plus(KeyRing.FRESH).plusSeconds(1);
        ring.refresh();
        assertThat(ring.find(key)).isInstanceOf(KeyRing.Found.Good.class);
        assertThat(ring.find(unknown)).isInstanceOf(KeyRing.Found.Later.class);
        assertThat(ring.find("nonsense")).isInstanceOf(KeyRing.Found.None.class);

        now = now.plus(KeyRing.GRACE);
        ring.refresh();
        assertThat(ring.find(key)).isInstanceOf(KeyRing.Found.Later.class);
        assertThat(ring.find("token")).isInstanceOf(KeyRing.Found.Good.class);
    }

    @Test
    void onlyAServiceWithoutAnyKeyOnLoopbackIsOpen() {
        KeyRing open = ring(Map.of());
        store.setAway(true);
        assertThat(open.withoutKey()).isInstanceOf(KeyRing.Found.Later.class);
        store.setAway(false);
        assertThat(good(open.withoutKey()).may(Role.CALLER)).isTrue();
        assertThat(good(open.withoutKey()).may(Role.INGEST)).isTrue();
        assertThat(good(open.withoutKey()).may(Role.ADMIN)).isFalse();

        for (Map<String, String> guarded : java.util.List.of(
                Map.of("ML_SERVICE_TOKEN", "t", "HOST", "127.0.0.1"),
                Map.of("ADMIN_KEY", "0123456789abcdef", "HOST", "127.0.0.1"),
                Map.of("HOST", "0.0.0.0"),
                Map.of("OIDC_ISSUER_URI", "http://idp", "OIDC_AUDIENCE", "a", "HOST", "127.0.0.1"))) {
            KeyRing ring = ring(guarded);
            ring.refresh();
            assertThat(ring.withoutKey()).as(guarded.toString()).isInstanceOf(KeyRing.Found.None.class);
        }

        now = now.plus(KeyRing.GRACE);
        store.setAway(true);
        open.refresh();
        assertThat(open.withoutKey()).isInstanceOf(KeyRing.Found.Good.class);
        now = now.plusSeconds(1);
        assertThat(open.withoutKey()).isInstanceOf(KeyRing.Found.Later.class);
        store.setAway(false);

        String key = store.make(Role.CALLER, null);
        open.refresh();
        assertThat(open.withoutKey()).isInstanceOf(KeyRing.Found.None.class);
        store.revoke(KeyText.parse(key).orElseThrow().keyId());
        open.refresh();
        assertThat(open.withoutKey()).as("the last key is revoked").isInstanceOf(KeyRing.Found.None.class);
    }

    @Test
    void theAdminKeyOfThisStartIsShownOnceAndOnlyWhenThereIsNoOther() {
        KeyRing ring = ring(Map.of("ML_SERVICE_TOKEN", "t"));
        ring.refresh();
        store.make(Role.CALLER, null);
        ring.refresh();
        assertThat(store.timesShown()).isEqualTo(1);
        assertThat(good(ring.find(store.adminKey().reveal())).roles()).containsExactly(Role.ADMIN);

        ring(Map.of("ADMIN_KEY", "0123456789abcdef")).refresh();
        store.make(Role.ADMIN, null);
        ring(Map.of()).refresh();
        assertThat(store.timesShown()).isEqualTo(1);
    }

    @Test
    void usesAreNotedOnceAMinute() {
        KeyRing ring = ring(Map.of());
        String key = store.make(Role.CALLER, null);
        ring.refresh();
        ring.find(key);
        Instant first = now;
        ring.refresh();
        now = now.plusSeconds(30);
        ring.find(key);
        ring.refresh();
        assertThat(store.uses()).containsValue(first);
        now = now.plus(Duration.ofSeconds(31));
        ring.refresh();
        assertThat(store.uses()).containsValue(first.plusSeconds(30));
    }

    @Test
    void aKeyTellsNothingOfItsSecret() {
        KeyText key = KeyText.random();
        String secret = key.reveal().substring(17);
        assertThat(key.reveal()).matches("skp_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(key.toString()).doesNotContain(secret).contains(key.keyId());
        assertThat(key.stored(Role.ADMIN, null, "n", now, "b").toString()).doesNotContain(secret);
        assertThat(KeyText.parse(key.reveal()).orElseThrow().hash()).isEqualTo(key.hash());
        for (String no : new String[] {
            "", "skp_", key.reveal() + "x", key.reveal().replace("skp_", "sk__"), "skp_ABCDEFGHIJKL_" + secret
        }) {
            assertThat(KeyText.parse(no)).isEmpty();
        }
    }
}
