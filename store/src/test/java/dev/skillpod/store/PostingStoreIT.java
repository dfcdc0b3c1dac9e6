package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.PayRange;
import dev.skillpod.core.catalog.DataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingStoreIT {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2190-01-01T00:00:00Z");

    private final PostingStore postings = SharedDatabase.get().postings();
    private final String id = SharedDatabase.unique("job");

    @Test
    void givesBackWhatWasPosted() {
        var full = new JobPosting(
                id,
                "Data engineer (m/f/d),\t\"senior\" \\ {remote}",
                "data-engineer",
                "Tiel\tSüd",
                NEW_YEAR.plusNanos(123_456_000),
                List.of(new AskedSkill("sql", 70), new AskedSkill("a \"b\", {c}\\", null), new AskedSkill("go", 0)),
                new PayRange(48_000.5, 61_000, "EUR"),
                DataSource.SYNTHETIC);
        var bare = new JobPosting(id + "-b", null, null, null, NEW_YEAR, List.of(), null, DataSource.REAL);

        assertThat(postings.upsert(List.of(full, bare))).isEqualTo(new PostingWrite(2, 0));

        assertThat(postings.find(id)).contains(full);
        assertThat(postings.find(id + "-c")).isEmpty();
        assertThat(postings.find(List.of(bare.id(), "no such job", id)).values())
                .containsExactly(bare, full);
    }

    @Test
    void aPostingOfTheSameIdIsReplacedWhollyAndTheVersionRises() {
        var first = new JobPosting(
                id,
                "A",
                "r",
                "north",
                NEW_YEAR,
                List.of(new AskedSkill("sql", 1)),
                new PayRange(1, 2, "EUR"),
                DataSource.SYNTHETIC);
        var second = new JobPosting(id, null, null, null, NEW_YEAR.plusSeconds(1), List.of(), null, DataSource.REAL);
        postings.upsert(List.of(first));
        long version = postings.version();
        long count = postings.count();

        assertThat(postings.upsert(List.of(second, job("-other", NEW_YEAR)))).isEqualTo(new PostingWrite(1, 1));

        assertThat(postings.find(id)).contains(second);
        assertThat(postings.version()).isGreaterThan(version);
        assertThat(postings.count()).isGreaterThan(count);
    }

    @Test
    void theNewestComeFirstAndAllComeInOrderOfTime() {
        List<JobPosting> jobs = IntStream.range(0, 5)
                .mapToObj(i -> job("-" + i, FAR.plusSeconds(i / 2)))
                .toList();
        postings.upsert(jobs);

        assertThat(postings.recent(4)).containsExactly(jobs.get(4), jobs.get(2), jobs.get(3), jobs.get(0));
        assertThat(postings.recent(0)).isEmpty();
        assertThat(postings.all().stream().filter(jobs::contains)).containsExactlyElementsOf(jobs);
    }

    @Test
    void takesMoreThanAStatementHasParameters() {
        List<JobPosting> many = IntStream.range(0, 12_000)
                .mapToObj(i -> new JobPosting(
                        id + "-" + i,
                        null,
                        null,
                        null,
                        NEW_YEAR,
                        List.of(new AskedSkill("sql", i % 101), new AskedSkill("java", null)),
                        null,
                        DataSource.SYNTHETIC))
                .toList();

        assertThat(postings.upsert(many)).isEqualTo(new PostingWrite(12_000, 0));
        assertThat(postings.find(many.stream().map(JobPosting::id).toList())).hasSize(12_000);
    }

    @Test
    void writersOfTheSameRowsWaitForEachOther() throws Exception {
        List<JobPosting> jobs =
                IntStream.range(0, 500).mapToObj(i -> job("-" + i, NEW_YEAR)).toList();
        long version = postings.version();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var writes = new ArrayList<Callable<PostingWrite>>();
            for (int i = 0; i < 8; i++) {
                boolean turned = i % 2 == 1;
                writes.add(() -> postings.upsert(turned ? jobs.reversed() : jobs));
            }
            int created = 0;
            for (var write : threads.invokeAll(writes)) {
                created += write.get().created();
            }
            assertThat(created).isEqualTo(500);
        }
        assertThat(postings.version()).isGreaterThanOrEqualTo(version + 8);
    }

    @Test
    void refusesBadPostingsWholly() {
        var good = job("", NEW_YEAR);
        assertThatThrownBy(() -> postings.upsert(List.of(good, good))).hasMessage("record 1: id occurs twice: " + id);
        assertThatThrownBy(() -> postings.upsert(List.of(good, asking(new AskedSkill("sql", 101)))))
                .hasMessage("record 1: skills.level must be in [0, 100], was 101");
        assertThatThrownBy(() ->
                        postings.upsert(List.of(good, asking(new AskedSkill("sql", 1), new AskedSkill("sql", null)))))
                .hasMessage("record 1: skills must name a skill once, twice: sql");
        assertThatThrownBy(() -> postings.upsert(List.of(good, paying(new PayRange(1, 2, "Euro")))))
                .hasMessage("record 1: pay.currency must be three capital letters, was Euro");
        assertThatThrownBy(() -> postings.upsert(List.of(good, job("\0", NEW_YEAR))))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(postings.find(id)).isEmpty();
    }

    /** What the checks in Java let through by mistake would still be refused by the table. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{sql}', '{101}', 1, 2, 'EUR'",
                "'{sql}', '{-1}', 1, 2, 'EUR'",
                "'{sql,java}', '{NULL,101}', 1, 2, 'EUR'",
                "'{sql,java}', '{1}', 1, 2, 'EUR'",
                "'{}', '{}', 3, 2, 'EUR'",
                "'{}', '{}', 0, 2, 'EUR'",
                "'{}', '{}', 1, 'Infinity', 'EUR'",
                "'{}', '{}', 'NaN', 'NaN', 'EUR'",
                "'{}', '{}', 1, 2, 'euro'",
                "'{}', '{}', 1, 2, NULL",
                "'{}', '{}', NULL, 2, 'EUR'"
            })
    void theTableHasTheSameRules(String values) throws SQLException {
        try (var connection = Connections.open(SharedDatabase.get());
                var statement = connection.createStatement()) {
            String insert =
                    "INSERT INTO postings (id, posted_at, data_source, skill_ids, skill_levels, pay_low, pay_high,"
                            + " pay_currency) VALUES ('" + id + "', now(), 'REAL', ";
            assertThatThrownBy(() -> statement.execute(insert + values + ")"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
        }
    }

    private JobPosting job(String suffix, Instant postedAt) {
        return new JobPosting(
                id + suffix, null, null, null, postedAt, List.of(new AskedSkill("sql", 50)), null, DataSource.REAL);
    }

    private JobPosting asking(AskedSkill... skills) {
        return new JobPosting(id + "-x", null, null, null, NEW_YEAR, List.of(skills), null, DataSource.REAL);
    }

    private JobPosting paying(PayRange pay) {
        return new JobPosting(id + "-x", null, null, null, NEW_YEAR, List.of(), pay, DataSource.REAL);
    }
}
