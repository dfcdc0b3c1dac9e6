package dev.skillpod.store.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedVersionsTest {
    @TempDir
    Path root;

    @Test
    void deletesWhatIsGoneOrOldAndNothingThatMayBeInTheMaking() throws IOException {
        Path gone = unfinished("gone" + UnfinishedVersions.END_OF_MARK + "1", Duration.ZERO);
        Path alive = unfinished("alive" + UnfinishedVersions.END_OF_MARK + "1", Duration.ofDays(9));
        Path fresh = unfinished("123", Duration.ofHours(23));
        Path old = unfinished("456", Duration.ofHours(25));
        Path version = Files.createDirectories(root.resolve("recommender").resolve("20250101-000000-00000000"));

        assertThat(UnfinishedVersions.delete(root, "gone"::equals)).isEqualTo(2);

        assertThat(gone).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(alive).exists();
        assertThat(fresh).exists();
        assertThat(version).exists();
    }

    private Path unfinished(String name, Duration age) throws IOException {
        Path folder = Files.createDirectories(root.resolve("recommender").resolve(ModelFiles.UNFINISHED + name));
        Files.writeString(folder.resolve("als"), "half");
        return Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
    }
}
