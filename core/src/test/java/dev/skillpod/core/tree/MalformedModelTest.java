package dev.skillpod.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedModelTest {
    /** Each line replaces a piece of the golden text, keeping its length when tree_sizes is not the point. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tree\\nversion         | trex\\nversion         | header: a LightGBM model text starts with the line "tree"
        version=v4             | version=v9             | header: version must be v3 or v4
        version=v4\\n          | ''                     | header: version is missing
        num_class=1            | num_class=3            | header: multi-class models are not supported
        label_index=0          | average_output         | header: random forests (average_output) are not supported
        max_feature_idx=2      | max_feature_idx=3      | header: feature_names must hold 4 values, held 3
        max_feature_idx=2      | max_feature_idx=99999999 | header: max_feature_idx must be in [0, 1048575], was 99999999
        feature_names=age size | feature_names=age age  | header: feature_names must be distinct and not empty
        binary sigmoid:1       | binary sigmoid:0       | header: objective "binary sigmoid:0" must give sigmoid above 0
        binary sigmoid:1       | multiclassova          | header: objective "multiclassova" is not supported
        tree_sizes=330         | tree_sizes=331         | tree 1: does not start where tree_sizes says
        tree_sizes=330         | tree_sizes=99999       | tree 0: tree_sizes says 99999 bytes, but only
        tree_sizes=330 333     | tree_sizes=330         | "end of trees" does not follow tree 0
        num_leaves=4           | num_leaves=5           | tree 0: leaf_value must hold 5 values, held 4
        num_leaves=4           | num_leaves=0           | tree 0: num_leaves must be in [1, 131072], was 0
        num_cat=0              | num_cat=x              | tree 0: num_cat must be an integer, was "x"
        split_feature=0 1 0    | split_feature=0 3 0    | tree 0: split_feature must be in [0, 2], was 3
        decision_type=2 4 8    | decision_type=2 12 8   | tree 0: decision_type must be in [0, 11], was 12
        left_child=1 -1 -2     | left_child=0 -1 -2     | tree 0: inner node 0 is the child of more than one node
        left_child=1 -1 -2     | left_child=1 -1 -1     | tree 0: leaf 0 is the child of more than one node
        left_child=1 -1 -2     | left_child=-4 1 -2     | tree 0: leaf 3 is the child of more than one node
        left_child=1 -1 -2     | left_child=2 -1 -2     | tree 0: inner node 2 is the child of more than one node
        right_child=2 -3 -4    | right_child=-3 1 -4    | tree 0: inner node 1 is the child of more than one node
        left_child=1 -1 -2\\nright_child=2 -3 -4 | left_child=-1 2 1\\nright_child=-2 -3 -4 | tree 0: 2 inner nodes cannot be reached from the root
        left_child=1 -1 -2     | left_child=1 -1 -9     | tree 0: left_child must be in [-4, 2], was -9
        leaf_value=0.25        | leaf_value=1e999       | tree 0: leaf_value must hold finite numbers, was "1e999"
        leaf_value=0.25        | leaf_value=NaN         | tree 0: leaf_value must hold finite numbers, was "NaN"
        leaf_count=10          | leaf_count=11          | tree 0: internal_count of node 1 is 30, but its children hold 31 rows
        leaf_count=10          | leaf_count=0           | tree 0: leaf_count must be in [1, 2147483647], was 0
        leaf_count=10          | num_leaves=10          | tree 0: "num_leaves" is given twice
        is_linear=0            | is_linear=1            | tree 0: linear trees are not supported
        cat_boundaries=0 2     | cat_boundaries=2 0     | tree 1: cat_boundaries must ascend from 0
        cat_threshold=40 2     | cat_threshold=-4 2     | tree 1: cat_threshold must hold unsigned 32-bit integers, was "-4"
        threshold=0 -1.5       | threshold=1 -1.5       | tree 1: threshold of a categorical split must be an index in [0, 1), was 1.0
        threshold=0 -1.5       | threshold=0.5 -1.5     | tree 1: threshold of a categorical split must be an index in [0, 1), was 0.5
        end of trees           | end of treez           | "end of trees" does not follow tree 1
        """)
    void saysWhatIsWrongAndWhere(String piece, String replacement, String message) throws IOException {
        String text = golden();
        String before = piece.replace("\\n", "\n");
        int at = text.indexOf(before);
        assertThat(at).isNotNegative();
        String damaged =
                text.substring(0, at) + replacement.replace("\\n", "\n") + text.substring(at + before.length());
        boolean inTree = at > text.indexOf("Tree=0");
        assertThatThrownBy(() -> TreeEnsemble.parse(inTree ? withTrueSizes(damaged) : damaged))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageStartingWith(message);
    }

    /** Repairs tree_sizes, so that damage inside a tree is met rather than its length. */
    private static String withTrueSizes(String text) {
        int second = text.indexOf("Tree=1");
        int end = text.indexOf("end of tree");
        return text.replace("330 333", second - text.indexOf("Tree=0") + " " + (end - second));
    }

    @Test
    void aTextCutAnywhereBeforeTheEndOfTreesIsRefused() throws IOException {
        String text = golden();
        int whole = text.indexOf("end of trees") + "end of trees".length();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            if (length < whole) {
                assertThatThrownBy(() -> TreeEnsemble.parse(cut)).isInstanceOf(MalformedModelException.class);
            } else {
                assertThat(TreeEnsemble.parse(cut).treeCount()).isEqualTo(2);
            }
        }
    }

    /** Flips bits, swaps, repeats and drops pieces: the result is refused, or predicts and explains in finite time. */
    @Test
    @Timeout(60)
    void damagedTextsNeverCrash() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        String large = TwinTree.modelText(
                List.of(TwinTree.random(random, 31, 5), TwinTree.random(random, 12, 5)), 5, "binary sigmoid:1");
        int accepted = 0;
        int refused = 0;
        for (String original : List.of(golden(), large)) {
            for (int i = 0; i < 3000; i++) {
                String text = damage(original, random);
                if (survives(text)) {
                    accepted++;
                } else {
                    refused++;
                }
            }
        }
        // Both ends of the range are met: harmless damage (a leaf's value) and fatal damage (structure).
        assertThat(accepted).isGreaterThan(100);
        assertThat(refused).isGreaterThan(1000);
    }

    private static boolean survives(String text) {
        try {
            TreeEnsemble ensemble = TreeEnsemble.parse(text);
            SplittableRandom random = new SplittableRandom(1);
            double[] row = TwinTree.randomRow(random, ensemble.featureNames().size());
            ensemble.predict(row);
            ensemble.predictRaw(row, 1, new double[1]);
            TreeShap.of(ensemble).contributions(row);
            return true;
        } catch (MalformedModelException e) {
            assertThat(e.getMessage()).containsPattern("^(header|tree \\d+|\"end of trees\")");
            return false;
        }
    }

    private static String damage(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) "0123306789-. \n=eN".charAt(random.nextInt(17));
            case 2 -> {
                int other = random.nextInt(bytes.length);
                byte kept = bytes[at];
                bytes[at] = bytes[other];
                bytes[other] = kept;
            }
            default -> {
                int length = Math.min(random.nextInt(1, 30), bytes.length - at);
                String piece = text.substring(at, at + length);
                return text.substring(0, at)
                        + (random.nextBoolean() ? piece + piece : "")
                        + text.substring(at + length);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static String golden() throws IOException {
        try (InputStream in = MalformedModelTest.class.getResourceAsStream("golden-model.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
