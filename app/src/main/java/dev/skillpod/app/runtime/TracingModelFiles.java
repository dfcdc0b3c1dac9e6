package dev.skillpod.app.runtime;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.tracing.level.LevelScale;
import dev.skillpod.core.tracing.stack.StackedModel;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Trained mastery tracing as files, and back. Tree models stay LightGBM text, so that other tools can read them. */
public final class TracingModelFiles {
    /** The name under which versions are kept. */
    public static final String MODEL = "tracing";

    private static final String IDS = "tracing.json";
    private static final String BASE = "abilities.bin";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TracingModelFiles() {}

    /** What is neither numbers nor trees. */
    record Rest(
            List<String> itemIds,
            List<String> skillIds,
            @Nullable LevelScale scale,
            int trees) {}

    /** Returns the files of a trained model, by name. */
    public static Map<String, byte[]> write(TrainedTracing trained) {
        var files = new TreeMap<String, byte[]>();
        files.put(BASE, trained.model().bytes());
        List<String> trees = trained.model().treeTexts();
        for (int k = 0; k < trees.size(); k++) {
            files.put(trees(k), trees.get(k).getBytes(StandardCharsets.UTF_8));
        }
        files.put(
                IDS,
                MAPPER.writeValueAsBytes(new Rest(
                        trained.itemIds(), trained.skillIds(), trained.scale().orElse(null), trees.size())));
        return files;
    }

    /**
     * Reads a trained model from its files.
     *
     * @throws IllegalArgumentException when a file is missing or does not hold what it should
     */
    public static TrainedTracing read(Map<String, byte[]> files, Provenance provenance) {
        try {
            Rest rest = MAPPER.readValue(file(files, IDS), Rest.class);
            var trees = new ArrayList<String>();
            for (int k = 0; k < rest.trees(); k++) {
                trees.add(new String(file(files, trees(k)), StandardCharsets.UTF_8));
            }
            if (files.size() != trees.size() + 2) {
                throw new IllegalArgumentException("the files are " + files.keySet());
            }
            return new TrainedTracing(
                    rest.itemIds(),
                    rest.skillIds(),
                    StackedModel.read(file(files, BASE), trees, provenance),
                    rest.scale());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "the files of mastery tracing do not fit together: " + e.getMessage(), e);
        }
    }

    private static String trees(int k) {
        return "trees-" + k + ".txt";
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return bytes;
    }
}
