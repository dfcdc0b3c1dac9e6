package dev.skillpod.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in PostgreSQL's COPY text format: columns in order, then {@link #end}. Values must have been checked (no NUL,
 * no lone surrogates). Not thread-safe.
 */
final class CopyRows {
    private static final int FLUSH_CHARS = 1 << 16;

    private final CopyIn out;
    private final StringBuilder text = new StringBuilder(FLUSH_CHARS + 4096);
    private boolean firstColumn = true;

    CopyRows(CopyIn out) {
        this.out = out;
    }

    /** Writes any number of rows. */
    @FunctionalInterface
    interface Source {
        void writeTo(CopyRows rows) throws SQLException, IOException;
    }

    CopyRows text(@Nullable String value) {
        next();
        if (value == null) {
            text.append("\\N");
        } else {
            for (int i = 0; i < value.length(); i++) {
                character(value.charAt(i));
            }
        }
        return this;
    }

    CopyRows name(@Nullable Enum<?> value) {
        return text(value == null ? null : value.name());
    }

    CopyRows number(@Nullable Number value) {
        next();
        if (value == null) {
            text.append("\\N");
        } else {
            text.append(value);
        }
        return this;
    }

    CopyRows time(Instant value) {
        next();
        text.append(FieldCheck.stored(value));
        return this;
    }

    CopyRows array(@Nullable List<String> values) {
        next();
        if (values == null) {
            text.append("\\N");
            return this;
        }
        text.append('{');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"");
            String value = values.get(i);
            for (int j = 0; j < value.length(); j++) {
                char c = value.charAt(j);
                if (c == '"' || c == '\\') {
                    character('\\');
                }
                character(c);
            }
            text.append('"');
        }
        text.append('}');
        return this;
    }

    CopyRows integers(List<@Nullable Integer> values) {
        next();
        text.append('{');
        for (int i = 0; i < values.size(); i++) {
            Integer value = values.get(i);
            text.append(i == 0 ? "" : ",").append(value == null ? "NULL" : value.toString());
        }
        text.append('}');
        return this;
    }

    void end() throws SQLException {
        text.append('\n');
        firstColumn = true;
        if (text.length() > FLUSH_CHARS) {
            flush();
        }
    }

    void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        out.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void next() {
        if (!firstColumn) {
            text.append('\t');
        }
        firstColumn = false;
    }

    private void character(char c) {
        switch (c) {
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append(c);
        }
    }
}
