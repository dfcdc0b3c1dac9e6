package dev.skillpod.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.serving.SuccessPredictions;
import dev.skillpod.core.activity.LearnerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code audit} through the command line, over predictions that the learner's name tells: {@code p70-3} has 0.70. */
class AuditCommandTest {
    @TempDir
    private Path folder;

    @Test
    void comparesGroupsAndTellsWhatItCannotJudge() throws IOException {
        var rows = new StringBuilder("user_id,group\n");
        people(rows, "p70", "north", 120);
        people(rows, "p30", "north", 40);
        people(rows, "p70", "south", 30);
        people(rows, "p30", "south", 130);
        people(rows, "p70", "tiny", 3);
        people(rows, "new", "south", 7);
        people(rows, "p30", "", 4);
        people(rows, "new", "", 2);

        Ran run = audit(rows.toString(), "--output", csv().toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "predicted at least 0.3000: the best 0.5 of all with a prediction, and who ties",
                        "over that of 'north'")
                .contains("Of no known group: 4 learners with a prediction, 2 without.")
                .contains("fewer than 30, not judged");
        List<String> lines = Files.readAllLines(csv());
        assertThat(lines.get(0)).startsWith("group,people,without_prediction,mean_prediction,");
        assertThat(lines.get(1)).startsWith("north,160,0,0.6").endsWith(",,,REFERENCE");
        assertThat(lines.get(2)).startsWith("south,160,7,0.375").endsWith("WITHIN");
        assertThat(lines.get(3)).isEqualTo("tiny,3,0,,,,,,,,,,TOO_FEW");
        assertThat(lines).hasSize(4);
    }

    @Test
    void theFlagFollowsTheThresholdAndTheReference() throws IOException {
        var rows = new StringBuilder("group\tuser_id\n");
        for (String group : List.of("a, of old", "b")) {
            people(rows, "p70-" + group.charAt(0), group, group.equals("b") ? 30 : 120, true);
            people(rows, "p30-" + group.charAt(0), group, group.equals("b") ? 130 : 40, true);
        }

        assertThat(audit(rows.toString(), "--threshold", "0.5").out()).contains("BROKEN: selected too rarely");
        Ran turned = audit(rows.toString(), "--threshold", "0.5", "--reference", "b", "--output", csv().toString());
        assertThat(turned.out()).contains("BROKEN: the reference is selected too rarely", "'b', as asked for");
        assertThat(Files.readAllLines(csv()).get(1))
                .startsWith("\"a, of old\",160,")
                .endsWith("ADVERSE_TO_REFERENCE");
        assertThat(audit(rows.toString(), "--threshold", "0.1").out()).contains("kept");
    }

    @Test
    void theSameSeedGivesTheSameReport() throws IOException {
        var rows = new StringBuilder("user_id,group\n");
        people(rows, "p70", "a", 50);
        people(rows, "p30", "b", 50);

        assertThat(audit(rows.toString(), "--seed", "5").out())
                .isEqualTo(audit(rows.toString(), "--seed", "5").out());
    }

    @Test
    void aRowsOwnTenantCounts() throws IOException {
        var seen = new ArrayList<LearnerKey>();
        Files.writeString(groups(), "tenant_id,user_id,group\nacme,p70-1,a\n,p70-1,a\n");
        Ran run = run(
                key -> {
                    seen.add(key);
                    return OptionalDouble.of(0.5);
                },
                "--groups",
                groups().toString(),
                "--tenant",
                "beta");

        assertThat(run.code()).isZero();
        assertThat(seen).containsExactly(new LearnerKey("acme", "p70-1"), new LearnerKey("beta", "p70-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            user,group;u,a                 | line 1, field header: must be user_id,group or tenant_id,user_id,group, was 'user,group'
            user_id,group,age;u,a,5        | line 1, field header: must be user_id,group or tenant_id,user_id,group, was 'user_id,group,age'
            user_id,group,group;u,a,a      | line 1, field header: must be user_id,group or tenant_id,user_id,group, was 'user_id,group,group'
            user_id,group;u,a;u,b          | line 3, field user_id: must be a learner that no earlier line names, was 'u'
            user_id,group;,a               | line 2, field user_id: must be not empty, was ''
            user_id,group;u,a;v            | line 3: a row must have 2 fields like the header line, had 1
            user_id,group                  | must name at least one learner, named none
            user_id,group;new-1,a          | must name learners of whom something is predicted, named 1 others
            """)
    void whatIsWrongWithAFileIsOneLineThatNamesIt(String rows, String problem) throws IOException {
        assertThat(audit(rows.replace(';', '\n') + "\n").failure()).contains(problem);
    }

    @Test
    void tooManyGroupsAreNoGroups() throws IOException {
        var rows = new StringBuilder("user_id,group\n");
        for (int i = 0; i < 101; i++) {
            rows.append("p70-").append(i).append(",g").append(i).append('\n');
        }
        assertThat(audit(rows.toString()).failure())
                .contains("line 102, field group: must be one of at most 100 groups, was 'g100'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --share 0              | --share must be in (0, 1], was 0.0
            --share 1.5            | --share must be in (0, 1], was 1.5
            --threshold -1         | --threshold must be in [0, 1], was -1.0
            --reference c          | --reference must be a group of the file (a), was 'c'
            --reference a          | reference must be a group of at least 30 people with a prediction (), was 'a'
            --output /nowhere/o    | output must be a file in a writable folder, was '/nowhere/o'
            """)
    void whatIsWrongWithAnOptionIsOneLineThatNamesIt(String options, String problem) throws IOException {
        assertThat(audit("user_id,group\np70-1,a\n", options.split(" ")).failure())
                .contains(problem);
    }

    @Test
    void aMissingFileIsToldBeforeAnythingIsOpened() {
        assertThat(Ran.of("audit", "--groups", folder.resolve("none.csv").toString())
                        .failure())
                .contains("must be a readable file");
    }

    private Ran audit(String rows, String... options) throws IOException {
        Files.writeString(groups(), rows);
        var words = new ArrayList<>(List.of("--groups", groups().toString()));
        words.addAll(List.of(options));
        return run(AuditCommandTest::predicted, words.toArray(String[]::new));
    }

    private static OptionalDouble predicted(LearnerKey learner) {
        String name = learner.userId();
        return name.startsWith("p")
                ? OptionalDouble.of(Integer.parseInt(name.substring(1, 3)) / 100.0)
                : OptionalDouble.empty();
    }

    private static Ran run(SuccessPredictions predictions, String... words) {
        var source = new AuditCommand.Source() {
            @Override
            public OptionalDouble of(LearnerKey learner) {
                return predictions.of(learner);
            }

            @Override
            public void close() {}
        };
        var errors = new OneLineErrors();
        var command = new CommandLine(new AuditCommand(() -> source))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
        return Ran.of(command, words);
    }

    private static void people(StringBuilder rows, String name, String group, int count) {
        people(rows, name + "-" + (group.isEmpty() ? "none" : group), group, count, false);
    }

    private static void people(StringBuilder rows, String name, String group, int count, boolean groupFirst) {
        for (int i = 0; i < count; i++) {
            rows.append(groupFirst ? group + "\t" + name + "-" + i : name + "-" + i + "," + group)
                    .append('\n');
        }
    }

    private Path groups() {
        return folder.resolve("g.csv");
    }

    private Path csv() {
        return folder.resolve("o.csv");
    }
}
