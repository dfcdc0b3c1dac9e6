package dev.skillpod.app.logging;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** Writes log events by the pattern, or as JSON when the format says so. */
public final class LineEncoder extends PatternLayoutEncoder {
    private boolean json;

    /** Sets {@code json} or {@code text}, in any case; anything else is text. */
    public void setFormat(String format) {
        json = format.strip().equalsIgnoreCase("json");
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return json ? JsonLine.of(event).getBytes(StandardCharsets.UTF_8) : super.encode(event);
    }
}
