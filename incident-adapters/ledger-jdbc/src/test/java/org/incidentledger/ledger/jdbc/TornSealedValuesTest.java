package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.Ciphertext;
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

    private final WrappedKey ann = key(ANN);
    private final WrappedKey bob = key(BOB);
    private final EncryptedValue ofAnn = value(ann);
    private final EncryptedValue ofBob = value(bob);

    @TempDir
    Path directory;

    private static WrappedKey key(ActorRef subject) {
        return new WrappedKey(UUID.randomUUID(), subject, bytes("key"));
    }

    private static EncryptedValue value(WrappedKey key) {
        return new EncryptedValue(UUID.randomUUID(), key.subject(), key.id(), 0, bytes("value"));
    }

    private static Ciphertext bytes(String text) {
        return new Ciphertext(text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void a_ledger_whose_process_was_killed_after_an_erasure() throws IOException {
        try (H2Database database = H2Database.open(directory);
                JdbcLedger ledger = TestDatabase.ledger(database, directory)) {
            append(ledger, new SealedChange.Seal(List.of(ofAnn), List.of(ann)));
            append(ledger, new SealedChange.Seal(List.of(ofBob), List.of(bob)));
            append(ledger, new SealedChange.Erase(ANN, List.of(ofAnn.id()), Map.of()));
        }
        Files.createFile(directory.resolve("open"));
    }

    private static void append(JdbcLedger ledger, SealedChange change) {
        long length = ledger.readStream(A, 0, Integer.MAX_VALUE).size();
        Append plain = SampleAppends.append(A, length, 1);
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
            assertThat(ledger.sealed().about(BOB)).containsExactly(ofBob.at(1));
            assertThat(ledger.sealed().keyOf(BOB)).contains(bob);
            assertThat(ledger.sealed().find(ofAnn.id())).isEmpty();
            assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
            Verifications.verified(ledger, ledger.key());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM sealed_value",
                "DELETE FROM sealing_key",
                "UPDATE sealed_value SET key_id = RANDOM_UUID()"
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
            MVMap<?, ?> values = session.getDatabase().getMainSchema().getAllIndexes().stream()
                    .filter(found -> found.getName().equals("SEALED_VALUE_KEY"))
                    .map(found -> ((MVSecondaryIndex) found).getMVMap())
                    .findFirst()
                    .orElseThrow();
            values.clear();
        }
        requireBobAlone();
    }

    /** Under a key that exists, so that nothing but the journal says that it must not be there. */
    @Test
    void a_value_that_came_back_after_its_erasure_goes_again() throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO sealed_value (subject, id, key_id, position, content) VALUES (?, ?, ?, 0, ?)")) {
            statement.setString(1, BOB.value());
            statement.setObject(2, ofAnn.id());
            statement.setObject(3, bob.id());
            statement.setBytes(4, ofAnn.content().bytes());
            statement.executeUpdate();
        }
        requireBobAlone();
    }

    @Test
    void a_ledger_from_before_its_index_gets_it() throws IOException, SQLException {
        Files.delete(directory.resolve("open"));
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX sealed_value_key");
            statement.execute("ALTER TABLE sealed_value ADD PRIMARY KEY (subject, id)");
        }
        requireBobAlone();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX sealed_value_key");
        }
    }
}
