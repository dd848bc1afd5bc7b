package org.incidentledger.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Says where the processor's time went while something ran, by samples of the JDK's flight recorder. */
final class HotSpots {
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final int SHOWN = 40;
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final String FORCE = "jdk.FileForce";

    private final PrintStream out;

    HotSpots(PrintStream out) {
        this.out = out;
    }

    /** Runs it once more under the recorder, and prints the methods that were on the stack most often. */
    void of(String title, Entrant.Work work) throws SQLException, IOException {
        Path file = Files.createTempFile("benchmark", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(PERIOD).withStackTrace();
            recording.enable(FORCE).withoutThreshold().withStackTrace();
            recording.start();
            long start = System.nanoTime();
            long done = work.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            recording.stop();
            recording.dump(file);
            out.printf(Locale.ROOT, "%n== %s: %,d in %.1f s = %,.0f/s%n", title, done, seconds, done / seconds);
            print(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void print(Path file) throws IOException {
        Map<String, Integer> top = new HashMap<>();
        Map<String, Integer> charged = new HashMap<>();
        Map<String, Integer> anywhere = new HashMap<>();
        Map<String, Integer> threads = new HashMap<>();
        Map<String, Integer> forces = new HashMap<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (event.getEventType().getName().equals(FORCE) && stack != null) {
                    add(
                            forces,
                            charged(stack.getFrames().stream()
                                    .map(HotSpots::name)
                                    .toList()));
                } else if (event.getEventType().getName().equals(SAMPLE) && stack != null) {
                    List<String> frames =
                            stack.getFrames().stream().map(HotSpots::name).toList();
                    String thread = event.getThread("sampledThread").getJavaName();
                    add(threads, String.valueOf(thread).replaceAll("\\d+", "N"));
                    add(top, frames.getFirst());
                    add(charged, charged(frames));
                    Set.copyOf(frames).stream().filter(HotSpots::isOurs).forEach(name -> add(anywhere, name));
                }
            }
        }
        int forced = forces.values().stream().mapToInt(Integer::intValue).sum();
        print("forced writes", forces, forced);
        int samples = top.values().stream().mapToInt(Integer::intValue).sum();
        print("threads", threads, samples);
        print("charged to the last method of ours or of Axon's", charged, samples);
        print("our methods anywhere on the stack", anywhere, samples);
        print("at the top of the stack", top, samples);
    }

    /** The method that asked for what libraries and the JDK were doing. */
    private static String charged(List<String> frames) {
        return frames.stream()
                .filter(name -> name.startsWith("org.incidentledger") || name.startsWith("org.axonframework"))
                .findFirst()
                .orElse(frames.getLast());
    }

    private static boolean isOurs(String name) {
        return name.startsWith("org.incidentledger")
                && !name.startsWith("org.incidentledger.benchmarks")
                && !name.contains("$$Lambda");
    }

    private static void add(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    private void print(String title, Map<String, Integer> counts, int samples) {
        out.printf(Locale.ROOT, "-- %s, of %,d%n", title, samples);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(entry ->
                        out.printf(Locale.ROOT, "%5.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey()));
    }
}
