package dev.skillpod.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.log.InteractionLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u1\tb\nu1\ta\nu 2\tb\n",
                "\uFEFFu1\tb\t\t\r\nu1\ta\t3.5\r\n\r\nu 2\tb\t-1",
                "u1,b\nu1,a\nu 2,b",
                "u1\tb\t1\t100\nu 2\tb\t1\t0\nu1\ta\t1\t200\n"
            })
    void readsTheSameLogFromEverySpelling(String text) throws IOException {
        InteractionFile read = read(text);
        InteractionLog log = read.log();
        assertThat(log.users()).isEqualTo(2);
        assertThat(log.history(0))
                .containsExactly(read.items().find("b"), read.items().find("a"));
        assertThat(read.users().find("u 2")).isEqualTo(1);
        assertThat(read.users().find("nobody")).isEqualTo(-1);
        assertThat(log.ordered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id:token\titem_id:token\trating:float", "userId\tmovieId", "User\tItem\tvalue\ttime"})
    void leavesOutAHeaderLineButNoOtherLine(String header) throws IOException {
        InteractionFile read = read(header + "\nu\ti\n");
        assertThat(read.log().entries()).isEqualTo(1);
        assertThat(read.users().find("u")).isZero();
        assertWrong(
                "u\ti\n" + "user_id\titem_id\trating\n",
                ", line 2, field value: must be a finite number or empty, was 'rating'");
    }

    @Test
    void readsSpacesAndCompressedFiles() throws IOException {
        Path file = folder.resolve("t.tsv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("1 7 1 5\n1  8 1 4\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(InteractionFile.read(file, Progress.SILENT).log().history(0)).containsExactly(1, 0);
    }

    @Test
    void aSortedFileWithoutTimesHasNoOrder() throws IOException {
        var sorted = new StringBuilder();
        for (int item = 0; item < 30; item++) {
            sorted.append("1\t").append(3 * item).append('\n');
        }
        assertThat(read(sorted.toString()).log().ordered()).isFalse();
        assertThat(read(sorted + "2\t7\n2\t5\n2\t6\n2\t1\n").log().ordered()).isTrue();
        assertThat(read(sorted.toString().replace("\n", "\t1\t9\n")).log().ordered())
                .isTrue();
    }

    @Test
    void namesFileLineFieldLegalValuesAndWhatWasFound() {
        assertWrong("a\tb\n\na\t\n", ", line 3, field item: must be not empty, was ''");
        assertWrong("a\n", ", line 1, field item: must be not empty, was ''");
        assertWrong("a\tb\tmany\n", ", line 1, field value: must be a finite number or empty, was 'many'");
        assertWrong("a\tb\tNaN\n", ", line 1, field value: must be a finite number or empty, was 'NaN'");
        assertWrong(
                "a\tb\t1\t5\na\tc\t1\t-3\n",
                ", line 2, field unix time: must be seconds since 1970 in [0, 253402300800] or empty, was '-3'");
        assertWrong("a\tb\t1\t5\t6\n", ", line 1: a row must have at most 4 fields separated by tabs, had 5");
        assertWrong("\n", "must have at least one row of user and item, had none");
        assertThatThrownBy(() -> InteractionFile.read(folder.resolve("absent"), Progress.SILENT))
                .hasMessageContaining("must be a readable file, was '");
    }

    @Test
    void textMustBeUtf8() throws IOException {
        Path file = folder.resolve("latin.tsv");
        Files.write(file, new byte[] {'a', '\t', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> InteractionFile.read(file, Progress.SILENT))
                .hasMessageContaining("text must be UTF-8");
    }

    private void assertWrong(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t.tsv")
                .hasMessageEndingWith(message);
    }

    private InteractionFile read(String text) throws IOException {
        Path file = folder.resolve("t.tsv");
        Files.writeString(file, text);
        return InteractionFile.read(file, Progress.SILENT);
    }
}
