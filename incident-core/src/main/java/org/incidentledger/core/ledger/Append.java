package org.incidentledger.core.ledger;

import java.util.List;
import org.incidentledger.core.decision.CommandHeader;

/**
 * The events of one accepted command, appended together or not at all.
 *
 * @param expectedSequence the sequence that the first draft takes in its stream; equals the length of the stream as the decider
 *     saw it
 * @param drafts in order; at least one
 * @param change what it changes among the sealed values, with its entries
 */
public record Append(
        StreamId stream, long expectedSequence, CommandHeader header, List<Draft> drafts, SealedChange change) {
    /** Changes nothing among the sealed values. */
    public Append(StreamId stream, long expectedSequence, CommandHeader header, List<Draft> drafts) {
        this(stream, expectedSequence, header, drafts, SealedChange.NONE);
    }

    public Append {
        drafts = List.copyOf(drafts);
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException("an append to %s has no event".formatted(stream));
        }
    }
}
