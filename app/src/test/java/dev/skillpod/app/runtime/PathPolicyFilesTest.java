package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.path.content.PathCalibration;
import dev.skillpod.core.path.content.PathPolicy;
import dev.skillpod.core.path.content.TrainedPathPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathPolicyFilesTest {
    private static final int[] SIZES = {28, 2, 1};
    private static final Provenance PROVENANCE = new Provenance(
            "path-policy-1", Instant.EPOCH, 1, Instant.EPOCH, Instant.EPOCH, "synthetic", Map.of(), Map.of(), Map.of());

    private static TrainedPathPolicy trained() {
        var parameters = new float[28 * 2 + 2 + 2 + 1];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) Math.sin(i) / 3;
        }
        return new TrainedPathPolicy(
                new PathPolicy(SIZES, parameters), new PathCalibration(0.7, 0.4, 3.1, 1.25), PROVENANCE);
    }

    @Test
    void whatIsWrittenIsRead() {
        TrainedPathPolicy read = PathPolicyFiles.read(PathPolicyFiles.write(trained()), PROVENANCE);

        assertThat(read.policy().sizes()).isEqualTo(SIZES);
        assertThat(read.policy().parameters()).isEqualTo(trained().policy().parameters());
        assertThat(read.calibration()).isEqualTo(trained().calibration());
    }

    @Test
    void anythingElseIsRefused() {
        String text = new String(PathPolicyFiles.write(trained()).get("path-policy.json"), StandardCharsets.UTF_8);

        refused(text.replace("path-policy-1", "path-policy-0"));
        refused(text.replace("[28,2,1]", "[28,3,1]"));
        refused(text.replace("1.25", "-1"));
        refused("{}");
        refused("null");
        assertThatThrownBy(() -> PathPolicyFiles.read(Map.of(), PROVENANCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> PathPolicyFiles.read(
                        Map.of("path-policy.json", text.getBytes(StandardCharsets.UTF_8)), PROVENANCE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
