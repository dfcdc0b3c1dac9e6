package dev.skillpod.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    @Test
    void nothingSetGivesTheDefaultsOfTheContract() {
        Settings settings = Settings.read(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.modelPath()).isEqualTo(Path.of("./models"));
        assertThat(settings.dataPath()).isEqualTo(Path.of("./data"));
        assertThat(settings.logLevel()).isEqualTo("INFO");
        assertThat(settings.serviceToken()).isEmpty();
        assertThat(settings.cacheTtl()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.corsOrigins()).isEmpty();
        assertThat(settings.starterWorld()).isTrue();
        assertThat(Setting.REDIS_URL.fallback()).isEqualTo("redis://localhost:6379");
        assertThat(Setting.EMBEDDING_MODEL.fallback()).isEqualTo("all-MiniLM-L6-v2");
    }

    @Test
    void everyVariableIsRead() {
        Settings settings = Settings.read(Map.ofEntries(
                Map.entry("PORT", " 9090 "),
                Map.entry("HOST", "::1"),
                Map.entry("DATABASE_URL", "postgres://u:p@h:5432/d"),
                Map.entry("MODEL_PATH", "/m"),
                Map.entry("DATA_PATH", "/d"),
                Map.entry("LOG_LEVEL", "debug"),
                Map.entry("ML_SERVICE_TOKEN", "secret"),
                Map.entry("CACHE_TTL_SECONDS", "60"),
                Map.entry("CORS_ORIGINS", "https://a.example, https://b.example,,"),
                Map.entry("STARTER_WORLD", "False"),
                Map.entry("LOG_FORMAT", "JSON"),
                Map.entry("DRAIN_SECONDS", "5"),
                Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"),
                Map.entry("EXPLORATION_SHARE", "0.2"),
                Map.entry("EMBEDDING_MODEL", "all-MiniLM-L6-v2"),
                Map.entry("ADMIN_KEY", "0123456789abcdef"),
                Map.entry("OIDC_ISSUER_URI", "https://idp.example"),
                Map.entry("OIDC_AUDIENCE", "skillpod"),
                Map.entry("OIDC_ROLES_CLAIM", "realm_access.roles"),
                Map.entry("OIDC_TENANT_CLAIM", "org"),
                Map.entry("RATE_LIMIT_PER_SECOND", "7"),
                Map.entry("REDIS_URL", "redis://elsewhere:1")));

        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.host()).isEqualTo("::1");
        assertThat(settings.databaseUrl()).hasValue("postgres://u:p@h:5432/d");
        assertThat(settings.modelPath()).isEqualTo(Path.of("/m"));
        assertThat(settings.dataPath()).isEqualTo(Path.of("/d"));
        assertThat(settings.logLevel()).isEqualTo("DEBUG");
        assertThat(settings.serviceToken()).hasValue("secret");
        assertThat(settings.cacheTtl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.corsOrigins()).containsExactly("https://a.example", "https://b.example");
        assertThat(settings.starterWorld()).isFalse();
        assertThat(settings.explorationShare()).isEqualTo(0.2);
        assertThat(settings.access().adminKey()).hasValue("0123456789abcdef");
        assertThat(settings.access().oidc())
                .hasValue(new AccessSettings.Oidc("https://idp.example", "skillpod", "realm_access.roles", "org"));
        assertThat(settings.access().rateLimit()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void aBlankVariableIsLikeNone(Setting setting) {
        assertThat(Settings.read(Map.of(setting.name(), " "))).isEqualTo(Settings.read(Map.of()));
    }

    /** Whoever sets a token means to be called from elsewhere; without one, only this machine may call. */
    @Test
    void theServiceListensToOthersOnlyWithAToken() {
        assertThat(Settings.read(Map.of("ML_SERVICE_TOKEN", "t")).host()).isEqualTo("0.0.0.0");
        assertThat(Settings.read(Map.of("ADMIN_KEY", "0123456789abcdef")).host())
                .isEqualTo("0.0.0.0");
        assertThat(Settings.read(Map.of("ML_SERVICE_TOKEN", "t", "HOST", "127.0.0.1"))
                        .host())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | 65536 | PORT must be a whole number in [0, 65535], was '65536'",
                "PORT | -1 | PORT must be a whole number in [0, 65535], was '-1'",
                "PORT | http | PORT must be a whole number in [0, 65535], was 'http'",
                "CACHE_TTL_SECONDS | 1.5 | CACHE_TTL_SECONDS must be a whole number in [0, 604800], was '1.5'",
                "CACHE_TTL_SECONDS | 604801 | CACHE_TTL_SECONDS must be a whole number in [0, 604800], was '604801'",
                "LOG_LEVEL | LOUD | LOG_LEVEL must be one of [DEBUG, ERROR, INFO, TRACE, WARN], was 'LOUD'",
                "STARTER_WORLD | maybe | STARTER_WORLD must be one of [false, true], was 'maybe'",
                "LOG_FORMAT | xml | LOG_FORMAT must be one of [json, text], was 'xml'",
                "DRAIN_SECONDS | -1 | DRAIN_SECONDS must be a whole number in [0, 300], was '-1'",
                "EXPLORATION_SHARE | 0.6 | EXPLORATION_SHARE must be a number in [0, 0.5], was '0.6'",
                "RETRAIN_CRON | daily | RETRAIN_CRON must be six fields (second minute hour day month weekday) such as"
                        + " '0 30 3 * * *', was 'daily'",
                "RETRAIN_WHEN_STALE | 0 | RETRAIN_WHEN_STALE must be a number in (0, 100], was '0'",
                "RETRAIN_MEMORY_MB | 100 | RETRAIN_MEMORY_MB must be a whole number in [256, 65536], was '100'",
                "EXPLORATION_SHARE | NaN | EXPLORATION_SHARE must be a number in [0, 0.5], was 'NaN'",
                "OTEL_EXPORTER_OTLP_ENDPOINT | nope | OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as"
                        + " http://localhost:4318, was 'nope'",
                "OTEL_EXPORTER_OTLP_ENDPOINT | tcp://a:1 | OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as"
                        + " http://localhost:4318, was 'tcp://a:1'",
                "ADMIN_KEY | short | ADMIN_KEY must have at least 16 characters; `openssl rand -hex 32` makes one",
                "OIDC_ISSUER_URI | https://a | OIDC_ISSUER_URI and OIDC_AUDIENCE must be set together: a token for"
                        + " another service must not open this one",
                "RATE_LIMIT_PER_SECOND | -1 | RATE_LIMIT_PER_SECOND must be a whole number in [0, 1000000], was '-1'",
                "EMBEDDING_MODEL | other | EMBEDDING_MODEL must be one of [all-MiniLM-L6-v2], was 'other'"
            })
    void aBadValueIsToldWithVariableRangeAndValue(String variable, String value, String message) {
        assertThatThrownBy(() -> Settings.read(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void secretsAreNotPrinted() {
        Settings settings = Settings.read(Map.of(
                "ML_SERVICE_TOKEN",
                "geheim",
                "ADMIN_KEY",
                "sehr geheimer schluessel",
                "DATABASE_URL",
                "postgresql://u:passwort@db:5432/x"));

        assertThat(settings.toString())
                .doesNotContain("geheim", "passwort", "schluessel")
                .contains("port=8080", "serviceToken=set", "databaseUrl=set");
    }
}
