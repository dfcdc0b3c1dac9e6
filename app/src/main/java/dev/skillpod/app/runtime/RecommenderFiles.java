package dev.skillpod.app.runtime;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.monitoring.FeatureSnapshot;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.cold.TasteMap;
import dev.skillpod.core.recommend.candidate.itemitem.ItemWeights;
import dev.skillpod.core.recommend.ranking.IsotonicCalibration;
import dev.skillpod.core.recommend.ranking.ScoreScale;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A trained recommender as files, and back. Tree models stay LightGBM text, so that other tools can read them. */
public final class RecommenderFiles {
    /** The name under which versions are kept. */
    public static final String MODEL = "recommender";

    private static final String ALS = "als.bin";
    private static final String TOGETHER = "together.bin";
    private static final String NEXT = "next.bin";
    private static final String TASTE_MAP = "taste-map.bin";
    private static final String RANKER = "ranker.txt";
    private static final String PROGRESS = "progress.txt";
    private static final String LEVELS = "levels.txt";
    private static final String REST = "recommender.json";
    private static final String FEATURES = "features.json";
    private static final int MOST_MEMBERS = 1_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RecommenderFiles() {}

    /** What is neither trees nor factors. */
    record Rest(
            List<String> contentIds,
            ContentStatistics statistics,
            ScoreScale scale,
            IsotonicCalibration calibration,
            int relevanceMembers) {
        Rest {
            present("contentIds", contentIds);
            present("statistics", statistics);
            present("scale", scale);
            present("calibration", calibration);
            if (relevanceMembers < 1 || relevanceMembers > MOST_MEMBERS) {
                throw new IllegalArgumentException(
                        "relevanceMembers must be in [1, " + MOST_MEMBERS + "], was " + relevanceMembers);
            }
            if (statistics.size() != contentIds.size()) {
                throw new IllegalArgumentException("statistics must be of " + contentIds.size()
                        + " contents as contentIds, were of " + statistics.size());
            }
        }

        private static void present(String name, @Nullable Object value) {
            if (value == null) {
                throw new IllegalArgumentException(name + " is missing in " + REST);
            }
        }
    }

    /** Returns the files of a recommender, by name. */
    public static Map<String, byte[]> write(TrainedRecommender trained) {
        var files = new TreeMap<String, byte[]>();
        files.put(ALS, trained.als().toBytes());
        files.put(TOGETHER, trained.together().toBytes());
        files.put(NEXT, trained.next().toBytes());
        files.put(TASTE_MAP, trained.tasteMap().toBytes());
        files.put(RANKER, text(trained.ranker()));
        files.put(PROGRESS, text(trained.progress()));
        files.put(LEVELS, text(trained.levels()));
        for (int m = 0; m < trained.relevance().size(); m++) {
            files.put(relevance(m), text(trained.relevance().get(m)));
        }
        var rest = new Rest(
                trained.contentIds(),
                trained.statistics(),
                trained.scale(),
                trained.calibration(),
                trained.relevance().size());
        files.put(REST, MAPPER.writeValueAsBytes(rest));
        FeatureSnapshot features = trained.features();
        if (features != null) {
            files.put(FEATURES, MAPPER.writeValueAsBytes(features));
        }
        return files;
    }

    /**
     * Reads a recommender from its files.
     *
     * @throws IllegalArgumentException when a file is missing or does not hold what it should
     */
    public static TrainedRecommender read(Map<String, byte[]> files, Provenance provenance) {
        try {
            Rest rest = rest(file(files, REST));
            return new TrainedRecommender(
                    rest.contentIds(),
                    AlsModel.fromBytes(file(files, ALS)),
                    ItemWeights.fromBytes(file(files, TOGETHER)),
                    ItemWeights.fromBytes(file(files, NEXT)),
                    TasteMap.fromBytes(file(files, TASTE_MAP)),
                    rest.statistics(),
                    string(files, RANKER),
                    rest.scale(),
                    IntStream.range(0, rest.relevanceMembers())
                            .mapToObj(m -> string(files, relevance(m)))
                            .toList(),
                    rest.calibration(),
                    string(files, PROGRESS),
                    string(files, LEVELS),
                    provenance,
                    features(files.get(FEATURES)));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the files of the recommender do not fit together: " + e.getMessage(), e);
        }
    }

    private static Rest rest(byte[] json) {
        Rest rest = MAPPER.readValue(json, Rest.class);
        if (rest == null) {
            throw new IllegalArgumentException(REST + " must be an object, was null");
        }
        return rest;
    }

    /** Models of before have none. */
    private static @Nullable FeatureSnapshot features(byte @Nullable [] json) {
        return json == null ? null : MAPPER.readValue(json, FeatureSnapshot.class);
    }

    private static String relevance(int member) {
        return "relevance-" + member + ".txt";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(Map<String, byte[]> files, String name) {
        return new String(file(files, name), StandardCharsets.UTF_8);
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return bytes;
    }
}
