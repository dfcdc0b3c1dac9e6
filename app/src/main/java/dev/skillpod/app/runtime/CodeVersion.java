package dev.skillpod.app.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which program this is: version and commit as they were built, {@value #DEVELOPMENT} when they were not told. */
public final class CodeVersion {
    /** A program that was not built from a known commit. */
    public static final String DEVELOPMENT = "development";

    private static final String RESOURCE = "/dev/skillpod/app/code-version.properties";
    private static final String CURRENT = read();

    private CodeVersion() {}

    /** Returns such as {@code 0.1.0+36933f8}. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream in = CodeVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return DEVELOPMENT;
            }
            var properties = new Properties();
            properties.load(in);
            String commit = properties.getProperty("commit", "").strip();
            String version = properties.getProperty("version", "").strip();
            return commit.isEmpty() || commit.contains("$") ? DEVELOPMENT : version + "+" + commit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
