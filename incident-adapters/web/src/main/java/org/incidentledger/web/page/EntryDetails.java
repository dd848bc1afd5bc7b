package org.incidentledger.web.page;

import java.util.List;
import org.incidentledger.embedded.SealedStates;
import org.incidentledger.projections.audit.AuditLine;

/**
 * One entry with what proves it.
 *
 * @param sealed the values that it refers to, each sealed or erased
 * @param text the entry as it was signed
 * @param proof as a file of C2SP tlog-proof
 * @param key verifies the checkpoint of the proof
 */
public record EntryDetails(AuditLine line, List<SealedStates.Named> sealed, String text, String proof, String key) {
    public EntryDetails {
        sealed = List.copyOf(sealed);
    }
}
