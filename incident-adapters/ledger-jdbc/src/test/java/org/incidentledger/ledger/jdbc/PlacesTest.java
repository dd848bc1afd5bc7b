package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.contracts.SampleAppends.append;
import static org.incidentledger.contracts.SampleAppends.sized;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.incidentledger.contracts.LedgerInvariants;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.contracts.faults.ChildJvm;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a ledger cannot be, tried for real. */
class PlacesTest {
    private static final StreamId A = SampleAppends.stream("a");
    /** More than a tile has: those of the first are not read when the ledger is opened. */
    private static final int MANY = 300;

    @TempDir
    Path folder;

    private static ThrowableAssertAlternative<LedgerException.Unavailable> assertRefused(Path place) {
        return assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> H2Database.open(place))
                .withMessageStartingWith("cannot open the ledger in " + place)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
    }

    private static void assertOpens(Path place) {
        try (H2Database database = H2Database.open(place);
                JdbcLedger ledger = TestDatabase.ledger(database, place)) {
            LedgerInvariants.verify(ledger);
        }
    }

    @Test
    void a_new_directory_is_made_for_its_owner_only() throws IOException {
        Path place = folder.resolve("some/where/else");
        assertOpens(place);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        assertThat(place.toFile().list())
                .containsExactlyInAnyOrder(
                        "ledger.mv.db", "ledger.key", "ledger.vkey", "checkpoint", "checkpoint.copy");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("ledger.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_is_no_directory() throws IOException {
        Path place = Files.writeString(folder.resolve("notes.txt"), "mine");
        assertRefused(place).withMessageContaining("it is a file; choose a directory");
        assertThat(place).hasContent("mine");
    }

    @Test
    void a_file_on_the_way_is_no_directory() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertRefused(folder.resolve("notes.txt/ledger")).withMessageContaining("choose another directory");
    }

    @Test
    void a_place_that_takes_no_files_is_refused() {
        TinyDisk.assume(Files.isDirectory(Path.of("/proc/1")), "there is no /proc here");
        assertRefused(Path.of("/proc/incident-ledger")).withMessageContaining("choose another directory");
        assertRefused(Path.of("/proc/1"));
    }

    @Test
    void a_name_that_the_database_would_misread_is_refused() {
        assertRefused(folder.resolve("a;MODE=Oracle")).withMessageContaining("';'");
    }

    @Test
    void a_damaged_or_strange_file_is_left_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.mv.db"), "these are my letters ".repeat(1_000));
        byte[] before = Files.readAllBytes(file);
        assertRefused(folder).withMessageContaining("choose another directory or restore it");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void a_database_that_is_no_ledger_is_left_alone() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("ledger"), "sa", "")) {
            connection.createStatement().execute("CREATE TABLE customer (id INT)");
        }
        assertRefused(folder).withMessageContaining("is no ledger; choose another directory");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("ledger"), "sa", "")) {
            assertThat(Schema.hasHead(connection)).isFalse();
        }
    }

    @Test
    void this_process_opens_a_directory_once_until_it_is_closed() {
        H2Database first = H2Database.open(folder);
        assertRefused(folder).withMessageContaining("this process has it open already");
        first.close();
        first.close();
        assertOpens(folder);
    }

    @Test
    void another_process_keeps_it_until_it_ends() throws IOException {
        try (ChildJvm child = AppendingChild.start(folder, 1)) {
            child.nextAcknowledged();
            assertRefused(folder).withMessageContaining("another process has it open");
        }
        assertOpens(folder);
    }

    @Test
    void a_thread_that_is_interrupted_while_it_reads_harms_nobody() {
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            for (int i = 0; i < MANY; i++) {
                ledger.append(sized(A, i, 10_000));
            }
        }
        // What was not read since the opening has to come from the file.
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            Thread.currentThread().interrupt();
            assertThat(ledger.read(0, MANY / 2)).hasSize(MANY / 2);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ledger.append(append(A, MANY, 1))).isInstanceOf(AppendResult.Appended.class);
            LedgerInvariants.verify(ledger);
        }
    }

    @Test
    void a_disk_that_can_only_be_read_is_refused() {
        try (TinyDisk disk = TinyDisk.mount(folder, 8)) {
            Path old = disk.path().resolve("old");
            assertOpens(old);
            disk.makeReadOnly();
            assertRefused(old).withMessageContaining("can only be read");
            assertRefused(disk.path().resolve("new")).withMessageContaining("Read-only");
        }
    }

    @Test
    void a_disk_that_is_full_costs_nothing_that_was_acknowledged() throws IOException {
        try (TinyDisk disk = TinyDisk.mount(folder, 16)) {
            Path place = disk.path().resolve("ledger");
            Path ballast = Files.write(disk.path().resolve("ballast"), new byte[8_000_000]);
            List<UUID> acknowledged = new ArrayList<>();
            try (H2Database database = H2Database.open(place);
                    JdbcLedger ledger = TestDatabase.ledger(database, place)) {
                assertThatExceptionOfType(LedgerException.class)
                        .isThrownBy(() -> appendForEver(ledger, acknowledged))
                        .withMessageContaining("the disk is full; free some space and try again");
                Files.delete(ballast);
            }
            try (H2Database database = H2Database.open(place);
                    JdbcLedger ledger = TestDatabase.ledger(database, place)) {
                assertThat(LedgerInvariants.verify(ledger).keySet()).containsAll(acknowledged);
                long length = ledger.head().size();
                assertThat(ledger.append(append(A, length, 1))).isInstanceOf(AppendResult.Appended.class);
            }
        }
    }

    private static void appendForEver(JdbcLedger ledger, List<UUID> acknowledged) {
        for (int i = 0; ; i++) {
            AppendResult result = ledger.append(sized(A, i, 30_000));
            acknowledged.add(((AppendResult.Appended) result).receipt().commandId());
        }
    }
}
