package dev.skillpod.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL programs, unpacked once.
 *
 * <p>The cache directory is named after the archive's checksum, so that a new version unpacks beside the old one. It is
 * filled under another name and renamed when complete: a process that is killed while unpacking leaves nothing that looks
 * usable, and two processes that unpack at once do not disturb each other.
 */
final class PostgresBinaries {
    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private final Path directory;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    /** Unpacks the programs for this machine below {@code cache}, unless they are there already. */
    static PostgresBinaries unpackedIn(Path cache) throws IOException {
        URL archive = archive();
        Path target = cache.resolve("postgres-" + checksum(archive)).toAbsolutePath();
        if (!Files.isDirectory(target)) {
            log.info("unpacking PostgreSQL into {}", target);
            Files.createDirectories(cache);
            Path temporary = Files.createTempDirectory(cache, "unpacking-");
            try {
                unpack(archive, temporary);
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
                rename(temporary, target);
            } finally {
                EmbeddedFiles.deleteTree(temporary);
            }
        }
        return new PostgresBinaries(target);
    }

    /** Returns the path of a program, such as {@code postgres} or {@code initdb}. */
    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        boolean musl = Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
                && !Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"));
        String name = "postgres-" + (system.startsWith("mac") ? "darwin" : system) + "-" + machine
                + (musl ? "-alpine_linux" : "") + ".txz";
        URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new EmbeddedDatabaseException("there is no embedded PostgreSQL for this system (" + system + ", "
                    + machine + (musl ? ", musl" : "") + "): set DATABASE_URL to a PostgreSQL of your own");
        }
        return archive;
    }

    /** Takes the checksum from the jar's table of contents where there is one; reading the archive would cost 50 ms. */
    private static String checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            if (entry != null && entry.getCrc() >= 0 && entry.getSize() >= 0) {
                return name(entry.getCrc(), entry.getSize());
            }
        }
        var crc = new CRC32();
        long size = 0;
        try (InputStream in = archive.openStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
                size += n;
            }
        }
        return name(crc.getValue(), size);
    }

    private static String name(long crc, long size) {
        return HexFormat.of().toHexDigits((int) crc) + "-" + size;
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("archive entry outside its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolve("..").normalize());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(file, into.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, permissions((entry.getMode() & 0100) != 0));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(to)) { // otherwise another process was first
                throw e;
            }
        }
    }
}
