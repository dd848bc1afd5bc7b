package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.incidentledger.contracts.SampleAppends.append;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of 300 entries whose files somebody changes while it is closed. */
class NoForkTest {
    private static final StreamId A = SampleAppends.stream("a");

    @TempDir
    Path folder;

    private Path place;
    private Path backup;

    @BeforeEach
    void a_ledger_that_went_on_after_its_backup() throws IOException {
        place = folder.resolve("ledger");
        backup = folder.resolve("backup");
        grow(place, 0, 280);
        copy(place, backup);
        grow(place, 280, 20);
    }

    private static void grow(Path directory, long length, int entries) {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            ledger.append(append(A, length, entries));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void restore(String... names) throws IOException {
        for (String name : names) {
            Files.copy(
                    backup.resolve(name),
                    place.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private void removeJournal() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("journal-"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private void execute(String... statements) throws SQLException {
        try (H2Database database = H2Database.open(place);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void assertOpens() {
        try (H2Database database = H2Database.open(place);
                JdbcLedger ledger = TestDatabase.ledger(database, place)) {
            assertThat(ledger.head().size()).isEqualTo(300);
            assertThat(Verifications.verified(ledger, ledger.key()).counts().entries())
                    .isEqualTo(300);
        }
    }

    private <E extends LedgerException> E refused(Class<E> kind) {
        try (H2Database database = H2Database.open(place);
                JdbcLedger ledger = TestDatabase.ledger(database, place)) {
            throw new AssertionError(
                    "opened with %d entries".formatted(ledger.head().size()));
        } catch (LedgerException e) {
            assertThat(e).isInstanceOf(kind);
            return kind.cast(e);
        }
    }

    @Test
    void an_older_database_is_brought_up_to_date_from_the_journal() throws IOException {
        restore("ledger.mv.db");
        assertOpens();
    }

    @Test
    void an_older_database_without_its_journal_is_refused_with_the_ways_out() throws IOException {
        restore("ledger.mv.db");
        removeJournal();
        assertThat(refused(LedgerException.Corrupt.class))
                .hasMessageContaining("300 entries were signed")
                .hasMessageContaining("older backup")
                .hasMessageContaining("put the newest copy of the database back")
                .satisfies(e -> assertThat(e.position()).isEqualTo(280));
    }

    @Test
    void a_journal_that_begins_behind_an_older_database_is_refused() throws IOException {
        try (H2Database database = H2Database.open(place);
                JdbcLedger ledger = TestDatabase.ledger(database, place)) {
            Objects.requireNonNull(database.place(new DirectoryNotary(place)).journal())
                    .restart();
            ledger.append(append(A, 300, 1));
        }
        restore("ledger.mv.db");
        assertThat(refused(LedgerException.Corrupt.class))
                .hasMessageContaining("its journal begins at position 300")
                .satisfies(e -> assertThat(e.position()).isEqualTo(280));
    }

    @Test
    void a_lost_journal_alone_is_no_loss() throws IOException {
        removeJournal();
        assertOpens();
        grow(place, 300, 1);
    }

    @Test
    void a_copy_that_went_its_own_way_is_refused() throws IOException {
        grow(backup, 280, 25);
        restore("ledger.mv.db");
        removeJournal();
        assertThat(refused(LedgerException.Corrupt.class)).hasMessageContaining("went its own way");
    }

    @Test
    void a_rewritten_entry_is_refused() throws SQLException {
        execute(
                "DROP TRIGGER ledger_entry_append_only",
                "UPDATE ledger_entry SET bytes = (SELECT bytes FROM ledger_entry WHERE position = 298) WHERE position = 297");
        assertThat(refused(LedgerException.Corrupt.class)).hasMessageContaining("not those that were signed");
    }

    @Test
    void a_rewritten_tile_is_refused() throws SQLException {
        execute(
                "DROP TRIGGER ledger_tile_append_only",
                "UPDATE ledger_tile SET hashes = CAST(REPEAT('a', 8192) AS VARBINARY)");
        assertThat(refused(LedgerException.Corrupt.class)).hasMessageContaining("not those that were signed");
    }

    @Test
    void a_missing_tile_or_checkpoint_is_refused() throws SQLException {
        execute("DROP TRIGGER ledger_checkpoint_append_only", "DELETE FROM ledger_checkpoint WHERE size = 300");
        assertThat(refused(LedgerException.Corrupt.class)).hasMessageContaining("no checkpoint of this size");
        execute("DROP TRIGGER ledger_tile_append_only", "DELETE FROM ledger_tile");
        assertThat(refused(LedgerException.Corrupt.class)).hasMessageContaining("tile");
    }

    @Test
    void a_swapped_table_is_refused() throws SQLException, IOException {
        grow(folder.resolve("other"), 0, 300);
        execute("DROP TRIGGER ledger_entry_append_only", "DROP TABLE ledger_entry_untruncated");
        execute(
                "DELETE FROM ledger_entry WHERE position >= 256",
                "INSERT INTO ledger_entry SELECT position + 256, stream || 'b', sequence, command_id, recorded_at, bytes"
                        + " FROM ledger_entry WHERE position < 44");
        assertThat(refused(LedgerException.Corrupt.class).position()).isGreaterThanOrEqualTo(256);
    }

    @Test
    void another_key_of_the_same_name_is_refused() throws IOException {
        String origin = VerifierKey.parse(
                        Files.readString(place.resolve("ledger.vkey")).strip())
                .name();
        Path other = folder.resolve("keys");
        new DirectoryNotary(other).signerOfNewLedger(origin);
        Files.copy(
                other.resolve("ledger.key"),
                place.resolve("ledger.key"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(refused(LedgerException.Unavailable.class))
                .hasMessageContaining("was not signed by")
                .hasMessageContaining("open the ledger with the key that signed it");
    }

    @Test
    void the_key_of_another_ledger_is_refused() throws IOException {
        Path other = folder.resolve("other");
        grow(other, 0, 1);
        Files.copy(
                other.resolve("ledger.key"),
                place.resolve("ledger.key"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(refused(LedgerException.Unavailable.class))
                .hasMessageContaining("open each ledger with its own key");
    }

    @Test
    void a_lost_key_is_refused_and_no_new_one_is_made() throws IOException {
        Files.delete(place.resolve("ledger.key"));
        assertThat(refused(LedgerException.Unavailable.class)).hasMessageContaining("put ledger.key of the ledger");
        assertThat(place.resolve("ledger.key")).doesNotExist();
    }

    @Test
    void a_lost_database_is_not_made_anew_under_the_old_key() throws IOException {
        Files.delete(place.resolve("ledger.mv.db"));
        removeJournal();
        assertThat(refused(LedgerException.Unavailable.class)).hasMessageContaining("was it lost");
    }

    @Test
    void a_key_that_others_can_read_is_refused() throws IOException {
        Files.setPosixFilePermissions(place.resolve("ledger.key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(refused(LedgerException.Unavailable.class))
                .hasMessageContaining("may be read or written by others (rw-r-----): change it to 600");
    }

    @Test
    void a_damaged_journal_is_refused_at_its_first_bad_position() throws IOException {
        Path journal = place.resolve("journal-%019d".formatted(0));
        byte[] bytes = Files.readAllBytes(journal);
        bytes[100] ^= 1;
        Files.write(journal, bytes);
        assertThatExceptionOfType(LedgerException.Corrupt.class)
                .isThrownBy(() -> H2Database.open(place))
                .satisfies(e -> assertThat(e.position()).isZero());
        Files.deleteIfExists(journal);
        assertOpens();
    }
}
