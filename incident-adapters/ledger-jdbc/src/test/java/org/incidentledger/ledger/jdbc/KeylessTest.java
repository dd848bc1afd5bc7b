package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.ledger.jdbc.SampleSealed.key;
import static org.incidentledger.ledger.jdbc.SampleSealed.value;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody is taken for keyless who has a key, whenever and by whomever it was stored. */
class KeylessTest {
    private static final StreamId A = SampleAppends.stream("a");
    private static final ActorRef STRANGER = new ActorRef("client/zoe");
    private static final int LOOK_UPS_FOR_A_PAGE = 100;

    /** More than one page and fewer than two. */
    private static final int KEYS = 700;

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final Keyless keyless = new Keyless();

    @SuppressWarnings("NullAway.Init") // opened before each test
    private JdbcLedger ledger;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Connection connection;

    private long position;

    @BeforeEach
    void an_empty_ledger() throws SQLException {
        ledger = JdbcLedger.open(database.place(), Clock.systemUTC());
        connection = database.dataSource().getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        ledger.close();
    }

    private List<WrappedKey> stored(int count) throws SQLException {
        List<WrappedKey> keys = IntStream.range(0, count)
                .mapToObj(i -> key(new ActorRef("client/c-%04d".formatted(i))))
                .toList();
        store(keys);
        return keys;
    }

    private void store(List<WrappedKey> keys) throws SQLException {
        List<EncryptedValue> values =
                keys.stream().map(key -> value(key).at(position++)).toList();
        new SealedChunks().put(connection, new SealedPuts(keys, values), new Known());
    }

    private void lookUpInVain(int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            keyless.lookedUpInVain(connection);
        }
    }

    @Test
    void nobody_is_before_all_keys_are_read() throws SQLException {
        List<WrappedKey> keys = stored(KEYS);
        lookUpInVain(2 * LOOK_UPS_FOR_A_PAGE - 1);
        assertThat(keyless.includes(STRANGER)).isFalse();

        lookUpInVain(1);
        assertThat(keyless.includes(STRANGER)).isTrue();
        assertThat(keys).noneMatch(key -> keyless.includes(key.subject()));
    }

    @Test
    void a_key_that_is_stored_behind_the_page_that_is_read_is_not_missed() throws SQLException {
        stored(KEYS);
        lookUpInVain(LOOK_UPS_FOR_A_PAGE);
        ActorRef early = new ActorRef("client/a");
        keyless.remove(early);
        store(List.of(key(early)));
        lookUpInVain(LOOK_UPS_FOR_A_PAGE);

        assertThat(keyless.includes(STRANGER)).isTrue();
        assertThat(keyless.includes(early)).isFalse();
    }

    @Test
    void a_key_that_is_about_to_be_stored_is_not_missed() throws SQLException {
        keyless.remove(STRANGER);
        lookUpInVain(LOOK_UPS_FOR_A_PAGE);

        assertThat(keyless.includes(new ActorRef("client/other"))).isTrue();
        assertThat(keyless.includes(STRANGER)).isFalse();
    }

    @Test
    void after_somebody_else_may_have_stored_keys_all_are_read_anew() throws SQLException {
        stored(1);
        lookUpInVain(LOOK_UPS_FOR_A_PAGE);
        assertThat(keyless.includes(STRANGER)).isTrue();

        keyless.forgetAll();
        ActorRef early = new ActorRef("client/a");
        store(List.of(key(STRANGER), key(early)));
        keyless.remove(new ActorRef("client/other"));
        assertThat(keyless.includes(STRANGER)).isFalse();

        lookUpInVain(LOOK_UPS_FOR_A_PAGE);
        assertThat(keyless.includes(new ActorRef("client/nobody"))).isTrue();
        assertThat(keyless.includes(STRANGER)).isFalse();
        assertThat(keyless.includes(early)).isFalse();
    }

    private AppendResult append(SealedChange change) {
        long length = ledger.head().size();
        Append plain = SampleAppends.append(A, length, 1);
        return ledger.append(new Append(A, length, plain.header(), plain.drafts(), change));
    }

    private AppendResult seal(WrappedKey key) {
        return append(new SealedChange.Seal(List.of(value(key)), List.of(key)));
    }

    private void sealAboutMany(String prefix) {
        for (int i = 0; i < LOOK_UPS_FOR_A_PAGE; i++) {
            assertThat(seal(key(new ActorRef(prefix + i)))).isInstanceOf(AppendResult.Appended.class);
        }
    }

    @Test
    void a_second_key_is_refused_however_many_there_are_and_after_opening_anew() {
        sealAboutMany("client/first-");
        seal(key(STRANGER));
        assertThat(seal(key(STRANGER))).isEqualTo(new AppendResult.SealedConflict(STRANGER));

        ledger.close();
        ledger = JdbcLedger.open(database.place(), Clock.systemUTC());
        sealAboutMany("client/second-");
        assertThat(seal(key(STRANGER))).isEqualTo(new AppendResult.SealedConflict(STRANGER));
    }

    @Test
    void a_second_key_is_refused_after_one_of_the_values_under_the_first_was_removed() {
        sealAboutMany("client/first-");
        WrappedKey key = key(STRANGER);
        EncryptedValue removed = value(key);
        append(new SealedChange.Seal(List.of(removed, value(key)), List.of(key)));
        append(new SealedChange.Remove(STRANGER, List.of(removed.id())));

        assertThat(seal(key(STRANGER))).isEqualTo(new AppendResult.SealedConflict(STRANGER));
    }

    @Test
    void whoever_was_erased_may_get_another_key() {
        sealAboutMany("client/first-");
        WrappedKey key = key(STRANGER);
        EncryptedValue value = value(key);
        append(new SealedChange.Seal(List.of(value), List.of(key)));
        append(new SealedChange.Erase(STRANGER, List.of(value.id()), Map.of()));

        assertThat(seal(key(STRANGER))).isInstanceOf(AppendResult.Appended.class);
        assertThat(seal(key(STRANGER))).isEqualTo(new AppendResult.SealedConflict(STRANGER));
    }
}
