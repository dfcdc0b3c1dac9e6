package dev.skillpod.store.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.model.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFilesTest {
    private static final Provenance PROVENANCE = new Provenance(
            "als",
            Instant.parse("2026-11-23T10:14:59.123456789Z"),
            42,
            Instant.parse("2020-01-01T00:00:00Z"),
            Instant.MAX,
            "synthetic",
            Map.of("engagements", 123L, "learners", 7L),
            Map.of("factors", "64", "alpha", "40.0"),
            Map.of("ndcg@10", 0.1234567890123, "coverage", Double.NaN));

    @TempDir
    Path root;

    private Instant now = Instant.parse("2026-11-23T10:15:00Z");

    private ModelFiles models() {
        return new ModelFiles(root, () -> now);
    }

    @Test
    void givesBackWhatWasSaved() {
        String version = models().save("als", files("one", "two"), PROVENANCE);

        assertThat(version).matches("20261123-101500-[0-9a-f]{8}");
        StoredModel stored = models().current("als").orElseThrow();
        assertThat(stored.version()).isEqualTo(version);
        assertThat(stored.provenance()).isEqualTo(PROVENANCE);
        assertThat(stored.files()).containsOnlyKeys("factors.bin", "items.txt");
        assertThat(stored.file("factors.bin")).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.exists(root.resolve("als").resolve(version).resolve("manifest.json")))
                .isTrue();
    }

    @Test
    void hasNoCurrentVersionBeforeTheFirstIsSaved() {
        assertThat(models().current("als")).isEmpty();
        assertThat(models().versions("als")).isEmpty();
    }

    @Test
    void listsVersionsNewestFirstAndPromotesAnOlderOne() {
        String first = models().save("als", files("one", ""), PROVENANCE);
        now = now.plusSeconds(60);
        String second = models().save("als", files("two", ""), PROVENANCE);
        now = now.plusSeconds(60);
        String staged = models().stage("als", files("three", ""), PROVENANCE);

        assertThat(models().versions("als")).containsExactly(staged, second, first);
        assertThat(models().currentVersion("als")).hasValue(second);
        models().promote("als", first);
        assertThat(models().currentVersion("als")).hasValue(first);
        assertThat(models().prune("als", 1)).containsExactly(second);
        assertThat(models().versions("als")).containsExactly(staged, first);
    }

    @Test
    void savingTheSameTwiceInASecondIsOneVersion() {
        String first = models().save("als", files("one", "two"), PROVENANCE);

        assertThat(models().save("als", files("one", "two"), PROVENANCE)).isEqualTo(first);
        assertThat(models().versions("als")).containsExactly(first);
    }

    @Test
    void leavesNothingUnfinishedBehind() throws IOException {
        String version = models().save("als", files("one", "two"), PROVENANCE);

        try (var entries = Files.list(root.resolve("als"))) {
            assertThat(entries.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("current", version);
        }
    }

    @Test
    void namesTheFileThatWasAltered() throws IOException {
        Path file = saved().resolve("factors.bin");
        Files.writeString(file, "onE");

        assertCorrupt("factors.bin", "was altered");
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        Files.delete(saved().resolve("items.txt"));

        assertCorrupt("items.txt", "is missing");
    }

    @Test
    void namesTheFileThatIsTooLong() throws IOException {
        Files.writeString(saved().resolve("items.txt"), "two and more");

        assertCorrupt("items.txt", "must be 3 bytes long, was 12");
    }

    @Test
    void refusesALinkInPlaceOfAFile() throws IOException {
        Path file = saved().resolve("items.txt");
        Path elsewhere = Files.writeString(root.resolve("elsewhere"), "two");
        Files.delete(file);
        Files.createSymbolicLink(file, elsewhere);

        assertCorrupt("items.txt", "is not a plain file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1234567890123", "engagements\" : 123", "\"factors.bin\"", "\"als\""})
    void refusesAnAlteredManifest(String part) throws IOException {
        Path manifest = saved().resolve("manifest.json");
        String text = Files.readString(manifest);
        assertThat(text).contains(part);
        Files.writeString(manifest, text.replace(part, part.replaceAll("[0-9a](?=[^0-9a]*$)", "7")));

        assertCorrupt("manifest.json", "was altered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"format\": 1, \"format\": 1}", "{\"unknown\": 1}", "null"})
    void refusesAMalformedManifest(String text) throws IOException {
        Files.writeString(saved().resolve("manifest.json"), text);

        assertThatThrownBy(() -> models().current("als"))
                .isInstanceOf(CorruptModelException.class)
                .hasMessageContaining("manifest.json");
    }

    /** The manifest is made to match the version, as an attacker would: the file name alone must stop it. */
    @Test
    void refusesAManifestThatPointsOutsideItsDirectory() throws IOException {
        Files.writeString(root.resolve("secret"), "two");
        var entry = Manifest.Entry.of("../../secret", "two".getBytes(StandardCharsets.UTF_8));
        var manifest = new Manifest(Manifest.FORMAT, "als", java.util.List.of(entry), PROVENANCE);
        String version = "20261123-101500-" + Manifest.fingerprint(Manifest.sha256(manifest.json()));
        Path directory = Files.createDirectories(root.resolve("als").resolve(version));
        Files.write(directory.resolve("manifest.json"), manifest.json());

        assertThatThrownBy(() -> models().load("als", version))
                .isInstanceOf(CorruptModelException.class)
                .hasMessageContaining("../../secret is not a legal file name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../als", "a/b", "manifest.json", ".hidden", "a b", "ä"})
    void refusesIllegalFileNames(String name) {
        assertThatThrownBy(() -> models().save("als", Map.of(name, new byte[1]), PROVENANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file names must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "Als"})
    void refusesIllegalModelNames(String name) {
        assertThatThrownBy(() -> models().current(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../../etc", "20261123-101500-ab12cd3x"})
    void refusesIllegalVersions(String version) {
        assertThatThrownBy(() -> models().load("als", version)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPointerThatNamesNoVersion() throws IOException {
        saved();
        Files.writeString(root.resolve("als").resolve("current"), "../../etc");

        assertCorrupt("current", "does not name a version");
    }

    @Test
    void doesNotPromoteACorruptVersion() throws IOException {
        String good = models().save("als", files("one", "two"), PROVENANCE);
        now = now.plusSeconds(1);
        String bad = models().stage("als", files("three", "four"), PROVENANCE);
        Files.delete(root.resolve("als").resolve(bad).resolve("items.txt"));

        assertThatThrownBy(() -> models().promote("als", bad)).isInstanceOf(CorruptModelException.class);
        assertThat(models().currentVersion("als")).hasValue(good);
    }

    private Path saved() {
        return root.resolve("als").resolve(models().save("als", files("one", "two"), PROVENANCE));
    }

    private void assertCorrupt(String file, String problem) {
        assertThatThrownBy(() -> models().current("als"))
                .isInstanceOfSatisfying(
                        CorruptModelException.class, e -> assertThat(e.file()).isEqualTo(file))
                .hasMessageContaining(file + " " + problem);
    }

    private static Map<String, byte[]> files(String factors, String items) {
        return Map.of(
                "factors.bin",
                factors.getBytes(StandardCharsets.UTF_8),
                "items.txt",
                items.getBytes(StandardCharsets.UTF_8));
    }
}
