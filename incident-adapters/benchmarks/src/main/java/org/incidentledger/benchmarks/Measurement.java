package org.incidentledger.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What one contestant did in one case.
 *
 * @param samples in the order in which they were taken, higher is better; those at one index were taken one after the other
 */
record Measurement(String site, String workload, int callers, String contestant, String unit, List<Double> samples) {
    Measurement {
        samples = List.copyOf(samples);
    }

    double median() {
        return median(samples);
    }

    double least() {
        return samples.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    double most() {
        return samples.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** How many times faster this was: the median of the ratios of samples that were taken one after the other. */
    double over(Measurement other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(samples.size(), other.samples.size()); i++) {
            ratios.add(samples.get(i) / other.samples.get(i));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
