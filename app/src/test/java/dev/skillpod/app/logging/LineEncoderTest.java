package dev.skillpod.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineEncoderTest {
    private final LoggerContext context = new LoggerContext();

    LineEncoderTest() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void jsonCarriesTheRequestAndNothingElseOfTheContext() {
        LoggingEvent event = event("slow: {} ms", null, 120);
        event.setMDCPropertyMap(Map.of(
                "request_id",
                "r-1",
                "traceId",
                "t-1",
                "spanId",
                "s-1",
                "calling_service",
                "learning",
                "token",
                "secret"));

        JsonNode line = json(event);

        assertThat(line.propertyNames())
                .containsExactly(
                        "timestamp",
                        "level",
                        "logger",
                        "thread",
                        "message",
                        "calling_service",
                        "request_id",
                        "span_id",
                        "trace_id");
        assertThat(line.path("message").asString()).isEqualTo("slow: 120 ms");
        assertThat(line.path("request_id").asString()).isEqualTo("r-1");
        assertThat(line.path("trace_id").asString()).isEqualTo("t-1");
        assertThat(line.path("level").asString()).isEqualTo("WARN");
    }

    @Test
    void whateverIsLoggedStaysOneLineOfLegalJson() {
        var nasty = new StringBuilder("\"\\\r\n\t/<>\u2028\uD800 😀 ");
        for (char c = 0; c < 64; c++) {
            nasty.append(c);
        }
        LoggingEvent event = event(nasty.toString(), new IllegalStateException("a\nb\"c"));

        String text = encode(event, "JSON");
        JsonNode line = JsonMapper.shared().readTree(text);

        assertThat(text).endsWith("}\n").satisfies(t -> assertThat(t.lines()).hasSize(1));
        assertThat(line.path("message").asString()).isEqualTo(nasty.toString());
        assertThat(line.path("error_type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.path("error_message").asString()).isEqualTo("a\nb\"c");
        assertThat(line.path("stack_trace").asString()).contains("at dev.skillpod.app.logging.LineEncoderTest");
    }

    @Test
    void textFollowsThePattern() {
        assertThat(encode(event("hello", null), "text")).isEqualTo("WARN hello");
    }

    private JsonNode json(LoggingEvent event) {
        return JsonMapper.shared().readTree(encode(event, "json"));
    }

    private String encode(LoggingEvent event, String format) {
        var encoder = new LineEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %msg");
        encoder.setFormat(format);
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private LoggingEvent event(String message, Throwable thrown, Object... arguments) {
        return new LoggingEvent(
                "caller", context.getLogger("dev.skillpod.Test"), Level.WARN, message, thrown, arguments);
    }
}
