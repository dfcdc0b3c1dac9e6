package dev.skillpod.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log event as one line of JSON: {@code timestamp, level, logger, thread, message}; in a request {@code request_id, trace_id,
 * span_id, calling_service}; with an exception {@code error_type, error_message, stack_trace}. Nothing else of the log context
 * gets in.
 */
final class JsonLine {
    /** Names in the log context, and what they are called here. */
    private static final Map<String, String> CONTEXT = Map.of(
            "request_id", "request_id",
            "traceId", "trace_id",
            "spanId", "span_id",
            "calling_service", "calling_service");

    private final StringBuilder line = new StringBuilder(256);

    private JsonLine() {}

    static String of(ILoggingEvent event) {
        var json = new JsonLine();
        json.line.append('{');
        json.field("timestamp", event.getInstant().toString());
        json.field("level", event.getLevel().toString());
        json.field("logger", event.getLoggerName());
        json.field("thread", event.getThreadName());
        json.field("message", event.getFormattedMessage());
        Map<String, String> context = event.getMDCPropertyMap();
        CONTEXT.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(name -> json.field(name.getValue(), context.get(name.getKey())));
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            json.field("error_type", thrown.getClassName());
            json.field("error_message", thrown.getMessage());
            json.field("stack_trace", ThrowableProxyUtil.asString(thrown));
        }
        json.line.setLength(json.line.length() - 1);
        return json.line.append("}\n").toString();
    }

    private void field(String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        line.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            escaped(value.charAt(i));
        }
        line.append("\",");
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                    line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
