package org.incidentledger.intake.statuspage;

import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;

/** Says that the ledger has something else under an id that the source uses. */
final class SourceClash {
    private SourceClash() {}

    /** @throws ImportRefusedException unless the thing is the one of the source */
    static void require(boolean same, String what, String id, SourcePage source) {
        if (!same) {
            throw new ImportRefusedException(
                    what + " " + id,
                    new Refusal(
                            Rule.ALREADY_EXISTS,
                            "it is in this ledger, but did not come from page %s; import into another ledger"
                                    .formatted(source.pageId())));
        }
    }
}
