package dev.skillpod.core.tracing.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairTableTest {
    /** A hash map of rows is the slow twin. */
    @Test
    void agreesWithAHashMap() {
        var random = new Random(2);
        var table = new PairTable();
        Map<String, double[]> twin = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int first = random.nextInt(80);
            int second = random.nextInt(80);
            double value = random.nextDouble() - 0.5;
            table.add(first, second, value);
            double[] row = twin.computeIfAbsent(first + " " + second, key -> new double[2]);
            row[0]++;
            row[1] += value;
        }
        for (int first = 0; first < 82; first++) {
            for (int second = 0; second < 82; second++) {
                double[] row = twin.getOrDefault(first + " " + second, new double[2]);
                assertThat(table.count(first, second)).isEqualTo(row[0]);
                assertThat(table.mean(first, second, 5)).isEqualTo(row[1] / (row[0] + 5), within(1e-5));
            }
        }
    }
}
