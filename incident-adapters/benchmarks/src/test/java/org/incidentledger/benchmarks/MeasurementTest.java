package org.incidentledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void a_ratio_compares_samples_that_were_taken_one_after_the_other() {
        Measurement ours = of(10, 100, 20);
        Measurement theirs = of(5, 100, 5);

        assertThat(ours.over(theirs)).isEqualTo(2);
        assertThat(ours.median() / theirs.median()).isEqualTo(4);
        assertThat(of(10, 100, 30, 40).over(of(5, 10, 10, 10))).isEqualTo(3.5);
    }

    @Test
    void the_spread_is_from_the_least_to_the_most() {
        Measurement measured = of(3, 1, 2);

        assertThat(measured.least()).isEqualTo(1);
        assertThat(measured.median()).isEqualTo(2);
        assertThat(measured.most()).isEqualTo(3);
    }

    private static Measurement of(double... samples) {
        List<Double> taken = Arrays.stream(samples).boxed().toList();
        return new Measurement("H2", Appending.WORKLOAD, 1, Contestant.OURS, "commands/s", taken);
    }
}
