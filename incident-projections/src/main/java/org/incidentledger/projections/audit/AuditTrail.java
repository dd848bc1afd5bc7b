package org.incidentledger.projections.audit;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.incidentledger.projections.replay.Documents;

/**
 * The audit trail: all of it, or what is known to lie at some positions.
 *
 * @param lines the documents of an {@link AuditProjection}
 */
public record AuditTrail(Documents<AuditLine> lines) {
    /** Every line in the order of the ledger; close the stream when it is not read to its end. */
    public Stream<AuditLine> all() {
        return lines.all();
    }

    /**
     * The lines at some positions, such as those of one stream, in the order of the positions. Each is looked up by itself: of a
     * long trail that takes a fraction of reading all. Positions that the view has not taken in are left out.
     */
    public Stream<AuditLine> at(LongStream positions) {
        return positions.mapToObj(AuditProjection::key).map(lines::get).flatMap(Optional::stream);
    }
}
