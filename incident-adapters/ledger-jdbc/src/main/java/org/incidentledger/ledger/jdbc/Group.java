package org.incidentledger.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.encoding.UnplacedEntry;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.NoteSigner;
import org.jspecify.annotations.Nullable;

/**
 * The appends of one transaction, admitted one after the other under the lock of the head: each sees what the ones before it will
 * leave. One that cannot be admitted is turned away alone.
 */
final class Group {
    private final Connection connection;
    private final LedgerHead before;
    private final Instant recordedAt;
    private final List<EntryRow> rows = new ArrayList<>();
    private final Map<StreamId, Long> lengths = new HashMap<>();
    private final Map<UUID, Receipt> receipts = new LinkedHashMap<>();
    private final Set<UUID> absent = new HashSet<>();
    private final @Nullable Known known;
    private final SealedGroup sealed;
    private @Nullable NoteSigner nextSigner;

    /** What a group is made in, and how its database keeps sealed values. */
    record Transaction(Connection connection, SealedTables sealed) {}

    /**
     * @param before the head as it was locked
     * @param known absent where other processes write, too
     */
    Group(Transaction transaction, LedgerHead before, Instant now, @Nullable Known known) {
        this.connection = transaction.connection();
        this.known = known;
        this.sealed = new SealedGroup(connection, transaction.sealed(), known);
        this.before = before;
        Instant last = before.lastRecordedAt();
        this.recordedAt = last != null && last.isAfter(now) ? last : now;
    }

    /** Takes what was looked up for all of them; without this, each is asked for when it is admitted. */
    void know(List<Append> appends, GroupLookups.Found found) throws SQLException {
        lengths.putAll(found.lengths());
        appends.stream().map(append -> append.header().commandId()).forEach(absent::add);
        absent.removeAll(found.appended());
        if (found.keys() == null) {
            sealed.lookUp(appends);
        } else {
            sealed.assume(found.keys());
        }
    }

    /** The answer that the append gets if this group becomes durable. */
    AppendResult admit(Request.Appending request) throws SQLException {
        Append append = request.append();
        Optional<Receipt> earlier = earlier(append.header().commandId());
        if (earlier.isPresent()) {
            return new AppendResult.AlreadyAppended(earlier.get());
        }
        long actual = lengthOf(append.stream(), append.expectedSequence());
        if (actual != append.expectedSequence()) {
            return new AppendResult.Conflict(append.stream(), append.expectedSequence(), actual);
        }
        Optional<ActorRef> conflict = sealedConflict(append.change());
        return conflict.isPresent() ? new AppendResult.SealedConflict(conflict.get()) : add(append, request.entries());
    }

    private Optional<ActorRef> sealedConflict(SealedChange change) throws SQLException {
        if (change instanceof SealedChange.Erase erase) {
            for (Map.Entry<StreamId, Long> seen : erase.seen().entrySet()) {
                if (lengthOf(seen.getKey(), seen.getValue()) != seen.getValue()) {
                    return Optional.of(erase.subject());
                }
            }
        }
        return sealed.conflict(change);
    }

    /** An event of this group says that another key takes over. */
    void rotateTo(NoteSigner signer) {
        nextSigner = signer;
    }

    /** The key that takes over with this group; none when the key stays. */
    @Nullable
    NoteSigner nextSigner() {
        return nextSigner;
    }

    /** Writes what was admitted; the transaction is still open. */
    void store(TreeGrower.Growth growth, Dialect dialect) throws SQLException {
        if (dialect.isRemote()) {
            GroupTables.storeAtOnce(connection, rows(growth, SealedPuts.NONE));
        } else {
            GroupTables.store(connection, rows(growth, SealedPuts.NONE));
        }
        sealed.store();
    }

    /** What was admitted, for the tables of history, and what it seals. */
    GroupRows rows(TreeGrower.Growth growth) {
        return rows(growth, SealedPuts.among(sealed.steps()));
    }

    private GroupRows rows(TreeGrower.Growth growth, SealedPuts puts) {
        return new GroupRows(rows, growth, before, after(), puts);
    }

    /** What was admitted, in the order of positions. */
    List<StoredEntry> entries() {
        return rows.stream().map(EntryRow::entry).toList();
    }

    /** What the group does to the sealed values, for the journal. */
    byte[] sealedSteps() {
        return SealedSteps.write(sealed.steps());
    }

    /** The group is durable. */
    void teach(Known learning) {
        // Where other processes write, nobody asks for them.
        if (known != null) {
            learning.lengths().putAll(lengths);
        }
        sealed.teach(learning);
    }

    /** Whether sealed values are removed. */
    boolean removesSealed() {
        return sealed.removes();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    LedgerHead before() {
        return before;
    }

    LedgerHead after() {
        return rows.isEmpty() ? before : new LedgerHead(before.origin(), size(), recordedAt);
    }

    /** A command that left something in this group: it is in the ledger exactly when the whole group is. */
    UUID witness() {
        return receipts.keySet().iterator().next();
    }

    private Optional<Receipt> earlier(UUID commandId) throws SQLException {
        Receipt inGroup = receipts.get(commandId);
        if (inGroup != null) {
            return Optional.of(inGroup);
        }
        return absent.contains(commandId) ? Optional.empty() : EntryTable.receipt(connection, commandId, before.size());
    }

    private long lengthOf(StreamId stream, long expected) throws SQLException {
        Long length = lengths.get(stream);
        if (length == null && known != null) {
            length = known.lengths().get(stream);
        }
        return length != null ? length : EntryTable.lengthOf(connection, stream, expected);
    }

    private AppendResult add(Append append, List<UnplacedEntry> entries) throws SQLException {
        List<EntryRow> added = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            long position = size() + i;
            byte[] bytes = entries.get(i).at(position, recordedAt);
            if (bytes.length > Limits.ENTRY_BYTES) {
                String type = append.drafts().get(i).event().type();
                return new AppendResult.TooLarge(type, bytes.length, Limits.ENTRY_BYTES);
            }
            added.add(row(append, i, new StoredEntry(position, bytes)));
        }
        Receipt receipt = receiptFor(append);
        sealed.add(append.change(), receipt.firstPosition());
        rows.addAll(added);
        receipts.put(receipt.commandId(), receipt);
        lengths.put(append.stream(), append.expectedSequence() + added.size());
        return new AppendResult.Appended(receipt);
    }

    private EntryRow row(Append append, int index, StoredEntry entry) {
        long sequence = append.expectedSequence() + index;
        return new EntryRow(entry, append.stream(), sequence, append.header().commandId(), recordedAt);
    }

    private Receipt receiptFor(Append append) {
        List<UUID> ids = append.drafts().stream().map(Draft::id).toList();
        return new Receipt(append.header().commandId(), append.stream(), size(), ids, recordedAt);
    }

    private long size() {
        return before.size() + rows.size();
    }
}
