package org.incidentledger.witness;

import java.time.Instant;
import org.incidentledger.core.tlog.SignedNote;

/** What became of a checkpoint that was brought to a witness. */
public sealed interface WitnessResult {

    /**
     * The witness attests that the log it saw has only ever grown up to this checkpoint.
     *
     * @param size the number of entries that the checkpoint covers
     * @param note the checkpoint with the witness's line, which was verified
     * @param at when the witness says that it cosigned
     */
    record Cosigned(long size, SignedNote note, Instant at) implements WitnessResult {}

    /**
     * There is no cosignature.
     *
     * @param message says what was found and what to do
     */
    record Refused(Reason reason, String message) implements WitnessResult {}

    /** Why there is none. */
    enum Reason {
        /** The witness does not know the log, or not this key of it. */
        UNKNOWN_LOG,

        /** The witness cosigned more entries than the ledger has: the ledger was cut back or restored from a copy. */
        ROLLED_BACK,

        /** The witness cosigned another history than that of the ledger. */
        FORKED,

        /** Others brought checkpoints of the same ledger at the same time, each time first. */
        OVERTAKEN,

        /** What answered is not the witness that was named, or does not follow the protocol. */
        NOT_THE_WITNESS
    }
}
