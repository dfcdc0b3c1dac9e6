package dev.skillpod.core.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads LightGBM's text model format, versions v3 and v4: header, trees, {@code end of trees}. */
final class ModelTextReader {
    private static final int MAX_FEATURES = 1 << 20;
    private static final int MAX_TREES = 1 << 20;
    private static final int MAX_TREE_CHARS = 1 << 30;
    private static final String FIRST_TREE = "\n\nTree=0\n";
    private static final String END = "end of trees";

    /**
     * What a model text says.
     *
     * @param featureNames names of the features, in the order of a row
     * @param transform from raw score to prediction
     * @param trees the trees, in the order in which they are summed
     */
    record Contents(List<String> featureNames, OutputTransform transform, List<DecisionTree> trees) {}

    private ModelTextReader() {}

    /**
     * Reads a model. What follows the trees (importances, training parameters) is not looked at.
     *
     * @throws MalformedModelException when the text is not a whole, consistent model of a kind this package evaluates
     */
    static Contents read(String text) {
        if (!text.startsWith("tree\n")) {
            throw new MalformedModelException("header: a LightGBM model text starts with the line \"tree\"");
        }
        int headerEnd = text.indexOf(FIRST_TREE);
        if (headerEnd < 0) {
            throw new MalformedModelException("header: no tree follows it; the text is cut short or holds no trees");
        }
        ModelFields header = ModelFields.of("header", text.substring(0, headerEnd));
        requireSupported(header);
        int features = header.integer("max_feature_idx", 0, MAX_FEATURES - 1) + 1;
        List<String> names = List.of(header.words("feature_names", features));
        if (new HashSet<>(names).size() != features || names.contains("")) {
            throw header.malformed("feature_names must be distinct and not empty");
        }
        header.words("feature_infos", features);
        OutputTransform transform = ObjectiveReader.read(header);
        return new Contents(names, transform, trees(text, headerEnd + 2, header, features));
    }

    private static void requireSupported(ModelFields header) {
        String version = header.required("version");
        if (!version.equals("v3") && !version.equals("v4")) {
            throw header.malformed("version must be v3 or v4");
        }
        if (header.integer("num_class", 1, Integer.MAX_VALUE) != 1
                || header.integer("num_tree_per_iteration", 1, Integer.MAX_VALUE) != 1) {
            throw header.malformed("multi-class models are not supported");
        }
        if (header.has("average_output")) {
            throw header.malformed("random forests (average_output) are not supported");
        }
    }

    private static List<DecisionTree> trees(String text, int start, ModelFields header, int features) {
        int count = header.required("tree_sizes").split(" ", -1).length;
        if (count > MAX_TREES) {
            throw header.malformed("tree_sizes must hold at most " + MAX_TREES + " values, held " + count);
        }
        // Tree sections are ASCII, so LightGBM's sizes in bytes are sizes in chars.
        int[] sizes = header.integers("tree_sizes", count, 1, MAX_TREE_CHARS);
        List<DecisionTree> trees = new ArrayList<>(count);
        int position = start;
        for (int t = 0; t < count; t++) {
            String section = "tree " + t;
            String title = "Tree=" + t + "\n";
            if (sizes[t] > text.length() - position) {
                throw new MalformedModelException(section + ": tree_sizes says " + sizes[t] + " bytes, but only "
                        + (text.length() - position) + " are left");
            }
            if (!text.startsWith(title, position)) {
                throw new MalformedModelException(section + ": does not start where tree_sizes says");
            }
            String body =
                    text.substring(position + title.length(), Math.max(position + title.length(), position + sizes[t]));
            trees.add(DecisionTreeReader.read(ModelFields.of(section, body), features));
            position += sizes[t];
        }
        if (!text.startsWith(END, position)) {
            throw new MalformedModelException("\"" + END + "\" does not follow tree " + (count - 1)
                    + "; the text is cut short or tree_sizes is wrong");
        }
        return trees;
    }
}
