package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.incidentledger.ledger.jdbc.SampleSealed.key;
import static org.incidentledger.ledger.jdbc.SampleSealed.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a killed process may leave of sealed values: each part goes missing, or comes back, by itself. */
class TornSealedValuesTest {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final ActorRef BOB = new ActorRef("client/bob");
    private static final StreamId A = SampleAppends.stream("a");

    /** Entries after which another stretch has begun. */
    private static final int FAR = (int) SealedChunk.STRETCH;

    private final WrappedKey ann = key(ANN);
    private final WrappedKey bob = key(BOB);
    private final EncryptedValue ofAnn = value(ann);
    private final EncryptedValue ofBob = value(bob);
    private final EncryptedValue laterOfBob = value(bob);

    @TempDir
    Path directory;

    @BeforeEach
    void a_ledger_whose_process_was_killed_after_an_erasure() throws IOException {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            append(ledger, new SealedChange.Seal(List.of(ofAnn), List.of(ann)));
            append(ledger, new SealedChange.Seal(List.of(ofBob), List.of(bob)));
            append(ledger, new SealedChange.Erase(ANN, List.of(ofAnn.id()), Map.of()));
            append(ledger, FAR, SealedChange.NONE);
            append(ledger, new SealedChange.Seal(List.of(laterOfBob), List.of()));
        }
        Files.createFile(directory.resolve("open"));
    }

    private static void append(JdbcLedger ledger, SealedChange change) {
        append(ledger, 1, change);
    }

    private static void append(JdbcLedger ledger, int entries, SealedChange change) {
        long length = ledger.readStream(A, 0, Integer.MAX_VALUE).size();
        Append plain = SampleAppends.append(A, length, entries);
        assertThat(ledger.append(new Append(A, length, plain.header(), plain.drafts(), change)))
                .isInstanceOf(AppendResult.Appended.class);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:" + SteadyFiles.SCHEME + ":" + directory.resolve("ledger"), "sa", "");
    }

    private void requireBobAlone() throws SQLException {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            assertThat(ledger.sealed().about(BOB)).containsExactly(ofBob.at(1), laterOfBob.at(3 + FAR));
            assertThat(ledger.sealed().keyOf(BOB)).contains(bob);
            assertThat(ledger.sealed().find(ofAnn.id())).isEmpty();
            assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
            Verifications.verified(ledger, ledger.key());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM sealed_chunk WHERE id < 2048",
                "DELETE FROM sealed_chunk WHERE id > 2048",
                "DELETE FROM sealed_place",
                "DELETE FROM sealing_key",
                "UPDATE sealing_key SET stretch = 7",
                "UPDATE sealed_place SET key_id = RANDOM_UUID()"
            })
    void what_is_missing_is_repeated_from_the_journal(String tear) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(tear)).isEqualTo(1);
        }
        requireBobAlone();
    }

    @Test
    void an_index_that_lacks_a_row_is_made_anew() throws SQLException {
        try (Connection connection = connection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVMap<?, ?> places = session.getDatabase().getMainSchema().getAllIndexes().stream()
                    .filter(found -> found.getName().equals("SEALED_PLACE_KEY"))
                    .map(found -> ((MVSecondaryIndex) found).getMVMap())
                    .findFirst()
                    .orElseThrow();
            places.clear();
        }
        requireBobAlone();
    }

    /** Under a key that exists, so that nothing but the journal says that it must not be there. */
    @Test
    void a_value_that_came_back_after_its_erasure_goes_again() throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO sealed_chunk (id, content) VALUES (0, ?)")) {
            EncryptedValue back = new EncryptedValue(ofAnn.id(), BOB, bob.id(), 0, ofAnn.content());
            statement.setBytes(1, SealedChunk.content(List.of(back)));
            statement.executeUpdate();
        }
        requireBobAlone();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static final String[] FORGET_CHUNKS = {
        "DROP TABLE sealed_chunk", "DROP TABLE sealed_place", "ALTER TABLE sealing_key DROP COLUMN stretch"
    };

    /** As a version of this library kept them that knew no chunks. */
    private void keepValuesInRows(EncryptedValue... values) throws SQLException {
        execute("""
                CREATE TABLE sealed_value (
                    subject  VARCHAR(91)       NOT NULL,
                    id       UUID              NOT NULL,
                    key_id   UUID              NOT NULL,
                    position BIGINT            NOT NULL,
                    content  VARBINARY(131072) NOT NULL
                )""");
        try (Connection connection = connection();
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO sealed_value VALUES (?, ?, ?, ?, ?)")) {
            for (EncryptedValue value : values) {
                statement.setString(1, value.subject().value());
                statement.setObject(2, value.id());
                statement.setObject(3, value.key());
                statement.setLong(4, value.position());
                statement.setBytes(5, value.content().bytes());
                statement.executeUpdate();
            }
        }
    }

    @Test
    void what_an_earlier_version_kept_in_rows_is_moved() throws IOException, SQLException {
        Files.delete(directory.resolve("open"));
        keepValuesInRows(laterOfBob.at(3 + FAR), ofBob.at(1));
        execute(FORGET_CHUNKS);
        requireBobAlone();
        requireBobAlone();
        assertThatThrownBy(() -> execute("SELECT * FROM sealed_value"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
    }

    /** The journal is purged by what the chunks of a group hold, and knows which entries were one. */
    @Test
    void what_is_moved_is_not_put_together_with_what_may_be_of_another_group() throws IOException, SQLException {
        Files.delete(directory.resolve("open"));
        EncryptedValue beside = value(bob).at(2);
        keepValuesInRows(ofBob.at(1), beside);
        execute(FORGET_CHUNKS);
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            assertThat(ledger.sealed().about(BOB)).containsExactly(ofBob.at(1), beside);
        }
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet chunks = statement.executeQuery("SELECT COUNT(*) FROM sealed_chunk")) {
            chunks.next();
            assertThat(chunks.getInt(1)).isEqualTo(2);
        }
    }

    /** The new tables hold whatever part of it H2 came back with. */
    @Test
    void a_move_that_was_cut_off_is_begun_anew() throws SQLException {
        keepValuesInRows(laterOfBob.at(3 + FAR), ofBob.at(1));
        execute("DELETE FROM sealed_place", "UPDATE sealed_chunk SET id = id + 1");
        requireBobAlone();
    }

    @Test
    void a_ledger_that_an_earlier_version_left_unclosed_is_that_versions_to_mend() throws SQLException {
        keepValuesInRows(laterOfBob.at(3 + FAR), ofBob.at(1));
        execute(FORGET_CHUNKS);
        assertThatThrownBy(() -> H2Database.open(directory))
                .isInstanceOf(LedgerException.Unavailable.class)
                .hasMessageContainingAll(directory.toString(), "earlier version", "open it with that version");
        execute("SELECT * FROM sealed_value");
    }
}
