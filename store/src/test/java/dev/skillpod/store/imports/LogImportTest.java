package dev.skillpod.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.imports.ImportSink.Existing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogImportTest {
    @TempDir
    Path folder;

    private Import log(String... lines) throws IOException {
        return new Import(folder).tenant("shop").file("log.txt", lines);
    }

    private ImportReport run(Import log) {
        return log.run(folder.resolve("log.txt"));
    }

    private static List<String> told(Import log) {
        return log.sink.events.values().stream().map(LogImportTest::told).toList();
    }

    private static String told(LearnerEvent event) {
        var e = (Engagement) event;
        return e.learner().userId() + " " + e.type() + " " + e.contentId() + " " + e.occurredAt()
                + (e.rating() == null ? "" : " " + e.rating())
                + (e.progress() == null ? "" : " " + e.progress());
    }

    /** The same two rows in every spelling. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "u1\ti1\t1\t978300760\nu2\ti2\t1\t978302109",
                "u1,i1,1,978300760\nu2,i2,1,978302109",
                "u1 i1 1 978300760\nu2   i2  1 978302109 ",
                "u1::i1::1::978300760\nu2::i2::1::978302109",
                "u1 i1 978300760\nu2 i2 978302109",
                "\uFEFFuser_id:token\titem_id:token\ttimestamp:float\nu1\ti1\t978300760.0\nu2\ti2\t9.78302109e8\n",
                "userId,movieId,rating,timestamp\r\nu1,\"i1\",1,978300760000\r\n\r\nu2,i2,1,978302109000\r\n"
            })
    void readsTheUsualLayouts(String text) throws IOException {
        Import log = log(text);

        assertThat(log.lines(run(log))).isEmpty();
        assertThat(told(log))
                .containsExactly("u1 COMPLETE i1 2000-12-31T22:12:40Z", "u2 COMPLETE i2 2000-12-31T22:35:09Z");
        assertThat(log.sink.contents.get("i1"))
                .isEqualTo(new Content(
                        "i1",
                        ContentType.COURSE,
                        "i1",
                        null,
                        null,
                        null,
                        List.of(),
                        0,
                        100,
                        null,
                        List.of(),
                        DataSource.REAL));
    }

    @Test
    void aRatingIsACompletionAndARating() throws IOException {
        Import log = log("u1 i1 4.5 978300760", "u2 i2 0.5 978300760");

        ImportReport report = run(log);

        assertThat(told(log))
                .containsExactly(
                        "u1 COMPLETE i1 2000-12-31T22:12:40Z",
                        "u1 RATE i1 2000-12-31T22:12:40Z 5",
                        "u2 COMPLETE i2 2000-12-31T22:12:40Z",
                        "u2 RATE i2 2000-12-31T22:12:40Z 1");
        assertThat(report.accepted()).as("rows, not events").isEqualTo(2);
        assertThat(report.files().getFirst().notes()).contains("values read as RATING");
    }

    @Test
    void aPartIsProgress() throws IOException {
        Import log = log("u1 i1 0.25", "u2 i2 1");

        run(log);

        assertThat(told(log))
                .containsExactly("u1 PROGRESS i1 1970-01-01T00:00:00Z 0.25", "u2 COMPLETE i2 1970-01-01T00:00:00Z");
    }

    @Test
    void anyOtherPositiveValueIsACompletion() throws IOException {
        Import log = log("u1 i1 17", "u2 i2 1");
        run(log);
        assertThat(told(log)).allMatch(line -> line.contains("COMPLETE"));

        Import forced = log("u1 i1 4 978300760");
        forced.options = forced.options.withLogValues(LogValues.IMPLICIT);
        run(forced);
        assertThat(told(forced)).hasSize(1);
    }

    @Test
    void aWrongValueAmongHundredDoesNotChangeTheMeaning() throws IOException {
        var lines = new String[100];
        Arrays.setAll(lines, i -> "u" + i + " i " + (i == 40 ? 77 : 1 + i % 5));
        Import log = log(lines);

        assertThat(log.lines(run(log))).containsExactly("log.txt:41: value: must be a number in [0.5, 5], was 77");
    }

    @Test
    void rejectsBadRowsByLine() throws IOException {
        Import log = log(
                "u i 3 978300760",
                "u i",
                "u i 6 978300760",
                "u i x 978300760",
                "u i 3 soon",
                "u i 3 -5",
                "u i 3 50000000000",
                "u j 3 0");
        log.options = log.options.withLogValues(LogValues.RATING);

        assertThat(log.lines(run(log)))
                .containsExactly(
                        "log.txt:2: row: must have 4 columns like the others, was one of 2",
                        "log.txt:3: value: must be a number in [0.5, 5], was 6",
                        "log.txt:4: value: must be a number in [0.5, 5], was \"x\"",
                        "log.txt:5: time: must be a number in [0, 7258118400000], was \"soon\"",
                        "log.txt:6: time: must be a number in [0, 7258118400000], was -5",
                        "log.txt:7: time: must be unix seconds or milliseconds before the year 2200, was 5.0E10");
        assertThat(log.sink.contents).containsOnlyKeys("i", "j");
    }

    @Test
    void importingTwiceChangesNothingAndKeepsContents() throws IOException {
        Import log = log("u1,i1,1,978300760", "u1,i1,1,978300760", "u2,i1,1,978300760");
        var own = new Content(
                "i1", ContentType.BOOK, "Ours", null, null, null, List.of(), 0, 10, null, List.of(), DataSource.REAL);
        log.sink.contents(List.of(own), Existing.REPLACE);

        ImportReport first = run(log);
        List<Object> stored = log.sink.everything();

        assertThat(run(log)).isEqualTo(first);
        assertThat(log.sink.everything()).isEqualTo(stored);
        assertThat(log.sink.contents).containsEntry("i1", own);
        assertThat(log.sink.events).hasSize(2);
        assertThat(log.sink.events.values()).extracting(LearnerEvent::learner).contains(new LearnerKey("shop", "u2"));
    }

    @Test
    void anItemThatIsRefusedTakesItsRows() throws IOException {
        Import log = log("u1,i1,4", "u1,i2,3", "u2,i1,5");
        log.sink.refused.put("i1", "content_id: must be allowed, was not");

        ImportReport report = run(log);

        assertThat(log.lines(report))
                .containsExactly(
                        "log.txt:1: content_id: must be allowed, was not",
                        "log.txt:3: content_id: must be allowed, was not");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(told(log)).hasSize(2).allMatch(line -> line.contains("i2"));
    }

    @Test
    void saysWhatALogMustBe() throws IOException {
        Import log = log("u i i i i i");
        assertThatThrownBy(() -> run(log))
                .isInstanceOf(ImportException.class)
                .hasMessage(folder
                        + "/log.txt: row: must have 2 to 4 columns \"user item [value [time]]\", most rows have 6");
        assertThatThrownBy(() -> run(log("user_id,when,stars")))
                .hasMessageContaining("header: must name an item column");
        assertThatThrownBy(() -> run(log(""))).hasMessageContaining("has none");
        Import homeless = new Import(folder).file("log.txt", "u i");
        assertThatThrownBy(() -> run(homeless)).hasMessage("tenant: must be given for an interaction log, was missing");
        Import directory = new Import(folder).tenant("t");
        directory.options = directory.options.withFormat(ImportFormat.LOG);
        assertThatThrownBy(directory::run).hasMessageContaining("must be a file for the format LOG, was a folder");
    }

    @Test
    void readsMovieLens() {
        Path real = SharedData.orSkip("recsys/ml-100k/ml-100k.inter");
        var sink = new RecordingSink();

        ImportReport report = Imports.run(real, ImportOptions.defaults().withTenant("ml"), sink, Progress.SILENT);

        assertThat(report.complete()).isTrue();
        assertThat(report.accepted()).isEqualTo(100_000);
        assertThat(sink.contents).hasSize(1_682);
        assertThat(sink.events).hasSize(200_000);
        assertThat(sink.events.values().stream().map(LearnerEvent::learner).distinct())
                .hasSize(943);
        // First row of the file: 196 242 3 881250949.
        var first = (Engagement) sink.events.values().iterator().next();
        assertThat(first.occurredAt()).isEqualTo(Instant.ofEpochSecond(881250949));
        assertThat(first.type()).isEqualTo(EngagementType.COMPLETE);
    }
}
