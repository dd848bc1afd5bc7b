package org.incidentledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.contracts.StoredValues;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Commitment;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.ledger.jdbc.JdbcLedger;
import org.incidentledger.ledger.jdbc.JdbcPlace;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.incidentledger.sealing.KeysetFile;
import org.incidentledger.sealing.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of sealed values that somebody changed in the database: nothing is shown of them, and one line names the entry. */
class TamperedValuesTest {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final String FIRST = "Ann Müller";
    private static final String FORGED = "Eve Forger";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // said by each test
    private Site site;

    /** A database, its keys, and the command line on it. */
    private record Site(Path folder, String ledger, DataSource database, Path keys) {
        Terminal.Printed run(String... command) {
            String[] all = Arrays.copyOf(command, command.length + 2);
            all[command.length] = "--ledger";
            all[command.length + 1] = ledger;
            return new Terminal(folder).run(all);
        }

        /** Encrypts another text under the key of the subject and the id of a value, as only who has the keyset can. */
        byte[] encryptedAnew(UUID id) {
            PlainValue forged = new PlainValue(id, ANN, new byte[Commitment.KEY_BYTES], FORGED);
            KeysetFile keyset = new KeysetFile(keys.resolve(IncidentLedger.SEALING_KEYSET));
            try (JdbcLedger open =
                    JdbcLedger.open(new JdbcPlace(database, new DirectoryNotary(keys)), Clock.systemUTC())) {
                return new Sealer(open.sealed(), keyset, new SecureRandom())
                        .seal(List.of(forged))
                        .values()
                        .getFirst()
                        .content()
                        .bytes();
            }
        }
    }

    private UUID reported(String id, String subject, String name) {
        site.run(
                "report",
                "--incident",
                id,
                "--title",
                "Phishing",
                "--kind",
                "abuse",
                "--severity",
                "minor",
                "--reporter-subject",
                subject,
                "--reporter",
                name);
        String named = site.run("--json", "replay", "--incident", id)
                .json()
                .at("/events/0/sealed/0/value")
                .asText();
        return UUID.fromString(named);
    }

    private byte[] content(UUID id) throws SQLException {
        return new StoredValues(site.database()).content(id);
    }

    private void store(UUID id, byte[] content) throws SQLException {
        new StoredValues(site.database()).replace(id, content);
    }

    private void assertTold(UUID value, String why, String... command) {
        Terminal.Printed printed = site.run(command);
        assertThat(printed.exitCode()).isEqualTo(1);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .hasLineCount(1)
                .contains("position 0: sealed value " + value, why)
                .doesNotContain(FIRST, FORGED);
    }

    private void assertEachKindOfChangeIsTold() throws SQLException {
        UUID first = reported("2026-1", ANN.value(), FIRST);
        UUID second = reported("2026-2", ANN.value(), "Ann Müller-Example");
        UUID other = reported("2026-3", "client/bob", "Bob Example");
        byte[] whole = content(first);
        byte[] wrong = whole.clone();
        wrong[wrong.length / 2] ^= 1;
        String open = first.toString();

        store(first, wrong);
        assertTold(first, "was changed, cut off or exchanged", "open", open, "--reason", "x");
        assertTold(first, "was changed", "subject", ANN.value(), "--reason", "x");
        assertTold(first, "was changed", "disclose", "--value", open, "--reason", "x", "--to", "d.json");
        store(first, Arrays.copyOf(whole, whole.length - 1));
        assertTold(first, "was changed, cut off", "open", open, "--reason", "x");
        store(first, content(second));
        assertTold(first, "exchanged", "open", open, "--reason", "x");
        store(first, content(other));
        assertTold(first, "exchanged", "open", open, "--reason", "x");
        store(first, site.encryptedAnew(first));
        assertTold(first, "is not the value that the entry commits to", "open", open, "--reason", "x");

        store(first, whole);
        assertThat(site.run("open", open, "--reason", "x").out()).contains(FIRST);
        assertThat(folder.resolve("d.json")).doesNotExist();
    }

    @Test
    void in_a_folder() throws SQLException {
        Path keys = folder.resolve("incident-ledger");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + keys.resolve("ledger"));
        database.setUser("sa");
        site = new Site(folder, "incident-ledger", database, keys);
        assertEachKindOfChangeIsTold();
    }

    @Test
    void on_postgresql() throws SQLException {
        PostgresServer server = PostgresServer.shared();
        String url = server.url(server.createDatabase());
        try (PostgresDatabase database = PostgresDatabase.open(url, null)) {
            site = new Site(folder, url, database.dataSource(), folder.resolve("incident-ledger-keys"));
            assertEachKindOfChangeIsTold();
        }
    }
}
