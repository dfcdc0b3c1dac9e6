package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a statement that fails leaves in logs. */
class FailedStatementIT {
    private final String words = SharedDatabase.unique("in-the-learners-words");

    @Test
    void itTellsWhatIsWrongAndNothingOfTheLearner() throws Exception {
        var profile = new LearnerProfile(List.of(), List.of(words), null, null, null, 7);
        try (Database database = OwnedDatabase.open()) {
            try (var connection = Connections.open(database);
                    var statement = connection.createStatement()) {
                statement.execute("ALTER TABLE learners ADD CONSTRAINT not_seven CHECK (weekly_learning_hours <> 7)");
                statement.execute("ALTER TABLE jobs ADD CONSTRAINT not_seven CHECK (total <> 7)");
            }

            assertThat(logged(() -> database.learners().upsert(new LearnerKey("t", words), profile, DataSource.REAL)))
                    .contains("not_seven")
                    .doesNotContain(words);
            assertThat(logged(() -> database.jobs().create("t", "batch", 7, "[\"" + words + "\"]")))
                    .contains("not_seven")
                    .doesNotContain(words);
        }
        assertThat(Files.readString(Path.of("target", "it-postgres", "server.log")))
                .contains("not_seven")
                .doesNotContain(words);
    }

    private static String logged(Runnable statement) {
        var text = new StringWriter();
        catchThrowable(statement::run).printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
