package org.incidentledger.witness;

import java.io.IOException;
import java.util.Optional;
import org.incidentledger.core.tlog.SignedNote;

/**
 * What a witness has cosigned last, for each log. Calls for one log come one at a time; those for different logs may
 * come together.
 */
interface WitnessState {

    /**
     * The checkpoint of a log that was kept last, with the witness's line under it.
     *
     * @throws IOException when it cannot be read, or is not what {@link #keep} wrote
     */
    Optional<SignedNote> last(String origin) throws IOException;

    /**
     * Keeps a checkpoint in place of the last one. When this returns it survives a power cut. When it throws, either
     * of the two may be found by {@link #last}.
     */
    void keep(String origin, SignedNote cosigned) throws IOException;
}
