package dev.skillpod.store.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file's rows; {@code read = accepted + rejected + skipped}.
 *
 * @param file the file
 * @param read rows in it, without header and blank lines
 * @param accepted rows that are stored now, those that were stored before included
 * @param rejected rows that break a rule
 * @param skipped good rows that the import has no use for, by its documented rules
 * @param notes what a reader should know: unknown columns, how values were understood
 * @param failure why reading stopped before the end, or null when it did not
 */
public record FileReport(
        String file,
        long read,
        long accepted,
        long rejected,
        long skipped,
        List<String> notes,
        @Nullable String failure) {
    public FileReport {
        notes = List.copyOf(notes);
    }
}
