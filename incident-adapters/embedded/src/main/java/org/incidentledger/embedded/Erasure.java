package org.incidentledger.embedded;

import java.util.List;

/**
 * What became of an erasure.
 *
 * @param outcome of the command; accepted when values and key were deleted
 * @param pending what the storage can only remove later, each as a sentence that says how
 */
public record Erasure(Outcome outcome, List<String> pending) {
    public Erasure {
        pending = List.copyOf(pending);
    }
}
