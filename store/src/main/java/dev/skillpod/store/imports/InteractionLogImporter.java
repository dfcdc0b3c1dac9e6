package dev.skillpod.store.imports;

import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.store.imports.LineReader.Line;
import dev.skillpod.store.json.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Imports a plain log of {@code user item [value [time]]} as events of one tenant, and an item that is no content yet as a
 * content titled with its id.
 *
 * <p>Event ids are hashes of user, item and time, so that importing twice changes nothing; of two rows that agree in all
 * three, the first counts.
 */
final class InteractionLogImporter {
    private final ImportRun run;
    private final String tenant;

    InteractionLogImporter(ImportRun run) {
        this.run = run;
        String given = run.options().tenant();
        if (given == null) {
            throw new ImportException("tenant: must be given for an interaction log, was missing");
        }
        this.tenant = given;
    }

    void run(Path path) {
        LogLayout layout = layout(path);
        FileTally tally = run.tally(path);
        tally.note("values read as " + layout.values() + (layout.value() < 0 ? " (there is no value column)" : ""));
        if (layout.time() < 0) {
            tally.note("no time column: events are dated " + Instant.EPOCH);
        }
        var items = new LogItems(run);
        Batch<LearnerEvent> batch =
                new Batch<>(tally, run.options().batchSize(), true, LearnerEvent::eventId, events -> {
                    items.store(events);
                    run.sink().events(events);
                });
        try (LineReader lines = run.open(path)) {
            try {
                rows(layout, lines, tally, batch);
            } catch (IOException e) {
                tally.fail(ImportRun.reason(e) + " (after line " + lines.number() + ")");
            }
        } catch (IOException e) {
            tally.fail(ImportRun.reason(e));
        }
        batch.flush();
    }

    private LogLayout layout(Path path) {
        try (LineReader lines = run.quiet().open(path)) {
            return LogLayout.of(path.toString(), lines, run.options().logValues());
        } catch (IOException e) {
            throw new ImportException(path + ": " + ImportRun.reason(e), e);
        }
    }

    private void rows(LogLayout layout, LineReader lines, FileTally tally, Batch<LearnerEvent> batch)
            throws IOException {
        var parser = new LogRows(layout, tenant);
        boolean header = layout.header();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.problem() == null && line.text().isBlank()) {
                continue;
            }
            if (header) {
                header = false;
                continue;
            }
            long number = line.number();
            tally.read();
            if (line.problem() != null) {
                tally.reject(line.number(), line.problem());
                continue;
            }
            switch (parser.events(line.text())) {
                case Checked.Valid<List<LearnerEvent>> valid ->
                    valid.value().forEach(event -> batch.add(number, event));
                case Checked.Invalid<List<LearnerEvent>> invalid -> tally.reject(number, invalid.message());
            }
        }
    }
}
