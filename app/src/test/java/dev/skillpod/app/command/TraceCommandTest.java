package dev.skillpod.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trace} through the command line. */
class TraceCommandTest {
    private static final String HEADER = "user_id\titem_id\ttimestamp\tcorrect\tskill_id";

    @TempDir
    private Path folder;

    /** Even learners know even skills and miss odd ones, odd learners the other way round, nine times out of ten. */
    private static List<String> checkerboard(int firstLearner, int learners, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<String>();
        for (int learner = firstLearner; learner < firstLearner + learners; learner++) {
            for (int t = 0; t < 30; t++) {
                int item = random.nextInt(24);
                boolean correct = (item % 4 % 2 == learner % 2) == random.nextInt(10) > 0;
                rows.add("u" + learner + "\ti" + item + "\t0\t" + (correct ? 1 : 0) + "\ts" + item % 4);
            }
        }
        return rows;
    }

    private Path write(String name, String header, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private List<Double> trace(Path train, Path test, String... options) throws IOException {
        Path output = folder.resolve("o.tsv");
        Ran ran = Ran.of(command(train, test, output, options));
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readAllLines(output).stream().map(Double::valueOf).toList();
    }

    private static String[] command(Path train, Path test, Path output, String... options) {
        var words = new ArrayList<>(List.of(
                "trace", "--train", train.toString(), "--test", test.toString(), "--output", output.toString()));
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    @Test
    void foretellsEveryRowInItsOrderFromItsLearnersPastOnly() throws IOException {
        Path train = write("a.tsv", HEADER, checkerboard(0, 80, 1));
        List<String> rows = checkerboard(100, 6, 2);
        List<Double> grouped = trace(train, write("b.tsv", HEADER, rows), "--threads", "1");
        assertThat(grouped)
                .hasSize(180)
                .allSatisfy(p -> assertThat(p).isGreaterThan(0).isLessThan(1));
        double right = 0;
        double wrong = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (row % 30 >= 15) {
                boolean correct = rows.get(row).split("\t")[3].equals("1");
                right += correct ? grouped.get(row) : 0;
                wrong += correct ? 0 : grouped.get(row);
            }
        }
        assertThat(right).isGreaterThan(2 * wrong);

        // Learners mixed, columns moved and added, two threads: the same numbers in the new order.
        var mixed = new ArrayList<String>();
        var expected = new ArrayList<Double>();
        for (int t = 0; t < 30; t++) {
            for (int learner = 0; learner < 6; learner++) {
                String[] f = rows.get(learner * 30 + t).split("\t");
                mixed.add(String.join("\t", f[4], "x" + t, f[3], f[0], f[1]));
                expected.add(grouped.get(learner * 30 + t));
            }
        }
        Path moved = write("c.tsv", "skill_id\tresponse_time\tcorrect\tuser_id\titem_id", mixed);
        assertThat(trace(train, moved, "--threads", "2")).isEqualTo(expected);

        // The second half of every history answered the other way round: nothing before it changes.
        var changed = new ArrayList<String>();
        for (int row = 0; row < rows.size(); row++) {
            String[] f = rows.get(row).split("\t");
            f[3] = row % 30 >= 15 ? String.valueOf(1 - Integer.parseInt(f[3])) : f[3];
            changed.add(String.join("\t", f));
        }
        List<Double> other = trace(train, write("d.tsv", HEADER, changed));
        for (int row = 0; row < rows.size(); row++) {
            if (row % 30 <= 15) {
                assertThat(other.get(row)).isEqualTo(grouped.get(row));
            }
        }
        assertThat(other).isNotEqualTo(grouped);
    }

    @Test
    void acceptsUnknownItemsAndSkillsSeveralSkillsAndNone() throws IOException {
        Path train = write("a.tsv", HEADER, checkerboard(0, 30, 1));
        Path test = write(
                "b.tsv",
                HEADER,
                List.of("n\tnew\t0\t1\tnew", "n\ti1\t0\t0\ts1,s2", "n\ti1\t\t1\ts1;s9", "n\ti2\t5\t1\t"));

        assertThat(trace(train, test))
                .hasSize(4)
                .allSatisfy(p -> assertThat(p).isGreaterThan(0).isLessThan(1));
    }

    @Test
    void aSingleRowIsEnoughToLearnFrom() throws IOException {
        Path one = write("a.tsv", HEADER, List.of("u\ti\t0\t1\ts"));

        assertThat(trace(one, one)).hasSize(1);
    }

    @Test
    void namesFileLineFieldLegalValuesAndValue() throws IOException {
        Path good = write("a.tsv", HEADER, List.of("u\ti\t0\t1\ts"));
        assertThat(refusal(good, write("b.tsv", HEADER, List.of("u\ti\t0\t1\ts", "u\ti\t0\tyes\ts"))))
                .contains("b.tsv', line 3, field correct: must be 0 or 1, was 'yes'");
        assertThat(refusal(good, write("b.tsv", HEADER, List.of("u\t\t0\t1\ts"))))
                .contains("line 2, field item_id: must be not empty, was ''");
        assertThat(refusal(good, write("b.tsv", HEADER, List.of("u\ti\tnoon\t1\ts"))))
                .contains("field timestamp: must be unix seconds in [0, 253402300800] or empty, was 'noon'");
        assertThat(refusal(good, write("b.tsv", "user_id\titem_id\tskill_id", List.of("u\ti\ts"))))
                .contains("line 1, field correct: must be in the header")
                .contains("was 'user_id item_id skill_id'");
        assertThat(refusal(good, write("b.tsv", HEADER, List.of()))).contains("at least one response");
        assertThat(refusal(good, Files.writeString(folder.resolve("b.tsv"), "")))
                .contains("must be a header");
        assertThat(refusal(write("b.tsv", HEADER, List.of("u\ti\t0\t2\ts")), good))
                .contains("was '2'");
        assertThat(refusal(good, folder.resolve("absent.tsv"))).contains("absent.tsv");
        assertThat(folder.resolve("x.tsv")).doesNotExist();
    }

    private String refusal(Path train, Path test) {
        return Ran.of(command(train, test, folder.resolve("x.tsv"))).failure();
    }
}
