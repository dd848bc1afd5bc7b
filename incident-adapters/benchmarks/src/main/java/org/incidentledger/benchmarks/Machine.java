package org.incidentledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.hibernate.Version;
import org.jspecify.annotations.Nullable;

/** What the figures were measured on; they mean nothing without it. */
record Machine(LocalDate day, List<Line> lines) {
    private static final long GIB = 1L << 30;
    private static final long PROBE_NANOS = 1_000_000_000L;
    private static final int PROBE_BYTES = 4_096;

    Machine {
        lines = List.copyOf(lines);
    }

    /** One thing about the machine. */
    record Line(String what, String is) {}

    /**
     * This one.
     *
     * @param folder where the databases of files lie
     */
    static Machine here(Path folder, List<Site> sites) throws IOException {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("processor", "%s, %d cores".formatted(processor(), cores())));
        lines.add(new Line("memory", "%d GiB, heap at most %d MiB".formatted(memory() / GIB, heap() >> 20)));
        lines.add(new Line(
                "disk",
                String.format(
                        Locale.ROOT,
                        "%s, %,d forced writes of 4 KiB in a second",
                        Files.getFileStore(folder).type(),
                        forcedWrites(folder))));
        lines.add(new Line("system", System.getProperty("os.name") + " " + System.getProperty("os.version")));
        lines.add(new Line("Java", System.getProperty("java.vendor") + " " + Runtime.version()));
        sites.forEach(site -> lines.add(new Line("database", site.description())));
        lines.add(new Line("Axon Framework", version(JdbcEventStorageEngine.class.getPackage())));
        lines.add(new Line("Hibernate", Version.getVersionString()));
        return new Machine(LocalDate.now(ZoneOffset.UTC), lines);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static String version(@Nullable Package of) {
        String version = of == null ? null : of.getImplementationVersion();
        return version == null ? "of unknown version" : version;
    }

    private static String processor() throws IOException {
        Path linux = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(linux)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(linux)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static long forcedWrites(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "probe", ".bytes");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(PROBE_BYTES);
            long writes = 0;
            long end = System.nanoTime() + PROBE_NANOS;
            while (System.nanoTime() < end) {
                channel.write(page.clear());
                channel.force(false);
                writes++;
            }
            return writes;
        } finally {
            Files.delete(file);
        }
    }
}
