package dev.skillpod.store.imports;

import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.store.json.Texts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to import.
 *
 * @param format what the files look like
 * @param tenant the tenant of rows that name none; needed for interaction logs
 * @param dataSource the source of rows that name none
 * @param rejects a file to which every rejected row is written, or null
 * @param keptRejections how many rejected rows the report keeps, in [0, 100_000]
 * @param batchSize rows handed over at once, in [1, 100_000]
 * @param maxLineBytes the longest line that is read, in bytes, in [1_000, 64 Mi]
 * @param logValues what the values of an interaction log mean
 */
public record ImportOptions(
        ImportFormat format,
        @Nullable String tenant,
        DataSource dataSource,
        @Nullable Path rejects,
        int keptRejections,
        int batchSize,
        int maxLineBytes,
        LogValues logValues) {
    private static final ImportOptions DEFAULTS =
            new ImportOptions(ImportFormat.AUTO, null, DataSource.REAL, null, 100, 5_000, 1 << 20, LogValues.AUTO);

    public ImportOptions {
        within("keptRejections", keptRejections, 0, 100_000);
        within("batchSize", batchSize, 1, 100_000);
        within("maxLineBytes", maxLineBytes, 1_000, 64 << 20);
        if (tenant != null && (tenant.isBlank() || tenant.length() > Texts.MAX_ID)) {
            throw new IllegalArgumentException(
                    "tenant must be 1 to " + Texts.MAX_ID + " characters, was " + Texts.quoted(tenant));
        }
    }

    /** Returns the defaults: the format recognised, no tenant, observed data, batches of 5,000 rows, lines up to 1 MiB. */
    public static ImportOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these options with another format. */
    public ImportOptions withFormat(ImportFormat other) {
        return new ImportOptions(
                other, tenant, dataSource, rejects, keptRejections, batchSize, maxLineBytes, logValues);
    }

    /** Returns these options with another tenant. */
    public ImportOptions withTenant(@Nullable String other) {
        return new ImportOptions(
                format, other, dataSource, rejects, keptRejections, batchSize, maxLineBytes, logValues);
    }

    /** Returns these options with another source. */
    public ImportOptions withDataSource(DataSource other) {
        return new ImportOptions(format, tenant, other, rejects, keptRejections, batchSize, maxLineBytes, logValues);
    }

    /** Returns these options with another file for rejected rows. */
    public ImportOptions withRejects(@Nullable Path other) {
        return new ImportOptions(format, tenant, dataSource, other, keptRejections, batchSize, maxLineBytes, logValues);
    }

    /** Returns these options with another number of rejected rows in the report. */
    public ImportOptions withKeptRejections(int other) {
        return new ImportOptions(format, tenant, dataSource, rejects, other, batchSize, maxLineBytes, logValues);
    }

    /** Returns these options with another batch size. */
    public ImportOptions withBatchSize(int other) {
        return new ImportOptions(format, tenant, dataSource, rejects, keptRejections, other, maxLineBytes, logValues);
    }

    /** Returns these options with another longest line. */
    public ImportOptions withMaxLineBytes(int other) {
        return new ImportOptions(format, tenant, dataSource, rejects, keptRejections, batchSize, other, logValues);
    }

    /** Returns these options with another meaning of log values. */
    public ImportOptions withLogValues(LogValues other) {
        return new ImportOptions(format, tenant, dataSource, rejects, keptRejections, batchSize, maxLineBytes, other);
    }

    private static void within(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], was " + value);
        }
    }
}
