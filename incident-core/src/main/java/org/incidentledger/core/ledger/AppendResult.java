package org.incidentledger.core.ledger;

import org.incidentledger.core.decision.ActorRef;

/** What became of an append. Only {@link Appended} added entries. */
public sealed interface AppendResult {
    /** The events are on disk. */
    record Appended(Receipt receipt) implements AppendResult {}

    /** The same command was appended before, this is what it left then. */
    record AlreadyAppended(Receipt receipt) implements AppendResult {}

    /** The stream is longer or shorter than the decider saw it: decide again. */
    record Conflict(StreamId stream, long expectedSequence, long actualSequence) implements AppendResult {}

    /** The key of the subject, or what is sealed about it, is not what the sender saw: look again. */
    record SealedConflict(ActorRef subject) implements AppendResult {}

    /** An event would make an entry larger than an entry may be. */
    record TooLarge(String type, int sizeBytes, int limitBytes) implements AppendResult {}
}
