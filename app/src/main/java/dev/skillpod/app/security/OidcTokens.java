package dev.skillpod.app.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import dev.skillpod.app.access.Caller;
import dev.skillpod.app.access.Role;
import dev.skillpod.app.config.AccessSettings.Oidc;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads the tokens of an identity provider: signature by its published keys, issuer, audience, type and times by Spring Security,
 * roles and tenant from the claims that the settings name. Thread-safe.
 *
 * <p>The provider is asked at the first token, so that it need not be there when the service starts; afterwards when the keys are
 * {@link #KEPT} old, and when a token names a key that is not among them, but not whenever tokens want it ({@link ProviderKeys}).
 */
final class OidcTokens {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PREFIX = "skillpod:";
    private static final String ANY_TENANT = "*";

    private final Oidc oidc;
    private final ProviderKeys keys;
    private final JwtDecoder decoder;

    OidcTokens(Oidc oidc) {
        this.oidc = oidc;
        this.keys = new ProviderKeys(oidc.issuer());
        this.decoder = decoder(oidc, keys);
    }

    private static JwtDecoder decoder(Oidc oidc, ProviderKeys keys) {
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys)
                .cache(KEPT.toMillis(), PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(false) // the source limits itself, and counts what failed
                .build();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(source)
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(validator(oidc));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(Oidc oidc) {
        var times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        var type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        type.setAllowEmpty(true);
        var issuer = new JwtIssuerValidator(oidc.issuer());
        var audience = new JwtClaimValidator<@Nullable Collection<String>>(
                "aud", named -> named != null && named.contains(oidc.audience()));
        return JwtValidators.createDefaultWithValidators(List.of(times, type, issuer, audience));
    }

    /** Whether a text has the form of a token: three parts between dots. */
    static boolean looksLikeOne(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return text.startsWith("eyJ") && first > 0 && second > first && text.indexOf('.', second + 1) < 0;
    }

    /** Reads a token; one without a subject, a tenant or a role of ours opens nothing. */
    KeyRing.Found read(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            Set<Role> roles = roles(jwt);
            Optional<String> tenant = tenant(jwt);
            if (jwt.getSubject() == null || tenant.isEmpty() || roles.isEmpty()) {
                return new KeyRing.Found.None();
            }
            String only = tenant.get().equals(ANY_TENANT) ? null : tenant.get();
            return new KeyRing.Found.Good(new Caller("jwt:" + jwt.getSubject(), roles, only));
        } catch (BadJwtException e) {
            return new KeyRing.Found.None();
        } catch (JwtException e) {
            return notAmongTheKeys(e) ? new KeyRing.Found.None() : new KeyRing.Found.Later();
        }
    }

    /** Whether the token names a key that the provider did not have when it was asked a moment ago. */
    private boolean notAmongTheKeys(JwtException e) {
        return e.getCause() instanceof RateLimitReachedException && !keys.away();
    }

    private Optional<String> tenant(Jwt jwt) {
        return claim(jwt, oidc.tenantClaim()) instanceof String tenant && !tenant.isBlank()
                ? Optional.of(tenant)
                : Optional.empty();
    }

    private Set<Role> roles(Jwt jwt) {
        Object claim = claim(jwt, oidc.rolesClaim());
        Collection<?> named = List.of();
        if (claim instanceof Collection<?> many) {
            named = many;
        } else if (claim instanceof String text) {
            named = List.of(text.split(" "));
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (named.contains(PREFIX + role.wireName())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static @Nullable Object claim(Jwt jwt, String path) {
        if (jwt.getClaims().containsKey(path)) {
            return jwt.getClaims().get(path);
        }
        Object at = jwt.getClaims();
        for (String name : path.split("\\.")) {
            at = at instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return at;
    }
}
