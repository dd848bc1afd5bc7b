package org.incidentledger.core.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger ends.
 *
 * @param origin the name of the ledger, chosen when it is made and part of every entry
 * @param size how many entries it has, which is also the position of the next
 * @param lastRecordedAt when the last entry was recorded; absent in an empty ledger
 */
public record LedgerHead(String origin, long size, @Nullable Instant lastRecordedAt) {}
