import com.sun.management.OperatingSystemMXBean;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.AlsTrainer;
import dev.skillpod.core.recommend.candidate.als.Interactions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Trains ALS on demand: for each line {@code PAIRS USERS ITEMS FACTORS ITERATIONS LAMBDA NU ALPHA0 SEED THREADS OUTPUT} of
 * standard input it prints the wall and processor seconds of the training.
 *
 * <p>PAIRS is a file of 32-bit little-endian integers, user and item by turns. OUTPUT receives the user vectors, then the
 * item vectors, as 32-bit floats; {@code -} drops them. Reading, folding the users in and writing are not timed. The process
 * stays between lines, so a later line finds a warm JVM.
 */
public final class AlsTraining {
    public static void main(String[] args) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in));
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String line;
        while ((line = input.readLine()) != null) {
            String[] field = line.split(" ");
            SparseMatrix matrix = read(Path.of(field[0]), Integer.parseInt(field[1]), Integer.parseInt(field[2]));
            var config = new AlsConfig(
                    Integer.parseInt(field[3]),
                    Integer.parseInt(field[4]),
                    Double.parseDouble(field[5]),
                    Double.parseDouble(field[6]),
                    Double.parseDouble(field[7]),
                    0.1);
            var run = TrainingRun.of(Long.parseLong(field[8]), Integer.parseInt(field[9]));
            var interactions = new Interactions(matrix, Instant.EPOCH, Instant.EPOCH, "real");
            long processor = system.getProcessCpuTime();
            long wall = System.nanoTime();
            AlsModel model = new AlsTrainer(config).fit(interactions, run);
            wall = System.nanoTime() - wall;
            processor = system.getProcessCpuTime() - processor;
            if (!field[10].equals("-")) {
                write(model, matrix, Path.of(field[10]));
            }
            System.out.println(wall * 1e-9 + " " + processor * 1e-9);
        }
    }

    private static SparseMatrix read(Path pairs, int users, int items) throws IOException {
        IntBuffer values = ByteBuffer.wrap(Files.readAllBytes(pairs))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        SparseMatrix.Builder builder = SparseMatrix.builder(users, items);
        while (values.hasRemaining()) {
            builder.add(values.get(), values.get(), 1);
        }
        return builder.build();
    }

    private static void write(AlsModel model, SparseMatrix matrix, Path output) throws IOException {
        int k = model.factors();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4 * k, matrix.rows() + matrix.columns()))
                .order(ByteOrder.LITTLE_ENDIAN);
        var floats = bytes.asFloatBuffer();
        for (int user = 0; user < matrix.rows(); user++) {
            floats.put(model.foldIn(matrix.rowColumns(user), matrix.rowValues(user)));
        }
        floats.put(model.itemFactors());
        Files.write(output, bytes.array());
    }
}
