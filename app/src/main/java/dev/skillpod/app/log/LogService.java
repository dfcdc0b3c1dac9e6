package dev.skillpod.app.log;

import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.log.LogRecommender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a file of users into lists and a file of pairs into scores, a bounded batch at a time. */
public final class LogService {
    private static final int USERS_AT_ONCE = 2048;
    private static final int PAIRS_AT_ONCE = 500_000;

    private final InteractionFile input;
    private final LogRecommender recommender;
    private final ParallelLoop loop;
    private final Progress progress;

    /** Serves the users of {@code input} by {@code recommender}, which was made from its log. */
    public LogService(InteractionFile input, LogRecommender recommender, ParallelLoop loop, Progress progress) {
        this.input = input;
        this.recommender = recommender;
        this.loop = loop;
        this.progress = progress;
    }

    /**
     * Reads a file of users or pairs to its end, so that what is wrong in it is said before any long work.
     *
     * @param fields the names of the fields of every row
     * @throws IllegalArgumentException when the file cannot be read or a row lacks a field
     */
    public static void check(Path file, String... fields) {
        try (FieldReader reader = FieldReader.open(file, fields.length)) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                for (int i = 0; i < fields.length; i++) {
                    reader.required(row.get(), i, fields[i]);
                }
            }
        }
    }

    /**
     * Writes {@code user rank item score} for each user of a file of ids, in the order given.
     *
     * @param top items per user at most, at least 1
     */
    public void recommend(Path users, int top, Path output) {
        try (FieldReader reader = FieldReader.open(users, 1);
                var result = new ResultFile(output)) {
            List<String> batch = nextUsers(reader);
            long done = 0;
            while (!batch.isEmpty()) {
                List<String> ids = batch;
                var rows = new String[ids.size()];
                loop.forEach(rows.length, i -> rows[i] = list(ids.get(i), top));
                for (String row : rows) {
                    if (!row.isEmpty()) {
                        result.row(row);
                    }
                }
                done += rows.length;
                progress.report("recommending", done, 0);
                batch = nextUsers(reader);
            }
            result.complete();
        }
    }

    private static List<String> nextUsers(FieldReader reader) {
        var users = new ArrayList<String>();
        while (users.size() < USERS_AT_ONCE) {
            var row = reader.next();
            if (row.isEmpty()) {
                break;
            }
            users.add(reader.required(row.get(), 0, "user"));
        }
        return users;
    }

    private String list(String user, int top) {
        var text = new StringBuilder();
        int rank = 1;
        for (Hit hit : recommender.top(input.users().find(user), top)) {
            text.append(rank == 1 ? "" : "\n")
                    .append(user)
                    .append('\t')
                    .append(rank++)
                    .append('\t')
                    .append(input.items().id(hit.index()))
                    .append('\t')
                    .append(hit.score());
        }
        return text.toString();
    }

    /**
     * Writes {@code user item score} for each pair of a file, in the order given. An item that the log does not know gets
     * the user's lowest score.
     */
    public void score(Path pairs, Path output) {
        try (FieldReader reader = FieldReader.open(pairs, 2);
                var result = new ResultFile(output)) {
            List<String[]> batch = nextPairs(reader);
            long done = 0;
            while (!batch.isEmpty()) {
                float[] scores = scores(batch);
                for (int i = 0; i < scores.length; i++) {
                    result.row(batch.get(i)[0] + '\t' + batch.get(i)[1] + '\t' + scores[i]);
                }
                done += scores.length;
                progress.report("scoring", done, 0);
                batch = nextPairs(reader);
            }
            result.complete();
        }
    }

    private static List<String[]> nextPairs(FieldReader reader) {
        var pairs = new ArrayList<String[]>();
        while (pairs.size() < PAIRS_AT_ONCE) {
            var row = reader.next();
            if (row.isEmpty()) {
                break;
            }
            String user = reader.required(row.get(), 0, "user");
            pairs.add(new String[] {user, reader.required(row.get(), 1, "item")});
        }
        return pairs;
    }

    /** Scores a batch, each user once. */
    private float[] scores(List<String[]> pairs) {
        Map<String, List<Integer>> byUser = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            byUser.computeIfAbsent(pairs.get(i)[0], user -> new ArrayList<>()).add(i);
        }
        var users = List.copyOf(byUser.entrySet());
        var scores = new float[pairs.size()];
        loop.forEach(users.size(), u -> {
            float[] all = recommender.scores(input.users().find(users.get(u).getKey()));
            float lowest = Float.POSITIVE_INFINITY;
            for (float score : all) {
                lowest = Math.min(lowest, score);
            }
            for (int i : users.get(u).getValue()) {
                int item = input.items().find(pairs.get(i)[1]);
                scores[i] = item < 0 ? lowest : all[item];
            }
        });
        return scores;
    }
}
