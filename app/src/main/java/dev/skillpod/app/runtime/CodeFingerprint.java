package dev.skillpod.app.runtime;

import dev.skillpod.cache.Fingerprint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names the code of this process: another build may answer the same question differently, so answers of one are not given by
 * another. The same jars have the same name everywhere; classes that lie in folders, in development, belong to this process alone.
 */
final class CodeFingerprint {
    private static final Pattern OURS = Pattern.compile("skillpod.*\\.jar");

    /** The name. */
    static final String NAME = name();

    private CodeFingerprint() {}

    private static String name() {
        var contents = new TreeMap<String, byte[]>();
        try {
            Path home = Path.of(CodeFingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(home)) {
                return UUID.randomUUID().toString();
            }
            read(home.toFile(), contents);
            File[] libraries = home.resolveSibling("lib")
                    .toFile()
                    .listFiles((d, name) -> OURS.matcher(name).matches());
            for (File library : libraries == null ? new File[0] : libraries) {
                read(library, contents);
            }
        } catch (IOException | java.net.URISyntaxException | RuntimeException e) {
            return UUID.randomUUID().toString();
        }
        return Fingerprint.of(contents);
    }

    private static void read(File jar, TreeMap<String, byte[]> contents) throws IOException {
        contents.put(jar.getName(), Files.readAllBytes(jar.toPath()));
    }
}
