package dev.skillpod.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code recommend} and {@code score} through the command line. */
class RecommendCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsForKnownAndUnknownUsersInTheOrderGiven() throws IOException {
        write("t.tsv", board());
        write("u.txt", "u3\nnobody\nu0\n");
        assertThat(run("recommend", "--users", "u.txt", "--top", "4")).isEmpty();
        List<String[]> rows = rows();
        assertThat(rows).extracting(row -> row[0]).containsSubsequence("u3", "nobody", "u0");
        assertThat(rows.stream().filter(row -> row[0].equals("nobody")).map(row -> row[1]))
                .containsExactly("1", "2", "3", "4");
        Set<String> has = new HashSet<>(Arrays.asList(board().split("\n")));
        assertThat(rows).noneMatch(row -> has.contains(row[0] + "\t" + row[2]));
        rows.stream()
                .filter(row -> row[0].equals("u3") && row[1].equals("1"))
                .forEach(row ->
                        assertThat(Integer.parseInt(row[2].substring(1)) % 2).isEqualTo(1));
    }

    @Test
    void scoresPairsInTheOrderGivenAndUnknownItemsLowest() throws IOException {
        write("t.tsv", board());
        write("p.tsv", "u1\ti1\nu2\tabsent\nu2\ti0\nu1\ti2\nnobody\ti0\n");
        assertThat(run("score", "--pairs", "p.tsv", "--method", "ease")).isEmpty();
        List<String[]> rows = rows();
        assertThat(rows)
                .extracting(row -> row[0] + " " + row[1])
                .containsExactly("u1 i1", "u2 absent", "u2 i0", "u1 i2", "nobody i0");
        assertThat(Double.parseDouble(rows.get(1)[2])).isLessThan(Double.parseDouble(rows.get(2)[2]));
        assertThat(Double.parseDouble(rows.get(3)[2])).isLessThan(Double.parseDouble(rows.get(0)[2]));
    }

    @Test
    void theSameSeedWritesTheSameBytesOnOneAndTwoThreads() throws IOException {
        write("t.tsv", board());
        write("u.txt", "u1\nu2\n");
        run("recommend", "--users", "u.txt", "--top", "5", "--threads", "1");
        String one = Files.readString(folder.resolve("o.tsv"));
        run("recommend", "--users", "u.txt", "--top", "5", "--threads", "2");
        assertThat(Files.readString(folder.resolve("o.tsv"))).isEqualTo(one);
    }

    @Test
    void oneLineSaysWhatIsWrong() throws IOException {
        write("t.tsv", board());
        write("u.txt", "u1\n");
        write("p.tsv", "u1\ti1\nu2\n");
        assertThat(run("recommend", "--users", "u.txt", "--top", "0"))
                .isEqualTo("skillpod: --top must be in [1, 100000], was 0\n");
        assertThat(run("recommend", "--users", "u.txt", "--top", "3", "--method", "magic"))
                .isEqualTo("skillpod: --method must be one of"
                        + " [best, als, itemknn, ease, popular, markov, sequence, userknn], was 'magic'\n");
        assertThat(run("score", "--pairs", "p.tsv"))
                .endsWith("p.tsv', line 2, field item: must be not empty, was ''\n");
        write("t.tsv", "a\tb\tx\n");
        assertThat(run("recommend", "--users", "u.txt", "--top", "3"))
                .endsWith("t.tsv', line 1, field value: must be a finite number or empty, was 'x'\n");
        assertThat(folder.resolve("o.tsv")).doesNotExist();
    }

    @Test
    void beatsPopularityOnMovieLens() throws IOException {
        Path shared = Stream.of("../shared/data", "../../shared/data", "../../../shared/data")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("absent"));
        Path source = shared.resolve("recsys/ml-100k/ml-100k.inter");
        assumeTrue(Files.exists(source), "MovieLens 100K is absent: it is looked for in ../shared/data/recsys/ml-100k");
        Map<String, String[]> last = new HashMap<>();
        List<String> lines = Files.readAllLines(source);
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split("\t");
            last.merge(row[0], row, (a, b) -> Long.parseLong(b[3]) >= Long.parseLong(a[3]) ? b : a);
        }
        var train = new ArrayList<>(lines.subList(1, lines.size()));
        train.removeIf(line -> Arrays.equals(line.split("\t"), last.get(line.split("\t")[0])));
        write("t.tsv", String.join("\n", train));
        write("u.txt", String.join("\n", last.keySet()));
        int popular = hits("popular", last);
        // 943 users: 25 hits are about 2.5 standard errors of a count of 100.
        assertThat(hits("ease", last)).as("popularity has %d", popular).isGreaterThan(popular + 25);
        assertThat(hits("markov", last)).as("popularity has %d", popular).isGreaterThan(popular + 25);
    }

    private int hits(String method, Map<String, String[]> last) throws IOException {
        assertThat(run("recommend", "--users", "u.txt", "--top", "10", "--method", method))
                .isEmpty();
        return (int) rows().stream()
                .filter(row -> last.get(row[0])[1].equals(row[2]))
                .count();
    }

    /** 40 users by 24 items; a user has two thirds of the items of its parity. */
    private static String board() {
        var text = new StringBuilder();
        for (int user = 0; user < 40; user++) {
            for (int step = 0; step < 8; step++) {
                int item = (2 * (5 * user + 5 * step) + user % 2) % 24;
                text.append("u").append(user).append("\ti").append(item).append('\n');
            }
        }
        return text.toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String[]> rows() throws IOException {
        return Files.readAllLines(folder.resolve("o.tsv")).stream()
                .map(line -> line.split("\t"))
                .toList();
    }

    /** Runs a command on the folder's files; returns the error line, or nothing after a success. */
    private String run(String command, String... options) throws IOException {
        var words = new ArrayList<>(
                List.of(command, "--input", folder.resolve("t.tsv").toString()));
        for (String option : options) {
            words.add(
                    option.endsWith(".txt") || option.endsWith(".tsv")
                            ? folder.resolve(option).toString()
                            : option);
        }
        words.addAll(List.of("--output", folder.resolve("o.tsv").toString()));
        Files.deleteIfExists(folder.resolve("o.tsv"));
        Ran ran = Ran.of(words.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isIn(0, 2);
        return ran.code() == 0
                ? ""
                : ran.err()
                                .lines()
                                .filter(line -> line.startsWith("skillpod:"))
                                .findFirst()
                                .orElseThrow() + "\n";
    }
}
