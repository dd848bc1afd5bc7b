package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.incidentledger.core.ledger.Snapshot;
import org.incidentledger.core.ledger.SnapshotStore;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of snapshots does. */
public abstract class SnapshotStoreContract {
    private static final StreamId STREAM = new StreamId("incident", "long");
    private static final StreamId OTHER = new StreamId("incident", "other");

    @SuppressWarnings("NullAway.Init") // made before each test
    private SnapshotStore store;

    /** Makes an empty store. */
    protected abstract SnapshotStore create();

    /** Makes the store of this test. */
    @BeforeEach
    void begin() {
        store = create();
    }

    private static Snapshot snapshot(StreamId stream, long sequence, String format) {
        Hash entry = Rfc6962.leafHash(new byte[] {1});
        Hash checksum = Rfc6962.leafHash(new byte[] {(byte) sequence});
        return new Snapshot(stream, sequence, entry, format, "state ".repeat(20_000), checksum);
    }

    @Test
    void the_last_one_of_a_stream_is_kept_as_it_was_given() {
        store.put(snapshot(STREAM, 99, "one"));
        store.put(snapshot(OTHER, 7, "one"));
        store.put(snapshot(STREAM, 199, "one"));

        assertThat(store.find(STREAM)).hasValue(snapshot(STREAM, 199, "one"));
        assertThat(store.find(OTHER)).hasValue(snapshot(OTHER, 7, "one"));
        assertThat(store.find(new StreamId("incident", "none"))).isEmpty();
    }

    /** Two nodes may take a snapshot of the same incident, and the one that began first may write last. */
    @Test
    void an_older_one_does_not_replace_a_newer_one() {
        store.put(snapshot(STREAM, 199, "one"));
        store.put(snapshot(STREAM, 99, "one"));

        assertThat(store.find(STREAM)).map(Snapshot::sequence).hasValue(199L);
    }

    @Test
    void what_other_code_wrote_is_replaced_however_new_it_is() {
        store.put(snapshot(STREAM, 199, "one"));
        store.put(snapshot(STREAM, 99, "two"));

        assertThat(store.find(STREAM)).hasValue(snapshot(STREAM, 99, "two"));
    }

    @Test
    void one_or_all_of_them_can_be_forgotten() {
        store.put(snapshot(STREAM, 1, "one"));
        store.put(snapshot(OTHER, 1, "one"));

        store.remove(STREAM);
        store.remove(STREAM);
        assertThat(store.find(STREAM)).isEmpty();
        assertThat(store.find(OTHER)).isPresent();

        store.clear();
        assertThat(store.find(OTHER)).isEmpty();
    }
}
