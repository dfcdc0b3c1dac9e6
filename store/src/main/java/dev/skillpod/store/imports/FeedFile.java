package dev.skillpod.store.imports;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a folder, recognised by its name.
 *
 * @param path where it is
 * @param kind what it holds
 * @param csv whether it is CSV, not NDJSON
 * @param area the area of its skills and roles that name none: the sub-folder's name in words, or {@code General}
 */
record FeedFile(Path path, FeedKind kind, boolean csv, String area) {
    private static final Pattern NAME =
            Pattern.compile("([a-z_]+)\\.(csv|ndjson|jsonl)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    /** Returns the file, when its name is a known one; {@code root} is the folder that is imported. */
    static Optional<FeedFile> of(Path root, Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        boolean csv = name.group(2).toLowerCase(Locale.ROOT).equals("csv");
        return FeedKind.named(name.group(1)).map(kind -> new FeedFile(path, kind, csv, area(root, path)));
    }

    private static String area(Path root, Path path) {
        Path folder = path.getParent();
        if (folder == null || path.equals(root) || folder.equals(root) || folder.getFileName() == null) {
            return "General";
        }
        String words = folder.getFileName().toString().replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? "General" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
