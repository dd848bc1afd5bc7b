package org.incidentledger.web.page;

import org.incidentledger.projections.audit.AuditLine;

/**
 * One entry with what proves it.
 *
 * @param text the entry as it was signed
 * @param proof as a file of C2SP tlog-proof
 * @param key verifies the checkpoint of the proof
 */
public record EntryDetails(AuditLine line, String text, String proof, String key) {}
