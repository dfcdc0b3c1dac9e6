package dev.skillpod.core.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradesTest {
    @Test
    void gradesRiseWithTheValueAndAreWorthTheirMean() {
        double[] values = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();
        Grades grades = Grades.fit(values);

        assertThat(grades.grade(0)).isZero();
        assertThat(grades.grade(999)).isEqualTo(grades.bounds().length);
        assertThat(grades.gains()).isSorted().hasSize(grades.bounds().length + 1);
        // the lowest 30 % of 0..999 have a mean of 149.5, all of them 499.5
        assertThat(grades.gains().getFirst()).isCloseTo(149.5 / 499.5, within(1e-9));
    }

    @Test
    void equalValuesShareAGrade() {
        Grades grades = Grades.fit(new double[] {2, 2, 2, 2});

        assertThat(grades.gains()).allSatisfy(g -> assertThat(g).isCloseTo(1, within(1e-9)));
    }
}
