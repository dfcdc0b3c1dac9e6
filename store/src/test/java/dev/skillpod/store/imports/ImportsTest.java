package dev.skillpod.store.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.model.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatAFolderMustHold() {
        assertThatThrownBy(() -> new Import(folder.resolve("nowhere")).run())
                .isInstanceOf(ImportException.class)
                .hasMessage(folder + "/nowhere: must be a file or folder that exists, was not found");
        assertThatThrownBy(() -> new Import(folder).run())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(folder + ": must hold files named skills, prerequisites, roles");
        Import onet = new Import(folder);
        onet.options = onet.options.withFormat(ImportFormat.ONET);
        assertThatThrownBy(onet::run).hasMessage(folder + ": must be a folder with Occupation Data.txt, has none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            skill_id,area      | skills.csv:1: header: must name the columns skill_id, name, was missing name
            skill_id;name      | skills.csv:1: header: must name the columns skill_id, name, was missing skill_id, name
            skill_id,name,NAME | skills.csv:1: header: must name each column once, twice: name
            """)
    void checksHeadersBeforeAnythingIsStored(String header, String message) throws IOException {
        Import run = new Import(folder)
                .file("contents.csv", "content_id,content_type,title", "c,BOOK,T")
                .file("skills.csv", header, "a,b");

        assertThatThrownBy(run::run).isInstanceOf(ImportException.class).hasMessage(folder + "/" + message);
        assertThat(run.sink.batches).isEmpty();
    }

    @Test
    void tenantMustComeFromSomewhere() throws IOException {
        Import run = new Import(folder).file("learners.csv", "user_id", "u");

        assertThatThrownBy(run::run)
                .hasMessageContaining("must name the columns tenant_id, user_id, was missing tenant_id");
        assertThat(run.tenant("acme").run().complete()).isTrue();
    }

    @Test
    void notesUnknownColumnsAndEmptyFiles() throws IOException {
        ImportReport report = new Import(folder)
                .file("skills.csv", "skill_id,name,colour", "a,A,red")
                .file(
                        "roles.ndjson",
                        "{\"role_id\":\"r\",\"title\":\"R\",\"pay\":1}",
                        "{\"role_id\":\"q\",\"title\":\"Q\",\"pay\":2}")
                .bytes("contents.csv", new byte[0])
                .run();

        assertThat(report.complete()).isTrue();
        assertThat(report.files())
                .extracting(FileReport::notes)
                .containsExactly(
                        List.of("unknown column \"colour\" is not imported"),
                        List.of("unknown field \"pay\" is not imported"),
                        List.of("the file is empty"));
    }

    @Test
    void aFileThatBreaksOffKeepsItsGoodRowsAndTheOtherFiles() throws IOException {
        var text = new StringBuilder("skill_id,name\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",Skill ").append(i * 31 % 7919).append('\n');
        }
        byte[] whole = Import.gzip(text.toString());
        Import run = new Import(folder)
                .bytes("skills.csv.gz", Arrays.copyOf(whole, whole.length / 2))
                .file("roles.csv", "role_id,title", "r,R");

        ImportReport report = run.run();

        assertThat(report.complete()).isFalse();
        assertThat(report.files().getFirst().failure())
                .startsWith("must be readable to its end: ")
                .contains("after line");
        assertThat(report.files().getFirst().accepted()).isBetween(1L, 19_999L);
        assertThat(run.sink.skills).hasSize((int) report.files().getFirst().accepted());
        assertThat(run.sink.roles).containsOnlyKeys("r");
        assertThat(report.firstProblem().orElseThrow()).contains("skills.csv.gz: must be readable to its end");
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Import run = new Import(folder).bytes("skills.csv", "skill_id,name\na,A\n".getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(run::run).hasMessageContaining("skills.csv").hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> new Import(folder.resolve("gz"))
                        .bytes("skills.csv.gz", "skill_id,name\n".getBytes(StandardCharsets.UTF_8))
                        .run())
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Not in GZIP format");
    }

    @Test
    void reportsProgressInBytes() throws IOException {
        var lines = new String[50_001];
        Arrays.setAll(lines, i -> i == 0 ? "skill_id,name" : "skill-" + i + ",A skill with a name of some length " + i);
        Import run = new Import(folder).file("skills.csv", lines);
        var steps = new ArrayList<long[]>();

        Imports.run(folder, run.options, run.sink, (stage, done, total) -> {
            assertThat(stage).isEqualTo("Importing skills.csv");
            steps.add(new long[] {done, total});
        });

        assertThat(steps).hasSizeGreaterThan(2).allMatch(step -> step[0] <= step[1]);
        assertThat(steps.getLast()[0]).isEqualTo(steps.getLast()[1]);
    }

    @Test
    void endsWhenTheSinkNamesNoRow() throws IOException {
        Import run = new Import(folder).file("skills.csv", "skill_id,name", "a,A");
        run.sink.refused.put("a", "never");
        ImportSink vague = new VagueSink(run.sink);

        assertThatThrownBy(() -> Imports.run(folder, run.options, vague, Progress.SILENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none of its rows was named");
    }

    @Test
    void optionsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportOptions.defaults().withBatchSize(0))
                .withMessage("batchSize must be in [1, 100000], was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportOptions.defaults().withTenant(" "))
                .withMessage("tenant must be 1 to 200 characters, was \" \"");
        Import run = new Import(folder);
        run.options = run.options.withRejects(folder.resolve("no/such/folder/rejects.txt"));
        assertThatThrownBy(run::run)
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("must be a file that can be written for rejected rows");
    }
}
