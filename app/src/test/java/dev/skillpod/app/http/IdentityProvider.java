package dev.skillpod.app.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID provider on this machine, with a key made for the test. */
final class IdentityProvider {
    static final String AUDIENCE = "skillpod";

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean away;

    IdentityProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}".formatted(issuer(), issuer()));
        answer("/jwks", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    private void answer(String path, String json) {
        server.createContext(path, (HttpExchange exchange) -> {
            requests.incrementAndGet();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Fails to answer, until it is there again. */
    void setAway(boolean away) {
        this.away = away;
    }

    /** How often it was asked for its discovery document or its keys. */
    int requests() {
        return requests.get();
    }

    /** A good token with more claims; a claim of the value null is left out. */
    String token(Map<String, Object> claims) {
        return signed(claims, key, new JWSHeader.Builder(JWSAlgorithm.RS256));
    }

    /** A token of a type. */
    String token(String type, Map<String, Object> claims) {
        return signed(claims, key, new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType(type)));
    }

    /** A token that says it was signed by a key that does not exist. */
    String ofUnknownKey(String keyId, Map<String, Object> claims) {
        return signed(claims, new RSAKey.Builder(key).keyID(keyId).build(), new JWSHeader.Builder(JWSAlgorithm.RS256));
    }

    /** A token that another key signed, under the same key id. */
    String forged(Map<String, Object> claims) {
        try {
            return signed(
                    claims,
                    new RSAKeyGenerator(2048).keyID("k1").generate(),
                    new JWSHeader.Builder(JWSAlgorithm.RS256));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token without a signature. */
    String unsigned(Map<String, Object> claims) {
        return new PlainJWT(set(claims)).serialize();
    }

    private String signed(Map<String, Object> claims, RSAKey by, JWSHeader.Builder header) {
        try {
            var jwt = new SignedJWT(header.keyID(by.getKeyID()).build(), set(claims));
            jwt.sign(new RSASSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet set(Map<String, Object> claims) {
        var all = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("ada")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        claims.forEach(all::claim);
        return all.build();
    }
}
