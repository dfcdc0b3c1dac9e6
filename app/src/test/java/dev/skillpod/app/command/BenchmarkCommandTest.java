package dev.skillpod.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.path.kss.KssDynamics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code benchmark kss} through the command line. */
class BenchmarkCommandTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double[] STATE = {2, -1.1, -0.2, -2.3, -1.4, -0.5, -2.6, -3.7, -0.8, -1.9};
    private static final String LOGS = "\"logs\": [[0, 1], [5, 0]]";

    @TempDir
    private Path folder;

    @Test
    void writesAPathPerLearnerAndStepsWithTheRewardOfReplayingIt() throws IOException {
        String learners = learner(7, STATE) + learner(9, STATE).replace("[1, 2]", "[0, 1, 2, 3]");

        Ran ran = run(learners, "--steps", "3,6");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("k=3 mean reward")
                .contains("k=6 mean reward")
                .hasLineCount(2);
        List<JsonNode> rows = rows();
        assertThat(rows)
                .extracting(row -> row.get("id").asLong() + "/" + row.get("k").asInt())
                .containsExactly("7/3", "9/3", "7/6", "9/6");
        for (JsonNode row : rows) {
            int[] goal = row.get("id").asLong() == 7 ? new int[] {1, 2} : new int[] {0, 1, 2, 3};
            assertThat(row.get("path").size()).isEqualTo(row.get("k").asInt());
            assertThat(row.get("reward").doubleValue()).isCloseTo(replayed(row.get("path"), goal), within(1e-12));
        }
    }

    @Test
    void theSameForAnyNumberOfThreads() throws IOException {
        String learners = learner(1, STATE) + learner(2, STATE) + learner(3, STATE);
        run(learners, "--steps", "6", "--threads", "1");
        List<JsonNode> one = rows();

        run(learners, "--steps", "6", "--threads", "3");

        assertThat(rows()).isEqualTo(one);
    }

    /** Learners who are told apart by their abilities alone begin alike: the policy does not see them. */
    @Test
    void theFirstItemDoesNotDependOnTheState() throws IOException {
        var other = new double[10];
        Arrays.fill(other, 4.9);
        run(learner(1, STATE), "--steps", "6");
        int first = rows().getFirst().get("path").get(0).asInt();

        run(learner(1, other), "--steps", "6");

        assertThat(rows().getFirst().get("path").get(0).asInt()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | [1, 10] | field target: must be items in [0, 9], was '10'",
                "[1, 2] | [] | field target: must be an array of items, at least one, was '[]'",
                "[5, 0] | [5, 2] | field logs: must be pairs of an item and 0 or 1, was '[5,2]'",
                "\"last\": 0 | \"last\": 11 | field last: must be items in [0, 9], was '11'",
                "-1.9] | 5.5] | field state: must be an array of 10 numbers, at most 5, was '5.5'",
                "\"state\" | \"stat\" | field state: must be an array of 10 numbers, at most 5, was 'nothing'"
            })
    void namesLineAndFieldOfWhatIsWrong(String right, String wrong, String message) throws IOException {
        String learners = learner(1, STATE) + learner(2, STATE).replace(right, wrong);

        assertThat(run(learners, "--steps", "5").failure()).contains("line 2, " + message);
    }

    @Test
    void namesTheLegalOptions() throws IOException {
        assertThat(run(learner(1, STATE), "--steps", "0").failure()).contains("--steps must be in [1, 1000], was 0");
        assertThat(run(learner(1, STATE), "--network", "77").failure()).contains("seed must be one of");
        assertThat(Ran.of("benchmark", "chess").failure()).contains("NAME must be kss, was 'chess'");
        assertThat(Ran.of("benchmark", "kss").failure()).contains("--learners and --output");
    }

    private static String learner(long id, double[] state) {
        return "{\"id\": " + id + ", \"state\": " + Arrays.toString(state)
                + ", \"last\": 0, \"target\": [1, 2], \"s0\": 0, " + LOGS + "}\n";
    }

    private Ran run(String learners, String... options) throws IOException {
        Files.writeString(folder.resolve("l.jsonl"), learners);
        var words = new ArrayList<>(List.of(
                "benchmark",
                "kss",
                "--learners",
                folder.resolve("l.jsonl").toString(),
                "--output",
                folder.resolve("o.jsonl").toString()));
        words.addAll(List.of(options));
        return Ran.of(words.toArray(String[]::new));
    }

    private List<JsonNode> rows() throws IOException {
        return Files.readAllLines(folder.resolve("o.jsonl")).stream()
                .map(MAPPER::readTree)
                .toList();
    }

    private static double replayed(JsonNode path, int[] goal) {
        var dynamics = new KssDynamics();
        double[] state = STATE.clone();
        int before = dynamics.score(state, 0, goal);
        int last = 0;
        for (JsonNode item : path) {
            assertThat(dynamics.accepts(last, item.asInt())).isTrue();
            last = item.asInt();
            dynamics.practise(state, 0, last);
        }
        return (double) (dynamics.score(state, 0, goal) - before) / (goal.length - before);
    }
}
