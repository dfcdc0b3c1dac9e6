package dev.skillpod.app.evaluation;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.app.log.IdIndex;
import dev.skillpod.app.log.InteractionFile;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The public interaction logs that the methods are measured on, in the formats they are handed around in. */
public final class PublicLogs {
    private static final Path ML_1M = Path.of("recsys", "ml-1m");
    private static final Path MOOCCUBEX = Path.of("recsys", "mooccubex-97k");
    private static final int MOST_FIELDS = 100_000;

    private PublicLogs() {}

    /** Returns the measurements, one per data set and protocol. */
    public static List<Evaluation> evaluations() {
        return List.of(
                new LogEvaluation(
                        "ml-1m-score",
                        "MovieLens 1M, NCF split, `score` on the test film and 99 published negatives",
                        ML_1M,
                        List.of(
                                "Published, without times: iALS .7310/.4521 (irspack), EASE .7192/.4494, SLIM .7162/.4468,"
                                        + " NeuMF .7093/.4349."),
                        folder -> movieLens(folder, true)),
                new LogEvaluation(
                        "ml-1m-recommend",
                        "MovieLens 1M, NCF split, `recommend`, all films ranked",
                        ML_1M,
                        List.of("Published NDCG@10, without times: EASE .0559, iALS .0520."),
                        folder -> movieLens(folder, false)),
                new LogEvaluation(
                        "mooccubex",
                        "MOOCCubeX, 97,722 learners, last course held out, `recommend`, all courses ranked",
                        MOOCCUBEX,
                        List.of("Measured elsewhere: recency-weighted EASE + Markov .323/.2035, EASE .304/.183, tuned"
                                + " `implicit` ALS .276/.165, popularity .062/.034."),
                        PublicLogs::moocCubeX));
    }

    private static HeldOutItems movieLens(Path folder, boolean pools) {
        InteractionFile file = InteractionFile.read(folder.resolve("ml-1m.train.rating"), Progress.SILENT);
        List<String[]> tests = rows(folder.resolve("ml-1m.test.rating"), 4);
        List<String[]> negatives = pools ? rows(folder.resolve("ml-1m.test.negative"), 100) : List.of();
        int[][] others = negatives.stream()
                .map(row -> IntStream.range(1, row.length)
                        .map(i -> file.items().find(row[i]))
                        .filter(item -> item >= 0)
                        .toArray())
                .toArray(int[][]::new);
        return held(file.log(), file.users(), file.items(), tests, others);
    }

    /** Each line is a user and the courses in the order of enrolment, separated by spaces. */
    private static HeldOutItems moocCubeX(Path folder) {
        var users = new IdIndex();
        var items = new IdIndex();
        var builder = new InteractionLogBuilder();
        for (String[] row : rows(folder.resolve("train.txt"), MOST_FIELDS)) {
            int user = users.add(row[0]);
            for (int i = 1; i < row.length; i++) {
                builder.add(user, items.add(row[i]), InteractionLog.NO_TIME);
            }
        }
        return held(builder.build(true), users, items, rows(folder.resolve("test.txt"), 2), new int[0][]);
    }

    private static HeldOutItems held(
            InteractionLog log, IdIndex users, IdIndex items, List<String[]> tests, int[][] others) {
        return new HeldOutItems(
                log,
                tests.stream().mapToInt(row -> users.find(row[0])).toArray(),
                tests.stream().mapToInt(row -> items.find(row[1])).toArray(),
                others);
    }

    private static List<String[]> rows(Path file, int mostFields) {
        var rows = new ArrayList<String[]>();
        try (FieldReader reader = FieldReader.open(file, mostFields)) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
