package dev.skillpod.app.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.AlsTrainer;
import dev.skillpod.core.recommend.candidate.als.Interactions;
import dev.skillpod.core.recommend.candidate.cold.TasteMap;
import dev.skillpod.core.recommend.candidate.cold.TasteMapConfig;
import dev.skillpod.core.recommend.candidate.itemitem.ItemWeights;
import dev.skillpod.core.recommend.ranking.IsotonicCalibration;
import dev.skillpod.core.recommend.ranking.ScoreScale;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.text.TextEmbedder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderFilesTest {
    private static final Provenance PROVENANCE = new Provenance(
            "test",
            Instant.parse("2026-01-05T09:00:00Z"),
            7,
            Instant.EPOCH,
            Instant.parse("2026-01-05T08:00:00Z"),
            "real",
            Map.of("events", 3L),
            Map.of("factors", "2"),
            Map.of("ndcg", 0.5));
    private static final TrainedRecommender TRAINED = trained();

    private final Map<String, byte[]> files = new TreeMap<>(RecommenderFiles.write(TRAINED));

    private static TrainedRecommender trained() {
        var matrix = SparseMatrix.builder(2, 2).add(0, 0, 1).add(1, 1, 1).build();
        var als = new AlsTrainer(AlsConfig.defaults().withFactors(2).withIterations(1))
                .fit(new Interactions(matrix, Instant.EPOCH, Instant.EPOCH, "real"), TrainingRun.of(1, 1));
        return new TrainedRecommender(
                List.of("c1", "c2"),
                als,
                ItemWeights.none(2),
                ItemWeights.none(2),
                tasteMap(als),
                ContentStatistics.none(2),
                "ranker \u00e4",
                new ScoreScale(0.1, 2),
                List.of("first", "second"),
                new IsotonicCalibration(new double[] {0, 0.3}, new double[] {0.25, 1}),
                "progress",
                "levels",
                PROVENANCE,
                null);
    }

    private static TasteMap tasteMap(AlsModel als) {

        List<Content> contents = Stream.of("c1", "c2")
                .map(id -> new Content(
                        id, ContentType.COURSE, id, null, null, null, List.of(), 0, 50, 60, List.of(), DataSource.REAL))
                .toList();
        var catalog = new Catalog(List.of(), List.of(), List.of(), contents);
        var index = new CatalogIndex(catalog, CatalogEmbedding.of(catalog, new OneDirection()));
        return TasteMap.fit(index, als.itemFactors(), 2, new int[] {1, 1}, TasteMapConfig.defaults(), 1);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        TrainedRecommender read = RecommenderFiles.read(files, PROVENANCE);

        assertThat(read.contentIds()).isEqualTo(TRAINED.contentIds());
        assertThat(read.ranker()).isEqualTo(TRAINED.ranker());
        assertThat(read.relevance()).isEqualTo(TRAINED.relevance());
        assertThat(read.progress()).isEqualTo(TRAINED.progress());
        assertThat(read.levels()).isEqualTo(TRAINED.levels());
        assertThat(read.scale()).isEqualTo(TRAINED.scale());
        assertThat(read.provenance()).isEqualTo(PROVENANCE);
        assertThat(read.als().itemFactors()).isEqualTo(TRAINED.als().itemFactors());
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("als", "tasteMap")
                .isEqualTo(TRAINED);
        assertThat(RecommenderFiles.write(read)).usingRecursiveComparison().isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "als.bin",
                "together.bin",
                "next.bin",
                "taste-map.bin",
                "ranker.txt",
                "progress.txt",
                "levels.txt",
                "relevance-0.txt",
                "relevance-1.txt",
                "recommender.json"
            })
    void aMissingPartIsNamed(String name) {
        assertThat(files.remove(name)).isNotNull();

        assertThatThrownBy(() -> RecommenderFiles.read(files, PROVENANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void nothingElseIsWritten() {
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "als.bin",
                        "together.bin",
                        "next.bin",
                        "taste-map.bin",
                        "ranker.txt",
                        "progress.txt",
                        "levels.txt",
                        "relevance-0.txt",
                        "relevance-1.txt",
                        "recommender.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "als.bin | nonsense",
                "als.bin | ''",
                "recommender.json | nonsense",
                "recommender.json | ''",
                "recommender.json | null",
                "recommender.json | []",
                "recommender.json | {}",
                "recommender.json | {\"contentIds\":null}",
                "recommender.json | {\"contentIds\":[\"c1\"],\"relevanceMembers\":2}"
            })
    void aDamagedPartIsRefused(String name, String content) {
        files.put(name, content.getBytes(UTF_8));

        assertThatThrownBy(() -> RecommenderFiles.read(files, PROVENANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the files of the recommender do not fit together: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"relevanceMembers\":2 | \"relevanceMembers\":0",
                "\"relevanceMembers\":2 | \"relevanceMembers\":-1",
                "\"relevanceMembers\":2 | \"relevanceMembers\":2000000000",
                "\"relevanceMembers\":2 | \"relevanceMembers\":3",
                "[\"c1\",\"c2\"] | [\"c1\"]",
                "\"width\":2.0 | \"width\":0.0"
            })
    void valuesThatCannotBeAreRefused(String is, String becomes) {
        String json = new String(files.get("recommender.json"), UTF_8);
        assertThat(json).contains(is);
        files.put("recommender.json", json.replace(is, becomes).getBytes(UTF_8));

        assertThatThrownBy(() -> RecommenderFiles.read(files, PROVENANCE)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Says the same of every text. */
    private static final class OneDirection implements TextEmbedder {
        @Override
        public String modelName() {
            return "one-direction";
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1};
        }
    }
}
