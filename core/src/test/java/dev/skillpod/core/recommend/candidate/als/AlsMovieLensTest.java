package dev.skillpod.core.recommend.candidate.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sanity check on MovieLens 100K: each user's last film held out, ranked among all films the user had not seen. */
class AlsMovieLensTest {
    @Test
    void beatsPopularityClearly() throws IOException {
        Optional<Path> file = sharedFolder().map(folder -> folder.resolve("recsys/ml-100k/ml-100k.inter"));
        assumeTrue(
                file.isPresent() && Files.exists(file.get()),
                "MovieLens 100K is absent: set SKILLPOD_SHARED_DATA to the folder that holds recsys/ml-100k");
        List<List<Event>> users = read(file.get());
        int items = 1
                + users.stream()
                        .flatMap(List::stream)
                        .mapToInt(Event::item)
                        .max()
                        .orElseThrow();
        SparseMatrix.Builder builder = SparseMatrix.builder(users.size(), items);
        var popularity = new float[items];
        for (int user = 0; user < users.size(); user++) {
            for (Event event : users.get(user).subList(0, users.get(user).size() - 1)) {
                builder.add(user, event.item(), 1);
                popularity[event.item()]++;
            }
        }
        SparseMatrix train = builder.build();
        AlsModel model = new AlsTrainer(AlsConfig.defaults()).fit(TrainingSets.of(train), TrainingRun.of(42, 2));
        int hits = 0;
        int popularHits = 0;
        var scores = new float[items];
        for (int user = 0; user < users.size(); user++) {
            int last = users.get(user).getLast().item();
            model.scoreAll(model.foldIn(train.rowColumns(user), train.rowValues(user)), scores);
            hits += rank(scores, last, train.rowColumns(user)) < 10 ? 1 : 0;
            popularHits += rank(popularity, last, train.rowColumns(user)) < 10 ? 1 : 0;
        }
        // 943 users: a difference of 19 hits (2 points) is about 2 standard errors of either count.
        assertThat(hits).as("hits among 10; popularity had %d", popularHits).isGreaterThan(popularHits + 19);
    }

    private record Event(long time, int item) {}

    /** Returns how many unseen items are not below the wanted one; ties count against it. */
    private static int rank(float[] scores, int wanted, int[] seen) {
        float[] open = scores.clone();
        for (int item : seen) {
            open[item] = Float.NEGATIVE_INFINITY;
        }
        int rank = 0;
        for (int item = 0; item < open.length; item++) {
            rank += item != wanted && open[item] >= open[wanted] ? 1 : 0;
        }
        return rank;
    }

    private static List<List<Event>> read(Path file) throws IOException {
        Map<Integer, List<Event>> byUser = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] fields = line.split("\t", -1);
            byUser.computeIfAbsent(Integer.valueOf(fields[0]), user -> new ArrayList<>())
                    .add(new Event((long) Double.parseDouble(fields[3]), Integer.parseInt(fields[1])));
        }
        byUser.values()
                .forEach(events -> events.sort((a, b) ->
                        a.time() != b.time() ? Long.compare(a.time(), b.time()) : Integer.compare(a.item(), b.item())));
        return List.copyOf(byUser.values());
    }

    private static Optional<Path> sharedFolder() {
        String named = System.getProperty("SKILLPOD_SHARED_DATA", System.getenv("SKILLPOD_SHARED_DATA"));
        return named != null
                ? Optional.of(Path.of(named))
                : Stream.of("../shared/data", "../../shared/data", "../../../shared/data")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .findFirst();
    }
}
