package dev.skillpod.core.trend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One series of a forecasting competition: what was known and what then happened. */
public record CompetitionSeries(String id, TimeSeries past, double[] actual) {

    /**
     * Reads a part of a competition, such as {@code m3/monthly}; the calling test is skipped where the file is absent.
     */
    public static List<CompetitionSeries> read(String part, int frequency) throws IOException {
        Optional<Path> folder = folder(part);
        Assumptions.assumeTrue(
                folder.isPresent(),
                part + " is absent: set SKILLPOD_SHARED_DATA to the folder that holds forecast/" + part + "_train.csv");
        List<String> train = Files.readAllLines(folder.orElseThrow().resolve(part + "_train.csv"));
        List<String> test = Files.readAllLines(folder.orElseThrow().resolve(part + "_test.csv"));
        List<CompetitionSeries> series = new ArrayList<>();
        for (int i = 0; i < train.size(); i++) {
            String id = train.get(i).substring(0, train.get(i).indexOf(','));
            series.add(new CompetitionSeries(id, TimeSeries.of(values(train.get(i)), frequency), values(test.get(i))));
        }
        return series;
    }

    private static Optional<Path> folder(String part) {
        String named = System.getProperty("SKILLPOD_SHARED_DATA", System.getenv("SKILLPOD_SHARED_DATA"));
        Stream<String> places = named != null
                ? Stream.of(named)
                : Stream.of("../shared/data", "../../shared/data", "../../../shared/data");
        return places.map(place -> Path.of(place, "forecast"))
                .filter(path -> Files.exists(path.resolve(part + "_train.csv")))
                .findFirst();
    }

    private static double[] values(String line) {
        return Arrays.stream(line.split(","))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
