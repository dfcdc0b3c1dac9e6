package dev.skillpod.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Loads LightGBM's native code, once. */
final class NativeLibrary {
    private static final String TEMPORARY_DIRECTORY = "java.io.tmpdir";
    private static final String MISSING_OPENMP =
            "LightGBM needs the OpenMP runtime libgomp, which cannot be loaded; install it (Debian and Ubuntu: apt-get"
                    + " install libgomp1, Fedora: dnf install libgomp, Alpine: apk add libgomp)";

    private static boolean loaded;

    private NativeLibrary() {}

    /**
     * Loads the library, or does nothing when it is loaded.
     *
     * @throws MissingNativeLibraryException when it cannot be loaded
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String platform = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        if (platform.toLowerCase(Locale.ROOT).startsWith("linux")) {
            requireOpenMp();
        }
        try {
            unpackAndLoad();
        } catch (LinkageError | IOException e) {
            throw new MissingNativeLibraryException(
                    "LightGBM's native library cannot be loaded (" + platform + "): " + firstLine(e), e);
        }
        if (!LGBMBooster.isNativeLoaded()) {
            throw new MissingNativeLibraryException(
                    "LightGBM's native library cannot be loaded (" + platform + "); the log says why", null);
        }
        loaded = true;
    }

    /** Asks for libgomp by itself, since the binding buries its absence in a page of log lines and goes on. */
    @SuppressWarnings("restricted")
    private static void requireOpenMp() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgomp.so.1", arena);
        } catch (IllegalArgumentException e) {
            throw new MissingNativeLibraryException(MISSING_OPENMP, e);
        }
    }

    /*
     * The binding unpacks its libraries to fixed names in java.io.tmpdir and overwrites what is there. Two processes that
     * train on one machine would pull the mapped file from under each other and crash, and in a shared directory anybody
     * could lay a trap under that name. So it is shown a new, private directory for as long as it loads. The JDK's own
     * temporary files are not affected: it reads the property once, at the first of them, which is made here beforehand.
     */
    private static void unpackAndLoad() throws IOException {
        Path directory = Files.createTempDirectory("skillpod-lightgbm-");
        String shared = System.setProperty(TEMPORARY_DIRECTORY, directory.toString());
        try {
            LGBMBooster.loadNative();
        } finally {
            System.setProperty(TEMPORARY_DIRECTORY, shared);
            discard(directory);
        }
    }

    /** Deletes the unpacked files; a library that is loaded stays loaded. Where that is not allowed, at exit. */
    private static void discard(Path directory) throws IOException {
        directory.toFile().deleteOnExit();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        }
        if (!directory.toFile().delete()) {
            directory.toFile().deleteOnExit();
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
