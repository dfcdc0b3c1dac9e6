package dev.skillpod.app.tracing;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.app.log.IdIndex;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file of responses: a header line, then one response per row; the rows of a learner are in time order, those of several
 * may be mixed.
 *
 * @param log the responses; learners in order of first appearance
 * @param rowOf for each row of the file, its row in the log
 */
public record ResponseFile(ResponseLog log, int[] rowOf) {
    private static final int MOST_FIELDS = 1000;
    private static final int REPORT_EVERY = 100_000;

    /**
     * Reads a file.
     *
     * @param items numbers the items; ids that are not known yet get new numbers
     * @param skills numbers the skills likewise
     * @throws IllegalArgumentException when a row is not as described, or there is none
     */
    public static ResponseFile read(Path file, IdIndex items, IdIndex skills, Progress progress) {
        var users = new IdIndex();
        var builder = new ResponseLogBuilder();
        var learners = new int[1024];
        try (FieldReader reader = FieldReader.open(file, MOST_FIELDS)) {
            ResponseColumns columns = ResponseColumns.read(reader);
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                if (builder.size() == learners.length) {
                    learners = Arrays.copyOf(learners, 2 * learners.length);
                }
                int learner = users.add(columns.user(row.get()));
                learners[builder.size()] = learner;
                Question question = columns.question(row.get(), items, skills);
                builder.add(learner, question, columns.correct(row.get()));
                if (builder.size() % REPORT_EVERY == 0) {
                    progress.report("reading " + file.getFileName(), builder.size(), 0);
                }
            }
            if (builder.size() == 0) {
                throw new IllegalArgumentException(
                        "file '" + file + "' must have at least one response below its header, had none");
            }
        }
        ResponseLog log = builder.build();
        return new ResponseFile(log, rows(log, learners));
    }

    private static int[] rows(ResponseLog log, int[] learners) {
        var next = new int[log.learners()];
        Arrays.setAll(next, log::start);
        var rows = new int[log.size()];
        Arrays.setAll(rows, i -> next[learners[i]]++);
        return rows;
    }
}
