package org.incidentledger.ledger.jdbc;

import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.history.Streams;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.LedgerEvent;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.VerifierKey;

/** The key that signs a ledger, and how another takes its place. */
final class SigningKey {
    private final Notary notary;
    private final GroupMaker maker;
    private final Sequencer sequencer;
    private final EventCodec codec = new EventCodec();

    SigningKey(Notary notary, GroupMaker maker, Sequencer sequencer) {
        this.notary = notary;
        this.maker = maker;
        this.sequencer = sequencer;
    }

    VerifierKey current() {
        return maker.key();
    }

    /** One rotation at a time; one that another process is faster with is refused by the length of the stream. */
    synchronized Receipt rotate(LedgerReader ledger, CommandHeader header) {
        int length = ledger.readStream(Streams.LEDGER, 0, Integer.MAX_VALUE).size();
        NoteSigner next = notary.nextSigner(ledger.head().origin());
        LedgerEvent event = new LedgerEvent.KeyRotated(
                maker.key().text(), next.verifierKey().text());
        Draft draft = new Draft(UUID.randomUUID(), codec.encode(event));
        AppendResult result = sequencer.append(new Append(Streams.LEDGER, length, header, List.of(draft)), next);
        return switch (result) {
            case AppendResult.Appended appended -> appended.receipt();
            case AppendResult.AlreadyAppended earlier -> earlier.receipt();
            case AppendResult.Conflict conflict ->
                throw new LedgerException.Unavailable(
                        "another node rotated the signing key at the same time: give this node the new ledger.key and"
                                + " open the ledger again",
                        null);
            case AppendResult.SealedConflict conflict -> throw new IllegalStateException(conflict.toString());
            case AppendResult.TooLarge large -> throw new IllegalStateException(large.toString());
        };
    }
}
