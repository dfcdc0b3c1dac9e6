package dev.skillpod.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.math.VectorIndex;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.candidate.content.ContentGenerator;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import dev.skillpod.embedding.MiniLmEmbedder;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MiniLM reads English; the content generator must find contents of a Chinese and a Vietnamese catalogue all the same. */
class ChineseCatalogTest {
    private static final List<String> TITLES = List.of(
            "线性代数",
            "概率论与数理统计",
            "中国近现代史纲要",
            "有机化学基础",
            "计算机网络原理",
            "市场营销策略",
            "土力学与地基基础",
            "古典园林艺术欣赏",
            "数据库系统设计",
            "临床护理技能",
            "Nhập môn lập trình Python",
            "Kế toán doanh nghiệp");

    private static final Map<String, String> WANTED = new LinkedHashMap<>(Map.of(
            "我想学好概率和统计分析", "概率论与数理统计",
            "成为数据库工程师", "数据库系统设计",
            "想了解园林艺术", "古典园林艺术欣赏",
            "从事护理工作", "临床护理技能",
            "学习营销", "市场营销策略",
            "网络工程师，懂计算机", "计算机网络原理",
            "lap trinh vien", "Nhập môn lập trình Python"));

    @Test
    void findsByWordsWhatTheEnglishModelMisses() {
        var catalog = new Catalog(
                List.of(),
                List.of(),
                List.of(),
                IntStream.range(0, TITLES.size())
                        .mapToObj(ChineseCatalogTest::content)
                        .toList());
        try (MiniLmEmbedder miniLm = MiniLmEmbedder.load()) {
            var index = new CatalogIndex(catalog, CatalogEmbedding.of(catalog, miniLm));
            var generator = new ContentGenerator(index);
            var meanings = VectorIndex.of(
                    miniLm.dimension(), Arrays.asList(index.embedding().contents()));
            int alone = 0;
            for (Map.Entry<String, String> wanted : WANTED.entrySet()) {
                int found = generator.generate(context(index, wanted.getKey()), 5, c -> true)
                        .contents()[0];
                assertThat(TITLES.get(found)).as(wanted.getKey()).isEqualTo(wanted.getValue());
                int nearest = meanings.top(miniLm.embed(wanted.getKey()), 1, c -> true)
                        .getFirst()
                        .index();
                alone += TITLES.get(nearest).equals(wanted.getValue()) ? 1 : 0;
            }
            assertThat(alone).as("found by MiniLM alone").isLessThanOrEqualTo(WANTED.size() / 2);
        }
    }

    private static LearnerContext context(CatalogIndex index, String goal) {
        var profile = new LearnerProfile(List.of(), List.of(goal), null, null, null, 5);
        var history = new LearnerHistory(new LearnerKey("t", "u"), profile, List.of(), List.of(), List.of(), List.of());
        LearnerState state = LearnerState.of(
                index, new RoleMatcher(index), LevelModel.untrained(), history, List.of(), Instant.EPOCH);
        Taste unknown = Taste.unknown(index.contentCount());
        return new LearnerContext(
                state,
                unknown,
                unknown,
                unknown,
                ContentStatistics.none(index.contentCount()),
                MarketDemand.unknown(0));
    }

    private static Content content(int i) {
        return new Content(
                "c" + i,
                ContentType.COURSE,
                TITLES.get(i),
                null,
                null,
                null,
                List.of(),
                0,
                50,
                60,
                List.of(),
                DataSource.REAL);
    }
}
