package dev.skillpod.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} on small folders in the format of MovieLens 1M. */
class EvaluateCommandTest {
    private static final int USERS = 40;
    private static final int FILMS = 20;

    @TempDir
    private Path folder;

    /** Even users have all even films but one, odd users all odd ones: whoever sees that, knows the missing film. */
    @BeforeEach
    void checkerboard() throws IOException {
        var train = new StringBuilder();
        var test = new StringBuilder();
        var negatives = new StringBuilder();
        for (int user = 0; user < USERS; user++) {
            int target = user % 2 + 2 * (user / 2 % (FILMS / 2));
            test.append(user).append('\t').append(target).append("\t5\t978300000\n");
            negatives.append("(").append(user).append(',').append(target).append(')');
            for (int film = 0; film < FILMS; film++) {
                if (film % 2 != user % 2) {
                    negatives.append('\t').append(film);
                } else if (film != target) {
                    train.append(user).append('\t').append(film).append("\t1\t0\n");
                }
            }
            negatives.append('\n');
        }
        Path data = Files.createDirectories(folder.resolve("recsys/ml-1m"));
        Files.writeString(data.resolve("ml-1m.train.rating"), train);
        Files.writeString(data.resolve("ml-1m.test.rating"), test);
        Files.writeString(data.resolve("ml-1m.test.negative"), negatives);
    }

    @Test
    void aTableHasEveryMethodAndWhoSeesThePatternIsPerfect() {
        List<String> lines = run("evaluate", "ml-1m-score", "--data", folder.toString());

        assertThat(lines.getFirst()).startsWith("## MovieLens 1M, NCF split, `score`");
        assertThat(row(lines, "itemknn")).contains("1.0000 [1.0000, 1.0000]");
        assertThat(row(lines, "best")).contains("1.0000 [1.0000, 1.0000]");
        // To popularity all 20 films are the same; of the pool of eleven, ties count as lost.
        assertThat(row(lines, "popular")).contains("0.0000 [0.0000, 0.0000]").contains("+1.0000");
    }

    @Test
    void listsAreOfUnseenFilmsOnly() {
        List<String> lines = run("evaluate", "ml-1m-recommend", "--data", folder.toString());

        assertThat(row(lines, "ease")).contains("1.0000 [1.0000, 1.0000]");
    }

    @Test
    void whatIsMissingOrUnknownIsSaidInOneLine() {
        assertThat(run("evaluate", "mooccubex", "--data", folder.toString()))
                .singleElement()
                .asString()
                .contains("mooccubex needs '", "mooccubex-97k', which is not there");
        assertThat(run("evaluate", "netflix"))
                .singleElement()
                .asString()
                .contains("SET must be one of starter, ml-1m-score", "was 'netflix'");
        assertThat(run("evaluate", "--data", folder.resolve("absent").toString()))
                .singleElement()
                .asString()
                .contains("--data must be a folder");
    }

    @Test
    void theHelpNamesEverySet() {
        assertThat(String.join(" ", run("help", "evaluate")).replaceAll("\\s+", " "))
                .contains(
                        "Any of starter, ml-1m-score, ml-1m-recommend, mooccubex, mooccubex-new, starter-new, trends, trends-jobs, gaps, gaps-promises, paths, gaps-roles, tracing, kss (default");
    }

    private static String row(List<String> lines, String method) {
        return lines.stream()
                .filter(line -> line.startsWith("| " + method + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + method + " in " + String.join("\n", lines)));
    }

    /** Returns what was printed; of a failure, what was printed on standard error. */
    private static List<String> run(String... words) {
        Ran ran = Ran.of(words);
        return (ran.code() == 0 ? ran.out() : ran.err()).strip().lines().toList();
    }
}
