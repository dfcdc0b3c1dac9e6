package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextVectorsTest {
    @TempDir
    Path directory;

    private final CountingEmbedder embedder = new CountingEmbedder("model-a");

    private Path file() {
        return directory.resolve("model-a.vectors");
    }

    private void keep(String... texts) {
        var vectors = new TextVectors(new CountingEmbedder("model-a"), directory);
        for (String text : texts) {
            vectors.embed(text);
        }
        vectors.save();
    }

    @Test
    void aTextIsEmbeddedOnceAndKeptForTheNextProcess() {
        keep("a", "b", "");

        var again = new TextVectors(embedder, directory);

        for (String text : new String[] {"a", "b", ""}) {
            assertThat(again.embed(text)).isEqualTo(new CountingEmbedder("model-a").embed(text));
        }
        assertThat(embedder.asked).isEmpty();
        again.embed("c");
        again.embed("c");
        assertThat(embedder.asked).containsExactly("c");
    }

    @Test
    void savingWithNothingNewLeavesTheFileAlone() throws IOException {
        keep("a");
        Files.writeString(file(), "not ours to touch now");
        var unchanged = new TextVectors(embedder, directory.resolve("elsewhere"));

        unchanged.save();

        assertThat(directory.resolve("elsewhere")).doesNotExist();
        assertThat(Files.readString(file())).isEqualTo("not ours to touch now");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 11, 12, 40, 60})
    void aCutFileIsMadeAgain(int length) throws IOException {
        keep("a", "b");
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), length));

        remade();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 9, 20, 40, -1})
    void anAlteredFileIsMadeAgain(int place) throws IOException {
        keep("a", "b");
        byte[] bytes = Files.readAllBytes(file());
        bytes[place < 0 ? bytes.length - 1 : place] ^= 1;
        Files.write(file(), bytes);

        remade();
    }

    private void remade() {
        var vectors = new TextVectors(embedder, directory);
        vectors.embed("a");
        vectors.embed("b");
        vectors.save();
        assertThat(embedder.asked).containsExactly("a", "b");

        var next = new CountingEmbedder("model-a");
        new TextVectors(next, directory).embed("a");
        assertThat(next.asked).isEmpty();
    }

    @Test
    void anotherModelHasAnotherFile() {
        keep("a");
        var other = new CountingEmbedder("model-b");

        new TextVectors(other, directory).embed("a");

        assertThat(other.asked).containsExactly("a");
    }

    /** A start may not fail because a disk is full or read-only: the next one embeds again, that is all. */
    @Test
    void aPlaceThatCannotBeWrittenIsNoFailure() throws IOException {
        Path occupied = Files.writeString(directory.resolve("occupied"), "");
        var vectors = new TextVectors(embedder, occupied);
        vectors.embed("a");

        vectors.save();

        assertThat(vectors.embed("a")).hasSize(4);
    }

    @Test
    void nothingButTheFileIsLeftBehind() throws IOException {
        keep("a");
        keep("b");

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }
}
