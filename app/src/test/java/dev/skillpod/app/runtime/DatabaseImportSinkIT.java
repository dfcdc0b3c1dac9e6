package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.PayRange;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.Database;
import dev.skillpod.store.DatabaseSettings;
import dev.skillpod.store.imports.ImportOptions;
import dev.skillpod.store.imports.ImportReport;
import dev.skillpod.store.imports.Imports;
import dev.skillpod.store.imports.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a real database; tests keep apart by their ids. */
class DatabaseImportSinkIT {
    private static final Path STARTER = Path.of("..", "starter", "src", "main", "resources", "starter");
    private static Database database;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        Path directory = Path.of("target", "it-postgres");
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        database = Database.open(DatabaseSettings.embedded(directory));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static ImportReport run(Path path, String tenant) {
        ImportOptions options = ImportOptions.defaults().withTenant(tenant);
        return Imports.run(path, options, new DatabaseImportSink(database, options.dataSource()), Progress.SILENT);
    }

    private static List<String> problems(ImportReport report) {
        return report.rejections().stream().map(Rejection::toString).toList();
    }

    private static Catalog catalog() {
        return database.catalog().load();
    }

    @Test
    void theStarterCatalogueTwiceIsTheStarterCatalogueOnce() {
        ImportReport first = run(STARTER, null);
        Catalog afterFirst = catalog();
        ImportReport second = run(STARTER, null);
        Catalog afterSecond = catalog();

        assertThat(problems(first)).isEmpty();
        assertThat(second.accepted()).isEqualTo(first.accepted());
        assertThat(problems(second)).isEmpty();
        assertThat(afterFirst.contents()).hasSizeGreaterThanOrEqualTo(800);
        assertThat(afterSecond.skills()).isEqualTo(afterFirst.skills());
        assertThat(afterSecond.roles()).isEqualTo(afterFirst.roles());
        assertThat(afterSecond.contents()).isEqualTo(afterFirst.contents());
        assertThat(afterSecond.prerequisites().topologicalOrder())
                .isEqualTo(afterFirst.prerequisites().topologicalOrder());
    }

    @Test
    void badRowsAreToldByFileAndLineAndTheGoodOnesAreKept() throws IOException {
        file("skills.csv", "skill_id,name", "bad-a,Good", "bad-b,", "bad-c,Good too");
        file(
                "contents.csv",
                "content_id,content_type,title,skills,level_from,level_to",
                "bad-c1,VIDEO,Fine,bad-a,0,50",
                "bad-c2,FILM,Wrong type,bad-a,0,50",
                "bad-c3,VIDEO,Wrong levels,bad-a,60,50",
                "bad-c4,VIDEO,Fine too,bad-c,0,50");
        file(
                "events.ndjson",
                "{\"event_id\":\"e1\",\"user_id\":\"anna\",\"type\":\"COMPLETE\",\"content_id\":\"bad-c1\",\"timestamp\":\"2026-01-05T09:00:00Z\"}",
                "{\"event_id\":\"e2\",\"user_id\":\"anna\",\"type\":\"RATE\",\"content_id\":\"bad-c1\",\"rating\":9,\"timestamp\":\"2026-01-05T09:00:00Z\"}",
                "{\"event_id\":\"e3\",\"user_id\":\"anna\",\"type\":\"VIEW\",\"content_id\":\"bad-c4\",\"timestamp\":\"2026-01-05T09:00:00Z\"}");

        ImportReport report = run(folder, "bad");

        assertThat(problems(report))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("skills.csv:3", "name"))
                .anySatisfy(line -> assertThat(line).contains("contents.csv:3", "content_type", "FILM"))
                .anySatisfy(line -> assertThat(line).contains("contents.csv:4", "level_to", "50"))
                .anySatisfy(line -> assertThat(line).contains("events.ndjson:2", "rating", "9"));
        assertThat(catalog().skill("bad-c")).isPresent();
        assertThat(catalog().skill("bad-b")).isEmpty();
        assertThat(catalog().content("bad-c4")).isPresent();
        assertThat(catalog().content("bad-c2")).isEmpty();
        assertThat(database.events().history(new LearnerKey("bad", "anna")).engagements())
                .extracting(Engagement::eventId)
                .containsExactlyInAnyOrder("e1", "e3");
    }

    @Test
    void prerequisitesThatCloseACycleAreRejectedAlsoAgainstWhatIsStored() throws IOException {
        file("skills.csv", "skill_id,name", "cyc-a,A", "cyc-b,B", "cyc-c,C");
        file("prerequisites.csv", "skill_id,requires_skill_id,required_level", "cyc-b,cyc-a,40", "cyc-c,cyc-b,40");
        assertThat(problems(run(folder, null))).isEmpty();
        file("prerequisites.csv", "skill_id,requires_skill_id,required_level", "cyc-a,cyc-c,40", "cyc-c,cyc-a,20");

        ImportReport report = run(folder, null);

        assertThat(problems(report))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("prerequisites.csv:2", "cyc-a", "cyc-c"));
        assertThat(catalog().prerequisites().requiredBy("cyc-a")).isEmpty();
        assertThat(catalog().prerequisites().requiredBy("cyc-c")).hasSize(2);
    }

    @Test
    void contentsThatRequireEachOtherAreRejectedAndTheOthersKept() throws IOException {
        file(
                "contents.csv",
                "content_id,content_type,title,prerequisite_content_ids",
                "ring-1,VIDEO,One,ring-2",
                "ring-2,VIDEO,Two,ring-1",
                "ring-3,VIDEO,Three,");

        ImportReport report = run(folder, null);

        assertThat(catalog().content("ring-3")).isPresent();
        assertThat(report.rejected()).isBetween(1L, 2L);
        assertThat(problems(report)).allSatisfy(line -> assertThat(line).contains("contents.csv:", "ring-1", "ring-2"));
    }

    @Test
    void anEventIdWithOtherContentIsRejectedAtItsLine() throws IOException {
        String event = "{\"event_id\":\"%s\",\"user_id\":\"bob\",\"type\":\"%s\",\"content_id\":\"x\","
                + "\"timestamp\":\"2026-01-05T09:00:00Z\"}";
        file("events.ndjson", event.formatted("e1", "VIEW"));
        assertThat(problems(run(folder, "conflict"))).isEmpty();
        file("events.ndjson", event.formatted("e2", "VIEW"), event.formatted("e1", "COMPLETE"));

        ImportReport report = run(folder, "conflict");

        assertThat(problems(report))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("events.ndjson:2", "event_id"));
        assertThat(database.events().history(new LearnerKey("conflict", "bob")).engagements())
                .extracting(Engagement::type)
                .containsExactlyInAnyOrder(EngagementType.VIEW, EngagementType.VIEW);
    }

    @Test
    void aLogBecomesEventsAndContentsAndTwiceChangesNothing() throws IOException {
        file("log.tsv", "u1\tlog-i1\t5\t1700000000", "u1\tlog-i2\t2.5\t1700000100", "u2\tlog-i1\t4\t1700000200");
        Path log = folder.resolve("log.tsv");

        ImportReport first = run(log, "log");
        ImportReport second = run(log, "log");

        assertThat(first.accepted()).isEqualTo(3);
        assertThat(second.accepted()).isEqualTo(3);
        assertThat(problems(second)).isEmpty();
        assertThat(catalog().content("log-i2").orElseThrow().source()).isEqualTo(DataSource.REAL);
        assertThat(database.events().history(new LearnerKey("log", "u1")).engagements())
                .extracting(Engagement::type)
                .containsExactlyInAnyOrder(
                        EngagementType.COMPLETE, EngagementType.RATE, EngagementType.COMPLETE, EngagementType.RATE);
    }

    @Test
    void profilesDemandAndPostingsAreStored() throws IOException {
        file("skills.csv", "skill_id,name", "dem-a,Demanded");
        file("learners.csv", "user_id,skills,target_role,weekly_learning_hours", "carla,dem-a:60,some role,6");
        file("demand.csv", "skill_id,period,postings", "dem-a,2025-11,10", "dem-a,2025-12,12");
        file(
                "postings.csv",
                "job_id,posted_at,skills,pay_low,pay_high,pay_currency",
                "dem-job,2025-12-01T08:00:00Z,dem-a:40,50000,60000,EUR");

        assertThat(problems(run(folder, "demand"))).isEmpty();
        assertThat(problems(run(folder, "demand"))).isEmpty();

        var profile =
                database.learners().find(new LearnerKey("demand", "carla")).orElseThrow();
        assertThat(profile.targetRole()).isEqualTo("some role");
        assertThat(profile.weeklyLearningHours()).isEqualTo(6);
        assertThat(database.demand().histories().values().stream()
                        .flatMap(history -> history.points().stream())
                        .filter(point -> point.skillId().equals("dem-a")))
                .hasSize(2);
        assertThat(database.postings().find("dem-job"))
                .contains(new JobPosting(
                        "dem-job",
                        null,
                        null,
                        null,
                        Instant.parse("2025-12-01T08:00:00Z"),
                        List.of(new AskedSkill("dem-a", 40)),
                        new PayRange(50_000, 60_000, "EUR"),
                        DataSource.REAL));
    }
}
