package dev.skillpod.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code forecast} through the command line. */
class ForecastCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesEveryStepOfEverySeriesInTheirOrder() throws IOException {
        assertThat(run("b,1,2,3,4,5,6,7,8\na,5,,5,5,5\nshort,9\n", "--frequency", "12", "--horizon", "3"))
                .isEmpty();

        List<String[]> rows = rows();
        assertThat(rows)
                .extracting(row -> row[0] + row[1])
                .containsExactly("b1", "b2", "b3", "a1", "a2", "a3", "short1", "short2", "short3");
        for (String[] row : rows) {
            double mean = Double.parseDouble(row[2]);
            assertThat(mean).isBetween(Double.parseDouble(row[3]), Double.parseDouble(row[4]));
        }
        assertThat(Double.parseDouble(rows.get(3)[2])).isEqualTo(5);
        assertThat(Double.parseDouble(rows.get(0)[2])).isBetween(8.0, 9.5);
    }

    @Test
    void namesLineAndFieldOfWhatIsNotANumber() throws IOException {
        assertThat(run("a,1,2,3\nb,1,x,3\n", "--frequency", "1", "--horizon", "2"))
                .contains("line 2")
                .contains("v2")
                .contains("'x'")
                .hasLineCount(1);
        assertThat(run("a,,,\n", "--frequency", "1", "--horizon", "2")).contains("at least one number");
        assertThat(run("a,1,NaN\n", "--frequency", "1", "--horizon", "2")).contains("NaN");
    }

    @Test
    void namesTheRangeOfAnOption() throws IOException {
        assertThat(run("a,1,2,3\n", "--frequency", "0", "--horizon", "2"))
                .contains("--frequency must be in [1, 366], was 0");
        assertThat(run("a,1,2,3\n", "--frequency", "1", "--horizon", "0")).contains("--horizon must be in");
        assertThat(run("a,1,2,3\n", "--frequency", "1", "--horizon", "1", "--coverage", "1"))
                .contains("--coverage must be in (0, 1), was 1.0");
    }

    private String run(String input, String... options) throws IOException {
        Files.writeString(folder.resolve("s.csv"), input);
        String[] command = new String[options.length + 5];
        command[0] = "forecast";
        command[1] = "--input";
        command[2] = folder.resolve("s.csv").toString();
        command[3] = "--output";
        command[4] = folder.resolve("o.csv").toString();
        System.arraycopy(options, 0, command, 5, options.length);
        return Ran.of(command).err();
    }

    private List<String[]> rows() throws IOException {
        return Files.readAllLines(folder.resolve("o.csv")).stream()
                .map(row -> row.split(","))
                .toList();
    }
}
