package dev.skillpod.core.recommend.ranking;

import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.feature.RiseColumn;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressModelTest {
    private final CatalogIndex index = TinyWorld.index();
    private final RiseRows rows = new RiseRows(TinyWorld.context(
            index, history(profile("cook", skill("sauce", 20), skill("soup", 45)), List.of(), List.of())));

    /** By hand: room up to 10 levels keeps -0.5 of a promise, which is nothing; up to 30 keeps 0.125, more keeps 0.5. */
    private static double keptOf(double room) {
        return room <= 10 ? 0 : room <= 30 ? 0.125 : 0.5;
    }

    private static String text() {
        int room = RiseColumn.ROOM.ordinal();
        String tree = "Tree=0\nnum_leaves=3\nnum_cat=0\nsplit_feature=" + room + " " + room
                + "\nsplit_gain=1 1\nthreshold=30 10\ndecision_type=2 2\nleft_child=1 -1\nright_child=-3 -2\n"
                + "leaf_value=-0.5 0.125 0.5\nleaf_weight=1 1 1\nleaf_count=1 1 1\ninternal_value=0 0\n"
                + "internal_weight=3 2\ninternal_count=3 2\nis_linear=0\nshrinkage=1\n\n\n";
        return "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\nmax_feature_idx="
                + (RiseColumn.count() - 1) + "\nobjective=regression\nfeature_names="
                + String.join(" ", ProgressModel.columns()) + "\nfeature_infos="
                + "[0:1] ".repeat(RiseColumn.count()).strip() + "\ntree_sizes=" + tree.length() + "\n\n" + tree
                + "end of trees\n";
    }

    @Test
    void expectsOfEachContentTheKeptPartsOfItsPromises() {
        int[] contents = IntStream.concat(IntStream.range(0, index.contentCount()), IntStream.of(3, 3, 0))
                .toArray();
        double[] expected = ProgressModel.parse(text()).expected(rows, contents);
        double[] untrained = ProgressModel.parse("").expected(rows, contents);

        assertThat(expected).hasSameSizeAs(contents);
        for (int c = 0; c < contents.length; c++) {
            int content = contents[c];
            double sum = 0;
            double usual = 0;
            for (int i = 0; i < rows.skills(content); i++) {
                double room = index.content(content).levelTo() - rows.level(content, i);
                double promise = rows.promise(content, i);
                sum += rows.worth(content, i) * (rows.efficiency(content) * (promise * keptOf(room)));
                usual += rows.worth(content, i) * (rows.efficiency(content) * (promise * 0.2));
            }
            assertThat(expected[c]).isEqualTo(sum);
            assertThat(untrained[c]).isEqualTo(usual);
        }
        assertThat(expected).contains(0.0);
        assertThat(Arrays.stream(expected).max().orElseThrow()).isPositive();
    }

    @Test
    void noContentsNoProgress() {
        assertThat(ProgressModel.parse(text()).expected(rows, new int[0])).isEmpty();
    }
}
