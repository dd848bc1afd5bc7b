package org.incidentledger.web.page;

import java.util.List;
import org.incidentledger.projections.audit.AuditLine;

/**
 * What a search of the audit trail found, newest first.
 *
 * @param next where to search on, downwards; -1 when everything was looked at
 */
public record AuditResult(List<AuditLine> lines, long next) {
    public AuditResult {
        lines = List.copyOf(lines);
    }
}
