package dev.skillpod.lightgbm;

import dev.skillpod.core.tree.TreeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** LightGBM's own ranking example, read from the shared data directory when there is one. */
final class SharedRankingData {
    static final int FEATURES = 301;

    private SharedRankingData() {}

    static Optional<Path> directory() {
        return Stream.of(
                        System.getProperty("SKILLPOD_SHARED_DATA"),
                        System.getenv("SKILLPOD_SHARED_DATA"),
                        "../shared/data",
                        "../../shared/data",
                        "../../../shared/data")
                .filter(place -> place != null)
                .map(place -> Path.of(place, "ranking", "lightgbm-lambdarank"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Reads {@code name} in LibSVM format and {@code name.query}; features that a line leaves out are 0. */
    static TreeTable read(Path directory, String name) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(name));
        double[] features = new double[lines.size() * FEATURES];
        float[] labels = new float[lines.size()];
        for (int r = 0; r < lines.size(); r++) {
            String[] words = lines.get(r).trim().split(" ");
            labels[r] = Float.parseFloat(words[0]);
            for (String word : Arrays.asList(words).subList(1, words.length)) {
                int colon = word.indexOf(':');
                features[r * FEATURES + Integer.parseInt(word.substring(0, colon))] =
                        Double.parseDouble(word.substring(colon + 1));
            }
        }
        int[] groups = Files.readAllLines(directory.resolve(name + ".query")).stream()
                .mapToInt(line -> Integer.parseInt(line.trim()))
                .toArray();
        List<String> names = IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).toList();
        return TreeTable.of(names, features, labels).withGroups(groups);
    }

    /** Mean NDCG@k over groups with gains 2^grade − 1; a group without relevant rows counts 1, as in LightGBM. */
    static double ndcg(TreeTable table, double[] scores, int k) {
        double sum = 0;
        int start = 0;
        for (int size : table.groupSizes()) {
            int first = start;
            double[] ranked = IntStream.range(first, first + size)
                    .boxed()
                    .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                    .mapToDouble(r -> table.labels()[r])
                    .toArray();
            double[] ideal = Arrays.stream(ranked)
                    .map(grade -> -grade)
                    .sorted()
                    .map(grade -> -grade)
                    .toArray();
            double best = dcg(ideal, k);
            sum += best == 0 ? 1 : dcg(ranked, k) / best;
            start += size;
        }
        return sum / table.groupSizes().length;
    }

    private static double dcg(double[] grades, int k) {
        double sum = 0;
        for (int i = 0; i < Math.min(k, grades.length); i++) {
            sum += (Math.pow(2, grades[i]) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }
}
