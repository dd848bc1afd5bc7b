package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.incidentledger.core.encoding.EncodingException;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.encoding.KeyRotation;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.VerifierKey;

/**
 * What is done before a ledger may be used: groups that the database lost are repeated, its end is compared with the last entry and
 * the last checkpoint, and the whole with what was signed before and kept elsewhere.
 */
final class Opening {
    private final Connection connection;
    private final Durability durability;
    private final Notary notary;

    /** A ledger that may be used. */
    record Opened(VerifiedTree tree, NoteSigner signer) {}

    Opening(Connection connection, Durability durability, Notary notary) {
        this.connection = connection;
        this.durability = durability;
        this.notary = notary;
    }

    /**
     * Ends with no transaction open.
     *
     * @throws LedgerException.Corrupt naming the first position that contradicts the rest
     * @throws LedgerException.Unavailable when the key is not the ledger's
     */
    Opened open() throws SQLException {
        LedgerHead head = verifiedHead();
        List<VerifierKey> keys = knownKeys(head.origin());
        VerifiedTree found = VerifiedTree.read(connection, head, keys);
        VerifiedTree tree = Recovery.repeatMissing(connection, durability, found, keys);
        NoteSigner signer = signerInOffice(head.origin());
        VerifiedTree.verified(tree.checkpoint(), List.of(signer.verifierKey()));
        Optional<SignedCheckpoint> remembered = notary.remembered(head.origin());
        durability.last().ifPresent(kept -> NoFork.requireContinuation(connection, tree, kept));
        remembered.ifPresent(kept -> NoFork.requireContinuation(connection, tree, kept));
        durability.continueFrom(tree.checkpoint());
        notary.remember(head.origin(), tree.checkpoint());
        connection.rollback();
        return new Opened(tree, signer);
    }

    /** The database may have come back from before a rotation that the journal still knows. */
    private List<VerifierKey> knownKeys(String origin) {
        List<VerifierKey> keys = new ArrayList<>();
        keys.add(notary.signer(origin).verifierKey());
        notary.pendingSigner(origin).map(NoteSigner::verifierKey).ifPresent(keys::add);
        keys.addAll(notary.retired(origin));
        return keys.stream().distinct().toList();
    }

    /** A crash may have come between the entry of a rotation and the notary's part in it. */
    private NoteSigner signerInOffice(String origin) throws SQLException {
        Optional<NoteSigner> pending = notary.pendingSigner(origin);
        if (pending.isPresent() && tookOver(pending.get().verifierKey())) {
            notary.promoteNext(origin);
        }
        return notary.signer(origin);
    }

    private boolean tookOver(VerifierKey pending) throws SQLException {
        long size = HeadTable.read(connection).size();
        List<StoredEntry> rotations = EntryTable.ofStream(connection, Streams.LEDGER, 0, Long.MAX_VALUE, size);
        return !rotations.isEmpty()
                && KeyRotation.read(rotations.getLast()).newKey().equals(pending.text());
    }

    private LedgerHead verifiedHead() throws SQLException {
        // Under the lock, because other processes may append meanwhile.
        LedgerHead head = HeadTable.lock(connection);
        long stored = EntryTable.size(connection);
        if (stored < head.size()) {
            throw new LedgerException.Corrupt(
                    stored, "the entry is missing: the head says that there are %d".formatted(head.size()), null);
        }
        if (stored > head.size()) {
            throw new LedgerException.Corrupt(head.size(), "an entry lies beyond the head of the ledger", null);
        }
        if (head.size() > 0) {
            requireAgreement(head, last(head.size() - 1));
        }
        return head;
    }

    private Entry last(long position) throws SQLException {
        List<StoredEntry> entries = EntryTable.between(connection, position, position + 1);
        try {
            return EntryFormat.read(entries.getFirst());
        } catch (EncodingException e) {
            throw new LedgerException.Corrupt(position, "the last entry cannot be read", e);
        }
    }

    private static void requireAgreement(LedgerHead head, Entry last) {
        Instant recordedAt = last.recordedAt();
        boolean agrees = last.origin().equals(head.origin())
                && last.position() == head.size() - 1
                && Objects.equals(recordedAt, head.lastRecordedAt());
        if (!agrees) {
            throw new LedgerException.Corrupt(
                    head.size() - 1,
                    "the last entry is of ledger %s at position %d, recorded at %s; the head says %s, %s"
                            .formatted(
                                    last.origin(), last.position(), recordedAt, head.origin(), head.lastRecordedAt()),
                    null);
        }
    }
}
