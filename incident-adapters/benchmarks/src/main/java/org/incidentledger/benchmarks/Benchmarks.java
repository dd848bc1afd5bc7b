package org.incidentledger.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.incidentledger.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that runs every comparison and says what came of it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Compares the ledger with what a service would use instead, on H2 and on PostgreSQL.")
final class Benchmarks implements Callable<Integer> {
    /** Where it can be measured. */
    enum Database {
        H2,
        POSTGRESQL
    }

    /** What can be measured. */
    enum Workload {
        APPEND,
        APPEND_SEALED,
        LOAD,
        READ
    }

    @Option(names = "--tiny", hidden = true, description = "A second; shows that everything works.")
    boolean tiny;

    @Option(names = "--quick", description = "Some minutes; the ratios are about right.")
    boolean quick;

    @Option(names = "--million", description = "A ledger of a million entries; an hour.")
    boolean million;

    @Option(names = "--rounds", paramLabel = "N", description = "So many samples of each instead.")
    @Nullable
    Integer rounds;

    @Option(names = "--only", paramLabel = "DATABASE", description = "One of ${COMPLETION-CANDIDATES}.")
    @Nullable
    Database only;

    @Option(names = "--workloads", split = ",", paramLabel = "WORK", description = "Some of ${COMPLETION-CANDIDATES}.")
    Set<Workload> workloads = EnumSet.allOf(Workload.class);

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = {
                "A PostgreSQL to use, such as jdbc:postgresql://localhost/postgres?user=me; databases are made on it"
                        + " and",
                "stay. Without this one is started, as its makers configure it, and deleted."
            })
    @Nullable
    String postgres;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the databases of H2 go; default: temporary files.")
    @Nullable
    Path folder;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes every sample.")
    @Nullable
    Path json;

    @Option(
            names = "--write-docs",
            paramLabel = "DIR",
            description = "Writes performance.md and performance.svg there.")
    @Nullable
    Path docs;

    @Option(
            names = "--hot-spots",
            description = "Says where the processor's time goes in our engine, and nothing else.")
    boolean hotSpots;

    @Spec
    @Nullable
    CommandSpec spec;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        // Hibernate's messages go where ours go.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        makeFolders();
        Path parent = folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : Files.createDirectories(folder);
        Path work = Files.createTempDirectory(parent, "benchmark");
        List<Site> sites = new ArrayList<>();
        try {
            open(sites, work);
            return run(sites, work);
        } finally {
            sites.forEach(Site::close);
            delete(work);
        }
    }

    /** Before anything is measured: what took an hour must not be lost for want of a folder. */
    private void makeFolders() {
        if (docs != null) {
            makeFolder("--write-docs", docs);
        }
        if (json != null) {
            makeFolder("--json", json.toAbsolutePath().resolveSibling("."));
        }
    }

    private void makeFolder(String option, Path wanted) {
        try {
            Files.createDirectories(wanted);
        } catch (IOException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "%s: %s cannot be made a folder (%s); name another"
                            .formatted(option, wanted, e.getClass().getSimpleName()));
        }
    }

    private int run(List<Site> sites, Path work) throws IOException, SQLException {
        if (hotSpots) {
            for (Site site : sites) {
                new OwnHotSpots(site, sizes(), out).run();
            }
            return CommandLine.ExitCode.OK;
        }
        Machine machine = Machine.here(work, sites);
        machine.lines().forEach(line -> out.println(line.what() + ": " + line.is()));
        Results results = new Results(out, sizes().rounds());
        for (Site site : sites) {
            measure(site, results);
        }
        Report report = new Report(machine, sizes(), results.all(), Goal.all(results, sites));
        out.println(new Tables(report).goals());
        if (json != null) {
            report.writeJson(json);
        }
        if (docs != null) {
            report.writeDocs(docs);
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure(Site site, Results results) throws IOException, SQLException {
        try {
            if (workloads.contains(Workload.APPEND)) {
                new Appending(site, sizes(), results).run();
            }
            if (workloads.contains(Workload.APPEND_SEALED)) {
                new SealedAppending(site, sizes(), results).run();
            }
            if (workloads.contains(Workload.LOAD)) {
                new Loading(site, sizes(), results).run();
            }
            if (workloads.contains(Workload.READ)) {
                new Reading(site, sizes(), results).run();
            }
        } catch (LedgerException.Unavailable e) {
            results.say("%s: our engine is left out: %s".formatted(site.name(), e.getMessage()));
        }
    }

    private void open(List<Site> sites, Path work) throws SQLException {
        if (only == null || only == Database.H2) {
            sites.add(new H2Site(work));
        }
        if (only == null || only == Database.POSTGRESQL) {
            Path keys = work.resolve("postgresql-keys");
            sites.add(postgres == null ? PostgresSite.start(keys) : new PostgresSite(keys, postgres, () -> {}));
        }
    }

    private Sizes sizes() {
        Sizes sizes = asNamed();
        return rounds == null ? sizes : sizes.withRounds(rounds);
    }

    private Sizes asNamed() {
        if (tiny) {
            return Sizes.tiny();
        }
        if (quick) {
            return Sizes.quick();
        }
        return million ? Sizes.million() : Sizes.standard();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
