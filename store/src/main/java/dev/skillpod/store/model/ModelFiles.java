package dev.skillpod.store.model;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Versions of trained models in a directory. Thread-safe, also between processes: a version appears complete or not at
 * all, and readers see either the old or the new current one.
 */
public final class ModelFiles {
    private static final Pattern MODEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{8}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String CURRENT = "current";
    static final String UNFINISHED = ".saving-";
    private static final long MAX_MANIFEST_BYTES = 1 << 20;
    private static final long MAX_FILE_BYTES = 1 << 30;

    private final Path root;
    private final InstantSource clock;
    private final String unfinishedPrefix;

    /** Uses a directory, which is made when the first model is saved. */
    public ModelFiles(Path root, InstantSource clock) {
        this(root, clock, "");
    }

    /**
     * Uses a directory for a process that may be killed while it saves.
     *
     * @param savingAs marks what this process has not finished saving, for {@link UnfinishedVersions}; letters, digits and
     *     hyphens, empty for no mark
     */
    public ModelFiles(Path root, InstantSource clock, String savingAs) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.unfinishedPrefix = UNFINISHED + (savingAs.isEmpty() ? "" : savingAs + UnfinishedVersions.END_OF_MARK);
    }

    /**
     * Saves a new version and makes it the current one.
     *
     * @param model the model's name: lower-case letters, digits and hyphens
     * @param files contents by name: letters, digits, dot, hyphen and underscore; at least one
     * @return the version: time in UTC and a fingerprint of the content, such as {@code 20261123-101500-ab12cd34}
     */
    public String save(String model, Map<String, byte[]> files, Provenance provenance) {
        String version = stage(model, files, provenance);
        promote(model, version);
        return version;
    }

    /** Saves a new version without making it the current one; otherwise like {@link #save}. */
    public String stage(String model, Map<String, byte[]> files, Provenance provenance) {
        Path directory = directory(model);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files must not be empty");
        }
        files.keySet().forEach(ModelFiles::requireFileName);
        var sorted = new TreeMap<>(files);
        var manifest = new Manifest(
                Manifest.FORMAT,
                model,
                sorted.entrySet().stream()
                        .map(e -> Manifest.Entry.of(e.getKey(), e.getValue()))
                        .toList(),
                provenance);
        byte[] json = manifest.json();
        String version = TIME.format(clock.instant()) + "-" + Manifest.fingerprint(Manifest.sha256(json));
        try {
            Files.createDirectories(directory);
            Path unfinished = Files.createTempDirectory(directory, unfinishedPrefix);
            try {
                for (var file : sorted.entrySet()) {
                    writeDurably(unfinished.resolve(file.getKey()), file.getValue());
                }
                writeDurably(unfinished.resolve(Manifest.FILE), json);
                syncDirectory(unfinished);
                rename(unfinished, directory.resolve(version));
                syncDirectory(directory);
            } finally {
                deleteDirectory(unfinished);
            }
            return version;
        } catch (IOException e) {
            throw failure("save", model, e);
        }
    }

    /**
     * Makes a saved version the current one.
     *
     * @throws CorruptModelException when that version cannot be loaded; the current one stays
     */
    public void promote(String model, String version) {
        load(model, version);
        Path directory = directory(model);
        try {
            Path pointer = Files.createTempFile(directory, unfinishedPrefix, null);
            try {
                writeDurably(pointer, (version + "\n").getBytes(StandardCharsets.UTF_8));
                Files.move(
                        pointer,
                        directory.resolve(CURRENT),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(pointer);
            }
        } catch (IOException e) {
            throw failure("promote", model, e);
        }
    }

    /**
     * Loads the current version of a model.
     *
     * @return empty when none was ever saved
     * @throws CorruptModelException when it is not what was saved
     */
    public Optional<StoredModel> current(String model) {
        return currentVersion(model).map(version -> load(model, version));
    }

    /** Returns the current version's name without loading it. */
    public Optional<String> currentVersion(String model) {
        Path pointer = directory(model).resolve(CURRENT);
        try {
            String version =
                    Files.size(pointer) > 100 ? "" : Files.readString(pointer).strip();
            if (!VERSION.matcher(version).matches()) {
                throw new CorruptModelException(model, CURRENT, "does not name a version");
            }
            return Optional.of(version);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CorruptModelException(model, CURRENT, "cannot be read", e);
        }
    }

    /**
     * Loads a version.
     *
     * @throws CorruptModelException when it is not what was saved
     */
    public StoredModel load(String model, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("version must be like 20261123-101500-ab12cd34, was " + version);
        }
        Path directory = directory(model).resolve(version);
        String name = model + "/" + version;
        requireFolder(directory, name);
        byte[] json = read(directory.resolve(Manifest.FILE), name, -1, MAX_MANIFEST_BYTES);
        String sha256 = Manifest.sha256(json);
        if (!version.endsWith(Manifest.fingerprint(sha256))) {
            throw new CorruptModelException(name, Manifest.FILE, "was altered: it does not match the version");
        }
        Manifest manifest = manifest(json, name);
        if (manifest.format() != Manifest.FORMAT || !manifest.model().equals(model)) {
            throw new CorruptModelException(name, Manifest.FILE, "was altered: it does not match the version");
        }
        var files = new HashMap<String, byte[]>();
        for (Manifest.Entry entry : manifest.files()) {
            if (!isFileName(entry.name())) {
                throw new CorruptModelException(name, entry.name(), "is not a legal file name");
            }
            byte[] content = read(directory.resolve(entry.name()), name, entry.bytes(), MAX_FILE_BYTES);
            if (!Manifest.sha256(content).equals(entry.sha256())) {
                throw new CorruptModelException(name, entry.name(), "was altered: its SHA-256 is another");
            }
            files.put(entry.name(), content);
        }
        return new StoredModel(model, version, sha256, manifest.provenance(), files);
    }

    /** Returns the saved versions of a model, newest first; whether they are sound is not checked. */
    public List<String> versions(String model) {
        Path directory = directory(model);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(VERSION.asMatchPredicate())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw failure("list", model, e);
        }
    }

    /**
     * Deletes all but the newest versions; the current one always stays.
     *
     * @param keep versions to keep, at least 1
     * @return the versions deleted
     */
    public List<String> prune(String model, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("keep must be at least 1, was " + keep);
        }
        String current = currentVersion(model).orElse("");
        List<String> old = versions(model).stream()
                .skip(keep)
                .filter(version -> !version.equals(current))
                .toList();
        try {
            for (String version : old) {
                deleteDirectory(directory(model).resolve(version));
            }
        } catch (IOException e) {
            throw failure("prune", model, e);
        }
        return old;
    }

    /** A version is a folder of its own: a link could lead anywhere. */
    private static void requireFolder(Path directory, String name) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new CorruptModelException(
                    name,
                    Manifest.FILE,
                    Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                            ? "cannot be read: the version is not a plain folder"
                            : "is missing");
        }
    }

    private static Manifest manifest(byte[] json, String name) {
        try {
            return Manifest.parse(json)
                    .orElseThrow(() -> new CorruptModelException(name, Manifest.FILE, "is malformed: it is null"));
        } catch (JacksonException e) {
            throw new CorruptModelException(name, Manifest.FILE, "is malformed: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads a plain file of an exact length, or of any length up to the limit when {@code bytes} is -1. */
    private static byte[] read(Path path, String name, long bytes, long limit) {
        String file = path.getFileName().toString();
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new CorruptModelException(name, file, "is missing");
            }
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new CorruptModelException(name, file, "is not a plain file");
            }
            long length = Files.size(path);
            if (length > limit || (bytes >= 0 && length != bytes)) {
                throw new CorruptModelException(
                        name,
                        file,
                        "must be " + (bytes >= 0 ? bytes : "at most " + limit) + " bytes long, was " + length);
            }
            byte[] content = Files.readAllBytes(path);
            if (content.length != length) {
                throw new CorruptModelException(name, file, "changed while it was read");
            }
            return content;
        } catch (IOException e) {
            throw new CorruptModelException(name, file, "cannot be read", e);
        }
    }

    private static void writeDurably(Path path, byte[] content) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes names durable; systems that cannot open folders do it by themselves. */
    private static void syncDirectory(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not every system lets folders be opened
        }
    }

    /** Renames; the same content saved twice in a second has the same name and is there already. */
    private static void rename(Path unfinished, Path version) throws IOException {
        try {
            Files.move(unfinished, version, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(version)) {
                throw e;
            }
        }
    }

    private static void deleteDirectory(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private Path directory(String model) {
        if (!MODEL.matcher(model).matches()) {
            throw new IllegalArgumentException(
                    "model must be 1 to 64 lower-case letters, digits and hyphens, was " + model);
        }
        return root.resolve(model);
    }

    private static boolean isFileName(String name) {
        return FILE.matcher(name).matches() && !name.equals(Manifest.FILE);
    }

    private static void requireFileName(String name) {
        if (!isFileName(name)) {
            throw new IllegalArgumentException("file names must be letters, digits, '.', '-' and '_', starting with a"
                    + " letter or digit, and not " + Manifest.FILE + ", was " + name);
        }
    }

    private StoreException failure(String verb, String model, IOException e) {
        return new StoreException("cannot " + verb + " model " + model + " in " + root + ": " + e.getMessage(), e);
    }
}
