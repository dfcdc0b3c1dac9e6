package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearSystemTest {
    @Test
    void theDiagonalOfTheInverseIsWhatSolvingForUnitVectorsGives() {
        var random = new SplittableRandom(1);
        int n = 9;
        var a = new double[n][n];
        for (int k = 0; k < 20; k++) {
            double[] x = random.doubles(n, -1, 1).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] += x[i] * x[j];
                }
            }
        }
        double[] diagonal = LinearSystem.inverseDiagonal(copy(a));
        for (int j = 0; j < n; j++) {
            var unit = new double[n];
            unit[j] = 1;
            assertThat(diagonal[j]).isCloseTo(LinearSystem.solve(copy(a), unit)[j], within(1e-9));
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> LinearSystem.inverseDiagonal(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(ArithmeticException.class);
    }

    private static double[][] copy(double[][] a) {
        var copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return copy;
    }
}
