package dev.skillpod.app.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * The keys that an identity provider signs with, fetched from where its discovery document says. Whether it answered or not, it is
 * left in peace for {@link #REST} afterwards. Thread-safe.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(5);

    private final String issuer;
    private final RestClient http;
    private volatile boolean away;
    private volatile long restsUntil = System.nanoTime();

    ProviderKeys(String issuer) {
        this.issuer = issuer;
        var connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(PATIENCE);
        connections.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(connections).build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator known, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        if (System.nanoTime() - restsUntil < 0) {
            throw new RateLimitReachedException();
        }
        try {
            JWKSet keys = JWKSet.parse(get(place()));
            away = false;
            return keys;
        } catch (RuntimeException | ParseException e) {
            if (!away) {
                LOG.warn("the keys of {} cannot be read: {}", issuer, e.getMessage());
            }
            away = true;
            throw new JWKSetRetrievalException("the keys of " + issuer + " cannot be read", e);
        } finally {
            restsUntil = System.nanoTime() + REST.toNanos();
        }
    }

    /** Returns whether the provider did not give its keys when it was last asked. */
    boolean away() {
        return away;
    }

    private URI place() throws ParseException {
        Map<String, Object> discovered = JSONObjectUtils.parse(discovery());
        if (!issuer.equals(discovered.get("issuer"))) {
            throw new IllegalStateException("its discovery document is that of " + discovered.get("issuer"));
        }
        return Objects.requireNonNull(JSONObjectUtils.getURI(discovered, "jwks_uri"), "it names no jwks_uri");
    }

    /** Looks where OpenID Connect Discovery 1.0 (section 4) and RFC 8414 (sections 3 and 5) say. */
    private String discovery() {
        URI at = URI.create(issuer);
        String path = at.getRawPath().replaceAll("/+$", "");
        for (String document : List.of(
                path + "/.well-known/openid-configuration",
                "/.well-known/openid-configuration" + path,
                "/.well-known/oauth-authorization-server" + path)) {
            try {
                return get(at.resolve(document));
            } catch (HttpClientErrorException e) {
                LOG.debug("not at {}: {}", document, e.getMessage());
            }
        }
        throw new IllegalStateException("it has no discovery document");
    }

    private String get(URI uri) {
        return Objects.requireNonNullElse(http.get().uri(uri).retrieve().body(String.class), "");
    }

    @Override
    public void close() {}
}
